using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Products;
using PluginLab.Numerics.Integration;

namespace PluginLab.Plugins.DegreeProduct.LearningRate.Steps;

/// <summary>Steps of gradient descent on a product of equal weights, at η = κ η_max.</summary>
/// <param name="Growth">N1: steps to u ≥ s/2; 0 from there on, NaN if it is not reached.</param>
/// <param name="Approach">N2: steps from there to the first of two consecutive u within δs of the target; NaN if there are none.</param>
internal readonly record struct StepCount(double Growth, double Approach)
{
    private const string Half = "half";
    private const string Accurate = "accurate";

    /// <summary>How many times the steps that the flow needs, and how many steps besides, a run goes on.</summary>
    private const double Patience = 5;
    private const double StepsOfPatience = 1000;

    /// <summary>An event is located to much less than this part of a step, so that one on an iterate counts for this iterate.</summary>
    private const double Location = 1e-6;

    /// <summary>Both phases.</summary>
    public double Total => Growth + Approach;

    /// <summary>Counts the steps from ε.</summary>
    /// <param name="context">Takes the steps.</param>
    /// <param name="theory">The target s and the degree d.</param>
    /// <param name="initialFraction">ε/s, up to ½.</param>
    /// <param name="learningRateFraction">κ.</param>
    /// <param name="accuracy">δ.</param>
    public static StepCount Of(ExperimentContext context, BalancedProduct theory, double initialFraction, double learningRateFraction, double accuracy)
    {
        double s = theory.Target;
        Monomial product = Monomial.Product(s, (int)theory.Degree);
        StateFunction observable = product.Observables[0].Function;
        double learningRate = learningRateFraction * theory.MaximumLearningRate;
        double endTime = (Patience * theory.HittingTime(initialFraction * s, (1 - accuracy) * s)) + (StepsOfPatience * learningRate);
        InitialValueProblem problem = new InitialValueProblem(product, product.BalancedState(initialFraction * s), 0, endTime).WithEvents(
        [
            EventFunction.Crossing(Half, observable, s / 2),
            EventFunction.Stop(Accurate, FartherOfTwo(context.Create(product), observable, s, learningRate), accuracy * s),
        ]);
        Solution solution = context.SolveWith(StepIntegrators.GradientDescent(learningRate), problem, SaveAt.End);
        double growth = initialFraction < 0.5 ? Steps(solution.EventTime(Half)) : 0;
        return new(growth, Math.Max(0, Steps(solution.EventTime(Accurate)) - growth));

        double Steps(double time) => Math.Ceiling((time / learningRate) - Location);
    }

    /// <summary>The larger distance to the target of a state and the next iterate: below a level from the first of two consecutive iterates there.</summary>
    private static StateFunction FartherOfTwo(IDynamicsSystem system, StateFunction observable, double target, double learningRate)
    {
        double[] next = new double[system.Dimension];
        return (time, state) =>
        {
            system.EvaluateDerivative(time, state, next);
            for (int i = 0; i < next.Length; i++)
            {
                next[i] = state[i] + (learningRate * next[i]);
            }

            return Math.Max(Math.Abs(observable(time, state) - target), Math.Abs(observable(time, next) - target));
        };
    }
}
