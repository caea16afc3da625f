using PluginLab.Experiments;
using PluginLab.Figures;

namespace PluginLab.Rendering.Checks;

/// <summary>Finds what keeps the uncertainty of a fit from being drawn.</summary>
internal static class FitChecks
{
    /// <summary>Adds a sentence for each problem.</summary>
    public static void Check(FitLine fit, List<string> problems)
    {
        CheckUncertainty(fit, problems);
        CheckCovariance(fit, problems);
    }

    private static void CheckUncertainty(FitLine fit, List<string> problems)
    {
        if (fit.SlopeUncertainty < 0 || double.IsInfinity(fit.SlopeUncertainty))
        {
            problems.Add($"Mark '{fit.Id}' has the uncertainty {NumberText.Of(fit.SlopeUncertainty)}; it must be finite and not negative, or NaN where it is not known.");
        }

        if (fit.Confidence is { } confidence && confidence is not (> 0 and < 1))
        {
            problems.Add($"Mark '{fit.Id}' has the confidence {NumberText.Of(confidence)}; it must be between 0 and 1, or null where the uncertainty is no confidence interval.");
        }
    }

    private static void CheckCovariance(FitLine fit, List<string> problems)
    {
        bool isNone = fit.Covariance is null;
        bool isValid = fit.Covariance is { InterceptVariance: >= 0, SlopeVariance: > 0 } given && double.IsFinite(given.InterceptVariance + given.SlopeVariance + given.Covariance);
        if (!isNone && !isValid)
        {
            problems.Add($"Mark '{fit.Id}' has a covariance that is none; the variance of the slope must be positive, that of the intercept not negative, and all finite.");
        }
    }
}
