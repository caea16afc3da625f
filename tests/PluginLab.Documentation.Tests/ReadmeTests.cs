using System.Text.Json;

namespace PluginLab.Documentation.Tests;

public sealed class ReadmeTests
{
    private const int MostLinesOfAnExample = 29;

    private static Page Readme { get; } = new("README.md");

    [Test]
    public void Every_snippet_is_the_file_that_is_built()
    {
        Assert.That(Readme.Snippets, Has.Count.EqualTo(2));
        foreach (Snippet snippet in Readme.Snippets)
        {
            Assert.That(snippet.Code, Is.EqualTo(snippet.File), snippet.Path);
            Assert.That(snippet.LineCount, Is.LessThanOrEqualTo(MostLinesOfAnExample), snippet.Path);
        }
    }

    [Test]
    public void Every_linked_file_exists() => Assert.That(Readme.BrokenLinks(), Is.Empty);

    [Test]
    public void The_two_commands_are_the_agreed_ones()
    {
        Assert.That(Readme.Text, Does.Contain("\ndotnet run -c Release --project Host/PluginLab.Host -- run\n"));
        Assert.That(Readme.Text, Does.Contain("\ndotnet test PluginLab.sln -c Release\n"));
    }

    [TestCase("CSharpPlugin", "decay")]
    [TestCase("FSharpPlugin", "decay-fsharp")]
    public void An_example_plugin_dropped_into_lab_plugins_runs_with_its_claim_supported(string example, string experiment)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("pluginlab-readme-");
        try
        {
            DirectoryInfo target = folder.CreateSubdirectory(Path.Combine("lab-plugins", example));
            foreach (string file in Directory.GetFiles(Built.Example(example)))
            {
                File.Copy(file, Path.Combine(target.FullName, Path.GetFileName(file)));
            }

            File.WriteAllText(
                Path.Combine(folder.FullName, "experiments.json"),
                $$"""{ "version": 1, "runs": [{ "name": "decay", "experiment": "{{experiment}}", "parameters": { "rate": 2 } }] }""");

            (int exitCode, string output) = Run(folder.FullName, "run");

            Assert.That(exitCode, Is.Zero, output);
            string run = Path.Combine(folder.FullName, "results", "runs", "decay");
            using JsonDocument report = JsonDocument.Parse(File.ReadAllText(Path.Combine(run, "report.json")));
            Assert.That(report.RootElement.GetProperty("claims")[0].GetProperty("verdict").GetString(), Is.EqualTo("supported"));
            Assert.That(File.Exists(Path.Combine(run, "figures", "decay.svg")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public void The_manifest_of_the_README_runs_with_every_verdict_as_expected()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("pluginlab-readme-");
        try
        {
            DirectoryInfo target = folder.CreateSubdirectory(Path.Combine("my-plugins", "CSharpPlugin"));
            File.Copy(Path.Combine(Built.Example("CSharpPlugin"), "CSharpPlugin.dll"), Path.Combine(target.FullName, "CSharpPlugin.dll"));
            File.WriteAllText(Path.Combine(folder.FullName, "experiments.json"), Readme.Fenced("jsonc")[0]);

            (int exitCode, string output) = Run(folder.FullName, "run");

            Assert.That(exitCode, Is.Zero, output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public void The_project_file_of_the_README_builds_the_example_outside_this_repository()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("pluginlab-readme-");
        try
        {
            string project = Readme.Fenced("xml")[0].Replace("/path/to/PluginLab/Host/PluginLab.Host/bin/Release/net10.0", Path.GetDirectoryName(Built.Host), StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(folder.FullName, "MyPlugin.csproj"), project);
            File.Copy(Built.RepositoryFile("docs/examples/CSharpPlugin/Decay.cs"), Path.Combine(folder.FullName, "Decay.cs"));

            (int exitCode, string output) = Tool.Start(folder.FullName, "build", "-c", "Release", "-o", "out", "--nologo");

            Assert.That(exitCode, Is.Zero, output);
            Assert.That(File.Exists(Path.Combine(folder.FullName, "out", "MyPlugin.dll")));
            Assert.That(File.Exists(Path.Combine(folder.FullName, "out", "PluginLab.Abstractions.dll")), Is.False);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (int ExitCode, string Output) Run(string folder, params string[] arguments) => Tool.Start(folder, [Built.Host, .. arguments]);
}
