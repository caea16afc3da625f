using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Plugins.NonDiagonalSvd.Modes;
using PluginLab.Plugins.NonDiagonalSvd.Targets;

namespace PluginLab.Plugins.NonDiagonalSvd.GaussianStarts;

/// <summary>When each mode of a target is half learned, over many Gaussian starts.</summary>
/// <param name="Times">For each mode that the network is wide enough to learn, the time of each start; ∞ where it is not half learned before the last mode is.</param>
/// <param name="FormulaErrors">For each of these modes, how far the half-time formula is off by itself: the mean over some of the starts, as a time; ∞ where a start begins above half.</param>
/// <param name="Strengths">The strengths of these modes while they are learned.</param>
internal sealed record HalfTimeSample(IReadOnlyList<IReadOnlyList<double>> Times, IReadOnlyList<double> FormulaErrors, StrengthSample Strengths)
{
    /// <summary>Number of starts.</summary>
    public const int Size = 160;

    /// <summary>Starts over which the formula's own errors are averaged: they are estimates, and cost more than a solve in wide networks.</summary>
    private const int StartsForErrors = 16;

    /// <summary>Half-times vary by about 1/(2s): a start that needs this much more than the mean has a probability below 1e-6.</summary>
    private const double Margin = 30;

    /// <summary>The share of its target that the last mode has reached when a start is done: what is left of the curves is flat.</summary>
    private const double LearnedShare = 0.995;

    private const string LearnedName = "learned";

    private const int ShownTimes = 600;

    /// <summary>Trains the network on a target from starts of its own.</summary>
    /// <param name="context">Context of the run.</param>
    /// <param name="purpose">Names the stream of the starts.</param>
    /// <param name="target">Σ, or S.</param>
    /// <param name="basis">Its singular vectors.</param>
    /// <param name="hiddenWidth">h.</param>
    /// <param name="standardDeviation">σ of every weight at the start.</param>
    public static HalfTimeSample Solve(ExperimentContext context, string purpose, Matrix target, SingularBasis basis, int hiddenWidth, double standardDeviation)
    {
        RandomNumbers random = context.CreateRandom(purpose);
        LearningTask[] starts = [.. Enumerable.Range(0, Size).Select(_ => LearningTask.Start(random, target, hiddenWidth, standardDeviation))];
        int modes = Math.Min(basis.Values.Count, hiddenWidth);
        double slowest = basis.Values[modes - 1];
        double endTime = (Math.Max(0, Math.Log(slowest / (standardDeviation * standardDeviation))) + Margin) / (2 * slowest);
        ModeStrength[] formulas = [.. Enumerable.Range(0, modes).Select(mode => new ModeStrength([.. basis.Left.Column(mode)], [.. basis.Right.Column(mode)], hiddenWidth))];
        IStateFunction<double>[] strengths = [.. formulas.Select(formula => StateFormula.Create(formula))];
        var progress = StateFormula.Create(new LeastProgress(formulas, [.. basis.Values.Take(modes)]));
        var ensemble = new Ensemble(starts[0].Network, starts.SelectMany(start => start.InitialState), 0, endTime)
            .WithEvent(new(LearnedName, progress, [LearnedShare], EventDirection.Any, isTerminal: true));
        for (int mode = 0; mode < modes; mode++)
        {
            ensemble = ensemble.WithEvent(new(NumberText.Of(mode), strengths[mode], [basis.Values[mode] / 2], EventDirection.Any, isTerminal: false));
        }

        double[] times = [.. Enumerable.Range(0, ShownTimes).Select(k => endTime * k / (ShownTimes - 1))];
        EnsembleSolution solution = context.Solve(ensemble, new EnsembleOutput { Times = times, Observables = strengths });
        return new(
            [.. Enumerable.Range(0, modes).Select(mode => solution.EventTimes(NumberText.Of(mode)).Select(time => double.IsNaN(time) ? double.PositiveInfinity : time).ToArray())],
            [.. MeanFormulaErrors(starts[..StartsForErrors], basis, modes).Select((error, mode) => BeginsHalfLearned(solution, mode, basis.Values[mode]) ? double.PositiveInfinity : error)],
            new StrengthSample(solution, times));
    }

    /// <summary>Whether a start is so large that a mode never passes half of its target on the way up.</summary>
    private static bool BeginsHalfLearned(EnsembleSolution solution, int mode, double target) =>
        Enumerable.Range(0, solution.Count).Any(start => solution.Observed(mode, start)[0] >= target / 2);

    private static double[] MeanFormulaErrors(LearningTask[] starts, SingularBasis basis, int modes)
    {
        HalfTimePrediction[] predictions = [.. starts.Select(start => HalfTimePrediction.Of(basis, start.Encoder, start.Decoder))];
        return [.. Enumerable.Range(0, modes).Select(mode => predictions.Average(prediction => prediction.FormulaErrors[mode] * prediction.Times[mode]))];
    }
}
