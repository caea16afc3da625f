using PluginLab.Dynamics;
using PluginLab.Numerics.Integration;
using PluginLab.Numerics.Integration.Methods;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Tests.Integration;

/// <summary>Several saved times within one step take the dense output together, in blocks of components.</summary>
public sealed class SavedTimesTests
{
    private const double EndTime = 2;

    private static readonly IStepMethod[] Methods =
    [
        new ExplicitRungeKutta(Tableaus.RungeKutta4),
        new ExplicitRungeKutta(Tableaus.DormandPrince5),
        new ExplicitRungeKutta(Tableaus.DormandPrince8),
        new RungeKuttaChebyshev2(),
    ];

    [Test]
    public void Times_saved_together_have_the_bits_that_each_has_alone(
        [ValueSource(nameof(Methods))] IStepMethod method, [Values(1, 7, 33, 256, 300, 1021)] int dimension, [Values(1, -1)] int direction)
    {
        StepIntegrator integrator = new(method, new ConstantStepSize(0.5), 100);
        InitialValueProblem problem = new(Oscillators(dimension), InitialState(dimension), 0, direction * EndTime);

        // More than the dense output takes at once, knots and neighbours of knots among them.
        double[] times = [.. new[] { 0, 0.01, 0.5, Math.BitIncrement(0.5), 0.75, 1, 1.5 }
            .Concat(Enumerable.Range(1, 30).Select(i => 1 + (i / 64.0))).Append(1.99).Append(EndTime).Distinct().Order().Select(t => direction * t)];

        Trajectory together = integrator.Solve(problem, SaveAt.Times(times)).Trajectory;

        Assert.That(together.Times, Is.EqualTo(times));
        foreach ((int index, double time) in times.Index())
        {
            ReadOnlySpan<double> alone = integrator.Solve(problem, SaveAt.Times([time])).Trajectory.State(0);
            Assert.That(together.State(index).SequenceEqual(alone), Is.True, $"at t = {time}");
        }
    }

    private static FunctionSystem Oscillators(int dimension) => new(dimension, (t, x, dx) =>
    {
        for (int i = 0; i < x.Length; i++)
        {
            dx[i] = Math.Cos(t + i) - (0.3 * x[i]) + (0.1 * x[(i + 1) % x.Length]);
        }
    });

    private static double[] InitialState(int dimension) => [.. Enumerable.Range(0, dimension).Select(i => Math.Sin(1 + i))];
}
