using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using PluginLab.Host.Planning.Diagnoses;
using PluginLab.Host.Planning.Syntax;

namespace PluginLab.Host.Planning;

/// <summary>Reads the keys of one object of a manifest; every key that was not asked for is an error.</summary>
internal sealed partial class ObjectReader(ObjectSyntax node, DiagnosisCollector diagnoses)
{
    /// <summary>The largest seed: every reader of JSON keeps it exactly.</summary>
    public const ulong LargestSeed = (1UL << 53) - 1;

    private readonly List<string> known = [];
    private readonly List<string> unsupported = [];

    /// <summary>The value of a key; null if it is not there.</summary>
    public SyntaxNode? Value(string key)
    {
        known.Add(key);
        return node.Members.FirstOrDefault(member => member.Name == key)?.Value;
    }

    /// <summary>A text that is not empty.</summary>
    public Located<string>? Text(string key) => Value(key) is { } value ? AsText(value) : null;

    /// <summary>A list of texts; empty if the key is not there.</summary>
    public IReadOnlyList<Located<string>> Texts(string key) => [.. Items(key, "a list of texts").Select(AsText).OfType<Located<string>>()];

    /// <summary>A list; empty if the key is not there.</summary>
    public IReadOnlyList<SyntaxNode> Items(string key, string expected) => Value(key) switch
    {
        null => [],
        ArraySyntax array => array.Items,
        { } other => Reject<SyntaxNode[]>(other, expected) ?? [],
    };

    /// <summary>An object; null if the key is not there.</summary>
    public ObjectSyntax? Object(string key) => Value(key) is { } value ? AsObject(value) : null;

    /// <summary>A value that must be an object.</summary>
    public ObjectSyntax? AsObject(SyntaxNode value) => value as ObjectSyntax ?? Reject<ObjectSyntax>(value, "an object");

    /// <summary>A value that must be a text and not empty.</summary>
    public Located<string>? AsText(SyntaxNode value) => value is ScalarSyntax { ValueKind: JsonValueKind.String, Text.Length: > 0 } text
        ? new(text.Text, text.Place)
        : Reject<Located<string>>(value, "a text");

    /// <summary>A whole number from 0 to 2⁵³ − 1, which every reader of JSON keeps exactly.</summary>
    public ulong? Seed(string key)
    {
        SyntaxNode? value = Value(key);
        if (value is null)
        {
            return null;
        }

        bool isSeed = ulong.TryParse(value.ToJson(), NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed) && seed <= LargestSeed;
        if (!isSeed)
        {
            Reject<object>(value, $"a whole number from 0 to {LargestSeed}");
        }

        return isSeed ? seed : null;
    }

    /// <summary>A time such as <c>90s</c>, <c>2m</c> or <c>1.5h</c>.</summary>
    public TimeSpan? Duration(string key)
    {
        SyntaxNode? value = Value(key);
        TimeSpan? duration = value is ScalarSyntax { ValueKind: JsonValueKind.String } text ? ParseDuration(text.Text) : null;
        if (value is not null && duration is null)
        {
            Reject<object>(value, DurationForm);
        }

        return duration;
    }

    /// <summary>Declares keys that have a meaning in other versions only.</summary>
    public void NotSupported(params IEnumerable<string> keys) => unsupported.AddRange(keys);

    /// <summary>Reports a key that must be there and is not.</summary>
    public void Require(string key, string example)
    {
        if (node.Members.All(member => member.Name != key))
        {
            diagnoses.Error(ErrorCode.MissingKey, node.Place, $"the key \"{key}\" is missing; add it, such as {example}");
        }
    }

    /// <summary>Reports the keys that were not asked for.</summary>
    public void Finish()
    {
        foreach (MemberSyntax member in node.Members.Where(member => !known.Contains(member.Name)))
        {
            if (unsupported.Contains(member.Name))
            {
                diagnoses.Error(ErrorCode.UnsupportedKey, member.NamePlace, "the key is not supported in this version; remove it");
            }
            else
            {
                diagnoses.Error(ErrorCode.UnknownKey, member.NamePlace, $"unknown key; {Spelling.Suggest(member.Name, known)}");
            }
        }
    }

    /// <summary>What a time looks like, in words.</summary>
    public const string DurationForm = "a time such as \"90s\", \"2m\" or \"1.5h\"";

    /// <summary>Reads a time; null if it is none.</summary>
    public static TimeSpan? ParseDuration(string text)
    {
        Match match = DurationText().Match(text);
        if (!match.Success)
        {
            return null;
        }

        double count = double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        double seconds = match.Groups[2].Value switch { "ms" => 0.001, "s" => 1, "m" => 60, _ => 3600 };
        double total = count * seconds;
        return total is > 0 and < int.MaxValue / 1000 ? TimeSpan.FromSeconds(total) : null;
    }

    private T? Reject<T>(SyntaxNode value, string expected)
        where T : class
    {
        string found = value is ScalarSyntax ? value.ToJson() : value.Kind;
        diagnoses.Error(ErrorCode.InvalidValue, value.Place, $"the value is {found}; it must be {expected}");
        return null;
    }

    [GeneratedRegex(@"^([0-9]+(?:\.[0-9]+)?)(ms|s|m|h)$")]
    private static partial Regex DurationText();
}
