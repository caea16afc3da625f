namespace PluginLab.Documentation.Tests.Theory.Writing;

public sealed class PlainFormulaTests
{
    [TestCase("$w_1^2 - 2w_2^2$", "w₁² − 2w₂²")]
    [TestCase("$e^{-4st}$", "e^(−4st)")]
    [TestCase("$X^\\top X$, $C^{-1}\\Sigma$", "XᵀX, C⁻¹Σ")]
    [TestCase("plain", "plain")]
    public void A_formula_is_written_in_characters(string richText, string expected) => Assert.That(PlainFormula.Of(richText), Is.EqualTo(expected));
}
