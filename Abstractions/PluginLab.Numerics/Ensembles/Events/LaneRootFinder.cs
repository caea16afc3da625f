using System.Runtime.Intrinsics;
using PluginLab.Numerics.Ensembles.Kernels;
using PluginLab.Numerics.Integration.Events;

namespace PluginLab.Numerics.Ensembles.Events;

/// <summary>The method of <see cref="RootFinder"/> in lanes, with the same bits: a lane that has its root waits for the others.</summary>
/// <remarks>The caller evaluates the function at <see cref="Next"/> into <see cref="NextValue"/> until <see cref="IsSearching"/> is false.</remarks>
internal sealed class LaneRootFinder
{
    private const int NextRow = 0;
    private const int NextValueRow = 1;
    private const int NewestRow = 2;
    private const int NewestValueRow = 3;
    private const int OppositeRow = 4;
    private const int OppositeValueRow = 5;
    private readonly LaneMemory memory = new(6);
    private uint searching;
    private int evaluations;

    /// <summary>Whether a lane lacks its root.</summary>
    public bool IsSearching => searching != 0;

    /// <summary>For each lane where to evaluate next; its root if it has one.</summary>
    public Span<Vector512<double>> Next => memory.Vectors(NextRow);

    /// <summary>The values there.</summary>
    public Span<Vector512<double>> NextValue => memory.Vectors(NextValueRow);

    /// <summary>Begins with brackets in the given lanes.</summary>
    public void Start(uint lanes, Span<Vector512<double>> left, Span<Vector512<double>> leftValue, Span<Vector512<double>> right, Span<Vector512<double>> rightValue)
    {
        (searching, evaluations) = (lanes, 0);
        left.CopyTo(memory.Vectors(OppositeRow));
        leftValue.CopyTo(memory.Vectors(OppositeValueRow));
        right.CopyTo(memory.Vectors(NewestRow));
        rightValue.CopyTo(memory.Vectors(NewestValueRow));
        for (int half = 0; half < LaneMemory.VectorsPerRow; half++)
        {
            Next[half] = right[half] + (Vector512.Create(0.5) * (left[half] - right[half]));
        }
    }

    /// <summary>Narrows the brackets with <see cref="NextValue"/>.</summary>
    public void Narrow()
    {
        evaluations++;
        uint found = 0;
        for (int half = 0; half < LaneMemory.VectorsPerRow; half++)
        {
            found |= Narrow(half);
        }

        searching = evaluations < RootFinder.MaximumEvaluations ? searching & ~found : 0;
    }

    private uint Narrow(int half)
    {
        Point next = new(Next[half], NextValue[half]);
        Point newest = new(memory.Vectors(NewestRow)[half], memory.Vectors(NewestValueRow)[half]);
        Point opposite = new(memory.Vectors(OppositeRow)[half], memory.Vectors(OppositeValueRow)[half]);
        Vector512<double> isOther = IsNegative(next.Value) ^ IsNegative(newest.Value);
        Point older = Select(isOther, opposite, newest);
        opposite = Select(isOther, newest, opposite);
        Point best = Select(Vector512.LessThan(Vector512.Abs(next.Value), Vector512.Abs(opposite.Value)), next, opposite);
        Vector512<double> width = Vector512.Abs(opposite.X - next.X);
        Vector512<double> tolerance = (Vector512.Create(RootFinder.RelativeTolerance) * Vector512.Abs(best.X)) + Vector512.Create(double.Epsilon);
        Vector512<double> isFound = Vector512.Equals(best.Value, Vector512<double>.Zero) | Vector512.LessThanOrEqual(width, tolerance + tolerance);
        Vector512<double> fraction = Clamp(NextFraction(next, opposite, older), tolerance / width);

        // A lane with its root stays there: next is the root, and its bracket has no width.
        Vector512<double> isSearching = LaneMask.Vector(half, searching);
        Vector512<double> proposed = evaluations < RootFinder.MaximumEvaluations ? next.X + (fraction * (opposite.X - next.X)) : next.X;
        Next[half] = Vector512.ConditionalSelect(isSearching, Vector512.ConditionalSelect(isFound, best.X, proposed), Next[half]);
        (memory.Vectors(NewestRow)[half], memory.Vectors(NewestValueRow)[half]) = (next.X, next.Value);
        (memory.Vectors(OppositeRow)[half], memory.Vectors(OppositeValueRow)[half]) = (opposite.X, opposite.Value);
        return LaneMask.Of(half, isFound);
    }

    private static Vector512<double> NextFraction(Point newest, Point opposite, Point older)
    {
        Vector512<double> one = Vector512<double>.One;
        Vector512<double> xi = (newest.X - opposite.X) / (older.X - opposite.X);
        Vector512<double> phi = (newest.Value - opposite.Value) / (older.Value - opposite.Value);
        Vector512<double> isInverseMonotone = Vector512.LessThan(phi * phi, xi) & Vector512.LessThan((one - phi) * (one - phi), one - xi);
        Vector512<double> interpolated = (newest.Value / (opposite.Value - newest.Value) * (older.Value / (opposite.Value - older.Value)))
            + ((older.X - newest.X) / (opposite.X - newest.X) * (newest.Value / (older.Value - newest.Value)) * (opposite.Value / (older.Value - opposite.Value)));
        return Vector512.ConditionalSelect(isInverseMonotone, interpolated, Vector512.Create(0.5));
    }

    private static Vector512<double> Clamp(Vector512<double> fraction, Vector512<double> smallest)
    {
        Vector512<double> largest = Vector512<double>.One - smallest;
        Vector512<double> limited = Vector512.ConditionalSelect(Vector512.GreaterThan(fraction, largest), largest, fraction);
        return Vector512.ConditionalSelect(Vector512.LessThan(fraction, smallest), smallest, limited);
    }

    private static Vector512<double> IsNegative(Vector512<double> x) => Vector512.ShiftRightArithmetic(x.AsInt64(), 63).AsDouble();

    private static Point Select(Vector512<double> condition, Point left, Point right) =>
        new(Vector512.ConditionalSelect(condition, left.X, right.X), Vector512.ConditionalSelect(condition, left.Value, right.Value));

    private readonly record struct Point(Vector512<double> X, Vector512<double> Value);
}
