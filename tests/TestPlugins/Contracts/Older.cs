using System.Reflection;

[assembly: AssemblyVersion("0.0.9.0")]

namespace PluginLab.Dynamics;

/// <summary>An integrator that need not have a name, as the host's must.</summary>
public interface IIntegrator
{
    Solution Integrate(InitialValueProblem problem, SaveAt saveAt, System.Threading.CancellationToken cancellationToken);
}
