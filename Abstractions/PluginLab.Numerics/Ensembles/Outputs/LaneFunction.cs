using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PluginLab.Dynamics;
using PluginLab.Numerics.Ensembles.Kernels;
using PluginLab.Numerics.Ensembles.Methods;

namespace PluginLab.Numerics.Ensembles.Outputs;

/// <summary>A function of the state in lanes: at once if it runs over them, else lane by lane. Work space for one thread.</summary>
internal sealed class LaneFunction
{
    private readonly IStateFunction<double> function;
    private readonly IStateFunction<Lanes>? inLanes;
    private readonly double[] plainState;
    private readonly double[] plainParameters;

    public LaneFunction(IStateFunction<double> function, int dimension, int parameterCount)
    {
        (this.function, inLanes) = (function, function as IStateFunction<Lanes>);
        (plainState, plainParameters) = (new double[dimension], new double[parameterCount]);
    }

    /// <summary>Evaluates g(t, x; p).</summary>
    /// <param name="lanes">Where; elsewhere the result means nothing.</param>
    /// <param name="step">Has the parameters.</param>
    /// <param name="times">A time for each lane.</param>
    /// <param name="states">A state for each lane.</param>
    /// <param name="result">Receives a value for each lane.</param>
    public void Evaluate(uint lanes, LaneStep step, ReadOnlySpan<Vector512<double>> times, Span<Vector512<double>> states, Span<Vector512<double>> result)
    {
        if (inLanes is not null)
        {
            LaneMemory.AsLanes(result)[0] = inLanes.Evaluate(MemoryMarshal.Cast<Vector512<double>, Lanes>(times)[0], LaneMemory.AsLanes(states), step.Parameters);
            return;
        }

        for (; lanes != 0; lanes &= lanes - 1)
        {
            int lane = BitOperations.TrailingZeroCount(lanes);
            LaneMemory.CopyLane(lane, states, plainState);
            LaneMemory.CopyLane(lane, MemoryMarshal.Cast<Lanes, Vector512<double>>(step.Parameters), plainParameters);
            double time = MemoryMarshal.Cast<Vector512<double>, double>(times)[lane];
            MemoryMarshal.Cast<Vector512<double>, double>(result)[lane] = function.Evaluate(time, plainState, plainParameters);
        }
    }
}
