using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.GradientFlows.Networks;

/// <summary>Negative controls for claims about networks that a change of time scale would leave standing; systems that are no network stay as they are.</summary>
/// <remarks>
/// All keep the lanes of a network. Of an ensemble whose trajectories bring targets of their own, each learns its own target with the change.
/// </remarks>
public static class NetworkControls
{
    /// <summary>The network learns −Σ: every mode turns to the other side.</summary>
    public static Control NegatedTarget { get; } = new("target negated", system => WithTarget(system, new ScaledEntries(-1)));

    /// <summary>dx/dt = f / ‖Σ‖: stronger targets are no longer learned faster. Of the trajectories of an ensemble, each has the norm of its own target.</summary>
    public static Control NormalizedRate { get; } = new(
        "right-hand side divided by the norm of the target", system => system is ILinearModel ? ChangedFlow.Of(system, new DivisionByNorm()) : system);

    /// <summary>The network learns factor · Σ.</summary>
    public static Control ScaledTarget(double factor) => new(
        $"target times {NumberText.Of(factor)}", system => WithTarget(system, new ScaledEntries(factor)));

    /// <summary>The network learns Σ with an amount added to every entry off the diagonal: modes are no longer rows.</summary>
    public static Control CoupledTarget(double amount) => new(
        $"{NumberText.Of(amount)} added to the target off its diagonal",
        system => WithTarget(system, new CoupledEntries(amount)));

    /// <summary>Row <paramref name="mode"/> of the first layer, and that column of the last, move by a factor slower or faster.</summary>
    /// <param name="mode">Counted from 0.</param>
    /// <param name="factor">Factor on the speed; 0 holds the mode.</param>
    public static Control ScaledMode(int mode, double factor) => new(
        $"weights of mode {mode + 1} moving {NumberText.Of(factor)} times as fast",
        system => system is ILinearModel model && mode < Math.Min(model.Target.Rows, model.Target.Columns)
            ? ChangedFlow.Of(system, new ScaledWeights(WeightsOfMode(system.Dimension, model, mode), factor))
            : system);

    /// <summary>All weights of a layer move by a factor slower or faster: what the flow conserves is no longer the difference of the layers, and balanced starts end unbalanced.</summary>
    /// <param name="layer">Counted from 0; a network without that layer stays as it is.</param>
    /// <param name="factor">Factor on the speed.</param>
    public static Control ScaledLayer(int layer, double factor) => new(
        $"layer {layer + 1} moving {NumberText.Of(factor)} times as fast",
        system => system is LinearNetwork network && layer < network.Depth
            ? ChangedFlow.Of(system, new ScaledWeights(WeightsOfLayer(network, layer), factor))
            : system);

    private static IDynamicsSystem WithTarget(IDynamicsSystem system, ITargetChange change) => system switch
    {
        LinearNetwork network => new ChangedTarget<LinearNetwork>(network, change, target => new LinearNetwork(target, network.Widths)),
        TiedLinearNetwork network => new ChangedTarget<TiedLinearNetwork>(network, change, target => new TiedLinearNetwork(target, network.HiddenWidth)),
        _ => system,
    };

    /// <summary>Where the weights of row <paramref name="mode"/> of the first layer lie in a state, and of that column of the last.</summary>
    private static int[] WeightsOfMode(int dimension, ILinearModel model, int mode)
    {
        int width = model is LinearNetwork network ? network.Widths[1] : dimension / model.Target.Rows;
        IEnumerable<int> row = Enumerable.Range(mode * width, width);
        if (model is not LinearNetwork { Depth: > 1 } untied)
        {
            return [.. row];
        }

        (int rows, int columns) = (untied.Widths[^2], untied.Widths[^1]);
        return [.. row, .. Enumerable.Range(0, rows).Select(k => dimension - ((rows - k) * columns) + mode)];
    }

    private static int[] WeightsOfLayer(LinearNetwork network, int layer)
    {
        int[] sizes = [.. network.Widths.Zip(network.Widths.Skip(1), (inputs, outputs) => inputs * outputs)];
        return [.. Enumerable.Range(sizes.Take(layer).Sum(), sizes[layer])];
    }

    private sealed class ScaledEntries(double factor) : ITargetChange
    {
        public TScalar Change<TScalar>(TScalar entry, int row, int column)
            where TScalar : unmanaged, IScalar<TScalar> => factor * entry;
    }

    private sealed class CoupledEntries(double amount) : ITargetChange
    {
        public TScalar Change<TScalar>(TScalar entry, int row, int column)
            where TScalar : unmanaged, IScalar<TScalar> => row == column ? entry : entry + amount;
    }

    private sealed class DivisionByNorm : IDerivativeChange
    {
        public void Change<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
            where TScalar : unmanaged, IScalar<TScalar>
        {
            TScalar square = 0;
            foreach (TScalar entry in parameters)
            {
                square += entry * entry;
            }

            TScalar norm = TScalar.Sqrt(square);
            foreach (ref TScalar rate in derivative)
            {
                rate /= norm;
            }
        }
    }

    private sealed class ScaledWeights(int[] weights, double factor) : IDerivativeChange
    {
        public void Change<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
            where TScalar : unmanaged, IScalar<TScalar>
        {
            foreach (int weight in weights)
            {
                derivative[weight] *= factor;
            }
        }
    }
}
