using PluginLab.Dynamics;

namespace PluginLab.Host.Execution.Invariants;

/// <summary>How far an invariant drifts along a trajectory.</summary>
/// <param name="Largest">The largest change of a conserved value from its first, or rise of a value that never grows above its lowest; NaN once a value is.</param>
/// <param name="Scale">The largest scale.</param>
/// <param name="Time">Where the drift is reached first.</param>
internal readonly record struct Drift(double Largest, double Scale, double Time)
{
    /// <summary>Tolerances are about a step; errors of many steps, and of dense output between them, add up.</summary>
    public const double TolerancesAllowed = 1000;

    /// <summary>Relative to the scale. A step of one size claims no accuracy; this is far below what a figure shows.</summary>
    public const double ConstantStepAllowed = 1e-4;

    /// <summary>The drift up to which nothing is to be remarked; null where none is an error, or nothing is known.</summary>
    /// <param name="accuracy">What governs the error of the solve.</param>
    public double? Allowed(SolveAccuracy accuracy) => accuracy.Control switch
    {
        ErrorControl.Tolerance => TolerancesAllowed * (accuracy.AbsoluteTolerance + (accuracy.RelativeTolerance * Scale)),
        ErrorControl.ConstantStep => ConstantStepAllowed * Scale,
        _ => null,
    };

    /// <summary>The drift in units of what is allowed, or of its scale where nothing is said; above all where it is NaN.</summary>
    /// <param name="accuracy">What governs the error of the solve.</param>
    public double Severity(SolveAccuracy accuracy) =>
        Largest == 0 ? 0 : double.IsNaN(Largest) ? double.PositiveInfinity : Largest / (Allowed(accuracy) ?? Scale);
}
