using PluginLab.Figures;
using PluginLab.Rendering.Marks;
using PluginLab.Rendering.Scales;

namespace PluginLab.Rendering.Reports.Interaction;

/// <summary>Points with an interval each; none for a fit without a band.</summary>
internal sealed record BandPoints(IReadOnlyList<double> X, IReadOnlyList<double> Y, IReadOnlyList<double>? Lower, IReadOnlyList<double>? Upper)
{
    private const int PointsOfFit = 60;

    /// <summary>A ribbon, read out halfway between its edges as drawn.</summary>
    public static BandPoints Of(Ribbon ribbon, PanelLayout panel) => Between(ribbon.X, ribbon.Lower, ribbon.Upper, panel);

    /// <summary>A fan by its median, or halfway, with its outermost band.</summary>
    public static BandPoints Of(QuantileFan fan, PanelLayout panel)
    {
        BandPoints outermost = Between(fan.X, fan.Quantiles[0], fan.Quantiles[^1], panel);
        return fan.Levels.Count % 2 == 1 ? outermost with { Y = fan.Quantiles[fan.Levels.Count / 2] } : outermost;
    }

    /// <summary>A fit along its range, with its band where it has one.</summary>
    public static BandPoints Of(FitLine fit, PanelLayout panel)
    {
        (AxisTransform across, AxisTransform up) = (PointThinning.Map(panel.X).Transform, PointThinning.Map(panel.Y).Transform);
        if (MarkValues.FitBand(fit, across, up) is { } band)
        {
            return Between(band.X, band.Lower, band.Upper, panel);
        }

        (double first, double last) = (across.Apply(fit.Range.Lower), across.Apply(fit.Range.Upper));
        double[] at = [.. Enumerable.Range(0, PointsOfFit + 1).Select(i => double.Lerp(first, last, i / (double)PointsOfFit))];
        return new([.. at.Select(across.Invert)], [.. at.Select(x => up.Invert(fit.Intercept + (fit.Slope * x)))], null, null);
    }

    private static BandPoints Between(IReadOnlyList<double> x, IReadOnlyList<double> lower, IReadOnlyList<double> upper, PanelLayout panel)
    {
        AxisTransform up = PointThinning.Map(panel.Y).Transform;
        double Middle(double low, double high) => up.CanShow(low) && up.CanShow(high) ? up.Invert((up.Apply(low) + up.Apply(high)) / 2) : double.NaN;
        return new(x, [.. lower.Zip(upper, Middle)], lower, upper);
    }
}
