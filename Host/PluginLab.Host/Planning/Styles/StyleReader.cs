using System.Text.Json;
using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Host.Figures;
using PluginLab.Host.Planning.Diagnoses;
using PluginLab.Host.Planning.Syntax;

namespace PluginLab.Host.Planning.Styles;

/// <summary>Reads how figures are to look: the key <c>style</c> of a run or of the defaults.</summary>
internal sealed class StyleReader
{
    /// <summary>The words for colours.</summary>
    public static IReadOnlyList<string> Themes { get; } = ["automatic", "light", "dark"];

    private readonly ObjectReader reader;
    private readonly DiagnosisCollector diagnoses;

    private StyleReader(ObjectReader reader, DiagnosisCollector diagnoses) => (this.reader, this.diagnoses) = (reader, diagnoses);

    /// <summary>Reads a style; what is wrong goes to <paramref name="diagnoses"/>.</summary>
    public static FigureStyle Read(ObjectSyntax node, DiagnosisCollector diagnoses)
    {
        StyleReader style = new(new ObjectReader(node, diagnoses), diagnoses);
        FigureStyle read = new()
        {
            Width = style.Number("width-mm", FigureStyle.SmallestSide, FigureStyle.LargestSide),
            Height = style.Number("height-mm", FigureStyle.SmallestSide, FigureStyle.LargestSide),
            FontSize = style.Number("font-size-pt", FigureStyle.SmallestFont, FigureStyle.LargestFont),
            Theme = style.Theme("theme"),
            IsTransparent = style.Flag("transparent"),
            IsTitleShown = style.Flag("title"),
        };
        style.reader.Finish();
        return read;
    }

    private double? Number(string key, double least, double most)
    {
        SyntaxNode? value = reader.Value(key);
        if (value is null)
        {
            return null;
        }

        double? number = value is ScalarSyntax { ValueKind: JsonValueKind.Number } ? JsonSerializer.Deserialize<double>(value.ToJson()) : null;
        return number >= least && number <= most ? number : Reject<double?>(value, $"a number from {NumberText.Of(least)} to {NumberText.Of(most)}");
    }

    private bool? Flag(string key) => reader.Value(key) switch
    {
        null => null,
        ScalarSyntax { ValueKind: JsonValueKind.True } => true,
        ScalarSyntax { ValueKind: JsonValueKind.False } => false,
        { } other => Reject<bool?>(other, "true or false"),
    };

    private FigureTheme? Theme(string key) => reader.Value(key) switch
    {
        null => null,
        ScalarSyntax { ValueKind: JsonValueKind.String } text when Themes.Contains(text.Text) => Enum.Parse<FigureTheme>(text.Text, ignoreCase: true),
        { } other => Reject<FigureTheme?>(other, "\"automatic\", \"light\" or \"dark\""),
    };

    private T? Reject<T>(SyntaxNode value, string expected)
    {
        string found = value is ScalarSyntax ? value.ToJson() : value.Kind;
        diagnoses.Error(ErrorCode.InvalidValue, value.Place, $"the value is {found}; it must be {expected}");
        return default;
    }
}
