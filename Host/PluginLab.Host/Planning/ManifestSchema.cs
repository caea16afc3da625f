using System.Text.Json.Nodes;
using PluginLab.Extensibility;
using PluginLab.Host.Extensibility;
using PluginLab.Host.Planning.Styles;

namespace PluginLab.Host.Planning;

/// <summary>Describes manifests in JSON Schema (2020-12), so that editors complete and check them as the host does.</summary>
internal static class ManifestSchema
{
    private const string NamePattern = "^[a-z0-9][a-z0-9-]*$";
    private const string DurationPattern = @"^[0-9]+(\.[0-9]+)?(ms|s|m|h)$";

    /// <summary>The schema of manifests that use what the plugins offer.</summary>
    public static JsonObject Create(ComponentRegistry registry) => new()
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["title"] = "PluginLab manifest",
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["$schema"] = Typed("string", "This schema."),
            ["version"] = new JsonObject { ["const"] = 1 },
            ["plugins"] = ListOf(Typed("string", "A folder, relative to this file."), "Folders with plugins besides the bundled ones and lab-plugins."),
            ["integrators"] = new JsonObject
            {
                ["description"] = "Integrators that runs may use by name.",
                ["type"] = "object",
                ["propertyNames"] = new JsonObject { ["pattern"] = NamePattern },
                ["additionalProperties"] = Reference("integrator"),
            },
            ["defaults"] = ObjectOf(Settings(), "What holds for runs that do not say otherwise.", []),
            ["runs"] = ListOf(Run(registry), "The runs."),
        },
        ["required"] = new JsonArray("version", "runs"),
        ["additionalProperties"] = false,
        ["$defs"] = Definitions(registry),
    };

    private static JsonObject Definitions(ComponentRegistry registry)
    {
        JsonObject definitions = new() { ["integrator"] = Choice(registry.Integrators), ["renderer"] = Choice(registry.Renderers) };
        foreach (Registered<Experiments.IExperiment> experiment in registry.Experiments)
        {
            definitions.Add($"parameters-of-{experiment.Id}", ParameterSchema.OfAll(experiment.Component.Info.Parameters));
        }

        return definitions;
    }

    private static JsonObject Choice<T>(IReadOnlyList<Registered<Component<T>>> components) => new()
    {
        ["anyOf"] = new JsonArray([
            new JsonObject { ["enum"] = Texts(components.Select(component => component.Id)) },
            new JsonObject { ["type"] = "string", ["pattern"] = NamePattern, ["description"] = "A name given in this manifest." },
            .. components.Select(component => ParameterSchema.OfAll(component.Component.Parameters, component.Id))]),
    };

    private static JsonObject Run(ComponentRegistry registry)
    {
        JsonObject properties = new()
        {
            ["name"] = new JsonObject { ["type"] = "string", ["pattern"] = NamePattern, ["maxLength"] = 100, ["description"] = "Name of the run and of its folder." },
            ["experiment"] = new JsonObject { ["enum"] = Texts(registry.Experiments.Select(experiment => experiment.Id)) },
            ["tags"] = ListOf(Typed("string", "A word to choose runs by."), "Words to choose runs by."),
            ["parameters"] = Typed("object", "Parameters of the experiment."),
        };
        foreach ((string key, JsonNode? value) in Settings())
        {
            properties.Add(key, value?.DeepClone());
        }

        JsonObject run = ObjectOf(properties, "A run of an experiment.", ["name", "experiment"]);
        run.Add("allOf", new JsonArray([.. registry.Experiments.Select(experiment => (JsonNode)ParametersOf(experiment.Id))]));
        return run;
    }

    private static JsonObject ParametersOf(string experiment) => new()
    {
        ["if"] = new JsonObject { ["properties"] = new JsonObject { ["experiment"] = new JsonObject { ["const"] = experiment } } },
        ["then"] = new JsonObject { ["properties"] = new JsonObject { ["parameters"] = Reference($"parameters-of-{experiment}") } },
    };

    private static JsonObject Settings() => new()
    {
        ["integrator"] = Reference("integrator"),
        ["renderer"] = Reference("renderer"),
        ["seed"] = new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = ObjectReader.LargestSeed },
        ["style"] = StyleSchema.Create(),
        ["timeout"] = new JsonObject { ["type"] = "string", ["pattern"] = DurationPattern, ["description"] = "The longest time that a run may take." },
    };

    private static JsonObject ObjectOf(JsonObject properties, string description, IEnumerable<string> required) => new()
    {
        ["description"] = description,
        ["type"] = "object",
        ["properties"] = properties,
        ["required"] = Texts(required),
        ["additionalProperties"] = false,
    };

    private static JsonObject ListOf(JsonObject items, string description) => new() { ["description"] = description, ["type"] = "array", ["items"] = items };

    private static JsonObject Typed(string type, string description) => new() { ["type"] = type, ["description"] = description };

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/$defs/{name}" };

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];
}
