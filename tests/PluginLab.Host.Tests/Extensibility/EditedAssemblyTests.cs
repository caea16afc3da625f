using PluginLab.Host.Extensibility;
using PluginLab.Host.Extensibility.Loading;
using PluginLab.Host.Extensibility.Preflight;
using PluginLab.Host.Tests.Simulation;

namespace PluginLab.Host.Tests.Extensibility;

/// <summary>Files that no compiler of ours makes: other frameworks, damage within.</summary>
internal sealed class EditedAssemblyTests
{
    private PluginSandbox sandbox = null!;

    [SetUp]
    public void CreateSandbox() => sandbox = new PluginSandbox();

    [TearDown]
    public void DeleteSandbox() => sandbox.Dispose();

    [Test]
    public void A_plugin_for_an_older_NET_loads()
    {
        Add(Fine().WithFramework(8));

        PluginLoadReport report = sandbox.Load();

        Assert.That(report.Diagnoses, Is.Empty);
        Assert.That(report.Registry.Experiments, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_plugin_for_a_newer_NET_says_so() => Assert.That(
        OnlyLineOf(Fine().WithFramework(99)),
        Is.EqualTo("Fine/Fine.dll: error PL2006: needs .NET 99.0, this host runs on .NET 10.0; build it for net10.0, or install a newer PluginLab."));

    [Test]
    public void A_plugin_for_NET_Framework_says_so() => Assert.That(
        OnlyLineOf(Fine().WithMscorlib()),
        Is.EqualTo("Fine/Fine.dll: error PL2006: built for .NET Framework; set <TargetFramework>net10.0</TargetFramework> and build it again."));

    [TestCase(0.0, 1.0)]
    [TestCase(0.0, 0.01)]
    [TestCase(0.02, 0.1)]
    public void Corrupt_metadata_are_a_damaged_file(double from, double to)
    {
        EditedAssembly fine = Fine();
        (int start, int length) = fine.Metadata.GetOffsetAndLength(int.MaxValue);

        Assert.That(
            OnlyLineOf(fine.With((start + (int)(from * length))..(start + (int)(to * length)), 0xFF)),
            Is.EqualTo("Fine/Fine.dll: error PL2004: damaged file: its .NET metadata cannot be read; build the plugin again and copy it whole."));
    }

    [Test]
    public void Corrupt_code_is_a_damaged_file() => Assert.That(
        OnlyLineOf(Fine().WithBrokenBody("FineExperiment", ".ctor")),
        Does.Match(@"^Fine/Fine.dll: error PL2004: damaged file: its code cannot be run \(.+\); build the plugin again and copy it whole.$"));

    [Test]
    public void Corrupt_code_that_does_not_run_yet_is_found_by_the_check()
    {
        Add(Fine().WithBrokenBody("FineExperiment", "Slope"));

        (int exitCode, string output, _) = Pluginlab.Run(sandbox.Plugins, "plugins", "check", "Fine");

        Assert.That(exitCode, Is.EqualTo(4));
        Assert.That(output, Does.Contain("FineExperiment.Slope: it cannot be compiled: "));
    }

    /// <summary>A thousand files with one byte changed in their metadata: each is looked through to its end, or is a damaged file; nothing is thrown.</summary>
    [Test]
    public void Whatever_byte_of_the_metadata_is_wrong_looking_at_it_ends_in_lines()
    {
        Random random = new(7);
        PluginInspector inspector = new();
        using EditedAssembly fine = Fine();
        (int start, int length) = fine.Metadata.GetOffsetAndLength(int.MaxValue);
        byte[] whole = fine.Bytes.ToArray();
        int damaged = 0;
        for (int i = 0; i < 1000; i++)
        {
            int at = start + random.Next(length);
            byte was = whole[at];
            whole[at] = (byte)random.Next(256);
            string path = sandbox.AddFile("Fine", "Fine.dll", whole);
            whole[at] = was;

            (IReadOnlyList<PluginUnit> units, IReadOnlyList<Diagnosis> faults) = FolderCatalog.Find(new PluginFolder(sandbox.PathOf("Fine"), IsBundled: false));
            (AssemblyImage? image, _) = AssemblyImage.Open(path);
            Diagnosis?[] entry = image is null ? [] : [EntryPoint.Find(image).Fault];
            Diagnosis[] diagnoses = [.. faults, .. entry.OfType<Diagnosis>(), .. inspector.Inspect(path)];
            image?.Dispose();

            Assert.That(diagnoses.Select(diagnosis => diagnosis.Message), Has.All.Not.Contains("\n"), $"byte {at}");
            Assert.That(units.Count + faults.Count, Is.EqualTo(1), $"byte {at}");
            damaged += diagnoses.Any(diagnosis => diagnosis.Code == "PL2004") ? 1 : 0;
        }

        Assert.That(damaged, Is.GreaterThan(10));
    }

    private static EditedAssembly Fine() => new(Built.TestPlugin("Fine"));

    private string Add(EditedAssembly assembly)
    {
        using (assembly)
        {
            sandbox.AddFile("Fine", "Fine.dll", assembly.Bytes);
        }

        return sandbox.PathOf("Fine");
    }

    private string OnlyLineOf(EditedAssembly assembly) => sandbox.OnlyLine(Add(assembly));
}
