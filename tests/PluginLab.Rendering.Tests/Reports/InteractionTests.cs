using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using PluginLab.Figures;
using PluginLab.Rendering.Reports;

namespace PluginLab.Rendering.Tests.Reports;

/// <summary>What the page gives its script, and the script itself as far as it can be checked without a browser.</summary>
public sealed partial class InteractionTests
{
    private const int MostScriptBytes = 8192;
    private const string Hostile = "</script><script>alert(1)</script> & ]]> \u202e {x} '\"";

    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    private static string Page(string name = "run", IReadOnlyList<string>? tags = null, params Figure[] figures) => ReportPage.Write(
    [
        new RunReport
        {
            Name = name, ExperimentId = "e", Title = "T", Question = "Q?", Plugin = "P", State = RunState.Finished, Integrator = "i", Command = "c", Tags = tags ?? [],
            Figures = [.. figures.Select(figure => new ReportedFigure(figure, Drawings.Draw(figure, prefix: name), "i.svg", "d.csv", FigureData.Write(figure)))],
        },
    ]);

    /// <summary>What the page says of its only figure.</summary>
    internal static JsonElement Facts(params Mark[] marks) => Facts(Drawings.OnePanel(marks));

    internal static JsonElement Facts(Figure figure) =>
        JsonDocument.Parse(DataBlock().Match(Page(figures: figure)).Groups[1].Value).RootElement;

    /// <summary>The numbers of a column, by the rule that the script follows.</summary>
    internal static double[] Numbers(JsonElement column)
    {
        double unit = Math.Pow(10, column[0].GetInt32()), sum = 0;
        return [.. column.EnumerateArray().Skip(1).Select(step => step.ValueKind == JsonValueKind.Null ? double.NaN : (sum += step.GetDouble()) * unit)];
    }

