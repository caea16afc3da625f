using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PluginLab.Architecture.Tests;

/// <summary>The templates of plugins name the versions of this repository.</summary>
public sealed partial class TemplateTests
{
    private static IEnumerable<string> Projects => Places.Sources("Host/templates/content", "*.*proj");

    [Test]
    public void Packages_have_the_versions_that_are_tested_here()
    {
        Dictionary<string, string> central = References(Path.Combine(Places.RepositoryRoot, "Directory.Packages.props"), "PackageVersion");
        IEnumerable<KeyValuePair<string, string>> named = Projects.SelectMany(project => References(project, "PackageReference"));
        IEnumerable<KeyValuePair<string, string>> others = named.Where(package => package.Value != "PLUGINLAB_VERSION" && central.GetValueOrDefault(package.Key) != package.Value);

        Assert.That(named.Count(package => package.Value == "PLUGINLAB_VERSION"), Is.EqualTo(Projects.Count()));
        Assert.That(others.Distinct(), Is.Empty);
    }

    [Test]
    public void Templates_ask_for_the_packages_of_their_own_version()
    {
        string version = Assembly.LoadFrom(Path.Combine(Places.HostFolder, "PluginLab.Abstractions.dll")).GetName().Version!.ToString(3);
        string[] settings = [.. Places.Sources("Host/templates/content", "template.json").Select(File.ReadAllText)];

        Assert.That(settings, Has.Length.EqualTo(5));
        Assert.That(settings.Select(text => DefaultVersion().Match(text).Groups["version"].Value), Is.All.EqualTo(version));
    }

    private static Dictionary<string, string> References(string file, string element) => XDocument.Load(file).Descendants(element)
        .ToDictionary(package => package.Attribute("Include")!.Value, package => package.Attribute("Version")!.Value);

    [GeneratedRegex("\"defaultValue\": \"(?<version>[^\"]+)\"")]
    private static partial Regex DefaultVersion();
}
