using PluginLab.Experiments;
using PluginLab.Figures;

namespace PluginLab.Plugins.DiagonalCase.RandomStarts;

/// <summary>A small Gaussian start: predicted, solved, measured and drawn.</summary>
internal static class RandomStartStudy
{
    public static ExperimentResult Run(ExperimentContext context, RandomStart start)
    {
        var run = new RandomStartRun(context, start);
        var rates = AlignmentRates.Measure(context, run);
        return new ExperimentResult
        {
            Claims = [.. RandomStartClaims.Of(context, run, rates), .. EndingClaims.Of(run)],
            Figures = Figures(run, rates),
            Metrics = RandomStartClaims.Metrics(run),
        };
    }

    /// <summary>The figures that the start has something to show in: a width of 1 leaves no directions, a single mode no pair, no learned mode no end.</summary>
    private static IReadOnlyList<Figure> Figures(RandomStartRun run, AlignmentRates rates)
    {
        RandomStart start = run.Start;
        bool learns = start.Learned.Count > 0;
        bool hasDirections = learns && start.HiddenWidth > 1;
        return
        [
            StrengthFigures.Strengths(run),
            .. learns ? (Figure[])[StrengthFigures.Lengths(run)] : [],
            .. hasDirections ? (Figure[])[DirectionFigures.Alignment(run, rates)] : [],
            .. hasDirections && start.Targets.Count > 1 ? (Figure[])[ForceFigure.Draw(run), DirectionFigures.Cosines(run), GramFigure.Draw(run)] : [],
            .. learns ? (Figure[])[LossFigure.Draw(run)] : [],
        ];
    }
}
