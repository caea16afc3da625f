using PluginLab.Dynamics;
using PluginLab.Host.Execution;
using PluginLab.Numerics.Integration;

namespace PluginLab.Host.Tests.Execution;

internal sealed class CountingIntegratorTests
{
    private static readonly InitialValueProblem Growth = new(DynamicsSystem.FromFunction(1, (_, x) => [x[0]]), [1], 0, 1);

    [Test]
    public void The_work_of_a_coarser_integrator_counts_too()
    {
        CountingIntegrator integrator = new(StepIntegrators.RungeKutta4(0.1));

        _ = integrator.Integrate(Growth, SaveAt.End, CancellationToken.None);
        _ = integrator.Coarsen()!.Integrate(Growth, SaveAt.End, CancellationToken.None);

        Assert.That(integrator.Statistics.AcceptedSteps, Is.EqualTo(10 + 5));
    }

    [Test]
    public void There_is_none_coarser_where_the_integrator_has_none() => Assert.That(new CountingIntegrator(StepIntegrators.GradientDescent(0.1)).Coarsen(), Is.Null);
}
