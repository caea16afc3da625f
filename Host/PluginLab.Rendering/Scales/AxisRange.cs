using PluginLab.Figures;
using PluginLab.Rendering.Marks;

namespace PluginLab.Rendering.Scales;

/// <summary>Gathers values that an axis has to show, and fits limits around them.</summary>
internal sealed class AxisRange(AxisTransform transform)
{
    private const double SmallestRelativeRange = 1e-10;

    private double lower = double.PositiveInfinity;
    private double upper = double.NegativeInfinity;

    public bool IsEmpty => lower > upper;

    /// <summary>The least value; infinite if there is none.</summary>
    public double Lower => lower;

    public void Include(double value)
    {
        if (double.IsFinite(value) && transform.CanShow(value))
        {
            lower = value < lower ? value : lower;
            upper = value > upper ? value : upper;
        }
    }

    public void Include(IReadOnlyList<double> values)
    {
        foreach (double value in MarkArrays.Of(values))
        {
            Include(value);
        }
    }

    /// <summary>Takes in all that another range has gathered.</summary>
    public void Include(AxisRange other)
    {
        lower = Math.Min(lower, other.lower);
        upper = Math.Max(upper, other.upper);
    }

    /// <summary>Limits around the values, with a margin on both sides as a share of the range.</summary>
    public Limits Fit(double padding)
    {
        if (IsEmpty)
        {
            return transform.Scale == AxisScale.Logarithmic ? new Limits(0.1, 10) : new Limits(0, 1);
        }

        return transform.Scale switch
        {
            AxisScale.Linear => FitLinear(padding),
            AxisScale.Logarithmic => FitLogarithmic(padding),
            _ => FitSymmetric(padding),
        };
    }

    private Limits FitLinear(double padding)
    {
        double largest = Math.Max(Math.Abs(lower), Math.Abs(upper));
        double range = upper - lower;
        if (!double.IsFinite(range))
        {
            return new Limits(lower, upper);
        }

        double margin = range <= SmallestRelativeRange * largest || range < 1e-300 ? (largest < 1e-300 ? 1 : 0.1 * largest) : padding * range;
        return new Limits(Math.Max(lower - margin, -double.MaxValue / 4), Math.Min(upper + margin, double.MaxValue / 4));
    }

    private Limits FitLogarithmic(double padding)
    {
        double decades = Math.Log10(upper) - Math.Log10(lower);
        double margin = decades < 1e-9 ? 0.5 : padding * decades;
        double factor = Math.Pow(10, margin);
        double low = Math.Max(lower / factor, 1e-300);
        double high = Math.Min(upper * factor, 1e300);
        return new Limits(Math.Min(low, lower), Math.Max(high, upper));
    }

    private Limits FitSymmetric(double padding)
    {
        (double low, double high) = (transform.Apply(lower), transform.Apply(upper));
        double margin = high - low < 1e-9 ? 0.5 : padding * (high - low);
        return new Limits(Math.Min(lower, transform.Invert(low - margin)), Math.Max(upper, transform.Invert(high + margin)));
    }
}
