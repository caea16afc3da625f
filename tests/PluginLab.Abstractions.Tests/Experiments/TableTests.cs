using PluginLab.Experiments;

namespace PluginLab.Abstractions.Tests.Experiments;

public sealed class TableTests
{
    private static readonly Table Flowers = new("iris.csv", ["length", "species"], [["5.1", "setosa"], ["abc", "virginica"]], [2, 4]);

    [Test]
    public void Cells_are_read_by_column() => Assert.That(Flowers.Texts("species"), Is.EqualTo(["setosa", "virginica"]));

    [Test]
    public void Numbers_are_read_in_the_invariant_culture() =>
        Assert.That(new Table("x.csv", ["a"], [["5.1"], ["-1e-3"]], [2, 3]).Numbers("a"), Is.EqualTo([5.1, -1e-3]));

    [Test]
    public void A_cell_that_is_no_number_is_named_by_file_line_and_column() => Assert.That(
        () => Flowers.Numbers("length"),
        Throws.TypeOf<FormatException>().With.Message.EqualTo("iris.csv:4: column 'length' is 'abc'; it must be a finite number, such as 0.25."));

    [TestCase("NaN")]
    [TestCase("1e999")]
    [TestCase("")]
    [TestCase("1,5")]
    public void A_cell_must_be_a_finite_number(string cell) =>
        Assert.That(() => new Table("x.csv", ["a"], [[cell]], [2]).Numbers("a"), Throws.TypeOf<FormatException>().With.Message.StartsWith("x.csv:2: column 'a'"));

    [Test]
    public void A_missing_column_is_answered_with_those_there_are() => Assert.That(
        () => Flowers.Texts("width"), Throws.TypeOf<FormatException>().With.Message.EqualTo("iris.csv:1: there is no column 'width'; the columns are length, species."));

    [Test]
    public void Columns_that_repeat_or_rows_of_another_length_are_refused()
    {
        Assert.That(() => new Table("x", ["a", "a"], [], []), Throws.ArgumentException);
        Assert.That(() => new Table("x", ["a"], [["1", "2"]], [1]), Throws.ArgumentException);
        Assert.That(() => new Table("x", ["a"], [["1"]], []), Throws.ArgumentException);
    }
}
