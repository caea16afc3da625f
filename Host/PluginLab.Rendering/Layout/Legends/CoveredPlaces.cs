using PluginLab.Figures;
using PluginLab.Rendering.Marks;

namespace PluginLab.Rendering.Layout.Legends;

/// <summary>Which places of a plot its marks take: what a box of names must not hide, and guides, which it had better not.</summary>
internal sealed class CoveredPlaces
{
    private readonly Footprint data;
    private readonly Footprint guides;
    private readonly PanelPlan plan;

    public CoveredPlaces(PanelPlan plan)
    {
        (this.plan, data, guides) = (plan, new Footprint(plan.X, plan.Y, plan.Plot), new Footprint(plan.X, plan.Y, plan.Plot));
        foreach (Mark mark in plan.Panel.Marks)
        {
            Add(mark);
        }
    }

    /// <summary>Number of cells with lines, points, areas or level lines that a box would hide.</summary>
    public int CountData(Box box) => data.Cells.CountIn(box);

    /// <summary>Number of cells with lines across the whole plot, or with arrows behind the paths of a plane, that a box would hide.</summary>
    public int CountGuides(Box box) => guides.Cells.CountIn(box);

    private void Add(Mark mark)
    {
        switch (mark)
        {
            case HeatMap or MatrixStrip:
                data.Cells.Add(plan.Plot);
                break;
            case Contour contour:
                data.AddLevels(contour.X, contour.Y, contour.Values, contour.Levels);
                break;
            case Nullcline nullcline:
                data.AddLevels(nullcline.X, nullcline.Y, nullcline.Values, [0]);
                break;
            case ReferenceLine or ReferenceBand:
                AddGuide(mark);
                break;
            case VectorField field:
                guides.AddPoints(field.X, field.Y);
                break;
            case Annotation note:
                data.AddPoints([note.X], [note.Y]);
                break;
            default:
                AddSeries(mark);
                break;
        }
    }

    private void AddSeries(Mark mark)
    {
        switch (mark)
        {
            case Line line:
                data.AddLine(line.X, line.Y);
                break;
            case Step step:
                (List<double> across, List<double> up) = MarkValues.Staircase(step);
                data.AddLine(across, up);
                break;
            case PhasePath path:
                data.AddLine(path.X, path.Y);
                break;
            case Scatter scatter:
                data.AddPoints(scatter.X, scatter.Y);
                break;
            case ErrorBars bars:
                data.AddPoints(bars.X, bars.Y);
                data.AddIntervals(bars.X, bars.Lower, bars.Upper);
                break;
            default:
                AddArea(mark);
                break;
        }
    }

    private void AddArea(Mark mark)
    {
        switch (mark)
        {
            case Ribbon ribbon:
                data.AddBetween(ribbon.X, ribbon.Lower, ribbon.Upper);
                break;
            case QuantileFan fan:
                data.AddBetween(fan.X, fan.Quantiles[0], fan.Quantiles[^1]);
                break;
            case Histogram histogram:
                data.AddBars(histogram.Edges, MarkValues.HeightsOf(histogram));
                break;
            case FitLine fit:
                (IReadOnlyList<double> ends, IReadOnlyList<double> values) = MarkValues.FitEnds(fit, plan.X.Transform, plan.Y.Transform);
                data.AddLine(ends, values);
                Ribbon? band = MarkValues.FitBand(fit, plan.X.Transform, plan.Y.Transform);
                data.AddBetween(band?.X ?? [], band?.Lower ?? [], band?.Upper ?? []);
                break;
        }
    }

    private void AddGuide(Mark mark)
    {
        foreach (double value in MarkValues.AlongX(mark))
        {
            guides.Cells.Add(plan.Plot with { X = plan.X.ToPixel(value), Width = 0 });
        }

        foreach (MarkValues.Column column in MarkValues.AlongY(mark))
        {
            guides.Cells.Add(plan.Plot with { Y = plan.Y.ToPixel(column.Values[0]), Height = 0 });
        }
    }
}
