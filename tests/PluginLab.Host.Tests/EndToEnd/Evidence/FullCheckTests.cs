using System.Text.Json;

namespace PluginLab.Host.Tests.EndToEnd.Evidence;

public sealed class FullCheckTests
{
    // The classical method with steps of 1/4 is off by 4e-5 of exp(−1): four times what the bound allows.
    private const string Coarse = """{ "name": "coarse", "experiment": "decay", "parameters": { "bound": 1e-5 }, "integrator": { "use": "runge-kutta-4", "step": 0.25 } }""";
    private const string Fine = """{ "name": "fine", "experiment": "decay", "parameters": { "bound": 1e-5 } }""";

    [Test]
    public void A_coarse_integrator_leaves_a_tight_claim_open_where_the_quick_check_refutes_it()
    {
        using Laboratory laboratory = new("Sensitive");
        laboratory.WriteManifest(Coarse);

        HostResult quick = laboratory.Run("run");
        HostResult full = laboratory.Run("run", "--check", "full");
        HostResult strict = laboratory.Run("run", "--check", "full", "--strict");

        Assert.That(quick.ExitCode, Is.EqualTo(6), quick.Errors);
        Assert.That(quick.Output, Does.Contain("unexpected: coarse: end is refuted, expected supported"));
        Assert.That(quick.Output, Does.Contain("the solver's error is not in this; pluginlab run --check full measures it").And.Not.Contain("± 0"));
        Assert.That(full.ExitCode, Is.Zero, full.Errors);
        Assert.That(full.Output, Does.Contain("inconclusive: coarse: end is inconclusive, expected supported"));
        Assert.That(full.Output, Does.Contain("is the solver's; tighter tolerances, or a better integrator, make it smaller").And.Not.Contain("--check full measures it"));
        Assert.That(strict.ExitCode, Is.EqualTo(7), strict.Errors);
    }

    [Test]
    public void A_fine_integrator_leaves_the_verdict_and_every_report_shows_the_budget()
    {
        using Laboratory laboratory = new("Sensitive");
        laboratory.WriteManifest(Fine);

        HostResult result = laboratory.Run("run", "--check", "full", "--strict");

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(result.Output, Does.Match(@"(?m)^error budget:\n  run +most endangered claim +measured +at tighter tolerance +by second integrator .*\n  fine +end +0\.3678794\d+ +0\.3678794\d+ +0\.3678794\d+ "));
        IReadOnlyDictionary<string, string> files = laboratory.ReadResults("results");
        Assert.That(files["index.html"], Does.Contain("tighter tolerance: ").And.Contain("second integrator: ").And.Contain("By a second integrator: Dormand–Prince 8(5,3)"));
        Assert.That(files["summary.md"], Does.Contain("| measured | solver | supported by |").And.Contain("relative tolerance 1e-10"));
        Assert.That(files["runs/fine/report.svg"], Does.Contain("<svg"));
        using JsonDocument report = JsonDocument.Parse(files["runs/fine/report.json"]);
        JsonElement check = report.RootElement.GetProperty("check");
        Assert.That(check.GetProperty("tighter").GetProperty("integrator").GetString(), Does.Contain("relative tolerance 1e-10, absolute tolerance 1e-13"));
        Assert.That(check.GetProperty("second").GetProperty("integrator").GetString(), Does.Contain("8(5,3)"));
        JsonElement budget = report.RootElement.GetProperty("claims")[0].GetProperty("budget");
        Assert.That(budget.GetProperty("tighter").GetDouble(), Is.EqualTo(Math.Exp(-1)).Within(1e-10));
        Assert.That(report.RootElement.GetProperty("claims")[0].GetProperty("uncertainty").GetDouble(), Is.EqualTo(budget.GetProperty("solverUncertainty").GetDouble()).And.Positive);
        Assert.That(report.RootElement.GetProperty("command").GetString(), Does.EndWith(" --check full"));
    }

    [Test]
    public void A_theory_that_is_wrong_by_far_more_than_the_solver_stays_refuted()
    {
        using Laboratory laboratory = new("Sensitive");
        laboratory.WriteManifest("""{ "name": "wrong", "experiment": "decay", "parameters": { "offset": 0.1 }, "integrator": { "use": "runge-kutta-4", "step": 0.25 } }""");

        HostResult result = laboratory.Run("run", "--check", "full");

        Assert.That(result.ExitCode, Is.EqualTo(6), result.Errors);
        Assert.That(result.Output, Does.Contain("unexpected: wrong: end is refuted, expected supported"));
    }

