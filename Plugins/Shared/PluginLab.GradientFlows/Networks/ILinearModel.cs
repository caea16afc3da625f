using PluginLab.Experiments;

namespace PluginLab.GradientFlows.Networks;

/// <summary>A system whose state encodes a matrix M that learns a target matrix Σ.</summary>
public interface ILinearModel
{
    /// <summary>The target Σ.</summary>
    Matrix Target { get; }

    /// <summary>The loss ½‖Σ − M‖² of the network; for data ½‖Y − X M‖².</summary>
    double EvaluateNetworkLoss(ReadOnlySpan<double> state);

    /// <summary>leftᵀ M right, without forming M: an entry of M for unit vectors, the strength of a mode for its singular vectors.</summary>
    double EvaluateBilinearForm(ReadOnlySpan<double> left, ReadOnlySpan<double> state, ReadOnlySpan<double> right);

    /// <summary>The product matrix M of a state.</summary>
    Matrix Product(ReadOnlySpan<double> state);
}
