using PluginLab.Dynamics;
using PluginLab.Numerics.LinearAlgebra.Kernels;

namespace PluginLab.Numerics.Observables;

/// <summary>f'(x)v ≈ (8(f(x + hv) − f(x − hv)) − (f(x + 2hv) − f(x − 2hv)))/12h: exact for right-hand sides of degree up to 4, of order 4 elsewhere.</summary>
internal sealed class CentralDifference(IDynamicsSystem system) : IDirectionalDerivative
{
    // A little below the fifth root of the unit roundoff, where truncation and rounding balance.
    private const double RelativeStep = 1.0 / (1 << 12);

    // What some tens of operations in a right-hand side may add up to.
    private const double Rounding = 8.0 / (1L << 53);

    private static readonly (double Offset, double Weight)[] Terms = [(1, 8 / 12.0), (2, -1 / 12.0)];

    private readonly double[] point = new double[system.Dimension];
    private readonly double[] forward = new double[system.Dimension];
    private readonly double[] backward = new double[system.Dimension];

    public void Evaluate(ReadOnlySpan<double> state, ReadOnlySpan<double> direction, Span<double> result) =>
        Evaluate(state, direction, Step(state, direction), result);

    public double EstimateError(ReadOnlySpan<double> state, ReadOnlySpan<double> direction)
    {
        double step = Step(state, direction);
        double[] single = new double[point.Length];
        double[] doubled = new double[point.Length];
        Evaluate(state, direction, step, single);
        Evaluate(state, direction, 2 * step, doubled);
        double length = VectorArithmetic.Norm(single);
        VectorUpdate.AddScaled(-1, single, doubled);
        system.EvaluateDerivative(0, state, forward);
        double rounding = Rounding * ((VectorArithmetic.Norm(forward) / step) + (length / RelativeStep));
        return VectorArithmetic.Norm(doubled) + rounding;
    }

    /// <summary>|hv| is a fixed share of |x|; of 1 at the origin, where the state has no scale.</summary>
    private static double Step(ReadOnlySpan<double> state, ReadOnlySpan<double> direction)
    {
        double length = VectorArithmetic.Norm(direction);
        double scale = VectorArithmetic.Norm(state);
        return RelativeStep * (scale == 0 ? 1 : scale) / (length == 0 ? 1 : length);
    }

    private void Evaluate(ReadOnlySpan<double> state, ReadOnlySpan<double> direction, double step, Span<double> result)
    {
        result.Clear();
        foreach ((double offset, double weight) in Terms)
        {
            EvaluateAt(state, direction, offset * step, forward);
            EvaluateAt(state, direction, -offset * step, backward);
            VectorUpdate.AddScaled(-1, backward, forward);
            VectorUpdate.AddScaled(weight / step, forward, result);
        }
    }

    private void EvaluateAt(ReadOnlySpan<double> state, ReadOnlySpan<double> direction, double offset, Span<double> value)
    {
        state.CopyTo(point);
        VectorUpdate.AddScaled(offset, direction, point);
        system.EvaluateDerivative(0, point, value);
    }
}
