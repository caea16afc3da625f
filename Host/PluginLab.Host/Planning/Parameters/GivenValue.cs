using System.Text.Json;
using PluginLab.Experiments;
using PluginLab.Host.Planning.Syntax;

namespace PluginLab.Host.Planning.Parameters;

/// <summary>A value that a person gave for a parameter.</summary>
internal sealed record GivenValue
{
    private readonly Func<ParameterKind, JsonElement> read;

    private GivenValue(string name, Place namePlace, Place valuePlace, Func<ParameterKind, JsonElement> read) =>
        (Name, NamePlace, ValuePlace, this.read) = (name, namePlace, valuePlace, read);

    /// <summary>Name of the parameter, as it was given.</summary>
    public string Name { get; }

    /// <summary>Where the name stands.</summary>
    public Place NamePlace { get; }

    /// <summary>Where the value stands.</summary>
    public Place ValuePlace { get; }

    /// <summary>A value in a file.</summary>
    public static GivenValue Of(MemberSyntax member) =>
        new(member.Name, member.NamePlace, member.Value.Place, _ => JsonElement.Parse(member.Value.ToJson()));

    /// <summary>A value on the command line.</summary>
    public static GivenValue OfText(string name, string text, Place place) => new(name, place, place, kind => ParameterText.Read(kind, text));

    /// <summary>The value as JSON, read as a parameter of a kind reads it.</summary>
    public JsonElement Json(ParameterKind kind) => read(kind);
}

/// <summary>A choice of a component by id, or by a name that the manifest gave to one, with its options.</summary>
internal sealed record ComponentChoice(Located<string> Use, IReadOnlyList<GivenValue> Options);
