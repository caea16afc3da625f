using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks.ClosedForms;
using PluginLab.GradientFlows.Tests.Reference;

namespace PluginLab.GradientFlows.Tests.Networks.ClosedForms;

/// <summary>The closed forms of the networks against the oracle, without integrating anything.</summary>
public sealed class ClosedFormReferenceTests
{
    /// <summary>Rounding of the closed forms, relative to the largest expected entry.</summary>
    private const double Tolerance = 1e-12;

    /// <summary>The file of stability, which has the cases of products beside those of networks.</summary>
    internal static readonly string[] Files = ["10_stability.json"];

    /// <summary>The kinds of networks in it.</summary>
    internal static readonly string[] Systems = ["deep_linear.stability", "two_layer.pair_threshold"];

    [TestCaseSource(nameof(Cases), new object[] { "01_tied_mode.json", "tied_mode" })]
    public void The_logistic_strength_meets_the_oracle(ReferenceCase reference)
    {
        double initial = reference.Initial.GetProperty("u").GetDouble();
        double[] expected = reference.ExpectedNumbers("u");
        double[] actual = [.. reference.Times.Select(time => TiedMode.Strength(reference.Target, initial, time))];
        Assert.That(actual, Is.EqualTo(expected).Within(Tolerance).Percent);
    }

    [TestCaseSource(nameof(Cases), new object[] { "01_tied_mode.json", "tied_mode.hit" })]
    public void The_hitting_times_meet_the_oracle(ReferenceCase reference)
    {
        double target = reference.Target;
        double initial = reference.Parameters.GetProperty("eps").GetDouble();
        double half = TiedMode.HalfTime(target, initial);
        double note = TiedMode.HalfTimeOfNote(target, initial);
        Assert.That(half, Is.EqualTo(reference.ExpectedNumber("T_eps_to_half")).Within(Tolerance * half));
        Assert.That(TiedMode.TimeToWithin(target, target / 2, initial), Is.EqualTo(reference.ExpectedNumber("T_half_to_s_minus_eps")).Within(Tolerance * half));
        Assert.That(TiedMode.TimeToWithin(target, initial, initial), Is.EqualTo(reference.ExpectedNumber("T_total")).Within(Tolerance * half));
        Assert.That(note, Is.EqualTo(reference.ExpectedNumber("seed_prediction_log(s/eps)/s")).Within(Tolerance * note));
        Assert.That(half / note, Is.EqualTo(reference.ExpectedNumber("ratio_exact_over_seed")).Within(Tolerance));
    }

    [TestCaseSource(nameof(Cases), new object[] { "11_interference.json", "tied_gram" })]
    public void The_tied_Riccati_solution_and_its_cosines_meet_the_oracle(ReferenceCase reference)
    {
        var flow = RiccatiFlow.Tied(reference.TargetMatrix(), NetworkCase.Matrix(reference.Initial.GetProperty("W")));
        foreach ((int k, double time) in reference.Times.Index())
        {
            Matrix gram = flow.Gram(time);
            NetworkCase.AssertMatches(gram, NetworkCase.Matrix(reference.Expected.GetProperty("gram")[k]), Tolerance, $"Gram matrix at {time}");
            NetworkCase.AssertMatches(
                Interference.Cosines(gram), NetworkCase.Matrix(reference.Expected.GetProperty("cosine")[k]), Tolerance, $"cosines at {time}");
        }
    }

    [TestCase("L2-tied4")]
    [TestCase("L2-tied-indef3")]
    [TestCase("L2-lambda-bal-neg")]
    [TestCase("L2-saddle")]
    public void The_balanced_Riccati_solution_meets_the_oracle(string id)
    {
        ReferenceCase reference = ReferenceCase.Read("06_two_layer.json").Single(item => item.Id == id);
        Matrix[] layers = reference.InitialLayers();
        var flow = RiccatiFlow.Balanced(reference.TargetMatrix(), layers[0], layers[1]);
        foreach ((int k, double time) in reference.Times.Index())
        {
            Matrix expected = NetworkCase.Matrix(reference.Expected.GetProperty("product")[k]);
            NetworkCase.AssertMatches(flow.OffDiagonalBlock(time, layers[0].Rows), expected, Tolerance, $"product at {time}");
        }
    }

    [TestCase("L2-tied4")]
    [TestCase("L2-tied-indef3")]
    public void The_tied_form_agrees_with_the_oracle_of_the_untied_network(string id)
    {
        ReferenceCase reference = ReferenceCase.Read("06_two_layer.json").Single(item => item.Id == id);
        var flow = RiccatiFlow.Tied(reference.TargetMatrix(), reference.InitialLayers()[0]);
        foreach ((int k, double time) in reference.Times.Index())
        {
            NetworkCase.AssertMatches(flow.Gram(time), NetworkCase.Matrix(reference.Expected.GetProperty("product")[k]), Tolerance, $"product at {time}");
        }
    }

