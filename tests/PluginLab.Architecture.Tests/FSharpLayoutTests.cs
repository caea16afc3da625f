namespace PluginLab.Architecture.Tests;

/// <summary>F# sources, which <c>dotnet format</c> leaves alone.</summary>
public sealed class FSharpLayoutTests
{
    private const int LongestLine = 140;
    private static readonly string[] Folders = ["Abstractions", "Plugins", "tests"];

    private static IEnumerable<TestCaseData> Sources() => Folders
        .SelectMany(folder => Places.Sources(folder, "*.fs"))
        .Select(file => new TestCaseData(file).SetArgDisplayNames(Path.GetRelativePath(Places.RepositoryRoot, file).Replace('\\', '/')));

    [TestCaseSource(nameof(Sources))]
    public void A_source_has_short_lines_without_tabs_or_carriage_returns(string file)
    {
        string text = File.ReadAllText(file);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(text, Does.Not.Contain('\t'));
            Assert.That(text, Does.Not.Contain('\r'));
            Assert.That(text, Does.EndWith("\n"));
            Assert.That(text.Split('\n').Where(line => line.Length > LongestLine || line.EndsWith(' ')), Is.Empty);
        }
    }
}
