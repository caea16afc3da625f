using PluginLab.Figures;
using PluginLab.Rendering.Marks;
using PluginLab.Rendering.Scales;

namespace PluginLab.Rendering.Layout;

/// <summary>Limits of the axes: as given, or around all that the panels of an axis show.</summary>
internal static class PanelLimits
{
    private const double UsualPadding = 0.04;

    /// <summary>Finds the limits of all panels.</summary>
    public static void Resolve(PanelGrid grid, IReadOnlyList<PanelPlan> plans)
    {
        AxisRange[] across = [.. plans.Select(plan => new AxisRange(AxisTransform.Of(plan.Panel.X)))];
        AxisRange[] up = [.. plans.Select(plan => new AxisRange(AxisTransform.Of(plan.Panel.Y)))];
        for (int i = 0; i < plans.Count; i++)
        {
            foreach (Mark mark in plans[i].Panel.Marks)
            {
                Gather(mark, plans[i].Panel, across[i], up[i]);
            }
        }

        Limits[] x = Fit(plans, across, grid.XAxisOf, panel => panel.X, XPadding);
        Limits[] y = Fit(plans, up, grid.YAxisOf, panel => panel.Y, YPadding);
        for (int i = 0; i < plans.Count; i++)
        {
            plans[i].FoundLimits = (x[i], y[i]);
        }
    }

    private static Limits[] Fit(IReadOnlyList<PanelPlan> plans, AxisRange[] ranges, Func<int, int> axisOf, Func<Panel, Axis> axis, Func<Panel, double> padding)
    {
        Limits[] limits = new Limits[plans.Count];
        foreach (IGrouping<int, int> shared in Enumerable.Range(0, plans.Count).GroupBy(axisOf))
        {
            AxisRange range = new(AxisTransform.Of(axis(plans[shared.First()].Panel)));
            foreach (int panel in shared)
            {
                range.Include(ranges[panel]);
            }

            bool isGrounded = range.Lower == 0 && shared.All(panel => plans[panel].Panel.Marks.All(mark => mark is Histogram));
            Limits fitted = axis(plans[shared.First()].Panel).Limits ?? Grounded(isGrounded, range.Fit(shared.Max(panel => axis(plans[panel].Panel).Padding ?? padding(plans[panel].Panel))));
            foreach (int panel in shared)
            {
                limits[panel] = fitted;
            }
        }

        return limits;
    }

    /// <summary>Bars stand on the axis.</summary>
    private static Limits Grounded(bool isGrounded, Limits limits) => isGrounded ? limits with { Lower = 0 } : limits;

    private static double XPadding(Panel panel)
    {
        // Markers at the edge of a logarithmic axis would stand half outside.
        bool needsMargin = panel.Marks.Any(mark => mark is Scatter or ErrorBars);
        return (PanelPlanning.HasImage(panel) || HasGrid(panel) || panel.X.Scale == AxisScale.Logarithmic) && !needsMargin ? 0 : UsualPadding;
    }

    private static double YPadding(Panel panel) => PanelPlanning.HasImage(panel) || HasGrid(panel) ? 0 : UsualPadding;

    /// <summary>Level lines end where their grid does, which should be the edge of the plot.</summary>
    public static bool HasGrid(Panel panel) => panel.Marks.Any(mark => mark is Contour or Nullcline);

    private static void Gather(Mark mark, Panel panel, AxisRange across, AxisRange up)
    {
        IReadOnlyList<double> x = MarkValues.AlongX(mark);
        across.Include(x);
        bool isLimited = panel.X.Limits is not null && MarkValues.IsPointwise(mark);
        foreach (MarkValues.Column column in MarkValues.AlongY(mark))
        {
            if (!isLimited)
            {
                up.Include(column.Values);
                continue;
            }

            (double[] abscissae, double[] ordinates, Limits shown) = (MarkArrays.Of(x), MarkArrays.Of(column.Values), panel.X.Limits!.Value);
            for (int i = 0; i < abscissae.Length; i++)
            {
                up.Include(abscissae[i] >= shown.Lower && abscissae[i] <= shown.Upper ? ordinates[i] : double.NaN);
            }
        }

        if (mark is Histogram)
        {
            up.Include(0);
        }

        if (mark is FitLine fit)
        {
            up.Include(MarkValues.FitEnds(fit, AxisTransform.Of(panel.X), AxisTransform.Of(panel.Y)).Y);
            Ribbon? band = MarkValues.FitBand(fit, AxisTransform.Of(panel.X), AxisTransform.Of(panel.Y));
            up.Include(band?.Lower ?? []);
            up.Include(band?.Upper ?? []);
        }
    }
}