    [Test]
    public void Descent_by_fixed_steps_is_exempt_and_said_to_be()
    {
        using Laboratory laboratory = new("Sensitive");
        laboratory.WriteManifest("""{ "name": "descent", "experiment": "decay", "parameters": { "bound": 0.1 }, "integrator": { "use": "gradient-descent", "learning-rate": 0.1 } }""");

        HostResult result = laboratory.Run("run", "--check", "full", "--strict");

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(result.Output, Does.Contain("descent: not carried out at tighter tolerance: Integrator gradient-descent has neither tolerances nor a step that approximates a flow."));
        Assert.That(result.Output, Does.Contain("descent: not carried out by a second integrator: Integrator gradient-descent names no counterpart."));
    }

    [Test]
    public void An_integrator_that_cannot_be_tightened_is_named_with_the_reason()
    {
        using Laboratory laboratory = new("Sensitive");
        laboratory.WriteManifest("""{ "name": "stubborn", "experiment": "decay", "parameters": { "bound": 0.1 }, "integrator": "stubborn" }""");

        HostResult result = laboratory.Run("run", "--check", "full");

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(result.Output, Does.Contain("stubborn: not carried out at tighter tolerance: Parameter 'relative-tolerance' is 0.0001; it must be "));
    }

    [Test]
    public void A_run_that_fails_when_carried_out_again_leaves_its_claims_open()
    {
        using Laboratory laboratory = new("Sensitive");
        laboratory.WriteManifest("""{ "name": "short", "experiment": "decay", "integrator": { "use": "runge-kutta-4", "step": 0.25, "maximum-steps": 5 } }""");

        HostResult result = laboratory.Run("run", "--check", "full", "--strict");

        Assert.That(result.ExitCode, Is.EqualTo(7), result.Errors);
        Assert.That(result.Output, Does.Contain("short: did not finish at tighter tolerance: A solve ended as MaxStepsReached."));
        Assert.That(result.Output, Does.Contain("inconclusive: short: end is inconclusive, expected supported"));
    }

    [Test]
    public void The_summary_for_programs_names_the_claim_that_the_solver_endangers_most()
    {
        using Laboratory laboratory = new("Sensitive");
        laboratory.WriteManifest(Coarse, Fine);

        JsonElement json = JsonElement.Parse(laboratory.Run("run", "--check", "full", "--json").Output);

        JsonElement[] shares = [.. json.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("mostEndangered").GetProperty("shareOfRoom"))];
        Assert.That(shares[0].GetDouble(), Is.GreaterThan(1));
        Assert.That(shares[1].GetDouble(), Is.LessThan(0.01));
    }

    [Test]
    public void A_quick_check_is_the_run_as_it_was()
    {
        using Laboratory laboratory = new("Sensitive");
        laboratory.WriteManifest(Fine);

        laboratory.Run("run", "--out", "a");
        laboratory.Run("run", "--out", "b", "--check", "quick");

        IReadOnlyDictionary<string, string> files = laboratory.ReadResults("a");
        Assert.That(laboratory.ReadResults("b"), Is.EqualTo(files));
        Assert.That(files["runs/fine/report.json"], Does.Not.Contain("\"check\"").And.Not.Contain("\"budget\""));
    }

    [Test]
    public void Two_full_checks_write_the_same_bytes_and_the_figures_of_a_quick_one()
    {
        using Laboratory laboratory = new("Sensitive");
        laboratory.WriteManifest(Coarse, Fine);

        laboratory.Run("run", "--out", "a", "--check", "full", "--jobs", "1");
        laboratory.Run("run", "--out", "b", "--check", "full", "--jobs", "2");
        laboratory.Run("run", "--out", "quick");

        IReadOnlyDictionary<string, string> full = laboratory.ReadResults("a");
        Assert.That(laboratory.ReadResults("b"), Is.EqualTo(full));
        Assert.That(full["runs/fine/figures/decay.svg"], Is.EqualTo(laboratory.ReadResults("quick")["runs/fine/figures/decay.svg"]));
    }
}
