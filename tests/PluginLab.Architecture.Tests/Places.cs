using System.Reflection;

namespace PluginLab.Architecture.Tests;

/// <summary>Where sources and built assemblies are.</summary>
internal static class Places
{
    public static string RepositoryRoot => Metadata("RepositoryRoot");

    public static string HostFolder => Metadata("HostFolder");

    /// <summary>The bundled plugins: each folder beside the host with the assembly of its name.</summary>
    public static IReadOnlyList<string> PluginAssemblies => [.. Directory.GetDirectories(Path.Combine(HostFolder, "plugins"))
        .Order(StringComparer.Ordinal)
        .Select(folder => Path.Combine(folder, Path.GetFileName(folder) + ".dll"))];

    /// <summary>The assemblies that compute only: libraries and plugins, not the host.</summary>
    public static IReadOnlyList<string> ComputingAssemblies => [
        Path.Combine(HostFolder, "PluginLab.Abstractions.dll"),
        Path.Combine(HostFolder, "PluginLab.Numerics.dll"),
        Path.Combine(HostFolder, "PluginLab.Rendering.dll"),
        Path.Combine(HostFolder, "PluginLab.Testing.dll"),
        Path.Combine(AppContext.BaseDirectory, "PluginLab.GradientFlows.dll"),
        .. PluginAssemblies];

    /// <summary>Source files below a folder of the repository, without what builds left there.</summary>
    public static IEnumerable<string> Sources(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(RepositoryRoot, folder), pattern, SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(RepositoryRoot, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "artifacts"))
            .Order(StringComparer.Ordinal);

    private static string Metadata(string key) =>
        typeof(Places).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
