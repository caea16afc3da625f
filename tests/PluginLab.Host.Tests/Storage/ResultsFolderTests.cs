using System.Text;
using PluginLab.Host.Storage;

namespace PluginLab.Host.Tests.Storage;

internal sealed class ResultsFolderTests
{
    private TemporaryFolder temporary = null!;

    private string Runs => Path.Combine(temporary.Path, "runs");

    [SetUp]
    public void CreateFolder() => temporary = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => temporary.Dispose();

    [Test]
    public void A_run_that_cannot_be_written_to_its_end_leaves_the_old_one()
    {
        ResultsFolder folder = ResultsFolder.Open(temporary.Path, []);
        folder.WriteRun("a", [File("report.json", "old")]);

        IEnumerable<StoredFile> Breaking()
        {
            yield return File("report.json", "new");
            throw new IOException("The disk is full.");
        }

        Assert.That(() => folder.WriteRun("a", Breaking()), Throws.InstanceOf<IOException>());
        Assert.That(System.IO.File.ReadAllText(Path.Combine(Runs, "a", "report.json")), Is.EqualTo("old"));
        Assert.That(Directory.GetDirectories(Runs), Has.Length.EqualTo(1));
    }

    [Test]
    public void Only_folders_that_are_listed_and_no_longer_wanted_are_removed()
    {
        ResultsFolder folder = ResultsFolder.Open(temporary.Path, []);
        folder.Claim(["a", "b"], ["a", "b"]);
        folder.WriteRun("a", [File("report.json", "a")]);
        folder.WriteRun("b", [File("report.json", "b")]);
        temporary.Write("runs/mine/notes.txt", "mine");

        folder.Claim(["b", "c"], ["c"]);

        Assert.That(Directory.GetDirectories(Runs).Select(Path.GetFileName), Is.EquivalentTo(new[] { "b", "mine" }));
        Assert.That(System.IO.File.ReadAllLines(Path.Combine(temporary.Path, ".pluginlab")), Is.EqualTo(new[] { "b", "c" }));
    }

    [Test]
    public void A_list_with_paths_removes_nothing_outside()
    {
        string outside = temporary.Write("outside/notes.txt", "mine");
        temporary.Write("results/.pluginlab", "../../outside\n..\n/\n");

        ResultsFolder.Open(Path.Combine(temporary.Path, "results"), []).Claim([], []);

        Assert.That(System.IO.File.Exists(outside), Is.True);
    }

    [Test]
    public void A_folder_below_a_file_cannot_be_opened_and_the_message_says_what_to_do()
    {
        string file = temporary.Write("file", "text");

        Assert.That(
            () => ResultsFolder.Open(Path.Combine(file, "results"), []),
            Throws.InstanceOf<ResultsFolderException>().With.Message.Contains("cannot be written").And.Message.Contains("--out DIR"));
    }

    private static StoredFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
