using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Networks;
using PluginLab.GradientFlows.Networks.ClosedForms;

namespace PluginLab.Plugins.DiagonalCase.TiedStarts;

/// <summary>How the half-time depends on the target: single tied modes over a range of targets, all from the same strength.</summary>
internal static class HalfTimeStudy
{
    private const double Smallest = 0.25;
    private const double Largest = 8;
    private const int Count = 11;

    /// <summary>The note's "roughly proportional": the exponent is within this of −1.</summary>
    private const double Roughly = 0.1;

    public static ExperimentResult Run(ExperimentContext context, double initialStrength)
    {
        double[] targets = [.. Enumerable.Range(0, Count).Select(k => Smallest * Math.Pow(Largest / Smallest, k / (Count - 1.0)))];
        double[] predicted = [.. targets.Select(target => TiedMode.HalfTime(target, initialStrength))];
        double[] measured = [.. targets.Select(target => Measure(context, target, initialStrength))];
        double predictedSlope = Slope(targets, predicted);
        double measuredSlope = Slope(targets, measured);
        Claim exponent = Note0.Holds(
            "12-exponent",
            $"Between $s = {NumberText.Of(Smallest)}$ and ${NumberText.Of(Largest)}$ the half-time falls with the mean exponent of $\\log(s/u_0 - 1)/(2s)$, which is $-1 + 1/\\log(s/u_0)$ at each $s$.",
            Note0.Speed,
            predictedSlope,
            measuredSlope,
            Bound.Within(predictedSlope, 1e-6),
            NetworkControls.NormalizedRate);
        Claim proportional = Note0.Holds(
            "12-proportional",
            "The rate of learning is roughly proportional to $s$: the half-time falls with an exponent of $-1$ up to the logarithm.",
            Note0.Speed,
            predicted: -1,
            measuredSlope,
            Bound.Within(-1, Roughly),
            NetworkControls.NormalizedRate) with
        {
            NotApplicable = Math.Abs(predictedSlope + 1) < 0.9 * Roughly ? null : "The initial strength is so large that the logarithm changes over the range of targets.",
        };
        return new ExperimentResult
        {
            Claims = [exponent, proportional],
            Figures = [Draw(targets, measured, initialStrength, measuredSlope)],
            Metrics = [new("half-time-exponent", "mean exponent of the half-time in $s$", measuredSlope)],
        };
    }

    private static double Measure(ExperimentContext context, double target, double initialStrength)
    {
        var network = new LinearNetwork(new Matrix(1, 1, [target]), [1, 1, 1]);
        double[] start = [Math.Sqrt(initialStrength), Math.Sqrt(initialStrength)];
        double longest = 10 * TiedMode.HalfTime(target, initialStrength);
        var problem = new InitialValueProblem(network, start, 0, longest)
            .WithEvent(EventFunction.Stop("half", NetworkObservables.Entry(network, 0, 0), target / 2));
        return context.Solve(problem, SaveAt.End).EventTime("half");
    }

    private static double Slope(double[] targets, double[] times) => Math.Log(times[^1] / times[0]) / Math.Log(targets[^1] / targets[0]);

    private static Figure Draw(double[] targets, double[] measured, double initialStrength, double slope) => new()
    {
        Id = "half-time",
        Title = "Stronger targets are learned sooner, twice as fast as the note says",
        Caption =
            $"Time from $u_0 = {NumberText.Of(initialStrength)}$ to $s/2$ of a tied mode. The measured times lie on $\\log(s/u_0 - 1)/(2s)$ and fall as "
            + $"$s^{{{slope.ToString("F3", System.Globalization.CultureInfo.InvariantCulture)}}}$ on average, not quite as $1/s$; the note's $\\log(s/u_0)/s$ is too long by the factor 2.",
        AltText = "Half-time against target value on two logarithmic axes: measured points lie on the exact line; the line of the note runs parallel at twice the time.",
        Panels =
        [
            new Panel
            {
                X = Axis.Logarithmic("target $s$"),
                Y = Axis.Logarithmic("half-time $T$"),
                Legend = LegendPlacement.Inside,
                Marks =
                [
                    new Line { Id = "note", Label = "note: $\\log(s/u_0)/s$", Role = MarkRole.Reference, X = targets, Y = [.. targets.Select(s => TiedMode.HalfTimeOfNote(s, initialStrength))] },
                    new Line { Id = "exact", Label = "exact: $\\log(s/u_0 - 1)/(2s)$", Role = MarkRole.Theory, X = targets, Y = [.. targets.Select(s => TiedMode.HalfTime(s, initialStrength))] },
                    new Scatter { Id = "measured", Label = "measured", X = targets, Y = measured },
                ],
            },
        ],
        ClaimIds = ["note0-10-time", "note0-10-note", "note0-12-exponent", "note0-12-proportional"],
    };
}
