using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Numerics.Integration;
using PluginLab.Numerics.Integration.Methods;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Plugins.Tests.FSharpSample;

internal sealed class BogackiShampineTests
{
    // The logistic curve from 1/10, of which every derivative is there: x = 1 / (1 + 9 e^{−t}).
    private static readonly IDynamicsSystem Logistic = DynamicsSystem.FromFunction(1, (_, x) => [x[0] * (1 - x[0])]);

    [Test]
    public void The_observed_order_is_3()
    {
        double order = Math.Log2(Error(step: 1.0 / 32) / Error(step: 1.0 / 64));

        Assert.That(order, Is.EqualTo(3).Within(0.2));
    }

    [Test]
    public void The_error_follows_the_tolerance()
    {
        double loose = Error(Create(relativeTolerance: 1e-4));
        double tight = Error(Create(relativeTolerance: 1e-7));

        // Order 3 with an estimate of order 2: the global error is proportional to the tolerance, here over three decades.
        Assert.That(loose / tight, Is.InRange(1e2, 1e4));
    }

    private static double Error(double step) => Error(new StepIntegrator(new ExplicitRungeKutta(Plugins.FSharpSample.BogackiShampine.tableau), new ConstantStepSize(step), 10_000));

    private static double Error(IIntegrator integrator)
    {
        const double End = 4;
        Solution solution = integrator.Integrate(new InitialValueProblem(Logistic, [0.1], 0, End), SaveAt.End, CancellationToken.None);
        return Math.Abs(solution.Trajectory.LastState[0] - (1 / (1 + (9 * Math.Exp(-End)))));
    }

    private static IIntegrator Create(double relativeTolerance)
    {
        IReadOnlyList<Parameter> declared = Plugins.FSharpSample.BogackiShampine.integrator.Parameters;
        ParameterSet values = ParameterSet.Create(declared, parameter => parameter switch
        {
            Parameter<double> { Name: "relative-tolerance" } => (object)relativeTolerance,
            Parameter<double> real => real.Default * 1e-4,
            Parameter<int> whole => whole.Default,
            _ => throw new InvalidOperationException(parameter.Name),
        });
        return Plugins.FSharpSample.BogackiShampine.integrator.Create(values);
    }
}
