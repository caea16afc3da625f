namespace PluginLab.Dynamics;

/// <summary>An integrator that solves the problems of an ensemble together, and finds for each what it finds for that problem alone, bit for bit.</summary>
public interface IEnsembleIntegrator : IIntegrator
{
    /// <summary>Solves all problems of an ensemble.</summary>
    /// <returns>The outcome of every trajectory; failures and cancellation are outcomes, never exceptions.</returns>
    EnsembleSolution Integrate(Ensemble ensemble, EnsembleOutput output, CancellationToken cancellationToken);
}
