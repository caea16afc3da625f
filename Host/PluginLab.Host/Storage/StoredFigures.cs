using System.Text.Json;
using PluginLab.Host.Figures;
using PluginLab.Host.Planning;

namespace PluginLab.Host.Storage;

/// <summary>Reads the figures of a results folder, or of a folder of approved ones, which has the same form.</summary>
internal static class StoredFigures
{
    private const string RunsName = "runs";
    private const string FiguresName = "figures";

    /// <summary>All figures, ordered by run and id.</summary>
    /// <exception cref="ResultsFolderException">There is no such folder, it holds no figures, or a file is none.</exception>
    public static IReadOnlyList<FigureFiles> Read(string folder)
    {
        string runs = Path.Combine(folder, RunsName);
        if (!Directory.Exists(runs))
        {
            throw new ResultsFolderException(Directory.Exists(folder)
                ? $"'{folder}' is no folder of results: it holds no '{RunsName}'. Name what pluginlab run --out or pluginlab figures accept --to wrote."
                : $"There is no folder '{folder}'. Make it with pluginlab run --out {folder} or pluginlab figures accept --to {folder}, or name another.");
        }

        FigureFiles[] files = [.. Directory.GetDirectories(runs)
            .Where(run => NameRule.IsName(Path.GetFileName(run)) && Directory.Exists(Path.Combine(run, FiguresName)))
            .SelectMany(run => Directory.GetFiles(Path.Combine(run, FiguresName), $"*{StoredFigure.Extension}"))
            .Order(StringComparer.Ordinal)
            .Select(ReadOne)];
        return files.Length > 0 ? files : throw new ResultsFolderException(
            $"'{folder}' holds no figures ({RunsName}/NAME/{FiguresName}/ID{StoredFigure.Extension}); run again with this PluginLab to get them.");
    }

    /// <summary>Where the files of a figure lie, relative to the folder, with forward slashes and without extension.</summary>
    public static string PathOf(StoredFigure figure) => $"{RunsName}/{figure.Run}/{FiguresName}/{figure.Figure.Id}";

    /// <summary>Deletes the files of a figure, and the folders that are empty without them.</summary>
    public static void Delete(string folder, StoredFigure figure)
    {
        string path = Path.Combine(folder, PathOf(figure));
        File.Delete(path + StoredFigure.Extension);
        File.Delete($"{path}.svg");
        string figures = Path.GetDirectoryName(path)!;
        foreach (string emptied in new[] { figures, Path.GetDirectoryName(figures)! }.TakeWhile(parent => !Directory.EnumerateFileSystemEntries(parent).Any()))
        {
            Directory.Delete(emptied);
        }
    }

    private static FigureFiles ReadOne(string path)
    {
        byte[] content = File.ReadAllBytes(path);
        string id = Path.GetFileName(path)[..^StoredFigure.Extension.Length];
        string run = Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(path)!)!);
        try
        {
            StoredFigure figure = FigureJson.Read(content);
            if (figure.Run != run || figure.Figure.Id != id)
            {
                throw new JsonException($"it holds the figure '{figure.Name()}'; its place is that of '{run}/{id}'");
            }

            string drawing = path[..^StoredFigure.Extension.Length] + ".svg";
            return new FigureFiles(figure, content, File.Exists(drawing) ? File.ReadAllBytes(drawing) : null);
        }
        catch (JsonException exception)
        {
            throw new ResultsFolderException($"'{path}' cannot be read as a figure: {exception.Message.TrimEnd('.')}. Run again to write it anew.", exception);
        }
    }
}

/// <summary>The files of a figure.</summary>
/// <param name="Stored">What its model holds.</param>
/// <param name="Model">The bytes of the model.</param>
/// <param name="Drawing">The bytes of its SVG; null if another renderer drew it.</param>
internal sealed record FigureFiles(StoredFigure Stored, byte[] Model, byte[]? Drawing);
