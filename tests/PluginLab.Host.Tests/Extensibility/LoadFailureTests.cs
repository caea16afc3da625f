using System.Text;
using PluginLab.Host.Extensibility;

namespace PluginLab.Host.Tests.Extensibility;

/// <summary>Each way in which a plugin does not load, with the one line that says so.</summary>
internal sealed class LoadFailureTests
{
    private PluginSandbox sandbox = null!;

    [SetUp]
    public void CreateSandbox() => sandbox = new PluginSandbox();

    [TearDown]
    public void DeleteSandbox() => sandbox.Dispose();

    [Test]
    public void A_folder_that_is_missing_is_named() => Assert.That(
        sandbox.OnlyLine(sandbox.PathOf("gone")),
        Is.EqualTo("gone: error PL2001: the folder does not exist; create it, or take it out of the list of plugin folders."));

    [Test]
    public void A_folder_without_a_DLL_is_named() => Assert.That(
        sandbox.OnlyLine(sandbox.AddFolder("empty")),
        Is.EqualTo("empty: error PL2002: the folder holds no plugin; copy the plugin's DLL and what it needs into it."));

    [TestCase("just some text\n", "a text file")]
    [TestCase("", "an empty file")]
    [TestCase("\u007fELF\u0002\u0001\u0001", "a native Linux library (ELF)")]
    [TestCase("PK\u0003\u0004....", "a ZIP archive")]
    [TestCase("\u0001\u0002\u0003", "a file of unknown kind")]
    public void A_file_that_is_no_assembly_is_named_by_its_kind(string content, string kind)
    {
        sandbox.AddFile("notes", "notes.dll", Encoding.Latin1.GetBytes(content));

        Assert.That(sandbox.OnlyLine(sandbox.PathOf("notes")), Is.EqualTo(
            $"notes/notes.dll: error PL2003: not a .NET assembly: {kind}; put the DLL that 'dotnet build' writes in its place."));
    }

    [Test]
    public void A_native_Windows_library_is_named()
    {
        byte[] image = new byte[1024];
        "MZ"u8.CopyTo(image);
        image[0x3C] = 0x80;
        "PE\0\0"u8.CopyTo(image.AsSpan(0x80));
        // AMD64, no section, an optional header of PE32+ with no CLI header.
        (image[0x84], image[0x85], image[0x94], image[0x98], image[0x99], image[0x98 + 108]) = (0x64, 0x86, 0xF0, 0x0B, 0x02, 16);
        sandbox.AddFile("native", "native.dll", image);

        Assert.That(sandbox.OnlyLine(sandbox.PathOf("native")), Does.StartWith("native/native.dll: error PL2003: not a .NET assembly: a native Windows library;"));
    }

    [Test]
    public void A_directory_named_like_a_DLL_is_named()
    {
        sandbox.AddFolder(Path.Combine("x", "x.dll"));

        Assert.That(sandbox.OnlyLine(sandbox.PathOf("x")), Does.StartWith("x/x.dll: error PL2003: not a .NET assembly: a directory;"));
    }

    [TestCase(4096)]
    [TestCase(600)]
    [TestCase(100)]
    public void A_truncated_file_is_damaged(int length)
    {
        sandbox.AddFile("Fine", "Fine.dll", File.ReadAllBytes(Built.TestPlugin("Fine")).AsSpan(0, length));

        Assert.That(sandbox.OnlyLine(sandbox.PathOf("Fine")), Is.EqualTo(
            "Fine/Fine.dll: error PL2004: damaged file: its .NET metadata cannot be read; build the plugin again and copy it whole."));
    }

    [Test]
    public void An_assembly_built_against_nothing_of_ours_is_no_plugin() => Assert.That(
        sandbox.OnlyLine(sandbox.AddFolder("stranger", Built.PrivateLibrary("one"))),
        Is.EqualTo("stranger/PrivateLibrary.dll: error PL2005: not a plugin: it is not built against PluginLab.Abstractions; "
            + "reference that assembly and implement IPlugin."));

    [TestCase("NoEntryPoint", "PL2010: no entry point: no public class implements IPlugin; add: public sealed class MyPlugin : IPlugin { "
        + "public PluginCatalog Catalog { get; } = new() { Experiments = [new MyExperiment()] }; }")]
    [TestCase("TwoEntryPoints", "PL2010: several entry points: TestPlugins.FirstPlugin and TestPlugins.SecondPlugin implement IPlugin; "
        + "keep one, with all components in its catalog.")]
    [TestCase("AbstractEntryPoint", "PL2010: the entry point TestPlugins.AbstractPlugin is abstract; add a sealed class that derives from it.")]
    [TestCase("GenericEntryPoint", "PL2010: the entry point TestPlugins.GenericPlugin`1 is generic; remove its type parameters.")]
    [TestCase("InternalEntryPoint", "PL2010: the entry point TestPlugins.HiddenPlugin is not public; make it public.")]
    [TestCase("AsksForUnknown", "PL2011: the constructor of TestPlugins.AskingPlugin asks for TextWriter, which the host does not offer; "
        + "it may ask for nothing, for ILogger, ILogger<T> or ILoggerFactory, and for what its public static AddServices(IServiceCollection) registers.")]
    [TestCase("FailingServices", "PL2012: TestPlugins.RegisteringPlugin.AddServices failed to start: InvalidOperationException: No services today.")]
    [TestCase("PrivateConstructor", "PL2011: the constructor of TestPlugins.ClosedPlugin is not public; make it public.")]
    [TestCase("ThrowingConstructor", "PL2012: TestPlugins.FailingPlugin failed to start: InvalidOperationException: The licence has expired.")]
    [TestCase("ThrowingStaticConstructor", "PL2012: TestPlugins.FailingPlugin failed to start: InvalidOperationException: Nothing static today.")]
    [TestCase("ThrowingStaticField", "PL2012: TestPlugins.FailingPlugin failed to start: FormatException: The input string 'wide' was not in a correct format.")]
    [TestCase("ThrowingModule", "PL2012: <Module> failed to start: InvalidOperationException: The module does not start.")]
    [TestCase("ThrowingCatalog", "PL2013: the catalog cannot be read: InvalidOperationException: No catalog today.")]
    [TestCase("NullEntry", "PL2013: an experiment of the catalog is null; remove it.")]
    [TestCase("ThrowingInfo", "PL2013: an experiment of the catalog cannot say what it is: NotSupportedException: I have no name.")]
    [TestCase("InvalidId", "PL2014: the id 'Not_Kebab' of an experiment is not kebab-case; "
        + "use lower-case letters, digits and single hyphens, such as 'my-experiment'.")]
    [TestCase("FineReference", "PL2006: a reference assembly without code; copy the DLL from bin/, not from obj/ref/ or a package's ref/.")]
    public void A_plugin_that_cannot_start_says_why(string name, string line) =>
        Assert.That(sandbox.OnlyLine(sandbox.AddTestPlugin(name)), Is.EqualTo($"{name}/{name}.dll: error {line}"));

