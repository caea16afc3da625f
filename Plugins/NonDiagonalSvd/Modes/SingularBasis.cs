using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;
using PluginLab.GradientFlows.Networks.ClosedForms;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.Plugins.NonDiagonalSvd.Modes;

/// <summary>Σ = U S Vᵀ with complete orthonormal U and V.</summary>
internal sealed class SingularBasis
{
    private const double ZeroTolerance = 1e-10;
    private const double RelativeGap = 1e-6;

    private SingularBasis(Matrix left, Matrix right, IReadOnlyList<double> values) =>
        (Left, Right, Values, Blocks) = (left, right, values, ModeBlock.Split(values, RelativeGap));

    /// <summary>U, with the vectors u_i as columns.</summary>
    public Matrix Left { get; }

    /// <summary>V, with the vectors v_i as columns.</summary>
    public Matrix Right { get; }

    /// <summary>The singular values above 1e-10 of the largest, falling.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>Runs of singular values that agree to a relative 1e-6: within a block the singular vectors are not unique, but their span is.</summary>
    public IReadOnlyList<ModeBlock> Blocks { get; }

    /// <summary>S, of the shape of Σ.</summary>
    public Matrix Diagonal => Truncated(Values.Count);

    /// <summary>The decomposition of a target.</summary>
    public static SingularBasis Of(Matrix target)
    {
        var decomposition = SingularValueDecomposition.Compute(target);
        double smallest = ZeroTolerance * decomposition.SingularValues[0];
        return new(
            OrthonormalColumns.Complete(decomposition.LeftVectors),
            OrthonormalColumns.Complete(decomposition.RightVectors),
            [.. decomposition.SingularValues.TakeWhile(value => value > smallest)]);
    }

    /// <summary>The same decomposition with the vectors of each block turned so that, within the block, modes learn independently from the given start.</summary>
    /// <remarks>
    /// In a block all x_i = (UᵀWe)_i + (Wd V)_i grow at one rate. With X^⊥ = A D Bᵀ, their part perpendicular to what earlier blocks take, the
    /// vectors U_b A and V_b A have orthogonal rows D Bᵀ, which then stay orthogonal.
    /// </remarks>
    public SingularBasis AdaptedTo(Matrix encoder, Matrix decoder)
    {
        (Matrix left, Matrix right) = (Left, Right);
        foreach (ModeBlock block in Blocks.Where(block => block.Count > 1))
        {
            Matrix aligned = AlignedRows(left, right, encoder, decoder);
            Matrix turn = OrthonormalColumns.Complete(SingularValueDecomposition.Compute(Perpendicular(aligned, block)).LeftVectors);
            (left, right) = (Turn(left, block, turn), Turn(right, block, turn));
        }

        return new(left, right, Values);
    }

    /// <summary>The rows x_i = (UᵀWe)_i + (Wd V)_i of a start, one per nonzero singular value.</summary>
    public Matrix AlignedRows(Matrix encoder, Matrix decoder) => AlignedRows(Left, Right, encoder, decoder);

    /// <summary>The best approximation of Σ of a rank: Σ_{i ≤ rank} s_i u_i v_iᵀ (Eckart and Young, 1936).</summary>
    public Matrix Approximation(int rank) => FromModes(Truncated(rank));

    /// <summary>U M̄ Vᵀ: what a product in the basis of the modes is in the basis of the target.</summary>
    public Matrix FromModes(Matrix product) => Left.Multiply(product).Multiply(Right.Transpose());

    /// <summary>Uᵀ M V.</summary>
    public Matrix ToModes(Matrix product) => Left.Transpose().Multiply(product).Multiply(Right);

    /// <summary>The strength u_rowᵀ M v_column of a network.</summary>
    public StateFunction Strength(ILinearModel network, int row, int column) =>
        NetworkObservables.BilinearForm(network, Left.Column(row), Right.Column(column));

    /// <summary>The k-th singular value, counted from 0, of the product within a block, U_bᵀ M V_b: the same for every choice of singular vectors.</summary>
    public StateFunction BlockStrength(ILinearModel network, ModeBlock block, int k)
    {
        StateFunction[] entries = [.. block.Modes.SelectMany(i => block.Modes.Select(j => Strength(network, i, j)))];
        return (time, state) =>
        {
            double[] values = new double[entries.Length];
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = entries[i](time, state);
            }

            return SingularValueDecomposition.Compute(new Matrix(block.Count, block.Count, values)).SingularValues[k];
        };
    }

    private Matrix Truncated(int rank) => Matrix.Create(Left.Rows, Right.Rows, (i, j) => i == j && i < Math.Min(rank, Values.Count) ? Values[i] : 0);

    private Matrix AlignedRows(Matrix left, Matrix right, Matrix encoder, Matrix decoder) =>
        HalfTimes.AlignedRows(Values, left.Transpose().Multiply(encoder), decoder.Multiply(right));

    private static Matrix Perpendicular(Matrix alignedRows, ModeBlock block)
    {
        Matrix own = Matrix.Create(block.Count, alignedRows.Columns, (i, j) => alignedRows[block.First + i, j]);
        if (block.First == 0)
        {
            return own;
        }

        Matrix earlier = Matrix.Create(block.First, alignedRows.Columns, (i, j) => alignedRows[i, j]);
        Matrix taken = SingularValueDecomposition.Compute(earlier).RightVectors;
        return own.Subtract(own.Multiply(taken).Multiply(taken.Transpose()));
    }

    private static Matrix Turn(Matrix vectors, ModeBlock block, Matrix turn)
    {
        Matrix own = Matrix.Create(vectors.Rows, block.Count, (i, j) => vectors[i, block.First + j]).Multiply(turn);
        return Matrix.Create(vectors.Rows, vectors.Columns, (i, j) =>
            j >= block.First && j < block.First + block.Count ? own[i, j - block.First] : vectors[i, j]);
    }
}
