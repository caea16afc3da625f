using System.Globalization;

namespace PluginLab.Rendering.Scales;

/// <summary>Writes a measured number with its uncertainty, both to the same decimal place.</summary>
internal static class UncertainNumber
{
    private const int UncertaintyDigits = 2;
    private const int MostDigits = 9;
    private const int DigitsAlone = 4;
    private const int SmallestPlainExponent = -4;
    private const int LargestPlainExponent = 5;

    /// <summary>
    /// The uncertainty in two digits and the value to the same place, as rich text: <c>−0.600060 ± 0.000079</c>, and with a common power of ten
    /// beyond 10⁻⁴ and 10⁶: <c>(1.23 ± 0.45) × 10⁻⁷</c>. An uncertainty below the ninth digit of the value is rounded up to that digit.
    /// An uncertainty that is not known (NaN) is left out.
    /// </summary>
    public static string Write(double value, double uncertainty)
    {
        if (!double.IsFinite(value) || !double.IsFinite(uncertainty) || uncertainty == 0)
        {
            string alone = TickNumber.WriteRounded(value, DigitsAlone);
            return uncertainty == 0 ? $"{alone} ± 0" : alone;
        }

        uncertainty = Math.Abs(uncertainty);
        int lead = Math.Max(ExponentOf(value, MostDigits), ExponentOf(uncertainty, UncertaintyDigits));
        int place = Math.Max(ExponentOf(uncertainty, UncertaintyDigits) - UncertaintyDigits + 1, lead - MostDigits + 1);
        bool isPlain = lead is >= SmallestPlainExponent and <= LargestPlainExponent;
        int shift = isPlain ? 0 : lead;
        string pair = $"{TickNumber.Write(Units(value, place), place - shift)} ± {TickNumber.Write(Math.Max(1, Units(uncertainty, place)), place - shift)}";
        return isPlain ? pair : $"({pair}) $\\times 10^{{{Positions.Of(shift)}}}$";
    }

    /// <summary>Decimal exponent of a number that has been rounded; that of zero is below all others.</summary>
    private static int ExponentOf(double value, int digits) => value == 0 ? int.MinValue
        : int.Parse(value.ToString($"E{digits - 1}", CultureInfo.InvariantCulture).Split('E')[1], CultureInfo.InvariantCulture);

    /// <summary>A number in whole units of a decimal place, rounded from its exact decimal expansion.</summary>
    private static long Units(double value, int place)
    {
        // Through the decimal text, because a power of ten times the value would round twice.
        int digits = value == 0 ? 0 : ExponentOf(value, 17) - place;
        if (digits < 0)
        {
            return digits == -1 && Math.Abs(value) >= 5 * Math.Pow(10, place - 1) ? Math.Sign(value) : 0;
        }

        string[] parts = value.ToString($"E{digits}", CultureInfo.InvariantCulture).Split('E');
        long units = long.Parse(parts[0].Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        return int.Parse(parts[1], CultureInfo.InvariantCulture) - place > digits ? 10 * units : units;
    }
}
