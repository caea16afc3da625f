using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Products;
using PluginLab.Numerics.Integration;
using PluginLab.Plugins.DegreeProduct.BestDegree;

namespace PluginLab.Plugins.DegreeProduct.FewestSteps;

/// <summary>Steps of gradient descent until |u − s| ≤ δs, at the learning rate that is best for the degree, the target and the start.</summary>
/// <param name="Degree">d.</param>
/// <param name="Target">s.</param>
/// <param name="Starts">ε.</param>
/// <param name="Steps">The fewest steps over learning rates; infinite where none gets there.</param>
internal sealed record StepCounts(int Degree, double Target, IReadOnlyList<double> Starts, IReadOnlyList<double> Steps)
{
    private const string Accurate = "accurate";

    /// <summary>κ in twentieths: ½, at which the approach is faster than any power, is among them.</summary>
    private const int SmallestTwentieth = 8;
    private const int LargestTwentieth = 19;

    /// <summary>How many times the flow's own time a solve goes on, and how many steps more: near κ = 1 iterates alternate for long.</summary>
    private const double Patience = 2;
    private const int ExtraSteps = 400;

    /// <summary>An event located this close after an iterate happened at it.</summary>
    private const double LocationTolerance = 1e-6;

    public static StepCounts Take(ExperimentContext context, int degree, double target, IReadOnlyList<double> starts, double accuracy)
    {
        double[] fewest = [.. starts.Select(_ => double.PositiveInfinity)];
        for (int twentieth = SmallestTwentieth; twentieth <= LargestTwentieth; twentieth++)
        {
            double[] steps = Count(context, degree, target, starts, accuracy, twentieth / 20.0);
            fewest = [.. fewest.Zip(steps, Math.Min)];
        }

        return new(degree, target, starts, fewest);
    }

    /// <summary>Steps from each start at one learning rate, as a fraction κ of the largest stable one; infinite from where it does not get there.</summary>
    public static double[] Count(ExperimentContext context, int degree, double target, IReadOnlyList<double> starts, double accuracy, double fraction)
    {
        double learningRate = fraction * new BalancedProduct(target, degree).MaximumLearningRate;
        EnsembleSolution solution = Solve(context, degree, target, starts, accuracy, learningRate);
        return [.. starts.Select((_, i) => solution.EventTime(Accurate, i)).Select(time =>
            double.IsNaN(time) ? double.PositiveInfinity : Math.Ceiling((time / learningRate) - LocationTolerance))];
    }

    private static EnsembleSolution Solve(
        ExperimentContext context, int degree, double target, IReadOnlyList<double> starts, double accuracy, double learningRate)
    {
        Monomial product = Monomial.Product(target, degree);
        Ensemble ensemble = new Ensemble(product, starts.SelectMany(product.BalancedState), 0, 0)
            .WithEndTimes(starts.Select(start => (Patience * TotalTimes.Predict(degree, new(target, start), accuracy)) + (ExtraSteps * learningRate)))
            .WithEvent(EnsembleEvent.Stop(Accurate, StateFormula.Create(new RelativeDistance()), accuracy));
        return (context with { Integrator = StepIntegrators.GradientDescent(learningRate) }).Solve(ensemble, EnsembleOutput.FinalStates);
    }

    /// <summary>|u/s − 1|.</summary>
    private readonly struct RelativeDistance : IStateFormula
    {
        public TScalar Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters)
            where TScalar : unmanaged, IScalar<TScalar>
        {
            TScalar product = 1;
            foreach (TScalar weight in state)
            {
                product *= weight;
            }

            return TScalar.Abs((product / parameters[0]) - 1);
        }
    }
}
