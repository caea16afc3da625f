using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;
using PluginLab.Numerics.LinearAlgebra;
using PluginLab.Plugins.NonDiagonalSvd.Modes;
using PluginLab.Plugins.NonDiagonalSvd.Targets;

namespace PluginLab.Plugins.NonDiagonalSvd.Rotation;

/// <summary>The identity behind the twins, without any integration: the right-hand side on Σ is the rotated right-hand side on S.</summary>
internal static class ChangeOfBasis
{
    private const int StateCount = 8;

    /// <summary>The largest relative deviation of the two right-hand sides over random states of order one.</summary>
    public static double LargestDeviation(ExperimentContext context, LearningTask task, SingularBasis basis)
    {
        RandomNumbers random = context.CreateRandom("change-of-basis");
        return Enumerable.Range(0, StateCount).Select(_ => Deviation(context, AtRandomState(random, task), basis)).Aggregate(0.0, Math.Max);
    }

    private static LearningTask AtRandomState(RandomNumbers random, LearningTask task) => task with
    {
        Encoder = RandomMatrices.Gaussian(task.Target.Rows, task.HiddenWidth, 1, random),
        Decoder = RandomMatrices.Gaussian(task.HiddenWidth, task.Target.Columns, 1, random),
    };

    private static double Deviation(ExperimentContext context, LearningTask task, SingularBasis basis)
    {
        LearningTask rotated = TwinRun.Rotate(task, basis);
        (Matrix encoderSpeed, Matrix decoderSpeed) = Speeds(context, task);
        (Matrix rotatedEncoderSpeed, Matrix rotatedDecoderSpeed) = Speeds(context, rotated);
        double largest = Math.Max(encoderSpeed.LargestMagnitude(), decoderSpeed.LargestMagnitude());
        double encoderDeviation = encoderSpeed.Subtract(basis.Left.Multiply(rotatedEncoderSpeed)).LargestMagnitude();
        double decoderDeviation = decoderSpeed.Subtract(rotatedDecoderSpeed.Multiply(basis.Right.Transpose())).LargestMagnitude();
        return Math.Max(encoderDeviation, decoderDeviation) / largest;
    }

    private static (Matrix Encoder, Matrix Decoder) Speeds(ExperimentContext context, LearningTask task)
    {
        LinearNetwork network = task.Network;
        IDynamicsSystem system = context.Create(network);
        double[] derivative = new double[system.Dimension];
        system.EvaluateDerivative(0, task.InitialState, derivative);
        return (network.Layer(derivative, 1), network.Layer(derivative, 2));
    }
}
