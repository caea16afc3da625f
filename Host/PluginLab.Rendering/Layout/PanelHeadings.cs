using PluginLab.Figures;
using PluginLab.Rendering.Text;

namespace PluginLab.Rendering.Layout;

/// <summary>Letters and titles of panels, and the notes below them.</summary>
internal static class PanelHeadings
{
    private const double Gap = 5;

    /// <summary>Breaks the texts of a panel into the lines for which its plot has the width.</summary>
    public static void Plan(PanelPlan plan)
    {
        string text = plan.Panel.Title is null ? plan.Letter : plan.Letter.Length == 0 ? plan.Panel.Title : $"{plan.Letter} {plan.Panel.Title}";
        plan.Heading = text.Length == 0 ? [] : AxisPlanning.Wrap(plan, RichText.Parse(text), TextStyle.PanelTitle, plan.Plot.Width + plan.Margins.Left, 2);
        IReadOnlyList<string> notes = plan.AllNotes;
        plan.NoteLines = notes.Count == 0 ? [] : AxisPlanning.Wrap(plan, RichText.Parse(RichText.Escape(string.Join("; ", notes))), TextStyle.Note, plan.Plot.Width, 2);
    }

    /// <summary>Places headings, once all plots are: those of a row at one height, those of a column at one left edge, whatever their panels have above and beside the plots.</summary>
    public static void Align(IReadOnlyList<PanelPlan> plans, PanelGrid grid)
    {
        for (int i = 0; i < plans.Count; i++)
        {
            IEnumerable<PanelPlan> column = plans.Where((_, k) => grid.Column(k) == grid.Column(i));
            IEnumerable<PanelPlan> row = plans.Where((_, k) => grid.Row(k) == grid.Row(i));
            plans[i].HeadingLeft = column.Min(plan => plan.Plot.X - plan.Margins.Left);
            plans[i].HeadingTop = row.Where(plan => plan.Heading.Count > 0).Select(TopOf).DefaultIfEmpty(0).Min();
        }
    }

    /// <summary>Where a heading begins that stands close above all that belongs to its plot.</summary>
    private static double TopOf(PanelPlan plan) =>
        plan.Plot.Y - Gap - LineStack.HeightOf(plan.Heading, PanelMargins.HeadingLineHeight) - PanelMargins.TopRow(plan)
        - (PanelMargins.HasFactorRow(plan) ? PanelMargins.FactorRowHeight : 0);
}
