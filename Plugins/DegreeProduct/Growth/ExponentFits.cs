using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;
using PluginLab.Numerics.Fitting;
using static PluginLab.Plugins.DegreeProduct.DegreeFigures;

namespace PluginLab.Plugins.DegreeProduct.Growth;

/// <summary>The fitted exponents of T1, for degrees above 2: their range, lines and values.</summary>
internal static class ExponentFits
{
    /// <summary>The range of the fits, the same for all degrees; none where nothing was fitted.</summary>
    public static IEnumerable<Mark> Range(IReadOnlyList<DegreeMeasurement> measurements, string panel) => Of(measurements).Take(1).Select(item => new ReferenceBand
    {
        Id = $"window-{panel}",
        Role = MarkRole.Reference,
        Orientation = Orientation.Vertical,
        Lower = item.Fit.Window.Lower,
        Upper = item.Fit.Window.Upper,
    });

    /// <summary>The name of the range, in the middle of it.</summary>
    /// <param name="measurements">Of all degrees.</param>
    /// <param name="height">The ordinate near which it stands.</param>
    public static IEnumerable<Mark> RangeName(IReadOnlyList<DegreeMeasurement> measurements, double height) => Of(measurements).Take(1).Select(item => new Annotation
    {
        Id = "window-name",
        X = Math.Sqrt(item.Fit.Window.Lower * item.Fit.Window.Upper),
        Y = height,
        Text = "fit range",
    });

    public static IEnumerable<Mark> Lines(IReadOnlyList<DegreeMeasurement> measurements) => Of(measurements).Select((item, i) => new Line
    {
        Id = $"fit-{item.Measurement.Degree}",
        Label = i == 0 ? "fit" : null,
        Role = MarkRole.Fit,
        X = [item.Fit.Window.Lower, item.Fit.Window.Upper],
        Y = [item.Fit.Exponent, item.Fit.Exponent],
    });

    /// <summary>Each exponent with half of its 95 % interval, at its line.</summary>
    public static IEnumerable<Mark> Values(IReadOnlyList<DegreeMeasurement> measurements) => Of(measurements).Select(item => new Annotation
    {
        Id = $"fit-value-{item.Measurement.Degree}",
        Color = Color(item.Measurement),
        X = item.Fit.Window.Lower,
        Y = item.Fit.Exponent,
        Text = $"fit ${Rounded.WithUncertainty(item.Fit.Exponent, item.Fit.ExponentInterval(FitUncertainty.Window).HalfWidth)}$",
    });

    private static IEnumerable<(DegreeMeasurement Measurement, PowerLawFit Fit)> Of(IReadOnlyList<DegreeMeasurement> measurements) =>
        measurements.Where(measurement => measurement.Degree > 2 && measurement.Growth.Fit is not null).Select(measurement => (measurement, measurement.Growth.Fit!));
}
