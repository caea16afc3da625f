using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.Plugins.DeepLinearNetwork;

/// <summary>What a network of depth L is to learn: a target U S Vᵀ with random U and V, and starts for it.</summary>
internal sealed class DeepTask
{
    private DeepTask(Matrix left, Matrix right, IReadOnlyList<double> singularValues, int depth, int hiddenWidth)
    {
        (Left, Right, SingularValues, Depth, HiddenWidth) = (left, right, singularValues, depth, hiddenWidth);
        Network = new LinearNetwork(
            left.Multiply(Matrix.Diagonal(singularValues)).Multiply(right.Transpose()),
            [singularValues.Count, .. Enumerable.Repeat(hiddenWidth, depth - 1), singularValues.Count]);
    }

    /// <summary>U, with u_i as columns.</summary>
    public Matrix Left { get; }

    /// <summary>V, with v_i as columns.</summary>
    public Matrix Right { get; }

    /// <summary>s_i, falling.</summary>
    public IReadOnlyList<double> SingularValues { get; }

    /// <summary>L.</summary>
    public int Depth { get; }

    /// <summary>h.</summary>
    public int HiddenWidth { get; }

    public LinearNetwork Network { get; }

    /// <summary>Number of modes that the network is wide enough to learn.</summary>
    public int LearnableCount => Depth == 1 ? SingularValues.Count : Math.Min(SingularValues.Count, HiddenWidth);

    public static DeepTask Draw(ExperimentContext context, IReadOnlyList<double> singularValues, int depth, int hiddenWidth) => new(
        RandomMatrices.Orthogonal(singularValues.Count, context.CreateRandom("target-left")),
        RandomMatrices.Orthogonal(singularValues.Count, context.CreateRandom("target-right")),
        singularValues,
        depth,
        hiddenWidth);

    /// <summary>The same target for a network of another hidden width.</summary>
    public DeepTask WithHiddenWidth(int hiddenWidth) => new(Left, Right, SingularValues, Depth, hiddenWidth);

    /// <summary>A balanced start aligned with the target: W_l = Q_{l−1} ε^(1/L) Q_lᵀ, Q_0 = U, Q_L = V, so that every mode has strength ε.</summary>
    public double[] AlignedStart(RandomNumbers random, double strength) => BalancedStart(random, strength, Left, Right);

    /// <summary>A balanced start that knows nothing of the target: the same with random Q_0 and Q_L.</summary>
    public double[] RandomBalancedStart(RandomNumbers random, double strength) => BalancedStart(
        random, strength, RandomMatrices.Orthogonal(SingularValues.Count, random), RandomMatrices.Orthogonal(SingularValues.Count, random));

    /// <summary>Gaussian layers of standard deviation σ.</summary>
    public double[] GaussianStart(RandomNumbers random, double standardDeviation)
    {
        double[] state = random.NextGaussians(Network.Dimension);
        return Array.ConvertAll(state, value => standardDeviation * value);
    }

    /// <summary>The σ at which Gaussian layers have singular values of about strength^(1/L).</summary>
    public double StandardDeviation(double strength) => Math.Pow(strength, 1.0 / Depth) / Math.Sqrt(Depth == 1 ? SingularValues.Count : HiddenWidth);

    /// <summary>The strength u_iᵀ M v_i of a mode.</summary>
    public StateFunction Strength(int mode) => NetworkObservables.BilinearForm(Network, Left.Column(mode), Right.Column(mode));

    /// <summary>The best approximation Σ_{i ≤ rank} s_i u_i v_iᵀ of the target.</summary>
    public Matrix Approximation(int rank) =>
        Left.Multiply(Matrix.Diagonal([.. SingularValues.Select((value, i) => i < rank ? value : 0)])).Multiply(Right.Transpose());

    private double[] BalancedStart(RandomNumbers random, double strength, Matrix first, Matrix last)
    {
        Matrix[] frames = [first, .. Enumerable.Range(0, Depth - 1).Select(_ => RandomMatrices.Orthogonal(HiddenWidth, random)), last];
        double weight = Math.Pow(strength, 1.0 / Depth);
        return Network.State([.. frames.Zip(frames.Skip(1), (left, right) => Frame(left).Scale(weight).Multiply(Frame(right).Transpose()))]);
    }

    private Matrix Frame(Matrix orthogonal) => Matrix.Create(orthogonal.Rows, LearnableCount, (row, column) => orthogonal[row, column]);
}
