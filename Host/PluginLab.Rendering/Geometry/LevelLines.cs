namespace PluginLab.Rendering.Geometry;

/// <summary>Lines along which a function on a grid has a value: marching squares.</summary>
/// <remarks>
/// Source: W. Lorensen, H. Cline, Marching Cubes, SIGGRAPH 1987, in two dimensions. Along the edges of cells the function is linear; where a cell is
/// a saddle, the mean of its corners says which two sides belong together. Cells with a corner that is missing hold no line.
/// </remarks>
internal sealed class LevelLines(double[] x, double[] y, double[] values, double level)
{
    private readonly Dictionary<int, List<int>> neighbours = [];

    /// <summary>The lines at a level on a grid of positions in px; a closed line ends where it begins.</summary>
    public static List<List<PixelPoint>> Find(double[] x, double[] y, double[] values, double level) => new LevelLines(x, y, values, level).Find();

    private List<List<PixelPoint>> Find()
    {
        for (int row = 0; row + 1 < y.Length; row++)
        {
            for (int column = 0; column + 1 < x.Length; column++)
            {
                AddCell(column, row);
            }
        }

        List<List<PixelPoint>> lines = [];
        int[] edges = [.. neighbours.Keys.Order()];
        foreach (int start in edges.Where(edge => neighbours[edge].Count == 1).Concat(edges))
        {
            if (neighbours[start].Count > 0)
            {
                lines.Add(Follow(start));
            }
        }

        return lines;
    }

    private double At(int column, int row) => values[(row * x.Length) + column];

    private void AddCell(int column, int row)
    {
        (double a, double b, double c, double d) = (At(column, row), At(column + 1, row), At(column + 1, row + 1), At(column, row + 1));
        if (!double.IsFinite(a + b + c + d) || !double.IsFinite(x[column] + x[column + 1] + y[row] + y[row + 1]))
        {
            return;
        }

        int bottom = Horizontal(column, row);
        int right = Vertical(column + 1, row);
        int top = Horizontal(column, row + 1);
        int left = Vertical(column, row);
        int[] crossed = [.. new[] { (bottom, a, b), (right, b, c), (top, d, c), (left, a, d) }.Where(side => IsAbove(side.Item2) != IsAbove(side.Item3)).Select(side => side.Item1)];
        if (crossed.Length == 2)
        {
            Join(crossed[0], crossed[1]);
        }
        else if (crossed.Length == 4)
        {
            bool joinsLowerLeft = IsAbove((a + b + c + d) / 4) != IsAbove(a);
            Join(bottom, joinsLowerLeft ? left : right);
            Join(top, joinsLowerLeft ? right : left);
        }
    }

    private bool IsAbove(double value) => value >= level;

    private int Horizontal(int column, int row) => 2 * ((row * x.Length) + column);

    private int Vertical(int column, int row) => Horizontal(column, row) + 1;

    private void Join(int first, int second)
    {
        (neighbours.TryGetValue(first, out List<int>? of) ? of : neighbours[first] = []).Add(second);
        (neighbours.TryGetValue(second, out of) ? of : neighbours[second] = []).Add(first);
    }

    private List<PixelPoint> Follow(int start)
    {
        List<PixelPoint> line = [Crossing(start)];
        int at = start;
        while (neighbours[at].Count > 0)
        {
            int next = neighbours[at][0];
            neighbours[at].RemoveAt(0);
            neighbours[next].Remove(at);
            line.Add(Crossing(next));
            at = next;
        }

        return line;
    }

    private PixelPoint Crossing(int edge)
    {
        (int row, int column) = Math.DivRem(edge / 2, x.Length);
        bool isVertical = edge % 2 == 1;
        double from = At(column, row);
        double to = isVertical ? At(column, row + 1) : At(column + 1, row);
        double share = (level - from) / (to - from);
        return isVertical
            ? new PixelPoint(x[column], y[row] + (share * (y[row + 1] - y[row])))
            : new PixelPoint(x[column] + (share * (x[column + 1] - x[column])), y[row]);
    }
}
