using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PluginLab.Numerics.LinearAlgebra.Kernels;

/// <summary>A product as it was asked for: C = alpha A B + beta D with its shapes, checked before any pointer is taken.</summary>
internal readonly ref struct ProductCall
{
    /// <summary>Multiplications below which threads cost more than they bring.</summary>
    private const long LeastWorkToShare = 1L << 21;

    /// <summary>Multiplications below which a vector is not worth the way there.</summary>
    private const long MostWorkForPlainLoops = 128;

    /// <summary>Shares are multiples of it, so that no tile is cut in two.</summary>
    private const int WholeTiles = 24;

    public required MatrixView Left { get; init; }

    public required MatrixView Right { get; init; }

    public required ProductScale Scale { get; init; }

    public required ReadOnlySpan<double> Addend { get; init; }

    public required Span<double> Product { get; init; }

    private long Work => (long)Left.Rows * Left.Columns * Right.Columns;

    /// <summary>Evaluates C on the widest vectors there are, and on as many threads as the work is worth.</summary>
    public void Evaluate(int maximumThreads) => Evaluate(Left.Rows, maximumThreads);

    /// <summary>Evaluates the entries of C on and above the diagonal; those below are left in an arbitrary state.</summary>
    public void EvaluateUpperTriangle(int maximumThreads) => Evaluate(diagonal: 0, maximumThreads);

    /// <summary>Evaluates the entries of C in rows ≤ column + diagonal on vectors of a given width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void EvaluateOn<TUnit, TVector>(int diagonal, int maximumThreads)
        where TUnit : struct, IVectorUnit<TVector>
    {
        Check();
        fixed (double* left = Left.Values, right = Right.Values, addend = Addend, product = Product)
        {
            ProductTask task = CreateTask(Left.At(left), Right.At(right), addend, product);
            task.Diagonal = diagonal;
            if (maximumThreads == 1 || Work < LeastWorkToShare)
            {
                BlockedProduct<TUnit, TVector>.Evaluate(task);
            }
            else
            {
                EvaluateShared<TUnit, TVector>(task, maximumThreads);
            }
        }
    }

    /// <summary>Evaluates C by plain loops.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void EvaluateEntryByEntry()
    {
        Check();
        fixed (double* left = Left.Values, right = Right.Values, addend = Addend, product = Product)
        {
            SmallProduct.Evaluate(CreateTask(Left.At(left), Right.At(right), addend, product));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Evaluate(int diagonal, int maximumThreads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumThreads, 1);
        if (Work <= MostWorkForPlainLoops)
        {
            EvaluateEntryByEntry();
        }
        else if (Vector512.IsHardwareAccelerated)
        {
            EvaluateOn<Vector512Unit, Vector512<double>>(diagonal, maximumThreads);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            EvaluateOn<Vector256Unit, Vector256<double>>(diagonal, maximumThreads);
        }
        else
        {
            EvaluateOn<Vector128Unit, Vector128<double>>(diagonal, maximumThreads);
        }
    }

    private unsafe ProductTask CreateTask(Operand left, Operand right, double* addend, double* product)
    {
        (int rows, int columns) = (Left.Rows, Right.Columns);
        ProductTask task = default;
        (task.Left, task.Right, task.Addend, task.Product) = (left, right, new(addend, columns, 1), new(product, columns, 1));
        (task.Rows, task.Columns, task.Depth) = (rows, columns, Left.Columns);
        (task.Alpha, task.Beta) = (Scale.Alpha, Scale.Beta);
        task.LeftPanelStride = 8 * left.RowStride;
        return task;
    }

    /// <summary>Every thread gets some rows of C, or some columns when there are more of those or a triangle is wanted; k is never shared out.</summary>
    private static void EvaluateShared<TUnit, TVector>(ProductTask task, int threads)
        where TUnit : struct, IVectorUnit<TVector>
    {
        bool isTriangle = task.Diagonal < task.Rows;
        bool byRows = task.Rows >= task.Columns && !isTriangle;
        int extent = byRows ? task.Rows : task.Columns;
        int shares = Math.Min(threads, (extent + WholeTiles - 1) / WholeTiles);
        Parallel.For(0, shares, new ParallelOptions { MaxDegreeOfParallelism = shares }, i =>
        {
            int first = FirstOfShare(i, shares, extent, isTriangle), count = FirstOfShare(i + 1, shares, extent, isTriangle) - first;
            if (count > 0)
            {
                BlockedProduct<TUnit, TVector>.Evaluate(byRows ? task.InRows(first, count) : task.InColumns(first, count));
            }
        });
    }

    /// <summary>Where a share of equal work begins: the work of a column grows with its place in a triangle, that of all before with the square.</summary>
    private static int FirstOfShare(int share, int shares, int extent, bool isTriangle)
    {
        double before = (double)share / shares;
        int tiles = (int)Math.Round((isTriangle ? Math.Sqrt(before) : before) * extent / WholeTiles);
        return share == shares ? extent : Math.Min(tiles * WholeTiles, extent);
    }

    private void Check()
    {
        long entries = (long)Left.Rows * Right.Columns;
        if (Left.Columns != Right.Rows || Product.Length != entries || Addend.Length != entries || OverlapsOperand())
        {
            throw Fault(entries);
        }
    }

    private bool OverlapsOperand() =>
        Left.Values.Overlaps(Product) || Right.Values.Overlaps(Product) || (Addend.Overlaps(Product, out int offset) && offset != 0);

    private ArgumentException Fault(long entries)
    {
        (string left, string right) = ($"{Left.Rows} × {Left.Columns}", $"{Right.Rows} × {Right.Columns}");
        int length = Product.Length == entries ? Addend.Length : Product.Length;
        return new ArgumentException(
            Left.Columns != Right.Rows ? $"The left factor is {left} but the right one is {right}; the left must have as many columns as the right has rows."
            : length != entries ? $"The product of a {left} and a {right} matrix has {entries} entries; a span for it has {length}."
            : "The product overlaps a factor, or a part of the matrix it is added to, in memory; it needs a span of its own.");
    }
}
