using System.Runtime.Intrinsics;
using PluginLab.Numerics.Ensembles.Kernels;
using PluginLab.Numerics.Ensembles.Methods;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Ensembles.StepSizes;

/// <summary>The choice of <see cref="FirstStepSize"/> in lanes, with the same bits.</summary>
internal sealed class LaneFirstStepSize(LaneMethod method, LaneNorm norm, double direction)
{
    /// <summary>Proposes the first step size of every lane.</summary>
    /// <param name="step">Time, state and derivative at the start are set; the rest is overwritten.</param>
    /// <param name="progress">The end of the interval is set; receives the proposal.</param>
    public void Choose(LaneStep step, LaneProgress progress)
    {
        Span<Vector512<double>> slopeNorms = stackalloc Vector512<double>[LaneMemory.VectorsPerRow];
        for (int half = 0; half < slopeNorms.Length; half++)
        {
            Vector512<double> stateNorm = Norm(half, step.Start, step.Start);
            slopeNorms[half] = Norm(half, step.Slope(0), step.Start);
            Vector512<double> guess = Guess(stateNorm, slopeNorms[half]);
            progress.Vectors(LaneProgress.ProposedStepSize)[half] = Vector512.Min(guess, Length(half, step, progress));
        }

        TakeEulerStep(step, progress);
        for (int half = 0; half < slopeNorms.Length; half++)
        {
            ref Vector512<double> proposed = ref progress.Vectors(LaneProgress.ProposedStepSize)[half];
            Vector512<double> curvatureNorm = Norm(half, step.Work, step.Start) / proposed;
            proposed = Refine(proposed, Vector512.Max(slopeNorms[half], curvatureNorm), Length(half, step, progress));
        }
    }

    private static Vector512<double> Guess(Vector512<double> stateNorm, Vector512<double> slopeNorm)
    {
        Vector512<double> smallNorm = Vector512.Create(FirstStepSize.SmallNorm);
        return Vector512.ConditionalSelect(
            Vector512.LessThan(stateNorm, smallNorm) | Vector512.LessThan(slopeNorm, smallNorm),
            Vector512.Create(FirstStepSize.Fallback),
            Vector512.Create(0.01) * (stateNorm / slopeNorm));
    }

    private static Vector512<double> Length(int half, LaneStep step, LaneProgress progress) =>
        Vector512.Abs(progress.Vectors(LaneProgress.IntervalEnd)[half] - step.Vectors(LaneStep.TimeRow)[half]);

    private Vector512<double> Refine(Vector512<double> guess, Vector512<double> steepest, Vector512<double> length)
    {
        Vector512<double> fallback = Vector512.Create(FirstStepSize.Fallback);
        Vector512<double> refined = Vector512.ConditionalSelect(
            Vector512.LessThanOrEqual(steepest, Vector512.Create(1e-15)),
            Vector512.Max(fallback, Vector512.Create(1e-3) * guess),
            LaneArithmetic.Exp2(LaneArithmetic.Log2(Vector512.Create(0.01) / steepest) / Vector512.Create(method.ErrorOrder + 1.0)));
        Vector512<double> chosen = Vector512.Min(Vector512.Min(Vector512.Create(100.0) * guess, refined), length);
        Vector512<double> isUsable = Vector512.LessThan(steepest, Vector512.Create(double.PositiveInfinity)) & Vector512.GreaterThan(chosen, Vector512<double>.Zero);
        return Vector512.ConditionalSelect(isUsable, chosen, Vector512.Min(fallback, length));
    }

    /// <summary>Leaves the change of the derivative over an Euler step in the work space.</summary>
    private void TakeEulerStep(LaneStep step, LaneProgress progress)
    {
        for (int half = 0; half < LaneMemory.VectorsPerRow; half++)
        {
            Vector512<double> size = Vector512.Create(direction) * progress.Vectors(LaneProgress.ProposedStepSize)[half];
            step.Vectors(LaneStep.EndTimeRow)[half] = step.Vectors(LaneStep.TimeRow)[half] + size;
            for (int i = half; i < step.Start.Length; i += LaneMemory.VectorsPerRow)
            {
                step.End[i] = Vector512.FusedMultiplyAdd(size, step.Slope(0)[i], step.Start[i]);
            }
        }

        method.EvaluateEnd(step);
        ReadOnlySpan<Vector512<double>> derivative = step.EndSlope;
        for (int i = 0; i < step.Work.Length; i++)
        {
            step.Work[i] = derivative[i] - step.Slope(0)[i];
        }
    }

    private Vector512<double> Norm(int half, ReadOnlySpan<Vector512<double>> error, ReadOnlySpan<Vector512<double>> state) =>
        norm.Of(half, Vector512<double>.One, error, state, state);
}
