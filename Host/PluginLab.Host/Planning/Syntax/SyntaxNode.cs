using System.Text.Encodings.Web;
using System.Text.Json;

namespace PluginLab.Host.Planning.Syntax;

/// <summary>A value of a JSON file, with where it stands.</summary>
internal abstract record SyntaxNode(Place Place)
{
    /// <summary>What it is, in words.</summary>
    public abstract string Kind { get; }

    /// <summary>The value as JSON on one line, without comments; numbers as they were written.</summary>
    public abstract string ToJson();

    /// <summary>A text as JSON.</summary>
    public static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}

/// <summary>An object; of a repeated key the first member counts.</summary>
internal sealed record ObjectSyntax(Place Place, IReadOnlyList<MemberSyntax> Members) : SyntaxNode(Place)
{
    /// <inheritdoc/>
    public override string Kind => "an object";

    /// <inheritdoc/>
    public override string ToJson() => $"{{{string.Join(',', Members.Select(member => $"{Quote(member.Name)}:{member.Value.ToJson()}"))}}}";
}

/// <summary>A key with its value.</summary>
internal sealed record MemberSyntax(string Name, Place NamePlace, SyntaxNode Value);

/// <summary>A list.</summary>
internal sealed record ArraySyntax(Place Place, IReadOnlyList<SyntaxNode> Items) : SyntaxNode(Place)
{
    /// <inheritdoc/>
    public override string Kind => "a list";

    /// <inheritdoc/>
    public override string ToJson() => $"[{string.Join(',', Items.Select(item => item.ToJson()))}]";
}

/// <summary>A text, number, truth value or null.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="ValueKind">What it is.</param>
/// <param name="Text">The text, unescaped; of other kinds the characters of the file.</param>
internal sealed record ScalarSyntax(Place Place, JsonValueKind ValueKind, string Text) : SyntaxNode(Place)
{
    /// <inheritdoc/>
    public override string Kind => ValueKind switch
    {
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "a truth value",
    };

    /// <inheritdoc/>
    public override string ToJson() => ValueKind == JsonValueKind.String ? Quote(Text) : Text;
}
