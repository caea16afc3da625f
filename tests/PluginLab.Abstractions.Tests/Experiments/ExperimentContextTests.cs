using PluginLab.Dynamics;
using PluginLab.Experiments;

namespace PluginLab.Abstractions.Tests.Experiments;

public sealed class ExperimentContextTests
{
    private static readonly IDynamicsSystem Growth = DynamicsSystem.FromFunction(1, (_, x) => [x[0]]);
    private static readonly InitialValueProblem Problem = new InitialValueProblem(Growth, [2], 0, 1).WithEvent(EventFunction.Stop("four", (_, x) => x[0], 4));

    [Test]
    public void Without_a_control_a_problem_is_solved_as_it_is()
    {
        RecordingIntegrator integrator = new();

        _ = Context(integrator).Solve(Problem, SaveAt.End);

        Assert.That(integrator.Solved, Is.SameAs(Problem));
    }

    [Test]
    public void A_control_mutates_every_system_and_keeps_the_rest_of_the_problem()
    {
        RecordingIntegrator integrator = new();

        _ = (Context(integrator) with { Control = Control.ScaledRightHandSide(-1) }).Solve(Problem, SaveAt.End);

        double[] derivative = new double[1];
        integrator.Solved!.System.EvaluateDerivative(0, [2], derivative);
        Assert.That(derivative, Is.EqualTo([-2.0]));
        Assert.That(integrator.Solved.InitialState.ToArray(), Is.EqualTo([2.0]));
        Assert.That(integrator.Solved.Events, Is.EqualTo(Problem.Events));
        Assert.That((integrator.Solved.StartTime, integrator.Solved.EndTime), Is.EqualTo((0.0, 1.0)));
    }

    [Test]
    public void The_monitor_sees_every_solve_as_the_experiment_stated_it_also_under_a_control()
    {
        RecordingMonitor monitor = new();
        ExperimentContext context = Context(new RecordingIntegrator()) with { Control = Control.ScaledRightHandSide(-1), Monitor = monitor };
        RecordingIntegrator own = new();
        Ensemble ensemble = new(Growth, [1, 2, 3], 0, 0);

        Solution solution = context.SolveWith(own, Problem, SaveAt.End);
        EnsembleSolution together = context.Solve(ensemble, EnsembleOutput.FinalStates);

        Assert.That(monitor.Seen, Is.EqualTo(new object[] { own, Problem, solution, context.Integrator, ensemble, together }));
    }

    [Test]
    public void A_cancelled_run_solves_nothing()
    {
        RecordingIntegrator integrator = new();
        ExperimentContext cancelled = Context(integrator) with { CancellationToken = new CancellationToken(canceled: true) };

        Assert.That(() => cancelled.Solve(Problem, SaveAt.End), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(integrator.Solved, Is.Null);
    }

    [Test]
    public void A_coarser_run_is_the_same_but_for_the_integrator_and_unmonitored()
    {
        RecordingIntegrator coarser = new();
        ExperimentContext context = Context(new Adjustable(coarser)) with { Seed = 5, Control = Control.ScaledRightHandSide(2), Monitor = new RecordingMonitor() };

        Assert.That(context.Coarsen(), Is.EqualTo(context with { Integrator = coarser, Monitor = null }));
    }

    [Test]
    public void Where_own_integrators_are_coarsened_those_that_can_be_are_and_the_runs_own_is_not()
    {
        RecordingIntegrator coarser = new(), rigid = new(), used = new();
        ExperimentContext context = Context(used) with { CoarsensOwnIntegrators = true };

        context.SolveWith(new Adjustable(coarser), Problem, SaveAt.End);
        context.SolveWith(rigid, Problem, SaveAt.End);
        context.Solve(Problem, SaveAt.End);

        Assert.That(new[] { coarser.Solved, rigid.Solved, used.Solved }, Is.All.SameAs(Problem));
    }

    [Test]
    public void The_runs_own_integrator_is_not_coarsened_where_it_is_given_as_one_of_the_experiments_own()
    {
        RecordingIntegrator coarser = new();
        Adjustable used = new(coarser);

        Assert.That(() => (Context(used) with { CoarsensOwnIntegrators = true }).SolveWith(used, Problem, SaveAt.End), Throws.TypeOf<NotSupportedException>(), "its own Integrate was asked");
        Assert.That(coarser.Solved, Is.Null);
    }

    [Test]
    public void There_is_no_coarser_run_where_the_integrator_has_none()
    {
        Assert.That(Context(new RecordingIntegrator()).Coarsen(), Is.Null);
        Assert.That(Context(new Adjustable(null)).Coarsen(), Is.Null);
    }

    [Test]
    public void Random_numbers_depend_on_seed_and_purpose_alone()
    {
        ExperimentContext context = Context(new RecordingIntegrator()) with { Seed = 5 };

        Assert.That(context.CreateRandom("a").NextBits(), Is.EqualTo(new RandomNumbers(5, "a").NextBits()));
    }

    private static ExperimentContext Context(IIntegrator integrator) => new()
    {
        Parameters = ParameterSet.Create([], _ => new object()),
        Integrator = integrator,
    };

    private sealed class RecordingMonitor : ISolveMonitor
    {
        public List<object> Seen { get; } = [];

        public void OnSolved(IIntegrator integrator, InitialValueProblem problem, Solution solution) => Seen.AddRange([integrator, problem, solution]);

        public void OnEnsembleSolved(IIntegrator integrator, Ensemble ensemble, EnsembleSolution solution) => Seen.AddRange([integrator, ensemble, solution]);
    }

    private sealed class Adjustable(IIntegrator? coarser) : IAdjustableIntegrator
    {
        public string Name => "adjustable";

        public IIntegrator? Coarsen() => coarser;

        public Solution Integrate(InitialValueProblem problem, SaveAt saveAt, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    private sealed class RecordingIntegrator : IIntegrator
    {
        public string Name => "recording";

        public InitialValueProblem? Solved { get; private set; }

        public Solution Integrate(InitialValueProblem problem, SaveAt saveAt, CancellationToken cancellationToken)
        {
            Solved = problem;
            return new Solution
            {
                Outcome = SolveOutcome.Completed,
                Diagnostic = "Done.",
                PartialTrajectory = new Trajectory([], []),
                Statistics = new SolveStatistics(0, 0, 0),
            };
        }
    }
}
