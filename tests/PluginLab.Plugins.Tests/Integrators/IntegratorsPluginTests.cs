using System.Text.Json;
using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.Plugins.Integrators;

namespace PluginLab.Plugins.Tests.Integrators;

public sealed class IntegratorsPluginTests
{
    private static readonly IReadOnlyList<Component<IIntegrator>> Components = new IntegratorsPlugin().Catalog.Integrators;

    private static readonly InitialValueProblem Decay = new(DynamicsSystem.FromFunction(1, (_, x) => [-x[0]]), [1], 0, 1);

    private static IEnumerable<TestCaseData> Each() => Components.Select(component => new TestCaseData(component).SetArgDisplayNames(component.Id));

    [Test]
    public void The_catalog_lists_the_bundled_integrators_with_their_settings()
    {
        Assert.That(
            Components.Select(component => (component.Id, string.Join(' ', component.Parameters.Select(parameter => parameter.Name)))),
            Is.EqualTo([
                ("gradient-descent", "learning-rate maximum-steps"),
                ("heavy-ball", "learning-rate momentum maximum-steps"),
                ("sign-descent", "learning-rate maximum-steps"),
                ("runge-kutta-4", "step maximum-steps"),
                ("dormand-prince-5", "relative-tolerance absolute-tolerance controller largest-step maximum-steps"),
                ("dormand-prince-8", "relative-tolerance absolute-tolerance controller largest-step maximum-steps"),
                ("runge-kutta-chebyshev-2", "relative-tolerance absolute-tolerance controller largest-step maximum-steps"),
            ]));
    }

    private static IEnumerable<TestCaseData> EachOfTheFlow() => Components.Where(component => component.Id is not ("heavy-ball" or "sign-descent"))
        .Select(component => new TestCaseData(component).SetArgDisplayNames(component.Id));

    [TestCaseSource(nameof(EachOfTheFlow))]
    public void Defaults_follow_the_decay(Component<IIntegrator> component)
    {
        // The coarsest default, gradient descent with η = 0.01, is off by e^−1 η/2 = 0.0018.
        double end = component.Create(With(component, null, "")).Integrate(Decay, SaveAt.End, CancellationToken.None).Trajectory.LastState[0];

        Assert.That(end, Is.EqualTo(Math.Exp(-1)).Within(2e-3));
    }

    [TestCaseSource(nameof(Each))]
    public void Both_ends_of_every_range_give_a_solution_or_an_outcome_that_says_why_not(Component<IIntegrator> component)
    {
        foreach (Parameter parameter in component.Parameters)
        {
            foreach (string json in parameter.BoundaryJson)
            {
                Solution solution = component.Create(With(component, parameter, json)).Integrate(Decay, SaveAt.End, CancellationToken.None);

                Assert.That(solution.Outcome, Is.AnyOf(SolveOutcome.Completed, SolveOutcome.MaxStepsReached), $"{parameter.Name} = {json}");
            }
        }
    }

    [Test]
    public void Settings_reach_the_integrator_and_its_name()
    {
        Component<IIntegrator> component = Components.Single(candidate => candidate.Id == "dormand-prince-5");
        Parameter Named(string name) => component.Parameters.Single(parameter => parameter.Name == name);

        Assert.That(component.Create(With(component, Named("controller"), "\"integral\"")).Name, Does.EndWith(", integral control"));
        Assert.That(component.Create(With(component, Named("largest-step"), "0.25")).Name, Does.EndWith(", steps up to 0.25"));
        Assert.That(
            component.Create(With(component, Named("largest-step"), "0.25")).Integrate(Decay, SaveAt.EveryStep, CancellationToken.None).Trajectory.Count,
            Is.GreaterThan(4));
    }

    [Test]
    public void The_step_budget_reaches_the_integrator()
    {
        Component<IIntegrator> component = Components[0];
        Parameter budget = component.Parameters.Single(parameter => parameter.Name == "maximum-steps");

        Solution solution = component.Create(With(component, budget, "7")).Integrate(Decay, SaveAt.End, CancellationToken.None);

        Assert.That((solution.Outcome, solution.Statistics.AcceptedSteps), Is.EqualTo((SolveOutcome.MaxStepsReached, 7L)));
    }

    private static ParameterSet With(Component<IIntegrator> component, Parameter? changed, string json) =>
        ParameterSet.Create(component.Parameters, parameter => Read(parameter, parameter == changed ? json : parameter.DefaultJson!));

    private static object Read(Parameter parameter, string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return parameter.Read(document.RootElement, new NoFiles());
    }

    private sealed class NoFiles : IInputFiles
    {
        public Table ReadTable(string path) => throw new FormatException($"{path}: these tests have no files.");
    }
}
