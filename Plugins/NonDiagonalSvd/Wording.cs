using System.Globalization;
using PluginLab.Experiments;

namespace PluginLab.Plugins.NonDiagonalSvd;

/// <summary>How captions and labels write numbers and names.</summary>
internal static class Wording
{
    /// <summary>A number to three significant digits, as rich text.</summary>
    public static string Number(double value)
    {
        string shortest = NumberText.Of(double.Parse(value.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
        int exponent = shortest.IndexOf('e', StringComparison.Ordinal);
        return exponent < 0 ? shortest : $"${shortest[..exponent]} \\cdot 10^{{{shortest[(exponent + 1)..].TrimStart('+')}}}$";
    }

    /// <summary>A name from a table, as rich text.</summary>
    public static string Name(string name) => name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("$", "\\$", StringComparison.Ordinal);
}