    [TestCase("L2-vecmode-a")]
    [TestCase("L2-vecmode-neg")]
    public void The_mode_with_vector_weights_meets_the_oracle(string id)
    {
        ReferenceCase reference = ReferenceCase.Read("06_two_layer.json").Single(item => item.Id == id);
        Matrix[] layers = reference.InitialLayers();
        var mode = new VectorMode(reference.TargetMatrix()[0, 0], layers[0].Row(0), layers[1].Column(0));
        foreach ((int k, double time) in reference.Times.Index())
        {
            (IReadOnlyList<double> encoder, IReadOnlyList<double> decoder) = mode.Weights(time);
            Matrix[] expected = reference.ExpectedLayers(k);
            Assert.That(encoder, Is.EqualTo(expected[0].Row(0)).Within(Tolerance));
            Assert.That(decoder, Is.EqualTo(expected[1].Column(0)).Within(Tolerance));
            Assert.That(mode.Strength(time), Is.EqualTo(NetworkCase.Matrix(reference.Expected.GetProperty("product")[k])[0, 0]).Within(Tolerance));
        }
    }

    [TestCaseSource(nameof(Cases), new object[] { "06_two_layer.json", "two_layer.mode_limit" })]
    public void The_limits_of_a_mode_with_vector_weights_meet_the_oracle(ReferenceCase reference)
    {
        var mode = new VectorMode(
            reference.Target, ReferenceCase.Numbers(reference.Initial.GetProperty("We")), ReferenceCase.Numbers(reference.Initial.GetProperty("Wd")));
        Assert.That(mode.FinalEncoderSquare, Is.EqualTo(reference.ExpectedNumber("norm2_We")).Within(Tolerance));
        Assert.That(mode.FinalDecoderSquare, Is.EqualTo(reference.ExpectedNumber("norm2_Wd")).Within(Tolerance));
        Assert.That(mode.FinalCosine, Is.EqualTo(reference.ExpectedNumber("cosine_We_Wd")).Within(Tolerance));
        Assert.That(mode.Rate, Is.EqualTo(reference.ExpectedNumber("sharpness")).Within(Tolerance));
    }

    [TestCaseSource(nameof(StabilityCases))]
    public void Curvature_and_learning_rates_meet_the_oracle(ReferenceCase reference)
    {
        switch (reference.System)
        {
            case "deep_linear.stability":
                AssertDeepStability(reference);
                break;
            case "two_layer.pair_threshold":
                double first = reference.Parameters.GetProperty("s_i").GetDouble();
                double second = reference.Parameters.GetProperty("s_j").GetDouble();
                Assert.That(BalancedMinimum.PairThreshold(first, second), Is.EqualTo(reference.ExpectedNumber("eta_pair")).Within(Tolerance));
                Assert.That(BalancedMinimum.LargestLearningRate(2, Math.Max(first, second)), Is.EqualTo(reference.ExpectedNumber("eta_top")).Within(Tolerance));
                break;
            default:
                Assert.Fail($"No test maps the system '{reference.System}' of case '{reference.Id}'.");
                break;
        }
    }

    private static void AssertDeepStability(ReferenceCase reference)
    {
        int depth = reference.Parameters.GetProperty("depth").GetInt32();
        double[] singularValues = ReferenceCase.Numbers(reference.Parameters.GetProperty("singular_values"));
        double[] eigenvalues = reference.ExpectedNumbers("hessian_eigenvalues_nonzero_block(i,j)");
        Assert.That(BalancedMinimum.HessianEigenvalues(depth, singularValues), Is.EqualTo(eigenvalues).Within(Tolerance * eigenvalues[0]));
        Assert.That(BalancedMinimum.Sharpness(depth, singularValues[0]), Is.EqualTo(reference.ExpectedNumber("sharpness")).Within(Tolerance * eigenvalues[0]));
        Assert.That(BalancedMinimum.LargestLearningRate(depth, singularValues[0]), Is.EqualTo(reference.ExpectedNumber("eta_max")).Within(Tolerance));
        Assert.That(
            singularValues.Select(value => BalancedMinimum.Slowdown(depth, singularValues[0], value)),
            Is.EqualTo(reference.ExpectedNumbers("slowdown_of_mode_i=(s1/si)^(2-2/L)")).Within(10 * Tolerance));
    }

    private static IEnumerable<TestCaseData> Cases(string file, string system) =>
        ReferenceCase.Read(file).Where(reference => reference.System == system).Select(reference => new TestCaseData(reference).SetArgDisplayNames(reference.Id));

    /// <summary>The cases of this family: those of products and monomials have a test of their own.</summary>
    private static IEnumerable<TestCaseData> StabilityCases() => ReferenceCase.Read("10_stability.json")
        .Where(reference => !reference.System.StartsWith("product.", StringComparison.Ordinal) && !reference.System.StartsWith("monomial.", StringComparison.Ordinal))
        .Select(reference => new TestCaseData(reference).SetArgDisplayNames(reference.Id));
}
