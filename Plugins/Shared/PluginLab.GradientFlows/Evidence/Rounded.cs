using System.Globalization;
using PluginLab.Experiments;

namespace PluginLab.GradientFlows.Evidence;

/// <summary>Numbers as captions and statements show them.</summary>
public static class Rounded
{
    private const int DigitsInText = 4;
    private const int MostDigits = 17;

    /// <summary>A number to four significant digits, in shortest form.</summary>
    public static string Text(double value) => Text(value, DigitsInText);

    /// <summary>A number to so many significant digits, in shortest form: 0.63 for 0.6299605 and 2.</summary>
    /// <param name="value">The number.</param>
    /// <param name="digits">From 1 to 17.</param>
    public static string Text(double value, int digits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, MostDigits);
        string rounded = value.ToString($"E{digits - 1}", CultureInfo.InvariantCulture);
        return NumberText.Of(double.Parse(rounded, CultureInfo.InvariantCulture));
    }
}
