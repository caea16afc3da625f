using System.Globalization;

namespace PluginLab.Rendering;

/// <summary>Whole numbers in messages.</summary>
internal static class Positions
{
    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);
}
