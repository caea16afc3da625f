using PluginLab.Figures;

namespace PluginLab.Rendering.Tests;

/// <summary>The legend states a fit with its uncertainty, and claims no confidence that was not given.</summary>
public sealed class FitTextTests
{
    [TestCase(-0.3371, 0.0030, "fit: exponent −0.3371 ± 0.0030")]
    [TestCase(-0.60006, 7.9e-5, "fit: exponent −0.600060 ± 0.000079")]
    [TestCase(-0.5, 0.0997, "fit: exponent −0.50 ± 0.10")]
    [TestCase(12345.6, 340, "fit: exponent 12350 ± 340")]
    [TestCase(0.001, 5.04, "fit: exponent 0.0 ± 5.0")]
    [TestCase(1.23456e-7, 4.5e-9, "fit: exponent (1.235 ± 0.045) ×10^−7")]
    [TestCase(9.996e8, 1.2e6, "fit: exponent (9.996 ± 0.012) ×10^8")]
    [TestCase(9.99999, 0.0012, "fit: exponent 10.0000 ± 0.0012")]
    [TestCase(-1.0 / 3, 1e-16, "fit: exponent −0.333333333 ± 0.000000001")]
    [TestCase(-0.5, 0, "fit: exponent −0.5000 ± 0")]
    [TestCase(-0.5, double.NaN, "fit: exponent −0.5000")]
    public void Value_and_uncertainty_end_at_the_same_decimal_place(double slope, double uncertainty, string expected) =>
        Assert.That(TextOf(slope, uncertainty, null), Is.EqualTo(expected));

    [Test]
    public void A_confidence_is_named_only_where_it_is_given() =>
        Assert.That(TextOf(-0.5, 0.01, 0.95), Is.EqualTo("fit: exponent −0.500 ± 0.010 (95 % CI)"));

    private static string TextOf(double slope, double uncertainty, double? confidence)
    {
        FitLine fit = new() { Id = "fit", Label = "fit", Slope = slope, SlopeUncertainty = uncertainty, Confidence = confidence, Intercept = 0, Range = new Limits(1, 1.0001) };
        Figure figure = Drawings.OnePanel(Axis.Logarithmic("$x$"), Axis.Logarithmic("$y$"), fit);
        return Drawings.Draw(figure with { Size = new FigureSize(1200, 600) }).Layout.Texts.Single(text => text.Text.StartsWith("fit", StringComparison.Ordinal)).Text;
    }
}
