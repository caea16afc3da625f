using PluginLab.Figures;

namespace PluginLab.Rendering.Geometry;

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
            Add(new Box(from.X, Math.Min(from.Y, to.Y), 0, Math.Abs(to.Y - from.Y)));
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

    public void Add(List<PixelPoint> line)
    {
        for (int i = 0; i < line.Count; i++)
        {
            Add(line[Math.Max(0, i - 1)], line[i]);
        }
    }

    /// <summary>Adds all of a box.</summary>
    public void Add(Box box)
    {
        (int left, int width, int top, int bottom) = Touched(box);
        for (int row = top; row <= bottom; row++)
        {
            cells.AsSpan((row * columns) + left, width).Fill(true);
        }
    }

    /// <summary>Number of used cells that a box touches.</summary>
    public int CountIn(Box box)
    {
        (int left, int width, int top, int bottom) = Touched(box);
        int count = 0;
        for (int row = top; row <= bottom; row++)
        {
            count += cells.AsSpan((row * columns) + left, width).Count(true);
        }

        return count;
    }

    /// <summary>The first column, the number of columns, the first and the last row that a box touches; none where it lies outside.</summary>
    private (int Left, int Width, int Top, int Bottom) Touched(Box box)
    {
        int left = Math.Max(0, (int)Math.Floor((box.X - area.X) / CellSize));
        int right = Math.Min(columns - 1, (int)Math.Floor((box.X + box.Width - area.X) / CellSize));
        int top = Math.Max(0, (int)Math.Floor((box.Y - area.Y) / CellSize));
        int bottom = Math.Min(rows - 1, (int)Math.Floor((box.Y + box.Height - area.Y) / CellSize));
        return left > right ? (0, 0, 0, -1) : (left, right - left + 1, top, bottom);
    }
}
