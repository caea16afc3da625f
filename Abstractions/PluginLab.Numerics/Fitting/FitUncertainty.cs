namespace PluginLab.Numerics.Fitting;

/// <summary>What a confidence interval of a fit is taken from. Computed points want <see cref="Window"/>, noisy ones <see cref="Residual"/>.</summary>
public enum FitUncertainty
{
    /// <summary>How far the coefficient moves with the window: for points of a computed curve, which carry no noise but bend.</summary>
    Window,

    /// <summary>How far the points scatter about the curve: Student's interval, for points with independent noise of equal size. On computed points it shrinks as points are added, and misleads.</summary>
    Residual,
}
