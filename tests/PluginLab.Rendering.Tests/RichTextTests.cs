using PluginLab.Figures;

namespace PluginLab.Rendering.Tests;

public sealed class RichTextTests
{
    [TestCase("plain text", "plain text")]
    [TestCase("$x_{ij}^2$", "x_ij^2")]
    [TestCase("$\\alpha - \\beta$", "α − β")]
    [TestCase("$-1 \\le x$", "−1 ≤ x")]
    [TestCase("$\\frac{a+b}{c}$", "(a + b)/c")]
    [TestCase("$\\overline{w}$", "w\u0304")]
    [TestCase("$f'(x)$", "f′(x)")]
    [TestCase("$\\log s$", "log s")]
    [TestCase("$a \\tanh w$", "a tanh w")]
    [TestCase("$x_1 \\cosh^2 w/\\cosh(2w)$", "x_1 cosh^2 w/cosh(2w)")]
    [TestCase("$(\\log \\log s)\\log = 1$", "(log log s) log = 1")]
    [TestCase("$\\sqrt{2}$", "√2")]
    [TestCase("$\\text{two words}$", "two words")]
    [TestCase("costs \\$5 and a \\\\", "costs $5 and a \\")]
    [TestCase("$10^{-3}$", "10^−3")]
    public void Plain_text_keeps_the_meaning(string source, string expected) =>
        Assert.That(RichText.Parse(source).ToPlainText(), Is.EqualTo(expected));

    [TestCase("$\\foo$", "'\\foo' is unknown")]
    [TestCase("a $x", "never closed")]
    [TestCase("$x_{i$", "closes nothing")]
    [TestCase("$x}$", "closes nothing")]
    [TestCase("\\alpha", "outside mathematics")]
    [TestCase("$\\frac{1}$", "lacks its argument")]
    [TestCase("$x^1^2$", "second superscript")]
    [TestCase("$$", "empty")]
    public void A_mistake_is_an_error_that_says_where(string source, string message) =>
        Assert.That(() => RichText.Parse(source), Throws.TypeOf<FormatException>().With.Message.Contains(message).And.Message.Contains("at character"));

    [Test]
    public void Deep_nesting_is_an_error_and_no_crash() =>
        Assert.That(() => RichText.Parse("$" + new string('{', 100_000)), Throws.TypeOf<FormatException>().With.Message.Contains("too deeply"));

    [TestCase("a $ b \\ c {d} \\foo $x$")]
    public void Escaped_text_reads_as_itself(string text) =>
        Assert.That(RichText.Parse(RichText.Escape(text)).ToPlainText(), Is.EqualTo(text));

    [Test]
    public void A_label_of_one_line_is_one_element_whatever_its_scripts()
    {
        RenderedFigure drawing = Drawings.Draw(Drawings.OnePanel(Axis.Linear("time $t_1 + e^{-x}$ in $x$"), Axis.Linear("y"), new Line { Id = "line", X = [0, 1], Y = [0, 1] }));
        Assert.That(Drawings.Parse(drawing).Descendants(Drawings.Svg + "text").Select(text => text.Value.Replace('\u00a0', ' ')), Does.Contain("time t1 + e−x in x"));
    }
}
