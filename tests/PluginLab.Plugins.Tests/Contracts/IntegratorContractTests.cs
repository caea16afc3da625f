using System.Text.Json;
using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.Plugins.Integrators;
using PluginLab.Plugins.Systems;

namespace PluginLab.Plugins.Tests.Contracts;

/// <summary>What holds for every bundled integrator on every bundled system, from its default start.</summary>
public sealed class IntegratorContractTests
{
    private const double EndTime = 2;

    /// <summary>The option that decides accuracy, two values of it, the coarser first, and a bound on the error of the finer.</summary>
    private static readonly Dictionary<string, (string Option, double Coarse, double Fine, double ErrorBound)> Accuracies = new()
    {
        ["gradient-descent"] = ("learning-rate", 0.02, 0.0025, 2e-2),
        ["runge-kutta-4"] = ("step", 0.1, 0.0125, 1e-6),
        ["dormand-prince-5"] = ("relative-tolerance", 1e-4, 1e-9, 1e-7),
        ["dormand-prince-8"] = ("relative-tolerance", 1e-4, 1e-10, 1e-7),
        ["runge-kutta-chebyshev-2"] = ("relative-tolerance", 1e-3, 1e-7, 1e-4),
    };

    private static IEnumerable<TestCaseData> OfTheFlow =>
        from integrator in new IntegratorsPlugin().Catalog.Integrators
        where Accuracies.ContainsKey(integrator.Id)
        from system in new SystemsPlugin().Catalog.Systems
        select new TestCaseData(integrator, system).SetArgDisplayNames(integrator.Id, system.Id);

    private static IEnumerable<TestCaseData> All =>
        from integrator in new IntegratorsPlugin().Catalog.Integrators
        from system in new SystemsPlugin().Catalog.Systems
        select new TestCaseData(integrator, system).SetArgDisplayNames(integrator.Id, system.Id);

    [TestCaseSource(nameof(OfTheFlow))]
    public void The_error_falls_with_the_tolerance_or_the_step(Component<IIntegrator> integrator, Component<ObservedSystem> system)
    {
        (string option, double coarse, double fine, double errorBound) = Accuracies[integrator.Id];
        InitialValueProblem problem = Problem(system.Create(Read(system.Parameters, null, "")), EndTime);
        double[] exact = End(new IntegratorsPlugin().Catalog.Integrators.Single(component => component.Id == "dormand-prince-8"), "relative-tolerance", 1e-13, problem);
        double Error(double value) => End(integrator, option, value, problem).Zip(exact, (x, reference) => Math.Abs(x - reference)).Max() / exact.Max(Math.Abs);

        double finer = Error(fine);

        Assert.That(finer, Is.LessThan(errorBound));
        Assert.That(finer, Is.LessThan(0.5 * Error(coarse)));
    }

    [TestCaseSource(nameof(All))]
    public void The_statistics_are_exact(Component<IIntegrator> integrator, Component<ObservedSystem> system)
    {
        ObservedSystem observed = system.Create(Read(system.Parameters, null, ""));
        CountingSystem counting = new(observed.System);
        InitialValueProblem problem = new(counting, observed.DefaultInitialState, 0, EndTime);

        Solution solution = integrator.Create(Read(integrator.Parameters, null, "")).Integrate(problem, SaveAt.EquallySpaced(0, EndTime, 7), CancellationToken.None);

        Assert.That(solution.Outcome, Is.EqualTo(SolveOutcome.Completed), solution.Diagnostic);
        Assert.That(solution.Statistics.DerivativeEvaluations, Is.EqualTo(counting.Evaluations));
    }

    [TestCaseSource(nameof(All))]
    public void A_solve_gives_way_to_a_cancellation_within_a_step(Component<IIntegrator> integrator, Component<ObservedSystem> system)
    {
        // No bundled method takes more evaluations after a cancellation than a step of Dormand–Prince 8(5,3) has.
        const int LastEvaluations = 15;
        ObservedSystem observed = system.Create(Read(system.Parameters, null, ""));
        using CancellationTokenSource source = new();
        CountingSystem counting = new(observed.System) { CancelAt = 40, Source = source };
        InitialValueProblem problem = new(counting, observed.DefaultInitialState, 0, 1e6);

        Solution solution = integrator.Create(Read(integrator.Parameters, null, "")).Integrate(problem, SaveAt.End, source.Token);

        Assert.That(solution.Outcome, Is.EqualTo(SolveOutcome.Cancelled));
        Assert.That(counting.Evaluations, Is.LessThanOrEqualTo(40 + LastEvaluations));
    }

    private static InitialValueProblem Problem(ObservedSystem observed, double endTime) => new(observed.System, observed.DefaultInitialState, 0, endTime);

    private static double[] End(Component<IIntegrator> integrator, string option, double value, InitialValueProblem problem)
    {
        Parameter parameter = integrator.Parameters.Single(candidate => candidate.Name == option);
        return integrator.Create(Read(integrator.Parameters, parameter, NumberText.Of(value))).Integrate(problem, SaveAt.End, CancellationToken.None).Trajectory.LastState.ToArray();
    }

    private static ParameterSet Read(IReadOnlyList<Parameter> parameters, Parameter? changed, string json) => ParameterSet.Create(parameters, parameter =>
    {
        using JsonDocument document = JsonDocument.Parse(parameter == changed ? json : parameter.DefaultJson!);
        return parameter.Read(document.RootElement, NoFiles.Instance);
    });

    private sealed class CountingSystem(IDynamicsSystem system) : IDynamicsSystem
    {
        public long Evaluations { get; private set; }

        public long CancelAt { get; init; } = long.MaxValue;

        public CancellationTokenSource? Source { get; init; }

        public int Dimension => system.Dimension;

        public void EvaluateDerivative(double time, ReadOnlySpan<double> state, Span<double> derivative)
        {
            system.EvaluateDerivative(time, state, derivative);
            if (++Evaluations == CancelAt)
            {
                Source!.Cancel();
            }
        }
    }
}
