namespace PluginLab.Dynamics;

/// <summary>A numerical method for initial-value problems, with all its settings (step size or tolerances) fixed.</summary>
/// <remarks>Implementations are immutable and thread-safe: one instance may solve many problems at once.</remarks>
public interface IIntegrator
{
    /// <summary>Name for reports, settings included, such as <c>Dormand–Prince 5(4), relative tolerance 1e-9, absolute tolerance 1e-12</c>.</summary>
    string Name { get; }

    /// <summary>Solves a problem.</summary>
    /// <returns>The solution; a numerical failure or a cancellation is reported by its outcome, never by an exception.</returns>
    Solution Integrate(InitialValueProblem problem, SaveAt saveAt, CancellationToken cancellationToken);
}
