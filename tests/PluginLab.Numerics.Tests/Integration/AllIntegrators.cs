using PluginLab.Dynamics;
using PluginLab.Numerics.Integration;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Tests.Integration;

/// <summary>The integrators that every contract test runs over.</summary>
internal static class AllIntegrators
{
    private static readonly ErrorTolerance Tolerance = new(1e-9, 1e-12);

    /// <summary>Those that follow the flow, each with a bound on its error on the oscillator over one period.</summary>
    public static readonly IReadOnlyList<(IIntegrator Integrator, double ErrorBound)> OfTheFlow =
    [
        // Euler: |x| grows as e^{h t / 2} on the oscillator: by .0032 over 2π at h = .001. RK4: t h⁴ / 120. Dormand–Prince: a few tolerances.
        (StepIntegrators.GradientDescent(0.001), 4e-3),
        (StepIntegrators.HeavyBall(0.001, momentum: 0), 4e-3),
        (StepIntegrators.RungeKutta4(0.01), 1e-9),
        (StepIntegrators.DormandPrince5(1e-9, 1e-12), 1e-7),
        (StepIntegrators.DormandPrince5(new AdaptiveStepSize(Tolerance, ControlGains.Integral)), 1e-7),
        (StepIntegrators.DormandPrince5(new AdaptiveStepSize(Tolerance, ControlGains.ProportionalIntegralDerivative)), 1e-7),
        (StepIntegrators.DormandPrince5(new AdaptiveStepSize(Tolerance, ControlGains.Predictive) { LargestStep = 0.1 }), 1e-7),
        (StepIntegrators.DormandPrince8(new AdaptiveStepSize(Tolerance)), 1e-7),
        (StepIntegrators.RungeKuttaChebyshev2(new AdaptiveStepSize(Tolerance, ControlGains.Predictive)), 2e-5),
    ];

    /// <summary>All, as arguments of a fixture.</summary>
    public static IEnumerable<TestFixtureData> Each() => OfTheFlow.Select(entry => entry.Integrator)
        .Append(StepIntegrators.HeavyBall(0.001, momentum: 0.9))
        .Append(StepIntegrators.SignDescent(0.001))
        .Select(integrator => new TestFixtureData(integrator).SetArgDisplayNames(integrator.Name));
}
