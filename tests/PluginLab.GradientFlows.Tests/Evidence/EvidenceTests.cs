using PluginLab.GradientFlows.Evidence;

namespace PluginLab.GradientFlows.Tests.Evidence;

public sealed class EvidenceTests
{
    [Test]
    public void The_worst_comparison_is_the_farthest_off_relative_to_its_prediction()
    {
        Comparison worst = Comparison.Worst([new(100, 101), new(1, 1.02), new(-2, -2.01)]);

        Assert.That(worst, Is.EqualTo(new Comparison(1, 1.02)));
    }

    [Test]
    public void A_comparison_that_could_not_be_measured_is_the_worst()
    {
        Comparison worst = Comparison.Worst([new(1, 5), new(1, double.NaN), new(1, 9)]);

        Assert.That(worst.Measured, Is.NaN);
    }

    [Test]
    public void Halving_a_bracket_closes_in_on_its_threshold()
    {
        Bracket bracket = new Bracket(1, 2).Halve(40, value => value * value <= 2);

        Assert.That(bracket.Middle, Is.EqualTo(Math.Sqrt(2)).Within(bracket.HalfWidth));
        Assert.That(bracket.HalfWidth, Is.EqualTo(Math.Pow(2, -41)));
    }

    [Test]
    public void The_largest_of_values_with_one_not_measured_is_not_measured() => Assert.That(Largest.Of([1, double.NaN, 3]), Is.NaN);

    [Test]
    public void The_largest_of_no_values_is_not_measured() => Assert.That(Largest.Of([]), Is.NaN);

    [Test]
    public void The_largest_of_measured_values_is_their_maximum() => Assert.That(Largest.Of([-3, -1, -2]), Is.EqualTo(-1));

    [Test]
    public void A_measured_zero_meets_a_predicted_zero() => Assert.That(new Comparison(0, 0).RelativeError, Is.Zero);

    [Test]
    public void An_error_below_rounding_is_shown_as_rounding() =>
        Assert.That(new[] { new Comparison(2, 2).RelativeErrorAboveRounding, new Comparison(2, 3).RelativeErrorAboveRounding }, Is.EqualTo([Math.Pow(2, -52), 0.5]));

    [TestCase(1e-6, "10^{-6}")]
    [TestCase(1e-3, "10^{-3}")]
    [TestCase(2e-6, "0.000002")]
    [TestCase(0.01, "0.01")]
    [TestCase(10, "10")]
    public void Small_powers_of_ten_are_written_as_such(double value, string expected) => Assert.That(PowerOfTen.Text(value), Is.EqualTo(expected));

    [Test]
    public void A_power_law_has_its_exponent_between_all_points()
    {
        LocalExponent local = LocalExponent.Of([1, 10, 1000], [5, 0.5, 0.005]);

        Assert.That(local.X, Is.EqualTo([Math.Sqrt(10), 100]).AsCollection.Within(1e-12));
        Assert.That(local.Exponents, Is.EqualTo([-1, -1]).AsCollection.Within(1e-12));
    }

    [Test]
    public void A_grid_has_its_starts_at_the_centres_of_cells_row_by_row_from_below()
    {
        PlaneGrid grid = new(2, 4);

        Assert.That(grid.Edges, Is.EqualTo([-2, -1, 0, 1, 2]));
        Assert.That(grid.Centres, Is.EqualTo([-1.5, -0.5, 0.5, 1.5]));
        Assert.That((grid.Count, grid.Starts.Count), Is.EqualTo((16, 32)));
        Assert.That(grid.Starts.Skip(2 * 6).Take(2), Is.EqualTo([0.5, -0.5]), "third column of the second row");
    }

    [Test]
    public void Logarithmic_spacing_has_equal_quotients_and_exact_ends()
    {
        IReadOnlyList<double> values = Spacing.Logarithmic(0.01, 3, 9);

        double quotient = Math.Pow(300, 1.0 / 8);
        Assert.That(values[0], Is.EqualTo(0.01));
        Assert.That(values[^1], Is.EqualTo(3));
        Assert.That(values.Skip(1).Zip(values, (after, before) => after / before), Is.All.EqualTo(quotient).Within(1e-12));
    }

    [Test]
    public void Linear_spacing_has_equal_differences_and_exact_ends() =>
        Assert.That(Spacing.Linear(-1, 1, 5), Is.EqualTo([-1, -0.5, 0, 0.5, 1]));

    [TestCase(0.629960524947437, 4, ExpectedResult = "0.63")]
    [TestCase(0.629960524947437, 7, ExpectedResult = "0.6299605")]
    [TestCase(1.23456e-9, 3, ExpectedResult = "1.23e-9")]
    [TestCase(-12345.6, 2, ExpectedResult = "-12000")]
    [TestCase(double.NaN, 4, ExpectedResult = "NaN")]
    public string A_number_is_rounded_to_significant_digits(double value, int digits) => Rounded.Text(value, digits);

    [TestCase(-0.500447, 0.000541, ExpectedResult = "-0.50045 \\pm 0.00054")]
    [TestCase(1234.4, 99.9, ExpectedResult = "1234 \\pm 100")]
    [TestCase(0.3, 0.0996, ExpectedResult = "0.300 \\pm 0.100")]
    [TestCase(0.3, 0, ExpectedResult = "0.3")]
    [TestCase(0.3, double.NaN, ExpectedResult = "0.3")]
    public string A_value_has_the_digits_that_its_uncertainty_leaves_it(double value, double uncertainty) => Rounded.WithUncertainty(value, uncertainty);
}
