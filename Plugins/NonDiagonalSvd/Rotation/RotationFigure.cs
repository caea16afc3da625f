using PluginLab.Figures;

namespace PluginLab.Plugins.NonDiagonalSvd.Rotation;

/// <summary>How far the twins part under each rule of training.</summary>
internal static class RotationFigure
{
    private const double Floor = 1e-17;

    public static Figure Of(RotationTwins twins) => new()
    {
        Id = "twins",
        Title = "How far a run and its rotated twin part",
        Caption = $"Trained on $\\Sigma = U S V^\\top$ and on $S$ from the rotated start, the products differ by at most {Wording.Number(twins.Flow.Largest)} under the flow and {Wording.Number(twins.Descent.Largest)} under gradient descent, {Wording.Number(twins.Momentum.Largest)} with momentum, "
            + $"but by up to {Wording.Number(twins.Sign.Largest)} under sign descent. Largest entry of the difference, over $s_1$; exact zeros are drawn at $10^{{-17}}$.",
        AltText = "Difference between a run and its rotated twin against the share of training, on a logarithmic axis. Flow, gradient descent and momentum stay at rounding level, sign descent is of order one.",
        Panels =
        [
            new Panel
            {
                X = Axis.Linear("share of the training time"),
                Y = Axis.Logarithmic("$\\max_{ij} \\lvert M - U \\overline{M} V^\\top \\rvert_{ij} / s_1$"),
                Marks =
                [
                    Line("flow", "gradient flow", 0, twins.Flow),
                    Line("descent", "gradient descent", 1, twins.Descent),
                    Line("momentum", "with momentum", 3, twins.Momentum),
                    Line("sign", "sign descent", 2, twins.Sign),
                ],
            },
        ],
        ClaimIds = [RotationClaims.FlowId, RotationClaims.DescentId, RotationClaims.MomentumId, RotationClaims.SignId],
        Findings =
        [
            new()
            {
                Title = "Rotation changes nothing, unless the rule of training looks at single weights",
                Caption = "The first three are rounding and step control; sign descent looks at single weights.",
                ClaimIds = [RotationClaims.FlowId, RotationClaims.DescentId, RotationClaims.MomentumId, RotationClaims.SignId],
            },
        ],
    };

    private static Line Line(string id, string label, int color, TwinRun twin) => new()
    {
        Id = id,
        Label = label,
        Color = color,
        X = [.. twin.Times.Select(time => time / twin.Times[^1])],
        Y = [.. twin.Deviations.Select(deviation => Math.Max(deviation, Floor))],
    };
}
