using PluginLab.Experiments;
using PluginLab.Host.Planning.Tables;

namespace PluginLab.Host.Tests.Planning.Tables;

public sealed class CsvTableReaderTests
{
    [Test]
    public void Quotes_commas_line_breaks_and_a_byte_order_mark_are_read()
    {
        using TemporaryFolder folder = new();
        folder.Write("t.csv", "\uFEFFname,\"long, name\"\r\n\"say \"\"hi\"\"\",1\r\n\"two\nlines\",2\n\n,3");

        Table table = new CsvTableReader(folder.Path).ReadTable("t.csv");

        Assert.That(table.Columns, Is.EqualTo(new[] { "name", "long, name" }));
        Assert.That(table.Texts("name"), Is.EqualTo(new[] { "say \"hi\"", "two\nlines", "" }));
        Assert.That(table.Numbers("long, name"), Is.EqualTo(new[] { 1, 2, 3 }));
        Assert.That(table.Source, Is.EqualTo("t.csv"));
    }

    [Test]
    public void A_cell_that_is_no_number_is_told_with_the_line_of_its_row()
    {
        using TemporaryFolder folder = new();
        folder.Write("t.csv", "a,b\n\"x\ny\",1\nz,two\n");

        Table table = new CsvTableReader(folder.Path).ReadTable("t.csv");

        Assert.That(() => table.Numbers("b"), Throws.TypeOf<FormatException>().With.Message.StartsWith("t.csv:4: column 'b' is 'two'"));
    }

    [TestCase("", "t.csv:1:1: the file is empty; its first row must name the columns")]
    [TestCase("a,,b\n", "t.csv:1:3: the column has no name")]
    [TestCase("a,a\n", "t.csv:1:3: two columns have the name 'a'")]
    [TestCase("a,b\n1,2,3,4\n", "t.csv:2:5: the row has 4 cells; the first row names 2 columns")]
    [TestCase("a,b\n1\n2\n", "t.csv:2:1: the row has 1 cells; the first row names 2 columns\nt.csv:3:1: the row has 1 cells; the first row names 2 columns")]
    [TestCase("a\né\"b\n", "t.csv:2:2: a quote within a cell; put the whole cell in quotes and double this one")]
    [TestCase("a,b\n\"x\"y,1\n", "t.csv:2:4: text after a closing quote; a comma or the end of the line must follow")]
    [TestCase("a,b\n1,\"x\ny\n", "t.csv:2:3: the quote is never closed")]
    public void A_file_that_is_no_table_is_told_with_row_and_column(string text, string expected)
    {
        using TemporaryFolder folder = new();
        folder.Write("t.csv", text);

        Assert.That(() => new CsvTableReader(folder.Path).ReadTable("t.csv"), Throws.TypeOf<FormatException>().With.Message.EqualTo(expected));
    }

    [Test]
    public void A_file_in_another_encoding_is_told()
    {
        using TemporaryFolder folder = new();
        File.WriteAllBytes(Path.Combine(folder.Path, "t.csv"), [.. "a\n"u8, 0xE9]);

        Assert.That(() => new CsvTableReader(folder.Path).ReadTable("t.csv"), Throws.TypeOf<FormatException>().With.Message.Contains("not UTF-8 at byte 2"));
    }
}
