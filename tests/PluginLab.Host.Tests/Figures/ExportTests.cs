using System.Xml.Linq;
using PluginLab.Host.Cli;
using PluginLab.Host.Cli.Figures;

namespace PluginLab.Host.Tests.Figures;

internal sealed class ExportTests
{
    private StoredSamples lab = null!;

    [SetUp]
    public void StoreFigures()
    {
        lab = new StoredSamples();
        lab.Store("results", "first", SampleFigures.Line("decay", 4, 2, 1));
        lab.Store("results", "second", SampleFigures.Line("decay", 4, 2, 1.5));
        lab.Store("results", "second", SampleFigures.Line("loss", 3, 2, 1));
    }

    [TearDown]
    public void DeleteFolder() => lab.Dispose();

    [Test]
    public void Without_options_each_figure_is_drawn_in_light_colours_at_its_own_size()
    {
        (int code, string output, string errors) = lab.Run("figures", "export", "/results", "--out", "/out");

        Assert.That(code, Is.Zero, errors);
        Assert.That(lab.FilesIn("out"), Is.EquivalentTo(new[] { "first/decay.svg", "second/decay.svg", "second/loss.svg" }));
        Assert.That(output.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(3));
        Assert.That(lab.Read("out", "first", "decay.svg"), Does.Not.Contain("prefers-color-scheme").And.Contain("width=\"640\" height=\"400\" viewBox=\"0 0 640 400\""));
    }

    [Test]
    public void Size_font_and_title_are_as_asked_for_and_the_provenance_stays()
    {
        lab.Run("figures", "export", "/results", "--filter", "first", "--width-mm", "86", "--height-mm", "60", "--font-size-pt", "12", "--no-title", "--transparent", "--out", "/out");

        XElement svg = XDocument.Parse(lab.Read("out", "first", "decay.svg")).Root!;
        Assert.That((string?)svg.Attribute("width"), Is.EqualTo("86mm"));
        Assert.That((string?)svg.Attribute("height"), Is.EqualTo("60mm"));
        Assert.That((string?)svg.Attribute("viewBox"), Is.EqualTo("0 0 243.78 170.08"), "12 pt are 4/3 of the usual 9 pt: 3/4 of the px.");
        Assert.That(svg.Descendants().Where(element => element.Name.LocalName == "text").Select(text => text.Value), Has.No.Member("A sample"));
        Assert.That(svg.Elements().Where(element => element.Name.LocalName == "rect" && (string?)element.Attribute("fill") == "#fff"), Is.Empty);
        Assert.That(svg.Elements().Single(element => element.Name.LocalName == "metadata").Value, Is.EqualTo("\nrun: first\n"));
    }

    [Test]
    public void A_height_alone_keeps_the_proportions()
    {
        lab.Run("figures", "export", "/results", "--filter", "first", "--height-mm", "60", "--out", "/out");

        Assert.That(lab.Read("out", "first", "decay.svg"), Does.Contain("width=\"96mm\" height=\"60mm\""));
    }

    [Test]
    public void A_width_alone_is_met_and_the_height_is_what_the_plots_need()
    {
        lab.Run("figures", "export", "/results", "--filter", "first", "--width-mm", "86", "--out", "/out");

        XElement svg = XDocument.Parse(lab.Read("out", "first", "decay.svg")).Root!;
        Assert.That((string?)svg.Attribute("width"), Is.EqualTo("86mm"));
        Assert.That((string?)svg.Attribute("height"), Does.EndWith("mm").And.Not.EqualTo("53.75mm"), "53.75 mm would squeeze the plot");
    }

    [Test]
    public void A_figure_that_cannot_be_drawn_does_not_keep_the_others_from_it()
    {
        lab.Store("results", "second", SampleFigures.Line("flat", 4, 2, 1) with { Size = new PluginLab.Figures.FigureSize(1000, 100) });

        (int code, _, string errors) = lab.Run("figures", "export", "/results", "--height-mm", "300", "--out", "/out");

        Assert.That(code, Is.EqualTo(ExitCode.Usage));
        Assert.That(errors, Does.Contain("second/flat: Figure 'flat' cannot be drawn"));
        Assert.That(lab.FilesIn("out"), Is.EquivalentTo(new[] { "first/decay.svg", "second/decay.svg", "second/loss.svg" }));
    }

    [Test]
    public void Both_themes_are_two_files_of_which_each_has_fixed_colours()
    {
        lab.Run("figures", "export", "/results", "--filter", "*/loss", "--theme", "both", "--out", "/out");

        Assert.That(lab.FilesIn("out"), Is.EquivalentTo(new[] { "second/loss-light.svg", "second/loss-dark.svg" }));
        Assert.That(lab.Read("out", "second", "loss-dark.svg"), Does.Contain("#14171a").And.Not.Contain("prefers-color-scheme"));
        Assert.That(lab.Read("out", "second", "loss-light.svg"), Does.Not.Contain("#14171a"));
    }

