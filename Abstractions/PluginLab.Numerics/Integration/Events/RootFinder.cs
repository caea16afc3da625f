namespace PluginLab.Numerics.Integration.Events;

/// <summary>Roots of functions of one variable.</summary>
internal static class RootFinder
{
    /// <summary>How narrow a bracket must be, in units of its place.</summary>
    internal const double RelativeTolerance = 1.0 / (1L << 51);

    /// <summary>After this many the search ends.</summary>
    internal const int MaximumEvaluations = 200;

    /// <summary>A root within a bracket, to about one unit in the last place, by Chandrupatla's method.</summary>
    /// <remarks>
    /// Inverse quadratic interpolation where its three points promise a monotone inverse, bisection elsewhere; the root never leaves the bracket.
    /// Source: Chandrupatla, Adv. Eng. Softw. 28 (1997), 145–149: Brent's method with a simpler and sharper test.
    /// </remarks>
    /// <param name="function">f; continuous.</param>
    /// <param name="left">One end of the bracket.</param>
    /// <param name="leftValue">f there; not zero.</param>
    /// <param name="right">The other end.</param>
    /// <param name="rightValue">f there; of the opposite sign.</param>
    public static double Find(Func<double, double> function, double left, double leftValue, double right, double rightValue)
    {
        // The root lies between newest and opposite; older is the point that newest or opposite replaced.
        Point newest = new(right, rightValue);
        Point opposite = new(left, leftValue);
        double fraction = 0.5;
        for (int evaluation = 0; evaluation < MaximumEvaluations; evaluation++)
        {
            double x = newest.X + (fraction * (opposite.X - newest.X));
            Point next = new(x, function(x));
            Point older = newest;
            if (double.IsNegative(next.Value) != double.IsNegative(newest.Value))
            {
                (older, opposite) = (opposite, newest);
            }

            newest = next;
            Point best = Math.Abs(newest.Value) < Math.Abs(opposite.Value) ? newest : opposite;
            double width = Math.Abs(opposite.X - newest.X);
            double tolerance = (RelativeTolerance * Math.Abs(best.X)) + double.Epsilon;
            if (best.Value == 0 || width <= 2 * tolerance)
            {
                return best.X;
            }

            fraction = Math.Clamp(NextFraction(newest, opposite, older), tolerance / width, 1 - (tolerance / width));
        }

        return newest.X;
    }

    private static double NextFraction(Point newest, Point opposite, Point older)
    {
        double xi = (newest.X - opposite.X) / (older.X - opposite.X);
        double phi = (newest.Value - opposite.Value) / (older.Value - opposite.Value);
        bool isInverseMonotone = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi;
        return isInverseMonotone
            ? (newest.Value / (opposite.Value - newest.Value) * (older.Value / (opposite.Value - older.Value)))
                + ((older.X - newest.X) / (opposite.X - newest.X) * (newest.Value / (older.Value - newest.Value)) * (opposite.Value / (older.Value - opposite.Value)))
            : 0.5;
    }

    private readonly record struct Point(double X, double Value);
}
