using PluginLab.Dynamics;

namespace PluginLab.Numerics.Tests.Integration;

/// <summary>Problems with known solutions.</summary>
internal static class TestProblems
{
    /// <summary>x' = −x, x(0) = 1: e^−t.</summary>
    public static InitialValueProblem Decay(double endTime) => Problem(new FunctionSystem(1, (_, x, dx) => dx[0] = -x[0]), [1], endTime);

    /// <summary>x'' = −x from (1, 0): (cos t, −sin t).</summary>
    public static InitialValueProblem Oscillator(double endTime) => Problem(
        new FunctionSystem(2, (_, x, dx) => (dx[0], dx[1]) = (x[1], -x[0])), [1, 0], endTime);

    /// <summary>x' = x(1 − x), x(0) = 1/10: 1 / (1 + 9 e^−t).</summary>
    public static InitialValueProblem Logistic(double endTime) => Problem(new FunctionSystem(1, (_, x, dx) => dx[0] = x[0] * (1 - x[0])), [0.1], endTime);

    /// <summary>x' = cos t · x, x(0) = 1: e^{sin t}; depends on time.</summary>
    public static InitialValueProblem Driven(double endTime) => Problem(new FunctionSystem(1, (t, x, dx) => dx[0] = Math.Cos(t) * x[0]), [1], endTime);

    /// <summary>x' = −1000 (x − cos t), x(0) = 0: stiff.</summary>
    public static InitialValueProblem Stiff(double endTime) => Problem(new FunctionSystem(1, (t, x, dx) => dx[0] = -1000 * (x[0] - Math.Cos(t))), [0], endTime);

    /// <summary>x' = x², x(0) = 1: 1 / (1 − t), infinite at t = 1.</summary>
    public static InitialValueProblem BlowUp(double endTime) => Problem(new FunctionSystem(1, (_, x, dx) => dx[0] = x[0] * x[0]), [1], endTime);

    /// <summary>x' = −1 while x > 0 and NaN below, x(0) = 1.</summary>
    public static InitialValueProblem EdgeOfDomain(double endTime) => Problem(new FunctionSystem(1, (_, x, dx) => dx[0] = x[0] > 0 ? -1 : double.NaN), [1], endTime);

    /// <summary>A right-hand side that is NaN everywhere.</summary>
    public static InitialValueProblem NotANumber(double endTime) => Problem(new FunctionSystem(1, (_, _, dx) => dx[0] = double.NaN), [1], endTime);

    public static InitialValueProblem Problem(IDynamicsSystem system, double[] initialState, double endTime) => new(system, initialState, startTime: 0, endTime);

    /// <summary>The state at the end of a successful solve.</summary>
    public static double[] SolveToEnd(this IIntegrator integrator, InitialValueProblem problem) =>
        integrator.Integrate(problem, SaveAt.End, CancellationToken.None).Trajectory.LastState.ToArray();

    public static Solution Solve(this IIntegrator integrator, InitialValueProblem problem, SaveAt saveAt) =>
        integrator.Integrate(problem, saveAt, CancellationToken.None);
}

internal delegate void RightHandSide(double time, ReadOnlySpan<double> state, Span<double> derivative);

/// <summary>A system that allocates nothing and counts its evaluations.</summary>
internal sealed class FunctionSystem(int dimension, RightHandSide rightHandSide) : IDynamicsSystem
{
    private long evaluations;

    public int Dimension => dimension;

    public long Evaluations => Interlocked.Read(ref evaluations);

    public void EvaluateDerivative(double time, ReadOnlySpan<double> state, Span<double> derivative)
    {
        Interlocked.Increment(ref evaluations);
        rightHandSide(time, state, derivative);
    }
}
