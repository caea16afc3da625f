using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;
using PluginLab.GradientFlows.Networks.ClosedForms;
using PluginLab.Numerics.Fitting;

namespace PluginLab.Plugins.DiagonalCase.TiedStarts;

/// <summary>The half-time of a tied mode against its target, and with which power it falls.</summary>
internal static class HalfTimeFigure
{
    public static Figure Draw(
        IReadOnlyList<double> targets, IReadOnlyList<double> measured, IReadOnlyList<double> predicted, double initialStrength, PowerLawFit? fit) =>
        new()
        {
            Id = "half-time",
            Title = "Stronger targets are learned sooner, twice as fast as the note says",
            Subtitle = $"{targets.Count} tied modes, each from $u_0 = {PowerOfTen.Text(initialStrength)}$",
            Caption =
                "(a) Time from $u_0$ to $s/2$. The measured times lie on $\\log(s/u_0 - 1)/(2s)$; the note's $\\log(s/u_0)/s$ is too long by the factor 2. "
                + $"(b) Exponent from one target to the next: {(fit is null ? "" : $"fitted over all targets it is ${Exponent(fit)}$ (half the 95 % interval, from how far it moves with the range of targets, without a point or a fifth of them, and with the solver's error), ")}not quite $-1$.{Missing(measured)}",
            AltText = "Half-time against target value on two logarithmic axes: measured times lie on the exact line; the line of the note runs parallel at twice the time. "
                + "Beside it the exponent against the target, which falls slowly towards minus one from above.",
            Size = new FigureSize(1060, 420),
            Columns = 2,
            Panels = [Times(targets, measured, predicted, initialStrength), Exponents(targets, measured, predicted, fit)],
            ClaimIds = ["note0-10-time", "note0-10-note", "note0-12-exponent", "note0-12-local-exponent"],
        };

    private static Panel Times(IReadOnlyList<double> targets, IReadOnlyList<double> measured, IReadOnlyList<double> predicted, double initialStrength) => new()
    {
        X = Axis.Logarithmic("target $s$"),
        Y = Axis.Logarithmic("half-time $T$"),
        Marks =
        [
            new Line { Id = "note", Label = "note: $\\log(s/u_0)/s$", Role = MarkRole.Reference, X = targets, Y = [.. targets.Select(s => TiedMode.HalfTimeOfNote(s, initialStrength))] },
            new Line { Id = "measured", Label = "measured", X = targets, Y = measured },
            new Line { Id = "exact", Label = "exact: $\\log(s/u_0 - 1)/(2s)$", Role = MarkRole.Theory, X = targets, Y = predicted },
        ],
    };

    private static Panel Exponents(IReadOnlyList<double> targets, IReadOnlyList<double> measured, IReadOnlyList<double> predicted, PowerLawFit? fit)
    {
        (LocalExponent found, LocalExponent exact) = (LocalExponent.Of(targets, measured), LocalExponent.Of(targets, predicted));
        return new Panel
        {
            X = Axis.Logarithmic("target $s$"),
            Y = Axis.Linear("exponent of $T$ in $s$"),
            Marks =
            [
                new ReferenceLine { Id = "proportional", Label = "$T \\propto 1/s$", Role = MarkRole.Reference, Orientation = Orientation.Horizontal, Value = -1 },
                new Line { Id = "local", Label = "measured", X = found.X, Y = found.Exponents },
                new Line { Id = "local-exact", Label = "exact", Role = MarkRole.Theory, X = exact.X, Y = exact.Exponents },
                .. fit is null ? (Mark[])[] :
                [
                    new Line { Id = "fit", Label = $"fit: ${Exponent(fit)}$", Role = MarkRole.Fit, X = [fit.Window.Lower, fit.Window.Upper], Y = [fit.Exponent, fit.Exponent] },
                ],
            ],
        };
    }

    private static string Exponent(PowerLawFit fit) => Rounded.WithUncertainty(fit.Exponent, fit.ExponentInterval(FitUncertainty.Window).HalfWidth);

    private static string Missing(IReadOnlyList<double> measured)
    {
        int missing = measured.Count(double.IsNaN);
        return missing == 0 ? "" : $" {missing} of {measured.Count} times could not be measured and are left out.";
    }
}
