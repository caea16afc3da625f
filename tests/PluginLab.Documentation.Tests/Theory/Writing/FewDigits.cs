using System.Globalization;
using PluginLab.Experiments;

namespace PluginLab.Documentation.Tests.Theory.Writing;

/// <summary>Numbers for the page, with so few digits that other processors write the same.</summary>
internal static class FewDigits
{
    private const int DigitsOfValue = 4;
    private const double SmallestPlain = 1e-3;
    private const double Rounding = 1e-10;
    private const double SmallestShownUncertainty = 1e-4;

    /// <summary>The prediction: a limit where the bound is one-sided, the value else.</summary>
    public static string Predicted(MeasuredClaim claim) =>
        double.IsNegativeInfinity(claim.Bound.Lower) ? $"≤ {Write(claim.Bound.Upper, DigitsOfValue)}"
        : double.IsPositiveInfinity(claim.Bound.Upper) ? $"≥ {Write(claim.Bound.Lower, DigitsOfValue)}"
        : Write(claim.Predicted, DigitsOfValue);

    /// <summary>The measured value, with its uncertainty where digits show it.</summary>
    public static string Measured(MeasuredClaim claim)
    {
        bool isBelow = double.IsNegativeInfinity(claim.Bound.Lower), isCount = claim.Bound.Upper == 0 || (isBelow && claim.Bound.Upper >= 1);
        bool isDeviation = isBelow && !isCount;
        double unseen = isDeviation ? Math.Min(Rounding, claim.Bound.Upper) : Rounding;
        if (Math.Abs(claim.Measured) < unseen && !isCount)
        {
            return $"< {Write(unseen, 1)}";
        }

        string value = Write(claim.Measured, !isDeviation ? DigitsOfValue : Math.Abs(claim.Measured) < SmallestPlain ? 1 : 2);
        return claim.Uncertainty >= SmallestShownUncertainty * Math.Abs(claim.Measured) && claim.Uncertainty > 0
            ? $"{value} ± {Write(claim.Uncertainty, 1)}"
            : value;
    }

    /// <summary>A number to so many significant digits: 0.929, −3, 1.3·10⁻⁸.</summary>
    public static string Write(double value, int digits)
    {
        double rounded = double.Parse(value.ToString($"G{digits}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        string text = Math.Abs(rounded) is > 0 and < SmallestPlain ? rounded.ToString("0.###e+0", CultureInfo.InvariantCulture) : NumberText.Of(rounded);
        int exponent = text.IndexOf('e', StringComparison.Ordinal);
        if (exponent < 0)
        {
            return text.Replace('-', '−');
        }

        string mantissa = text[..exponent] == "1" ? "" : $"{text[..exponent].Replace('-', '−')}·";
        return $"{mantissa}10{string.Concat(text[(exponent + 1)..].Where(letter => letter != '+').Select(letter => letter == '-' ? '⁻' : PlainFormula.Superscripts[letter - '0']))}";
    }
}
