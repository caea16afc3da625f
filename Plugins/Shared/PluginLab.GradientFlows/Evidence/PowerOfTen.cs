using PluginLab.Experiments;

namespace PluginLab.GradientFlows.Evidence;

/// <summary>Small numbers as formulas show them.</summary>
public static class PowerOfTen
{
    private const double LargestExponent = -3;

    /// <summary>A power of ten from 1e-3 down as such, to stand within <c>$…$</c>; any other number in full.</summary>
    public static string Text(double value)
    {
        double exponent = Math.Round(Math.Log10(value));
        return value == Math.Pow(10, exponent) && exponent <= LargestExponent ? $"10^{{{NumberText.Of(exponent)}}}" : NumberText.Of(value);
    }
}
