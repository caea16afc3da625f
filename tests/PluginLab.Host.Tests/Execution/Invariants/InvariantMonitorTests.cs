using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Host.Execution.Invariants;
using PluginLab.Numerics.Integration;
using PluginLab.Rendering.Reports.Invariants;

namespace PluginLab.Host.Tests.Execution.Invariants;

/// <summary>What the monitor makes of real solves.</summary>
internal sealed class InvariantMonitorTests
{
    private static readonly IIntegrator Fine = StepIntegrators.DormandPrince5(1e-9, 1e-12);
    private static readonly InitialValueProblem Swing = new(Oscillator.System, [1, 0], 0, 20);

    [Test]
    public void An_accurate_solve_keeps_its_invariant_within_the_limit()
    {
        MonitoredInvariant energy = Follow(Fine, Swing).Single();

        Assert.That((energy.Name, energy.System, energy.Solves, energy.Dimension, energy.Control), Is.EqualTo(("energy", "parametric system", 1L, 2, ErrorControl.Tolerance)));
        Assert.That(energy.Drift, Is.Positive.And.LessThan(1e-7));
        Assert.That((energy.Scale, energy.IsLarge), Is.EqualTo((energy.Scale, false)));
        Assert.That(energy.Allowed, Is.EqualTo(1000 * (1e-12 + (1e-9 * energy.Scale))));
        Assert.That(energy.Time, Is.GreaterThan(10), "errors add up in time");
    }

    [Test]
    public void A_constant_step_that_is_too_large_shows_as_a_large_drift()
    {
        MonitoredInvariant energy = Follow(StepIntegrators.RungeKutta4(0.5), Swing).Single();

        // Runge–Kutta 4 damps the oscillator by h⁶/72 of its energy a step.
        Assert.That(energy.RelativeDrift, Is.EqualTo(40 * Math.Pow(0.5, 6) / 72).Within(20).Percent);
        Assert.That(energy.IsLarge, Is.True);
    }

    [Test]
    public void Training_is_listed_apart_and_never_large()
    {
        MonitoredInvariant energy = Follow(StepIntegrators.GradientDescent(0.5), Swing).Single();

        Assert.That((energy.Control, energy.Allowed, energy.IsLarge), Is.EqualTo((ErrorControl.Training, (double?)null, false)));
        Assert.That(energy.Drift, Is.GreaterThan(1));
    }

    [Test]
    public void Under_a_control_that_breaks_the_conservation_the_drift_shows_it()
    {
        MonitoredInvariant broken = Controlled(Control.ScaledComponent(0, 1.1)), kept = Controlled(Control.ScaledRightHandSide(1.1));

        Assert.That((broken.IsLarge, kept.IsLarge), Is.EqualTo((true, false)));
        Assert.That(broken.Drift, Is.EqualTo((1 - (1 / 1.1)) / 2).Within(1).Percent, "q²/1.1 + p² is conserved instead, so that the energy falls from 1/2 to 1/2.2");
    }

    [Test]
    public void The_loss_of_a_gradient_flow_is_followed_without_being_named()
    {
        MonitoredInvariant loss = Follow(Fine, new InitialValueProblem(new Descent(), [2], 0, 5)).Single();

        Assert.That((loss.Name, loss.Kind, loss.Drift, loss.Scale), Is.EqualTo(("loss", InvariantKind.NonIncreasing, 0.0, 2.0)));
    }

    [Test]
    public void Back_in_time_a_loss_that_grows_is_no_drift() =>
        Assert.That(Follow(Fine, new InitialValueProblem(new Descent(), [1], 0, -2)).Single().Drift, Is.Zero);

    [Test]
    public void A_loss_that_grows_under_the_control_is_a_drift()
    {
        ExperimentContext context = Context(new InvariantMonitor()) with { Control = Control.ScaledRightHandSide(-1) };

        _ = context.Solve(new InitialValueProblem(new Descent(), [1], 0, 1), SaveAt.End);

        Assert.That(((InvariantMonitor)context.Monitor!).Invariants.Single().Drift, Is.EqualTo((Math.Exp(2) - 1) / 2).Within(1e-7));
    }

