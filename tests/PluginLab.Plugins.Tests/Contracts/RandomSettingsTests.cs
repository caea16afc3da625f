using System.Globalization;
using PluginLab.Experiments;
using PluginLab.Plugins.DeepLinearNetwork;
using PluginLab.Plugins.DegreeProduct;
using PluginLab.Plugins.DiagonalCase;
using PluginLab.Plugins.EdgeOfStability;
using PluginLab.Plugins.Equalization;
using PluginLab.Plugins.NonDiagonalSvd;
using PluginLab.Plugins.QuadraticNonlinearity;
using PluginLab.Plugins.ToyModelsOfSuperposition;
using PluginLab.Testing;
using PluginLab.Testing.Runs;

namespace PluginLab.Plugins.Tests.Contracts;

/// <summary>The contract between the ends of the parameters: settings drawn at random, all parameters at once.</summary>
public sealed class RandomSettingsTests
{
    // More are drawn every night: .ci/nightly.
    private static readonly int Settings = int.Parse(Environment.GetEnvironmentVariable("PLUGINLAB_RANDOM_SETTINGS") ?? "10", CultureInfo.InvariantCulture);

    private static IEnumerable<TestCaseData> Variants =>
        RandomSettings.Of(new(new DiagonalCasePlugin(), IsRandom: true), Settings, Diagonal)
            .Concat(RandomSettings.Of(new(new NonDiagonalSvdPlugin(), IsRandom: true), Settings, Svd))
            .Concat(RandomSettings.Of(new(new DegreeProductPlugin()), Settings, Degrees))
            .Concat(RandomSettings.Of(new(new QuadraticNonlinearityPlugin(), IsRandom: true), Settings, Quadratic))
            .Concat(RandomSettings.Of(new(new DeepLinearNetworkPlugin(), IsRandom: true), Settings, Deep))
            .Concat(RandomSettings.Of(new(new EdgeOfStabilityPlugin(), IsRandom: true), Settings, Edges))
            .Concat(RandomSettings.Of(new(new EqualizationPlugin()), Settings, Equalized))
            .Concat(RandomSettings.Of(new(new ToyModelsOfSuperpositionPlugin(), IsRandom: true), Settings, Toys))
            .Append(Variant.With(new(new DiagonalCasePlugin(), IsRandom: true), new Dictionary<string, string> { ["hidden-width"] = "2", ["end-time"] = "400" }))
            .Append(Variant.With(
                new(new DiagonalCasePlugin(), IsRandom: true),
                new Dictionary<string, string> { ["singular-values"] = "[0.1219, 0.238, 0.09156]", ["hidden-width"] = "25", ["initial-standard-deviation"] = "0.1", ["end-time"] = "963" }))
            .Append(Variant.With(
                new(new DiagonalCasePlugin(), IsRandom: true),
                new Dictionary<string, string> { ["singular-values"] = "[4, 2, 1, 0.06]", ["initial-standard-deviation"] = "0.003", ["end-time"] = "900" }))
            .Append(Variant.With(
                new(new NonDiagonalSvdPlugin(), IsRandom: true),
                new Dictionary<string, string> { ["singular-values"] = "[19.15, 0.4711, 0.7384, 2.607, 0.1751, 0.2376]", ["hidden-width"] = "6", ["initial-standard-deviation"] = "0.0006989", ["end-time"] = "198.9" }))
            .Append(Variant.With(
                new(new NonDiagonalSvdPlugin(), IsRandom: true),
                new Dictionary<string, string> { ["singular-values"] = "[0.4104, 4.438, 16.4, 0.1113]", ["hidden-width"] = "9", ["initial-standard-deviation"] = "0.08994", ["end-time"] = "21.05" }))
            .Append(Variant.With(new(new DegreeProductPlugin()), new Dictionary<string, string> { ["degrees"] = "[1]" }))
            .Append(Variant.With(new(new ToyModelsOfSuperpositionPlugin(), IsRandom: true), new Dictionary<string, string> { ["features"] = "6", ["hidden-width"] = "5" }))
            .Append(Variant.With(new(new DegreeProductPlugin()), new Dictionary<string, string> { ["target"] = "0.01492", ["degrees"] = "[5, 64]", ["initial-product"] = "1E-06", ["grid-points"] = "13", ["map-points"] = "5" }))
            .Select(variant => new TestCaseData(variant).SetArgDisplayNames(variant.ToString()));

    [TestCaseSource(nameof(Variants))]
    public void Every_verdict_is_the_expected_one_and_every_figure_renders(Variant variant)
    {
        ExperimentResult result = ExperimentRuns.Run(variant);
        Assert.Multiple(() =>
        {
            Assert.That(result.Claims.Where(claim => !claim.IsAsExpected).Select(ExperimentContractTests.Describe), Is.Empty);
            FaultList faults = new("this setting");
            ResultContract.Check(result, faults);
            FigureContract.Check(result, faults);
            Assert.That(faults.All, Is.Empty);
            Assert.That(FindingFaults.Find(result), Is.Empty);
        });
    }

