using PluginLab.Dynamics;
using PluginLab.Experiments;

public static class Escape
{
    public const int Runs = 12;

    public static double[] Starts { get; } = Flows.Powers(1e-6, 1e-2, 9);

    public static double[] Sample(double start)
    {
        RandomNumbers random = new(11, $"escape-{start}");
        return [.. Enumerable.Range(0, Runs).Select(_ => TimeOf(PortableMath.Pow(start, 1.0 / 3) * (1 + 0.25 * random.NextGaussian())))];
    }

    public static double Mean(double start) => Sample(start).Average();

    public static double StandardError(double start) => Math.Sqrt(Sample(start).Sum(time => (time - Mean(start)) * (time - Mean(start))) / (Runs * (Runs - 1)));

    public static double TimeOf(double weight) => Flows.TimeUntil(w => [w[0] * w[0] * (1 - w[0] * w[0] * w[0])], [weight], w => w[0] * w[0] * w[0] - 0.5);
}
