using PluginLab.Host.Extensibility.Preflight;

namespace PluginLab.Host.Extensibility.Loading;

/// <summary>Finds the plugin in a folder: the DLL named like the folder, else the one with a deps.json, else those built against the contract.</summary>
internal static class FolderCatalog
{
    /// <summary>The plugins of a folder, and what is wrong with it.</summary>
    public static (IReadOnlyList<PluginUnit> Units, IReadOnlyList<Diagnosis> Diagnoses) Find(PluginFolder folder)
    {
        string named = Path.Combine(folder.Path, $"{Path.GetFileName(Path.TrimEndingDirectorySeparator(folder.Path))}.dll");
        if (Path.Exists(named))
        {
            return ([Unit(folder, named)], []);
        }

        if (!Directory.Exists(folder.Path))
        {
            return ([], [File.Exists(folder.Path) ? LoadDiagnoses.NotAFolder(folder.Path) : LoadDiagnoses.FolderMissing(folder.Path)]);
        }

        string[] candidates = [.. Directory.EnumerateFileSystemEntries(folder.Path, "*.dll")
            .Where(path => !SharedAssemblies.IsShared(Path.GetFileNameWithoutExtension(path)))
            .Order(StringComparer.Ordinal)];
        string[] listed = [.. candidates.Where(path => File.Exists(DependencyList.PathFor(path)))];
        return candidates.Length == 0 ? ([], [LoadDiagnoses.FolderEmpty(folder.Path)])
            : listed.Length == 1 && candidates.Length > 1 && IsOurs(listed[0]) ? ([Unit(folder, listed[0])], [])
            : Choose(folder, candidates);
    }

    private static (IReadOnlyList<PluginUnit> Units, IReadOnlyList<Diagnosis> Diagnoses) Choose(PluginFolder folder, string[] candidates)
    {
        List<(string Path, bool IsEntryPoint)> ours = [];
        List<Diagnosis> faults = [];
        List<Diagnosis> strangers = [];
        foreach (string path in candidates)
        {
            (AssemblyImage? file, Diagnosis? fault) = AssemblyImage.Open(path);
            using (file)
            {
                if (file is null)
                {
                    faults.Add(fault!);
                }
                else if (IsOurs(file))
                {
                    // Of a damaged file the inspection says more.
                    ours.Add((path, file.Read(() => EntryPoint.FindCandidates(file.Metadata).Count > 0, _ => false)));
                }
                else
                {
                    strangers.Add(LoadDiagnoses.NotOurs(path));
                }
            }
        }

        PluginUnit[] plugins = [.. ours.Where(file => file.IsEntryPoint).DefaultIfEmpty(ours.FirstOrDefault())
            .Where(file => file.Path is not null).Select(file => Unit(folder, file.Path))];
        Diagnosis[] together = plugins.Length > 1 ? [LoadDiagnoses.SeveralPlugins(folder.Path, plugins.Select(plugin => plugin.Name))] : [];
        return (plugins, [.. together, .. faults, .. plugins.Length == 0 ? strangers : []]);
    }

    private static bool IsOurs(string path)
    {
        (AssemblyImage? file, _) = AssemblyImage.Open(path);
        using (file)
        {
            return file is not null && IsOurs(file);
        }
    }

    private static bool IsOurs(AssemblyImage file) => file.Read(() => file.FindReference(SharedAssemblies.Abstractions) is not null, _ => true);

    private static PluginUnit Unit(PluginFolder folder, string path) => new(Path.GetFileNameWithoutExtension(path), path, folder.IsBundled);
}
