using PluginLab.Figures;
using PluginLab.Rendering.Geometry;
using PluginLab.Rendering.Layout;
using PluginLab.Rendering.Marks;
using PluginLab.Rendering.Marks.Fields;
using PluginLab.Rendering.Scales;
using PluginLab.Rendering.Text;

namespace PluginLab.Rendering.Drawing;

/// <summary>Draws a panel that has been laid out.</summary>
internal sealed class PanelDrawing(PanelPlan plan, SvgCanvas canvas, string rootId)
{
    private readonly AxisDrawing axes = new(plan, canvas);
    private readonly Occupancy occupancy = new(plan.Plot);
    private readonly List<LevelLabel> levels = [];

    private double Right => plan.Plot.X + plan.Plot.Width;

    private double Bottom => plan.Plot.Y + plan.Plot.Height;

    public PanelLayout Draw()
    {
        if (plan.Panel.Marks[0] is not VerdictTable)
        {
            new GridDrawing(plan, canvas).Draw();
        }

        IReadOnlyList<MarkLayout> marks = DrawMarks();
        if (plan.Panel.Marks[0] is VerdictTable table)
        {
            DrawHeading();
            new TableDrawing(plan, canvas).Draw(table);
            return new PanelLayout { Plot = plan.Plot, X = Scale(plan.X, plan.XTicks), Y = Scale(plan.Y, plan.YTicks), Marks = marks };
        }

        axes.Draw();
        DrawHeading();
        DrawNotes();
        new ColorBarDrawing(canvas).DrawBeside(plan, rootId);
        new LegendDrawing(plan, canvas, occupancy).Draw();
        AnnotationDrawing annotations = new(plan, canvas, occupancy);
        annotations.Draw();
        annotations.DrawLevels(levels);
        return new PanelLayout { Plot = plan.Plot, X = Scale(plan.X, plan.XTicks), Y = Scale(plan.Y, plan.YTicks), Marks = marks, LegendBox = plan.LegendBox };
    }

    private static ScaleLayout Scale(AxisMap map, TickSet ticks) =>
        new(map.Scale, map.Limits, map.StartPixel, map.EndPixel, ticks.Values, [.. ticks.Labels.Select(label => FactorOf(label, ticks))]) { LinearRange = map.Transform.LinearRange };

    private static string FactorOf(Label label, TickSet ticks) =>
        ticks.FactorExponent == 0 ? label.PlainText : $"{label.PlainText} × 10^{Positions.Of(ticks.FactorExponent)}";

    private MarkLayout[] DrawMarks()
    {
        MarkLayout[] layouts = new MarkLayout[plan.Panel.Marks.Count];
        PlotContext context = new()
        {
            Canvas = canvas,
            Plot = plan.Plot,
            X = plan.X,
            Y = plan.Y,
            Occupancy = occupancy,
            Levels = levels,
            HasLineMarkers = LegendDrawing.HasLineMarkers(plan),
            NamesNullclines = plan.NamesNullclines,
            IsOnImage = plan.HasImage,
        };
        canvas.Write("<g transform=\"scale(.01)\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"160\" stroke-linejoin=\"round\">\n");
        for (int i = 0; i < layouts.Length; i++)
        {
            Mark mark = plan.Panel.Marks[i];
            string title = mark.Label is null ? mark.Id : RichText.Parse(mark.Label).ToPlainText();
            canvas.Write($"<g id=\"{rootId}-mark-{mark.Id}\"{canvas.ColorOf(plan.Looks[i].Color)}><title>{Characters.Escape(title)}</title>");
            int vertices = MarkPainter.Paint(mark, plan.Looks[i], context);
            canvas.Write("</g>\n");
            int dropped = DroppedPoints.Count(mark, plan.X.Scale, plan.Y.Scale) + (ColoredValues.Of(mark)?.CountDropped() ?? 0);
            layouts[i] = new MarkLayout(mark.Id, vertices, dropped);
        }

        canvas.Write("</g>\n");
        return layouts;
    }

    private void DrawHeading()
    {
        for (int i = 0; i < plan.Heading.Count; i++)
        {
            canvas.Text(plan.Heading[i], plan.HeadingLeft, plan.HeadingTop + LineStack.BaselineOf(plan.Heading, PanelMargins.HeadingLineHeight, i), TextAnchor.Start, Palette.Ink);
        }
    }

    private void DrawNotes()
    {
        double baseline = Bottom + PanelMargins.NoteOffset(plan) + 8;
        for (int i = 0; i < plan.NoteLines.Count; i++)
        {
            canvas.Text(plan.NoteLines[i], Right, baseline + (i * PanelMargins.NoteLineHeight), TextAnchor.End, Palette.Muted);
        }
    }
}
