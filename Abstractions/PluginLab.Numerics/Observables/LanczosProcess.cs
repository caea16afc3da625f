using PluginLab.Experiments;
using PluginLab.Numerics.LinearAlgebra;
using PluginLab.Numerics.LinearAlgebra.Kernels;

namespace PluginLab.Numerics.Observables;

/// <summary>Lanczos' tridiagonal projection T = QᵀHQ of a symmetric H onto the Krylov space of a start vector, with full reorthogonalisation.</summary>
/// <remarks>Source: Parlett, The Symmetric Eigenvalue Problem, SIAM 1998, chapter 13.</remarks>
internal sealed class LanczosProcess
{
    // Below this share of the norm the remainder is rounding: the Krylov space is invariant.
    private const double InvariantRemainder = 1e-14;

    private readonly Action<double[], double[]> multiply;
    private readonly List<double[]> basis = [];
    private readonly List<double> diagonal = [];
    private readonly List<double> offDiagonal = [];
    private double[] next;

    /// <param name="multiply">Writes H v, for its first argument v, into its second.</param>
    /// <param name="start">Start vector; not zero.</param>
    public LanczosProcess(Action<double[], double[]> multiply, double[] start)
    {
        this.multiply = multiply;
        next = [.. start];
        VectorArithmetic.Scale(1 / VectorArithmetic.Norm(next), next);
    }

    /// <summary>Dimension of the Krylov space so far: the number of products.</summary>
    public int Count => basis.Count;

    /// <summary>Whether H maps the space into itself, so that its Ritz values are eigenvalues.</summary>
    public bool IsInvariant { get; private set; }

    /// <summary>Whether a product was NaN or infinite; nothing else is defined then.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Adds a dimension.</summary>
    public void Extend()
    {
        double[] last = next;
        double[] product = new double[last.Length];
        multiply(last, product);
        basis.Add(last);
        double alpha = VectorUpdate.Dot(last, product);
        Orthogonalize(product);
        double beta = VectorArithmetic.Norm(product);
        diagonal.Add(alpha);
        offDiagonal.Add(beta);
        next = product;
        HasFailed = !double.IsFinite(alpha) || !double.IsFinite(beta);
        IsInvariant = Count == last.Length || beta <= InvariantRemainder * Norm();
        if (!IsInvariant)
        {
            VectorArithmetic.Scale(1 / beta, next);
        }
    }

    /// <summary>The eigenvalues of T, from large to small, with their vectors.</summary>
    public SymmetricEigendecomposition Project() => SymmetricEigendecomposition.Compute(Matrix.Create(Count, Count, Entry));

    /// <summary>|H y − θ y| for a Ritz value θ whose vector in the basis is s: |β_m s_m|.</summary>
    public double Residual(SymmetricEigendecomposition ritz, int index) => IsInvariant ? 0 : Math.Abs(offDiagonal[^1] * ritz.Eigenvectors[Count - 1, index]);

    /// <summary>The vector Q s, of length 1.</summary>
    public double[] Vector(SymmetricEigendecomposition ritz, int index)
    {
        double[] vector = new double[next.Length];
        for (int k = 0; k < Count; k++)
        {
            VectorUpdate.AddScaled(ritz.Eigenvectors[k, index], basis[k], vector);
        }

        VectorArithmetic.Scale(1 / VectorArithmetic.Norm(vector), vector);
        return vector;
    }

    private double Entry(int row, int column) => Math.Abs(row - column) switch
    {
        0 => diagonal[row],
        1 => offDiagonal[Math.Min(row, column)],
        _ => 0,
    };

    private double Norm() => Math.Max(diagonal.Max(Math.Abs), offDiagonal.Max());

    /// <summary>Twice is enough (Kahan; Parlett, section 6.9).</summary>
    private void Orthogonalize(double[] vector)
    {
        for (int pass = 0; pass < 2; pass++)
        {
            foreach (double[] direction in basis)
            {
                VectorUpdate.AddScaled(-VectorUpdate.Dot(direction, vector), direction, vector);
            }
        }
    }
}
