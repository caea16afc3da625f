using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;

namespace PluginLab.Plugins.DiagonalCase.RandomStarts;

/// <summary>The note's split of the force on each vector, written out row by row and compared with the right-hand side along a trajectory.</summary>
internal static class TwoForcesCheck
{
    private const int StatesCompared = 10;

    /// <summary>
    /// The largest difference between the right-hand side and feature benefit plus interference, over the largest target times the largest weight at that
    /// state: the size of the terms, which cancel where the network has learned.
    /// </summary>
    public static double WorstDeviation(ExperimentContext context, LinearNetwork network, Trajectory trajectory)
    {
        IDynamicsSystem system = context.Create(network);
        double[] force = new double[network.Dimension];
        double worst = 0, largestTarget = network.Target.Values.ToArray().Max(Math.Abs);
        for (int k = 0; k < trajectory.Count; k += Math.Max(1, trajectory.Count / StatesCompared))
        {
            system.EvaluateDerivative(trajectory.Times[k], trajectory.State(k), force);
            double[] split = Split(network, trajectory.State(k));
            double size = largestTarget * trajectory.State(k).ToArray().Max(Math.Abs);
            worst = Math.Max(worst, force.Zip(split, (actual, expected) => Math.Abs(actual - expected)).Max() / size);
        }

        return worst;
    }

    /// <summary>(s_i − We_i·Wd_i)Wd_i − Σ_{j≠i}(We_i·Wd_j)Wd_j for the encoder, and the same with We and Wd exchanged for the decoder.</summary>
    private static double[] Split(LinearNetwork network, ReadOnlySpan<double> state)
    {
        Matrix encoder = network.Layer(state, 1);
        Matrix decoder = network.Layer(state, 2);
        Matrix product = encoder.Multiply(decoder);
        (int modes, int width) = (encoder.Rows, encoder.Columns);
        Matrix encoderForce = Matrix.Create(modes, width, (i, k) => Enumerable.Range(0, modes).Sum(j =>
            j == i ? (network.Target[i, i] - product[i, i]) * decoder[k, i] : -product[i, j] * decoder[k, j]));
        Matrix decoderForce = Matrix.Create(width, modes, (k, i) => Enumerable.Range(0, modes).Sum(j =>
            j == i ? (network.Target[i, i] - product[i, i]) * encoder[i, k] : -product[j, i] * encoder[j, k]));
        return network.State([encoderForce, decoderForce]);
    }
}
