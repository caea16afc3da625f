using PluginLab.Figures;

namespace PluginLab.Rendering.Reports;

/// <summary>Rich text of reports, which must come out whatever a plugin wrote: text that does not parse is shown as written.</summary>
internal static class TolerantText
{
    public static RichText Parse(string text)
    {
        try
        {
            return RichText.Parse(text);
        }
        catch (FormatException)
        {
            return RichText.Parse(RichText.Escape(text));
        }
    }
}
