using System.Reflection;
using PluginLab.Bench.Peers;

namespace PluginLab.Bench.Tests.Peers;

internal sealed class PerformancePageTests
{
    private static string Page => File.ReadAllText(Path.Combine(
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!, "docs", "performance.md"));

    [Test]
    public void Tables_and_figure_take_the_place_of_what_is_between_the_marks() => Assert.That(
        PerformancePage.Replace("before\n<!-- measured -->\nold\n<!-- /measured -->\nafter\n", "new\n"),
        Is.EqualTo("before\n<!-- measured -->\n\nnew\n\n![Seconds against error of W1P, W1Q and the networks, PluginLab and its peers](images/work-precision.svg)\n\n<!-- /measured -->\nafter\n"));

    [TestCase("no marks")]
    [TestCase("<!-- measured -->\nno end")]
    [TestCase("<!-- /measured -->\n<!-- measured -->\nthe wrong way round")]
    public void A_page_without_marks_is_refused(string page) =>
        Assert.That(() => PerformancePage.Replace(page, "new\n"), Throws.TypeOf<InvalidDataException>().With.Message.Contains("<!-- /measured -->"));

    [Test]
    public void The_committed_page_shows_the_figure_once_when_it_is_written_anew()
    {
        string page = PerformancePage.Replace(Page, "new\n");

        Assert.That(page.Split("(images/work-precision.svg)"), Has.Length.EqualTo(2));
        Assert.That(PerformancePage.Replace(page, "new\n"), Is.EqualTo(page));
    }

    [Test]
    public void The_committed_page_has_a_row_for_each_goal() =>
        Assert.That(Bar.All.Where(bar => !Page.Contains($"\n| {bar.Label} | ", StringComparison.Ordinal)), Is.Empty);
}
