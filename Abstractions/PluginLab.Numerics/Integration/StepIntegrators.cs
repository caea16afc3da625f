using PluginLab.Dynamics;
using PluginLab.Numerics.Integration.Methods;
using PluginLab.Numerics.Integration.StepSizes;

namespace PluginLab.Numerics.Integration;

/// <summary>Ready-made integrators.</summary>
public static class StepIntegrators
{
    /// <summary>Budget of attempted steps where none is given.</summary>
    public const long DefaultMaximumSteps = 1_000_000;

    /// <summary>Gradient descent: Euler's method with a constant step size, the learning rate. Between iterates the output is a straight line.</summary>
    /// <param name="learningRate">η; finite and positive. Iterate n lies at time start + n·η.</param>
    /// <param name="maximumSteps">Budget of steps; positive.</param>
    public static IIntegrator GradientDescent(double learningRate, long maximumSteps = DefaultMaximumSteps) => new StepIntegrator(
        new ExplicitRungeKutta(Tableaus.Euler with { Name = "Gradient descent" }), new ConstantStepSize(learningRate, ConstantStepSize.LearningRate), maximumSteps);

    /// <summary>Gradient descent with momentum: v_{n+1} = β v_n + f(x_n), x_{n+1} = x_n + η v_{n+1}. Between iterates the output is a straight line.</summary>
    /// <param name="learningRate">η; finite and positive. Iterate n lies at time start + n·η.</param>
    /// <param name="momentum">β, at least 0 and below 1.</param>
    /// <param name="maximumSteps">Budget of steps; positive.</param>
    public static IIntegrator HeavyBall(double learningRate, double momentum, long maximumSteps = DefaultMaximumSteps) =>
        new StepIntegrator(DescentMethod.HeavyBall(momentum), new ConstantStepSize(learningRate, ConstantStepSize.LearningRate), maximumSteps);

    /// <summary>Descent along signs: x_{n+1} = x_n + η sign f(x_n). Between iterates the output is a straight line.</summary>
    /// <param name="learningRate">η, by which each component moves; finite and positive. Iterate n lies at time start + n·η.</param>
    /// <param name="maximumSteps">Budget of steps; positive.</param>
    public static IIntegrator SignDescent(double learningRate, long maximumSteps = DefaultMaximumSteps) =>
        new StepIntegrator(DescentMethod.Signs, new ConstantStepSize(learningRate, ConstantStepSize.LearningRate), maximumSteps);

    /// <summary>The classical Runge–Kutta method of order 4 with a constant step size; dense output of order 3.</summary>
    /// <param name="step">Step size; finite and positive.</param>
    /// <param name="maximumSteps">Budget of steps; positive.</param>
    public static IIntegrator RungeKutta4(double step, long maximumSteps = DefaultMaximumSteps) =>
        new StepIntegrator(new ExplicitRungeKutta(Tableaus.RungeKutta4), new ConstantStepSize(step), maximumSteps);

    /// <summary>Dormand–Prince 5(4) with proportional–integral step-size control and an automatic first step; dense output of order 4.</summary>
    /// <param name="relativeTolerance">Local error per unit of state; at least 0.</param>
    /// <param name="absoluteTolerance">Local error at zero state; above 0.</param>
    /// <param name="maximumSteps">Budget of attempted steps, rejected ones included; positive.</param>
    public static IIntegrator DormandPrince5(double relativeTolerance, double absoluteTolerance, long maximumSteps = DefaultMaximumSteps) =>
        DormandPrince5(new AdaptiveStepSize(new ErrorTolerance(relativeTolerance, absoluteTolerance)), maximumSteps);

    /// <summary>Dormand–Prince 5(4) with an automatic first step; dense output of order 4.</summary>
    /// <param name="stepSizes">Tolerance, kind of control and largest step.</param>
    /// <param name="maximumSteps">Budget of attempted steps, rejected ones included; positive.</param>
    public static IIntegrator DormandPrince5(AdaptiveStepSize stepSizes, long maximumSteps = DefaultMaximumSteps) =>
        new StepIntegrator(new ExplicitRungeKutta(Tableaus.DormandPrince5), stepSizes, maximumSteps);

    /// <summary>Dormand–Prince 8(5,3) with an automatic first step; dense output of order 7.</summary>
    /// <param name="stepSizes">Tolerance, kind of control and largest step.</param>
    /// <param name="maximumSteps">Budget of attempted steps, rejected ones included; positive.</param>
    public static IIntegrator DormandPrince8(AdaptiveStepSize stepSizes, long maximumSteps = DefaultMaximumSteps) =>
        new StepIntegrator(new ExplicitRungeKutta(Tableaus.DormandPrince8), stepSizes, maximumSteps);

    /// <summary>The Runge–Kutta–Chebyshev method of order 2 for stiff gradient flows, with an automatic first step; dense output of order 3.</summary>
    /// <param name="stepSizes">Tolerance, kind of control and largest step.</param>
    /// <param name="maximumSteps">Budget of attempted steps, rejected ones included; positive.</param>
    public static IIntegrator RungeKuttaChebyshev2(AdaptiveStepSize stepSizes, long maximumSteps = DefaultMaximumSteps) =>
        new StepIntegrator(new RungeKuttaChebyshev2(), stepSizes, maximumSteps);
}
