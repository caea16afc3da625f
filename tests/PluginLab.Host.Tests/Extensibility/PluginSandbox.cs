using PluginLab.Host.Cli;
using PluginLab.Host.Extensibility;
using PluginLab.Host.Extensibility.Loading;

namespace PluginLab.Host.Tests.Extensibility;

/// <summary>A folder for plugins of one test, and a loader for it.</summary>
internal sealed class PluginSandbox : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("pluginlab-tests-");
    private readonly StringWriter errors = new() { NewLine = "\n" };

    /// <summary>The folder in which plugin folders lie.</summary>
    public string Plugins => Directory.CreateDirectory(Path.Combine(root.FullName, "lab-plugins")).FullName;

    /// <summary>What plugins logged.</summary>
    public string Log => errors.ToString();

    /// <summary>Where a file or folder lies.</summary>
    public string PathOf(params string[] parts) => Path.Combine([Plugins, .. parts]);

    /// <summary>A plugin folder with a test plugin of the same name and further files.</summary>
    public string AddTestPlugin(string name, params string[] files) => AddFolder(name, [Built.TestPlugin(name), .. files]);

    /// <summary>A folder with copies of files.</summary>
    public string AddFolder(string name, params string[] files)
    {
        string folder = Directory.CreateDirectory(PathOf(name)).FullName;
        foreach (string file in files)
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        return folder;
    }

    /// <summary>A folder with one file of the given content.</summary>
    public string AddFile(string folder, string name, ReadOnlySpan<byte> content)
    {
        string path = Path.Combine(Directory.CreateDirectory(PathOf(folder)).FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>Loads the given folders; the one with all plugins, if none is given.</summary>
    public PluginLoadReport Load(params string[] folders)
    {
        PluginLoader loader = new(
            new PluginActivator(new TerminalLoggerFactory(new Terminal(TextWriter.Null, errors))),
            new ShadowStore(Path.Combine(root.FullName, "shadows")),
            new BuiltInPlugin());
        string[] all = folders.Length > 0 ? folders : [.. Directory.GetDirectories(Plugins).Order(StringComparer.Ordinal)];
        return loader.Load([.. all.Select(folder => new PluginFolder(folder, IsBundled: false))]);
    }

    /// <summary>The only line that loading a folder ends in, without the path of the sandbox.</summary>
    public string OnlyLine(string folder)
    {
        IReadOnlyList<Diagnosis> diagnoses = Load(folder).Diagnoses;
        Assert.That(diagnoses, Has.Count.EqualTo(1), string.Join('\n', diagnoses));
        return diagnoses[0].ToString().Replace(Plugins.Replace(Path.DirectorySeparatorChar, '/') + "/", "", StringComparison.Ordinal);
    }

    public void Dispose()
    {
        errors.Dispose();
        try
        {
            root.Delete(recursive: true);
        }
        catch (UnauthorizedAccessException)
        {
            // Windows keeps loaded DLLs; the system empties its folder for temporary files.
        }
    }
}
