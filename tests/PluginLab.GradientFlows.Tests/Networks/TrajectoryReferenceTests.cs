using System.Text.Json;
using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;
using PluginLab.GradientFlows.Tests.Reference;
using PluginLab.Numerics.Integration;

namespace PluginLab.GradientFlows.Tests.Networks;

/// <summary>The flows of the networks, integrated, against the oracle.</summary>
public sealed class TrajectoryReferenceTests
{
    /// <summary>Bound on |x − x*| / max|x*| of a flow solved with a relative tolerance of 1e-12.</summary>
    private const double FlowTolerance = 1e-9;

    /// <summary>Rounding of up to 60 steps, grown by the take-off of the modes.</summary>
    private const double DescentTolerance = 1e-12;

    internal static readonly string[] Files = ["01_tied_mode.json", "06_two_layer.json", "07_deep_linear.json", "09_gd_matrix.json", "11_interference.json"];

    /// <summary>The kinds that <see cref="A_solved_network_meets_the_oracle"/> maps; it fails on any other.</summary>
    internal static readonly string[] Systems = ["two_layer", "deep_linear", "deep_linear.gd", "tied_gram", "tied_mode", "tied_mode.hit", "two_layer.mode_limit"];

    private static readonly IIntegrator Integrator = StepIntegrators.DormandPrince5(1e-12, 1e-14);

    [TestCaseSource(nameof(Cases))]
    public void A_solved_network_meets_the_oracle(ReferenceCase reference)
    {
        switch (reference.System)
        {
            case "two_layer" or "deep_linear":
                AssertFlow(reference);
                break;
            case "deep_linear.gd":
                AssertDescent(reference);
                break;
            case "tied_gram":
                AssertTiedFlow(reference);
                break;
            case "tied_mode":
                AssertTiedMode(reference);
                break;
            case "tied_mode.hit":
                AssertHittingTimes(reference);
                break;
            case "two_layer.mode_limit":
                AssertLimit(reference);
                break;
            default:
                Assert.Fail($"No test maps the system '{reference.System}' of case '{reference.Id}'.");
                break;
        }
    }

    private static IEnumerable<TestCaseData> Cases() =>
        Files.SelectMany(ReferenceCase.TestCases);

    private static void AssertFlow(ReferenceCase reference)
    {
        LinearNetwork network = reference.Network();
        double[] start = network.State(reference.InitialLayers());
        Trajectory trajectory = NetworkCase.Solve(Integrator, network, start, reference.Times);
        AssertLayersAndProducts(reference, network, trajectory, FlowTolerance);
        if (reference.Expected.TryGetProperty("loss", out JsonElement losses))
        {
            double[] expected = ReferenceCase.Numbers(losses);
            double[] actual = [.. trajectory.Observe((_, state) => network.EvaluateLoss(state))];
            Assert.That(actual, Is.EqualTo(expected).Within(FlowTolerance * expected.Max()), "loss");
        }

        if (reference.Expected.TryGetProperty("conserved_WeT_We_minus_Wd_WdT", out JsonElement conserved))
        {
            Matrix drift = network.Imbalance(trajectory.LastState, 1).Subtract(NetworkCase.Matrix(conserved));
            Assert.That(drift.LargestMagnitude(), Is.LessThan(FlowTolerance * network.Product(trajectory.LastState).LargestMagnitude()), "conserved");
        }
    }

    private static void AssertDescent(ReferenceCase reference)
    {
        LinearNetwork network = reference.Network();
        double learningRate = reference.Parameters.GetProperty("eta").GetDouble();
        double[] start = network.State(reference.InitialLayers());
        Trajectory trajectory = NetworkCase.Solve(
            StepIntegrators.GradientDescent(learningRate), network, start, [.. reference.Steps.Select(step => step * learningRate)]);
        AssertLayersAndProducts(reference, network, trajectory, DescentTolerance);
    }

    private static void AssertLayersAndProducts(ReferenceCase reference, LinearNetwork network, Trajectory trajectory, double tolerance)
    {
        for (int k = 0; k < trajectory.Count; k++)
        {
            Matrix[] expected = reference.ExpectedLayers(k);
            for (int layer = 1; layer <= network.Depth; layer++)
            {
                NetworkCase.AssertMatches(network.Layer(trajectory.State(k), layer), expected[layer - 1], tolerance, $"layer {layer} at {trajectory.Times[k]}");
            }

            NetworkCase.AssertMatches(
                network.Product(trajectory.State(k)), NetworkCase.Matrix(reference.Expected.GetProperty("product")[k]), tolerance, $"product at {trajectory.Times[k]}");
        }
    }

