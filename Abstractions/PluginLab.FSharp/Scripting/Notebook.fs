namespace PluginLab.FSharp.Notebook

open System
open System.IO

/// <summary>Something that a notebook shows as HTML.</summary>
type IHtml =
    /// <summary>An HTML fragment.</summary>
    abstract ToHtml: unit -> string

/// <summary>Formats for .NET Interactive, which finds this class by the attribute below and calls its members by name.</summary>
[<Sealed>]
type HtmlFormatter() =
    /// <summary>What is written.</summary>
    member _.MimeType = "text/html"

    /// <summary>Writes a value.</summary>
    /// <returns>Whether it was one that has HTML.</returns>
    member _.Format(instance: obj, writer: TextWriter) =
        match instance with
        | :? IHtml as shown ->
            writer.Write(shown.ToHtml())
            true
        | _ -> false

/// <summary>The formatters of a type.</summary>
[<Sealed>]
type HtmlFormatterSource() =
    /// <summary>One, for HTML.</summary>
    member _.CreateTypeFormatters() : obj seq = [ HtmlFormatter() ]

/// <summary>Names the formatters of a type. .NET Interactive goes by the attribute's name, so that no package of it is needed.</summary>
[<AttributeUsage(AttributeTargets.Class); Sealed; AllowNullLiteral>]
type TypeFormatterSourceAttribute(formatterSourceType: Type) =
    inherit Attribute()
    /// <summary>The class that creates the formatters.</summary>
    member _.FormatterSourceType = formatterSourceType
    /// <summary>What a notebook asks for first.</summary>
    member val PreferredMimeTypes: string array = [| "text/html" |] with get, set
