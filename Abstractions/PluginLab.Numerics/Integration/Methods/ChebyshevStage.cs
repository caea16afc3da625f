namespace PluginLab.Numerics.Integration.Methods;

/// <summary>The coefficients of stage j of a Runge–Kutta–Chebyshev step of s stages, from one stage to the next.</summary>
/// <remarks>
/// Y_j = (1 − μ_j − ν_j) x + μ_j Y_{j−1} + ν_j Y_{j−2} + μ̃_j h F_{j−1} + γ̃_j h F_0, with w₀ = 1 + ε/s², ε = 2/13, w₁ = T_s'(w₀)/T_s''(w₀), b_j = T_j''(w₀)/T_j'(w₀)²,
/// μ_j = 2 b_j w₀/b_{j−1}, ν_j = −b_j/b_{j−2}, μ̃_j = 2 b_j w₁/b_{j−1}, γ̃_j = −(1 − b_{j−1} T_{j−1}(w₀)) μ̃_j, and stage j is at t + c_j h, c_j = w₁ T_j''(w₀)/T_j'(w₀).
/// Source: Sommeijer, Shampine and Verwer, J. Comput. Appl. Math. 88 (1997), 315–326, equations 2.3 to 2.9. The Chebyshev polynomials and their derivatives follow their recurrence.
/// </remarks>
internal struct ChebyshevStage
{
    private const double Damping = 2.0 / 13;
    private readonly double w0;
    private readonly double w1;
    private Polynomial previous;
    private Polynomial current;
    private double earlierScale;
    private double previousScale;
    private double scale;

    /// <summary>Stage 1 of a step.</summary>
    /// <param name="stages">s, at least 2.</param>
    public ChebyshevStage(int stages)
    {
        Stages = stages;
        w0 = 1 + (Damping / ((double)stages * stages));
        (previous, current) = (new Polynomial(1, 0, 0), new Polynomial(w0, 1, 0));
        Polynomial last = current;
        Polynomial before = previous;
        for (int j = 2; j <= stages; j++)
        {
            (before, last) = (last, Polynomial.Next(w0, last, before));
        }

        w1 = last.First / last.Second;

        // b₀ = b₁ = b₂, where T₂' = 4 w₀ and T₂'' = 4.
        earlierScale = previousScale = scale = 1 / (4 * w0 * w0);
        Node = FirstWeight;
    }

    /// <summary>s.</summary>
    public int Stages { get; }

    /// <summary>μ̃₁ = b₁ w₁ of the first stage Y₁ = x + μ̃₁ h F₀.</summary>
    public readonly double FirstWeight => scale * w1;

    /// <summary>c_j.</summary>
    public double Node { get; private set; }

    /// <summary>μ_j.</summary>
    public readonly double PreviousState => 2 * scale * w0 / previousScale;

    /// <summary>ν_j.</summary>
    public readonly double EarlierState => -scale / earlierScale;

    /// <summary>μ̃_j.</summary>
    public readonly double PreviousSlope => 2 * scale * w1 / previousScale;

    /// <summary>γ̃_j.</summary>
    public readonly double FirstSlope => -(1 - (previousScale * previous.Value)) * PreviousSlope;

    /// <summary>Goes on to the next stage.</summary>
    public void Advance()
    {
        (previous, current) = (current, Polynomial.Next(w0, current, previous));
        (earlierScale, previousScale, scale) = (previousScale, scale, current.Second / (current.First * current.First));
        Node = w1 * current.Second / current.First;
    }

    /// <summary>A Chebyshev polynomial and its first two derivatives at one point.</summary>
    private readonly record struct Polynomial(double Value, double First, double Second)
    {
        public static Polynomial Next(double x, Polynomial current, Polynomial previous) => new(
            (2 * x * current.Value) - previous.Value,
            (2 * x * current.First) - previous.First + (2 * current.Value),
            (2 * x * current.Second) - previous.Second + (4 * current.First));
    }
}
