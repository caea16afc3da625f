using PluginLab.Experiments;
using PluginLab.GradientFlows.Superposition;

namespace PluginLab.Plugins.ToyModelsOfSuperposition;

/// <summary>The negative controls of the claims: each changes one part of every toy model, and nothing of a linear network.</summary>
internal static class Controls
{
    /// <summary>For what superposition needs: without a ReLU the model is linear.</summary>
    public static Control NoRectifier { get; } = Change("no ReLU at the end of toy models", design => design with { IsRectified = false });

    /// <summary>For what the targets decide: they are all 1.</summary>
    public static Control UnitTargets { get; } = Change("targets of toy models 1", design => design with { Targets = null });

    /// <summary>For which features are chosen: the last is the most important one.</summary>
    public static Control ReversedImportances { get; } = Change(
        "importances of the features in reverse order", design => design with { Importances = design.Importances is { } given ? [.. given.Reverse()] : null });

    private static Control Change(string mutation, Func<ToyModelDesign, ToyModelDesign> change) =>
        new(mutation, system => system is ToyModel model ? model.With(change(model.Design)) : system);
}
