using PluginLab.Figures;
using PluginLab.Rendering.Geometry;

namespace PluginLab.Rendering.Drawing;

/// <summary>Where on the plot something is drawn, by small cells, so that texts can keep out of the way.</summary>
internal sealed class Occupancy
{
    private const int CellSize = 4;

    private readonly Box area;
    private readonly int columns;
    private readonly int rows;
    private readonly bool[] cells;

    public Occupancy(Box area)
    {
        this.area = area;
        columns = (int)Math.Ceiling(area.Width / CellSize) + 1;
        rows = (int)Math.Ceiling(area.Height / CellSize) + 1;
        cells = new bool[columns * rows];
    }

    public void Add(PixelPoint point)
    {
        int column = (int)Math.Floor((point.X - area.X) / CellSize);
        int row = (int)Math.Floor((point.Y - area.Y) / CellSize);
        if (column >= 0 && column < columns && row >= 0 && row < rows)
        {
            cells[(row * columns) + column] = true;
        }
    }

    /// <summary>Adds the straight line between two points.</summary>
    public void Add(PixelPoint from, PixelPoint to)
    {
        int column = (int)Math.Floor((from.X - area.X) / CellSize);
        if (column == (int)Math.Floor((to.X - area.X) / CellSize))
        {
            AddColumn(column, Math.Min(from.Y, to.Y), Math.Max(from.Y, to.Y));
            return;
        }

        double length = Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y));
        int steps = (int)Math.Ceiling(length / CellSize);
        for (int i = 0; i <= steps; i++)
        {
            double share = steps == 0 ? 0 : i / (double)steps;
            Add(new PixelPoint(from.X + (share * (to.X - from.X)), from.Y + (share * (to.Y - from.Y))));
        }
    }

    private void AddColumn(int column, double top, double bottom)
    {
        int first = Math.Max(0, (int)Math.Floor((top - area.Y) / CellSize));
        int last = Math.Min(rows - 1, (int)Math.Floor((bottom - area.Y) / CellSize));
        for (int row = first; column >= 0 && column < columns && row <= last; row++)
        {
            cells[(row * columns) + column] = true;
        }
    }

    public void Add(List<PixelPoint> line)
    {
        for (int i = 0; i < line.Count; i++)
        {
            Add(line[Math.Max(0, i - 1)], line[i]);
        }
    }

    /// <summary>Number of used cells that a box touches.</summary>
    public int CountIn(Box box)
    {
        int firstColumn = Math.Max(0, (int)Math.Floor((box.X - area.X) / CellSize));
        int lastColumn = Math.Min(columns - 1, (int)Math.Floor((box.X + box.Width - area.X) / CellSize));
        int firstRow = Math.Max(0, (int)Math.Floor((box.Y - area.Y) / CellSize));
        int lastRow = Math.Min(rows - 1, (int)Math.Floor((box.Y + box.Height - area.Y) / CellSize));
        int count = 0;
        for (int row = firstRow; row <= lastRow; row++)
        {
            for (int column = firstColumn; column <= lastColumn; column++)
            {
                count += cells[(row * columns) + column] ? 1 : 0;
            }
        }

        return count;
    }
}
