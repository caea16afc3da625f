using PluginLab.Host.Extensibility;

namespace PluginLab.Host.Tests.Extensibility;

internal sealed class LoadingTests
{
    private PluginSandbox sandbox = null!;

    [SetUp]
    public void CreateSandbox() => sandbox = new PluginSandbox();

    [TearDown]
    public void DeleteSandbox() => sandbox.Dispose();

    [Test]
    public void A_plugin_offers_every_component_of_its_catalog()
    {
        sandbox.AddTestPlugin("Fine");

        PluginLoadReport report = sandbox.Load();

        Assert.That(report.Diagnoses, Is.Empty);
        Assert.That(report.Registry.Experiments.Select(entry => (entry.Id, entry.Plugin)), Is.EqualTo([("fine-experiment", "Fine")]));
        Assert.That(report.Registry.Systems.Select(entry => entry.Id), Is.EqualTo(["fine-system"]));
        Assert.That(report.Registry.Integrators.Select(entry => entry.Id), Is.EqualTo(["fine-integrator"]));
    }

    [Test]
    public void An_FSharp_plugin_loads_with_its_own_FSharp_Core()
    {
        sandbox.AddFolder("FSharpSample", Directory.GetFiles(Built.BundledPlugin("FSharpSample")));

        PluginLoadReport report = sandbox.Load();

        Assert.That(report.Diagnoses, Is.Empty);
        Assert.That(report.Registry.Experiments.Select(entry => entry.Plugin), Has.All.EqualTo("FSharpSample").And.Not.Empty);
    }

    [Test]
    public void Two_versions_of_a_private_library_live_side_by_side()
    {
        sandbox.AddTestPlugin("UsesLibraryOne", Built.PrivateLibrary("one"));
        sandbox.AddTestPlugin("UsesLibraryTwo", Built.PrivateLibrary("two"));

        PluginLoadReport report = sandbox.Load();

        Assert.That(report.Diagnoses, Is.Empty);
        Assert.That(report.Registry.Experiments.Select(entry => entry.Id), Is.EqualTo(["one", "two-library"]));
    }

