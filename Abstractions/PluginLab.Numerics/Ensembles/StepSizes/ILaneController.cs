using PluginLab.Numerics.Ensembles.Methods;

namespace PluginLab.Numerics.Ensembles.StepSizes;

/// <summary>A step-size controller in lanes: what its plain counterpart plans and decides, with the same bits.</summary>
internal interface ILaneController
{
    /// <summary>A requested time this close to a knot means the knot.</summary>
    double KnotTolerance { get; }

    /// <summary>Sets the memory of a solve that has not begun, and proposes its first step size.</summary>
    /// <param name="step">Time, state and derivative at the start are set.</param>
    /// <param name="progress">The end of the interval is set.</param>
    /// <returns>How many evaluations of the right-hand side that took.</returns>
    int Start(LaneStep step, LaneProgress progress);

    /// <summary>Plans the next attempt: sets size and end time of a step.</summary>
    /// <returns>The lanes whose step reaches the end of the interval.</returns>
    uint Plan(LaneStep step, LaneProgress progress);

    /// <summary>Accepts or rejects an attempted step and proposes the size of the next.</summary>
    /// <returns>The lanes whose step is accepted.</returns>
    uint Decide(LaneStep step, LaneProgress progress);

    /// <summary>Of lanes whose step is accepted, those that it leads to a state that is not finite.</summary>
    uint FindNonFinite(LaneStep step, uint accepted);
}