    private static Dictionary<string, string> Diagonal(RandomNumbers random) => new()
    {
        ["singular-values"] = List(random, 0.1, 10, isSigned: true),
        ["hidden-width"] = Text(RandomSettings.Whole(random, 1, 12)),
        ["initial-standard-deviation"] = Text(RandomSettings.Scale(random, 1e-5, 0.1)),
        ["initial-strength"] = Text(RandomSettings.Scale(random, 1e-8, 1e-4)),
        ["end-time"] = Text(RandomSettings.Scale(random, 10, 1000)),
    };

    private static Dictionary<string, string> Svd(RandomNumbers random) => new()
    {
        ["singular-values"] = List(random, 0.1, 20, isSigned: false),
        ["hidden-width"] = Text(RandomSettings.Whole(random, 1, 12)),
        ["initial-standard-deviation"] = Text(RandomSettings.Scale(random, 1e-5, 0.1)),
        ["end-time"] = Text(RandomSettings.Scale(random, 10, 200)),
    };

    private static Dictionary<string, string> Degrees(RandomNumbers random) => new()
    {
        ["target"] = Text(RandomSettings.Scale(random, 0.01, 100)),
        ["degrees"] = $"[{string.Join(", ", Enumerable.Range(1, RandomSettings.Whole(random, 1, 12)).Where(degree => degree == 1 || random.NextUniform() < 0.5))}]",
        ["initial-product"] = Text(RandomSettings.Scale(random, 1e-8, 10)),
        ["accuracy"] = Text(RandomSettings.Scale(random, 1e-6, 0.4)),
        ["grid-points"] = Text(RandomSettings.Whole(random, 13, 300)),
        ["map-points"] = Text(RandomSettings.Whole(random, 5, 50)),
        ["learning-rate-fraction"] = Text(RandomSettings.Scale(random, 0.01, 0.9)),
        ["modes"] = List(random, 0.5, 4, isSigned: false),
    };

    private static Dictionary<string, string> Quadratic(RandomNumbers random) => new()
    {
        ["target"] = Text(RandomSettings.Scale(random, 0.01, 100)),
        ["initial-product"] = Text(RandomSettings.Scale(random, 1e-9, 1)),
        ["initial-weights"] = $"[{string.Join(", ", Enumerable.Range(0, 2 * RandomSettings.Whole(random, 1, 6)).Select(_ => Text(RandomSettings.Scale(random, 1e-3, 10))))}]",
        ["end-time"] = Text(RandomSettings.Scale(random, 0.1, 1000)),
        ["grid-points"] = Text(2 * RandomSettings.Whole(random, 10, 75)),
        ["random-starts"] = Text(RandomSettings.Whole(random, 10_000, 30_000)),
        ["hidden-width"] = Text(RandomSettings.Whole(random, 1, 3)),
    };

    private static Dictionary<string, string> Equalized(RandomNumbers random) => new()
    {
        ["target"] = Text(RandomSettings.Scale(random, 0.01, 100)),
        ["initial-weights"] = List(random, 1e-2, 10, isSigned: false),
        ["end-time"] = Text(RandomSettings.Scale(random, 0.1, 1000)),
        ["grid-points"] = Text(RandomSettings.Whole(random, 20, 150)),
    };

    private static Dictionary<string, string> Deep(RandomNumbers random) => new()
    {
        ["depth"] = Text(RandomSettings.Whole(random, 1, 5)),
        ["hidden-width"] = Text(RandomSettings.Whole(random, 1, 16)),
        ["singular-values"] = List(random, 0.1, 20, isSigned: false),
        ["initial-strength"] = Text(RandomSettings.Scale(random, 1e-6, 0.1)),
        ["end-time"] = Text(RandomSettings.Scale(random, 1, 2000)),
    };

    private static Dictionary<string, string> Edges(RandomNumbers random) => new()
    {
        ["singular-values"] = List(random, 0.05, 20, isSigned: false),
        ["depth"] = Text(RandomSettings.Whole(random, 1, 5)),
        ["learning-rate-fraction"] = Text(RandomSettings.Scale(random, 1.02, 1.2)),
        ["steps"] = Text(RandomSettings.Whole(random, 200, 1000)),
    };

    private static Dictionary<string, string> Toys(RandomNumbers random) => new()
    {
        ["features"] = Text(RandomSettings.Whole(random, 2, 5)),
        ["hidden-width"] = Text(RandomSettings.Whole(random, 1, 4)),
        ["importance-decay"] = Text(RandomSettings.Scale(random, 0.5, 1)),
        ["density"] = Text(RandomSettings.Scale(random, 0.01, 1)),
        ["starts"] = Text(RandomSettings.Whole(random, 8, 64)),
        ["singular-values"] = List(random, 0.1, 10, isSigned: false),
    };

    private static string List(RandomNumbers random, double least, double most, bool isSigned)
    {
        double[] values = new double[RandomSettings.Whole(random, 1, 6)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = RandomSettings.Scale(random, least, most) * (isSigned && random.NextUniform() < 0.5 ? -1 : 1);
        }

        return $"[{string.Join(", ", values.Select(Text))}]";
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
