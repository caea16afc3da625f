using System.Text;
using PluginLab.Host.Planning.Diagnoses;
using PluginLab.Host.Planning.Syntax;

namespace PluginLab.Host.Tests.Planning.Syntax;

public sealed class SyntaxReaderTests
{
    [TestCase("{ \"a\": 1 }", 1, 8)]
    [TestCase("\uFEFF{ \"a\": 1 }", 1, 8)]
    [TestCase("// a comment\n{ \"a\": 1 }", 2, 8)]
    [TestCase("/* two\nlines */ { \"a\": 1 }", 2, 17)]
    [TestCase("{ /* é 数 😀 */ \"a\": 1 }", 1, 20)]
    [TestCase("{\r\n\t\"a\":\r\n  1 }", 3, 3)]
    [TestCase("{ \"a\": /* 😀 */ // and\n 1, }", 2, 2)]
    public void A_value_knows_its_line_and_its_column_in_characters(string text, int line, int column)
    {
        DiagnosisCollector diagnoses = new();

        SyntaxNode? root = SyntaxReader.Read("f.json", Encoding.UTF8.GetBytes(text), diagnoses);

        Assert.That(diagnoses.Diagnoses, Is.Empty);
        Assert.That(((ObjectSyntax)root!).Members.Single().Value.Place, Is.EqualTo(new Place("f.json", line, column, "$.a")));
    }

    [TestCase("{ \"a\": }", "f.json:1:8: error PL1002: '}' is an invalid start of a value")]
    [TestCase("// é 😀\n{ \"é😀\": 1 \"b\": 2 }", "f.json:2:11: error PL1002: '\"' is invalid after a value. Expected either ',', '}', or ']'")]
    [TestCase("/* \n\n */ { \"a\": nul }", "f.json:3:15: error PL1002: 'nul }' is an invalid JSON literal. Expected the literal 'null'")]
    [TestCase("{} x", "f.json:1:4: error PL1002: 'x' is invalid after a single JSON value. Expected end of data")]
    [TestCase("{ \"a\": \"\\ud800\" }", "f.json:1:8: error PL1002: the text holds an escape that is half of a character")]
    public void A_syntax_error_is_told_where_it_is(string text, string expected)
    {
        DiagnosisCollector diagnoses = new();

        SyntaxNode? root = SyntaxReader.Read("f.json", Encoding.UTF8.GetBytes(text), diagnoses);

        Assert.That(root, Is.Null);
        Assert.That(diagnoses.Diagnoses.Single().ToString(), Is.EqualTo(expected));
    }

    [Test]
    public void Bytes_that_are_not_UTF8_are_told_where_they_are()
    {
        DiagnosisCollector diagnoses = new();

        SyntaxReader.Read("f.json", [.. "{\n \"é\": \""u8, 0xE9, .. "\" }"u8], diagnoses);

        Assert.That(diagnoses.Diagnoses.Single().ToString(), Does.StartWith("f.json:2:8: error PL1002: the file is not UTF-8"));
    }

    [Test]
    public void A_repeated_key_is_told_at_its_second_place_and_the_first_counts()
    {
        DiagnosisCollector diagnoses = new();

        SyntaxNode? root = SyntaxReader.Read("f.json", "{ \"a\": { \"b\": 1,\n \"b\": 2 } }"u8.ToArray(), diagnoses);

        Assert.That(diagnoses.Diagnoses.Single().ToString(), Is.EqualTo("f.json:2:2: error PL1003: $.a.b: the key is there twice; keep one"));
        Assert.That(root!.ToJson(), Is.EqualTo("{\"a\":{\"b\":1}}"));
    }
}
