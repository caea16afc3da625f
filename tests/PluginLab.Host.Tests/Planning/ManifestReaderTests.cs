using PluginLab.Host.Planning;
using PluginLab.Host.Planning.Diagnoses;

namespace PluginLab.Host.Tests.Planning;

public sealed class ManifestReaderTests
{
    private const string Run = """{ "name": "one", "experiment": "sample" }""";

    private static IEnumerable<TestCaseData> BadManifests()
    {
        yield return Case("unknown key", """{ "version": 1, "runs": [{ "name": "a", "experiment": "sample", "integratr": "x" }] }""",
            "experiments.json:1:65: error PL1004: $.runs[0].integratr: unknown key; did you mean \"integrator\"?");
        yield return Case("later key", """{ "version": 1, "runs": [{ "name": "a", "experiment": "sample", "sweep": {} }] }""",
            "experiments.json:1:65: error PL1005: $.runs[0].sweep: the key is not supported in this version; remove it");
        yield return Case("study of a system", """{ "version": 1, "runs": [{ "name": "a", "system": "monomial" }] }""",
            "experiments.json:1:41: error PL1005: $.runs[0].system: the key is not supported in this version; remove it");
        yield return Case("no object", "[]",
            "experiments.json:1:1: error PL1007: $: the value is a list; a manifest must be an object with \"version\" and \"runs\"");
        yield return Case("no version", $$"""{ "runs": [{{Run}}] }""",
            "experiments.json:1:1: error PL1006: $: the key \"version\" is missing; add it, such as \"version\": 1");
        yield return Case("other version", """{ "version": 2, "runs": [] }""",
            "experiments.json:1:14: error PL1007: $.version: the version is 2; this pluginlab reads version 1");
        yield return Case("no runs", """{ "version": 1 }""",
            "experiments.json:1:1: error PL1006: $: the key \"runs\" is missing; add it, such as \"runs\": []");
        yield return Case("runs of the wrong kind", """{ "version": 1, "runs": [3] }""",
            "experiments.json:1:26: error PL1007: $.runs[0]: the value is 3; it must be an object");
        yield return Case("no name", """{ "version": 1, "runs": [{ "experiment": "sample" }] }""",
            "experiments.json:1:26: error PL1006: $.runs[0]: the key \"name\" is missing; add it, such as \"name\": \"first\"");
        yield return Case("no experiment", """{ "version": 1, "runs": [{ "name": "a" }] }""",
            "experiments.json:1:26: error PL1006: $.runs[0]: the key \"experiment\" is missing; add it, such as \"experiment\": \"diagonal-case\"");
        yield return Case("name with slash", """{ "version": 1, "runs": [{ "name": "a/b", "experiment": "sample" }] }""",
            "experiments.json:1:36: error PL1008: $.runs[0].name: the name \"a/b\" must consist of a-z, 0-9 and -, and begin with a letter or a digit");
        yield return Case("name that climbs", """{ "version": 1, "runs": [{ "name": "..", "experiment": "sample" }] }""",
            "experiments.json:1:36: error PL1008: $.runs[0].name: the name \"..\" must consist of a-z, 0-9 and -, and begin with a letter or a digit");
        yield return Case("name of a device", """{ "version": 1, "runs": [{ "name": "con", "experiment": "sample" }] }""",
            "experiments.json:1:36: error PL1008: $.runs[0].name: the name \"con\" means a device on Windows; choose another");
        yield return Case("duplicate name", $$"""{ "version": 1, "runs": [{{Run}}, {{Run}}] }""",
            "experiments.json:1:79: error PL1009: $.runs[1].name: the name \"one\" is taken by the run at experiments.json:1:36; names become folders, so each must be its own");
        yield return Case("seed", """{ "version": 1, "defaults": { "seed": -1 }, "runs": [] }""",
            "experiments.json:1:39: error PL1007: $.defaults.seed: the value is -1; it must be a whole number from 0 to 9007199254740991");
        yield return Case("infinite seed", """{ "version": 1, "defaults": { "seed": 1e999 }, "runs": [] }""",
            "experiments.json:1:39: error PL1007: $.defaults.seed: the value is 1e999; it must be a whole number from 0 to 9007199254740991");
        yield return Case("timeout", """{ "version": 1, "defaults": { "timeout": "2 minutes" }, "runs": [] }""",
            "experiments.json:1:42: error PL1007: $.defaults.timeout: the value is \"2 minutes\"; it must be a time such as \"90s\", \"2m\" or \"1.5h\"");
        yield return Case("width of figures", """{ "version": 1, "defaults": { "style": { "width-mm": 5 } }, "runs": [] }""",
            "experiments.json:1:54: error PL1007: $.defaults.style.width-mm: the value is 5; it must be a number from 10 to 1000");
        yield return Case("font of figures", """{ "version": 1, "defaults": { "style": { "font-size-pt": "8" } }, "runs": [] }""",
            "experiments.json:1:58: error PL1007: $.defaults.style.font-size-pt: the value is \"8\"; it must be a number from 3 to 40");
        yield return Case("theme of figures", """{ "version": 1, "defaults": { "style": { "theme": "blue" } }, "runs": [] }""",
            "experiments.json:1:51: error PL1007: $.defaults.style.theme: the value is \"blue\"; it must be \"automatic\", \"light\" or \"dark\"");
        yield return Case("title of figures", """{ "version": 1, "defaults": { "style": { "title": 0 } }, "runs": [] }""",
            "experiments.json:1:51: error PL1007: $.defaults.style.title: the value is 0; it must be true or false");
        yield return Case("unknown key of a style", """{ "version": 1, "defaults": { "style": { "them": 0 } }, "runs": [] }""",
            "experiments.json:1:42: error PL1004: $.defaults.style.them: unknown key; did you mean \"theme\"?");
        yield return Case("unknown default", """{ "version": 1, "defaults": { "sed": 1 }, "runs": [] }""",
            "experiments.json:1:31: error PL1004: $.defaults.sed: unknown key; did you mean \"seed\"?");
        yield return Case("integrator without use", """{ "version": 1, "integrators": { "fine": {} }, "runs": [] }""",
            "experiments.json:1:42: error PL1006: $.integrators.fine: the key \"use\" is missing; add it, such as \"use\": \"dormand-prince-5\"");
        yield return Case("integrator of the wrong kind", """{ "version": 1, "runs": [{ "name": "a", "experiment": "sample", "integrator": 5 }] }""",
            "experiments.json:1:79: error PL1007: $.runs[0].integrator: the value is 5; it must be a text");
        yield return Case("tags", """{ "version": 1, "runs": [{ "name": "a", "experiment": "sample", "tags": ["x", 1] }] }""",
            "experiments.json:1:79: error PL1007: $.runs[0].tags[1]: the value is 1; it must be a text");
        static TestCaseData Case(string name, string json, string expected) => new TestCaseData(json, expected).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(BadManifests))]
    public void What_is_wrong_is_told_with_its_place_and_a_remedy(string json, string expected)
    {
        Assert.That(Planned.From(json).Errors, Is.EqualTo(new[] { expected }));
    }

    [Test]
    public void Everything_that_is_wrong_is_told_at_once_in_the_order_of_the_file()
    {
        Planned planned = Planned.From("""
            {
              "version": 1,
              "colour": 1,
              "runs": [
                { "name": "A", "experiment": "sampel" },
                { "name": "b", "experiment": "sample", "parameters": { "end-time": -1, "widht": 2 } },
                { "name": "b", "experiment": "sample", "integrator": "runge-kuta-4" }
              ]
            }
            """);

        Assert.That(planned.Errors.Select(line => line[..line.IndexOf(": $", StringComparison.Ordinal)]), Is.EqualTo(new[]
        {
            "experiments.json:3:3: error PL1004",
            "experiments.json:5:15: error PL1008",
            "experiments.json:5:34: error PL1010",
            "experiments.json:6:72: error PL1012",
            "experiments.json:6:76: error PL1011",
            "experiments.json:7:15: error PL1009",
            "experiments.json:7:58: error PL1010",
        }));
    }

    [Test]
    public void A_missing_manifest_is_told_by_its_name()
    {
        DiagnosisCollector diagnoses = new();

        ManifestReader.Read("nowhere/experiments.json", diagnoses);

        Assert.That(diagnoses.Diagnoses.Single().ToString(), Is.EqualTo(
            "nowhere/experiments.json: error PL1001: there is no such file; name a manifest, or run where an experiments.json lies"));
    }

    [Test]
    public void Comments_and_trailing_commas_are_allowed()
    {
        Planned planned = Planned.From($$"""
            // A comment
            { "version": 1, /* and another */ "runs": [{{Run}},], }
            """);

        Assert.That(planned.Errors, Is.Empty);
        Assert.That(planned.Plan.Runs.Single().Name, Is.EqualTo("one"));
    }
}
