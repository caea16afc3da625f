using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.Numerics.Integration.Methods;

/// <summary>A point of a numerical solution: time, state and derivative. Two consecutive knots bound a step.</summary>
/// <remarks>
/// The derivative lives with the state, so that a method whose last stage is the first of the next step (first same as last)
/// needs no hidden memory: it writes that stage here.
/// </remarks>
/// <param name="dimension">Number of components of the state.</param>
public sealed class Knot(int dimension)
{
    /// <summary>Time t.</summary>
    public double Time { get; set; }

    /// <summary>State x(t).</summary>
    public Span<double> State => StateVector.Span;

    /// <summary>Derivative f(t, x).</summary>
    public Span<double> Derivative => DerivativeVector.Span;

    /// <summary>The vector behind <see cref="State"/>.</summary>
    internal WorkVector StateVector { get; } = new(dimension);

    /// <summary>The vector behind <see cref="Derivative"/>: the first stage of the next step, without a copy.</summary>
    internal WorkVector DerivativeVector { get; } = new(dimension);
}
