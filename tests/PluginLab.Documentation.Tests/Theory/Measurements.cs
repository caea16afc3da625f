using System.Text.Json;

namespace PluginLab.Documentation.Tests.Theory;

/// <summary>What the default manifest measures.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pluginlab-theory-");

    /// <summary>Runs the default manifest; every verdict must be the expected one.</summary>
    public Measurements()
    {
        (int exitCode, string output) = Tool.Start(folder.FullName, Built.Host, "run", Built.RepositoryFile("experiments.json"), "--out", folder.FullName);
        Assert.That(exitCode, Is.Zero, output);
        JsonDocumentOptions options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        using var manifest = JsonDocument.Parse(File.ReadAllText(Built.RepositoryFile("experiments.json")), options);
        RunNames = [.. manifest.RootElement.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("name").GetString()!)];
        Claims = [.. RunNames.SelectMany(ReadClaims).GroupBy(claim => (claim.Experiment, claim.Id)).Select(same => same.FirstOrDefault(claim => claim.NotApplicable is null) ?? same.First())];
    }

    /// <summary>The runs in the order of the manifest.</summary>
    public IReadOnlyList<string> RunNames { get; }

    /// <summary>Each claim of each experiment once, from the first run that it speaks of.</summary>
    public IReadOnlyList<MeasuredClaim> Claims { get; }

    /// <summary>A file of the results.</summary>
    public string ResultFile(string path) => Path.Combine(folder.FullName, path);

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);

    private IReadOnlyList<MeasuredClaim> ReadClaims(string run)
    {
        using var report = JsonDocument.Parse(File.ReadAllText(ResultFile(Path.Combine("runs", run, "report.json"))));
        return [.. MeasuredClaim.ReadAll(report.RootElement)];
    }
}
