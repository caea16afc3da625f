using System.Buffers;
using System.Runtime.CompilerServices;

namespace PluginLab.Numerics.LinearAlgebra.Kernels;

/// <summary>A product cut into blocks that fit the caches, strips of columns, and tiles that fit the registers.</summary>
/// <remarks>
/// A block of k is summed in registers and then added to C, so the bits depend on <see cref="DepthBlock"/>, the same on all machines, and on
/// nothing else: not on the width of the vectors, the tile, the share of C, or whether a factor was packed.
/// Source: Goto and van de Geijn, ACM Transactions on Mathematical Software 34, 2008; small factors are read where they lie instead.
/// </remarks>
internal static unsafe class BlockedProduct<TUnit, TVector>
    where TUnit : struct, IVectorUnit<TVector>
{
    /// <summary>Values of k that are summed before they are added to C. Part of what a product is: another number gives other bits.</summary>
    public const int DepthBlock = 256;

    private const int RowBlock = 512;
    private const int PanelRows = 8;
    private const int MostRowsInPlace = 96;
    private const int LeastStridePacked = 512;
    private const int LeastColumnsPacked = 96;
    private const int Alignment = 64;

    /// <summary>Evaluates C; without depth, C = beta D.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Evaluate(in ProductTask task)
    {
        bool packsRight = task.Right.ColumnStride != 1 || task.Rows > MostRowsInPlace;
        bool packsLeft = TUnit.HasManyRegisters && task.Columns >= LeastColumnsPacked && task.Left.ColumnStride >= LeastStridePacked;
        if (!packsRight && !packsLeft && task.Columns % TUnit.Count == 0)
        {
            EvaluateBlocks(task, default);
            return;
        }

        int depth = Math.Min(task.Depth, DepthBlock);
        int panel = depth * 3 * TUnit.Count;
        int rows = packsLeft ? Math.Min(task.Rows, RowBlock) + PanelRows : 0;
        double[] rented = ArrayPool<double>.Shared.Rent(panel + (depth * rows) + (Alignment / sizeof(double)));
        fixed (double* start = rented)
        {
            double* aligned = (double*)(((nint)start + Alignment - 1) & -Alignment);
            EvaluateBlocks(task, new WorkSpace(aligned, packsLeft ? aligned + panel : null, packsRight));
        }

        ArrayPool<double>.Shared.Return(rented);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void EvaluateBlocks(in ProductTask task, WorkSpace work)
    {
        if (task.Depth <= DepthBlock && task.Rows <= RowBlock && work.Left == null)
        {
            EvaluateStrips(task, work);
            return;
        }

        for (int k = 0; k == 0 || k < task.Depth; k += DepthBlock)
        {
            for (int row = 0; row < task.Rows; row += RowBlock)
            {
                ProductTask block = task.InDepth(k, DepthBlock).InRows(row, RowBlock);
                if (work.Left != null)
                {
                    PackLeft(ref block, work.Left);
                }

                EvaluateStrips(block, work);
            }
        }
    }

    private static void PackLeft(ref ProductTask task, double* packed)
    {
        Operand source = task.Left.Transpose();
        for (int row = 0; row < task.Rows; row += PanelRows)
        {
            PackedPanel<TUnit, TVector>.Fill(source.From(0, row), task.Depth, Math.Min(PanelRows, task.Rows - row), PanelRows, packed + (row * task.Depth));
        }

        task.Left = new Operand(packed, 1, PanelRows);
        task.LeftPanelStride = PanelRows * task.Depth;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void EvaluateStrips(in ProductTask task, WorkSpace work)
    {
        ProductTask strip = task;
        int columns;
        for (int column = 0; column < task.Columns; column += columns)
        {
            int vectors = (task.Columns - column + TUnit.Count - 1) / TUnit.Count;
            vectors = vectors == 4 ? 2 : Math.Min(vectors, 3);
            int width = vectors * TUnit.Count;
            columns = Math.Min(width, task.Columns - column);
            strip.MoveToColumns(task, column, columns);
            if (work.PacksRight || columns < width)
            {
                PackedPanel<TUnit, TVector>.Fill(strip.Right, task.Depth, columns, width, work.Panel);
                strip.Right = new Operand(work.Panel, width, 1);
            }

            switch (vectors)
            {
                case 1:
                    ProductStrip<TUnit, TVector, OneVector<TUnit, TVector>>.Evaluate(strip);
                    break;
                case 2:
                    ProductStrip<TUnit, TVector, TwoVectors<TUnit, TVector>>.Evaluate(strip);
                    break;
                default:
                    ProductStrip<TUnit, TVector, ThreeVectors<TUnit, TVector>>.Evaluate(strip);
                    break;
            }
        }
    }

    /// <summary>Where the packed panel of B goes, and the packed rows of A if they are packed.</summary>
    private readonly struct WorkSpace(double* panel, double* left, bool packsRight)
    {
        public readonly double* Panel = panel;

        public readonly double* Left = left;

        public readonly bool PacksRight = packsRight;
    }
}
