using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Networks.ClosedForms;

namespace PluginLab.Plugins.NonDiagonalSvd.GaussianStarts;

/// <summary>Where most of the learning curves from Gaussian starts lie; colour i is mode i.</summary>
internal static class FanFigure
{
    private const int MostModes = 4;

    private static readonly double[] Levels = [0.05, 0.25, 0.5, 0.75, 0.95];

    public static Figure Of(GaussianStartStudy study)
    {
        int[] modes = [.. Enumerable.Range(0, Math.Min(study.ModeCount, MostModes))];
        IReadOnlyList<double> times = study.Rotated.Strengths.Times;
        return new()
        {
            Id = "gaussian-fan",
            Title = "Strengths of the modes over Gaussian starts",
            Caption = $"Strengths of the modes over {NumberText.Of(HalfTimeSample.Size)} Gaussian starts on $\\Sigma$: median, half and 90 % of the starts. Dashed: the logistic curve at the mean half-time $\\mathrm{{E}}\\, T_i$. "
                + $"Standard deviations of the half-times: {string.Join(", ", modes.Select(mode => Spread(study, mode)))} ($\\sqrt{{\\psi'((h - i + 1)/2)}}/(2s_i)$ in theory).",
            AltText = "Strength of each mode against time as nested bands around a sigmoid median: narrow for the strongest mode, wider for every weaker one.",
            Panels =
            [
                new Panel
                {
                    X = Axis.Linear("flow time $t$"),
                    Y = Axis.Linear("strengths $(U^\\top M V)_{ii}$"),
                    Marks =
                    [
                        .. modes.Select(mode => new QuantileFan
                        {
                            Id = $"fan-{NumberText.Of(mode + 1)}",
                            Label = $"$s_{{{NumberText.Of(mode + 1)}}} = {NumberText.Of(Math.Round(study.Basis.Values[mode], 3))}$",
                            Color = mode,
                            X = times,
                            Levels = Levels,
                            Quantiles = study.Rotated.Strengths.Fan(mode, Levels),
                        }),
                        .. modes.Select((mode, place) => new Line
                        {
                            Id = $"logistic-{NumberText.Of(mode + 1)}",
                            Label = place == 0 ? "logistic at $\\mathrm{E}\\, T_i$" : null,
                            Role = MarkRole.Theory,
                            X = times,
                            Y = [.. times.Select(time => TiedMode.Logistic(study.Basis.Values[mode], study.PredictedMeans[mode], time))],
                        }),
                    ],
                },
            ],
            ClaimIds = [GaussianStartClaims.MeanId],
            Findings = [new() { Title = "Chance decides when a mode is learned, and the more so the weaker the mode", ClaimIds = [GaussianStartClaims.MeanId] }],
        };
    }

    private static string Spread(GaussianStartStudy study, int mode)
    {
        IReadOnlyList<double> times = study.AllTimes(mode);
        double mean = times.Average();
        double measured = Math.Sqrt(times.Sum(time => (time - mean) * (time - mean)) / (times.Count - 1));
        double theory = HalfTimes.GaussianStandardDeviation(study.Basis.Values[mode], mode + 1, study.HiddenWidth);
        return $"{Wording.Number(measured)} ({Wording.Number(theory)})";
    }
}
