namespace PluginLab.Rendering.Geometry;

/// <summary>Lines along which a function on a grid has a value: marching squares.</summary>
/// <remarks>
/// Source: W. Lorensen, H. Cline, Marching Cubes, SIGGRAPH 1987, in two dimensions. Along the edges of cells the function is linear; where a cell is
/// a saddle, the mean of its corners says which two sides belong together. Cells with a corner that is missing hold no line.
/// </remarks>
internal sealed class LevelLines(double[] x, double[] y, double[] values, double level)
{
    private const int None = -1;

    private readonly Dictionary<int, (int First, int Second)> neighbours = [];

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
        foreach (int start in edges.Where(edge => neighbours[edge].Second == None).Concat(edges))
        {
            if (neighbours[start].First != None)
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

        (bool isA, bool isB, bool isC, bool isD) = (IsAbove(a), IsAbove(b), IsAbove(c), IsAbove(d));
        if (isA == isB && isB == isC && isC == isD)
        {
            return;
        }

        (int bottom, int right) = (Horizontal(column, row), Vertical(column + 1, row));
        (int top, int left) = (Horizontal(column, row + 1), Vertical(column, row));
        if (isA != isB && isB != isC && isC != isD)
        {
            bool joinsLowerLeft = IsAbove((a + b + c + d) / 4) != isA;
            Join(bottom, joinsLowerLeft ? left : right);
            Join(top, joinsLowerLeft ? right : left);
            return;
        }

        int first = isA != isB ? bottom : isB != isC ? right : top;
        int last = isA != isD ? left : isC != isD ? top : right;
        Join(first, last);
    }

    private bool IsAbove(double value) => value >= level;

    private int Horizontal(int column, int row) => 2 * ((row * x.Length) + column);

    private int Vertical(int column, int row) => Horizontal(column, row) + 1;

    private void Join(int first, int second)
    {
        Add(first, second);
        Add(second, first);
    }

    private void Add(int edge, int neighbour) =>
        neighbours[edge] = neighbours.TryGetValue(edge, out (int First, int Second) of) ? of with { Second = neighbour } : (neighbour, None);

    private void Remove(int edge, int neighbour)
    {
        (int first, int second) = neighbours[edge];
        neighbours[edge] = first == neighbour ? (second, None) : (first, None);
    }

    private List<PixelPoint> Follow(int start)
    {
        List<PixelPoint> line = [Crossing(start)];
        int at = start;
        while (neighbours[at].First is not None and int next)
        {
            Remove(at, next);
            Remove(next, at);
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
