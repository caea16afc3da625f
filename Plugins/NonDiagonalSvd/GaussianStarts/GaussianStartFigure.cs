using PluginLab.Experiments;
using PluginLab.Figures;

namespace PluginLab.Plugins.NonDiagonalSvd.GaussianStarts;

/// <summary>Empirical distribution functions of the half-times on both targets, mode by mode.</summary>
internal static class GaussianStartFigure
{
    private const int MostPanels = 4;
    private const int PanelsPerRow = 2;

    public static Figure Of(GaussianStartStudy study, IReadOnlyList<Claim> claims)
    {
        int shown = Math.Min(study.ModeCount, MostPanels);
        return new()
        {
            Id = "gaussian-starts",
            Title = "Half-times over Gaussian starts",
            Caption = $"When each mode is half learned, over {NumberText.Of(HalfTimeSample.Size)} Gaussian starts on $\\Sigma = U S V^\\top$ and {NumberText.Of(HalfTimeSample.Size)} others on $S$: share of the starts that are done by then. "
                + $"{PValue(claims)}; dashed: the mean $\\mathrm{{E}}\\, T_i = (\\log(s_i/\\sigma^2) - \\psi((h - i + 1)/2))/(2s_i)$."
                + (shown < study.ModeCount ? $" The first {NumberText.Of(shown)} of {NumberText.Of(study.ModeCount)} modes." : ""),
            AltText = "Empirical distribution functions of the half-time, one panel per mode. The staircases for the rotated and the diagonal target run along each other and cross one half near the predicted mean.",
            Size = new FigureSize(960, shown > PanelsPerRow ? 720 : 400),
            Columns = Math.Min(shown, PanelsPerRow),
            Shared = SharedParts.YAxis | SharedParts.Legend,
            Panels = [.. Enumerable.Range(0, shown).Select(mode => PanelOf(study, mode))],
            ClaimIds = [GaussianStartClaims.LawId, GaussianStartClaims.MeanId],
            Findings =
            [
                new() { Title = "Over Gaussian starts a rotation changes nothing, not even the chances", ClaimIds = [GaussianStartClaims.LawId] },
                new() { Caption = "The means agree with the samples.", ClaimIds = [GaussianStartClaims.MeanId] },
            ],
        };
    }

    private static Panel PanelOf(GaussianStartStudy study, int mode)
    {
        string number = NumberText.Of(mode + 1);
        double[] seen = [.. study.AllTimes(mode).Where(double.IsFinite).DefaultIfEmpty(study.PredictedMeans[mode])];
        return new()
        {
            Title = $"$s_{{{number}}} = {NumberText.Of(Math.Round(study.Basis.Values[mode], 3))}$",
            X = Axis.Linear($"half-time $T_{{{number}}}$"),
            Y = Axis.Linear("share of the starts").Between(0, 1),
            Marks =
            [
                new ReferenceLine
                {
                    Id = $"mean-{number}",
                    Label = "mean $\\mathrm{E}\\, T_i$",
                    Role = MarkRole.Theory,
                    Orientation = Orientation.Vertical,
                    Value = study.PredictedMeans[mode],
                },
                Distribution($"rotated-{number}", "on $\\Sigma$", 0, study.Rotated.Times[mode], seen),
                Distribution($"diagonal-{number}", "on $S$", 1, study.Diagonal.Times[mode], seen),
            ],
        };
    }

    /// <summary>The share of the starts that are done, from the earliest to the latest time that the panel shows.</summary>
    private static Step Distribution(string id, string label, int color, IReadOnlyList<double> times, double[] seen)
    {
        double[] ends = [seen.Min(), .. times.Where(double.IsFinite), seen.Max()];
        double[] places = [.. ends.Distinct().Order()];
        return new()
        {
            Id = id,
            Label = label,
            Color = color,
            X = places,
            Y = [.. places.Select(place => times.Count(time => time <= place) / (double)times.Count)],
        };
    }

    private static string PValue(IReadOnlyList<Claim> claims)
    {
        Claim law = claims.Single(claim => claim.Id == GaussianStartClaims.LawId);
        return law.NotApplicable is null
            ? $"Kolmogorov–Smirnov tests, corrected for the number of modes: $p$ = {Wording.Number(law.Measured)}"
            : "Two samples of one law";
    }
}
