using PluginLab.GradientFlows.Products;
using PluginLab.GradientFlows.Tests.Reference;

namespace PluginLab.GradientFlows.Tests.Products;

/// <summary>The closed forms against the oracle, to 1e-12 relative.</summary>
public sealed class ClosedFormReferenceTests
{
    private const double RelativeTolerance = 1e-12;

    internal static readonly string[] Files =
    [
        "02_product_balanced.json", "03_product2_unbalanced.json", "04_product_unbalanced.json", "05_monomial.json", "08_gd_product.json", "10_stability.json",
    ];

    internal static readonly Dictionary<string, Action<ReferenceCase>> Checks = new()
    {
        ["product.hit"] = CheckHittingTimes,
        ["product.ratio_hit"] = CheckRatioHittingTimes,
        ["product.limit"] = CheckLimit,
        ["monomial.limit"] = CheckLimit,
        ["monomial.balanced_hit"] = CheckBalancedMonomial,
        ["product"] = CheckPairState,
        ["balanced_ode"] = CheckReducedProduct,
        ["balanced_constants"] = CheckConstants,
        ["product.stability"] = CheckStability,
        ["monomial.stability"] = CheckStability,
        ["product.gd_thresholds"] = CheckThresholds,
        ["product.gd_limit_cycle"] = CheckCycle,
        ["product.gd_step_count"] = CheckStepCount,
    };

    /// <summary>Kinds without a closed form, held by the trajectory and descent tests, and those of networks.</summary>
    private static readonly string[] HeldElsewhere = ["monomial", "product.gd", "monomial.gd", "deep_linear.stability", "two_layer.pair_threshold"];

    private static IEnumerable<TestCaseData> Cases => Files.SelectMany(ReferenceCase.TestCases).Where(data => !HeldElsewhere.Contains(((ReferenceCase)data.Arguments[0]!).System));

    [TestCaseSource(nameof(Cases))]
    public void The_closed_form_meets_the_oracle(ReferenceCase reference)
    {
        Assert.That(Checks, Contains.Key(reference.System), "A kind of reference case that no test maps.");
        Checks[reference.System](reference);
    }

    private static void CheckHittingTimes(ReferenceCase reference)
    {
        double[] initial = ReferenceCase.Numbers(reference.Initial.GetProperty("w"));
        double[] levels = ReferenceCase.Numbers(reference.Parameters.GetProperty("thresholds_product"));
        double[] expected = reference.ExpectedNumbers("hit_times");
        MonomialHittingTime orbit = new(reference.Target, reference.Exponents, initial);
        AssertAll(levels.Select(orbit.To), expected);
        if (initial.Length == 2)
        {
            UnbalancedPair pair = new(reference.Target, initial[0], initial[1]);
            AssertAll(levels.Select(pair.HittingTime), expected);
        }

        if (initial.Distinct().Count() == 1)
        {
            BalancedProduct product = new(reference.Target, initial.Length);
            double start = new Monomial(reference.Target, reference.Exponents).EvaluateProduct(initial);
            AssertAll(levels.Select(level => product.HittingTime(start, level)), expected);
            AssertNear(product.ApproachRate, reference.ExpectedNumber("rate_at_minimum_d*s^(2-2/d)"));
        }
    }

    private static void CheckRatioHittingTimes(ReferenceCase reference)
    {
        UnbalancedPair pair = Pair(reference);
        AssertAll(ReferenceCase.Numbers(reference.Parameters.GetProperty("ratios_w1/w2")).Select(pair.RatioHittingTime), reference.ExpectedNumbers("hit_times"));
    }

