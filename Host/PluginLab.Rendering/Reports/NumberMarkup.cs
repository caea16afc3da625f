using System.Globalization;
using PluginLab.Experiments;
using PluginLab.Rendering.Scales;

namespace PluginLab.Rendering.Reports;

/// <summary>Numbers as readers like them: rounded, with a true minus sign and powers of ten.</summary>
internal static class NumberMarkup
{
    private const int MeasuredDigits = 6;

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

    private static string Rich(double value, int digits)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "not a number" : value > 0 ? "∞" : "−∞";
        }

        string text = NumberText.Of(double.Parse(value.ToString($"E{digits - 1}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
        int exponent = text.IndexOf('e', StringComparison.Ordinal);
        string mantissa = (exponent < 0 ? text : text[..exponent]).Replace('-', '−');
        return exponent < 0 ? mantissa : $"{mantissa} × $10^{{{text[(exponent + 1)..].Replace("+", "", StringComparison.Ordinal)}}}$";
    }
}