    [Test]
    public void A_second_export_takes_the_place_of_the_first()
    {
        lab.Run("figures", "export", "/results", "--filter", "first", "--out", "/out");
        string first = lab.Read("out", "first", "decay.svg");

        (int code, _, string errors) = lab.Run("figures", "export", "/results", "--filter", "first", "--theme", "dark", "--out", "/out");

        Assert.That(code, Is.Zero, errors);
        Assert.That(lab.Read("out", "first", "decay.svg"), Is.Not.EqualTo(first));
        Assert.That(lab.FilesIn("out"), Is.EqualTo(new[] { "first/decay.svg" }));
    }

    [TestCase("--width-mm is \"wide\"; it must be a number from 10 to 1000.", "--width-mm", "wide")]
    [TestCase("--height-mm is \"1001\"; it must be a number from 10 to 1000.", "--height-mm", "1001")]
    [TestCase("--font-size-pt is \"2.9\"; it must be a number from 3 to 40.", "--font-size-pt", "2.9")]
    [TestCase("--dpi is \"0\"; it must be a number from 10 to 2400.", "--dpi", "0")]
    [TestCase("--theme is \"blue\"; it must be light, dark or both.", "--theme", "blue")]
    [TestCase("--format is \"jpg\"; it must be svg, pdf or png.", "--format", "jpg")]
    [TestCase("--filter frist: no figure has such a name; did you mean \"first\"?", "--filter", "frist")]
    [TestCase("--filter */los: no figure has such a name; it can be first/decay, second/decay, second/loss", "--filter", "*/los")]
    [TestCase("--out is empty; it must be a path.", "--out", "")]
    [TestCase("first/decay: Figure 'decay' cannot be drawn: With this size and font it is laid out on 56 × 56 px", "--filter", "first", "--width-mm", "15", "--height-mm", "15")]
    [TestCase("there is no option \"--theem\"; did you mean \"--theme\"?", "--theem")]
    public void What_is_wrong_is_told_once(string message, params string[] options)
    {
        (int code, string output, string errors) = lab.Run(["figures", "export", "/results", .. options]);

        Assert.That(code, Is.EqualTo(2));
        Assert.That(errors, Does.StartWith("pluginlab: ").And.Contain(message));
        Assert.That(errors.Split("pluginlab: "), Has.Length.EqualTo(2));
        Assert.That(output, Is.Empty);
    }

    [Test]
    public void A_folder_that_is_not_there_or_holds_no_results_is_told_with_a_remedy()
    {
        Directory.CreateDirectory(lab.PathOf("empty"));
        Directory.CreateDirectory(lab.PathOf("old", "runs", "first"));

        Assert.That(lab.Run("figures", "export", "/nowhere").Errors, Does.Match("There is no folder '.*nowhere'. Make it with pluginlab run --out "));
        Assert.That(lab.Run("figures", "export", "/empty").Errors, Does.Contain("is no folder of results: it holds no 'runs'."));
        Assert.That(lab.Run("figures", "export", "/old").Errors, Does.Contain("holds no figures (runs/NAME/figures/ID.figure.json); run again with this PluginLab to get them."));
    }

    [TestCase("{", "cannot be read as a figure: ")]
    [TestCase("""{ "version": 9, "run": "first", "metadata": {}, "figure": null }""", "cannot be read as a figure: ")]
    public void A_file_that_was_damaged_is_told(string text, string message)
    {
        lab.Write("results/runs/first/figures/decay.figure.json", text);

        (int code, _, string errors) = lab.Run("figures", "export", "/results");

        Assert.That(code, Is.EqualTo(2));
        Assert.That(errors, Does.Contain(message).And.Contain("Run again to write it anew."));
    }

    [Test]
    public void A_model_cannot_send_its_drawing_to_another_place()
    {
        lab.Write("results/runs/first/figures/decay.figure.json", lab.Read("results", "runs", "second", "figures", "loss.figure.json"));

        (int code, _, string errors) = lab.Run("figures", "export", "/results", "--out", "/out");

        Assert.That(code, Is.EqualTo(2));
        Assert.That(errors, Does.Contain("it holds the figure 'second/loss'; its place is that of 'first/decay'"));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("/nowhere-at-all")]
    public void Without_rsvg_convert_the_message_says_how_to_get_it(string? searchPath) => Assert.That(
        () => RsvgConvert.Find(searchPath),
        Throws.TypeOf<UsageException>().With.Message.EqualTo(
            "PDF and PNG are made by rsvg-convert, which is not in the PATH. Install librsvg2-bin (Debian, Ubuntu), librsvg2-tools (Fedora) or librsvg (Homebrew), or use --format svg."));
}
