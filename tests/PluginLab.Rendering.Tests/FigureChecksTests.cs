using PluginLab.Figures;

namespace PluginLab.Rendering.Tests;

public sealed class FigureChecksTests
{
    private static readonly Line Good = new() { Id = "line", X = [0, 1], Y = [0, 1] };

    private static readonly FitLine Fit = new() { Id = "fit", Slope = 1, SlopeUncertainty = 0.1, Intercept = 0, Range = new Limits(0, 1) };

    private static IEnumerable<TestCaseData> Invalid()
    {
        yield return Case("an empty series", "Mark 'line' has no points", Good with { X = [], Y = [] });
        yield return Case("lengths that differ", "2 values of X and 1 of Y", Good with { Y = [1] });
        yield return Case("an infinity", "has Infinity at Y[1]", Good with { Y = [0, double.PositiveInfinity] });
        yield return Case("an id used twice", "occurs twice", Good, Good);
        yield return Case("an id with a blank", "lower-case letters", Good with { Id = "a line" });
        yield return Case("an unknown command", "'\\foo' is unknown", Good with { Label = "$\\foo$" });
        yield return Case("a root with an index", "write a power", Good with { Label = "$\\sqrt[3]{x}$" });
        yield return Case("edges that do not increase", "do not increase", new HeatMap { Id = "map", XEdges = [0, 0], YEdges = [0, 1], Values = [1], Scale = new ColorScale { Label = "v" } });
        yield return Case("values that miss cells", "one value per cell", new HeatMap { Id = "map", XEdges = [0, 1], YEdges = [0, 1], Values = [], Scale = new ColorScale { Label = "v" } });
        yield return Case("a guide at NaN", "not finite", new ReferenceLine { Id = "guide", Orientation = Orientation.Vertical, Value = double.NaN });
        yield return Case("a band upside down", "the lower below the upper", new ReferenceBand { Id = "band", Orientation = Orientation.Vertical, Lower = 2, Upper = 1 });

        yield return Case("a negative uncertainty", "finite and not negative", Fit with { SlopeUncertainty = -1 });
        yield return Case("a confidence in per cent", "between 0 and 1", Fit with { Confidence = 95 });

        static TestCaseData Case(string name, string message, params Mark[] marks) => new TestCaseData(Drawings.OnePanel(marks), message).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Invalid))]
    public void An_invalid_figure_is_refused_with_its_name_and_the_reason(Figure figure, string message) =>
        Assert.That(() => Drawings.Draw(figure), Throws.TypeOf<FigureException>().With.Message.Contains(message).And.Message.Contains("Figure 'figure'"));

    [Test]
    public void A_logarithmic_axis_from_zero_is_refused() =>
        Assert.That(() => Drawings.Draw(Drawings.OnePanel(Axis.Linear("x"), Axis.Logarithmic("y").Between(0, 1), Good)), Throws.TypeOf<FigureException>().With.Message.Contains("must be positive"));

    [Test]
    public void Of_several_panels_the_one_with_the_mark_is_named()
    {
        Figure figure = Drawings.OnePanel(Good);
        Panel second = figure.Panels[0] with { Marks = [Good with { Id = "other", Y = [1] }] };
        Assert.That(() => Drawings.Draw(figure with { Panels = [figure.Panels[0], second] }), Throws.TypeOf<FigureException>().With.Message.Contains("In panel 2: Mark 'other'"));
    }

    [Test]
    public void All_reasons_are_told_at_once()
    {
        Figure figure = Drawings.OnePanel(Good with { Y = [1] }) with { Title = "$", AltText = " " };
        Assert.That(() => Drawings.Draw(figure), Throws.TypeOf<FigureException>().With.Message.Contains("title").And.Message.Contains("alternative text").And.Message.Contains("of Y"));
    }
}