    [Test]
    public void A_lone_DLL_is_a_plugin_without_a_list_of_dependencies()
    {
        string folder = sandbox.AddFolder("loose", Built.TestPlugin("Fine"));

        Assert.That(sandbox.Load(folder).Registry.Experiments, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_lone_DLL_is_a_plugin_with_a_list_of_dependencies()
    {
        string folder = sandbox.AddFolder("loose", Built.TestPlugin("Fine"), Built.PrivateLibrary("one"));
        sandbox.AddFile("loose", "Fine.deps.json", """{ "runtimeTarget": { "name": ".NETCoreApp,Version=v10.0" } }"""u8);

        PluginLoadReport report = sandbox.Load(folder);

        Assert.That(report.Diagnoses, Is.Empty);
        Assert.That(report.Registry.Experiments, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_plugin_finds_its_satellites()
    {
        string satellite = Path.Combine(Path.GetDirectoryName(Built.TestPlugin("Satellite"))!, "de", "Satellite.resources.dll");
        sandbox.AddTestPlugin("Satellite");
        sandbox.AddFile(Path.Combine("Satellite", "de"), "Satellite.resources.dll", File.ReadAllBytes(satellite));

        PluginLoadReport report = sandbox.Load(sandbox.PathOf("Satellite"));

        Assert.That(report.Diagnoses, Is.Empty);
        Assert.That(report.Registry.Experiments.Single().Component.Info.Question, Is.EqualTo("Lädt es?"));
    }

    [TestCase("runtimes")]
    [TestCase("beside")]
    public void A_plugin_finds_its_native_library_for_this_machine(string place)
    {
        // The runtime's own native library under another name: every machine has it, for itself.
        (string prefix, string extension) = OperatingSystem.IsWindows() ? ("", ".dll") : OperatingSystem.IsMacOS() ? ("lib", ".dylib") : ("lib", ".so");
        byte[] library = File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, $"libSystem.Native{extension}"));
        string rid = System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier;
        string file = $"{prefix}answer{extension}";
        sandbox.AddTestPlugin("Native");
        string native = place == "beside" ? "" : $"runtimes/{rid}/native/";
        sandbox.AddFile(Path.Combine("Native", native), file, library);
        if (native.Length > 0)
        {
            sandbox.AddFile("Native", "Native.deps.json", System.Text.Encoding.UTF8.GetBytes($$"""
                { "runtimeTarget": { "name": ".NETCoreApp,Version=v10.0" },
                  "targets": { ".NETCoreApp,Version=v10.0": { "Native/1.0.0": { "runtime": { "Native.dll": {} } },
                    "answer/1.0.0": { "runtimeTargets": { "{{native}}{{file}}": { "rid": "{{rid}}", "assetType": "native" } } } } },
                  "libraries": { "Native/1.0.0": { "type": "project", "serviceable": false, "sha512": "" }, "answer/1.0.0": { "type": "package", "serviceable": false, "sha512": "" } } }
                """));
        }

        PluginLoadReport report = sandbox.Load(sandbox.PathOf("Native"));

        Assert.That(report.Diagnoses, Is.Empty);
        Assert.That(report.Registry.Experiments.Single().Id, Is.EqualTo($"process-{Environment.ProcessId}"));
    }

    [Test]
    public void Self_contained_output_loads_with_the_host_s_framework()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        sandbox.AddTestPlugin("Fine", Path.Combine(framework, "System.Private.CoreLib.dll"), Path.Combine(framework, "System.Runtime.dll"), Path.Combine(framework, "System.Collections.dll"));

        PluginLoadReport report = sandbox.Load(sandbox.PathOf("Fine"));

        Assert.That(report.Registry.Experiments, Has.Count.EqualTo(1));
        Assert.That(report.Diagnoses.Select(diagnosis => (diagnosis.IsError, diagnosis.Message)), Is.EqualTo(
            [(false, "the folder carries its own .NET (self-contained output); the host's copy is used: delete it, or build without SelfContained.")]));
    }

    [Test]
    public void Two_plugins_in_one_folder_load_with_a_warning()
    {
        string folder = sandbox.AddFolder("loose", Built.TestPlugin("Fine"), Built.TestPlugin("AsksForLogger"));

        PluginLoadReport report = sandbox.Load(folder);

        Assert.That(report.Plugins.Select(plugin => plugin.Name), Is.EqualTo(["AsksForLogger", "Fine"]));
        Assert.That(report.Diagnoses.Single().Message, Does.StartWith("one folder per plugin: AsksForLogger and Fine lie together"));
        Assert.That(report.Diagnoses.Single().IsError, Is.False);
    }

    [Test]
    public void A_plugin_that_asks_for_loggers_writes_warnings_to_the_terminal()
    {
        sandbox.AddTestPlugin("AsksForLogger");

        Assert.That(sandbox.Load().Diagnoses, Is.Empty);
        Assert.That(sandbox.Log, Is.EqualTo("TestPlugins.LoggingPlugin: error: Typed.\nAsksForLogger: warning: The catalog is read.\n"));
    }

    [Test]
    public void A_plugin_that_asks_for_services_of_its_own_gets_them()
    {
        sandbox.AddTestPlugin("AsksForOwnService");

        PluginLoadReport report = sandbox.Load();

        Assert.That(report.Diagnoses, Is.Empty);
        Assert.That(report.Registry.Experiments.Single().Id, Is.EqualTo("registered"));
        Assert.That(sandbox.Log, Is.EqualTo("TestPlugins.Naming: warning: A name is asked for.\n"));
    }

    [Test]
    public void An_entry_point_may_derive_from_an_abstract_class()
    {
        sandbox.AddTestPlugin("DerivedEntryPoint");

        Assert.That(sandbox.Load().Diagnoses, Is.Empty);
    }

    [Test]
    public void The_other_components_of_a_plugin_with_an_invalid_id_load()
    {
        sandbox.AddTestPlugin("InvalidId");

        PluginLoadReport report = sandbox.Load();

        Assert.That(report.Registry.Experiments.Select(entry => entry.Id), Is.EqualTo(["kebab"]));
    }

    [Test]
    public void A_plugin_that_does_not_load_leaves_the_others_alone()
    {
        sandbox.AddTestPlugin("ThrowingConstructor");
        sandbox.AddTestPlugin("Fine");

        PluginLoadReport report = sandbox.Load();

        Assert.That(report.Diagnoses, Has.Count.EqualTo(1));
        Assert.That(report.Plugins.Select(plugin => plugin.Name), Is.EqualTo(["Fine"]));
    }

    [Test]
    public void The_content_hash_depends_on_every_library_and_not_on_the_place()
    {
        string first = sandbox.AddTestPlugin("UsesLibraryOne", Built.PrivateLibrary("one"));
        string second = sandbox.AddFolder("copy", Built.TestPlugin("UsesLibraryOne"), Built.PrivateLibrary("one"));
        string third = sandbox.AddFolder("other", Built.TestPlugin("UsesLibraryOne"), Built.PrivateLibrary("one"), Built.TestPlugin("NoEntryPoint"));

        string[] hashes = [.. new[] { first, second, third }.Select(folder => sandbox.Load(folder).Plugins.Single().ContentHash)];

        Assert.That(hashes[0], Has.Length.EqualTo(64));
        Assert.That(hashes[1], Is.EqualTo(hashes[0]));
        Assert.That(hashes[2], Is.Not.EqualTo(hashes[0]));
    }

    [Test]
    public void A_loaded_plugin_can_be_overwritten_in_place()
    {
        sandbox.AddTestPlugin("Fine");
        PluginLoadReport report = sandbox.Load();

        File.WriteAllBytes(sandbox.PathOf("Fine", "Fine.dll"), new byte[16]);

        Assert.That(report.Registry.Systems.Single().Component.Description, Does.StartWith("Decay"));
        Assert.That(report.Plugins.Single().Assembly.Location, Does.Not.StartWith(sandbox.Plugins));
    }
}