    private static void AssertTiedFlow(ReferenceCase reference)
    {
        Matrix start = NetworkCase.Matrix(reference.Initial.GetProperty("W"));
        var network = new TiedLinearNetwork(reference.TargetMatrix(), start.Columns);
        Trajectory trajectory = NetworkCase.Solve(Integrator, network, start.Values.ToArray(), reference.Times);
        for (int k = 0; k < trajectory.Count; k++)
        {
            Matrix expected = NetworkCase.Matrix(reference.Expected.GetProperty("gram")[k]);
            NetworkCase.AssertMatches(network.Product(trajectory.State(k)), expected, FlowTolerance, $"Gram matrix at {trajectory.Times[k]}");
        }
    }

    private static void AssertTiedMode(ReferenceCase reference)
    {
        double[] times = [.. reference.Times.Where(time => time > 0)];
        double[] expected = reference.ExpectedNumbers("u")[^times.Length..];
        double initial = reference.Initial.GetProperty("u").GetDouble();
        TiedLinearNetwork network = Mode(reference.Target);
        Trajectory trajectory = NetworkCase.Solve(Integrator, network, [Math.Sqrt(initial)], times);
        Assert.That(trajectory.Observe(NetworkObservables.Entry(network, 0, 0)), Is.EqualTo(expected).Within(FlowTolerance * expected.Max()));
    }

    /// <summary>The strength is found where it crosses, to the accuracy of the root and of the tolerance divided by the slope there.</summary>
    private static void AssertHittingTimes(ReferenceCase reference)
    {
        double target = reference.Target;
        double initial = reference.Parameters.GetProperty("eps").GetDouble();
        TiedLinearNetwork network = Mode(target);
        StateFunction strength = NetworkObservables.Entry(network, 0, 0);
        var problem = new InitialValueProblem(network, [Math.Sqrt(initial)], 0, 2 * reference.ExpectedNumber("T_total"))
            .WithEvent(EventFunction.Crossing("half", strength, target / 2))
            .WithEvent(EventFunction.Crossing("end", strength, target - initial));
        Solution solution = Integrator.Integrate(problem, SaveAt.End, CancellationToken.None);
        AssertTime(solution.EventTime("half"), reference.ExpectedNumber("T_eps_to_half"), SlopeTolerance(target, target / 2));
        AssertTime(solution.EventTime("end"), reference.ExpectedNumber("T_total"), SlopeTolerance(target, target - initial));
    }

    private static void AssertLimit(ReferenceCase reference)
    {
        double[] encoder = ReferenceCase.Numbers(reference.Initial.GetProperty("We"));
        double[] decoder = ReferenceCase.Numbers(reference.Initial.GetProperty("Wd"));
        var network = new LinearNetwork(new Matrix(1, 1, [reference.Target]), [1, encoder.Length, 1]);
        ReadOnlySpan<double> end = NetworkCase.Solve(Integrator, network, [.. encoder, .. decoder], [40 / Math.Abs(reference.Target)]).LastState;
        double first = Square(network.Layer(end, 1));
        double second = Square(network.Layer(end, 2));
        Assert.That(first, Is.EqualTo(reference.ExpectedNumber("norm2_We")).Within(FlowTolerance * first));
        Assert.That(second, Is.EqualTo(reference.ExpectedNumber("norm2_Wd")).Within(FlowTolerance * second));
        Assert.That(network.Product(end)[0, 0] / Math.Sqrt(first * second), Is.EqualTo(reference.ExpectedNumber("cosine_We_Wd")).Within(FlowTolerance));
        Assert.That(first + second, Is.EqualTo(reference.ExpectedNumber("sharpness")).Within(FlowTolerance * (first + second)));
    }

    private static TiedLinearNetwork Mode(double target) => new(new Matrix(1, 1, [target]), 1);

    private static double SlopeTolerance(double target, double strength) => 10 * 1e-12 * strength / (2 * (target - strength) * strength);

    private static void AssertTime(double actual, double expected, double slopeTolerance) =>
        Assert.That(actual, Is.EqualTo(expected).Within((FlowTolerance * expected) + slopeTolerance));

    private static double Square(Matrix matrix) => matrix.FrobeniusNorm() * matrix.FrobeniusNorm();
}
