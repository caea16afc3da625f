using PluginLab.Host.Storage;

namespace PluginLab.Host.Tests.Storage;

public sealed class RecordStoreTests
{
    private const string Key = "ab00000000000000000000000000000000000000000000000000000000000000";

    private TemporaryFolder folder = null!;
    private RecordStore store = null!;

    private string File => Path.Combine(folder.Path, "store", "ab", $"{Key}.json");

    [SetUp]
    public void Create()
    {
        folder = new TemporaryFolder();
        store = new RecordStore(Path.Combine(folder.Path, "store"));
    }

    [TearDown]
    public void Delete() => folder.Dispose();

    [Test]
    public void What_was_put_is_found()
    {
        store.Put(Key, "one"u8);
        store.Put(Key, "another"u8);

        Assert.That(store.Find(Key), Is.EqualTo("another"u8.ToArray()));
    }

    [Test]
    public void What_was_not_put_is_not_found() => Assert.That(store.Find(Key), Is.Null);

    [TestCase(0)]
    [TestCase(10)]
    [TestCase(64)]
    [TestCase(66)]
    public void What_was_cut_is_not_found(int length)
    {
        store.Put(Key, "one"u8);
        System.IO.File.WriteAllBytes(File, System.IO.File.ReadAllBytes(File)[..length]);

        Assert.That(store.Find(Key), Is.Null);
    }

    [Test]
    public void What_was_changed_is_not_found()
    {
        store.Put(Key, "one"u8);
        byte[] content = System.IO.File.ReadAllBytes(File);
        content[^1] ^= 1;
        System.IO.File.WriteAllBytes(File, content);

        Assert.That(store.Find(Key), Is.Null);
    }

    [Test]
    public void The_oldest_of_very_many_are_pruned_and_what_a_killed_process_left()
    {
        store.Put(Key, "oldest"u8);
        System.IO.File.SetLastWriteTimeUtc(File, DateTime.UnixEpoch);
        string left = Path.Combine(folder.Path, "store", "ab", $"{TemporaryName.Prefix}{Environment.MachineName.Replace('_', '-')}_{Environment.ProcessId}_x.json");
        System.IO.File.WriteAllText(left, "half");
        for (int i = 0; i < 1000; i++)
        {
            System.IO.File.WriteAllText(Path.Combine(folder.Path, "store", "ab", $"{i}.json"), "");
        }

        store.Prune();

        Assert.That(System.IO.File.Exists(File), Is.False);
        Assert.That(System.IO.File.Exists(left), Is.False);
        Assert.That(Directory.GetFiles(Path.Combine(folder.Path, "store", "ab")), Has.Length.EqualTo(1000));
    }
}