    private static void CheckLimit(ReferenceCase reference)
    {
        double[] initial = ReferenceCase.Numbers(reference.Initial.GetProperty("w"));
        MonomialLimit limit = new(reference.Target, reference.Exponents, initial);
        AssertAll(limit.State, reference.ExpectedNumbers("w"));
        if (reference.Expected.TryGetProperty("loss", out var loss))
        {
            Assert.That(limit.Loss, Is.EqualTo(loss.GetDouble()));
            Assert.That(limit.ReachesTarget, Is.False);
            return;
        }

        Monomial monomial = new(reference.Target, reference.Exponents);
        string sharpnessName = reference.Expected.TryGetProperty("sharpness", out _) ? "sharpness" : "sharpness=sqrt(4s^2+c^2)";
        double sharpness = monomial.EvaluateSharpnessAtMinimum([.. limit.State]);
        AssertNear(sharpness, reference.ExpectedNumber(sharpnessName));
        AssertNear(2 / sharpness, reference.ExpectedNumber("eta_max_local=2/sharpness"));
        if (reference.Expected.TryGetProperty("final_ratio_w1/w2", out var ratio))
        {
            AssertNear(limit.State[0] / limit.State[1], ratio.GetDouble());
        }

        if (reference.Expected.TryGetProperty("flattest_sharpness", out var flattest))
        {
            BalancedMonomial balanced = new(Math.Abs(reference.Target), reference.Exponents);
            AssertNear(balanced.ApproachRate, flattest.GetDouble());
            AssertNear(balanced.MaximumLearningRate, reference.ExpectedNumber("eta_max_any_minimum"));
        }

        if (initial.Length == 2 && monomial.Degree == 2)
        {
            CheckPairLimit(reference);
        }
    }

    private static void CheckPairLimit(ReferenceCase reference)
    {
        UnbalancedPair pair = Pair(reference);
        AssertAll([pair.Limit.First, pair.Limit.Second], reference.ExpectedNumbers("w"));
        AssertNear(pair.FinalRatio, reference.ExpectedNumber("final_ratio_w1/w2"));
        AssertNear(Math.Max(pair.FinalRatio, 1 / pair.FinalRatio), reference.ExpectedNumber("final_ratio_abs=exp(asinh(|c|/2|s|))(larger/smaller)"));
        AssertNear(pair.Sharpness, reference.ExpectedNumber("sharpness=sqrt(4s^2+c^2)"));
        AssertNear(pair.MaximumLearningRate, reference.ExpectedNumber("eta_max_local=2/sharpness"));
    }

    private static void CheckBalancedMonomial(ReferenceCase reference)
    {
        double initialProduct = reference.Parameters.GetProperty("u0").GetDouble();
        double[] levels = ReferenceCase.Numbers(reference.Parameters.GetProperty("thresholds_product"));
        BalancedMonomial balanced = new(reference.Target, reference.Exponents);
        AssertAll(levels.Select(level => balanced.HittingTime(initialProduct, level)), reference.ExpectedNumbers("hit_times"));
        AssertNear(balanced.SpeedUp, reference.ExpectedNumber("speedup_vs_product_of_degree_D=K^(2/D)"));
        AssertNear(balanced.ApproachRate, reference.ExpectedNumber("sharpness_at_minimum"));

        double[] start = new Monomial(reference.Target, reference.Exponents).BalancedState(initialProduct);
        AssertAll(levels.Select(new MonomialHittingTime(reference.Target, reference.Exponents, start).To), reference.ExpectedNumbers("hit_times"));
    }

    private static void CheckPairState(ReferenceCase reference)
    {
        double[] initial = ReferenceCase.Numbers(reference.Initial.GetProperty("w"));
        double[][] expected = [.. reference.Expected.GetProperty("w").EnumerateArray().Select(ReferenceCase.Numbers)];
        if (initial.Length == 2)
        {
            UnbalancedPair pair = Pair(reference);
            AssertAll(reference.Times.SelectMany(time => new[] { pair.StateAt(time).First, pair.StateAt(time).Second }), [.. expected.SelectMany(state => state)]);
        }

        double start = new Monomial(reference.Target, reference.Exponents).EvaluateProduct(initial);
        if (initial.Distinct().Count() == 1 && start >= 0 && start < reference.Target)
        {
            BalancedProduct product = new(reference.Target, initial.Length);
            AssertAll(reference.Times.Select(time => product.ProductAt(start, time)), reference.ExpectedNumbers("product"));
        }
    }

    private static void CheckReducedProduct(ReferenceCase reference)
    {
        BalancedProduct product = new(reference.Target, reference.Parameters.GetProperty("d").GetDouble());
        double initial = reference.Initial.GetProperty("u").GetDouble();
        AssertAll(reference.Times.Select(time => product.ProductAt(initial, time)), reference.ExpectedNumbers("u"));
    }

    private static void CheckConstants(ReferenceCase reference)
    {
        double degree = reference.Parameters.GetProperty("d").GetDouble();
        AssertNear(ProductIntegral.Evaluate(degree, 0.5), reference.ExpectedNumber("F_half"));
        AssertNear(ProductIntegral.LimitConstant(degree), reference.ExpectedNumber("C_d"));
        AssertNear(ProductIntegral.ApproachConstant(degree), reference.ExpectedNumber("A_d=C_d-F_half"));
    }

