using PluginLab.Experiments;

namespace PluginLab.Dynamics;

/// <summary>Refuses times at which the trajectories of an ensemble cannot be observed one after another.</summary>
internal static class ObservationTimes
{
    /// <summary>Refuses times that are not finite or not strictly monotone in the direction of integration, and observables without times.</summary>
    public static void Require(Ensemble ensemble, EnsembleOutput output)
    {
        if (output.Observables.Count > 0 && output.Times.Count == 0)
        {
            throw new ArgumentException("Observables are evaluated at times, and there are none: set the times of the output.", nameof(output));
        }

        bool isBackward = ensemble.Direction < 0;
        for (int i = 0; i < output.Times.Count; i++)
        {
            FiniteNumbers.Require(output.Times[i], $"time to observe at with index {i}", nameof(output));
            if (i > 0 && !(isBackward ? output.Times[i] < output.Times[i - 1] : output.Times[i] > output.Times[i - 1]))
            {
                throw new ArgumentException(
                    $"The times to observe at must strictly {(isBackward ? "fall, as time runs backward" : "grow, as time runs forward")}; "
                    + $"{NumberText.Of(output.Times[i - 1])} is followed by {NumberText.Of(output.Times[i])}.",
                    nameof(output));
            }
        }
    }
}
