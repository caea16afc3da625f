using System.Reflection;
using PluginLab.Dynamics;
using PluginLab.Numerics.Integration;
using PluginLab.Testing;

namespace PluginLab.Architecture.Tests;

/// <summary>The public surface changes only on purpose: together with its approved text.</summary>
public sealed class PublicApiTests
{
    private static readonly Assembly[] Assemblies =
        [typeof(IDynamicsSystem).Assembly, typeof(StepIntegrators).Assembly, typeof(PluginContract).Assembly, typeof(PluginLab.FSharp.Report).Assembly];

    private static IEnumerable<TestCaseData> Cases() => Assemblies.Select(assembly => new TestCaseData(assembly).SetArgDisplayNames(assembly.GetName().Name!));

    [TestCaseSource(nameof(Cases))]
    public void The_public_surface_is_the_approved_one(Assembly assembly)
    {
        string folder = Path.Combine(Places.RepositoryRoot, "tests", "PluginLab.Architecture.Tests", "Approved");
        string approved = Path.Combine(folder, assembly.GetName().Name + ".approved.txt");
        string received = Path.Combine(folder, assembly.GetName().Name + ".received.txt");
        string[] actual = [.. PublicApi.Lines(assembly)];
        string[] expected = File.Exists(approved) ? File.ReadAllLines(approved) : [];

        if (actual.SequenceEqual(expected))
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, string.Concat(actual.Select(line => line + "\n")));
        Assert.Fail(
            $"The public surface of {assembly.GetName().Name} changed.\n"
            + string.Concat(expected.Except(actual).Select(line => $"- {line}\n"))
            + string.Concat(actual.Except(expected).Select(line => $"+ {line}\n"))
            + $"If that is meant, accept it and say so in CHANGELOG.md:\n  mv {Relative(received)} {Relative(approved)}");
    }

    private static string Relative(string path) => Path.GetRelativePath(Places.RepositoryRoot, path);
}
