using PluginLab.Dynamics;
using PluginLab.Experiments;

namespace PluginLab.Numerics.Tests.Observables;

/// <summary>Gradient flows with known Hessians.</summary>
internal static class TestFlows
{
    /// <summary>The flow of L = ½ xᵀAx, whose Hessian is A everywhere.</summary>
    public static IDynamicsSystem Quadratic(Matrix matrix) => ParametricSystem.Create(new QuadraticFlow(matrix));

    /// <summary>The flow of L = Σ_k e^{a_k · x} with the rows a_k of a matrix.</summary>
    public static IDynamicsSystem Exponential(Matrix rows) => ParametricSystem.Create(new ExponentialFlow(rows));

    /// <summary>The Hessian Σ_k e^{a_k · x} a_k a_kᵀ of that.</summary>
    public static Matrix ExponentialHessian(Matrix rows, double[] state) => Matrix.Create(rows.Columns, rows.Columns, (i, j) =>
        Enumerable.Range(0, rows.Rows).Sum(k => Math.Exp(Enumerable.Range(0, rows.Columns).Sum(l => rows[k, l] * state[l])) * rows[k, i] * rows[k, j]));

    /// <summary>The same system, evaluated over doubles alone.</summary>
    public static IDynamicsSystem WithoutDuals(IDynamicsSystem system) => new Integration.FunctionSystem(system.Dimension, system.EvaluateDerivative);

    public static Matrix RandomSymmetric(int size, ulong seed)
    {
        Matrix matrix = LinearAlgebra.MatrixAssertions.Random(size, size, seed);
        return matrix.Add(matrix.Transpose());
    }

    private readonly struct QuadraticFlow(Matrix matrix) : IRightHandSide
    {
        public int Dimension => matrix.Rows;

        public void Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
            where TScalar : unmanaged, IScalar<TScalar>
        {
            for (int i = 0; i < derivative.Length; i++)
            {
                derivative[i] = 0;
                for (int j = 0; j < state.Length; j++)
                {
                    derivative[i] -= matrix[i, j] * state[j];
                }
            }
        }
    }

    private readonly struct ExponentialFlow(Matrix rows) : IRightHandSide
    {
        public int Dimension => rows.Columns;

        public void Evaluate<TScalar>(TScalar time, ReadOnlySpan<TScalar> state, ReadOnlySpan<TScalar> parameters, Span<TScalar> derivative)
            where TScalar : unmanaged, IScalar<TScalar>
        {
            derivative.Fill(0);
            for (int k = 0; k < rows.Rows; k++)
            {
                TScalar exponent = 0;
                for (int j = 0; j < state.Length; j++)
                {
                    exponent += rows[k, j] * state[j];
                }

                for (int i = 0; i < state.Length; i++)
                {
                    derivative[i] -= rows[k, i] * TScalar.Exp(exponent);
                }
            }
        }
    }
}
