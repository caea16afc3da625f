using PluginLab.Figures;

namespace PluginLab.Rendering.Layout;

/// <summary>The rows and columns of the panels of a figure, and which of them share an axis.</summary>
internal sealed class PanelGrid(Figure figure)
{
    public int Columns { get; } = Math.Min(figure.Columns, figure.Panels.Count);

    public int Rows => (figure.Panels.Count + Columns - 1) / Columns;

    public int Column(int panel) => panel % Columns;

    public int Row(int panel) => panel / Columns;

    /// <summary>Number of the horizontal axis of a panel; panels with the same number share it.</summary>
    public int XAxisOf(int panel) => Has(SharedParts.XAxis) ? 0 : Has(SharedParts.XAxisOfColumn) ? Column(panel) : panel;

    /// <summary>Number of the vertical axis of a panel.</summary>
    public int YAxisOf(int panel) => Has(SharedParts.YAxis) ? 0 : Has(SharedParts.YAxisOfRow) ? Row(panel) : panel;

    /// <summary>Whether the numbers of the horizontal axis stand below a panel: no panel below has the same axis.</summary>
    public bool IsXNamed(int panel) => panel + Columns >= figure.Panels.Count || XAxisOf(panel + Columns) != XAxisOf(panel);

    /// <summary>Whether the numbers of the vertical axis stand left of a panel.</summary>
    public bool IsYNamed(int panel) => Column(panel) == 0 || YAxisOf(panel - 1) != YAxisOf(panel);

    public bool Has(SharedParts part) => (figure.Shared & part) != 0;
}
