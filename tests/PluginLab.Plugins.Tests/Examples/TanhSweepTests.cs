using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Numerics.Integration;

namespace PluginLab.Plugins.Tests.Examples;

/// <summary>The example of docs/writing-systems.md.</summary>
public sealed class TanhSweepTests
{
    [Test]
    public void Under_its_control_every_claim_is_refuted()
    {
        IReadOnlyList<Claim> claims = Run(StepIntegrators.DormandPrince5(1e-8, 1e-10), Control.ScaledRightHandSide(1.1)).Claims;

        Assert.That(claims.Select(claim => claim.Control!.Mutation).Distinct(), Is.EqualTo(new[] { Control.ScaledRightHandSide(1.1).Mutation }));
        Assert.That(claims.Select(claim => claim.Verdict), Is.EqualTo(Enumerable.Repeat(Verdict.Refuted, 3)));
    }

    [Test]
    public void Trajectories_that_do_not_come_to_their_end_leave_every_claim_inconclusive_and_are_counted_in_a_note()
    {
        ExperimentResult result = Run(StepIntegrators.DormandPrince5(1e-8, 1e-10, maximumSteps: 10), control: null);

        Assert.That(result.Claims.Select(claim => claim.Verdict), Is.All.EqualTo(Verdict.Inconclusive));
        Assert.That(result.Notes, Has.One.EqualTo("10000 of 10000 trajectories did not come to their end."));
    }

    private static ExperimentResult Run(IIntegrator integrator, Control? control) =>
        new TanhSweep().Run(new ExperimentContext { Parameters = ParameterSet.Create([], _ => throw new InvalidOperationException()), Integrator = integrator, Control = control });
}
