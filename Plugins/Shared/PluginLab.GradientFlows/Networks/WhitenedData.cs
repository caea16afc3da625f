using PluginLab.Experiments;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.GradientFlows.Networks;

/// <summary>Data whose inputs are whitened, XᵀX = I as a sum over the data, so that Σ = XᵀY says all that a linear network can learn.</summary>
/// <remarks>
/// From the singular value decomposition A = U S Vᵀ of the (centred) inputs. With full rank X = U Vᵀ = A(AᵀA)^{−½}, the whitened inputs nearest to the
/// given ones, so that coordinates keep their meaning. Directions with singular value ≤ max(N, n)·2⁻⁵²·s₁ are dropped; then X = U_r, the principal directions
/// that are left. Source: note 0, section "General setup"; Kessy, Lewin and Strimmer, The American Statistician 72, 2018.
/// </remarks>
public sealed class WhitenedData
{
    private const double UnitRoundoff = 2.220446049250313e-16;

    private WhitenedData(Matrix inputs, Matrix outputs, int droppedDirections)
    {
        (Inputs, Outputs, DroppedDirections) = (inputs, outputs, droppedDirections);
        Target = inputs.Transpose().Multiply(outputs);
    }

    /// <summary>The whitened inputs X, N × n; N × r when directions were dropped.</summary>
    public Matrix Inputs { get; }

    /// <summary>The outputs Y, N × n_out, centred if asked for.</summary>
    public Matrix Outputs { get; }

    /// <summary>Σ = XᵀY.</summary>
    public Matrix Target { get; }

    /// <summary>How many directions of the inputs were dropped because the data do not vary along them.</summary>
    public int DroppedDirections { get; }

    /// <summary>Whitens data.</summary>
    /// <param name="inputs">One row per datum.</param>
    /// <param name="outputs">One row per datum.</param>
    /// <param name="centering">Whether the mean of each column is subtracted first.</param>
    /// <exception cref="ArgumentException">The numbers of rows differ, or no input varies.</exception>
    public static WhitenedData Create(Matrix inputs, Matrix outputs, Centering centering)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(outputs);
        if (inputs.Rows != outputs.Rows)
        {
            throw new ArgumentException($"There are {inputs.Rows} inputs but {outputs.Rows} outputs; there must be one output per input.", nameof(outputs));
        }

        Matrix given = centering == Centering.SubtractMeans ? SubtractMeans(inputs) : inputs;
        var modes = SingularValueDecomposition.Compute(given);
        int rank = modes.Rank(Math.Max(given.Rows, given.Columns) * UnitRoundoff);
        if (rank == 0)
        {
            throw new ArgumentException("No input varies over the data; at least one input column must take different values.", nameof(inputs));
        }

        Matrix principal = FirstColumns(modes.LeftVectors, rank);
        return new WhitenedData(
            rank == given.Columns ? principal.Multiply(FirstColumns(modes.RightVectors, rank).Transpose()) : principal,
            centering == Centering.SubtractMeans ? SubtractMeans(outputs) : outputs,
            given.Columns - rank);
    }

    private static Matrix SubtractMeans(Matrix values)
    {
        double[] means = [.. Enumerable.Range(0, values.Columns).Select(j => values.Column(j).Average())];
        return Matrix.Create(values.Rows, values.Columns, (i, j) => values[i, j] - means[j]);
    }

    private static Matrix FirstColumns(Matrix matrix, int count) => Matrix.Create(matrix.Rows, count, (i, j) => matrix[i, j]);
}

/// <summary>Whether data are centred.</summary>
public enum Centering
{
    /// <summary>As given.</summary>
    None,

    /// <summary>The mean of each column is subtracted.</summary>
    SubtractMeans,
}
