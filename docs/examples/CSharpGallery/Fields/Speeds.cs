using PluginLab.Dynamics;
using PluginLab.Figures;

public static class Speeds
{
    public static Figure Create()
    {
        double[] tails = Flows.Grid(-1.8, 1.8, 13);
        double[][] arrows = [.. from v in tails from e in tails select (double[])[e, v, .. Velocity([e, v])]];
        VectorField field = new()
        {
            Id = "velocity", X = [.. arrows.Select(v => v[0])], Y = [.. arrows.Select(v => v[1])], DX = [.. arrows.Select(v => v[2])], DY = [.. arrows.Select(v => v[3])],
            Length = VectorLength.Magnitude, Scale = new() { Label = "speed $(e'^2 + v'^2)^{1/2}$", Limits = new(0, 4) },
        };
        Trajectory flow = Flows.Solve(Velocity, [1.5, 1.2], 30, 601);
        PhasePath path = new() { Id = "path", Label = "from (1.5, 1.2)", Color = 1, X = flow.Component(0), Y = flow.Component(1) };
        return new()
        {
            Id = "vector-field", Title = "Momentum spirals into the minimum", Size = new(600, 520),
            Caption = "Error $e$ and velocity $v$ of the heavy ball, $e' = v$, $v' = -e - 0.4 v$; length and colour of arrows show the speed.",
            AltText = "Arrows that turn around the origin and grow with the distance from it, and a path that spirals inward.",
            Panels = [new() { X = Axis.Linear("error $e$").Between(-2, 2), Y = Axis.Linear("velocity $v$").Between(-2, 2), IsAspectLocked = true, Legend = LegendPlacement.Below, Marks = [field, path] }],
        };
    }

    private static double[] Velocity(double[] x) => [x[1], -x[0] - 0.4 * x[1]];
}
