using System.Text.RegularExpressions;

namespace PluginLab.Architecture.Tests;

/// <summary>The host owns the clock, files, the console and randomness; within it, few places do.</summary>
public sealed partial class OwnershipTests
{
    private static readonly string[] BannedTypes =
    [
        "System.Console", "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo",
        "System.Random", "System.Security.Cryptography.RandomNumberGenerator", "System.Diagnostics.Stopwatch", "System.TimeProvider",
    ];

    private static readonly string[] BannedMembers =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        "System.Guid.NewGuid", "System.Threading.Thread.Sleep",
    ];

    private static readonly string[] FoldersWithFiles = ["Cli", "Planning", "Simulation", "Extensibility", "Storage"];

    private static IEnumerable<TestCaseData> ComputingAssemblies() =>
        Places.ComputingAssemblies.Select(path => new TestCaseData(path).SetArgDisplayNames(Path.GetFileNameWithoutExtension(path)));

    [TestCaseSource(nameof(ComputingAssemblies))]
    public void A_library_or_plugin_uses_no_clock_file_console_or_foreign_randomness(string path)
    {
        AssemblyReferences references = AssemblyReferences.Of(path);

        // Compiled iterators ask for the current thread; everything else of the environment is off limits.
        IEnumerable<string> environment = references.Members.Where(
            member => member.StartsWith("System.Environment.", StringComparison.Ordinal) && member != "System.Environment.get_CurrentManagedThreadId");
        Assert.That(
            references.Types.Select(type => type.FullName).Intersect(BannedTypes).Concat(references.Members.Intersect(BannedMembers)).Concat(environment), Is.Empty);
    }

    [Test]
    public void The_compiler_holds_the_ban_in_every_such_project()
    {
        IEnumerable<string> projects = Places.Sources("Abstractions", "*.csproj")
            .Concat(Places.Sources("Plugins", "*.csproj"))
            .Concat(Places.Sources("Host/PluginLab.Rendering", "*.csproj"));

        IEnumerable<string> unguarded = projects.Where(
            project => !File.ReadAllText(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json")).Contains("Microsoft.CodeAnalysis.BannedApiAnalyzers", StringComparison.Ordinal));

        Assert.That(unguarded, Is.Empty);
    }

    [Test]
    public void The_ban_of_the_compiler_and_of_these_tests_name_the_same_types()
    {
        IEnumerable<string> ofCompiler = File.ReadLines(Path.Combine(Places.RepositoryRoot, "BannedSymbols.txt"))
            .Where(line => line.StartsWith("T:", StringComparison.Ordinal))
            .Select(line => line[2..line.IndexOf(';', StringComparison.Ordinal)]);

        Assert.That(ofCompiler, Is.EquivalentTo(BannedTypes.Append("System.Environment")));
    }

    [Test]
    public void In_the_layer_for_FSharp_files_belong_to_scripts_and_the_clock_and_the_console_to_nobody()
    {
        IEnumerable<string> authoring = Places.Sources("Abstractions/PluginLab.FSharp/Authoring", "*.fs").Where(file => FilePattern().IsMatch(File.ReadAllText(file)));
        IEnumerable<string> anywhere = Places.Sources("Abstractions/PluginLab.FSharp", "*.fs")
            .Where(file => ConsolePattern().IsMatch(File.ReadAllText(file)) || ClockPattern().IsMatch(File.ReadAllText(file)));

        Assert.That(authoring.Concat(anywhere), Is.Empty);
    }

    [Test]
    public void In_the_host_the_console_belongs_to_the_command_line() => Assert.That(FoldersThatUse(ConsolePattern()), Is.SubsetOf(["Cli"]));

    [Test]
    public void In_the_host_files_belong_to_few_folders_and_the_class_that_asks_for_the_commit()
    {
        IEnumerable<string> others = HostFilesThatUse(FilePattern())
            .Where(file => !FoldersWithFiles.Contains(file.Split('/')[0]) && file != "Reporting/GitCommit.cs");

        Assert.That(others, Is.Empty);
    }

    [Test]
    public void In_the_host_the_clock_belongs_to_one_class() => Assert.That(HostFilesThatUse(ClockPattern()).Count(), Is.LessThanOrEqualTo(1));

    private static IEnumerable<string> FoldersThatUse(Regex pattern) => HostFilesThatUse(pattern).Select(file => file.Split('/')[0]).Distinct();

    private static IEnumerable<string> HostFilesThatUse(Regex pattern)
    {
        string host = Path.Combine(Places.RepositoryRoot, "Host", "PluginLab.Host");
        return Places.Sources("Host/PluginLab.Host", "*.cs")
            .Where(file => File.ReadLines(file).Any(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && pattern.IsMatch(line)))
            .Select(file => Path.GetRelativePath(host, file).Replace('\\', '/'));
    }

    [GeneratedRegex(@"\b(Ansi)?Console\.")]
    private static partial Regex ConsolePattern();

    [GeneratedRegex(@"(?<![\w.""])(File|Directory)\.[A-Z]\w+\(|\bnew (FileStream|FileInfo|DirectoryInfo|StreamWriter|StreamReader)\(")]
    private static partial Regex FilePattern();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(UtcNow|Now|Today)\b|\bStopwatch\.|\bTimeProvider\.System\b")]
    private static partial Regex ClockPattern();
}
