using PluginLab.Experiments;
using PluginLab.Figures;

public static class Minima
{
    public static Figure Create()
    {
        RandomNumbers random = new(3, "starts");
        double[][] starts = [.. Enumerable.Range(0, 150).Select(_ => random.NextGaussians(2))];
        double[][] ends = [.. starts.Select(start => Flows.Solve(w => Flows.Product(1, w), start, 40, 2).LastState.ToArray())];
        double[] w = Flows.Grid(0.25, 4, 151);
        Scatter Points(string id, string label, int color, double[][] states) => new() { Id = id, Label = label, Color = color, X = [.. states.Select(x => x[0])], Y = [.. states.Select(x => x[1])] };
        Line minima = new() { Id = "minima", Label = "$w_1 w_2 = 1$", Role = MarkRole.Theory, X = [.. w.Select(x => -x), double.NaN, .. w], Y = [.. w.Select(x => -1 / x), double.NaN, .. w.Select(x => 1 / x)] };
        return new()
        {
            Id = "scatter", Title = "Every start finds a minimum", Size = FigureSize.Square,
            Caption = "Gradient flow of $(1 - w_1 w_2)^2/2$ carries 150 Gaussian starts to the two branches of the hyperbola $w_1 w_2 = 1$.",
            AltText = "A cloud of points, and points on the two branches of a hyperbola.",
            Panels =
            [
                new()
                {
                    X = Axis.Linear("$w_1$").Between(-3, 3), Y = Axis.Linear("$w_2$").Between(-3, 3), IsAspectLocked = true, Legend = LegendPlacement.Below,
                    Marks = [minima, Points("starts", "starts", 3, starts), Points("ends", "ends", 0, ends)],
                },
            ],
        };
    }
}
