namespace PluginLab.Documentation.Tests;

/// <summary>The packages of this repository, packed once from what was built, and nothing of the network.</summary>
internal static class PackageFeed
{
    private static readonly string[] Projects = ["Abstractions/PluginLab.Abstractions", "Abstractions/PluginLab.Numerics", "Host/PluginLab.Rendering", "Abstractions/PluginLab.FSharp"];
    private static readonly Lazy<DirectoryInfo> Packed = new(Pack);

    /// <summary>Lets the projects of a laboratory take their packages from here, and what else they need from those that building this repository restored.</summary>
    public static void Offer(Laboratory laboratory)
    {
        string restored = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        laboratory.Write("nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Path.Combine(Packed.Value.FullName, "taken")}" /></config>
              <packageSources><clear /><add key="packed" value="{Packed.Value.FullName}" /><add key="restored" value="{restored}" /><add key="sdk" value="{Built.PackagesOfSdk}" /></packageSources>
              <packageSourceMapping>
                <packageSource key="packed"><package pattern="PluginLab.*" /></packageSource>
                <packageSource key="sdk"><package pattern="FSharp.Core" /></packageSource>
                <packageSource key="restored"><package pattern="*" /></packageSource>
              </packageSourceMapping>
            </configuration>
            """);
    }

    /// <summary>Removes the packages, if any were packed.</summary>
    public static void Remove()
    {
        if (Packed.IsValueCreated)
        {
            Packed.Value.Delete(recursive: true);
        }
    }

    private static DirectoryInfo Pack()
    {
        DirectoryInfo feed = Directory.CreateTempSubdirectory("pluginlab-feed-");
        Parallel.ForEach(Projects, project =>
        {
            (int exitCode, string output) = Tool.Start(Built.RepositoryFile(project), "pack", "--no-build", "-c", Built.Configuration, "-o", feed.FullName);
            Assert.That(exitCode, Is.Zero, output);
        });
        return feed;
    }
}

/// <summary>What all tests leave behind.</summary>
[SetUpFixture]
public sealed class Leftovers
{
    [OneTimeTearDown]
    public void Remove() => PackageFeed.Remove();
}
