using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.Plugins.Integrators;

namespace PluginLab.Testing.Tests;

/// <summary>Each breach of the contract is found, with what mends it.</summary>
public sealed class ContractTests
{
    [Test]
    public void A_claim_that_survives_its_control_says_nothing() => Assert.That(
        ErrorsOf(new Decay { Measure = (_, _) => Decay.HalfLife }),
        Is.EqualTo(new[] { "error PL3003: experiment 'decay': claim 'half-life' says nothing: under its control 'right-hand side times 1.1' it is Supported, not Refuted." }));

    [Test]
    public void A_claim_needs_a_control() => Assert.That(
        ErrorsOf(new Decay { Control = null }),
        Is.EqualTo(new[] { "error PL3003: experiment 'decay': claim 'half-life' names no control; name a mutation of the system that refutes it." }));

    [Test]
    public void A_run_that_fails_under_the_control_refutes_nothing() => Assert.That(
        ErrorsOf(new Decay { Measure = (context, time) => context.Control is null ? time : throw new InvalidOperationException("Not today.") }),
        Has.One.Contains("claim 'half-life' says nothing: under its control 'right-hand side times 1.1' the run fails (InvalidOperationException: Not today.), not Refuted."));

    [Test]
    public void A_cancellation_must_pass() => Assert.That(
        ErrorsOf(new Decay { SwallowsCancellation = true }),
        Is.EqualTo(new[] { "error PL3012: experiment 'decay': cancelled at the start it does not end by an OperationCanceledException; let that of the context pass." }));

    [Test]
    public void An_unexpected_verdict_at_an_end_of_a_range_is_an_error() => Assert.That(
        ErrorsOf(new Decay { Measure = (context, time) => context.Get(Decay.Scale) > 1 ? 0 : time }),
        Is.EqualTo(new[] { "error PL3003: experiment 'decay': with scale = 2 claim 'half-life' is Refuted, expected is Supported." }));

    [Test]
    public void A_statement_whose_mathematics_cannot_be_set_is_an_error() => Assert.That(
        ErrorsOf(new Decay { StatementOf = _ => "It halves in $\\nonsense$." }),
        Has.One.StartsWith("error PL3003: experiment 'decay': the statement of claim 'half-life' cannot be set: FormatException: "));

    [Test]
    public void A_breach_at_an_end_of_a_range_is_told_there_and_one_of_all_settings_once()
    {
        Func<ExperimentContext, string> statement = context => context.Get(Decay.Scale) > 1 ? "It halves in $\\nonsense$." : "It halves.";

        Assert.That(ErrorsOf(new Decay { StatementOf = statement }), Has.One.StartsWith("error PL3003: experiment 'decay': with scale = 2 the statement of claim 'half-life' cannot be set: "));
        Assert.That(ErrorsOf(new Decay { StatementOf = _ => " " }).ToList(), Has.Count.EqualTo(1));
    }

    [Test]
    public void A_catalog_that_offers_nothing_or_one_id_twice_is_an_error()
    {
        Assert.That(ErrorsOf(new PluginCatalog()), Has.One.Contains("catalog: it offers nothing"));
        Assert.That(ErrorsOf(new PluginCatalog { Experiments = [new Decay(), new Decay()] }), Has.One.Contains("catalog: the experiment id 'decay' is there twice; give each its own."));
    }

    [Test]
    public void A_flow_that_climbs_its_loss_is_found()
    {
        Component<ObservedSystem> climbing = new() { Id = "climbing", Description = "Climbs.", Create = _ => new(new Climbing(), [], [1.0]) };

        Assert.That(
            ErrorsOf(new PluginCatalog { Systems = [climbing] }),
            Is.EqualTo(new[] { "error PL3006: system 'climbing': with its defaults component 1 of the derivative is not that of the negative gradient of its loss at the initial state." }));
    }

    [Test]
    public void An_integrator_that_reaches_the_end_through_NaN_is_found()
    {
        Component<IIntegrator> component = new() { Id = "blind", Description = "Sees no NaN.", Create = _ => new BlindEuler() };

        Assert.That(ErrorsOf(new PluginCatalog { Integrators = [component] }), Has.Exactly(2).Contains("on it ends as Completed; report NonFiniteState."));
    }

    [Test]
    public void The_observed_order_of_the_classical_method_is_four()
    {
        Component<IIntegrator> component = new IntegratorsPlugin().Catalog.Integrators.Single(candidate => candidate.Id == "runge-kutta-4");

        Assert.That(ObservedOrder.Of(component, "step", 1 / 8.0), Is.EqualTo(4).Within(0.2));
        Assert.That(() => ObservedOrder.Of(component, "stride", 1 / 8.0), Throws.ArgumentException.With.Message.Contains("has no parameter 'stride'"));
    }

    [Test]
    public void Verifying_throws_with_a_line_for_each_error()
    {
        Plugin plugin = new(new() { Experiments = [new Decay { Control = null }] });

        Assert.That(() => PluginContract.CasesOf(plugin)[^1].Verify(), Throws.TypeOf<ContractException>().With.Message.Contains("names no control"));
    }

    private static IEnumerable<string> ErrorsOf(IExperiment experiment) => ErrorsOf(new PluginCatalog { Experiments = [experiment] });

    private static IEnumerable<string> ErrorsOf(PluginCatalog catalog) =>
        PluginContract.CasesOf(new Plugin(catalog)).SelectMany(contract => contract.FindFaults()).Where(fault => fault.IsError).Select(fault => fault.ToString());

    private sealed class Plugin(PluginCatalog catalog) : IPlugin
    {
        public PluginCatalog Catalog => catalog;
    }
}
