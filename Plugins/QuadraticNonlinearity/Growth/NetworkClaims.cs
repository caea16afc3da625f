using PluginLab.Experiments;
using PluginLab.GradientFlows.Products;

namespace PluginLab.Plugins.QuadraticNonlinearity.Growth;

/// <summary>Statement 45: the monomial stands for a network with one quadratic hidden unit.</summary>
internal static class NetworkClaims
{
    private const double EventTolerance = 2e-12;

    public static IEnumerable<Claim> Of(NetworkStudy study)
    {
        double factor = study.MonomialTime / study.NetworkTime;
        yield return new Claim
        {
            Id = "note1-45-network-is-monomial",
            Statement = "The network $f(x) = a(wx)^2$, trained to $sx^2$ on four points, learns as $w^2a$ does, $E[x^4]$ times as fast (ratio of the times to $s/2$).",
            Source = "Note 1, section 'Quadratic nonlinearity', statement 45",
            Predicted = study.FourthMoment,
            Measured = factor,
            Uncertainty = EventTolerance * factor,
            Bound = Bound.Near(study.FourthMoment, 1e-6),
            Expected = Verdict.Supported,
            Control = new Control(
                "the network alone 1.1 times as fast",
                system => system is QuadraticNetwork ? Control.ScaledRightHandSide(1.1).Apply(system) : system),
        };
    }
}
