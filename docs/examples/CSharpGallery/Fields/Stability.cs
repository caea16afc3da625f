using PluginLab.Figures;

public static class Stability
{
    public static double LossAfter(int steps, double learningRate, double momentum, double start)
    {
        (double a, double b, double da, double db) = (start, 0.4, 0, 0);
        for (int n = 0; n < steps; n++)
        {
            double error = 1 - a * b;
            (da, db) = (momentum * da + learningRate * error * b, momentum * db + learningRate * error * a);
            (a, b) = (a + da, b + db);
        }

        double loss = (1 - a * b) * (1 - a * b) / 2;
        return loss < 1e6 ? Math.Max(loss, 1e-16) : double.NaN;
    }

    public static HeatMap Map(string id, double momentum)
    {
        double[] x = Flows.Grid(0, 1.5, 91), y = Flows.Grid(0, 3, 61);
        return new()
        {
            Id = id, XEdges = x, YEdges = y, Scale = new() { Label = "loss after 50 steps", Map = ColorMap.Batlow, Norm = AxisScale.Logarithmic, Limits = new(1e-12, 1) },
            Values = [.. from row in Enumerable.Range(0, 60) from column in Enumerable.Range(0, 90) select LossAfter(50, (x[column] + x[column + 1]) / 2, momentum, (y[row] + y[row + 1]) / 2)],
        };
    }
}
