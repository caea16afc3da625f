using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;
using PluginLab.Plugins.DegreeProduct.BestDegree;

namespace PluginLab.Plugins.DegreeProduct.FewestSteps;

/// <summary>Steps against the learning rate as a fraction of the largest stable one, and the best fraction of each degree.</summary>
internal static class BestFractionFigure
{
    public static Figure Draw(BestDegreeStudy study) => new()
    {
        Id = "best-fraction",
        Title = "Steps against the learning rate, degree by degree",
        Subtitle = $"from $ε/s = {PowerOfTen.Text(BestFraction.Start)}$ until $u$ is within $δ = {PowerOfTen.Text(study.Setting.Accuracy)}$ of the target",
        Caption = "Steps of gradient descent at $η = κη_{\\max}$ with $η_{\\max} = 2/(d s^{2-2/d})$; they depend on $ε/s$, $δ$, $d$ and $κ$ alone. Symbols: the fewest, with the names of degrees. "
            + $"Best $κ$: {string.Join(", ", study.Fractions.Select(best => $"{Rounded.Text(best.Middle, 3)} at $d = {best.Degree}$ ({NumberText.Of(best.Fewest)} steps)"))}. "
            + "Towards $κ = 1$ iterates alternate about the target ever longer.",
        AltText = "Steps against the learning rate as a fraction of the largest stable one, on a logarithmic axis, a line for each degree: each falls, has a minimum at or beyond one half, marked by a symbol, and rises steeply towards one.",
        Panels =
        [
            new Panel
            {
                X = Axis.Linear("learning rate $κ = η/η_{\\max}$"),
                Y = Axis.Logarithmic("steps"),
                Marks =
                [
                    .. study.Fractions.Select((best, i) => new Line
                    {
                        Id = $"steps-{NumberText.Of(best.Degree)}",
                        Color = i,
                        X = best.Fractions,
                        Y = [.. best.Steps.Select(steps => double.IsFinite(steps) ? steps : double.NaN)],
                    }),
                    .. study.Fractions.Select((best, i) => new Scatter
                    {
                        Id = $"best-{NumberText.Of(best.Degree)}",
                        Label = $"$d = {best.Degree}$",
                        Color = i,
                        X = [best.Middle],
                        Y = [double.IsFinite(best.Fewest) ? best.Fewest : double.NaN],
                    }).Reverse(),
                ],
            },
        ],
        ClaimIds = ["note1-33-best-fraction-of-one", "note1-33-best-fraction-of-more"],
        Findings =
        [
            new() { Title = "The best learning rate is half of the largest stable one, or more", ClaimIds = ["note1-33-best-fraction-of-one", "note1-33-best-fraction-of-more"] },
            new() { Title = "For one weight half of the largest stable learning rate is the best", Caption = "With one weight, $κ = 1/2$ is Newton's step.", ClaimIds = ["note1-33-best-fraction-of-one"] },
            new()
            {
                Title = "From two weights on the best learning rate is half of the largest stable one, or more",
                Caption = "With more, a larger $κ$ shortens the growth of phase 1, which takes steps as $1/κ$, and at $κ = 1/2$ the approach of phase 2 is faster than any power.",
                ClaimIds = ["note1-33-best-fraction-of-more"],
            },
        ],
    };
}
