using PluginLab.Figures;

public static class EdgeOfStability
{
    private const double LearningRate = 0.25, Edge = 2 / LearningRate;
    private const int Steps = 40;

    public static Figure Create() => new()
    {
        Id = "references", Title = "Descent leaves minima that are too sharp for its steps",
        Caption = "The largest eigenvalue of the Hessian of $(1 - w_1 w_2)^2/2$ along gradient descent with $\\eta = 0.25$ that starts beside minima 3, 6 and 10 % sharper than $2/\\eta$: the sharper the start, the flatter the end.",
        AltText = "Three curves that start above a horizontal line, swing, and settle below it in a shaded band, in reversed order.",
        Panels =
        [
            new()
            {
                X = Axis.Linear("step $n$"), Y = Axis.Linear("sharpness $\\lambda$").Between(6, 9.5),
                Marks =
                [
                    new ReferenceBand { Id = "stable", Orientation = Orientation.Horizontal, Lower = 6, Upper = Edge },
                    new ReferenceLine { Id = "edge", Label = "$2/\\eta$", Orientation = Orientation.Horizontal, Value = Edge },
                    .. ((double[])[3, 6, 10]).Select((excess, i) => new Line { Id = $"sharpness-{i + 1}", Label = $"{excess} % above", Color = i, X = Flows.Grid(0, Steps, Steps + 1), Y = SharpnessFrom(Edge * (1 + excess / 100)) }),
                    new Annotation { Id = "name", X = 36, Y = 6.3, Text = "stable" },
                ],
            },
        ],
    };

    private static List<double> SharpnessFrom(double minimum)
    {
        double a = Math.Sqrt((minimum + Math.Sqrt(minimum * minimum - 4)) / 2), b = 0.8 / a;
        List<double> sharpness = [];
        for (int n = 0; n <= Steps; n++)
        {
            double error = 1 - a * b, difference = a * a - b * b, mixed = 2 * (a * b - error);
            sharpness.Add((a * a + b * b + Math.Sqrt(difference * difference + mixed * mixed)) / 2);
            (a, b) = (a + LearningRate * error * b, b + LearningRate * error * a);
        }

        return sharpness;
    }
}