    [Test]
    public void A_plugin_for_another_processor_says_so() => Assert.That(
        sandbox.OnlyLine(sandbox.AddTestPlugin("FineX86")),
        Does.Match("^FineX86/FineX86.dll: error PL2006: built for x86 processors only, this host runs on (x64|arm64); set <PlatformTarget>AnyCPU</PlatformTarget> and build it again.$"));

    [Test]
    public void A_missing_dependency_is_named_with_its_version() => Assert.That(
        sandbox.OnlyLine(sandbox.AddTestPlugin("UsesLibraryTwo")),
        Does.Match(@"^UsesLibraryTwo/UsesLibraryTwo.dll: error PL2008: needs PrivateLibrary 2.0.0.0, not in UsesLibraryTwo; copy its DLL there \('dotnet publish' gathers all of them\).$"));

    [Test]
    public void A_dependency_that_is_too_old_is_named_with_both_versions() => Assert.That(
        sandbox.OnlyLine(sandbox.AddTestPlugin("UsesLibraryTwo", Built.PrivateLibrary("one"))),
        Is.EqualTo("UsesLibraryTwo/UsesLibraryTwo.dll: error PL2008: needs PrivateLibrary 2.0.0.0, its folder has 1.0.0.0; copy the newer DLL there."));

    [Test]
    public void A_dependency_without_the_member_that_is_used_is_told_by_the_runtime() => Assert.That(
        sandbox.OnlyLine(sandbox.AddTestPlugin("UsesLibraryOne", Built.PrivateLibrary("two"))),
        Does.StartWith("UsesLibraryOne/UsesLibraryOne.dll: error PL2013: the catalog cannot be read: Method not found: 'System.String PrivateLibrary.Greeting.get_Text()'"));

    [Test]
    public void A_missing_native_library_is_named() => Assert.That(
        sandbox.OnlyLine(sandbox.AddTestPlugin("Native")),
        Does.Match(@"^Native/Native.dll: error PL2008: needs the native library answer, which is not beside it for [a-z0-9.-]+, or itself needs another; copy it there or into runtimes/ with its deps.json \('dotnet publish' does both\).$"));

    [Test]
    public void A_list_of_dependencies_that_cannot_be_read_is_named_with_its_line()
    {
        sandbox.AddTestPlugin("Fine");
        sandbox.AddFile("Fine", "Fine.deps.json", "{\n  \"targets\": {\n    oops\n"u8);

        Assert.That(sandbox.OnlyLine(sandbox.PathOf("Fine")), Is.EqualTo(
            "Fine/Fine.deps.json: error PL2009: deps.json unreadable at line 3; build the plugin again, or delete the file: DLLs beside the plugin are found without it."));
    }

    [Test]
    public void A_file_in_place_of_a_folder_is_named_as_such()
    {
        sandbox.AddFile("files", "notes.txt", "no plugin"u8);

        Assert.That(
            sandbox.OnlyLine(sandbox.PathOf("files", "notes.txt")),
            Is.EqualTo("files/notes.txt: error PL2001: this is a file, not a folder; name the folder that holds the plugin."));
    }

    [Test]
    [Platform("Linux")]
    public void A_file_that_cannot_be_read_is_named_and_the_others_load()
    {
        sandbox.AddTestPlugin("Fine");
        sandbox.AddFolder("Loop");
        File.CreateSymbolicLink(sandbox.PathOf("Loop", "Mine.dll"), sandbox.PathOf("Loop", "Mine.dll"));

        PluginLoadReport report = sandbox.Load();

        Assert.That(report.Diagnoses.Single().ToString(), Does.Contain("Loop: error PL2019: cannot be read: ").And.Contain("Check the permissions of the folder."));
        Assert.That(report.Plugins.Select(plugin => plugin.Name), Is.EqualTo(["Fine"]));
    }

    [Test]
    public void A_copy_of_a_plugin_is_told_once_with_the_folder_of_the_first()
    {
        sandbox.AddTestPlugin("Fine");
        sandbox.AddTestPlugin("FineTwin");

        string[] messages = [.. sandbox.Load().Diagnoses.Select(diagnosis => diagnosis.Message)];

        Assert.That(messages, Is.EqualTo(
        [
            $"all ids (fine-experiment, fine-system, fine-integrator) are used by Fine in {sandbox.PathOf("Fine").Replace('\\', '/')}, "
            + "which is kept: take one of the two away, or rename the components.",
        ]));
    }
}
