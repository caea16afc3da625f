using System.Collections.Frozen;
using System.Reflection;
using System.Runtime.Loader;
using PluginLab.Extensibility;

namespace PluginLab.Host.Extensibility.Loading;

/// <summary>
/// The assemblies of which host and plugins use one copy: the contracts, by simple name and whatever the version, and the framework.
/// Everything else is private to a plugin.
/// </summary>
internal static class SharedAssemblies
{
    /// <summary>Name of the assembly that holds the contracts.</summary>
    public const string Abstractions = "PluginLab.Abstractions";

    private const string Numerics = "PluginLab.Numerics";

    /// <summary>A plugin's constructor may ask for loggers and services: their types must be the host's.</summary>
    private static readonly string[] ConstructorContracts =
        ["Microsoft.Extensions.Logging.Abstractions", "Microsoft.Extensions.DependencyInjection.Abstractions"];

    private static readonly FrozenSet<string> Shared = new[] { Abstractions, Numerics }.Concat(ConstructorContracts).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly string FrameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <summary>The contract assemblies of this host.</summary>
    public static IReadOnlyList<string> ContractPaths { get; } =
        [typeof(IPlugin).Assembly.Location, Path.Combine(Path.GetDirectoryName(typeof(IPlugin).Assembly.Location)!, $"{Numerics}.dll")];

    /// <summary>Whether the assembly is one that host and plugins share.</summary>
    public static bool IsShared(string name) => Shared.Contains(name);

    /// <summary>Whether the assembly is part of the framework that the host runs on; a plugin never gets a copy of its own.</summary>
    public static bool IsFramework(string name) => File.Exists(Path.Combine(FrameworkFolder, $"{name}.dll"));

    /// <summary>The host's copy of a shared assembly, whatever version was asked for.</summary>
    public static Assembly Load(string name) => AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName(name));
}
