using PluginLab.Figures;

namespace PluginLab.Rendering.Reports;

/// <summary>Rich text of reports, which must come out whatever a plugin wrote: text that does not parse is shown as written.</summary>
public static class TolerantText
{
    /// <summary>The text; as written where it is no rich text.</summary>
    public static RichText Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return RichText.Parse(text);
        }
        catch (FormatException)
        {
            return RichText.Parse(RichText.Escape(text));
        }
    }

    /// <summary>The text without formulas, for places that can only show characters.</summary>
    public static string ToPlainText(string text) => Parse(text).ToPlainText();
}
