namespace PluginLab.Numerics.Fitting;

/// <summary>The abscissae between which a curve was fitted.</summary>
/// <param name="Lower">The smallest abscissa.</param>
/// <param name="Upper">The largest abscissa.</param>
public readonly record struct FitWindow(double Lower, double Upper);
