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

    /// <summary>For the order of learning: the last mode of the target has the largest singular value.</summary>
    public static Control ReversedSingularValues { get; } = new(
        "singular values of the target in reverse order",
        system => system is LinearNetwork network ? new LinearNetwork(Reversed(network.Target), network.Widths) : system);

    private static Matrix Reversed(Matrix target)
    {
        var modes = SingularValueDecomposition.Compute(target);
        return modes.LeftVectors.Multiply(Matrix.Diagonal([.. modes.SingularValues.Reverse()])).Multiply(modes.RightVectors.Transpose());
    }
}
