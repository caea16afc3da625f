using System.Runtime.InteropServices;
using System.Text.Json;
using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Extensibility;
using PluginLab.GradientFlows.Networks;
using PluginLab.GradientFlows.Products;
using PluginLab.Plugins.Tests.Contracts;
using PluginLab.Plugins.Workloads;

namespace PluginLab.Plugins.Tests.Workloads;

/// <summary>The workloads are bit for bit those of the peers: the hashes are what <c>bench/peers/src/gen.cpp</c> prints.</summary>
public sealed class WorkloadsPluginTests
{
    private const int Trajectories = 100_000;

    private static readonly IReadOnlyList<Component<ObservedSystem>> Components = new WorkloadsPlugin().Catalog.Systems;

    [TestCase("w1p", 0xb6430be36404bc17UL, 0.98774727897913195, 0.19208665464852437)]
    [TestCase("w1q", 0x4dc39261ce96e454UL, 1.9002577214293697, 0.33104463469975709)]
    public void Targets_and_weights_are_those_of_the_peers(string id, ulong hash, double first, double last)
    {
        List<double> numbers = [];
        for (int trajectory = 0; trajectory < Trajectories; trajectory++)
        {
            ObservedSystem system = Create(id, ("trajectory", NumberText.Of(trajectory)));
            numbers.Add(((Monomial)system.System).Target);
            numbers.AddRange(system.DefaultInitialState);
        }

        Assert.That((numbers[0], numbers[^1]), Is.EqualTo((first, last)));
        Assert.That(HashOf(numbers), Is.EqualTo(hash));
    }

    [TestCase("w2-64", 0xaa1f18726d429653UL, 0.0073511543627780545, 0.0073098507606651087)]
    [TestCase("w2-256", 0xc29a6777b847dc81UL, 0.00041187276465428008, -0.012634532476789513)]
    [TestCase("w3", 0x76739abfd14b639dUL, 7.3641804680459746, -0.0011437216794095485)]
    public void Target_and_layers_are_those_of_the_peers(string id, ulong hash, double first, double last)
    {
        ObservedSystem system = Create(id);
        double[] numbers = [.. ((LinearNetwork)system.System).Target.Values, .. system.DefaultInitialState];

        Assert.That((numbers[0], numbers[^1]), Is.EqualTo((first, last)));
        Assert.That(HashOf([.. numbers]), Is.EqualTo(hash));
    }

    [TestCase("w1p", new[] { 1, 1, 1 })]
    [TestCase("w1q", new[] { 2, 1 })]
    public void The_exponents_are_those_of_the_peers(string id, int[] exponents) => Assert.That(((Monomial)Create(id).System).Exponents, Is.EqualTo(exponents));

    [Test, Combinatorial]
    public void The_flow_of_a_matrix_is_the_product_that_its_form_says([Values("NN", "NT", "TN")] string form, [Values(1, 2, 33)] int size, [Values(1, 2)] int threads)
    {
        ObservedSystem fast = Create("g", ("size", $"{size}"), ("form", $"\"{form}\""), ("threads", $"{threads}"));
        ObservedSystem plain = Create("g", ("size", $"{size}"), ("form", $"\"{form}\""), ("plain", "true"));
        double[] state = [.. fast.DefaultInitialState];
        double[] derivative = new double[size * size];
        double[] expected = new double[size * size];

        fast.System.EvaluateDerivative(0, state, derivative);
        plain.System.EvaluateDerivative(0, state, expected);

        // Sums of n products of numbers below 1, rounded n times each.
        Assert.That(derivative, Is.EqualTo(expected).Within(size * size * 1.2e-16));
        Assert.That(expected, Is.All.Not.Zero);
    }

    [Test]
    public void The_forms_of_the_flow_of_a_matrix_differ()
    {
        double[][] derivatives = [.. new[] { "NN", "NT", "TN" }.Select(form =>
        {
            ObservedSystem flow = Create("g", ("size", "2"), ("form", $"\"{form}\""), ("plain", "true"));
            double[] derivative = new double[4];
            flow.System.EvaluateDerivative(0, [1, 2, 3, 4], derivative);
            return derivative;
        })];
        double[] left = Derivative([1, 0, 0, 1]);

        Assert.That(derivatives[0], Is.EqualTo(Product(left[0], left[1], left[2], left[3], [1, 2, 3, 4])));
        Assert.That(derivatives[1], Is.EqualTo(Product(left[0], left[1], left[2], left[3], [1, 3, 2, 4])));
        Assert.That(derivatives[2], Is.EqualTo(Product(left[0], left[2], left[1], left[3], [1, 2, 3, 4])));

        static double[] Derivative(double[] state)
        {
            double[] derivative = new double[4];
            Create("g", ("size", "2")).System.EvaluateDerivative(0, state, derivative);
            return derivative;
        }

        static double[] Product(double a, double b, double c, double d, double[] x) =>
            [(a * x[0]) + (b * x[2]), (a * x[1]) + (b * x[3]), (c * x[0]) + (d * x[2]), (c * x[1]) + (d * x[3])];
    }

    private static ObservedSystem Create(string id, params (string Name, string Json)[] values)
    {
        Component<ObservedSystem> component = Components.Single(candidate => candidate.Id == id);
        return component.Create(ParameterSet.Create(
            component.Parameters,
            parameter => parameter.Read(JsonElement.Parse(values.FirstOrDefault(value => value.Name == parameter.Name).Json ?? parameter.DefaultJson!), NoFiles.Instance)));
    }

    /// <summary>The hash FNV-1a of the bytes.</summary>
    private static ulong HashOf(List<double> numbers)
    {
        ulong hash = 0xcbf29ce484222325;
        foreach (byte value in MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(numbers)))
        {
            hash = unchecked((hash ^ value) * 0x100000001b3);
        }

        return hash;
    }
}
