namespace PluginLab.FSharp

open System.IO
open System.Text
open PluginLab.Figures
open PluginLab.Rendering

module internal TextFile =
    let write (path: string) (text: string) =
        match Path.GetDirectoryName(Path.GetFullPath path) with
        | null -> ()
        | folder -> Directory.CreateDirectory folder |> ignore
        File.WriteAllText(path, text)

/// <summary>Drawing figures.</summary>
[<RequireQualifiedAccess>]
module Figure =
    /// <summary>Draws a figure as a standalone SVG document, with chosen options.</summary>
    /// <param name="options">Size on paper, theme, whether the title is drawn, and more.</param>
    /// <param name="figure">The figure.</param>
    /// <exception cref="T:PluginLab.Figures.FigureException">It cannot be drawn; the message names figure and mark.</exception>
    let toSvgWith (options: RenderOptions) (figure: Figure) : string =
        Encoding.UTF8.GetString(SvgRenderer().Render(figure, options).Content.Span)

    /// <summary>Draws a figure as a standalone SVG document.</summary>
    /// <param name="figure">The figure.</param>
    /// <exception cref="T:PluginLab.Figures.FigureException">It cannot be drawn; the message names figure and mark.</exception>
    let toSvg (figure: Figure) : string = toSvgWith (RenderOptions()) figure

    /// <summary>Writes a figure as an SVG file; folders that are missing are made.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="figure">The figure.</param>
    let save (path: string) (figure: Figure) : unit = TextFile.write path (toSvg figure)
