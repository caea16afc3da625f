using PluginLab.Figures;
using PluginLab.Host.Cli;
using PluginLab.Host.Figures;
using PluginLab.Rendering;

namespace PluginLab.Host.Tests.Figures;

/// <summary>A folder with results of a few figures, and the command line to work on them.</summary>
internal sealed class StoredSamples : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>Where a file or folder lies.</summary>
    public string PathOf(params string[] parts) => Path.Combine([folder.Path, .. parts]);

    /// <summary>Stores a figure as a run does.</summary>
    public void Store(string results, string run, Figure figure)
    {
        StoredFigure stored = new() { Run = run, Metadata = new Dictionary<string, string> { ["run"] = run }, Figure = figure };
        string path = Path.Combine(results, "runs", run, "figures", figure.Id);
        folder.Write($"{path}.figure.json", System.Text.Encoding.UTF8.GetString(FigureJson.Write(stored)));
        RenderedFigure drawing = new SvgRenderer().Render(figure, new RenderOptions { IdPrefix = run, Metadata = stored.Metadata });
        folder.Write($"{path}.svg", System.Text.Encoding.UTF8.GetString(drawing.Content.Span));
    }

    /// <summary>Writes a file.</summary>
    public void Write(string name, string text) => folder.Write(name, text);

    /// <summary>The text of a file.</summary>
    public string Read(params string[] parts) => File.ReadAllText(PathOf(parts));

    /// <summary>The files below a folder, with forward slashes.</summary>
    public IEnumerable<string> FilesIn(string name) =>
        Directory.EnumerateFiles(PathOf(name), "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(PathOf(name), path).Replace('\\', '/'));

    /// <summary>Runs a command line in this process; a word that begins with a slash is a path in the folder.</summary>
    public (int ExitCode, string Output, string Errors) Run(params string[] arguments)
    {
        using StringWriter output = new();
        using StringWriter errors = new();
        int code = CommandLine.Invoke([.. arguments.Select(word => word.StartsWith('/') ? PathOf(word[1..]) : word)], new Terminal(output, errors));
        return (code, output.ToString(), errors.ToString());
    }

    public void Dispose() => folder.Dispose();
}
