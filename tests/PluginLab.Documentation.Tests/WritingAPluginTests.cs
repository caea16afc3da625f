using System.Text.Json;

namespace PluginLab.Documentation.Tests;

/// <summary>What docs/writing-a-plugin.md tells an author to do works, from an empty folder on.</summary>
public sealed class WritingAPluginTests
{
    private static Page Guide { get; } = new("docs/writing-a-plugin.md");

    [Test]
    public void Every_snippet_is_the_file_that_is_built()
    {
        foreach (Snippet snippet in Guide.Snippets)
        {
            Assert.That(snippet.Code, Is.EqualTo(snippet.File), snippet.Path);
        }
    }

    [Test]
    public void All_code_is_a_snippet_of_a_file() =>
        Assert.That(Guide.Snippets, Has.Count.EqualTo(Guide.Fenced("csharp").Count + Guide.Fenced("fsharp").Count));

    [Test]
    public void Every_linked_file_exists() => Assert.That(Guide.BrokenLinks().Concat(Guide.BrokenAnchors()), Is.Empty);

    [Test]
    public void The_short_way_writes_a_plugin_in_either_language()
    {
        using Laboratory laboratory = new();
        string command = Guide.Fenced("sh")[0].Trim();

        laboratory.Follow(command);
        laboratory.Follow(command.Replace("HalfLife --lang fs", "DecayRate --lang cs", StringComparison.Ordinal));

        Assert.That(File.Exists(laboratory.Path("HalfLife", "HalfLife", "HalfLife.fs")));
        Assert.That(File.Exists(laboratory.Path("DecayRate", "DecayRate", "DecayRate.cs")));
    }

    [TestCase("CSharpPlugin", "csproj", "decay")]
    [TestCase("FSharpPlugin", "fsproj", "decay-fsharp")]
    public void Followed_in_an_empty_folder_it_ends_with_the_figure(string example, string kind, string experiment)
    {
        using Laboratory laboratory = new();
        PackageFeed.Offer(laboratory);
        laboratory.Take(example, kind == "csproj" ? "*.cs" : "*.fs");
        laboratory.Write($"Decay.{kind}", Guide.Fenced("xml")[kind == "csproj" ? 0 : 1]);
        laboratory.Write("experiments.json", Guide.Fenced("jsonc")[0].Replace("\"experiment\": \"decay\"", $"\"experiment\": \"{experiment}\"", StringComparison.Ordinal));
        foreach (string command in Guide.Fenced("sh")[1].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            laboratory.Follow(command.Replace("describe decay", $"describe {experiment}", StringComparison.Ordinal));
        }

        using JsonDocument report = JsonDocument.Parse(File.ReadAllText(laboratory.Path("results", "runs", "decay", "report.json")));
        Assert.That(report.RootElement.GetProperty("claims")[0].GetProperty("verdict").GetString(), Is.EqualTo("supported"));
        Assert.That(File.Exists(laboratory.Path("lab-plugins", "Decay", "PluginLab.Abstractions.dll")), Is.False, "the contracts are the host's");
        Assert.That(File.Exists(laboratory.Path("lab-plugins", "Decay", "PluginLab.Numerics.dll")), Is.False, "the contracts are the host's");
        Assert.That(File.ReadAllText(laboratory.Path("results", "runs", "decay", "figures", "decay.svg")), Does.StartWith("<svg"));
    }
}
