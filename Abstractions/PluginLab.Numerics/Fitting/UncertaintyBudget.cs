using MathNet.Numerics.Distributions;

namespace PluginLab.Numerics.Fitting;

/// <summary>Where the uncertainty of a fitted coefficient comes from, each source in units of the coefficient.</summary>
public sealed record UncertaintyBudget
{
    /// <summary>How far the coefficient moves at most when only a window of half of the points is fitted: the lower half, three windows between, the upper half; NaN for two points.</summary>
    /// <remarks>The windows are equally far from each other, and round up to whole points. NaN also where the abscissae of one of them are all equal.</remarks>
    public required double Window { get; init; }

    /// <summary>The jackknife's standard error √((g − 1)/g Σ_j (θ_j − θ̄)²), where θ_j leaves out the j-th of g blocks of neighbouring points; NaN for two points.</summary>
    /// <remarks>
    /// g = 5, or the number of points if that is less. The number of blocks is fixed, so that it does not shrink as points are added to a curve that bends.
    /// Source: Künsch, Ann. Statist. 17 (1989), 1217–1241, on leaving out blocks of dependent observations. NaN also where what is left determines no line.
    /// </remarks>
    public required double LeaveOut { get; init; }

    /// <summary>How far the coefficient moves at most when a single point is left out: one point that is wrong shows here, however many there are; NaN for two points.</summary>
    /// <remarks>NaN also where what is left determines no line.</remarks>
    public required double LeaveOneOut { get; init; }

    /// <summary>The most that the given uncertainties δ_i of the points can move the coefficient: Σ|∂θ/∂y_i| δ_i, where each point is rounded at least.</summary>
    public required double Points { get; init; }

    /// <summary>The standard error that the residuals suggest, with n − 2 degrees of freedom; NaN for two points.</summary>
    public required double StandardError { get; init; }

    /// <summary>Degrees of freedom n − 2 of the residuals.</summary>
    public required int DegreesOfFreedom { get; init; }

    /// <summary>The confidence interval around an estimate.</summary>
    /// <remarks>
    /// <see cref="FitUncertainty.Window"/>: estimate ± (k max(window, leave-out, leave-one-out) + points), where k = Φ⁻¹((1 + level)/2), 1.96 for 95 %, is a coverage factor
    /// (JCGM 100:2008, section 6): a computed curve has no distribution that the level could be a probability of. The interval holds the limit to which the
    /// exponent of x^a(1 + c x^b) tends if it comes nearer by the factor (k + 1)/(k − 1) at least, 3.1 for 95 %, from one half of the window to the other;
    /// see decision 0006. <see cref="FitUncertainty.Residual"/>: estimate ± (t standard error + points), with t from Student's distribution.
    /// </remarks>
    /// <param name="estimate">The coefficient.</param>
    /// <param name="uncertainty">What the interval is taken from.</param>
    /// <param name="level">The level, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1, or the kind of uncertainty is unknown.</exception>
    public ConfidenceInterval IntervalAround(double estimate, FitUncertainty uncertainty, double level)
    {
        if (level is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "A level lies strictly between 0 and 1, such as 0.95.");
        }

        double halfWidth = Points + uncertainty switch
        {
            FitUncertainty.Window => Normal.InvCDF(0, 1, (1 + level) / 2) * Math.Max(Window, Math.Max(LeaveOut, LeaveOneOut)),
            FitUncertainty.Residual => DegreesOfFreedom == 0 ? double.NaN : StudentT.InvCDF(0, 1, DegreesOfFreedom, (1 + level) / 2) * StandardError,
            _ => throw new ArgumentOutOfRangeException(nameof(uncertainty), uncertainty, "The uncertainty is taken from the window or from the residuals."),
        };
        return new(estimate - halfWidth, estimate + halfWidth, level, uncertainty);
    }
}
