using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks.Layers;

namespace PluginLab.GradientFlows.Networks;

/// <summary>What a negative control does to the target of a network, written once for every scalar.</summary>
internal interface ITargetChange
{
    /// <summary>Changes the entry of a target in a row and a column.</summary>
    TScalar Change<TScalar>(TScalar entry, int row, int column)
        where TScalar : unmanaged, IScalar<TScalar>;
}

/// <summary>A network that learns a changed target: its own, or whichever it is given as parameters, so that a control acts on ensembles with targets of their own.</summary>
internal sealed class ChangedTarget<TNetwork> : IDynamicsSystem, ILinearModel, IParametricSystem<double>, IParametricSystem<Lanes>
    where TNetwork : IDynamicsSystem, ILinearModel, IParametricSystem<double>, IParametricSystem<Lanes>
{
    private readonly IReadOnlyList<double> unchanged;
    private readonly TNetwork network;
    private readonly ITargetChange change;

    /// <summary>Changes the target of a network.</summary>
    /// <param name="unchanged">The network as it is.</param>
    /// <param name="change">Changes an entry.</param>
    /// <param name="create">Makes the same network of another target.</param>
    public ChangedTarget(TNetwork unchanged, ITargetChange change, Func<Matrix, TNetwork> create)
    {
        Matrix target = unchanged.Target;
        (this.unchanged, this.change) = (((IParametricSystem<double>)unchanged).DefaultParameters, change);
        network = create(Matrix.Create(target.Rows, target.Columns, (row, column) => change.Change<Real>(target[row, column], row, column).Value));
    }

    public int Dimension => ((IDynamicsSystem)network).Dimension;

    public Matrix Target => network.Target;

    /// <summary>The unchanged target: what is given is changed on evaluation.</summary>
    public IReadOnlyList<double> DefaultParameters => unchanged;

    public void EvaluateDerivative(double time, ReadOnlySpan<double> state, Span<double> derivative) => network.EvaluateDerivative(time, state, derivative);

    public void EvaluateDerivative(double time, ReadOnlySpan<double> state, ReadOnlySpan<double> parameters, Span<double> derivative)
    {
        using var scratch = new Scratch<double>(parameters.Length);
        Change(Real.Cast(parameters), Real.Cast(scratch.Values));
        network.EvaluateDerivative(time, state, scratch.Values, derivative);
    }

    public void EvaluateDerivative(Lanes time, ReadOnlySpan<Lanes> state, ReadOnlySpan<Lanes> parameters, Span<Lanes> derivative)
    {
        using var scratch = new Scratch<Lanes>(parameters.Length);
        Change(parameters, scratch.Values);
        network.EvaluateDerivative(time, state, scratch.Values, derivative);
    }

    public double EvaluateNetworkLoss(ReadOnlySpan<double> state) => network.EvaluateNetworkLoss(state);

    public double EvaluateBilinearForm(ReadOnlySpan<double> left, ReadOnlySpan<double> state, ReadOnlySpan<double> right) => network.EvaluateBilinearForm(left, state, right);

    public Matrix Product(ReadOnlySpan<double> state) => network.Product(state);

    private void Change<TScalar>(ReadOnlySpan<TScalar> target, Span<TScalar> changed)
        where TScalar : unmanaged, IScalar<TScalar>
    {
        for (int k = 0; k < target.Length; k++)
        {
            changed[k] = change.Change(target[k], k / Target.Columns, k % Target.Columns);
        }
    }
}
