using PluginLab.Figures;

namespace PluginLab.Documentation.Tests.FigureGallery;

/// <summary>docs/gallery.md shows what its code draws.</summary>
public sealed class GalleryPageTests
{
    private static GalleryPage Source { get; } = new();

    [Test]
    public void The_page_and_its_drawings_are_what_the_examples_make()
    {
        string received = Built.RepositoryFile("docs/gallery.received");
        Dictionary<string, byte[]> stale = Source.Create().Where(file => !IsThere(file.Key, file.Value)).ToDictionary();
        if (Directory.Exists(received))
        {
            Directory.Delete(received, recursive: true);
        }

        foreach ((string path, byte[] content) in stale)
        {
            string target = Path.Combine(received, Path.GetRelativePath("docs", path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, content);
        }

        Assert.That(stale.Keys, Is.Empty, "Look at docs/gallery.received; if the change is meant, accept it:\n  cp -r docs/gallery.received/. docs && rm -r docs/gallery.received");
    }

    [Test]
    public void No_drawing_is_left_of_a_figure_that_is_gone() => Assert.That(
        Directory.GetFiles(Built.RepositoryFile("docs/gallery")).Select(Path.GetFileName),
        Is.EquivalentTo(Source.Figures.Select(figure => $"{figure.Id}.svg").Append("sha256.txt")));

    [Test]
    public void Every_figure_of_the_examples_stands_there_once() => Assert.That(Source.Placed, Is.EquivalentTo(Source.Figures.Select(figure => figure.Id)));

    [Test]
    public void Every_kind_of_mark_is_shown()
    {
        IEnumerable<Type> kinds = typeof(Mark).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Mark)) && !type.IsAbstract);
        Assert.That(kinds.Except(Source.Figures.SelectMany(figure => figure.Panels).SelectMany(panel => panel.Marks).Select(mark => mark.GetType())), Is.Empty);
    }

    [Test]
    public void Every_kind_of_axis_and_of_shared_part_is_shown()
    {
        Panel[] panels = [.. Source.Figures.SelectMany(figure => figure.Panels)];
        SharedParts shared = Source.Figures.Aggregate(SharedParts.None, (all, figure) => all | figure.Shared);
        Assert.That(Enum.GetValues<AxisScale>().Except(panels.SelectMany(panel => new[] { panel.X.Scale, panel.Y.Scale })), Is.Empty);
        Assert.That(panels.Any(panel => panel.X.Ticks is not null), "a category axis");
        Assert.That(shared, Is.EqualTo(SharedParts.XAxis | SharedParts.YAxis | SharedParts.ColorBar | SharedParts.Legend));
    }

    [Test]
    public void Every_link_leads_to_a_heading_or_a_file()
    {
        Page page = new("docs/gallery.md");
        Assert.That(page.BrokenLinks(), Is.Empty);
        Assert.That(page.BrokenAnchors(), Is.Empty);
    }

    private static bool IsThere(string path, byte[] content) =>
        File.Exists(Built.RepositoryFile(path)) && File.ReadAllBytes(Built.RepositoryFile(path)).AsSpan().SequenceEqual(content);
}
