using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.Plugins.NonDiagonalSvd.Targets;

/// <summary>What a network is to learn: a target Σ, from data or drawn with given singular values, and a start.</summary>
internal sealed record LearningTask
{
    /// <summary>Σ, inputs × outputs.</summary>
    public required Matrix Target { get; init; }

    /// <summary>Hidden width h.</summary>
    public required int HiddenWidth { get; init; }

    /// <summary>We(0), inputs × h.</summary>
    public required Matrix Encoder { get; init; }

    /// <summary>Wd(0), h × outputs.</summary>
    public required Matrix Decoder { get; init; }

    /// <summary>The data that Σ comes from; null for a drawn one.</summary>
    public Samples? Samples { get; init; }

    /// <summary>The network that learns Σ.</summary>
    public LinearNetwork Network => new(Target, Widths);

    /// <summary>The widths of its layers.</summary>
    public IReadOnlyList<int> Widths => [Target.Rows, HiddenWidth, Target.Columns];

    /// <summary>Its start.</summary>
    public double[] InitialState => Network.State([Encoder, Decoder]);

    /// <summary>The task of a run.</summary>
    public static LearningTask Of(ExperimentContext context)
    {
        Samples? samples = context.Get(SvdParameters.Data).IsEmpty ? null : Samples.Of(context.Parameters);
        Matrix target = samples?.Whitened.Target ?? Draw(context, "target", [.. context.Get(SvdParameters.SingularValues).OrderDescending()]);
        LearningTask task = Start(context, "start", target, context.Get(SvdParameters.HiddenWidth), context.Get(SvdParameters.InitialStandardDeviation));
        return task with { Samples = samples };
    }

    /// <summary>A square target U S Vᵀ with Haar-distributed U and V.</summary>
    public static Matrix Draw(ExperimentContext context, string purpose, IReadOnlyList<double> singularValues) =>
        Draw(context, purpose, singularValues.Count, singularValues.Count, singularValues);

    /// <summary>A target U S Vᵀ of any shape with Haar-distributed U and V; singular values that are not given are zero.</summary>
    public static Matrix Draw(ExperimentContext context, string purpose, int rows, int columns, IReadOnlyList<double> singularValues)
    {
        Matrix left = RandomMatrices.Orthogonal(rows, context.CreateRandom(purpose + "-left"));
        Matrix right = RandomMatrices.Orthogonal(columns, context.CreateRandom(purpose + "-right"));
        Matrix diagonal = Matrix.Create(rows, columns, (i, j) => i == j && i < singularValues.Count ? singularValues[i] : 0);
        return left.Multiply(diagonal).Multiply(right.Transpose());
    }

    /// <summary>A task for a target, with a Gaussian start.</summary>
    public static LearningTask Start(ExperimentContext context, string purpose, Matrix target, int hiddenWidth, double standardDeviation) =>
        Start(context.CreateRandom(purpose), target, hiddenWidth, standardDeviation);

    /// <summary>A task for a target, with the next Gaussian start of a stream.</summary>
    public static LearningTask Start(RandomNumbers random, Matrix target, int hiddenWidth, double standardDeviation) => new()
    {
        Target = target,
        HiddenWidth = hiddenWidth,
        Encoder = RandomMatrices.Gaussian(target.Rows, hiddenWidth, standardDeviation, random),
        Decoder = RandomMatrices.Gaussian(hiddenWidth, target.Columns, standardDeviation, random),
    };
}
