namespace PluginLab.Dynamics;

/// <summary>An integrator that can be compared with a coarser one of its kind, so that the difference shows its own error.</summary>
public interface IAdjustableIntegrator : IIntegrator
{
    /// <summary>The same method at ten times its tolerances, or at twice its step.</summary>
    /// <returns>The coarser integrator; null if the step is what is studied, as a learning rate is, and no approximation of anything.</returns>
    IIntegrator? Coarsen();
}
