using PluginLab.Dynamics;
using PluginLab.Figures;

public static class PhasePortrait
{
    private const double Decay = 0.2;

    public static Figure Create()
    {
        double[] grid = Flows.Grid(-1.6, 1.6, 161), tails = Flows.Grid(-1.5, 1.5, 16);
        double[][] arrows = [.. from b in tails from a in tails select (double[])[a, b, .. Velocity([a, b])]];
        Nullcline Zero(int i) => new() { Id = $"nullcline-{i + 1}", Label = $"$w_{i + 1}' = 0$", Role = MarkRole.Theory, Color = i + 1, X = grid, Y = grid, Values = [.. from b in grid from a in grid select Velocity([a, b])[i]] };
        double minimum = Math.Sqrt(1 - Decay);
        return new()
        {
            Id = "phase-portrait", Title = "Weight decay leaves two balanced minima", Size = FigureSize.Square,
            Caption = $"Gradient flow of $(1 - w_1 w_2)^2/2 + 0.1 \\lVert w \\rVert^2$: paths run to the valley, then along it to one of the two minima where the nullclines cross; between them lies a saddle.",
            AltText = "Arrows, two curves that cross three times, and four paths that end at the two outer crossings.",
            Panels =
            [
                new()
                {
                    X = Axis.Linear("$w_1$").Between(-1.6, 1.6), Y = Axis.Linear("$w_2$").Between(-1.6, 1.6), IsAspectLocked = true,
                    Marks =
                    [
                        new VectorField { Id = "field", X = [.. arrows.Select(v => v[0])], Y = [.. arrows.Select(v => v[1])], DX = [.. arrows.Select(v => v[2])], DY = [.. arrows.Select(v => v[3])] },
                        Zero(0), Zero(1), Path(1, [1.5, -0.9]), Path(2, [-1.5, 0.9]), Path(3, [0.2, 1.5]), Path(4, [-0.2, -1.5]),
                        new Annotation { Id = "minimum", X = minimum, Y = minimum + 0.12, Text = "minimum" }, new Annotation { Id = "saddle", X = 0.06, Y = -0.16, Text = "saddle" },
                    ],
                },
            ],
        };
    }

    private static double[] Velocity(double[] w) => [w[1] * (1 - w[0] * w[1]) - Decay * w[0], w[0] * (1 - w[0] * w[1]) - Decay * w[1]];

    private static PhasePath Path(int number, double[] start)
    {
        Trajectory flow = Flows.Solve(Velocity, start, 40, 401);
        return new() { Id = $"path-{number}", Label = number == 1 ? "paths of the flow" : null, Color = 0, X = flow.Component(0), Y = flow.Component(1) };
    }
}
