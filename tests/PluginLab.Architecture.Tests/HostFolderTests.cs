using System.Text.RegularExpressions;

namespace PluginLab.Architecture.Tests;

/// <summary>The folders of the host below the command line do not know it.</summary>
public sealed partial class HostFolderTests
{
    [TestCase("Planning")]
    [TestCase("Execution")]
    [TestCase("Storage")]
    [TestCase("Reporting")]
    [TestCase("Figures")]
    [TestCase("Extensibility")]
    [TestCase("Simulation")]
    [TestCase("Benchmarks")]
    public void A_folder_does_not_refer_to_the_command_line(string folder)
    {
        string[] files = [.. Places.Sources($"Host/PluginLab.Host/{folder}", "*.cs")];

        Assert.That(files, Is.Not.Empty);
        Assert.That(files.Where(RefersToCommandLine), Is.Empty);
    }

    [Test]
    public void The_rule_sees_a_reference() => Assert.That(Places.Sources("Host/PluginLab.Host", "Program.cs").Where(RefersToCommandLine), Has.Exactly(1).Items);

    private static bool RefersToCommandLine(string file) =>
        File.ReadLines(file).Any(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && CommandLinePattern().IsMatch(line));

    [GeneratedRegex(@"\bCli\b")]
    private static partial Regex CommandLinePattern();
}
