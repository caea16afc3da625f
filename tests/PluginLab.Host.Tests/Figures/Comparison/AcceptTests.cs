namespace PluginLab.Host.Tests.Figures.Comparison;

internal sealed class AcceptTests
{
    private StoredSamples lab = null!;

    [SetUp]
    public void StoreFigures()
    {
        lab = new StoredSamples();
        lab.Store("results", "first", SampleFigures.Line("decay", 4, 2, 1));
        lab.Store("results", "second", SampleFigures.Line("loss", 3, 2, 1));
    }

    [TearDown]
    public void DeleteFolder() => lab.Dispose();

    [Test]
    public void What_was_accepted_is_the_same_as_the_results()
    {
        (int code, string output, string errors) = Accept();

        Assert.That(code, Is.Zero, errors);
        Assert.That(output, Does.Contain("2 of 2 figures differ: 2 added."));
        Assert.That(lab.Run("figures", "diff", "/approved", "/results", "--out", "/diff.html").ExitCode, Is.Zero);
    }

    [Test]
    public void What_results_no_longer_hold_is_removed_and_nothing_else()
    {
        Accept();
        Directory.Delete(lab.PathOf("results", "runs", "second"), recursive: true);
        lab.Write("approved/README.md", "Looked at by eye.");

        (_, string output, _) = Accept();

        Assert.That(output, Does.Contain("| second/loss | removed |"));
        Assert.That(lab.FilesIn("approved"), Is.EquivalentTo(new[] { "README.md", "runs/first/figures/decay.figure.json", "runs/first/figures/decay.svg" }));
        Assert.That(Directory.Exists(lab.PathOf("approved", "runs", "second")), Is.False);
    }

    [Test]
    public void With_a_filter_the_others_stay_as_they_were_approved()
    {
        Accept();
        lab.Store("results", "first", SampleFigures.Line("decay", 4, 2, 1.5));
        lab.Store("results", "second", SampleFigures.Line("loss", 3, 2, 1.5));

        Accept("--filter", "first");

        (_, string output, _) = lab.Run("figures", "diff", "/approved", "/results", "--out", "/diff.html");
        Assert.That(output, Does.Contain("| second/loss | changed |").And.Not.Contain("first/decay"));
    }

    private (int ExitCode, string Output, string Errors) Accept(params string[] options) => lab.Run(["figures", "accept", "/results", "--to", "/approved", .. options]);
}
