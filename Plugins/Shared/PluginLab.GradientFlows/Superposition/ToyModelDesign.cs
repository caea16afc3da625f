namespace PluginLab.GradientFlows.Superposition;

/// <summary>What a toy model is made of. Its defaults are those of the paper; the three differences to a linear network can be switched off one by one.</summary>
/// <remarks>The differences are those that note 0, section "Diagonal case", names: the ReLU at the end, the tied weights, and targets that are all 1.</remarks>
public sealed record ToyModelDesign
{
    /// <summary>The inputs.</summary>
    public required SparseInputs Inputs { get; init; }

    /// <summary>Hidden width h.</summary>
    public required int HiddenWidth { get; init; }

    /// <summary>Importances I_i, one per feature and not negative; null for 1 each.</summary>
    public IReadOnlyList<double>? Importances { get; init; }

    /// <summary>Target values s_i: output i is to be s_i x_i; null for 1 each.</summary>
    public IReadOnlyList<double>? Targets { get; init; }

    /// <summary>Whether a ReLU comes last; else the model is linear.</summary>
    public bool IsRectified { get; init; } = true;

    /// <summary>Whether the decoder is the transpose of the encoder.</summary>
    public bool IsTied { get; init; } = true;

    /// <summary>Whether outputs have biases that are learned.</summary>
    public bool HasBias { get; init; } = true;
}
