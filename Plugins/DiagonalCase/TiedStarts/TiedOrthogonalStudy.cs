using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;
using PluginLab.GradientFlows.Networks.ClosedForms;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.Plugins.DiagonalCase.TiedStarts;

/// <summary>All modes from We_i = Wd_i = √u₀ e_i: the note's assumptions, under which u' = 2(s − u)u exactly.</summary>
internal static class TiedOrthogonalStudy
{
    /// <summary>How near to its target a mode is when the second half of its learning ends.</summary>
    private const double Distance = 1e-3;

    /// <summary>The run goes on past the last predicted time by this factor, so that a flow half as fast still ends.</summary>
    private const double TimeMargin = 2.2;

    private const int SavedTimes = 200;

    /// <summary>Admitted deviation from a logistic curve; for larger targets in proportion, as the tolerances of an integrator are relative.</summary>
    private const double LogisticTolerance = 1e-7;

    private const double LargestTargetAtTolerance = 4;

    public static ExperimentResult Run(ExperimentContext context, IReadOnlyList<double> targets, double initialStrength)
    {
        int[] modes = [.. Enumerable.Range(0, targets.Count)];
        double[] halfTimes = [.. targets.Select(target => TiedMode.HalfTime(target, initialStrength))];
        double[] secondTimes = [.. targets.Select(target => TiedMode.TimeToWithin(target, target / 2, Distance))];

        var network = new LinearNetwork(Matrix.Diagonal(targets), [targets.Count, targets.Count, targets.Count]);
        Matrix identity = Matrix.Create(targets.Count, targets.Count, (i, j) => i == j ? Math.Sqrt(initialStrength) : 0);
        double endTime = TimeMargin * modes.Max(i => halfTimes[i] + secondTimes[i]);
        var problem = new InitialValueProblem(network, network.State([identity, identity]), 0, endTime)
            .WithEvents(modes.Select(i => EventFunction.Crossing($"half-{i}", NetworkObservables.Entry(network, i, i), targets[i] / 2)))
            .WithEvents(modes.Select(i => EventFunction.Crossing($"near-{i}", NetworkObservables.Entry(network, i, i), targets[i] - Distance)));
        Solution solution = context.Solve(problem, SaveAt.EquallySpaced(0, endTime, SavedTimes));

        double[] firstHalf = [.. modes.Select(i => solution.EventTime($"half-{i}"))];
        double[] secondHalf = [.. modes.Select(i => solution.EventTime($"near-{i}") - firstHalf[i])];
        return new ExperimentResult
        {
            Claims =
            [
                Preserved(context, targets, initialStrength, endTime),
                Logistic(network, solution.Trajectory, initialStrength),
                .. FirstHalf(targets, initialStrength, firstHalf, halfTimes),
                .. SecondHalf(targets, secondHalf, secondTimes),
            ],
        };
    }

    /// <summary>A random start W of size √u₀ on both sides, and a target with the given singular values in a random basis.</summary>
    private static Claim Preserved(ExperimentContext context, IReadOnlyList<double> targets, double initialStrength, double endTime)
    {
        int count = targets.Count;
        Matrix basis = RandomMatrices.Orthogonal(count, context.CreateRandom("tied-basis"));
        Matrix product = basis.Multiply(Matrix.Diagonal(targets)).Multiply(basis.Transpose());
        var network = new LinearNetwork(product.Add(product.Transpose()).Scale(0.5), [count, count, count]);
        Matrix weights = RandomMatrices.Gaussian(count, count, Math.Sqrt(initialStrength), context.CreateRandom("tied-weights"));
        var problem = new InitialValueProblem(network, network.State([weights, weights.Transpose()]), 0, endTime);
        Trajectory trajectory = context.Solve(problem, SaveAt.EquallySpaced(0, endTime, SavedTimes)).Trajectory;
        return Note0.Deviates(
            "08-tied-preserved",
            "From $W^e = W^{dT}$ the two stay equal for any symmetric $\\Sigma$, here from random weights and with a basis that is not the diagonal one; largest entry of $W^e - W^{dT}$ at any time.",
            Note0.Speed,
            Enumerable.Range(0, trajectory.Count).Select(k =>
                network.Layer(trajectory.State(k), 1).Subtract(network.Layer(trajectory.State(k), 2).Transpose()).LargestMagnitude()),
            tolerance: 1e-12,
            Control.ScaledComponent(0, 1.1));
    }

