namespace PluginLab.Experiments;

/// <summary>An immutable dense matrix of doubles, stored row by row.</summary>
public sealed class Matrix : IEquatable<Matrix>
{
    private readonly double[] values;

    /// <summary>Creates a matrix from its entries, row by row; they are copied.</summary>
    /// <exception cref="ArgumentException">The number of entries is not rows × columns.</exception>
    public Matrix(int rows, int columns, IEnumerable<double> rowMajorValues)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        values = [.. rowMajorValues ?? throw new ArgumentNullException(nameof(rowMajorValues))];
        (Rows, Columns) = (rows, columns);
        if (values.Length != rows * columns)
        {
            throw new ArgumentException($"A {rows} × {columns} matrix has {rows * columns} entries; {values.Length} were given.", nameof(rowMajorValues));
        }
    }

    private Matrix(int rows, int columns, double[] values) => (Rows, Columns, this.values) = (rows, columns, values);

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>The entries, row by row.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>The entry in a row and a column, both counted from 0.</summary>
    public double this[int row, int column] => values[(row * Columns) + column];

    /// <summary>A matrix from its rows.</summary>
    /// <exception cref="ArgumentException">The rows differ in length.</exception>
    public static Matrix FromRows(IEnumerable<IReadOnlyList<double>> rows)
    {
        IReadOnlyList<double>[] copy = [.. rows ?? throw new ArgumentNullException(nameof(rows))];
        int columns = copy.Length == 0 ? 0 : copy[0].Count;
        return copy.All(row => row.Count == columns)
            ? new Matrix(copy.Length, columns, copy.SelectMany(row => row))
            : throw new ArgumentException("The rows of a matrix must have the same length.", nameof(rows));
    }

    /// <summary>A matrix with entry f(row, column).</summary>
    public static Matrix Create(int rows, int columns, Func<int, int, double> entry)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        ArgumentNullException.ThrowIfNull(entry);
        double[] values = new double[rows * columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                values[(i * columns) + j] = entry(i, j);
            }
        }

        return new(rows, columns, values);
    }

    /// <summary>The square matrix with the given diagonal and zeros elsewhere.</summary>
    public static Matrix Diagonal(IReadOnlyList<double> diagonal)
    {
        ArgumentNullException.ThrowIfNull(diagonal);
        return Create(diagonal.Count, diagonal.Count, (i, j) => i == j ? diagonal[i] : 0);
    }

    /// <summary>A row, as a copy.</summary>
    public IReadOnlyList<double> Row(int row) => values[(row * Columns)..((row + 1) * Columns)];

    /// <summary>A column, as a copy.</summary>
    public IReadOnlyList<double> Column(int column) => [.. Enumerable.Range(0, Rows).Select(row => this[row, column])];

    /// <summary>The transpose.</summary>
    public Matrix Transpose() => Create(Columns, Rows, (i, j) => this[j, i]);

    /// <summary>The matrix product; sums run in index order.</summary>
    public Matrix Multiply(Matrix right)
    {
        ArgumentNullException.ThrowIfNull(right);
        if (Columns != right.Rows)
        {
            throw new ArgumentException($"A {Rows} × {Columns} matrix times a {right.Rows} × {right.Columns} one is undefined.", nameof(right));
        }

        double[] product = new double[Rows * right.Columns];
        for (int i = 0; i < Rows; i++)
        {
            for (int k = 0; k < Columns; k++)
            {
                double factor = values[(i * Columns) + k];
                for (int j = 0; j < right.Columns; j++)
                {
                    product[(i * right.Columns) + j] += factor * right.values[(k * right.Columns) + j];
                }
            }
        }

        return new(Rows, right.Columns, product);
    }

    /// <summary>The sum.</summary>
    public Matrix Add(Matrix right) => Combine(right, (x, y) => x + y);

    /// <summary>The difference.</summary>
    public Matrix Subtract(Matrix right) => Combine(right, (x, y) => x - y);

    /// <summary>Every entry times a factor.</summary>
    public Matrix Scale(double factor) => new(Rows, Columns, Array.ConvertAll(values, value => factor * value));

    /// <summary>The Frobenius norm √Σ m_ij².</summary>
    public double FrobeniusNorm() => Math.Sqrt(values.Sum(value => value * value));

    /// <summary>The largest |m_ij|; 0 for an empty matrix.</summary>
    public double LargestMagnitude() => values.Select(Math.Abs).DefaultIfEmpty(0).Max();

    /// <inheritdoc/>
    public bool Equals(Matrix? other) =>
        other is not null && Rows == other.Rows && Columns == other.Columns && values.AsSpan().SequenceEqual(other.values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Matrix);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rows, Columns, values.Length > 0 ? values[0] : 0);

    private Matrix Combine(Matrix right, Func<double, double, double> combine)
    {
        ArgumentNullException.ThrowIfNull(right);
        if (Rows != right.Rows || Columns != right.Columns)
        {
            throw new ArgumentException($"A {Rows} × {Columns} matrix and a {right.Rows} × {right.Columns} one have different shapes.", nameof(right));
        }

        double[] result = new double[values.Length];
        for (int k = 0; k < result.Length; k++)
        {
            result[k] = combine(values[k], right.values[k]);
        }

        return new(Rows, Columns, result);
    }
}
