using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;

namespace PluginLab.Plugins.DiagonalCase.RandomStarts;

/// <summary>The note's split of the force on each vector at one state: rows for encoders We_i, columns for decoders Wd_i.</summary>
/// <param name="EncoderBenefit">Feature benefit (s_i − We_i·Wd_i) Wd_i, modes × width.</param>
/// <param name="EncoderInterference">Interference −Σ_{j≠i} (We_i·Wd_j) Wd_j, modes × width.</param>
/// <param name="DecoderBenefit">The same with We and Wd exchanged, width × modes.</param>
/// <param name="DecoderInterference">The same with We and Wd exchanged, width × modes.</param>
internal sealed record ForceSplit(Matrix EncoderBenefit, Matrix EncoderInterference, Matrix DecoderBenefit, Matrix DecoderInterference)
{
    private const int StatesCompared = 10;

    public static ForceSplit Of(LinearNetwork network, ReadOnlySpan<double> state)
    {
        Matrix encoder = network.Layer(state, 1);
        Matrix decoder = network.Layer(state, 2);
        Matrix product = encoder.Multiply(decoder);
        (int modes, int width) = (encoder.Rows, encoder.Columns);
        return new(
            Matrix.Create(modes, width, (i, k) => Missing(i) * decoder[k, i]),
            Matrix.Create(modes, width, (i, k) => -Others(i).Sum(j => product[i, j] * decoder[k, j])),
            Matrix.Create(width, modes, (k, i) => Missing(i) * encoder[i, k]),
            Matrix.Create(width, modes, (k, i) => -Others(i).Sum(j => product[j, i] * encoder[j, k])));

        double Missing(int i) => network.Target[i, i] - product[i, i];

        IEnumerable<int> Others(int i) => Enumerable.Range(0, modes).Where(j => j != i);
    }

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
            double[] sum = Of(network, trajectory.State(k)).Sum(network);
            double size = largestTarget * trajectory.State(k).ToArray().Max(Math.Abs);
            worst = Math.Max(worst, force.Zip(sum, (actual, expected) => Math.Abs(actual - expected)).Max() / size);
        }

        return worst;
    }

    private double[] Sum(LinearNetwork network) => network.State([EncoderBenefit.Add(EncoderInterference), DecoderBenefit.Add(DecoderInterference)]);
}
