using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Numerics.Integration.StepSizes;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.Numerics.Integration.Methods;

/// <summary>A rule of training on a gradient flow f = −∇L that goes in a direction of its own: x_{n+1} = x_n + η d_{n+1}. Between iterates the output is a straight line.</summary>
public sealed class DescentMethod : IStepMethod
{
    private static readonly StageRow One = new([1.0]);
    private readonly DirectionRule rule;

    private DescentMethod(string name, DirectionRule rule) => (Name, this.rule) = (name, rule);

    /// <summary>Turns d_n, the only vector of <paramref name="direction"/>, into d_{n+1}.</summary>
    private delegate void DirectionRule(ReadOnlySpan<double> derivative, WorkVector[] direction);

    /// <summary>Descent along the sign of each component: d_{n+1} = sign f(x_n), 0 where a component is 0.</summary>
    /// <remarks>Source: Bernstein, Wang, Azizzadenesheli and Anandkumar, ICML 2018, algorithm 1 (signSGD): what Adam does without memory.</remarks>
    public static DescentMethod Signs { get; } = new("Sign descent", (derivative, direction) =>
    {
        Span<double> signs = direction[0].Span;
        for (int k = 0; k < signs.Length; k++)
        {
            signs[k] = derivative[k] > 0 ? 1 : derivative[k] < 0 ? -1 : derivative[k];
        }
    });

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public int ErrorOrder => 0;

    /// <summary>Polyak's heavy ball: d_{n+1} = β d_n + f(x_n) from d_0 = 0. With β = 0 it is gradient descent.</summary>
    /// <remarks>
    /// It converges to a minimum while η times the sharpness is below 2(1 + β); far below, it follows the flow 1/(1 − β) times as fast.
    /// Source: Polyak, USSR Comput. Math. Math. Phys. 4(5) (1964), 1–17.
    /// </remarks>
    /// <param name="momentum">β, at least 0 and below 1.</param>
    public static DescentMethod HeavyBall(double momentum) => momentum is >= 0 and < 1
        ? new(
            $"Heavy ball, momentum {NumberText.Of(momentum)}",
            (derivative, direction) => WeightedSum.Step(One, direction, derivative, momentum, direction[0].Span))
        : throw new ArgumentOutOfRangeException(nameof(momentum), momentum, "The momentum must be at least 0 and below 1.");

    /// <inheritdoc/>
    public IStepper CreateStepper(IDynamicsSystem system, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(system);
        return new Stepper(rule, system);
    }

    private sealed class Stepper(DirectionRule rule, IDynamicsSystem system) : IStepper
    {
        private readonly WorkVector[] direction = [new WorkVector(system.Dimension)];

        public long DerivativeEvaluations { get; private set; }

        public void EvaluateDerivative(Knot knot)
        {
            system.EvaluateDerivative(knot.Time, knot.State, knot.Derivative);
            DerivativeEvaluations++;
        }

        public void Advance(Knot start, double stepSize, Knot end)
        {
            rule(start.Derivative, direction);
            WeightedSum.Step(One, direction, start.State, stepSize, end.State);
            EvaluateDerivative(end);
        }

        public double EstimateError(Knot start, Knot end, double stepSize, ErrorTolerance tolerance) => 0;

        public void Interpolate(Knot start, Knot end, double time, Span<double> state)
        {
            if (time == end.Time)
            {
                end.State.CopyTo(state);
                return;
            }

            WeightedSum.Step(One, direction, start.State, time - start.Time, state);
        }
    }
}
