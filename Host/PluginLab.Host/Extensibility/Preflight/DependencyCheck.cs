using System.Reflection.Metadata;
using PluginLab.Host.Extensibility.Loading;

namespace PluginLab.Host.Extensibility.Preflight;

/// <summary>Checks that every assembly a plugin was compiled against will be found, in the version it asks for or a newer one.</summary>
internal static class DependencyCheck
{
    /// <summary>What is missing or too old, in the order of references.</summary>
    public static IEnumerable<Diagnosis> Check(AssemblyImage file, string place, string folder)
    {
        foreach (AssemblyReference reference in file.References)
        {
            string name = file.Metadata.GetString(reference.Name);
            if (SharedAssemblies.IsShared(name) || SharedAssemblies.IsFramework(name))
            {
                continue;
            }

            if (Find(folder, name) is not { } path)
            {
                yield return LoadDiagnoses.DependencyMissing(place, name, reference.Version, DisplayPath.Of(folder));
            }
            else if (VersionOf(path) is { } found && found < reference.Version)
            {
                yield return LoadDiagnoses.DependencyTooOld(place, name, reference.Version, found);
            }
        }
    }

    /// <summary>A DLL of that name beside the plugin, else in a folder for one kind of machine below it.</summary>
    private static string? Find(string folder, string name)
    {
        string file = $"{name}.dll";
        string beside = Path.Combine(folder, file);
        string runtimes = Path.Combine(folder, "runtimes");
        return File.Exists(beside) ? beside
            : Directory.Exists(runtimes) ? Directory.EnumerateFiles(runtimes, file, SearchOption.AllDirectories).Order(StringComparer.Ordinal).FirstOrDefault()
            : null;
    }

    private static Version? VersionOf(string path)
    {
        (AssemblyImage? file, _) = AssemblyImage.Open(path);
        using (file)
        {
            return file?.Version;
        }
    }
}
