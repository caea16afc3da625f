using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;
using PluginLab.GradientFlows.Networks.ClosedForms;
using PluginLab.Numerics.Integration;

namespace PluginLab.GradientFlows.Tests.Networks.ClosedForms;

public sealed class VectorModeTests
{
    [Test]
    public void An_anti_aligned_start_ends_in_the_saddle()
    {
        var mode = new VectorMode(1, [0.25, -0.5], [-0.25, 0.5]);
        var network = new LinearNetwork(Matrix.Diagonal([1]), [1, 2, 1]);
        var trajectory = NetworkCase.Solve(StepIntegrators.DormandPrince5(1e-12, 1e-14), network, [0.25, -0.5, -0.25, 0.5], [0.5, 1, 3]);
        Assert.That(mode.EndsInSaddle);
        Assert.That(
            trajectory.Observe(NetworkObservables.Entry(network, 0, 0)), Is.EqualTo(trajectory.Times.Select(mode.Strength)).Within(1e-11));
        Assert.That(mode.Strength(1000), Is.Zero);
    }

    [Test]
    public void Lengths_and_strength_agree_with_the_weights_at_every_time()
    {
        var mode = new VectorMode(-0.75, [0.25, -0.5, 1], [1, 0.5, 0.125]);
        foreach (double time in new[] { 0, 0.5, 3, 40 })
        {
            (IReadOnlyList<double> encoder, IReadOnlyList<double> decoder) = mode.Weights(time);
            Assert.That(mode.EncoderSquare(time), Is.EqualTo(encoder.Sum(a => a * a)).Within(1e-14));
            Assert.That(mode.DecoderSquare(time), Is.EqualTo(decoder.Sum(b => b * b)).Within(1e-14));
            double product = encoder.Zip(decoder, (a, b) => a * b).Sum();
            Assert.That(mode.Strength(time), Is.EqualTo(product).Within(1e-14));
            double cosine = -product / Math.Sqrt(mode.EncoderSquare(time) * mode.DecoderSquare(time));
            Assert.That(mode.Misalignment(time), Is.EqualTo(1 - cosine).Within(1e-14));
        }
    }
}