    [Test]
    public void Each_trajectory_of_an_ensemble_is_judged_with_its_own_parameters()
    {
        InvariantMonitor monitor = new();
        Ensemble ensemble = new Ensemble(Oscillator.System, [1, 0, 1, 0, 1, 0], 0, 20).WithParameters([1, 2, 9]);

        _ = Context(monitor).Solve(ensemble, EnsembleOutput.FinalStates);

        MonitoredInvariant energy = monitor.Invariants.Single();
        Assert.That((energy.Solves, energy.IsLarge), Is.EqualTo((3L, false)));
        Assert.That(energy.Scale, Is.EqualTo(4.5).Within(1e-6), "the stiffest drifts most");
    }

    [Test]
    public void Solves_that_fail_are_not_followed() =>
        Assert.That(Follow(StepIntegrators.DormandPrince5(1e-9, 1e-12, maximumSteps: 3), Swing), Is.Empty);

    [Test]
    public void A_system_that_names_nothing_is_not_followed() =>
        Assert.That(Follow(Fine, new InitialValueProblem(DynamicsSystem.FromFunction(1, (_, x) => [x[0]]), [1], 0, 1)), Is.Empty);

    [Test]
    public void What_is_found_does_not_depend_on_the_order_of_the_solves()
    {
        (IIntegrator, InitialValueProblem)[] solves =
        [
            (Fine, Swing), (StepIntegrators.DormandPrince5(1e-5, 1e-8), Swing), (StepIntegrators.GradientDescent(0.1), Swing),
            (Fine, new(new Descent(), [2], 0, 1)), (Fine, new(new Descent(), [2], 0, 3)), (StepIntegrators.DormandPrince5(1e-5, 1e-8), new(new Descent(), [2], 0, 3)),
        ];

        IReadOnlyList<MonitoredInvariant> forward = FollowAll(solves);

        Assert.That(FollowAll(solves.Reverse()), Is.EqualTo(forward));
        Assert.That(forward.Select(entry => (entry.Name, entry.Solves)), Is.EqualTo(new[] { ("loss", 3L), ("energy", 2L), ("energy", 1L) }));
    }

    [Test]
    public void Of_many_saved_points_the_first_and_the_last_are_among_those_looked_at()
    {
        InitialValueProblem problem = new(Oscillator.System, [1, 0], 0, 1);
        Trajectory ends = new(Enumerable.Range(0, 1001).Select(i => (double)i), Enumerable.Range(0, 1001).Select(i => new[] { i is 0 or 1000 ? 3.0 + i : 1.0, 0 }));
        InvariantMonitor monitor = new();

        monitor.OnSolved(Fine, problem, new() { Outcome = SolveOutcome.Completed, Diagnostic = "", PartialTrajectory = ends, Statistics = new(0, 0, 0) });

        Assert.That((monitor.Invariants.Single().Time, monitor.Invariants.Single().Drift), Is.EqualTo((1000.0, ((1003.0 * 1003) - 1) / 2)));
    }

    private static IReadOnlyList<MonitoredInvariant> Follow(IIntegrator integrator, InitialValueProblem problem) => FollowAll([(integrator, problem)]);

    private static IReadOnlyList<MonitoredInvariant> FollowAll(IEnumerable<(IIntegrator Integrator, InitialValueProblem Problem)> solves)
    {
        InvariantMonitor monitor = new();
        foreach ((IIntegrator integrator, InitialValueProblem problem) in solves)
        {
            _ = Context(monitor).SolveWith(integrator, problem, SaveAt.EveryStep);
        }

        return monitor.Invariants;
    }

    private static MonitoredInvariant Controlled(Control control)
    {
        InvariantMonitor monitor = new();
        _ = (Context(monitor) with { Control = control }).Solve(Swing, SaveAt.EveryStep);
        return monitor.Invariants.Single();
    }

    private static ExperimentContext Context(InvariantMonitor monitor) => new()
    {
        Parameters = ParameterSet.Create([], _ => throw new InvalidOperationException()),
        Integrator = Fine,
        Monitor = monitor,
    };
}
