using System.Reflection;

namespace PluginLab.Host.Tests.Extensibility;

/// <summary>Paths of what the build made.</summary>
internal static class Built
{
    /// <summary>The host's executable assembly.</summary>
    public static string Host { get; } = Metadata("HostAssembly");

    /// <summary>A file of the repository.</summary>
    public static string InRepository(string name) => Path.Combine(Metadata("RepositoryRoot"), name);

    /// <summary>The folder of a bundled plugin.</summary>
    public static string BundledPlugin(string name) => Path.Combine(Path.GetDirectoryName(Host)!, "plugins", name);

    /// <summary>A contract assembly of the host.</summary>
    public static string Contract(string name) => Path.Combine(Path.GetDirectoryName(Host)!, $"{name}.dll");

    /// <summary>The DLL of a test plugin.</summary>
    public static string TestPlugin(string name) => Path.Combine(Metadata("TestPlugins"), name, $"{name}.dll");

    /// <summary>A private library that test plugins use; version is "one" or "two".</summary>
    public static string PrivateLibrary(string version) => Path.Combine(Metadata("TestPlugins"), "libraries", version, "PrivateLibrary.dll");

    private static string Metadata(string key) =>
        typeof(Built).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
