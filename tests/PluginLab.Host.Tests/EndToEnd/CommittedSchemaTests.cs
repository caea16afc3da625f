using System.Text.Json;
using System.Text.Json.Nodes;
using PluginLab.Host.Tests.Extensibility;
using PluginLab.Host.Tests.Planning;

namespace PluginLab.Host.Tests.EndToEnd;

/// <summary>The schema at the root of the repository, by which editors complete and check manifests.</summary>
public sealed class CommittedSchemaTests
{
    private static readonly JsonDocumentOptions AsManifests = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static SchemaChecker Schema => new(File.ReadAllText(Built.InRepository("experiments.schema.json")));

    [Test]
    public void It_is_what_the_host_writes()
    {
        using TemporaryFolder folder = new();

        string written = Simulation.Pluginlab.Run(folder.Path, "schema").Output;

        Assert.That(File.ReadAllText(Built.InRepository("experiments.schema.json")), Is.EqualTo(written), "Write it anew: pluginlab schema > experiments.schema.json");
    }

    [Test]
    public void The_default_manifest_satisfies_it() => Assert.That(Schema.FindFaults(DefaultManifest()), Is.Empty);

    [TestCase("$.runs[0].seeds", "unexpected", """{ "seeds": 1 }""")]
    [TestCase("$.runs[0].seed", "minimum", """{ "seed": -1 }""")]
    [TestCase("$.runs[0].timeout", "pattern", """{ "timeout": "soon" }""")]
    [TestCase("$.runs[0].experiment", "enum", """{ "experiment": "diagonal" }""")]
    [TestCase("$.runs[0].parameters.hidden-width", "minimum", """{ "parameters": { "hidden-width": 0 } }""")]
    [TestCase("$.runs[0].parameters.hidden-width", "type", """{ "parameters": { "hidden-width": 2.5 } }""")]
    [TestCase("$.runs[0].parameters.singular-values", "minItems", """{ "parameters": { "singular-values": [] } }""")]
    [TestCase("$.runs[0].parameters.degrees", "unexpected", """{ "parameters": { "degrees": [2] } }""")]
    [TestCase("$.runs[0].integrator", "anyOf", """{ "integrator": { "use": "runge-kutta-4", "steps": 0.1 } }""")]
    [TestCase("$.runs[0].name", "pattern", """{ "name": "a/b" }""")]
    public void It_finds_what_the_host_finds_too(string place, string rule, string changes)
    {
        JsonObject manifest = DefaultManifest();
        foreach ((string key, JsonNode? value) in JsonNode.Parse(changes)!.AsObject())
        {
            manifest["runs"]![0]![key] = value?.DeepClone();
        }

        using Laboratory laboratory = new();
        laboratory.Write("experiments.json", $$"""{ "version": 1, "runs": [{{manifest["runs"]![0]!.ToJsonString()}}] }""");

        Assert.That(Schema.FindFaults(manifest), Does.Contain($"{place}: {rule}"));
        Assert.That(laboratory.Run("validate").ExitCode, Is.EqualTo(3));
    }

    private static JsonObject DefaultManifest() =>
        JsonNode.Parse(File.ReadAllText(Built.InRepository("experiments.json")), documentOptions: AsManifests)!.AsObject();
}
