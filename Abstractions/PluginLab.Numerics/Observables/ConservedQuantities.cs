using PluginLab.Dynamics;

namespace PluginLab.Numerics.Observables;

/// <summary>How well a solution keeps what the flow conserves: the observables whose names begin with <c>conserved-</c>.</summary>
public static class ConservedQuantities
{
    /// <summary>What the names of conserved quantities begin with.</summary>
    public const string NamePrefix = "conserved-";

    /// <summary>The conserved quantities among observables.</summary>
    public static IReadOnlyList<Observable> Among(IEnumerable<Observable> observables)
    {
        ArgumentNullException.ThrowIfNull(observables);
        return [.. observables.Where(observable => observable.Name.StartsWith(NamePrefix, StringComparison.Ordinal))];
    }

    /// <summary>The drift of the conserved quantity that drifts most among observables, over their own scales; null if none is conserved.</summary>
    /// <param name="trajectory">States at which to measure; those after every step, as dense output between them has errors of its own.</param>
    /// <param name="observables">Observables; those that are not conserved are passed over.</param>
    /// <param name="scale">The size at which a change of a quantity is 100 %, where its initial value is smaller; positive.</param>
    public static ConservedDrift? LargestDrift(Trajectory trajectory, IEnumerable<Observable> observables, double scale)
    {
        ConservedDrift[] drifts = [.. Among(observables).Select(observable => Drift(trajectory, observable.Function) with { Name = observable.Name })];
        return drifts.FirstOrDefault(drift => double.IsNaN(drift.Largest)) ?? drifts.MaxBy(drift => drift.RelativeTo(scale));
    }

    /// <summary>The drift of a quantity c along a trajectory.</summary>
    /// <exception cref="ArgumentException">The trajectory is empty.</exception>
    public static ConservedDrift Drift(Trajectory trajectory, StateFunction quantity)
    {
        ArgumentNullException.ThrowIfNull(trajectory);
        IReadOnlyList<double> values = trajectory.Observe(quantity);
        if (values.Count == 0)
        {
            throw new ArgumentException("An empty trajectory has no drift; save at least the initial state.", nameof(trajectory));
        }

        double initial = values[0];
        int worst = 0;
        for (int i = 0; i < values.Count && !double.IsNaN(values[worst]); i++)
        {
            worst = !(Math.Abs(values[i] - initial) <= Math.Abs(values[worst] - initial)) ? i : worst;
        }

        return new(initial, Math.Abs(values[worst] - initial), trajectory.Times[worst]);
    }
}

/// <summary>How far a conserved quantity c strays.</summary>
/// <param name="Initial">c at the first time.</param>
/// <param name="Largest">The largest |c(t) − c(0)|; NaN if c is NaN once, so that what could not be measured is not passed over.</param>
/// <param name="Time">Where it is reached first.</param>
public sealed record ConservedDrift(double Initial, double Largest, double Time)
{
    /// <summary>Name of the observable; null for a function without one.</summary>
    public string? Name { get; init; }

    /// <summary>The largest drift over |c(0)| or a scale, whichever is larger: c(0) alone is no measure where it vanishes, as from balanced starts.</summary>
    /// <param name="scale">The natural size of c, such as the target of a product of two weights; positive.</param>
    public double RelativeTo(double scale)
    {
        return scale > 0
            ? Largest / Math.Max(scale, Math.Abs(Initial))
            : throw new ArgumentOutOfRangeException(nameof(scale), scale, "The scale must be positive: the natural size of the quantity.");
    }
}