    private static void CheckStability(ReferenceCase reference)
    {
        BalancedMonomial balanced = new(reference.Target, reference.Exponents);
        double[] state = reference.Initial.GetProperty("w").ValueKind == System.Text.Json.JsonValueKind.Array
            ? ReferenceCase.Numbers(reference.Initial.GetProperty("w"))
            : new Monomial(reference.Target, reference.Exponents).BalancedState(reference.Target);
        double sharpness = new Monomial(reference.Target, reference.Exponents).EvaluateSharpnessAtMinimum(state);
        AssertNear(sharpness, reference.ExpectedNumber("sharpness"));
        AssertNear(2 / sharpness, reference.ExpectedNumber("eta_max"));
        if (reference.Initial.GetProperty("w").ValueKind == System.Text.Json.JsonValueKind.String)
        {
            AssertNear(balanced.ApproachRate, reference.ExpectedNumber("sharpness"));
            AssertNear(balanced.MaximumLearningRate, reference.ExpectedNumber("eta_max"));
        }

        if (reference.Expected.TryGetProperty("eta_superlinear", out var superlinear))
        {
            AssertNear(balanced.Product.SuperlinearLearningRate, superlinear.GetDouble());
        }
    }

    private static void CheckThresholds(ReferenceCase reference)
    {
        DescentThresholds thresholds = new(reference.Parameters.GetProperty("d").GetInt32());
        AssertNear(DescentThresholds.PeriodTwo, reference.ExpectedNumber("kappa_period2_onset"));
        AssertNear(thresholds.PeriodFour, reference.ExpectedNumber("kappa_period4_onset"));
        AssertAll([thresholds.CycleAtPeriodFour.Low, thresholds.CycleAtPeriodFour.High], reference.ExpectedNumbers("two_cycle_there"));
        AssertNear(thresholds.Escape, reference.ExpectedNumber("kappa_escape"));
    }

    private static void CheckCycle(ReferenceCase reference)
    {
        double eta = reference.Parameters.GetProperty("eta").GetDouble();
        double root = Math.Sqrt(reference.Target);
        DescentCycle cycle = DescentCycle.OfDegreeTwo(eta * reference.Target);
        AssertAll([root * cycle.Low, root * cycle.High], [reference.ExpectedNumber("w_low"), reference.ExpectedNumber("w_high")]);
        AssertNear(cycle.Multiplier, reference.ExpectedNumber("multiplier"));
        AssertNear(cycle.Low * cycle.High, reference.ExpectedNumber("orbit_product_y1y2"));
    }

    private static void CheckStepCount(ReferenceCase reference)
    {
        int degree = reference.Parameters.GetProperty("d").GetInt32();
        double kappa = reference.Parameters.GetProperty("kappa").GetDouble();
        double fraction = reference.Parameters.GetProperty("eps_over_s").GetDouble();
        double accuracy = reference.Parameters.GetProperty("delta").GetDouble();
        (int? growth, int? approach) = new DescentMap(degree, kappa).CountSteps(fraction, accuracy, mostSteps: 1000);
        Assert.That(growth, Is.EqualTo((int)reference.ExpectedNumber("N1_to_half")));
        Assert.That(approach, Is.EqualTo((int)reference.ExpectedNumber("N2_half_to_1-delta(two consecutive)")));

        BalancedProduct product = new(1, degree);
        AssertNear(product.GrowthTime(fraction) * product.ApproachRate / (2 * kappa), reference.ExpectedNumber("flow_N1"));
        AssertNear(product.ApproachTime(accuracy) * product.ApproachRate / (2 * kappa), reference.ExpectedNumber("flow_N2"));
    }

    private static UnbalancedPair Pair(ReferenceCase reference)
    {
        double[] initial = ReferenceCase.Numbers(reference.Initial.GetProperty("w"));
        return new UnbalancedPair(reference.Target, initial[0], initial[1]);
    }

    private static void AssertAll(IEnumerable<double> actual, double[] expected, double relativeTolerance = RelativeTolerance) =>
        Assert.That(actual, Is.EqualTo(expected).Using<double>((a, b) => Math.Abs(a - b) <= relativeTolerance * Math.Abs(b)));

    private static void AssertNear(double actual, double expected) => Assert.That(actual, Is.EqualTo(expected).Within(RelativeTolerance * Math.Max(Math.Abs(expected), 1e-3)));
}
