using PluginLab.Numerics.Ensembles.Methods;

namespace PluginLab.Numerics.Ensembles.StepSizes;

/// <summary>A step-size controller in lanes: what its plain counterpart plans and decides, with the same bits. Its memory is in rows of the step.</summary>
internal interface ILaneController
{
    /// <summary>A requested time this close to a knot means the knot.</summary>
    double KnotTolerance { get; }

    /// <summary>Sets the memory of solves that have not begun, and proposes their first step sizes.</summary>
    /// <param name="step">Time, state and derivative at the start are set, and the end of the interval.</param>
    /// <returns>How many evaluations of the right-hand side that took.</returns>
    int Start(LaneStep step);

    /// <summary>Plans the next attempt: sets size and end time of a step.</summary>
    /// <returns>The lanes whose step reaches the end of the interval.</returns>
    uint Plan(LaneStep step);

    /// <summary>Accepts or rejects an attempted step and proposes the size of the next.</summary>
    /// <returns>The lanes whose step is accepted.</returns>
    uint Decide(LaneStep step);

    /// <summary>Of lanes whose step is accepted, those that it leads to a state that is not finite.</summary>
    uint FindNonFinite(LaneStep step, uint accepted);
}
