namespace PluginLab.Host.Extensibility;

/// <summary>Finds the folders that hold plugins: one per plugin.</summary>
internal static class PluginSearch
{
    private const string UserFolder = "lab-plugins";

    /// <summary>The folders of the bundled plugins, of <c>lab-plugins</c> beside the manifest, and of the folders that were named.</summary>
    /// <param name="manifestFolder">Folder of the manifest; where there is none, the current folder.</param>
    /// <param name="named">Folders that the manifest or the command line names, relative to the manifest's or absolute. One that is missing
    /// or empty is passed on, so that loading says so.</param>
    public static IReadOnlyList<PluginFolder> Find(string manifestFolder, IEnumerable<string> named)
    {
        string user = Path.Combine(manifestFolder, UserFolder);
        IEnumerable<string> fromUser = File.Exists(user) ? [user] : Directory.Exists(user) && !(IsReadable(user) && IsEmpty(user)) ? Plugins(user) : [];
        IEnumerable<string> fromNames = named.SelectMany(name => Plugins(Path.GetFullPath(name, manifestFolder)));
        return [.. Bundled(), .. fromUser.Concat(fromNames).Distinct(StringComparer.Ordinal).Select(path => new PluginFolder(path, IsBundled: false))];
    }

    /// <summary>The folder of each plugin in a named folder, or that folder itself.</summary>
    public static IReadOnlyList<PluginFolder> FindNamed(string folder) =>
        [.. Plugins(Path.GetFullPath(folder)).Select(path => new PluginFolder(path, IsBundled: false))];

    /// <summary>The folders of the bundled plugins.</summary>
    public static IReadOnlyList<PluginFolder> FindBundled() => [.. Bundled()];

    private static IEnumerable<PluginFolder> Bundled()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "plugins");
        return Directory.Exists(folder) ? Subfolders(folder).Select(path => new PluginFolder(path, IsBundled: true)) : [];
    }

    /// <summary>A folder with a DLL is a plugin; so is each folder in it, apart from those that hold a plugin's own resources.</summary>
    private static string[] Plugins(string folder)
    {
        if (!Directory.Exists(folder) || !IsReadable(folder))
        {
            return [folder];
        }

        bool isPlugin = Directory.EnumerateFiles(folder, "*.dll").Any();
        string[] inner = [.. Subfolders(folder).Where(path => !isPlugin || File.Exists(Path.Combine(path, Path.GetFileName(path) + ".dll")))];
        return isPlugin || inner.Length == 0 ? [folder, .. inner] : inner;
    }

    /// <summary>Whether the entries can be listed; of a folder where they cannot, loading says so.</summary>
    private static bool IsReadable(string folder)
    {
        try
        {
            _ = Directory.EnumerateFileSystemEntries(folder).Any();
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsEmpty(string folder) => !Directory.EnumerateFileSystemEntries(folder).Any();

    private static IEnumerable<string> Subfolders(string folder) => Directory.GetDirectories(folder).Order(StringComparer.Ordinal);
}
