using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using PluginLab.Figures;
using PluginLab.Rendering;

namespace PluginLab.Documentation.Tests.FigureGallery;

/// <summary>docs/gallery.md with its drawings, from the template and the figures of the examples.</summary>
internal sealed partial class GalleryPage
{
    private readonly string template = File.ReadAllText(Built.RepositoryFile("docs/gallery.template.md"));

    /// <summary>The figures of the examples in both languages.</summary>
    public IReadOnlyList<Figure> Figures { get; } = [.. Gallery.Figures.Concat(FSharpFigures.all).Select(create => create())];

    /// <summary>Ids of the figures that the template asks for, in order.</summary>
    public IReadOnlyList<string> Placed => [.. Place().Matches(template).Select(match => match.Groups["id"].Value)];

    /// <summary>The files by their paths in the repository.</summary>
    public IReadOnlyDictionary<string, byte[]> Create()
    {
        SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);
        StringBuilder hashes = new();
        foreach (Figure figure in Figures.OrderBy(figure => figure.Id, StringComparer.Ordinal))
        {
            byte[] drawing = new SvgRenderer().Render(figure, new RenderOptions()).Content.ToArray();
            files[$"docs/gallery/{figure.Id}.svg"] = drawing;
            hashes.Append($"{Convert.ToHexStringLower(SHA256.HashData(drawing))}  {figure.Id}.svg\n");
        }

        files["docs/gallery/sha256.txt"] = Encoding.UTF8.GetBytes(hashes.ToString());
        files["docs/gallery.md"] = Encoding.UTF8.GetBytes(Place().Replace(template, match => Entry(match.Groups["id"].Value, match.Groups["path"].Value)));
        return files;
    }

    private string Entry(string id, string path)
    {
        Figure figure = Figures.Single(candidate => candidate.Id == id);
        string language = path.EndsWith(".fs", StringComparison.Ordinal) ? "fsharp" : "csharp";
        return $"![{figure.AltText}](gallery/{id}.svg)\n\n*{RichText.Parse(figure.Title).ToPlainText()}.* {figure.Caption}\n\n<!-- snippet: {path} -->\n```{language}\n{File.ReadAllText(Built.RepositoryFile(path))}```\n";
    }

    [GeneratedRegex(@"^<!-- figure: (?<id>\S+) (?<path>\S+) -->\n", RegexOptions.Multiline)]
    private static partial Regex Place();
}
