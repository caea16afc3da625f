namespace PluginLab.Host.Planning.Syntax;

/// <summary>Where something stands that a person wrote.</summary>
/// <param name="Source">The file, or the option of the command line.</param>
/// <param name="Line">Line of a file, counted from 1; 0 where there is none.</param>
/// <param name="Column">Column in characters (Unicode scalar values), counted from 1; 0 where there is none.</param>
/// <param name="Path">Which value, such as <c>$.runs[1].name</c>; empty where there is none.</param>
internal sealed record Place(string Source, int Line, int Column, string Path)
{
    /// <summary>An option of the command line.</summary>
    public static Place OfOption(string option) => new(option, 0, 0, "");

    /// <summary>The source with line and column, as editors and terminals know to open it.</summary>
    public string Where => Line == 0 ? Source : $"{Source}:{Line}:{Column}";
}

/// <summary>A value with where it stands.</summary>
internal sealed record Located<T>(T Value, Place Place);
