using PluginLab.Dynamics;
using PluginLab.Numerics.Statistics;

namespace PluginLab.Plugins.NonDiagonalSvd.GaussianStarts;

/// <summary>The strengths of the modes over many Gaussian starts, at times that every start reached.</summary>
internal sealed class StrengthSample
{
    private readonly EnsembleSolution solution;

    /// <summary>Takes the strengths from an ensemble that observed them at the given times.</summary>
    public StrengthSample(EnsembleSolution solution, IReadOnlyList<double> times)
    {
        this.solution = solution;
        double earliestEnd = Enumerable.Range(0, solution.Count).Min(solution.FinalTime);
        Times = [.. times.TakeWhile(time => time <= earliestEnd)];
    }

    /// <summary>The times.</summary>
    public IReadOnlyList<double> Times { get; }

    /// <summary>For each level the quantile of a mode's strength at each time.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Fan(int mode, IReadOnlyList<double> levels)
    {
        IReadOnlyList<double>[] quantiles = [.. Times.Select((_, k) => Quantiles.Of(Enumerable.Range(0, solution.Count).Select(start => solution.Observed(mode, start)[k]), levels))];
        return [.. levels.Select((_, level) => quantiles.Select(at => at[level]).ToArray())];
    }
}
