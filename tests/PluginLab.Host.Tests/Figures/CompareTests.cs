using PluginLab.Figures;
using PluginLab.Host.Figures;

namespace PluginLab.Host.Tests.Figures;

internal sealed class CompareTests
{
    private StoredSamples lab = null!;

    [SetUp]
    public void StoreFigures()
    {
        lab = new StoredSamples();
        lab.Store("results", "first", SampleFigures.Line("decay", 4, 2, 1));
        lab.Store("results", "second", SampleFigures.Line("decay", 4, 3, 2));
        Figure wide = SampleFigures.Line("decay", 4, 3, 2);
        Mark other = ((Line)wide.Panels[0].Marks[0]) with { Id = "other" };
        lab.Store("results", "wide", wide with { Panels = [wide.Panels[0], wide.Panels[0] with { Marks = [other] }] });
    }

    [TearDown]
    public void DeleteFolder() => lab.Dispose();

    [Test]
    public void An_overlay_holds_the_series_of_all_runs_by_name()
    {
        (int code, _, string errors) = Compare("decay", "first", "second");

        Assert.That(code, Is.Zero, errors);
        Assert.That(lab.Read("out.svg"), Does.Contain("measured (first)").And.Contain("measured (second)").And.Contain("first-measured").And.Contain("second-measured"));
    }

    [Test]
    public void Tiles_share_their_scales_and_name_their_runs()
    {
        Figure tiles = FigureMerge.Tiles([Stored("first", 1), Stored("second", 100)]);

        RenderedFigure drawing = new Rendering.SvgRenderer().Render(tiles, new RenderOptions());

        Assert.That(drawing.Layout.Panels.Select(panel => panel.Y.Limits).Distinct(), Has.Exactly(1).Items);
        Assert.That(drawing.Layout.Texts.Select(text => text.Text), Has.Some.Contains("first").And.Some.Contains("second"));
    }

    [TestCase("there is no run \"frist\" with figures; did you mean \"first\"?", "decay", "frist", "second")]
    [TestCase("run \"first\" has no figure \"dekay\"; did you mean \"decay\"?", "dekay", "first", "second")]
    [TestCase("RUN names one run only; name two or more that differ.", "decay", "first", "first")]
    [TestCase("'first/decay' and 'wide/decay' differ in their number of panels and cannot be laid over each other; use --as tiles.", "decay", "first", "wide")]
    [TestCase("--as is \"heap\"; it must be overlay or tiles.", "decay", "first", "second", "--as", "heap")]
    [TestCase("Required argument", "decay", "first")]
    public void What_is_wrong_is_told(string message, params string[] words)
    {
        (int code, string output, string errors) = Compare(words);

        Assert.That(code, Is.EqualTo(2), output);
        Assert.That(errors, Does.Contain(message));
        Assert.That(File.Exists(lab.PathOf("out.svg")), Is.False);
    }

    private static StoredFigure Stored(string run, double scale) => new() { Run = run, Metadata = new Dictionary<string, string>(), Figure = SampleFigures.Line("decay", scale * 4, scale) };

    private (int ExitCode, string Output, string Errors) Compare(params string[] words) => lab.Run(["compare", .. words, "--results", "/results", "--out", "/out.svg"]);
}
