namespace PluginLab.Plugins.Tests.NonDiagonalSvd;

public sealed class TableConstraintTests
{
    private const string Table = "a,b,c,y\n1,0,5,1\n2,1,5,0\n3,0,5,2\n4,2,5,1";

    [TestCase("[\"a\",\"d\"]", "[\"y\"]", "my.csv:1: there is no column 'd'; the columns are a, b, c, y.")]
    [TestCase("[\"a\"]", "[\"y\",\"a\"]", "Column 'a' of my.csv is named twice in 'inputs' and 'outputs'; name each column once, as an input or as an output.")]
    [TestCase("[]", "[\"y\"]", "Parameter 'inputs' names no column of my.csv; it must name at least one of: a, b, c, y.")]
    [TestCase("[\"a\"]", "[]", "Parameter 'outputs' names no column of my.csv; it must name at least one of: a, b, c, y.")]
    [TestCase("[\"a\",\"c\"]", "[\"y\"]", "my.csv: input column 'c' has the same value in all 4 rows, so that nothing can be learned from it; leave it out of 'inputs'.")]
    [TestCase("[\"a\"]", "[\"c\"]", "my.csv: the outputs do not depend linearly on the inputs (XᵀY is zero), so that there is nothing to learn; choose other columns.")]
    public void Columns_that_do_not_fit_are_refused(string inputs, string outputs, string message) =>
        Assert.That(SvdRuns.Violations(Table, Columns(inputs, outputs)), Is.EqualTo((string[])[message]));

    [Test]
    public void A_cell_that_is_no_number_is_named_with_its_line_and_column() =>
        Assert.That(
            SvdRuns.Violations(Table.Replace("2,1,5,0", "2,one,5,0", StringComparison.Ordinal), Columns("[\"a\",\"b\"]", "[\"y\"]")),
            Is.EqualTo((string[])["my.csv:3: column 'b' is 'one'; it must be a finite number, such as 0.25."]));

    [Test]
    public void All_cells_that_are_no_numbers_are_named_at_once() =>
        Assert.That(
            SvdRuns.Violations("a,b,c,y\n1,x,5,1\n2,1,5,0\n,0,5,NaN\n4,2,z,1", Columns("[\"a\",\"b\"]", "[\"y\"]")),
            Is.EqualTo((string[])[
                "my.csv:4: column 'a' is ''; it must be a finite number, such as 0.25. "
                + "my.csv:2: column 'b' is 'x'; it must be a finite number, such as 0.25. "
                + "my.csv:4: column 'y' is 'NaN'; it must be a finite number, such as 0.25."]));

    [Test]
    public void Only_the_first_faulty_cells_of_many_are_named() =>
        Assert.That(
            SvdRuns.Violations("a,y\n" + string.Join('\n', Enumerable.Repeat("x,1", 25)), Columns("[\"a\"]", "[\"y\"]")),
            Has.Exactly(1).StartWith("my.csv:2: ").And.Exactly(1).EndWith("such as 0.25. There are 5 more such cells."));

    [Test]
    public void A_table_of_one_row_is_refused() =>
        Assert.That(SvdRuns.Violations("a,y\n1,2", Columns("[\"a\"]", "[\"y\"]")), Is.EqualTo((string[])["my.csv has 1 rows of data; it must have at least 2."]));

    [Test]
    public void Names_of_columns_without_data_are_refused() =>
        Assert.That(
            SvdRuns.Violations(Table, new Dictionary<string, string> { ["inputs"] = "[\"a\"]" }),
            Is.EqualTo((string[])["Parameters 'inputs' and 'outputs' name columns of 'data', which is not given; give the path of a CSV file, or leave all three out."]));

    [Test]
    public void An_end_time_that_is_too_short_is_refused_with_the_time_that_is_needed() =>
        Assert.That(
            SvdRuns.Violations(Table, new Dictionary<string, string> { ["end-time"] = "10" }),
            Has.Exactly(1).Matches("^Parameter 'end-time' is 10; it must be at least 18\\.\\d+, which is 1\\.5 times the mean half-time of the slowest mode\\.$"));

    [Test]
    public void Columns_that_fit_are_accepted() =>
        Assert.That(SvdRuns.Violations(Table, Columns("[\"a\",\"b\"]", "[\"y\"]")), Is.Empty);

    private static Dictionary<string, string> Columns(string inputs, string outputs) =>
        new() { ["data"] = "\"my.csv\"", ["inputs"] = inputs, ["outputs"] = outputs };
}
