using PluginLab.Dynamics;
using PluginLab.Numerics.Integration;

public static class Flows
{
    private static readonly IIntegrator Integrator = StepIntegrators.DormandPrince5(1e-9, 1e-12);

    public static Trajectory Solve(Func<double[], double[]> velocity, double[] start, double end, int count = 201) => Integrator.Integrate(
        new(DynamicsSystem.FromFunction(start.Length, (_, x) => velocity(x)), start, 0, end), SaveAt.EquallySpaced(0, end, count), CancellationToken.None).Trajectory;

    public static double TimeUntil(Func<double[], double[]> velocity, double[] start, Func<double[], double> crossing) => Integrator.Integrate(
        new InitialValueProblem(DynamicsSystem.FromFunction(start.Length, (_, x) => velocity(x)), start, 0, 1e6).WithEvent(EventFunction.Stop("crossing", (_, x) => crossing(x.ToArray()), 0)),
        SaveAt.End, CancellationToken.None).EventTime("crossing");

    public static double[] Product(double target, double[] w) => [w[1] * (target - w[0] * w[1]), w[0] * (target - w[0] * w[1])];

    public static double[] Grid(double from, double to, int count) => [.. Enumerable.Range(0, count).Select(i => from + (to - from) * i / (count - 1))];

    public static double[] Powers(double from, double to, int count) => [.. Grid(Math.Log10(from), Math.Log10(to), count).Select(x => PortableMath.Pow(10, x))];
}
