using PluginLab.Dynamics;
using PluginLab.Numerics.Integration;

namespace PluginLab.Numerics.Tests.Integration;

/// <summary>The integrators that every contract test runs over, with the accuracy each has on the smooth problems below.</summary>
internal static class AllIntegrators
{
    /// <summary>Each integrator with a bound on its error on the oscillator over one period.</summary>
    public static readonly IReadOnlyList<(IIntegrator Integrator, double ErrorBound)> WithErrorBounds =
    [
        // Euler: |x| grows as e^{h t / 2} on the oscillator: by .0032 over 2π at h = .001. RK4: t h⁴ / 120. Dormand–Prince: a few tolerances.
        (StepIntegrators.GradientDescent(0.001), 4e-3),
        (StepIntegrators.RungeKutta4(0.01), 1e-9),
        (StepIntegrators.DormandPrince5(1e-9, 1e-12), 1e-7),
    ];

    public static IEnumerable<TestCaseData> Each() => WithErrorBounds.Select(entry => new TestCaseData(entry.Integrator).SetArgDisplayNames(entry.Integrator.Name));
}