    [Test]
    public void The_policy_allows_the_one_short_script_of_the_page_and_nothing_from_elsewhere()
    {
        string page = Page(figures: Drawings.OnePanel(new Line { Id = "line", X = [0, 1], Y = [0, 1] }));
        string[] scripts = [.. Script().Matches(page).Select(match => match.Groups[1].Value)];
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(scripts[0])));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(scripts, Has.Length.EqualTo(1));
            Assert.That(Encoding.UTF8.GetByteCount(scripts[0]), Is.LessThanOrEqualTo(MostScriptBytes));
            Assert.That(page, Does.Contain($"content=\"default-src 'none'; script-src 'sha256-{hash}'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'\""));
            Assert.That(scripts[0], Has.Length.GreaterThan(1000));
            Assert.That(Address().Matches(scripts[0]).Select(match => match.Value), Is.EqualTo(new[] { "http://www.w3.org/2000/svg" }), "the name of SVG, not an address");
            Assert.That(scripts[0], Does.Not.Contain("eval(").And.Not.Contain("innerHTML").And.Not.Contain("fetch("));
        }
    }

    [Test]
    public void Hostile_names_stay_text_in_the_data_of_a_figure()
    {
        Figure figure = Drawings.OnePanel(Axis.Linear(RichText.Escape(Hostile)), Axis.Linear("$y$"), new Line { Id = "line", Label = RichText.Escape(Hostile), X = [0, 1], Y = [0, 1] });
        string page = Page(tags: [Hostile], figures: figure);
        XDocument document = XDocument.Parse(page);
        string data = document.Descendants(Html + "script").First().Value;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Descendants(Html + "script").Count(), Is.EqualTo(2), "the data and the script");
            Assert.That(data, Does.Not.Contain("<").And.Not.Contain("&").And.Not.Contain("]]>"));
            Assert.That(JsonDocument.Parse(data).RootElement.GetProperty("n")[0][0].GetString(), Is.EqualTo(Hostile.Replace('{', '(').Replace('}', ')')));
            Assert.That(document.Descendants(Html + "section").Single().Attribute("data-tags")!.Value, Is.EqualTo(Hostile));
        }
    }

    [Test]
    public void Points_and_axes_give_back_the_numbers_and_places_of_the_data_on_a_linear_and_a_logarithmic_axis()
    {
        double[] x = [0, 0.12345, 1], y = [1e-9, 3, 4e6];
        Figure figure = Drawings.OnePanel(Axis.Linear("$x$") with { Unit = "s" }, Axis.Logarithmic("$W_i^e$"), new Scatter { Id = "dots", Label = "$s_{12}$", X = x, Y = y });
        JsonElement facts = Facts(figure), dots = facts.GetProperty("n")[0], axes = facts.GetProperty("p")[0];
        PanelLayout layout = Drawings.Draw(figure).Layout.Panels[0];
        double[] across = Numbers(facts.GetProperty("x")[dots[2][0][2].GetInt32()]), along = Numbers(dots[2][0][3]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(across, Is.EqualTo(x).Within(0.5e-4 * (layout.X.Limits.Upper - layout.X.Limits.Lower)));
            Assert.That(along, Is.EqualTo(y.Select(Math.Log10)).Within(0.5001e-4));
            Assert.That(across.Select(value => Pixel(axes[1], value)), Is.EqualTo(x.Select(value => Drawings.Position(layout.X, value))).Within(0.05));
            Assert.That(along.Select(value => Pixel(axes[2], value)), Is.EqualTo(y.Select(value => Drawings.Position(layout.Y, value))).Within(0.05));
            Assert.That(axes[1][5].GetString(), Is.EqualTo("x (s)"));
            Assert.That(axes[2][5].GetString(), Is.EqualTo("W_{i}^{e}"));
            Assert.That(dots[0].GetString(), Is.EqualTo("s_{12}"));
            Assert.That(dots[2][0][1].GetString(), Is.EqualTo("run-figure-mark-dots"), "the element that hides");
        }
    }

    private static double Pixel(JsonElement axis, double value) =>
        axis[3].GetDouble() + ((value - axis[1].GetDouble()) / (axis[2].GetDouble() - axis[1].GetDouble()) * (axis[4].GetDouble() - axis[3].GetDouble()));

    [Test]
    public void A_name_can_be_clicked_where_it_is_written()
    {
        Figure figure = Drawings.OnePanel(new Line { Id = "a", Label = "first $s_1$", X = [0, 1], Y = [0, 1] }, new Line { Id = "b", Label = "second", X = [0, 1], Y = [1, 0] });
        JsonElement names = Facts(figure).GetProperty("n");
        TextLayout[] texts = [.. Drawings.Draw(figure).Layout.Texts.Where(text => text.Text is "first s_1" or "second")];
        Assert.That(names.EnumerateArray().Select(name => name[1][0][0].GetDouble()), Is.EqualTo(texts.Select(text => Math.Floor(text.Box.X) - 2)));
    }

    [Test]
    public void Points_that_an_axis_cannot_show_cannot_be_read_out()
    {
        Figure figure = Drawings.OnePanel(Axis.Linear("$x$"), Axis.Logarithmic("$y$").Between(0.1, 10), new Line { Id = "line", X = [0, 1, 2, 3, 4], Y = [1, -1, double.NaN, 100, 5] });
        JsonElement facts = Facts(figure);
        Assert.That(Numbers(facts.GetProperty("x")[0]), Is.EqualTo(new double[] { 0, 4 }).Within(1e-3));
    }

    [Test]
    public void A_long_line_gives_a_bounded_number_of_its_points_with_both_ends()
    {
        double[] x = [.. Enumerable.Range(0, 100_000).Select(i => i / 100_000.0)];
        Line smooth = new() { Id = "smooth", X = x, Y = [.. x.Select(value => Math.Sin(6 * value))] };
        Line noisy = new() { Id = "noisy", X = x, Y = [.. x.Select((_, i) => i * 7919 % 1000 / 1000.0)] };
        foreach (Line line in new[] { smooth, noisy })
        {
            double[] kept = Numbers(Facts(line).GetProperty("x")[0]);
            Assert.That(kept, Has.Length.InRange(100, 602));
            Assert.That(new[] { kept[0], kept[^1] }, Is.EqualTo(new[] { x[0], x[^1] }).Within(1e-4));
        }
    }

    [Test]
    public void Lines_over_the_same_abscissae_share_them()
    {
        JsonElement facts = Facts(new Line { Id = "a", X = [0, 1, 2], Y = [0, 1, 2] }, new Line { Id = "b", X = [0, 1, 2], Y = [2, 0, 1] }, new Line { Id = "c", X = [0, 2], Y = [2, 0] });
        Assert.That(facts.GetProperty("n").EnumerateArray().Select(name => name[2][0][2].GetInt32()), Is.EqualTo(new[] { 0, 0, 1 }));
    }

    [Test]
    public void Cells_of_a_map_have_their_centres_and_values()
    {
        HeatMap map = new() { Id = "map", XEdges = [0, 1, 2], YEdges = [0, 1], Values = [0.25, double.NaN], Scale = new ColorScale { Label = "$c_1$" } };
        JsonElement facts = Facts(map), cells = facts.GetProperty("n")[0][2][0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Numbers(facts.GetProperty("x")[0]), Is.EqualTo(new[] { 0.5, 1.5 }).Within(1e-4));
            Assert.That(Numbers(cells[4]), Is.EqualTo(new[] { 0.25, double.NaN }).Within(1e-12));
            Assert.That(cells[5].GetString(), Is.EqualTo("c_{1}"));
        }
    }

    [Test]
    public void Symmetric_logarithms_and_named_values_can_be_read_and_zoomed()
    {
        Axis names = Axis.Category("case", ["$a_1$", "b"]);
        JsonElement facts = Facts(Drawings.OnePanel(names, Axis.SymmetricLogarithmic("$y$", 0.5), new Scatter { Id = "dots", X = [1, 2], Y = [-50, 0.25] }));
        JsonElement panel = facts.GetProperty("p")[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(panel[0][5].GetDouble(), Is.EqualTo(20), "largest zoom");
            Assert.That(panel[1][8].GetProperty("1").GetString(), Is.EqualTo("a_{1}"));
            Assert.That(panel[2][0].GetDouble(), Is.EqualTo(-0.5));
            Assert.That(Numbers(facts.GetProperty("n")[0][2][0][3]), Is.EqualTo(new[] { -3, 0.5 }).Within(1e-4));
        }
    }

    [Test]
    public void No_method_of_the_browser_is_shortened()
    {
        string[] called = ["Math.sign", "Math.abs", "Math.log10", "Math.hypot", "Math.max", "Math.min", "Math.floor", "Math.ceil", "Math.exp"];
        string script = Script().Match(Page()).Groups[1].Value;
        IEnumerable<string> used = MathCall().Matches(script).Select(match => match.Value).Distinct();
        Assert.That(used, Is.SubsetOf(called));
    }

    [Test]
    public void Every_run_has_a_card_whose_thumbnail_is_a_drawing_of_the_page()
    {
        XDocument page = XDocument.Parse(Page("run", ["paper"], Drawings.OnePanel(new Line { Id = "line", X = [0, 1], Y = [0, 1] })));
        XElement card = page.Descendants(Html + "a").Single(link => (string?)link.Attribute("class") == "run");
        string target = card.Descendants(Drawings.Svg + "use").Single().Attribute("href")!.Value;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(card.Attribute("href")!.Value, Is.EqualTo("#run-run"));
            Assert.That(page.Descendants(Drawings.Svg + "svg").Attributes("id").Select(id => $"#{id.Value}"), Does.Contain(target));
            Assert.That(card.Value, Does.Contain("paper"));
        }
    }

    [Test]
    public void Controls_are_hidden_until_the_script_runs() =>
        Assert.That(XDocument.Parse(Page(tags: ["paper"])).Descendants(Html + "div").Single(div => (string?)div.Attribute("id") == "filter").Attribute("hidden"), Is.Not.Null);

    [GeneratedRegex("<script type=\"application/json\">(.*)</script>")]
    private static partial Regex DataBlock();

    [GeneratedRegex(@"Math\.\w+")]
    private static partial Regex MathCall();

    [GeneratedRegex("https?://[^'`]*")]
    private static partial Regex Address();

    [GeneratedRegex("<script>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Script();
}
