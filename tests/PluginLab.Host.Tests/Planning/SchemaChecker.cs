using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PluginLab.Host.Tests.Planning;

/// <summary>Checks values by the part of JSON Schema (2020-12) that our schema uses; a keyword that it does not know is an error.</summary>
internal sealed class SchemaChecker(string schema)
{
    private static readonly HashSet<string> Annotations = ["$schema", "$defs", "title", "description", "default", "then"];

    private readonly JsonObject root = JsonNode.Parse(schema)!.AsObject();

    /// <summary>What is wrong, as place and keyword.</summary>
    public IReadOnlyList<string> FindFaults(JsonNode? value) => [.. Find(root, value, "$")];

    private IEnumerable<string> Find(JsonObject rules, JsonNode? value, string place) =>
        rules.Where(rule => !Annotations.Contains(rule.Key)).SelectMany(rule => Find(rules, rule.Key, rule.Value!, value, place));

    private IEnumerable<string> Find(JsonObject rules, string keyword, JsonNode rule, JsonNode? value, string place) => keyword switch
    {
        "$ref" => Find(Resolve(rule.GetValue<string>()), value, place),
        "type" => Unless(IsOfType(rule.GetValue<string>(), value), keyword, place),
        "const" => Unless(JsonNode.DeepEquals(rule, value), keyword, place),
        "enum" => Unless(rule.AsArray().Any(choice => JsonNode.DeepEquals(choice, value)), keyword, place),
        "pattern" => Unless(value?.GetValueKind() != JsonValueKind.String || Regex.IsMatch(value.GetValue<string>(), rule.GetValue<string>()), keyword, place),
        "maxLength" => Unless(value?.GetValueKind() != JsonValueKind.String || value.GetValue<string>().Length <= Number(rule), keyword, place),
        "minimum" => Unless(value?.GetValueKind() != JsonValueKind.Number || Number(value) >= Number(rule), keyword, place),
        "maximum" => Unless(value?.GetValueKind() != JsonValueKind.Number || Number(value) <= Number(rule), keyword, place),
        "exclusiveMinimum" => Unless(value?.GetValueKind() != JsonValueKind.Number || Number(value) > Number(rule), keyword, place),
        "minItems" => Unless(value is not JsonArray array || array.Count >= Number(rule), keyword, place),
        "items" => value is JsonArray items ? items.SelectMany((item, i) => Find(rule.AsObject(), item, $"{place}[{i}]")) : [],
        "required" => value is JsonObject members ? rule.AsArray().Select(name => name!.GetValue<string>()).Where(name => !members.ContainsKey(name)).Select(name => $"{place}.{name}: required") : [],
        "properties" => Members(value).Where(member => rule.AsObject().ContainsKey(member.Key)).SelectMany(member => Find(rule[member.Key]!.AsObject(), member.Value, $"{place}.{member.Key}")),
        "propertyNames" => Members(value).SelectMany(member => Find(rule.AsObject(), JsonValue.Create(member.Key), $"{place}.{member.Key}")),
        "additionalProperties" => Members(value).Where(member => rules["properties"]?.AsObject().ContainsKey(member.Key) != true).SelectMany(member => rule is JsonObject other
            ? Find(other, member.Value, $"{place}.{member.Key}")
            : Unless(rule.GetValue<bool>(), "unexpected", $"{place}.{member.Key}")),
        "anyOf" => Unless(rule.AsArray().Any(choice => !Find(choice!.AsObject(), value, place).Any()), keyword, place),
        "allOf" => rule.AsArray().SelectMany(part => Find(part!.AsObject(), value, place)),
        "if" => Find(rule.AsObject(), value, place).Any() ? [] : Find(rules["then"]!.AsObject(), value, place),
        _ => throw new NotSupportedException($"This checker does not know '{keyword}'."),
    };

    private JsonObject Resolve(string reference) => reference.Split('/').Skip(1).Aggregate((JsonNode)root, (node, key) => node[key]!).AsObject();

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Members(JsonNode? value) => value as JsonObject ?? [];

    private static IEnumerable<string> Unless(bool isRight, string keyword, string place) => isRight ? [] : [$"{place}: {keyword}"];

    private static double Number(JsonNode node) => JsonSerializer.Deserialize<double>(node);

    private static bool IsOfType(string type, JsonNode? value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() == JsonValueKind.String,
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "number" => value?.GetValueKind() == JsonValueKind.Number,
        "integer" => value?.GetValueKind() == JsonValueKind.Number && double.IsInteger(Number(value)),
        _ => throw new NotSupportedException($"This checker does not know the type '{type}'."),
    };
}
