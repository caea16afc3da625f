using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Evidence;

namespace PluginLab.Plugins.DegreeProduct.BestDegree;

/// <summary>What claims that a degree is the fastest must notice: that degree alone is slower.</summary>
internal static class SlowDegree
{
    private const double Factor = 0.01;

    /// <summary>The product of one degree learns a hundred times more slowly, all others as before.</summary>
    public static Control Of(int degree) => new(
        $"the product of {NumberText.Of(degree)} weights alone a hundred times more slowly",
        system => system.Dimension == degree ? ChangedFlow.Of(system, new SlowerWeights()) : system);

    private sealed class SlowerWeights : IDerivativeChange
    {
        public void Change<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
            where TScalar : unmanaged, IScalar<TScalar>
        {
            foreach (ref TScalar rate in derivative)
            {
                rate *= Factor;
            }
        }
    }
}
