using System.Diagnostics;
using PluginLab.Host.Storage;

namespace PluginLab.Host.Tests.Storage;

/// <summary>A process may end between any two steps; the next one finds each run old or new.</summary>
internal sealed class LeftoversTests
{
    private const int NoProcess = int.MaxValue;

    private TemporaryFolder folder = null!;

    [SetUp]
    public void CreateFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => folder.Dispose();

    [Test]
    public void After_the_first_of_the_two_steps_the_old_folder_comes_back()
    {
        folder.Write("runs/.retired_a/old.txt", "old");
        folder.Write($"runs/{Temporary(NoProcess)}a/new.txt", "new");

        Clear();

        Assert.That(Files(), Is.EqualTo(new[] { "runs/a/old.txt" }));
    }

    [Test]
    public void After_the_second_of_the_two_steps_the_new_folder_stays()
    {
        folder.Write("runs/.retired_a/old.txt", "old");
        folder.Write("runs/a/new.txt", "new");

        Clear();

        Assert.That(Files(), Is.EqualTo(new[] { "runs/a/new.txt" }));
    }

    [Test]
    public void What_a_dead_process_was_writing_is_removed()
    {
        folder.Write($"runs/{Temporary(NoProcess)}a/half.txt", "half");
        folder.Write($"{Temporary(NoProcess)}index.html", "half");
        folder.Write("runs/b/whole.txt", "whole");

        Clear();

        Assert.That(Files(), Is.EqualTo(new[] { "runs/b/whole.txt" }));
    }

    [Test]
    public void What_a_living_process_writes_stays()
    {
        using Process living = Process.Start("sleep", "60");
        folder.Write($"runs/{Temporary(living.Id)}a/half.txt", "half");

        Clear();
        living.Kill();

        Assert.That(Files(), Has.One.Items);
    }

    [TestCase(".writing_elsewhere_1_a")]
    [TestCase(".writing_notes")]
    [TestCase("notes")]
    public void What_may_be_of_another_machine_or_a_person_stays(string name)
    {
        folder.Write($"runs/{name}/file.txt", "text");

        Clear();

        Assert.That(Files(), Is.EqualTo(new[] { $"runs/{name}/file.txt" }));
    }

    private static string Temporary(int process) => $"{TemporaryName.Prefix}{Environment.MachineName.Replace('_', '-')}_{process}_";

    private void Clear() => Leftovers.Clear(folder.Path, Path.Combine(folder.Path, "runs"));

    private IEnumerable<string> Files() => Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(folder.Path, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);
}
