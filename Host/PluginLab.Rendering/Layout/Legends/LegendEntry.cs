using System.Globalization;
using PluginLab.Figures;
using PluginLab.Rendering.Marks.Looks;
using PluginLab.Rendering.Scales;
using PluginLab.Rendering.Text;

namespace PluginLab.Rendering.Layout.Legends;

/// <summary>A mark that is named beside the plot or in the legend.</summary>
internal sealed class LegendEntry
{
    /// <summary>Width of the sample of line or marker before the text.</summary>
    public const double SymbolWidth = 20;

    /// <summary>Space between sample and text.</summary>
    public const double SymbolGap = 5;

    private const double BaselineDrop = 0.36 * 11;

    public required Mark Mark { get; init; }

    public required MarkLook Look { get; init; }

    /// <summary>The whole text.</summary>
    public required RichText Text { get; init; }

    /// <summary>The text as measured, shortened where it has to be.</summary>
    public required Label Label { get; init; }

    /// <summary>Distance of the baseline of the text below the middle of its row.</summary>
    public static double Drop => BaselineDrop;

    /// <summary>Height of a row that holds the text, its sample in the middle.</summary>
    public double Height => Math.Max(14, 2 * Math.Max(Label.Ascent - BaselineDrop, Label.Descent + BaselineDrop) + 1);

    /// <summary>Whether it names one of the lines that a reader compares.</summary>
    public bool IsDataLine => Mark is Line or Step && MarkLooks.RoleOf(Mark) == MarkRole.Data;

    public double Width => SymbolWidth + SymbolGap + Label.Width;

    public static LegendEntry Create(Mark mark, MarkLook look, Panel panel)
    {
        RichText text = RichText.Parse(TextOf(mark, panel));
        return new LegendEntry { Mark = mark, Look = look, Text = text, Label = LabelBuilder.Build(text, TextStyle.Tick) };
    }

    /// <summary>A copy whose text is no wider than allowed; says whether words were left out.</summary>
    public (LegendEntry Entry, bool IsCut) Within(double width)
    {
        (IReadOnlyList<Label> lines, bool isCut) = LabelWrapping.Wrap(Text, TextStyle.Tick, width - SymbolWidth - SymbolGap, 1);
        return (new LegendEntry { Mark = Mark, Look = Look, Text = Text, Label = lines[0] }, isCut);
    }

    private static string TextOf(Mark mark, Panel panel) => mark switch
    {
        FitLine fit => FitText(fit, panel),
        QuantileFan fan => FanText(fan),
        _ => mark.Label!,
    };

    private static string FanText(QuantileFan fan)
    {
        IEnumerable<string> shares = Enumerable.Range(0, fan.Levels.Count / 2).Reverse()
            .Select(k => $"{(100 * (fan.Levels[fan.Levels.Count - 1 - k] - fan.Levels[k])).ToString("0.##", CultureInfo.InvariantCulture)} %");
        string median = fan.Levels.Count % 2 == 1 ? "median, " : "";
        return $"{fan.Label} ({median}{string.Join(", ", shares)})";
    }

    private static string FitText(FitLine fit, Panel panel)
    {
        string name = panel.X.Scale == AxisScale.Logarithmic && panel.Y.Scale == AxisScale.Logarithmic ? "exponent" : "slope";
        string level = fit.Confidence is { } confidence ? $" ({(100 * confidence).ToString("0.##", CultureInfo.InvariantCulture)} % CI)" : "";
        return $"{fit.Label}: {name} {UncertainNumber.Write(fit.Slope, fit.SlopeUncertainty)}{level}";
    }
}
