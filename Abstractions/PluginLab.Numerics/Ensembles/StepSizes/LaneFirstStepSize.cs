using System.Runtime.Intrinsics;
using PluginLab.Numerics.Ensembles.Kernels;
using PluginLab.Numerics.Ensembles.Methods;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Ensembles.StepSizes;

/// <summary>The choice of <see cref="FirstStepSize"/> in lanes, with the same bits.</summary>
internal sealed class LaneFirstStepSize(LaneMethod method, LaneNorm norm, double direction)
{
    /// <summary>Proposes the first step size of every lane.</summary>
    /// <param name="step">Time, state and derivative at the start are set, and the end of the interval; receives the proposal, and what belongs to a step is overwritten.</param>
    public void Choose(LaneStep step)
    {
        for (int half = 0; half < LaneMemory.VectorsPerRow; half++)
        {
            TakeEulerStep(step.Memory.Half(half), step.Layout);
        }

        method.EvaluateEnd(step);
        for (int half = 0; half < LaneMemory.VectorsPerRow; half++)
        {
            Refine(step.Memory.Half(half), step.Layout);
        }
    }

    private static Vector512<double> LengthOf(LaneHalf rows) => Vector512.Abs(rows[LaneLayout.IntervalEnd] - rows[LaneLayout.Time]);

    private void TakeEulerStep(LaneHalf rows, LaneLayout layout)
    {
        Vector512<double> smallNorm = Vector512.Create(FirstStepSize.SmallNorm);
        Vector512<double> stateNorm = Norm(rows, layout, layout.Start);
        Vector512<double> slopeNorm = Norm(rows, layout, layout.Slopes);
        Vector512<double> guess = Vector512.ConditionalSelect(
            Vector512.LessThan(stateNorm, smallNorm) | Vector512.LessThan(slopeNorm, smallNorm),
            Vector512.Create(FirstStepSize.Fallback),
            Vector512.Create(0.01) * (stateNorm / slopeNorm));
        guess = Vector512.Min(guess, LengthOf(rows));
        Vector512<double> size = Vector512.Create(direction) * guess;
        (rows[LaneLayout.ProposedSize], rows[LaneLayout.ErrorRatio]) = (guess, slopeNorm);
        rows[LaneLayout.EndTime] = rows[LaneLayout.Time] + size;
        for (int k = 0; k < layout.Dimension; k++)
        {
            rows[layout.End + k] = Vector512.FusedMultiplyAdd(size, rows[layout.Slopes + k], rows[layout.Start + k]);
        }
    }

    private void Refine(LaneHalf rows, LaneLayout layout)
    {
        for (int k = 0; k < layout.Dimension; k++)
        {
            rows[layout.Work + k] = rows[layout.EndSlope + k] - rows[layout.Slopes + k];
        }

        Vector512<double> guess = rows[LaneLayout.ProposedSize];
        Vector512<double> steepest = Vector512.Max(rows[LaneLayout.ErrorRatio], Norm(rows, layout, layout.Work) / guess);
        Vector512<double> fallback = Vector512.Create(FirstStepSize.Fallback);
        Vector512<double> refined = Vector512.ConditionalSelect(
            Vector512.LessThanOrEqual(steepest, Vector512.Create(1e-15)),
            Vector512.Max(fallback, Vector512.Create(1e-3) * guess),
            LaneArithmetic.Exp2(LaneArithmetic.Log2(Vector512.Create(0.01) / steepest) / Vector512.Create(method.ErrorOrder + 1.0)));
        Vector512<double> length = LengthOf(rows);
        Vector512<double> chosen = Vector512.Min(Vector512.Min(Vector512.Create(100.0) * guess, refined), length);
        Vector512<double> isUsable = Vector512.LessThan(steepest, Vector512.Create(double.PositiveInfinity)) & Vector512.GreaterThan(chosen, Vector512<double>.Zero);
        rows[LaneLayout.ProposedSize] = Vector512.ConditionalSelect(isUsable, chosen, Vector512.Min(fallback, length));
    }

    private Vector512<double> Norm(LaneHalf rows, LaneLayout layout, int error) =>
        norm.Of(rows, (error, layout.Start, layout.Start), layout.Dimension);
}
