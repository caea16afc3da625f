using System.Reflection.Metadata;
using PluginLab.Host.Extensibility.Preflight;

namespace PluginLab.Host.Extensibility.Checking;

/// <summary>Compares every member that a plugin uses of the libraries in its folder with what they have.</summary>
/// <remarks>The runtime itself would tell only when the code that uses such a member runs.</remarks>
internal static class LibraryCheck
{
    /// <summary>What the plugin needs and its libraries have not.</summary>
    public static IReadOnlyList<Diagnosis> Check(string assemblyPath)
    {
        (AssemblyImage? file, _) = AssemblyImage.Open(assemblyPath);
        using (file)
        {
            return file is null ? [] : new ContractComparison(Libraries(file)).Compare(file, assemblyPath);
        }
    }

    private static Dictionary<string, ContractIndex> Libraries(AssemblyImage file)
    {
        Dictionary<string, ContractIndex> libraries = new(StringComparer.Ordinal);
        foreach (AssemblyReference reference in file.References)
        {
            string name = file.Metadata.GetString(reference.Name);
            string path = Path.Combine(Path.GetDirectoryName(file.Path)!, $"{name}.dll");
            if (!Loading.SharedAssemblies.IsShared(name) && File.Exists(path) && ContractIndex.ReadLibrary(path) is { } library)
            {
                libraries[name] = library;
            }
        }

        return libraries;
    }
}
