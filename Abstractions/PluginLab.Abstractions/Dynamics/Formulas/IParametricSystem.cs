namespace PluginLab.Dynamics;

/// <summary>The right-hand side dx/dt = f(t, x; p) of a system over another scalar, with its parameters as arguments.</summary>
/// <typeparam name="TScalar">
/// <see cref="double"/> for other parameters, <see cref="Lanes"/> for many trajectories at once, <see cref="Dual{TScalar}"/> for directional derivatives.
/// </typeparam>
/// <remarks>
/// What a system can do beyond <see cref="IDynamicsSystem"/>: it is asked <c>system is IParametricSystem&lt;Lanes&gt;</c>. All its scalars evaluate one
/// function, with the same bits. From a formula written once, <see cref="ParametricSystem"/> makes them all. Immutable and safe to evaluate from several threads.
/// </remarks>
public interface IParametricSystem<TScalar>
    where TScalar : unmanaged
{
    /// <summary>Number of components n of the state vector x.</summary>
    int Dimension { get; }

    /// <summary>The parameters p at which this system, evaluated as an <see cref="IDynamicsSystem"/>, is the same function. Their number is that of all p.</summary>
    IReadOnlyList<double> DefaultParameters { get; }

    /// <summary>Evaluates the right-hand side f(t, x; p).</summary>
    /// <param name="time">Time t.</param>
    /// <param name="state">State x, length <see cref="Dimension"/>. Only valid during the call.</param>
    /// <param name="parameters">Parameters p, as many as <see cref="DefaultParameters"/>. Only valid during the call.</param>
    /// <param name="derivative">Receives dx/dt, length <see cref="Dimension"/>. Every component must be written. Overlaps neither of the others.</param>
    void EvaluateDerivative(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative);
}