    private static Claim Logistic(LinearNetwork network, Trajectory trajectory, double initialStrength) => Note0.Deviates(
        "09-logistic",
        "Each mode follows $u(t) = s u_0/(u_0 + (s - u_0) e^{-2st})$; largest deviation at any time.",
        Note0.Speed,
        from k in Enumerable.Range(0, trajectory.Count)
        let product = network.Product(trajectory.State(k))
        from i in Enumerable.Range(0, product.Rows)
        select product[i, i] - TiedMode.Strength(network.Target[i, i], initialStrength, trajectory.Times[k]),
        LogisticTolerance * Math.Max(1, network.Target.LargestMagnitude() / LargestTargetAtTolerance),
        Note0.Faster);

    private static IEnumerable<Claim> FirstHalf(
        IReadOnlyList<double> targets, double initialStrength, double[] measured, double[] predicted)
    {
        double[] ratios = [.. targets.Select((target, i) => measured[i] / TiedMode.HalfTimeOfNote(target, initialStrength))];
        yield return Note0.Deviates(
            "10-time",
            "A mode grows from $u_0$ to $s/2$ in $\\log(s/u_0 - 1)/(2s)$; largest relative error.",
            Note0.Speed,
            measured.Zip(predicted, (time, expected) => (time / expected) - 1),
            tolerance: 1e-6,
            Note0.Faster);
        yield return Note0.Holds(
            "10-constant",
            "The note's time $\\log(s/u_0)/s$ from $u_0$ to $s/2$ holds up to the constant $\\frac{1}{2}$; measured time over the note's, for the mode farthest from this.",
            Note0.Speed,
            predicted: 0.5,
            Note0.Farthest(ratios, 0.5),
            Bound.Near(0.5, 1e-3),
            Note0.Faster);
        yield return Note0.Fails(
            "10-note",
            "A mode grows from $u_0$ to $s/2$ in about $\\log(s/u_0)/s$; measured time over this.",
            Note0.Speed,
            predicted: 1,
            Note0.Farthest(ratios, 1),
            Bound.Near(1, 1e-3),
            "The time is half of that, $\\log(s/u_0 - 1)/(2s)$; the note's holds if $u_0$ is read as the initial length $|W_i|$.",
            Note0.HalfAsFast);
    }

    private static IEnumerable<Claim> SecondHalf(IReadOnlyList<double> targets, double[] measured, double[] predicted)
    {
        double[] ratios = [.. targets.Select((target, i) => measured[i] * target / Math.Log(target / Distance))];
        yield return Note0.Deviates(
            "11-time",
            "A mode grows from $s/2$ to $s - \\varepsilon$ in $\\log(s/\\varepsilon - 1)/(2s)$, here for $\\varepsilon = 10^{-3}$; largest relative error.",
            Note0.Speed,
            measured.Zip(predicted, (time, expected) => (time / expected) - 1),
            tolerance: 1e-6,
            Note0.Faster);
        yield return Note0.Fails(
            "11-note",
            "A mode grows from $s/2$ to $s - \\varepsilon$ in about $\\log(s/\\varepsilon)/s$; measured time over this.",
            Note0.Speed,
            predicted: 1,
            Note0.Farthest(ratios, 1),
            Bound.Near(1, 1e-3),
            "The time is half of that, $\\log(s/\\varepsilon - 1)/(2s)$: the rise is symmetric about $s/2$.",
            Note0.HalfAsFast);
    }
}
