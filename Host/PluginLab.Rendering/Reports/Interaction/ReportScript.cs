using System.Security.Cryptography;
using System.Text;

namespace PluginLab.Rendering.Reports.Interaction;

/// <summary>The page's one script, and the policy that allows it and nothing else.</summary>
internal static class ReportScript
{
    /// <summary>The content of the script's element; the comments keep it from the parser of XML, which the page must pass too.</summary>
    public static string Text { get; } = $"//<![CDATA[\n{ScriptShortening.Of(Read())}\n//]]>\n";

    /// <summary>The content security policy of the page: this script by its hash, styles of the page, images beside it, nothing from elsewhere.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

    private static string Read()
    {
        using Stream stream = typeof(ReportScript).Assembly.GetManifestResourceStream("report.js")!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
