using PluginLab.Dynamics;
using PluginLab.Extensibility;

namespace PluginLab.Plugins.Tests.Contracts;

/// <summary>Every bundled integrator on every bundled system where a solve is short, backward, broken or cut into extreme steps.</summary>
public sealed class IntegratorLimitTests
{
    private const double Interval = 0.25;

    // Sums of powers of two are exact: times backward are those forward.
    private const double DyadicStep = 1 / 64.0;

    private static IEnumerable<TestCaseData> Pairs => BundledIntegrators.Pairs;

    [TestCaseSource(nameof(Pairs))]
    public void Nothing_happens_on_an_interval_of_length_zero(string id, Component<ObservedSystem> system)
    {
        (IDynamicsSystem flow, double[] start) = Start(system);

        Solution solution = Solve(BundledIntegrators.Create(id), new(flow, start, 3, 3), SaveAt.Times([2, 3, 4]));

        Assert.That(solution.Trajectory.Times, Is.EqualTo([3.0]));
        Assert.That(solution.Trajectory.LastState.ToArray(), Is.EqualTo(start));
        Assert.That(solution.Statistics, Is.EqualTo(new SolveStatistics(0, 0, 0)));
    }

    [TestCaseSource(nameof(Pairs))]
    public void Backward_in_time_is_the_opposite_flow_forward(string id, Component<ObservedSystem> system)
    {
        (IDynamicsSystem flow, double[] start) = Start(system);
        WatchedSystem opposite = new(flow, (_, _, derivative) => Negate(derivative));
        IIntegrator integrator = BundledIntegrators.Create(id, (BundledIntegrators.StepOptions[id], DyadicStep));

        Solution backward = Solve(integrator, new(flow, start, 0, -Interval), SaveAt.EquallySpaced(0, -Interval, 5));
        Solution forward = Solve(integrator, new(opposite, start, 0, Interval), SaveAt.EquallySpaced(0, Interval, 5));

        Assert.That(backward.Trajectory.Times, Is.EqualTo(forward.Trajectory.Times.Select(time => -time)));
        Assert.That(backward.Trajectory.LastState.ToArray(), Is.EqualTo(forward.Trajectory.LastState.ToArray()).Within(1e-12));
        Assert.That(backward.Trajectory.LastState.ToArray(), Is.Not.EqualTo(start));
    }

    [TestCaseSource(nameof(Pairs))]
    public void A_right_hand_side_that_is_NaN_from_the_start_is_an_outcome(string id, Component<ObservedSystem> system)
    {
        (IDynamicsSystem flow, double[] start) = Start(system);
        WatchedSystem broken = new(flow, (_, _, derivative) => derivative[^1] = double.NaN);

        Solution solution = Solve(BundledIntegrators.Create(id), new(broken, start, 0, 1), SaveAt.EveryStep);

        Assert.That(solution.Outcome, Is.EqualTo(SolveOutcome.NonFiniteState));
        Assert.That(solution.Diagnostic, Does.Contain($"component {flow.Dimension - 1} of the right-hand side is NaN or infinite there."));
        Assert.That(solution.PartialTrajectory.LastState.ToArray(), Is.EqualTo(start));
    }

    [TestCaseSource(nameof(Pairs))]
    public void A_right_hand_side_that_becomes_NaN_ends_the_solve_before(string id, Component<ObservedSystem> system)
    {
        (IDynamicsSystem flow, double[] start) = Start(system);
        WatchedSystem broken = new(flow, (_, time, derivative) => derivative[0] = time > Interval ? double.NaN : derivative[0]);

        Solution solution = Solve(BundledIntegrators.Create(id), new(broken, start, 0, 2), SaveAt.EveryStep);

        Assert.That(solution.Outcome, Is.EqualTo(SolveOutcome.NonFiniteState), solution.Diagnostic);
        Assert.That(solution.PartialTrajectory.Times[^1], Is.EqualTo(Interval).Within(0.02));
        Assert.That(solution.PartialTrajectory.LastState.ToArray(), Is.All.Matches<double>(double.IsFinite));
    }

