using System.Text.Json;

namespace PluginLab.Host.Tests.EndToEnd.Evidence;

public sealed class ClaimsTests
{
    private const string Decay = """{ "name": "decay", "experiment": "decay", "tags": ["one"] }""";
    private const string Controls = """{ "name": "all", "experiment": "controls" }""";

    [Test]
    public void Every_claim_has_a_row_with_prediction_measurement_and_verdict_and_nothing_is_written()
    {
        using Laboratory laboratory = new("Sensitive");
        laboratory.WriteManifest(Decay, Controls);

        HostResult result = laboratory.Run("claims");

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        string[] lines = result.Output.Split('\n');
        Assert.That(lines[0], Does.Match("^  run +claim +verdict +expected +predicted +measured +source$"));
        Assert.That(lines[1], Does.Match(@"^  decay +end +supported +supported +0\.36787944117144233 +0\.36787944\d+ +Calculus$"));
        Assert.That(lines.Skip(1).TakeWhile(line => line.Length > 0), Has.Exactly(7).Items);
        Assert.That(result.Output, Does.Match("(?m)^  all +turned-true +refuted +refuted "));
        Assert.That(result.Output, Does.Match("(?m)^  all +elsewhere +not applicable +supported "));
        Assert.That(Directory.Exists(laboratory.PathOf("results")), Is.False);
    }

    [Test]
    public void Under_controls_vacuous_claims_are_errors_and_claims_without_a_control_are_named()
    {
        using Laboratory laboratory = new("Sensitive");
        laboratory.WriteManifest(Controls);

        HostResult result = laboratory.Run("claims", "--controls");

        Assert.That(result.ExitCode, Is.EqualTo(6), result.Errors);
        Assert.That(result.Output, Does.Contain("vacuous: all: survives survives its control: right-hand side times 2"));
        Assert.That(result.Output, Does.Contain("  under the control it is supported: measured 1, supported within [0, Infinity]\n"));
        Assert.That(result.Output, Does.Contain("vacuous: all: undefined survives its control: right-hand side times 3"));
        Assert.That(result.Output, Does.Contain("  under the control nothing could be measured, which refutes nothing\n"));
        Assert.That(result.Output, Does.Not.Contain("vacuous: all: refuted").And.Not.Contain("vacuous: all: turned-true").And.Not.Contain("vacuous: all: elsewhere"));
        Assert.That(result.Errors, Is.EqualTo("warning: all: uncontrolled has no control; name a mutation of the system that refutes it.\n"));
    }

    [Test]
    public void Claims_that_their_controls_refute_are_as_they_should_be()
    {
        using Laboratory laboratory = new("Sensitive");
        laboratory.WriteManifest(Decay);

        HostResult result = laboratory.Run("claims", "--controls");

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(result.Output, Does.Contain("  refuted (right-hand side times 2)  Calculus\n"));
    }

    [Test]
    public void A_run_that_its_control_breaks_refutes_nothing()
    {
        using Laboratory laboratory = new("Sensitive");
        laboratory.WriteManifest("""{ "name": "again", "experiment": "fails-again" }""");

        HostResult result = laboratory.Run("claims", "--controls");

        Assert.That(result.ExitCode, Is.EqualTo(6), result.Errors);
        Assert.That(result.Output, Does.Contain("  under the control the run did not finish: The experiment threw InvalidOperationException: It broke.\n"));
    }

    [Test]
    public void The_list_for_programs_says_of_each_claim_what_came_of_its_control()
    {
        using Laboratory laboratory = new("Sensitive");
        laboratory.WriteManifest(Decay, Controls);

        JsonElement json = JsonElement.Parse(laboratory.Run("claims", "--controls", "--json").Output);

        Assert.That(json.GetProperty("exitCode").GetInt32(), Is.EqualTo(6));
        Assert.That(json.GetProperty("runs")[0].GetProperty("claims")[0].GetProperty("control").GetProperty("verdict").GetString(), Is.EqualTo("refuted"));
        Assert.That(
            json.GetProperty("runs")[1].GetProperty("claims").EnumerateArray().Select(claim => claim.GetProperty("control").GetProperty("outcome").GetString()),
            Is.EqualTo(new[] { "turned", "turned", "survived", "not-measured", "missing", "not-applicable" }));
    }

    [Test]
    public void Runs_are_chosen_and_changed_as_by_run()
    {
        using Laboratory laboratory = new("Sensitive");
        laboratory.WriteManifest(Decay, Controls);

        HostResult result = laboratory.Run("claims", "--tag", "one", "--set", "decay.offset=0.1", "--integrator", "runge-kutta-4,step=0.1", "--json");

        JsonElement json = JsonElement.Parse(result.Output);
        Assert.That(result.ExitCode, Is.EqualTo(6), result.Errors);
        Assert.That(json.GetProperty("runs").GetArrayLength(), Is.EqualTo(1));
        JsonElement claim = json.GetProperty("runs")[0].GetProperty("claims")[0];
        Assert.That(claim.GetProperty("predicted").GetDouble(), Is.EqualTo(Math.Exp(-1) + 0.1).Within(1e-12));
        Assert.That(claim.GetProperty("measured").GetDouble(), Is.EqualTo(Math.Exp(-1)).Within(1e-5).And.Not.EqualTo(Math.Exp(-1)).Within(1e-8));
        Assert.That(claim.TryGetProperty("control", out _), Is.False);
    }

    [Test]
    public void A_claim_that_is_refuted_against_expectation_is_told_without_its_control_too()
    {
        using Laboratory laboratory = new("Sensitive");
        laboratory.WriteManifest("""{ "name": "wrong", "experiment": "decay", "parameters": { "offset": 0.5 } }""");

        HostResult result = laboratory.Run("claims");

        Assert.That(result.ExitCode, Is.EqualTo(6), result.Errors);
        Assert.That(result.Output, Does.Contain("unexpected: wrong: end is refuted, expected supported"));
    }

    [Test]
    public void A_manifest_that_is_wrong_is_told_before_anything_runs()
    {
        using Laboratory laboratory = new("Sensitive");
        laboratory.WriteManifest("""{ "name": "decay", "experiment": "dekay" }""");

        HostResult result = laboratory.Run("claims", "--controls");

        Assert.That(result.ExitCode, Is.EqualTo(3), result.Errors);
        Assert.That(result.Errors, Does.Contain("there is no experiment \"dekay\"; did you mean \"decay\"?"));
        Assert.That(result.Output, Is.Empty);
    }
}
