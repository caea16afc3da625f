using PluginLab.Dynamics;
using PluginLab.Numerics.Integration.Methods;

namespace PluginLab.Numerics.Tests.Integration.Methods;

/// <summary>The coefficients of every tableau, held to the conditions that are necessary and sufficient for its orders: one for each rooted tree.</summary>
public sealed class OrderConditionTests
{
    // Rounding of coefficients up to some hundreds.
    private const double Rounding = 2e-13;

    // A condition that fails does so by more than this: the smallest found is 4e-6.
    private const double Failure = 1e-6;
    private static readonly ButcherTableau[] Tableaux = [Tableaus.Euler, Tableaus.RungeKutta4, Tableaus.DormandPrince5, Tableaus.DormandPrince8];

    private static readonly IReadOnlyList<IReadOnlyList<RootedTree>> Trees = RootedTree.UpTo(9);

    private static IEnumerable<TestCaseData> AllTableaus() => Tableaux.Select(tableau => new TestCaseData(tableau).SetArgDisplayNames(tableau.Name));

    private static IEnumerable<TestCaseData> EmbeddedTableaus() =>
        Tableaux.Where(tableau => tableau.ErrorOrder > 0).Select(tableau => new TestCaseData(tableau).SetArgDisplayNames(tableau.Name));

    [Test]
    public void There_are_as_many_trees_as_are_known() =>
        Assert.That(Trees.Select(trees => trees.Count), Is.EqualTo([1, 1, 2, 4, 9, 20, 48, 115, 286]));

    [TestCaseSource(nameof(AllTableaus))]
    public void A_step_meets_all_conditions_up_to_its_order_and_not_all_of_the_next(ButcherTableau tableau) =>
        AssertOrder(tableau, tableau.Weights, tableau.Order, fraction: 1);

    [TestCaseSource(nameof(AllTableaus))]
    public void The_dense_output_meets_all_conditions_up_to_its_order_and_not_all_of_the_next(ButcherTableau tableau)
    {
        DenseOutput output = new(tableau);
        foreach (double fraction in new[] { 0.25, 0.6 })
        {
            double[] used = new double[output.Slopes.Length];
            output.Weigh(fraction, Real.Cast(used.AsSpan()));
            double[] weights = new double[output.SlopeCount];
            for (int i = 0; i < used.Length; i++)
            {
                weights[output.Slopes[i]] = used[i];
            }

            AssertOrder(tableau, weights, tableau.DenseOutputOrder, fraction);
        }
    }

    [TestCaseSource(nameof(EmbeddedTableaus))]
    public void Error_weights_vanish_up_to_the_order_of_the_estimate(ButcherTableau tableau)
    {
        // E is O(h^{p+1}); with a coarse estimate O(h^{r+1}), E²/√(E² + Ē²/100) is O(h^{2p − r + 1}).
        int order = LargestVanishingOrder(tableau, tableau.ErrorWeights);
        int combined = tableau.CoarseErrorWeights.Count == 0 ? order : (2 * order) - LargestVanishingOrder(tableau, tableau.CoarseErrorWeights);

        Assert.That(combined, Is.EqualTo(tableau.ErrorOrder));
    }

    [TestCase(0, 2.0)]
    [TestCase(1, 2.7853)]
    [TestCase(2, 3.3066)]
    public void The_stability_interval_is_the_known_one(int tableau, double length) => Assert.That(Tableaux[tableau].StabilityInterval, Is.EqualTo(length).Within(1e-4));

    [TestCaseSource(nameof(AllTableaus))]
    public void A_step_of_the_length_of_the_stability_interval_neither_grows_nor_shrinks(ButcherTableau tableau)
    {
        double Factor(double step) => Math.Abs(
            new PluginLab.Numerics.Integration.StepIntegrator(new ExplicitRungeKutta(tableau), new PluginLab.Numerics.Integration.StepSizes.ConstantStepSize(step), 10)
                .SolveToEnd(TestProblems.Decay(step))[0]);

        Assert.That(Factor(tableau.StabilityInterval), Is.EqualTo(1).Within(1e-8));
        Assert.That(Factor(1.01 * tableau.StabilityInterval), Is.GreaterThan(1));
        Assert.That(Factor(0.99 * tableau.StabilityInterval), Is.LessThan(1));
    }

    private static void AssertOrder(ButcherTableau tableau, IReadOnlyList<double> weights, int order, double fraction)
    {
        for (int vertices = 1; vertices <= order; vertices++)
        {
            Assert.That(Residuals(tableau, weights, vertices, fraction), Is.All.LessThan(Rounding), $"{vertices} vertices, θ = {fraction}");
        }

        Assert.That(Residuals(tableau, weights, order + 1, fraction).Max(), Is.GreaterThan(Failure));
    }

    /// <summary>|Σ b_i(θ) Φ_i − θ^ρ/γ| for every tree.</summary>
    private static double[] Residuals(ButcherTableau tableau, IReadOnlyList<double> weights, int vertices, double fraction)
    {
        double[][] slopeWeights = RootedTree.SlopeWeights(tableau);
        return [.. Trees[vertices - 1]
            .Select(tree => Math.Abs(RootedTree.Dot(weights, tree.ElementaryWeights(slopeWeights)) - (Math.Pow(fraction, vertices) / tree.Density)))];
    }

    private static int LargestVanishingOrder(ButcherTableau tableau, IReadOnlyList<double> weights)
    {
        double[][] slopeWeights = RootedTree.SlopeWeights(tableau);
        bool Vanishes(int vertices) =>
            Trees[vertices - 1].All(tree => Math.Abs(RootedTree.Dot(weights, tree.ElementaryWeights(slopeWeights))) < Rounding);
        return Enumerable.Range(1, tableau.Order).TakeWhile(Vanishes).Last();
    }
}
