using PluginLab.Dynamics;

namespace PluginLab.Host.Execution.Invariants;

/// <summary>Measures the drift of an invariant along one trajectory after another. Of the values of a vector, the one that drifts most counts.</summary>
internal sealed class DriftMeter(Invariant invariant)
{
    private readonly double[] reference = new double[invariant.Size];
    private readonly double[] values = new double[invariant.Size];

    /// <summary>What was measured since the last <see cref="Begin"/>.</summary>
    public Drift Drift { get; private set; }

    /// <summary>Begins a trajectory at its earliest time.</summary>
    public void Begin(double time, ReadOnlySpan<double> state, ReadOnlySpan<double> parameters)
    {
        invariant.Evaluate(time, state, parameters, reference);
        Drift = new(Array.Exists(reference, double.IsNaN) ? double.NaN : 0, invariant.EvaluateScale(time, state, parameters), time);
    }

    /// <summary>Follows it to a later time.</summary>
    public void Follow(double time, ReadOnlySpan<double> state, ReadOnlySpan<double> parameters)
    {
        invariant.Evaluate(time, state, parameters, values);
        double scale = Math.Max(Drift.Scale, invariant.EvaluateScale(time, state, parameters));
        double change = invariant.Kind == InvariantKind.Conserved ? LargestChange() : RiseAboveLowest();
        Drift = double.IsNaN(Drift.Largest) || change <= Drift.Largest ? Drift with { Scale = scale } : new(change, scale, time);
    }

    private double LargestChange()
    {
        double largest = 0;
        for (int i = 0; i < values.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(values[i] - reference[i]));
        }

        return largest;
    }

    private double RiseAboveLowest()
    {
        double rise = values[0] - reference[0];
        reference[0] = Math.Min(reference[0], values[0]);
        return rise;
    }
}
