using PluginLab.Numerics.SpecialFunctions;

namespace PluginLab.Numerics.Tests.SpecialFunctions;

public sealed class GammaFunctionTests
{
    private const double Gamma = 0.57721566490153286061;

    /// <summary>Gauss's values of ψ at fractions, and the recurrence ψ(x + 1) = ψ(x) + 1/x.</summary>
    private static readonly (double X, double Value)[] KnownValues =
    [
        (1, -Gamma),
        (0.5, -Gamma - (2 * Math.Log(2))),
        (0.25, -Gamma - (Math.PI / 2) - (3 * Math.Log(2))),
        (2 / 3.0, -Gamma + (Math.PI / (2 * Math.Sqrt(3))) - (1.5 * Math.Log(3))),
        (-1 / 3.0, -Gamma + (Math.PI / (2 * Math.Sqrt(3))) - (1.5 * Math.Log(3)) + 3),
        (-0.5, -Gamma - (2 * Math.Log(2)) + 2),
        (4, -Gamma + 1 + (1 / 2.0) + (1 / 3.0)),
    ];

    [TestCaseSource(nameof(KnownValues))]
    public void Digamma_has_its_known_values((double X, double Value) known) =>
        Assert.That(GammaFunction.Digamma(known.X), Is.EqualTo(known.Value).Within(1e-14 * Math.Max(1, Math.Abs(known.Value))));

    [Test]
    public void Eulers_constant_is_minus_digamma_of_one() => Assert.That(GammaFunction.EulerConstant, Is.EqualTo(Gamma));
}
