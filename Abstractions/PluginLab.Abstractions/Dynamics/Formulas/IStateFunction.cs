namespace PluginLab.Dynamics;

/// <summary>A function g(t, x; p) of time, state and parameters over a scalar: an observable, or an event function whose zero is located.</summary>
/// <typeparam name="TScalar">As in <see cref="IParametricSystem{TScalar}"/>, whose state and parameters it takes.</typeparam>
/// <remarks>Immutable and safe to evaluate from several threads. From a formula written once, <see cref="StateFormula"/> makes all scalars.</remarks>
public interface IStateFunction<TScalar>
    where TScalar : unmanaged
{
    /// <summary>Evaluates g(t, x; p).</summary>
    /// <param name="time">Time t.</param>
    /// <param name="state">State x. Only valid during the call.</param>
    /// <param name="parameters">Parameters p of the system. Only valid during the call.</param>
    TScalar Evaluate(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters);
}
