using PluginLab.Host.Storage;

namespace PluginLab.Host.Tests.Storage;

internal sealed class AtomicFilesTests
{
    private TemporaryFolder folder = null!;

    private static readonly Action<string, string, string>[] Replacements = [AtomicFiles.ReplaceFolder, AtomicFiles.ReplaceFolderInTwoSteps];

    [SetUp]
    public void CreateFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => folder.Dispose();

    [Test]
    public void A_file_takes_the_place_of_another_and_leaves_no_temporary_one()
    {
        string path = folder.Write("report.json", "old and longer");

        AtomicFiles.Write(path, In("temporary"), "new"u8);

        Assert.That(File.ReadAllText(path), Is.EqualTo("new"));
        Assert.That(Names(), Is.EqualTo(new[] { "report.json" }));
    }

    [Test]
    public void A_temporary_file_of_another_writer_is_never_overwritten()
    {
        string path = folder.Write("report.json", "old");
        folder.Write("temporary", "of another");

        Assert.That(() => AtomicFiles.Write(path, In("temporary"), "new"u8), Throws.InstanceOf<IOException>());
        Assert.That(File.ReadAllText(path), Is.EqualTo("old"));
    }

    [Test]
    public void A_folder_goes_where_there_was_none()
    {
        folder.Write("temporary/new.txt", "new");

        AtomicFiles.ReplaceFolder(In("run"), In("temporary"), In("retired"));

        Assert.That(Names(), Is.EqualTo(new[] { "run" }));
        Assert.That(File.ReadAllText(In("run/new.txt")), Is.EqualTo("new"));
    }

    [TestCaseSource(nameof(Replacements))]
    public void A_folder_takes_the_place_of_another_with_none_of_its_files(Action<string, string, string> replace)
    {
        folder.Write("run/old.txt", "old");
        folder.Write("temporary/new.txt", "new");

        replace(In("run"), In("temporary"), In("retired"));

        Assert.That(Names(), Is.EqualTo(new[] { "run" }));
        Assert.That(Directory.GetFiles(In("run")).Select(Path.GetFileName), Is.EqualTo(new[] { "new.txt" }));
    }

    private string In(string name) => Path.Combine(folder.Path, name);

    private IEnumerable<string?> Names() => Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
