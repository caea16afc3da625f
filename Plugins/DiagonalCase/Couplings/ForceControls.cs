using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;
using PluginLab.Plugins.DiagonalCase.RandomStarts;

namespace PluginLab.Plugins.DiagonalCase.Couplings;

/// <summary>Worlds in which the forces of networks of several modes are as the note has them.</summary>
internal static class ForceControls
{
    /// <summary>Feature benefit alone, so that modes do not feel each other.</summary>
    public static Control WithoutInterference { get; } = new(
        "no interference between modes",
        system => Changed(system, (_, _, split) => [split.EncoderBenefit, split.DecoderBenefit]));

    /// <summary>Of the feature benefit only what lies along each vector itself, and interference as it is.</summary>
    public static Control BenefitAlongItself { get; } = new(
        "feature benefit only along each vector itself",
        system => Changed(system, (encoder, decoder, split) =>
        [
            Along(encoder, split.EncoderBenefit).Add(split.EncoderInterference),
            Along(decoder.Transpose(), split.DecoderBenefit.Transpose()).Transpose().Add(split.DecoderInterference),
        ]));

    /// <summary>Two tied vectors that move as if time ran backwards: away from 90 degrees.</summary>
    public static Control TiedPairReversed { get; } = new(
        "right-hand side of two tied vectors times -1",
        system => system is TiedLinearNetwork { Dimension: 4, HiddenWidth: 2 } ? Control.ScaledRightHandSide(-1).Apply(system) : system);

    private delegate IReadOnlyList<Matrix> Forces(Matrix encoder, Matrix decoder, ForceSplit split);

    /// <summary>A network of one mode has no interference, and its lanes are needed.</summary>
    private static IDynamicsSystem Changed(IDynamicsSystem system, Forces forces) =>
        system is LinearNetwork { Depth: 2, Target.Rows: > 1 } network ? new ChangedForces(network, forces) : system;

    /// <summary>The part of each row of a force along the row of the vectors.</summary>
    private static Matrix Along(Matrix vectors, Matrix force) => Matrix.Create(vectors.Rows, vectors.Columns, (i, k) =>
    {
        double square = vectors.Row(i).Sum(entry => entry * entry);
        return square == 0 ? 0 : vectors.Row(i).Zip(force.Row(i), (own, other) => own * other).Sum() / square * vectors[i, k];
    });

    private sealed class ChangedForces(LinearNetwork network, Forces forces) : IDynamicsSystem
    {
        public int Dimension => network.Dimension;

        public void EvaluateDerivative(double time, ReadOnlySpan<double> state, Span<double> derivative) =>
            network.State(forces(network.Layer(state, 1), network.Layer(state, 2), ForceSplit.Of(network, state))).CopyTo(derivative);
    }
}
