using PluginLab.Figures;
using PluginLab.Rendering.Scales;

namespace PluginLab.Rendering.Reports.Interaction;

/// <summary>Numbers of a figure as differences of whole multiples of a power of ten: short to write, and exact in decimals.</summary>
/// <remarks>
/// On a linear scale the power is at most a ten-thousandth of the range; on another scale the numbers are what an <see cref="AxisTransform"/> makes of them, in steps of 10⁻⁴.
/// </remarks>
internal static class PointColumn
{
    private const int DigitsOfRange = 4;
    private const double MostSteps = 1e15;

    /// <summary>The exponent of the power, then the first number and the differences, in that unit; null for a number that the scale cannot show.</summary>
    public static double?[] Of(IReadOnlyList<double> values, AxisTransform transform, Limits limits)
    {
        int exponent = ExponentOf(transform, limits);
        double?[] column = new double?[values.Count + 1];
        column[0] = exponent;
        double last = 0;
        for (int i = 0; i < values.Count; i++)
        {
            double steps = Math.Round(transform.Apply(values[i]) * Math.Pow(10, -exponent));
            if (Math.Abs(steps) <= MostSteps)
            {
                (column[i + 1], last) = (steps - last, steps);
            }
        }

        return column;
    }

    private static int ExponentOf(AxisTransform transform, Limits limits) =>
        transform.Scale != AxisScale.Linear ? -DigitsOfRange : (int)Math.Floor(Math.Log10(limits.Upper - limits.Lower)) - DigitsOfRange;
}
