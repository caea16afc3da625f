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

    /// <summary>Numbers in a row, with "and" before the last.</summary>
    public static string List(IEnumerable<string> items)
    {
        string[] copy = [.. items];
        return copy.Length < 2 ? string.Concat(copy) : $"{string.Join(", ", copy[..^1])} and {copy[^1]}";
    }

    /// <summary>A name from a table, as rich text.</summary>
    public static string Name(string name) => name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("$", "\\$", StringComparison.Ordinal);
}
