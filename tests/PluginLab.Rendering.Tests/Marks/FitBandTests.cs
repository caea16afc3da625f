using PluginLab.Figures;
using PluginLab.Rendering.Reports;

namespace PluginLab.Rendering.Tests.Marks;

public sealed class FitBandTests
{
    private static readonly FitLine Fit = new()
    {
        Id = "fit",
        Label = "fit",
        Slope = 2,
        SlopeUncertainty = 0.2,
        Confidence = 0.95,
        Intercept = 1,
        Range = new Limits(0, 4),
        Covariance = new FitCovariance(0.05, -0.02, 0.01),
    };

    [TestCase(false)]
    [TestCase(true)]
    public void The_band_is_the_standard_error_of_the_line_times_the_factor_of_the_slope(bool isLogarithmic)
    {
        FitLine fit = isLogarithmic ? Fit with { Range = new Limits(1, 1e4) } : Fit;
        Axis Make(string label) => isLogarithmic ? Axis.Logarithmic(label) : Axis.Linear(label);
        RenderedFigure drawing = Drawings.Draw(Drawings.OnePanel(Make("x"), Make("y"), fit));
        PanelLayout panel = drawing.Layout.Panels[0];
        List<(double X, double Y)> band = Drawings.Vertices(drawing, "figure", "fit")[0];
        foreach ((double x, double y) in band)
        {
            (double at, double value) = (Drawings.Invert(panel.X, x), Drawings.Invert(panel.Y, y));
            (at, value) = isLogarithmic ? (Math.Log10(at), Math.Log10(value)) : (at, value);
            double half = 0.2 / 0.1 * Math.Sqrt(0.05 - (0.04 * at) + (0.01 * at * at));
            Assert.That(Math.Abs(value - 1 - (2 * at)), Is.EqualTo(half).Within(0.01));
        }
    }

    [Test]
    public void The_band_is_exported_after_the_ends_of_the_line()
    {
        string[] rows = FigureData.Write(Drawings.OnePanel(Fit)).TrimEnd('\n').Split('\n');
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows[1], Is.EqualTo("1,fit,fit-line,fit,0,1,1.8,2.2,,,2,"));
            Assert.That(rows[^1], Does.StartWith("1,fit,fit-line,fit,4,,8.5").And.EndsWith(",band"), "1 + 2·4 less twice √(0.05 − 0.16 + 0.16)");
        }
    }

    [Test]
    public void Without_a_known_uncertainty_there_is_no_band() =>
        Assert.That(Drawings.Vertices(Drawings.Draw(Drawings.OnePanel(Fit with { SlopeUncertainty = double.NaN })), "figure", "fit"), Has.Count.EqualTo(1));

    [Test]
    public void A_covariance_that_is_none_is_refused() =>
        Assert.That(() => Drawings.Draw(Drawings.OnePanel(Fit with { Covariance = new FitCovariance(0.05, 0, 0) })), Throws.TypeOf<FigureException>().With.Message.Contains("Mark 'fit' has a covariance that is none"));
}
