using System.Text.Json.Nodes;
using PluginLab.Experiments;
using PluginLab.Rendering.Reports;

namespace PluginLab.Host.Planning;

/// <summary>Describes parameters in JSON Schema.</summary>
internal static class ParameterSchema
{
    /// <summary>An object with a value for each of the parameters.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="use">The id that a key <c>use</c> must have; null for no such key.</param>
    public static JsonObject OfAll(IReadOnlyList<Parameter> parameters, string? use = null)
    {
        JsonObject properties = [];
        JsonArray required = [];
        if (use is not null)
        {
            properties.Add("use", new JsonObject { ["const"] = use });
            required.Add("use");
        }

        foreach (Parameter parameter in parameters)
        {
            properties.Add(parameter.Name, Of(parameter));
            if (parameter.DefaultJson is null)
            {
                required.Add(parameter.Name);
            }
        }

        return new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = required, ["additionalProperties"] = false };
    }

    /// <summary>The values of one parameter.</summary>
    public static JsonObject Of(Parameter parameter)
    {
        JsonObject schema = new() { ["description"] = Sentence(parameter) };
        foreach ((string key, JsonNode? value) in Values(parameter))
        {
            schema.Add(key, value?.DeepClone());
        }

        if (parameter.DefaultJson is { } json)
        {
            schema.Add("default", JsonNode.Parse(json));
        }

        return schema;
    }

    private static string Sentence(Parameter parameter) => $"{TolerantText.ToPlainText(parameter.Description).TrimEnd('.')}. It must be {parameter.Admissible}.";

    private static JsonObject Values(Parameter parameter) => parameter.Kind switch
    {
        ParameterKind.WholeNumber => Number("integer", parameter),
        ParameterKind.Real => Number("number", parameter),
        ParameterKind.WholeNumbers => List(Number("integer", parameter), isEmptyAllowed: false),
        ParameterKind.Reals => List(Number("number", parameter), isEmptyAllowed: false),
        ParameterKind.Texts => List(new JsonObject { ["type"] = "string" }, isEmptyAllowed: true),
        ParameterKind.Choice => new JsonObject { ["enum"] = new JsonArray([.. parameter.Choices.Select(choice => (JsonNode)choice)]) },
        ParameterKind.Flag => new JsonObject { ["type"] = "boolean" },
        ParameterKind.Matrix => List(List(new JsonObject { ["type"] = "number" }, isEmptyAllowed: false), isEmptyAllowed: false),
        _ => new JsonObject { ["type"] = "string" },
    };

    private static JsonObject Number(string type, Parameter parameter)
    {
        JsonObject schema = new() { ["type"] = type };
        if (parameter.Minimum is { } minimum)
        {
            schema.Add(parameter.IsMinimumExcluded ? "exclusiveMinimum" : "minimum", JsonNode.Parse(NumberText.Of(minimum)));
        }

        if (parameter.Maximum is { } maximum)
        {
            schema.Add("maximum", JsonNode.Parse(NumberText.Of(maximum)));
        }

        return schema;
    }

    private static JsonObject List(JsonObject items, bool isEmptyAllowed)
    {
        JsonObject schema = new() { ["type"] = "array", ["items"] = items };
        if (!isEmptyAllowed)
        {
            schema.Add("minItems", 1);
        }

        return schema;
    }
}
