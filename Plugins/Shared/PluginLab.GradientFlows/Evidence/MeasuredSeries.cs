using PluginLab.Numerics.Fitting;

namespace PluginLab.GradientFlows.Evidence;

/// <summary>Numbers measured on solved flows, one per point of a sweep, each with the error that the solver makes in it.</summary>
/// <remarks>
/// The change to a coarser integrator, ten times the tolerance or twice the step, is at least the error of the finer one wherever the error at least halves in
/// between and keeps its sign. Signs of neighbours differ by chance, so that the largest relative change of the series stands for all where logarithms are fitted, and
/// the largest change itself for a line: one that runs into zero, as before a pole, has large relative changes at its end that say nothing of its start. See decision 0006.
/// </remarks>
public sealed class MeasuredSeries
{
    private readonly double[]? changes;

    /// <summary>Compares a series with the same series by a coarser integrator.</summary>
    /// <param name="values">The values; NaN for one that could not be measured.</param>
    /// <param name="coarser">As many or more values by the coarser integrator; null if there is none: then errors are not known.</param>
    public MeasuredSeries(IReadOnlyList<double> values, IReadOnlyList<double>? coarser)
    {
        ArgumentNullException.ThrowIfNull(values);
        Values = [.. values];
        if (coarser is not null)
        {
            double largest = Largest.Of(values.Select((value, i) => i < coarser.Count ? new Comparison(value, coarser[i]).RelativeError : double.NaN));
            double largestChange = Largest.Of(values.Select((value, i) => i < coarser.Count ? Math.Abs(value - coarser[i]) : double.NaN));
            Errors = [.. values.Select(value => largest * Math.Abs(value))];
            changes = [.. values.Select(_ => largestChange)];
        }
    }

    /// <summary>The values.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>How far each value may be off; all NaN if one of the values could not be measured by both; null if there is no coarser integrator.</summary>
    public IReadOnlyList<double>? Errors { get; }

    // A logarithm that is to be fitted needs a value that is known to be positive.
    private bool HasLogarithms => Values.All(value => value > 0 && double.IsFinite(value))
        && (Errors is null || Errors.Zip(Values).All(pair => pair.First < pair.Second));

    /// <summary>The power law of the values in positive abscissae; null if a value is missing, not positive, or not known to be.</summary>
    public PowerLawFit? FitPowerLaw(IReadOnlyList<double> x) => HasLogarithms ? PowerLawFit.Of(x, Values, Errors) : null;

    /// <summary>The exponential of the values in any abscissae; null if a value is missing, not positive, or not known to be.</summary>
    public ExponentialFit? FitExponential(IReadOnlyList<double> x) => HasLogarithms ? ExponentialFit.Of(x, Values, Errors) : null;

    /// <summary>The line of the values in any abscissae; null if a value, or the error of one, is missing.</summary>
    public LinearFit? FitLine(IReadOnlyList<double> x) =>
        Values.Concat(changes ?? []).All(double.IsFinite) ? LinearFit.Of(x, Values, changes) : null;
}
