using PluginLab.Dynamics;
using PluginLab.Experiments;

public static class HalfTimes
{
    public const double MeanStart = 1e-3;

    public static double[] Sample(int count)
    {
        RandomNumbers random = new(7, "starts");
        return [.. Enumerable.Range(0, count).Select(_ => PortableMath.Log(1 / StrengthAtStart(random) - 1) / 2).Order()];
    }

    public static double Probability(double time) => PortableMath.Exp(-1 / (MeanStart * (1 + PortableMath.Exp(2 * time))));

    public static double Density(double time) => (Probability(time + 1e-4) - Probability(time - 1e-4)) / 2e-4;

    private static double StrengthAtStart(RandomNumbers random) => random.NextGaussians(2).Sum(x => x * x) / 2 * MeanStart;
}
