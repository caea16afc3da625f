using PluginLab.Host.Tests.Extensibility;

namespace PluginLab.Host.Tests.EndToEnd;

/// <summary>What the project promises of its own manifest.</summary>
public sealed class DefaultManifestTests
{
    [Test]
    public void It_gives_the_same_bytes_for_any_jobs_and_under_another_culture()
    {
        using Laboratory laboratory = new();
        string manifest = Built.InRepository("experiments.json");
        string plugins = laboratory.PathOf("lab-plugins");

        HostResult one = laboratory.Run("run", manifest, "--plugins", plugins, "--jobs", "1", "--out", "one");
        HostResult four = laboratory.Run([("TROUBLEMAKER_WRITES_COMMAS", "1")], "run", manifest, "--plugins", plugins, "--jobs", "4", "--out", "four");

        Assert.That(new[] { one.ExitCode, four.ExitCode }, Is.All.Zero, one.Errors + one.Output);
        Assert.That(four.Errors, Does.Contain("here one half is ~0,5"), "The culture took no effect.");
        IReadOnlyDictionary<string, string> expected = laboratory.ReadResults("one"), actual = laboratory.ReadResults("four");
        Assert.That(actual.Keys, Is.EquivalentTo(expected.Keys));
        Assert.That(expected.Keys.Where(path => actual[path] != expected[path]), Is.Empty);
    }
}
