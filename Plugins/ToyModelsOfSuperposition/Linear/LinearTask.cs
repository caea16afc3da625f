using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;
using PluginLab.GradientFlows.Superposition;

namespace PluginLab.Plugins.ToyModelsOfSuperposition.Linear;

/// <summary>A toy model without its three differences, the linear network that it is to equal, and a start for both.</summary>
internal sealed class LinearTask
{
    private const double InitialScale = 0.1;
    private const double TimeConstants = 10;

    private LinearTask(IReadOnlyList<double> targets, int hiddenWidth, double density, double[] weights)
    {
        (Targets, Weights) = (targets, weights);
        Network = new LinearNetwork(Matrix.Diagonal(targets), [targets.Count, hiddenWidth, targets.Count]);
        ToyModelDesign design = new()
        {
            Inputs = SparseInputs.OnGrid(targets.Count, [.. Enumerable.Repeat(2, targets.Count)]).Whitened(density),
            HiddenWidth = hiddenWidth,
            Targets = targets,
            IsRectified = false,
            IsTied = false,
            HasBias = false,
        };
        SwitchedOff = new ToyModel(design, density);
    }

    /// <summary>s_i.</summary>
    public IReadOnlyList<double> Targets { get; }

    /// <summary>The start: encoder, then decoder.</summary>
    public double[] Weights { get; }

    public LinearNetwork Network { get; }

    public ToyModel SwitchedOff { get; }

    /// <summary>Ten time constants of the smallest target.</summary>
    public double EndTime => TimeConstants / Targets.Min();

    public static LinearTask Draw(ExperimentContext context, IReadOnlyList<double> targets, int hiddenWidth, double density) => new(
        targets,
        hiddenWidth,
        density,
        [.. context.CreateRandom("linear-start").NextGaussians(2 * targets.Count * hiddenWidth).Select(number => InitialScale * number)]);
}
