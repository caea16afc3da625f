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
            ObservedSystem system = Create(id, trajectory);
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
        ObservedSystem system = Create(id, null);
        double[] numbers = [.. ((LinearNetwork)system.System).Target.Values, .. system.DefaultInitialState];

        Assert.That((numbers[0], numbers[^1]), Is.EqualTo((first, last)));
        Assert.That(HashOf([.. numbers]), Is.EqualTo(hash));
    }

    [TestCase("w1p", new[] { 1, 1, 1 })]
    [TestCase("w1q", new[] { 2, 1 })]
    public void The_exponents_are_those_of_the_peers(string id, int[] exponents) => Assert.That(((Monomial)Create(id, 0).System).Exponents, Is.EqualTo(exponents));

    private static ObservedSystem Create(string id, int? trajectory)
    {
        Component<ObservedSystem> component = Components.Single(candidate => candidate.Id == id);
        return component.Create(ParameterSet.Create(
            component.Parameters,
            parameter => parameter.Read(JsonElement.Parse(NumberText.Of(trajectory ?? 0)), NoFiles.Instance)));
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
