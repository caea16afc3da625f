using PluginLab.Dynamics;
using PluginLab.Experiments;

namespace PluginLab.GradientFlows.Networks;

/// <summary>Negative controls for claims about networks that a change of time scale would leave standing; systems that are no network stay as they are.</summary>
public static class NetworkControls
{
    /// <summary>The network learns −Σ: every mode turns to the other side.</summary>
    public static Control NegatedTarget { get; } = new("target negated", system => WithTarget(system, target => target.Scale(-1)));

    /// <summary>dx/dt = f / ‖Σ‖: stronger targets are no longer learned faster.</summary>
    public static Control NormalizedRate { get; } = new(
        "right-hand side divided by the norm of the target",
        system => system is ILinearModel model ? Control.ScaledRightHandSide(1 / model.Target.FrobeniusNorm()).Apply(system) : system);

    /// <summary>The network learns factor · Σ.</summary>
    public static Control ScaledTarget(double factor) => new(
        $"target times {NumberText.Of(factor)}", system => WithTarget(system, target => target.Scale(factor)));

    /// <summary>The network learns Σ with an amount added to every entry off the diagonal: modes are no longer rows.</summary>
    public static Control CoupledTarget(double amount) => new(
        $"{NumberText.Of(amount)} added to the target off its diagonal",
        system => WithTarget(system, target => Matrix.Create(target.Rows, target.Columns, (i, j) => target[i, j] + (i == j ? 0 : amount))));

    /// <summary>Row <paramref name="mode"/> of the first layer, and that column of the last, move by a factor slower or faster.</summary>
    /// <param name="mode">Counted from 0.</param>
    /// <param name="factor">Factor on the speed; 0 holds the mode.</param>
    public static Control ScaledMode(int mode, double factor) => new(
        $"weights of mode {mode + 1} moving {NumberText.Of(factor)} times as fast",
        system => system is ILinearModel model && mode < Math.Min(model.Target.Rows, model.Target.Columns) ? new ScaledModeSystem(system, model, mode, factor) : system);

    private static IDynamicsSystem WithTarget(IDynamicsSystem system, Func<Matrix, Matrix> change) => system switch
    {
        LinearNetwork network => new LinearNetwork(change(network.Target), network.Widths),
        TiedLinearNetwork network => new TiedLinearNetwork(change(network.Target), network.HiddenWidth),
        _ => system,
    };

    private sealed class ScaledModeSystem(IDynamicsSystem system, ILinearModel model, int mode, double factor) : IDynamicsSystem
    {
        public int Dimension => system.Dimension;

        public void EvaluateDerivative(double time, ReadOnlySpan<double> state, Span<double> derivative)
        {
            system.EvaluateDerivative(time, state, derivative);
            int width = model is LinearNetwork network ? network.Widths[1] : Dimension / model.Target.Rows;
            foreach (ref double entry in derivative.Slice(mode * width, width))
            {
                entry *= factor;
            }

            if (model is LinearNetwork { Depth: > 1 } untied)
            {
                int columns = untied.Widths[^1];
                for (int k = Dimension - (untied.Widths[^2] * columns) + mode; k < Dimension; k += columns)
                {
                    derivative[k] *= factor;
                }
            }
        }
    }
}
