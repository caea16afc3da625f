namespace PluginLab.Numerics.Integration.Methods;

/// <summary>Polynomials through the two knots of a step, at the fraction θ of it.</summary>
internal static class DenseOutput
{
    /// <summary>The straight line (1 − θ) x₀ + θ x₁, order 1.</summary>
    public static void Line(Knot start, Knot end, double fraction, Span<double> state)
    {
        ReadOnlySpan<double> left = start.State;
        ReadOnlySpan<double> right = end.State;
        for (int k = 0; k < state.Length; k++)
        {
            state[k] = left[k] + (fraction * (right[k] - left[k]));
        }
    }

    /// <summary>The cubic with the states and derivatives of both knots, order 3. Source: Hairer, Nørsett and Wanner I, equation II.6.7.</summary>
    public static void CubicHermite(Knot start, Knot end, double fraction, Span<double> state)
    {
        double h = end.Time - start.Time;
        double rest = 1 - fraction;
        ReadOnlySpan<double> left = start.State;
        ReadOnlySpan<double> right = end.State;
        ReadOnlySpan<double> leftSlope = start.Derivative;
        ReadOnlySpan<double> rightSlope = end.Derivative;
        for (int k = 0; k < state.Length; k++)
        {
            double change = right[k] - left[k];
            double leftBend = (h * leftSlope[k]) - change;
            double rightBend = change - (h * rightSlope[k]);
            state[k] = left[k] + (fraction * (change + (rest * ((rest * leftBend) + (fraction * rightBend)))));
        }
    }
}
