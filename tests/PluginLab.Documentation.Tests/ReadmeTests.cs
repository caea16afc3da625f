namespace PluginLab.Documentation.Tests;

public sealed class ReadmeTests
{
    private static Page Readme { get; } = new("README.md");

    [Test]
    public void Every_linked_file_exists() => Assert.That(Readme.BrokenLinks(), Is.Empty);

    [Test]
    public void The_two_commands_are_the_agreed_ones()
    {
        Assert.That(Readme.Text, Does.Contain("\ndotnet run -c Release --project Host/PluginLab.Host -- run\n"));
        Assert.That(Readme.Text, Does.Contain("\ndotnet test PluginLab.sln -c Release\n"));
    }

    [Test]
    public void The_manifest_of_the_README_runs_with_every_verdict_as_expected()
    {
        using Laboratory laboratory = new();
        Directory.CreateDirectory(laboratory.Path("my-plugins", "CSharpPlugin"));
        File.Copy(Path.Combine(Built.Example("CSharpPlugin"), "CSharpPlugin.dll"), laboratory.Path("my-plugins", "CSharpPlugin", "CSharpPlugin.dll"));
        laboratory.Write("experiments.json", Readme.Fenced("jsonc")[0]);

        laboratory.Follow("pluginlab run");
    }
}
