using PluginLab.Dynamics;
using PluginLab.GradientFlows.Products;
using PluginLab.GradientFlows.Tests.Reference;
using PluginLab.Numerics.Integration;

namespace PluginLab.GradientFlows.Tests.Products;

/// <summary>The flows integrated, and descended, against the oracle.</summary>
public sealed class IntegrationReferenceTests
{
    private const double RelativeTolerance = 1e-12;
    private const double AbsoluteTolerance = 1e-14;
    private const double AllowedRelativeError = 1e-9;
    private const int StepsUntilCycle = 400;

    /// <summary>Steps of chaotic descent compared: rounding grows threefold at each.</summary>
    private const int MostChaoticSteps = 10;

    internal static readonly string[] Files =
        ["02_product_balanced.json", "03_product2_unbalanced.json", "04_product_unbalanced.json", "05_monomial.json", "08_gd_product.json"];

    internal static readonly Dictionary<string, Action<ReferenceCase>> Checks = new()
    {
        ["product"] = CheckTrajectory,
        ["monomial"] = CheckTrajectory,
        ["balanced_ode"] = CheckReducedProduct,
        ["product.hit"] = reference => CheckEvents(reference, Initial(reference), Product(reference), "thresholds_product"),
        ["product.ratio_hit"] = reference => CheckEvents(reference, Initial(reference), (_, state) => state[0] / state[1], "ratios_w1/w2"),
        ["monomial.balanced_hit"] = reference => CheckEvents(reference, BalancedInitial(reference), Product(reference), "thresholds_product"),
        ["product.gd"] = CheckDescent,
        ["monomial.gd"] = CheckDescent,
        ["product.gd_limit_cycle"] = CheckCycle,
        ["product.gd_step_count"] = CheckStepCount,
    };

    /// <summary>Kinds that are about closed forms alone, held by their tests.</summary>
    private static readonly string[] HeldElsewhere = ["balanced_constants", "product.limit", "monomial.limit"];

    private static readonly IIntegrator DormandPrince = StepIntegrators.DormandPrince5(RelativeTolerance, AbsoluteTolerance);

    private static IEnumerable<TestCaseData> Cases => Files.SelectMany(ReferenceCase.TestCases).Where(data => !HeldElsewhere.Contains(((ReferenceCase)data.Arguments[0]!).System));

    [TestCaseSource(nameof(Cases))]
    public void The_integrated_flow_meets_the_oracle(ReferenceCase reference)
    {
        Assert.That(Checks, Contains.Key(reference.System), "A kind of reference case that no test maps.");
        Checks[reference.System](reference);
    }

    private static void CheckTrajectory(ReferenceCase reference)
    {
        double[] initial = Initial(reference);
        Monomial monomial = Flow(reference);
        InitialValueProblem problem = new(monomial, initial, 0, reference.Times[^1]);
        Trajectory trajectory = Solve(DormandPrince, problem, SaveAt.Times(reference.Times));
        AssertStates(trajectory, [.. Enumerable.Range(0, trajectory.Count)], [.. reference.Expected.GetProperty("w").EnumerateArray().Select(ReferenceCase.Numbers)]);
        AssertSeries(trajectory.Observe(monomial.Observables[0].Function), reference.ExpectedNumbers("product"));
        for (int j = 2; j < monomial.Observables.Count; j++)
        {
            StateFunction conserved = monomial.Observables[j].Function;
            double atStart = conserved(0, initial);
            double scale = initial.Max(weight => weight * weight);
            Assert.That(trajectory.Observe(conserved), Is.All.EqualTo(atStart).Within(AllowedRelativeError * scale));
            Assert.That(atStart, Is.EqualTo(ExpectedConserved(reference, j - 2)).Within(RelativeTolerance * scale));
        }
    }

    private static void CheckReducedProduct(ReferenceCase reference)
    {
        ReducedProduct system = new(reference.Target, reference.Parameters.GetProperty("d").GetDouble());
        InitialValueProblem problem = new(system, [reference.Initial.GetProperty("u").GetDouble()], 0, reference.Times[^1]);
        AssertSeries(Solve(DormandPrince, problem, SaveAt.Times(reference.Times)).Component(0), reference.ExpectedNumbers("u"));
    }

    private static void CheckEvents(ReferenceCase reference, double[] initial, StateFunction observable, string levelsName)
    {
        double[] levels = ReferenceCase.Numbers(reference.Parameters.GetProperty(levelsName));
        double[] expected = reference.ExpectedNumbers("hit_times");
        Monomial monomial = Flow(reference);
        InitialValueProblem problem = new InitialValueProblem(monomial, initial, 0, 1.5 * expected[^1])
            .WithEvents(levels.Select((level, i) => EventFunction.Crossing($"level-{i}", observable, level)));
        Solution solution = DormandPrince.Integrate(problem, SaveAt.End, CancellationToken.None);
        for (int i = 0; i < levels.Length; i++)
        {
            LocatedEvent located = solution.Events.First(candidate => candidate.Name == $"level-{i}");
            double tolerance = (AllowedRelativeError * expected[i]) + (10 * RelativeTolerance * Math.Abs(levels[i]) / Speed(monomial, observable, located));
            Assert.That(located.Time, Is.EqualTo(expected[i]).Within(tolerance), $"level {levels[i]}");
        }
    }

