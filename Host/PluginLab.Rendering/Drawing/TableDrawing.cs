using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Rendering.Layout;
using PluginLab.Rendering.Reports;
using PluginLab.Rendering.Reports.Words;
using PluginLab.Rendering.Text;

namespace PluginLab.Rendering.Drawing;

/// <summary>Draws claims as a table: statement, predicted, measured, verdict.</summary>
internal sealed class TableDrawing(PanelPlan plan, SvgCanvas canvas)
{
    private const double LineHeight = 15;
    private const double RowGap = 7;
    private const double ColumnGap = 14;
    private const int MostLines = 4;

    private static readonly string[] Heads = ["claim", "predicted", "measured", "verdict"];
    private static readonly double[] Shares = [0.46, 0.15, 0.21, 0.18];

    public void Draw(VerdictTable table)
    {
        double y = DrawRow([.. Heads.Select((head, k) => Cell(head, k))], plan.Plot.Y, Palette.Muted, Palette.Muted);
        Rule(y, Palette.Axis);
        double bottom = plan.Plot.Y + plan.Plot.Height;
        for (int i = 0; i < table.Claims.Count; i++)
        {
            IReadOnlyList<Label>[] cells = Cells(table.Claims[i]);
            bool isLast = i == table.Claims.Count - 1;
            if (y + HeightOf(cells) + (isLast ? 0 : LineHeight) > bottom)
            {
                DrawRest(table.Claims.Count - i, y);
                return;
            }

            y = DrawRow(cells, y, Palette.Ink, ColorOf(table.Claims[i]));
            Rule(y, Palette.Grid);
        }
    }

    private void DrawRest(int count, double y)
    {
        string rest = $"{Positions.Of(count)} more not shown here";
        plan.Compromises.Add($"the table has no room for {(count == 1 ? "1 claim" : $"{Positions.Of(count)} claims")}; make the figure higher");
        Label label = LabelBuilder.BuildPlain(rest, TextStyle.Note);
        canvas.Text(label, plan.Plot.X, y + RowGap + label.Ascent, TextAnchor.Start, Palette.Muted);
    }

    private IReadOnlyList<Label>[] Cells(Claim claim) =>
    [
        Cell(claim.Statement, 0),
        Cell(double.IsNaN(claim.Predicted) ? "–" : NumberMarkup.Rich(claim.Predicted), 1),
        Cell(NumberMarkup.RichWithUncertainty(claim.Measured, claim.Uncertainty), 2),
        Cell(VerdictWords.Of(claim).Text, 3),
    ];

    private IReadOnlyList<Label> Cell(string text, int column) =>
        AxisPlanning.Wrap(plan, TolerantText.Parse(text), TextStyle.Tick, (Shares[column] * plan.Plot.Width) - ColumnGap, MostLines);

    private static double HeightOf(IReadOnlyList<Label>[] cells) => cells.Max(lines => LineStack.HeightOf(lines, LineHeight)) + RowGap;

    private double DrawRow(IReadOnlyList<Label>[] cells, double top, ColorSlot ink, ColorSlot last)
    {
        double left = plan.Plot.X;
        for (int k = 0; k < cells.Length; k++)
        {
            for (int line = 0; line < cells[k].Count; line++)
            {
                canvas.Text(cells[k][line], left, top + (RowGap / 2) + LineStack.BaselineOf(cells[k], LineHeight, line), TextAnchor.Start, k == cells.Length - 1 ? last : ink);
            }

            left += Shares[k] * plan.Plot.Width;
        }

        return top + HeightOf(cells);
    }

    private void Rule(double y, ColorSlot color) => canvas.Write(
        $"<path d=\"M{SvgCanvas.Number(plan.Plot.X)} {SvgCanvas.Number(Math.Floor(y) + 0.5)}h{SvgCanvas.Number(plan.Plot.Width)}\"{canvas.ColorOf(color)} stroke=\"currentColor\"/>\n");

    private static ColorSlot ColorOf(Claim claim) => VerdictWords.Of(claim).Kind switch
    {
        "supported" => Palette.Strong[2],
        "finding" => Palette.Strong[0],
        "unexpected" => Palette.Strong[1],
        _ => Palette.Muted,
    };
}
