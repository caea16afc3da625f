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

    /// <summary>A measured value and its uncertainty, this to two digits and the value as far: -0.50045 \pm 0.00054, to stand within <c>$…$</c>.</summary>
    public static string WithUncertainty(double value, double uncertainty)
    {
        if (!(uncertainty > 0) || !double.IsFinite(uncertainty))
        {
            return Text(value);
        }

        int decimals = Math.Max(0, 1 - (int)Math.Floor(Math.Log10(uncertainty)));
        string format = $"F{decimals}";
        return $"{value.ToString(format, CultureInfo.InvariantCulture)} \\pm {uncertainty.ToString(format, CultureInfo.InvariantCulture)}";
    }
}
