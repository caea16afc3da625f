using PluginLab.Dynamics;
using PluginLab.Numerics.LinearAlgebra;
using PluginLab.Numerics.LinearAlgebra.Kernels;

namespace PluginLab.Numerics.Integration.Methods;

/// <summary>The spectral radius of the Jacobian ∂f/∂x along a solution, from above, by power iteration on differences of the right-hand side.</summary>
/// <remarks>
/// v → f(x + εv) − f(x), from where the last estimate ended. 1.2 times the factor by which v grows, when two in a row agree to 2 %.
/// Source: Sommeijer, Shampine and Verwer, J. Comput. Appl. Math. 88 (1997), section 3.2; Lindberg, BIT 12 (1972), 495–505.
/// </remarks>
internal sealed class SpectralRadius(IDynamicsSystem system)
{
    private const int MaximumIterations = 50;
    private const double Agreement = 0.02;
    private const double Safety = 1.2;
    private const double RelativeDisplacement = 1.5e-8;
    private const double SmallestDisplacement = 1e-14;
    private readonly StageRow displacement = new([1.0]);
    private readonly WorkVector[] direction = [new WorkVector(system.Dimension)];
    private readonly WorkVector displaced = new(system.Dimension);
    private bool isWarm;

    /// <summary>Evaluations of the right-hand side so far.</summary>
    public long DerivativeEvaluations { get; private set; }

    /// <summary>An upper estimate of the spectral radius at a knot; the last one, <paramref name="fallback"/>, where the right-hand side is not finite nearby.</summary>
    public double Estimate(Knot knot, double fallback, CancellationToken cancellationToken)
    {
        Span<double> v = direction[0].Span;
        if (!isWarm)
        {
            Begin(knot.Derivative, v);
        }

        double size = Math.Max(RelativeDisplacement * Norm(knot.State), SmallestDisplacement);
        double radius = 0;
        for (int i = 0; i < MaximumIterations && !cancellationToken.IsCancellationRequested; i++)
        {
            double grown = Iterate(knot, size, v);
            if (!double.IsFinite(grown) || grown == 0)
            {
                // Nothing grows along v, or nothing can be told: begin elsewhere next time.
                isWarm = false;
                return grown == 0 ? 0 : fallback;
            }

            bool agrees = i > 0 && Math.Abs(grown - radius) <= Agreement * Math.Max(grown, radius);
            radius = grown;
            if (agrees)
            {
                break;
            }
        }

        isWarm = true;
        return Safety * radius;
    }

    /// <summary>v ← f(x + εv) − f(x) with |εv| of the given size; the factor by which εv grew.</summary>
    private double Iterate(Knot knot, double size, Span<double> v)
    {
        WeightedSum.Step(displacement, direction, knot.State, size / Norm(v), displaced.Span);
        system.EvaluateDerivative(knot.Time, displaced.Span, v);
        DerivativeEvaluations++;
        VectorUpdate.AddScaled(-1, knot.Derivative, v);
        return Norm(v) / size;
    }

    /// <summary>The derivative, and where it vanishes or has special symmetry a fixed vector without any.</summary>
    private static void Begin(ReadOnlySpan<double> derivative, Span<double> v)
    {
        double scale = Norm(derivative);
        for (int k = 0; k < v.Length; k++)
        {
            v[k] = (scale > 0 ? derivative[k] / scale : 0) + (1e-3 * (1 + (0.5 * (k % 7)) - (k % 3)));
        }
    }

    private static double Norm(ReadOnlySpan<double> vector) => Math.Sqrt(VectorUpdate.Dot(vector, vector));
}
