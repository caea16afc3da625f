using PluginLab.Experiments;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.Plugins.Tests.NonDiagonalSvd;

public sealed class BundledDataTests
{
    [TestCase("Sepal.Length", 876.5)]
    [TestCase("Sepal.Width", 458.6)]
    [TestCase("Petal.Length", 563.7)]
    [TestCase("Petal.Width", 179.9)]
    [TestCase("setosa", 50)]
    [TestCase("versicolor", 50)]
    [TestCase("virginica", 50)]
    public void Iris_has_the_column_sums_of_Fishers_table(string column, double sum)
    {
        Table iris = SvdRuns.Bundled("iris.csv");
        Assert.That(iris.RowCount, Is.EqualTo(150));
        Assert.That(iris.Numbers(column).Sum(), Is.EqualTo(sum).Within(1e-10));
    }

    /// <summary>Flowers 35 and 38, in which the copy of the UCI repository departs from Fisher's table.</summary>
    [TestCase(35, 0.2, 3.1)]
    [TestCase(38, 0.1, 3.6)]
    public void Iris_follows_the_printed_table_and_not_the_copy_with_errors(int flower, double petalWidth, double sepalWidth)
    {
        Table iris = SvdRuns.Bundled("iris.csv");
        Assert.That(iris.Numbers("Petal.Width")[flower - 1], Is.EqualTo(petalWidth));
        Assert.That(iris.Numbers("Sepal.Width")[flower - 1], Is.EqualTo(sepalWidth));
    }

    [Test]
    public void The_one_hot_species_agree_with_the_names()
    {
        Table iris = SvdRuns.Bundled("iris.csv");
        foreach (string species in (string[])["setosa", "versicolor", "virginica"])
        {
            Assert.That(iris.Numbers(species), Is.EqualTo(iris.Texts("Species").Select(name => name == species ? 1.0 : 0.0)));
        }
    }

    [Test]
    public void The_semantic_hierarchy_has_the_singular_values_root_7_root_3_1_and_1()
    {
        Table table = SvdRuns.Bundled("semantic-hierarchy.csv");
        IReadOnlyList<double>[] properties = [.. table.Columns.Skip(5).Select(table.Numbers)];
        IReadOnlyList<double> found = SingularValueDecomposition.Compute(Matrix.FromRows(properties)).SingularValues;
        Assert.That(found, Is.EqualTo(new[] { Math.Sqrt(7), Math.Sqrt(3), 1, 1 }).Within(1e-14));
    }
}
