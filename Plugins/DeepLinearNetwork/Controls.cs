using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.Plugins.DeepLinearNetwork;

/// <summary>The negative controls of the claims: each breaks what its claims state, and little else.</summary>
internal static class Controls
{
    /// <summary>For times: everything runs a tenth faster.</summary>
    public static Control Faster { get; } = Control.ScaledRightHandSide(1.1);

    /// <summary>For what is conserved: one weight moves faster than the others.</summary>
    public static Control OneWeightFaster { get; } = Control.ScaledComponent(0, 1.1);

    /// <summary>For levels and ends: networks, but not monomials, learn another target.</summary>
    public static Control AnotherTarget { get; } = NetworkControls.ScaledTarget(1.1);

    /// <summary>For levels between modes: a target so much larger that what is missing of the learned modes shows beside what is not learned yet.</summary>
    public static Control MuchLargerTarget { get; } = NetworkControls.ScaledTarget(1.5);

    /// <summary>For the order of learning: of the modes that the network is wide enough to learn, the last has the largest singular value.</summary>
    public static Control ReversedSingularValues { get; } = OtherSingularValues(
        "singular values of the learnable modes in reverse order", (values, learnable) => [.. values.Take(learnable).Reverse(), .. values.Skip(learnable)]);

    /// <summary>For what a narrow network keeps: the last mode that it can hold and the first that it cannot have each other's singular value, so that its best approximation has another mode.</summary>
    public static Control SwappedAtBottleneck { get; } = OtherSingularValues(
        "singular values of the modes on both sides of the bottleneck swapped",
        (values, held) => held < values.Count ? [.. values.Take(held - 1), values[held], values[held - 1], .. values.Skip(held + 1)] : values);

    /// <summary>For what the second mode does to the first: it lies midway between its own singular value and the first.</summary>
    public static Control CloserSecondMode { get; } = OtherSingularValues(
        "second singular value of the target midway to the first", (values, _) => [.. values.Select((value, i) => i == 1 ? (values[0] + value) / 2 : value)]);

    /// <summary>Networks learn a target of the same singular vectors with other singular values, which follow from its own and the smallest width.</summary>
    private static Control OtherSingularValues(string name, Func<IReadOnlyList<double>, int, IReadOnlyList<double>> change) => new(
        name, system => system is LinearNetwork network ? new LinearNetwork(Recomposed(network.Target, values => change(values, network.Widths.Min())), network.Widths) : system);

    private static Matrix Recomposed(Matrix target, Func<IReadOnlyList<double>, IReadOnlyList<double>> change)
    {
        var modes = SingularValueDecomposition.Compute(target);
        return modes.LeftVectors.Multiply(Matrix.Diagonal(change(modes.SingularValues))).Multiply(modes.RightVectors.Transpose());
    }
}
