using PluginLab.Dynamics;

namespace PluginLab.GradientFlows.Evidence;

/// <summary>What a negative control does to a right-hand side once it is evaluated, written once for every scalar.</summary>
public interface IDerivativeChange
{
    /// <summary>Changes a derivative.</summary>
    /// <param name="time">Time t.</param>
    /// <param name="state">State x.</param>
    /// <param name="parameters">Parameters p of the system.</param>
    /// <param name="derivative">dx/dt of the unchanged system; receives the changed one.</param>
    void Change<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
        where TScalar : unmanaged, IScalar<TScalar>;
}

/// <summary>A system with a changed right-hand side, over doubles and lanes: negative controls are then as fast as the run that they disturb.</summary>
public sealed class ChangedFlow : IDynamicsSystem, IParametricSystem<double>, IParametricSystem<Lanes>
{
    private readonly IParametricSystem<double> doubles;
    private readonly IParametricSystem<Lanes> lanes;
    private readonly IDerivativeChange change;

    private ChangedFlow(IParametricSystem<double> doubles, IParametricSystem<Lanes> lanes, IDerivativeChange change) =>
        (this.doubles, this.lanes, this.change) = (doubles, lanes, change);

    /// <summary>Number of components of the state.</summary>
    public int Dimension => doubles.Dimension;

    /// <summary>Those of the unchanged system.</summary>
    public IReadOnlyList<double> DefaultParameters => doubles.DefaultParameters;

    /// <summary>Changes a system; returns it as it is if it is not one over doubles and lanes.</summary>
    public static IDynamicsSystem Of(IDynamicsSystem system, IDerivativeChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return system is IParametricSystem<double> doubles && system is IParametricSystem<Lanes> lanes ? new ChangedFlow(doubles, lanes, change) : system;
    }

    /// <inheritdoc/>
    public void EvaluateDerivative(double time, ReadOnlySpan<double> state, Span<double> derivative)
    {
        Span<double> parameters = stackalloc double[DefaultParameters.Count];
        for (int i = 0; i < parameters.Length; i++)
        {
            parameters[i] = DefaultParameters[i];
        }

        EvaluateDerivative(time, state, parameters, derivative);
    }

    /// <inheritdoc/>
    public void EvaluateDerivative(double time, ReadOnlySpan<double> state, ReadOnlySpan<double> parameters, Span<double> derivative)
    {
        doubles.EvaluateDerivative(time, state, parameters, derivative);
        change.Change<Real>(time, Real.Cast(state), Real.Cast(parameters), Real.Cast(derivative));
    }

    /// <inheritdoc/>
    public void EvaluateDerivative(Lanes time, ReadOnlySpan<Lanes> state, ReadOnlySpan<Lanes> parameters, Span<Lanes> derivative)
    {
        lanes.EvaluateDerivative(time, state, parameters, derivative);
        change.Change(time, state, parameters, derivative);
    }
}
