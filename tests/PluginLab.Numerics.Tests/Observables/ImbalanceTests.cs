using PluginLab.Experiments;
using PluginLab.Numerics.Observables;
using PluginLab.Numerics.Tests.LinearAlgebra;

namespace PluginLab.Numerics.Tests.Observables;

public sealed class ImbalanceTests
{
    [Test]
    public void Balanced_layers_have_none()
    {
        // W_1 = Q₀ diag(2, 3) Q₁ᵀ, W_2 = Q₁ diag(2, 3) Q₂ᵀ.
        Matrix[] turns = [.. Enumerable.Range(0, 3).Select(i => PluginLab.Numerics.LinearAlgebra.RandomMatrices.Orthogonal(2, new RandomNumbers((ulong)i, "turn")))];
        Matrix middle = Matrix.Diagonal([2, 3]);
        Matrix[] layers = [.. Enumerable.Range(0, 2).Select(i => turns[i].Multiply(middle).Multiply(turns[i + 1].Transpose()))];

        Assert.That(Imbalance.LargestNorm(layers), Is.LessThan(MatrixAssertions.Rounding));
    }

    [Test]
    public void The_norm_is_that_of_the_worst_pair()
    {
        Matrix[] layers = [Matrix.FromRows([[2.0]]), Matrix.FromRows([[1.0, 0.0]]), Matrix.Diagonal([3, 4])];

        // 4 − 1 = 3; diag(1, 0) − diag(9, 16) = diag(−8, −16).
        Assert.That(Imbalance.LargestNorm(layers), Is.EqualTo(Math.Sqrt(64 + 256)).Within(1e-13));
    }

    [Test]
    public void A_single_layer_has_none_and_a_NaN_shows()
    {
        Assert.That(Imbalance.LargestNorm([Matrix.Diagonal([1])]), Is.Zero);
        Assert.That(Imbalance.LargestNorm([Matrix.Diagonal([double.NaN]), Matrix.Diagonal([1])]), Is.NaN);
    }

    [Test]
    public void Layers_that_do_not_fit_are_refused() =>
        Assert.That(() => Imbalance.Between(Matrix.Diagonal([1, 1]), Matrix.Diagonal([1])), Throws.ArgumentException.With.Message.Contains("2 columns is not followed by one with 1 rows"));
}
