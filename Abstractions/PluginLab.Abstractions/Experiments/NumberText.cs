using System.Globalization;

namespace PluginLab.Experiments;

/// <summary>The one way in which PluginLab writes a number: the shortest text that reads back as the same double.</summary>
public static class NumberText
{
    private const int LargestPlainExponent = 21;
    private const int SmallestPlainExponent = -6;

    /// <summary>Writes a number as ECMAScript does: 0.001, 1e-7, 12345, 1e+21; NaN, Infinity and -Infinity by name; −0 as 0.</summary>
    /// <remarks>Source: ECMA-262, Number::toString(x, 10), on which RFC 8785 (canonical JSON) stands.</remarks>
    public static string Of(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
        }

        if (value == 0)
        {
            return "0";
        }

        // The runtime's shortest form differs only in when and how it writes an exponent.
        string shortest = value.ToString("R", CultureInfo.InvariantCulture);
        int end = shortest.IndexOf('E', StringComparison.Ordinal);
        return end < 0 ? shortest : (value < 0 ? "-" : "") + Lay(Digits(shortest[..end]), int.Parse(shortest[(end + 1)..], CultureInfo.InvariantCulture) + 1);
    }

    private static string Digits(string mantissa) => mantissa.TrimStart('-').Replace(".", "", StringComparison.Ordinal);

    private static string Lay(string digits, int pointPosition)
    {
        int count = digits.Length;
        if (pointPosition > LargestPlainExponent || pointPosition <= SmallestPlainExponent)
        {
            int exponent = pointPosition - 1;
            string mantissa = count == 1 ? digits : $"{digits[..1]}.{digits[1..]}";
            return $"{mantissa}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent).ToString(CultureInfo.InvariantCulture)}";
        }

        return pointPosition <= 0 ? $"0.{new string('0', -pointPosition)}{digits}"
            : count <= pointPosition ? digits + new string('0', pointPosition - count)
            : $"{digits[..pointPosition]}.{digits[pointPosition..]}";
    }
}
