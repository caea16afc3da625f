namespace PluginLab.Numerics.Fitting;

/// <summary>A confidence interval of a fitted coefficient.</summary>
/// <param name="Lower">Its lower end; NaN where the points are too few to tell.</param>
/// <param name="Upper">Its upper end; NaN where the points are too few to tell.</param>
/// <param name="Level">Its level, between 0 and 1; nominal for <see cref="FitUncertainty.Window"/>, where it sets the coverage factor.</param>
/// <param name="Uncertainty">What it was taken from.</param>
public sealed record ConfidenceInterval(double Lower, double Upper, double Level, FitUncertainty Uncertainty)
{
    /// <summary>Half its width.</summary>
    public double HalfWidth => (Upper - Lower) / 2;

    /// <summary>Whether a value lies in the interval, ends included; none does where they are NaN.</summary>
    public bool Contains(double value) => Lower <= value && value <= Upper;

    /// <summary>The interval of an increasing function of the coefficient.</summary>
    internal ConfidenceInterval Map(Func<double, double> increasing) => this with { Lower = increasing(Lower), Upper = increasing(Upper) };
}
