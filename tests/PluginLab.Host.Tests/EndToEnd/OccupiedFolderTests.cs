namespace PluginLab.Host.Tests.EndToEnd;

public sealed class OccupiedFolderTests
{
    private const string Quick = """{ "name": "quick", "experiment": "quick" }""";

    [TestCase("o/runs/quick/thesis.tex", "'runs/quick' in it was not written by PluginLab.")]
    [TestCase("o/index.html", "'index.html' in it was not written by PluginLab.")]
    [TestCase("o/summary.md", "'summary.md' in it was not written by PluginLab.")]
    [TestCase("o/index.html/page", "'index.html' in it is a folder.")]
    [TestCase("o/runs", "'runs' in it is a file")]
    [TestCase("o/runs/quick", "'runs/quick' in it is a file.")]
    public void Files_of_another_are_kept_and_nothing_runs(string path, string message)
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest(Quick);
        laboratory.Write(path, "Precious.");

        HostResult result = laboratory.Run("run", "--out", "o");

        Assert.That(result.ExitCode, Is.EqualTo(2), result.Errors);
        Assert.That(result.Errors, Does.Contain(message).And.Contain("Choose another with --out DIR, or move it."));
        Assert.That(result.Errors, Does.Not.Contain("   at "));
        Assert.That(laboratory.ReadResults("o"), Is.EqualTo(new Dictionary<string, string> { [path["o/".Length..]] = "Precious." }));
    }

    [TestCase("runs")]
    [TestCase("runs/quick")]
    public void Nothing_is_written_through_a_link(string link)
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest(Quick);
        laboratory.Run("run", "--out", "o");
        Directory.CreateDirectory(laboratory.PathOf("outside"));
        Directory.Delete(laboratory.PathOf("o", link), recursive: true);
        Directory.CreateSymbolicLink(laboratory.PathOf("o", link), laboratory.PathOf("outside"));

        HostResult result = laboratory.Run("run", "--out", "o");

        Assert.That(result.ExitCode, Is.EqualTo(2), result.Errors);
        Assert.That(result.Errors, Does.Contain($"'{link}' in it is a link"));
        Assert.That(Directory.EnumerateFileSystemEntries(laboratory.PathOf("outside")), Is.Empty);
    }

    [Test]
    public void The_results_folder_itself_may_be_a_link()
    {
        using Laboratory laboratory = new();
        laboratory.WriteManifest(Quick);
        Directory.CreateDirectory(laboratory.PathOf("elsewhere"));
        Directory.CreateSymbolicLink(laboratory.PathOf("o"), laboratory.PathOf("elsewhere"));

        HostResult result = laboratory.Run("run", "--out", "o");

        Assert.That(result.ExitCode, Is.Zero, result.Errors);
        Assert.That(laboratory.ReadResults("elsewhere").Keys, Does.Contain("runs/quick/report.json"));
    }

    [TestCase("validate", "")]
    [TestCase("plugins", "check", "")]
    public void An_empty_path_ends_in_2_with_one_line(params string[] arguments)
    {
        using Laboratory laboratory = new();

        HostResult result = laboratory.Run(arguments);

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Errors, Does.EndWith("is empty; it must be a path.\n"));
        Assert.That(result.Errors.Count(c => c == '\n'), Is.EqualTo(1));
    }

    [Test]
    public void A_folder_for_a_manifest_is_told()
    {
        using Laboratory laboratory = new();
        Directory.CreateDirectory(laboratory.PathOf("o"));

        HostResult result = laboratory.Run("validate", "o");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Errors, Does.Contain("the file cannot be read: it is a folder"));
    }

    [Test]
    [Platform("Linux")]
    public void A_file_without_an_end_is_refused()
    {
        using Laboratory laboratory = new();

        HostResult result = laboratory.Run("validate", "/dev/zero");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.Errors, Does.Contain("it is larger than 256 MiB"));
    }
}
