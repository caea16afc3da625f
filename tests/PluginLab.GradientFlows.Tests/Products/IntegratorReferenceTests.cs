using PluginLab.Dynamics;
using PluginLab.GradientFlows.Products;
using PluginLab.GradientFlows.Tests.Reference;
using PluginLab.Numerics.Integration;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.GradientFlows.Tests.Products;

/// <summary>The flows of products by every integrator of the flow, against the oracle.</summary>
public sealed class IntegratorReferenceTests
{
    private static readonly string[] Files = ["02_product_balanced.json", "03_product2_unbalanced.json", "04_product_unbalanced.json", "05_monomial.json"];

    private const double Step = 1 / 64.0;

    // Largest error over the largest weight: a hundred tolerances of high orders, a thousand of order 2, which takes many more steps; of order 4 about h⁴.
    private static readonly (IIntegrator Integrator, double ErrorBound)[] Integrators =
    [
        (StepIntegrators.DormandPrince8(new AdaptiveStepSize(new ErrorTolerance(1e-12, 1e-14))), 1e-10),
        (StepIntegrators.DormandPrince5(new AdaptiveStepSize(new ErrorTolerance(1e-10, 1e-13), ControlGains.ProportionalIntegralDerivative)), 1e-8),
        (StepIntegrators.RungeKutta4(Step), 2 * Step * Step * Step * Step),
        (StepIntegrators.RungeKuttaChebyshev2(new AdaptiveStepSize(new ErrorTolerance(1e-7, 1e-10), ControlGains.Predictive)), 1e-4),
    ];

    private static IEnumerable<TestCaseData> Cases =>
        from file in Files
        from reference in ReferenceCase.Read(file)
        where reference.System is "product" or "monomial"
        from entry in Integrators
        select new TestCaseData(reference, entry.Integrator, entry.ErrorBound).SetArgDisplayNames(reference.Id, entry.Integrator.Name);

    [TestCaseSource(nameof(Cases))]
    public void The_integrated_flow_meets_the_oracle(ReferenceCase reference, IIntegrator integrator, double errorBound)
    {
        Monomial flow = new(reference.Target, reference.Exponents);
        InitialValueProblem problem = new(flow, ReferenceCase.Numbers(reference.Initial.GetProperty("w")), 0, reference.Times[^1]);

        Trajectory trajectory = integrator.Integrate(problem, SaveAt.Times(reference.Times), CancellationToken.None).Trajectory;

        double[][] expected = [.. reference.Expected.GetProperty("w").EnumerateArray().Select(ReferenceCase.Numbers)];
        double scale = expected.SelectMany(state => state).Max(Math.Abs);
        for (int i = 0; i < trajectory.Count; i++)
        {
            Assert.That(trajectory.State(i).ToArray(), Is.EqualTo(expected[i]).Within(errorBound * scale), $"t = {trajectory.Times[i]}");
        }
    }
}
