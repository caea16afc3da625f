using System.Globalization;

namespace PluginLab.Rendering.Scales;

/// <summary>Writes n · 10^z exactly, as tick labels do.</summary>
internal static class TickNumber
{
    private const string Minus = "−";

    /// <summary>The nearest double to n · 10^z.</summary>
    public static double ValueOf(long mantissa, int exponent) =>
        double.Parse(string.Create(CultureInfo.InvariantCulture, $"{mantissa}E{exponent}"), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>n · 10^z in decimals, with as many places after the point as −z says.</summary>
    public static string Write(long mantissa, int exponent)
    {
        string digits = Math.Abs(mantissa).ToString(CultureInfo.InvariantCulture);
        string sign = mantissa < 0 ? Minus : "";
        if (exponent >= 0)
        {
            return mantissa == 0 ? "0" : sign + digits + new string('0', exponent);
        }

        string padded = digits.PadLeft(1 - exponent, '0');
        return $"{sign}{padded[..(padded.Length + exponent)]}.{padded[(padded.Length + exponent)..]}";
    }

    /// <summary>A value in few digits: plain from 10⁻⁴ to 10⁵, else as rich text m × 10^k.</summary>
    public static string WriteRounded(double value, int significantDigits)
    {
        if (value == 0 || !double.IsFinite(value))
        {
            return value == 0 ? "0" : value.ToString(CultureInfo.InvariantCulture);
        }

        string[] parts = Math.Abs(value).ToString($"E{significantDigits - 1}", CultureInfo.InvariantCulture).Split('E');
        int exponent = int.Parse(parts[1], CultureInfo.InvariantCulture);
        string digits = parts[0].Replace(".", "", StringComparison.Ordinal);
        long mantissa = long.Parse(digits, CultureInfo.InvariantCulture) * Math.Sign(value);
        return exponent is >= -4 and < 5
            ? Write(mantissa, exponent - significantDigits + 1)
            : $"{Write(mantissa, 1 - significantDigits)} $\\times 10^{{{exponent.ToString(CultureInfo.InvariantCulture)}}}$";
    }
}
