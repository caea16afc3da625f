using PluginLab.Figures;

namespace PluginLab.Rendering.Tests.Scales;

public sealed class TicksTests
{
    [TestCase(0, 1, "0.0 0.2 0.4 0.6 0.8 1.0")]
    [TestCase(0, 100, "0 20 40 60 80 100")]
    [TestCase(-1, 1, "−1.0 −0.5 0.0 0.5 1.0")]
    [TestCase(0, 2e-5, "0.0 × 10^-5 0.5 × 10^-5 1.0 × 10^-5 1.5 × 10^-5 2.0 × 10^-5")]
    [TestCase(0, 4e6, "0 × 10^6 1 × 10^6 2 × 10^6 3 × 10^6 4 × 10^6")]
    [TestCase(0, 100_000, "0 20000 40000 60000 80000 100000")]
    public void Linear_ticks_are_round_and_have_equal_decimals(double lower, double upper, string expected)
    {
        ScaleLayout scale = Scale(Axis.Linear("x").Between(lower, upper));
        Assert.That(string.Join(' ', scale.TickLabels), Is.EqualTo(expected));
    }

    [TestCase(1e-6, 1, "10^−6 10^−5 10^−4 10^−3 10^−2 10^−1 1")]
    [TestCase(0.5, 200, "1 10 10^2")]
    [TestCase(1, 20, "1 2 5 10 20")]
    [TestCase(0.002, 0.03, "0.002 0.005 0.01 0.02")]
    [TestCase(0.016, 0.56, "0.02 0.05 0.1 0.2 0.5")]
    [TestCase(0.24, 8.3, "0.5 1 2 5")]
    [TestCase(1e-40, 1, "10^(−40) 10^(−35) 10^(−30) 10^(−25) 10^(−20) 10^(−15) 10^(−10) 10^−5 1")]
    public void Logarithmic_ticks_are_decades_or_one_two_five(double lower, double upper, string expected)
    {
        ScaleLayout scale = Scale(Axis.Logarithmic("x").Between(lower, upper));
        Assert.That(string.Join(' ', scale.TickLabels), Is.EqualTo(expected));
    }

    [Test]
    public void Less_than_a_factor_of_two_has_linear_ticks([Values(1.3, 1.05, 1.001)] double factor)
    {
        ScaleLayout scale = Scale(Axis.Logarithmic("x").Between(3, 3 * factor));
        Assert.That(scale.Ticks, Has.Count.GreaterThanOrEqualTo(2));
        Assert.That(scale.Ticks, Is.Ordered);
    }

    [Test]
    public void A_low_plot_labels_two_of_its_decades()
    {
        Figure figure = Drawings.OnePanel(Axis.Linear("x"), Axis.Logarithmic("y"), new Line { Id = "line", X = [0, 1], Y = [0.06, 30] }) with { Size = new FigureSize(400, 130) };
        Assert.That(string.Join(' ', Drawings.Draw(figure).Layout.Panels[0].Y.TickLabels), Is.EqualTo("10^−1 10"));
    }

    [TestCase(0, 20, "0 5 10 15 20")]
    [TestCase(0, 12, "0 4 8 12")]
    public void A_plot_as_wide_as_a_column_has_labels_enough_to_read_values(double lower, double upper, string expected)
    {
        Figure figure = Drawings.OnePanel(Axis.Linear("x").Between(lower, upper), Axis.Linear("y"), new Line { Id = "line", X = [lower, upper], Y = [0, 1] }) with { Size = new FigureSize(320, 240) };
        Assert.That(string.Join(' ', Drawings.Draw(figure).Layout.Panels[0].X.TickLabels), Is.EqualTo(expected));
    }

    [Test]
    public void There_are_two_to_ten_ticks_within_any_limits()
    {
        Random random = new(1);
        for (int i = 0; i < 200; i++)
        {
            double lower = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-12, 12));
            double upper = lower + Math.Max(random.NextDouble() * Math.Pow(10, random.Next(-12, 12)), Math.Abs(lower) * 1e-9);
            ScaleLayout scale = Scale(Axis.Linear("x").Between(lower, upper));
            Assert.That(scale.Ticks.Count, Is.InRange(2, 10), $"from {lower:R} to {upper:R}");
            Assert.That(scale.Ticks, Is.Ordered.And.All.InRange(lower - (1e-9 * (upper - lower)), upper + (1e-9 * (upper - lower))));
        }
    }

    private static ScaleLayout Scale(Axis axis) =>
        Drawings.Draw(Drawings.OnePanel(axis, Axis.Linear("y"), new ReferenceLine { Id = "line", Orientation = Orientation.Horizontal, Value = 1 })).Layout.Panels[0].X;
}
