using PluginLab.Host.Extensibility;
using PluginLab.Host.Planning;
using PluginLab.Host.Planning.Diagnoses;
using PluginLab.Host.Planning.Parameters;
using PluginLab.Host.Planning.Syntax;
using PluginLab.Host.Planning.Tables;

namespace PluginLab.Host.Tests.Planning;

public sealed class PlannerTests
{
    private const string Tuned = """
        {
          "version": 1,
          "integrators": { "fine": { "use": "dormand-prince-5", "relative-tolerance": 1e-12 } },
          "defaults": { "integrator": "fine", "seed": 7, "timeout": "2m" },
          "runs": [
            { "name": "by-default", "experiment": "sample" },
            { "name": "by-id", "experiment": "sample", "integrator": "runge-kutta-4", "seed": 5, "timeout": "90s" },
            { "name": "by-options", "experiment": "sample", "integrator": { "use": "runge-kutta-4", "relative-tolerance": 0.5 }, "tags": ["paper"] }
          ]
        }
        """;

    [TestCase("""{ "end-time": 1e999 }""", "$.runs[0].parameters.end-time: Parameter 'end-time' is 1e999; it must be a finite number above 0.", "PL1012")]
    [TestCase("""{ "hidden-width": 0 }""", "$.runs[0].parameters.hidden-width: Parameter 'hidden-width' is 0; it must be a whole number from 1 to 64.", "PL1012")]
    [TestCase("""{ "hidden-width": 2.5 }""", "$.runs[0].parameters.hidden-width: Parameter 'hidden-width' is 2.5; it must be a whole number from 1 to 64.", "PL1012")]
    [TestCase("{ \"targets\": [1, // one\n 200] }", "$.runs[0].parameters.targets: Parameter 'targets' is [1,200]; it must be a list of numbers, each a number from -100 to 100.", "PL1012")]
    [TestCase("""{ "coupling": [[1], [2, 3]] }""", "$.runs[0].parameters.coupling: Parameter 'coupling' is [[1],[2,3]]; it must be a list of rows of equal length, such as [[2,0],[0,1]].", "PL1012")]
    [TestCase("""{ "mode": "tide" }""", "$.runs[0].parameters.mode: Parameter 'mode' is \"tide\"; it must be one of free, tied.", "PL1012")]
    [TestCase("""{ "hidden-widht": 2 }""", "$.runs[0].parameters.hidden-widht: experiment \"sample\" has no parameter \"hidden-widht\"; did you mean \"hidden-width\"?", "PL1011")]
    [TestCase("""{ "end-time": 2 }""", "$.runs[0]: end-time must be at least hidden-width.", "PL1014")]
    [TestCase("""{ "data": "none.csv" }""", "$.runs[0].parameters.data: none.csv: there is no such file in the manifest's folder", "PL1012")]
    public void A_parameter_that_cannot_be_used_is_told_with_what_can(string parameters, string message, string code)
    {
        string error = Planned.WithParameters(parameters).Errors.Single();

        Assert.That(error, Does.EndWith(message));
        Assert.That(error, Does.Contain($": error {code}: "));
    }

    [Test]
    public void Each_fault_of_a_table_is_told_with_its_row_and_column()
    {
        Planned planned = Planned.WithParameters("""{ "data": "t.csv" }""", ("t.csv", "a,b\n1\n2,3\n4,5,6\n"));

        Assert.That(planned.Errors, Is.EqualTo(new[]
        {
            "experiments.json:1:91: error PL1012: $.runs[0].parameters.data: t.csv:2:1: the row has 1 cells; the first row names 2 columns",
            "experiments.json:1:91: error PL1012: $.runs[0].parameters.data: t.csv:4:5: the row has 3 cells; the first row names 2 columns",
        }));
    }

    [Test]
    public void A_parameter_that_must_be_given_is_missed()
    {
        Planned planned = Planned.From("""{ "version": 1, "runs": [{ "name": "a", "experiment": "demanding" }] }""");

        Assert.That(planned.Errors.Single(), Does.EndWith("$.runs[0]: experiment \"demanding\" needs parameter \"purpose\"; give it a text"));
    }

