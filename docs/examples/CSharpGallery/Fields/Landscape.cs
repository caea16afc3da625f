using PluginLab.Figures;

public static class Landscape
{
    public static Figure Create()
    {
        double[] grid = Flows.Grid(0, 2.5, 101);
        Contour loss = new()
        {
            Id = "loss", Label = "loss $L$", Role = MarkRole.Reference, X = grid, Y = grid, Levels = [0.03, 0.3, 1.2, 5],
            Values = [.. from b in grid from a in grid select (1 - a * b) * (1 - a * b) / 2],
        };
        Line minima = new() { Id = "minima", Label = "$w_1 w_2 = 1$", Role = MarkRole.Theory, X = grid[16..], Y = [.. grid[16..].Select(a => 1 / a)] };
        return new()
        {
            Id = "contour", Title = "Large steps cross the valley of minima", Size = FigureSize.Square,
            Caption = "Contours of $L = (1 - w_1 w_2)^2/2$ with 40 steps of gradient descent from (2.3, 0.9): small steps follow the flow to the nearest minimum, large ones cross the valley and end in a flatter one.",
            AltText = "Hyperbolic contours with a smooth path and a zigzag path.",
            Panels =
            [
                new()
                {
                    X = Axis.Linear("$w_1$").Between(0, 2.5), Y = Axis.Linear("$w_2$").Between(0, 2.5), IsAspectLocked = true, Legend = LegendPlacement.Below,
                    Marks = [loss, minima, Descent("small", "$\\eta = 0.03$", 0, 0.03), Descent("large", "$\\eta = 0.36$", 1, 0.36)],
                },
            ],
        };
    }

    private static PhasePath Descent(string id, string label, int color, double learningRate)
    {
        List<double[]> states = [[2.3, 0.9]];
        for (int n = 0; n < 40; n++)
        {
            double[] w = states[^1], step = Flows.Product(1, w);
            states.Add([w[0] + learningRate * step[0], w[1] + learningRate * step[1]]);
        }

        return new() { Id = id, Label = label, Color = color, X = [.. states.Select(w => w[0])], Y = [.. states.Select(w => w[1])] };
    }
}