    [TestCaseSource(nameof(Pairs))]
    public void A_solution_that_blows_up_is_no_success(string id, Component<ObservedSystem> system)
    {
        // Up the gradient, from above the target: the loss grows faster than its square.
        IDynamicsSystem flow = BundledIntegrators.Create(system).System;
        WatchedSystem ascent = new(flow, (_, _, derivative) => Negate(derivative));
        double[] start = [.. Enumerable.Range(1, flow.Dimension).Select(i => 2 + (0.1 * i))];

        Solution solution = Solve(BundledIntegrators.Create(id), new(ascent, start, 0, 20), SaveAt.End);

        // Signs move each component by the learning rate, however steep the loss.
        Assert.That(solution.Outcome, id == "sign-descent" ? Is.EqualTo(SolveOutcome.Completed) : Is.AnyOf(SolveOutcome.NonFiniteState, SolveOutcome.StepSizeUnderflow));
        Assert.That(solution.PartialTrajectory.LastState.ToArray(), Is.All.Matches<double>(double.IsFinite));
    }

    [TestCaseSource(nameof(Pairs))]
    public void A_step_longer_than_the_interval_ends_with_it(string id, Component<ObservedSystem> system)
    {
        (IDynamicsSystem flow, double[] start) = Start(system);

        Solution solution = Solve(BundledIntegrators.Create(id, (BundledIntegrators.StepOptions[id], 1e300)), new(flow, start, 0, 1e-3), SaveAt.EveryStep);

        Assert.That(solution.Outcome, Is.EqualTo(SolveOutcome.Completed), solution.Diagnostic);
        Assert.That(solution.Trajectory.Times[^1], Is.EqualTo(1e-3));
    }

    [TestCaseSource(nameof(Pairs))]
    public void Tiny_steps_use_up_their_budget(string id, Component<ObservedSystem> system)
    {
        (IDynamicsSystem flow, double[] start) = Start(system);
        IIntegrator integrator = BundledIntegrators.Create(id, (BundledIntegrators.StepOptions[id], 1e-200), ("maximum-steps", 50));

        Solution solution = Solve(integrator, new(flow, start, 0, 1), SaveAt.EveryStep);

        Assert.That(solution.Outcome, Is.EqualTo(SolveOutcome.MaxStepsReached));
        Assert.That(solution.Statistics.AcceptedSteps, Is.EqualTo(50));
        Assert.That(solution.PartialTrajectory.Times, Is.Ordered.Ascending.And.Unique);
    }

    [TestCaseSource(nameof(Pairs))]
    public void Steps_that_the_time_cannot_resolve_are_told(string id, Component<ObservedSystem> system)
    {
        (IDynamicsSystem flow, double[] start) = Start(system);

        Solution solution = Solve(BundledIntegrators.Create(id, (BundledIntegrators.StepOptions[id], 1e-9)), new(flow, start, 1e8, 2e8), SaveAt.End);

        Assert.That(solution.Outcome, Is.EqualTo(SolveOutcome.StepSizeUnderflow));
        Assert.That(solution.Diagnostic, Does.Contain("is below what the time can resolve."));
    }

    private static void Negate(Span<double> derivative)
    {
        for (int k = 0; k < derivative.Length; k++)
        {
            derivative[k] = -derivative[k];
        }
    }

    private static (IDynamicsSystem Flow, double[] Start) Start(Component<ObservedSystem> system)
    {
        ObservedSystem observed = BundledIntegrators.Create(system);
        return (observed.System, [.. observed.DefaultInitialState]);
    }

    private static Solution Solve(IIntegrator integrator, InitialValueProblem problem, SaveAt saveAt) => integrator.Integrate(problem, saveAt, CancellationToken.None);
}