    [TestCase("\"dormand-prince\"", "there is no integrator \"dormand-prince\"; did you mean \"dormand-prince-5\"?")]
    [TestCase("{ \"use\": \"runge-kutta-4\", \"step\": 1 }", "integrator \"runge-kutta-4\" has no parameter \"step\"; it can be relative-tolerance")]
    [TestCase("{ \"use\": \"runge-kutta-4\", \"relative-tolerance\": 2 }", "Parameter 'relative-tolerance' is 2; it must be a number above 0 and up to 1.")]
    public void An_integrator_that_cannot_be_used_is_told(string integrator, string message)
    {
        Planned planned = Planned.From($$"""{ "version": 1, "runs": [{ "name": "a", "experiment": "sample", "integrator": {{integrator}} }] }""");

        Assert.That(planned.Errors.Single(), Does.EndWith(message));
    }

    [Test]
    public void A_faulty_default_is_told_once_however_many_runs_use_it()
    {
        Planned planned = Planned.From("""
            { "version": 1, "defaults": { "integrator": "none" },
              "runs": [{ "name": "a", "experiment": "sample" }, { "name": "b", "experiment": "sample" }] }
            """);

        Assert.That(planned.Errors, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_name_for_an_integrator_must_not_be_an_id()
    {
        Planned planned = Planned.From("""{ "version": 1, "integrators": { "runge-kutta-4": { "use": "dormand-prince-5" } }, "runs": [] }""");

        Assert.That(planned.Errors.Single(), Does.Contain("PL1009: $.integrators.runge-kutta-4: \"runge-kutta-4\" is the id of an integrator"));
    }

    [Test]
    public void Settings_of_a_run_are_stronger_than_defaults_and_the_command_line_is_strongest()
    {
        Planned plain = Planned.From(Tuned);
        Planned overridden = Planned.From(Tuned, new PlanOptions
        {
            Integrator = ParameterText.ReadComponent("dormand-prince-5,relative-tolerance=0.25", Place.OfOption("--integrator x")),
            Seed = 9,
            Timeout = TimeSpan.FromSeconds(1),
        });

        Assert.That(plain.Plan.Runs.Select(run => run.Integrator.Instance.Name), Is.EqualTo(new[] { "dormand-prince-5 1e-12", "runge-kutta-4 1e-9", "runge-kutta-4 0.5" }));
        Assert.That(plain.Plan.Runs.Select(run => run.Timeout!.Value.TotalSeconds), Is.EqualTo(new[] { 120, 90, 120 }));
        Assert.That(plain.Plan.Runs.Select(run => run.Seed), Is.EqualTo(new ulong[] { SeedSequence.Derive(7, "by-default"), 5, SeedSequence.Derive(7, "by-options") }));
        Assert.That(overridden.Plan.Runs.Select(run => run.Integrator.Instance.Name), Is.All.EqualTo("dormand-prince-5 0.25"));
        Assert.That(overridden.Plan.Runs.Select(run => run.Timeout), Is.All.EqualTo(TimeSpan.FromSeconds(1)));
        Assert.That(overridden.Plan.Runs[1].Seed, Is.EqualTo(SeedSequence.Derive(9, "by-id")));
    }

    [TestCase("targets", "2,1", "[2,1]")]
    [TestCase("targets", "[2, 1]", "[2,1]")]
    [TestCase("targets", "3", "[3]")]
    [TestCase("coupling", "2,1;0,3", "[[2,1],[0,3]]")]
    [TestCase("hidden-width", "8", "8")]
    [TestCase("mode", "tied", "\"tied\"")]
    [TestCase("label", "a, \"b\"", "\"a, \\\"b\\\"\"")]
    [TestCase("end-time", "1e3", "1000")]
    public void A_value_on_the_command_line_is_stronger_than_the_manifest_and_may_be_short(string parameter, string text, string json)
    {
        Planned planned = Planned.From(
            """{ "version": 1, "runs": [{ "name": "one", "experiment": "sample", "parameters": { "hidden-width": 4, "end-time": 100 } }] }""",
            new PlanOptions { Overrides = [Planned.Set("one", parameter, text)] });

        Assert.That(planned.Errors, Is.Empty);
        PlannedRun run = planned.Plan.Runs.Single();
        Assert.That(run.Parameters.Json(run.Parameters.Declared.Single(declared => declared.Name == parameter)), Is.EqualTo(json));
    }

    [TestCase("one", "hidden-width", "x", "--set one.hidden-width=x: error PL1012: Parameter 'hidden-width' is \"x\"; it must be a whole number from 1 to 64.")]
    [TestCase("one", "hiden-width", "2", "--set one.hiden-width=2: error PL1011: experiment \"sample\" has no parameter \"hiden-width\"; did you mean \"hidden-width\"?")]
    [TestCase("oen", "hidden-width", "2", "--set oen.hidden-width=2: error PL1015: there is no run \"oen\"; did you mean \"one\"?")]
    public void A_faulty_value_on_the_command_line_is_told_by_its_option(string run, string parameter, string value, string expected)
    {
        Planned planned = Planned.From(
            """{ "version": 1, "runs": [{ "name": "one", "experiment": "sample" }] }""", new PlanOptions { Overrides = [Planned.Set(run, parameter, value)] });

        Assert.That(planned.Errors, Is.EqualTo(new[] { expected }));
    }

    [Test]
    public void Patterns_and_tags_choose_runs_and_unknown_ones_are_told()
    {
        Planned filtered = Planned.From(Tuned, new PlanOptions { Filters = ["by-?d", "by-o*"] });
        Planned tagged = Planned.From(Tuned, new PlanOptions { Tags = ["paper"] });
        Planned unknown = Planned.From(Tuned, new PlanOptions { Filters = ["by-ids"], Tags = ["papper"] });

        Assert.That(filtered.Plan.Runs.Select(run => run.Name), Is.EqualTo(new[] { "by-id", "by-options" }));
        Assert.That(tagged.Plan.Runs.Select(run => run.Name), Is.EqualTo(new[] { "by-options" }));
        Assert.That(unknown.Errors, Is.EqualTo(new[]
        {
            "--filter by-ids: error PL1015: no run has such a name; did you mean \"by-id\"?",
            "--tag papper: error PL1015: no run has this tag; did you mean \"paper\"?",
        }));
    }

    [Test]
    public void A_seed_depends_on_root_and_name_alone()
    {
        // First eight bytes of the SHA-256 of [1,"diagonal"], shifted right by 11 bits: made with another implementation.
        Assert.That(SeedSequence.Derive(1, "diagonal"), Is.EqualTo(7872713042323116UL));
        Assert.That(SeedSequence.Derive(2, "diagonal"), Is.Not.EqualTo(SeedSequence.Derive(1, "diagonal")));
        Assert.That(SeedSequence.Derive(1, "degree"), Is.Not.EqualTo(SeedSequence.Derive(1, "diagonal")));
    }

    [Test]
    public void A_run_that_needs_an_unloaded_plugin_is_blocked_while_the_others_are_planned()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("m.json", """
            { "version": 1, "runs": [{ "name": "lost", "experiment": "elsewhere" }, { "name": "found", "experiment": "sample" }] }
            """);
        DiagnosisCollector diagnoses = new();
        PluginLoadReport partly = Samples.Report with { Diagnoses = [new Diagnosis("PL2001", "broken", "It does not load.", IsError: true)] };

        RunPlan plan = Planner.Plan(ManifestReader.Read(path, diagnoses), partly, new CsvTableReader(folder.Path), new PlanOptions(), diagnoses);

        Assert.That(diagnoses.Diagnoses, Is.Empty);
        Assert.That(plan.Runs.Single().Name, Is.EqualTo("found"));
        Assert.That(plan.Blocked.Single().Reason, Does.Contain("experiment \"elsewhere\""));
    }

    [Test]
    public void The_command_of_a_run_repeats_what_was_said_on_the_command_line()
    {
        Planned planned = Planned.From(Tuned, new PlanOptions
        {
            Overrides = [Planned.Set("by-id", "coupling", "2,1;0,3"), Planned.Set("by-default", "hidden-width", "2")],
            Seed = 3,
        });

        Assert.That(planned.Plan.Runs[1].Command, Is.EqualTo("pluginlab run experiments.json --filter by-id --set 'by-id.coupling=2,1;0,3' --seed 3"));
    }
}
