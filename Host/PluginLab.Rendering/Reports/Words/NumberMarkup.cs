using System.Globalization;
using PluginLab.Experiments;
using PluginLab.Rendering.Scales;

namespace PluginLab.Rendering.Reports.Words;

/// <summary>Numbers as readers like them: rounded, with a true minus sign and powers of ten.</summary>
internal static class NumberMarkup
{
    private const int MeasuredDigits = 6;
    private const double SmallestPlain = 1e-3;

    /// <summary>A number as rich text, rounded to six digits.</summary>
    public static string Rich(double value) => Rich(value, MeasuredDigits);

    /// <summary>A measured value with the half-width of its interval, as rich text.</summary>
    public static string RichWithUncertainty(double value, double uncertainty) =>
        double.IsNaN(value) ? "not measured"
        : uncertainty == 0 || !double.IsFinite(value) || !double.IsFinite(uncertainty) ? Rich(value)
        : UncertainNumber.Write(value, uncertainty);

    /// <summary>The values that support a claim, as rich text.</summary>
    public static string Rich(Bound bound) => (double.IsNegativeInfinity(bound.Lower), double.IsPositiveInfinity(bound.Upper)) switch
    {
        (true, true) => "any",
        (true, false) => $"≤ {Rich(bound.Upper)}",
        (false, true) => $"≥ {Rich(bound.Lower)}",
        _ when bound.Lower == bound.Upper => $"= {Rich(bound.Lower)}",
        _ => $"{Rich(bound.Lower)} to {Rich(bound.Upper)}",
    };

    /// <summary>A number as rich text, rounded to so many digits.</summary>
    public static string Rich(double value, int digits)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "not a number" : value > 0 ? "∞" : "−∞";
        }

        string rounded = value.ToString($"E{digits - 1}", CultureInfo.InvariantCulture);
        string text = NumberText.Of(double.Parse(rounded, CultureInfo.InvariantCulture));
        if (value != 0 && Math.Abs(value) < SmallestPlain)
        {
            string[] parts = rounded.Split('E');
            text = $"{parts[0].TrimEnd('0').TrimEnd('.')}e{int.Parse(parts[1], CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)}";
        }

        int exponent = text.IndexOf('e', StringComparison.Ordinal);
        string mantissa = (exponent < 0 ? text : text[..exponent]).Replace('-', '−');
        string power = exponent < 0 ? "" : $"$10^{{{text[(exponent + 1)..].Replace("+", "", StringComparison.Ordinal)}}}$";
        return power.Length == 0 ? mantissa : mantissa is "1" or "−1" ? mantissa.Replace("1", power, StringComparison.Ordinal) : $"{mantissa}\u00a0×\u00a0{power}";
    }
}
