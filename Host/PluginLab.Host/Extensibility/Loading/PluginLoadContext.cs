using System.Reflection;
using System.Runtime.Loader;

namespace PluginLab.Host.Extensibility.Loading;

/// <summary>The assemblies of one plugin, apart from those of the host and of other plugins.</summary>
/// <remarks>
/// Never collectible: a collectible context ignores precompiled code, slows statics and lambdas, and leaks through timers and caches.
/// A fresh process is the reload.
/// </remarks>
internal sealed class PluginLoadContext : AssemblyLoadContext
{
    private readonly string folder;
    private readonly string shownFolder;
    private readonly Lazy<AssemblyDependencyResolver?> resolver;

    /// <summary>Creates the context of a plugin.</summary>
    /// <param name="name">Name of the plugin.</param>
    /// <param name="assemblyPath">The plugin's DLL.</param>
    /// <param name="shownFolder">Where the plugin lies for its owner, who knows nothing of copies.</param>
    public PluginLoadContext(string name, string assemblyPath, string shownFolder)
        : base(name, isCollectible: false)
    {
        folder = Path.GetDirectoryName(assemblyPath)!;
        this.shownFolder = shownFolder;
        resolver = new(() => NeedsResolver(folder) ? new AssemblyDependencyResolver(assemblyPath) : null);
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string name = assemblyName.Name ?? "";
        if (SharedAssemblies.IsShared(name))
        {
            return SharedAssemblies.Load(name);
        }

        // Null hands over to the host's context, for the framework, and to the search beside the parent assembly, for satellites.
        bool isSatellite = !string.IsNullOrEmpty(assemblyName.CultureName);
        if (isSatellite || SharedAssemblies.IsFramework(name))
        {
            return null;
        }

        string? path = resolver.Value?.ResolveAssemblyToPath(assemblyName) ?? Beside($"{name}.dll");
        return path is not null
            ? LoadFromAssemblyPath(path)
            : throw new FileNotFoundException($"{name} {assemblyName.Version} is not in {shownFolder}.", name);
    }

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName) => FindNative(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;

    /// <summary>Where the plugin brings a native library of that name; null if it does not.</summary>
    public string? FindNative(string name) =>
        resolver.Value?.ResolveUnmanagedDllToPath(name) ?? NativeFileNames(name).Select(Beside).FirstOrDefault(path => path is not null);

    /// <summary>Without assets for several kinds of machines, looking beside the DLL gives the same answer, without reading deps.json.</summary>
    private static bool NeedsResolver(string folder) => Directory.Exists(Path.Combine(folder, "runtimes"));

    private static string[] NativeFileNames(string name) =>
        OperatingSystem.IsWindows() ? [name, $"{name}.dll"]
        : OperatingSystem.IsMacOS() ? [name, $"lib{name}.dylib", $"{name}.dylib"]
        : [name, $"lib{name}.so", $"{name}.so"];

    private string? Beside(string fileName)
    {
        string path = Path.Combine(folder, fileName);
        return File.Exists(path) ? path : null;
    }
}
