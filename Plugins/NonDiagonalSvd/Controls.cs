using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;
using PluginLab.Plugins.NonDiagonalSvd.Modes;
using PluginLab.Plugins.NonDiagonalSvd.Rotation;

namespace PluginLab.Plugins.NonDiagonalSvd;

/// <summary>The negative controls of the claims: each breaks what its claims state, and little else.</summary>
internal static class Controls
{
    private const double ClearFactor = 1.1;

    /// <summary>For times: everything runs a tenth faster.</summary>
    public static Control Faster { get; } = Control.ScaledRightHandSide(ClearFactor);

    /// <summary>For the change of basis: one weight learns faster than the others, which singles out a basis.</summary>
    public static Control OneWeightFaster { get; } = Control.ScaledComponent(0, ClearFactor);

    /// <summary>For the law over Gaussian starts: one weight learns twice as fast, enough to show through the chances of the starts.</summary>
    public static Control OneWeightTwiceAsFast { get; } = Control.ScaledComponent(0, 2);

    /// <summary>For where the flow ends: the network learns another target.</summary>
    public static Control AnotherTarget { get; } = NetworkControls.ScaledTarget(ClearFactor);

    /// <summary>For the order of learning: the last mode of the target has the largest singular value.</summary>
    public static Control ReversedSingularValues { get; } = new(
        "singular values of the target in reverse order",
        system => system is LinearNetwork network ? new LinearNetwork(Reversed(network.Target), network.Widths) : system);

    /// <summary>For the equality of data and Σ: only the flow on Σ runs faster.</summary>
    public static Control TargetAloneFaster { get; } = new(
        "right-hand side of the network that learns Σ times 1.1, on the data as it is",
        system => system is LinearNetwork ? Faster.Apply(system) : system);

    /// <summary>For what eigenvalues say of a triangular target: only they are left, on its diagonal.</summary>
    public static Control EigenvaluesAlone { get; } = new(
        "target without its entries off the diagonal",
        system => system is LinearNetwork network
            ? new LinearNetwork(Matrix.Create(network.Target.Rows, network.Target.Columns, (i, j) => i == j ? network.Target[i, j] : 0), network.Widths)
            : system);

    /// <summary>For Σ in place of the data: the network on the data learns Σ instead, so that inputs do not matter.</summary>
    public static Control TargetInPlaceOfData { get; } = new(
        "network on the data replaced by the network on Σ", system => system is DataNetwork network ? network.OnTarget : system);

    /// <summary>For sign descent: it takes the gradient itself.</summary>
    public static Control GradientInPlaceOfSigns { get; } = new(
        "signs of the gradient replaced by the gradient", system => system is SignSystem signs ? signs.Flow : system);

    /// <summary>For a narrow network: its target has no more modes than it can learn.</summary>
    public static Control TargetOfLearnableRank { get; } = new(
        "target cut to the rank that the hidden width allows",
        system => system is LinearNetwork { Depth: 2 } network
            ? new LinearNetwork(SingularBasis.Of(network.Target).Approximation(network.Widths[1]), network.Widths)
            : system);

    private static Matrix Reversed(Matrix target)
    {
        var basis = SingularBasis.Of(target);
        return basis.FromModes(Matrix.Create(target.Rows, target.Columns, (i, j) => i == j && i < basis.Values.Count ? basis.Values[^(i + 1)] : 0));
    }
}