    private static void CheckDescent(ReferenceCase reference)
    {
        int[] steps = reference.Id.Contains("chebyshev", StringComparison.Ordinal) ? [.. reference.Steps.Where(step => step <= MostChaoticSteps)] : reference.Steps;
        Trajectory trajectory = Descend(reference, steps[^1]);
        AssertStates(trajectory, steps, [.. reference.Expected.GetProperty("w").EnumerateArray().Take(steps.Length).Select(ReferenceCase.Numbers)]);
        double[] product = [.. trajectory.Observe(Product(reference))];
        AssertSeries([.. steps.Select(step => product[step])], reference.ExpectedNumbers("product")[..steps.Length]);
    }

    private static void CheckCycle(ReferenceCase reference)
    {
        Trajectory trajectory = Descend(reference, StepsUntilCycle);
        double[] cycle = [trajectory.State(StepsUntilCycle - 1)[0], trajectory.State(StepsUntilCycle)[0]];
        AssertSeries([cycle.Min(), cycle.Max()], [reference.ExpectedNumber("w_low"), reference.ExpectedNumber("w_high")]);
    }

    /// <summary>Steps to s/2, and from there to the first of two consecutive products within δs, counted along descent from equal weights.</summary>
    private static void CheckStepCount(ReferenceCase reference)
    {
        const double Target = 1;
        const int MostSteps = 100;
        Monomial product = Monomial.Product(Target, reference.Parameters.GetProperty("d").GetInt32());
        double learningRate = 2 * reference.Parameters.GetProperty("kappa").GetDouble() / product.Degree;
        double accuracy = reference.Parameters.GetProperty("delta").GetDouble();
        InitialValueProblem problem = new(product, product.BalancedState(reference.Parameters.GetProperty("eps_over_s").GetDouble()), 0, MostSteps * learningRate);
        List<double> products = [.. Solve(StepIntegrators.GradientDescent(learningRate), problem, SaveAt.EveryStep).Observe((_, state) => product.EvaluateProduct(state))];

        int half = products.FindIndex(value => value >= Target / 2);
        int accurate = Enumerable.Range(half, products.Count - half - 1).First(step => products.Skip(step).Take(2).All(value => Math.Abs(Target - value) <= accuracy));
        Assert.That(half, Is.EqualTo((int)reference.ExpectedNumber("N1_to_half")));
        Assert.That(accurate - half, Is.EqualTo((int)reference.ExpectedNumber("N2_half_to_1-delta(two consecutive)")));
    }

    private static Trajectory Descend(ReferenceCase reference, int steps)
    {
        double learningRate = reference.Parameters.GetProperty("eta").GetDouble();
        InitialValueProblem problem = new(Flow(reference), Initial(reference), 0, steps * learningRate);
        return Solve(StepIntegrators.GradientDescent(learningRate), problem, SaveAt.EveryStep);
    }

    private static Trajectory Solve(IIntegrator integrator, InitialValueProblem problem, SaveAt saveAt) =>
        integrator.Integrate(problem, saveAt, CancellationToken.None).Trajectory;

    private static double Speed(Monomial monomial, StateFunction observable, LocatedEvent located)
    {
        const double Shift = 1e-6;
        double[] derivative = new double[monomial.Dimension];
        double[] state = [.. located.State];
        monomial.EvaluateDerivative(0, state, derivative);
        double[] moved = [.. state.Zip(derivative, (weight, rate) => weight + (Shift * rate))];
        return Math.Abs(observable(0, moved) - observable(0, state)) / Shift;
    }

    private static double ExpectedConserved(ReferenceCase reference, int index)
    {
        if (reference.Expected.TryGetProperty("conserved_w1^2-w2^2", out var ofPair))
        {
            return ofPair.GetDouble();
        }

        return reference.Expected.TryGetProperty("conserved", out var list) ? list.EnumerateObject().ElementAt(index).Value.GetDouble() : 0;
    }

    private static Monomial Flow(ReferenceCase reference) => new(reference.Target, reference.Exponents);

    private static StateFunction Product(ReferenceCase reference) => Flow(reference).Observables[0].Function;

    private static double[] Initial(ReferenceCase reference) => ReferenceCase.Numbers(reference.Initial.GetProperty("w"));

    private static double[] BalancedInitial(ReferenceCase reference) => Flow(reference).BalancedState(reference.Parameters.GetProperty("u0").GetDouble());

    private static void AssertStates(Trajectory trajectory, int[] indices, double[][] expected)
    {
        double scale = expected.SelectMany(state => state).Max(Math.Abs);
        for (int i = 0; i < indices.Length; i++)
        {
            Assert.That(trajectory.State(indices[i]).ToArray(), Is.EqualTo(expected[i]).Within(AllowedRelativeError * scale), $"point {i}");
        }
    }

    private static void AssertSeries(IReadOnlyList<double> actual, double[] expected) =>
        Assert.That(actual, Is.EqualTo(expected).Within(AllowedRelativeError * expected.Max(Math.Abs)));
}
