using System.Reflection;

namespace PluginLab.Documentation.Tests;

/// <summary>Paths of the repository and of what its build made.</summary>
internal static class Built
{
    /// <summary>The host's executable assembly.</summary>
    public static string Host { get; } = Metadata("HostAssembly");

    /// <summary>A file of the repository.</summary>
    public static string RepositoryFile(string path) => Path.Combine(Metadata("RepositoryRoot"), path);

    /// <summary>What was built: Debug or Release.</summary>
    public static string Configuration { get; } = Metadata("Configuration");

    /// <summary>Where the SDK keeps the package of F#'s own library, which a project takes that asks for none.</summary>
    public static string PackagesOfSdk { get; } = Metadata("PackagesOfSdk");

    /// <summary>The build output of an example plugin.</summary>
    public static string Example(string name) => RepositoryFile(Path.Combine("docs", "examples", name, Metadata("ExampleOutput")));

    private static string Metadata(string key) =>
        typeof(Built).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
