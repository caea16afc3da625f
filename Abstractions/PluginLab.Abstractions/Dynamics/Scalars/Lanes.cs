using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PluginLab.Dynamics;

/// <summary>Sixteen doubles side by side, one trajectory each: every operation acts on each lane as it would on that double alone, with the same bits.</summary>
/// <remarks>
/// Two vectors of 512 bits, so that two chains of dependent operations hide each other's latency; where the hardware has narrower vectors or none, the
/// runtime splits them. In memory <see cref="Count"/> consecutive doubles. Ask <see cref="Count"/>; it may differ in another version.
/// </remarks>
public readonly partial struct Lanes : IScalar<Lanes>, IBinary64<Lanes>, IEquatable<Lanes>
{
    private readonly Vector512<double> lower;
    private readonly Vector512<double> upper;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes(Vector512<double> lower, Vector512<double> upper) => (this.lower, this.upper) = (lower, upper);

    /// <summary>Number of lanes.</summary>
    public static int Count => 2 * Vector512<double>.Count;

    /// <summary>0 in every lane.</summary>
    public static Lanes Zero => 0;

    /// <summary>1 in every lane.</summary>
    public static Lanes One => 1;

    /// <summary>The number in one lane.</summary>
    /// <param name="lane">From 0 up to <see cref="Count"/>.</param>
    public double this[int lane]
    {
        get
        {
            CheckLane(lane);
            return lane < Vector512<double>.Count ? lower[lane] : upper[lane - Vector512<double>.Count];
        }
    }

    /// <summary>Takes one number for each lane.</summary>
    /// <param name="values">At least <see cref="Count"/> numbers; further ones are left alone.</param>
    /// <exception cref="ArgumentException">There are fewer numbers than lanes.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Create(ReadOnlySpan<double> values)
    {
        CheckLength(values.Length, nameof(values));
        return new(Vector512.Create(values), Vector512.Create(values[Vector512<double>.Count..]));
    }

    /// <summary>Writes the numbers of all lanes.</summary>
    /// <param name="destination">Receives <see cref="Count"/> numbers; further places are left alone.</param>
    /// <exception cref="ArgumentException">There are fewer places than lanes.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void CopyTo(Span<double> destination)
    {
        CheckLength(destination.Length, nameof(destination));
        lower.CopyTo(destination);
        upper.CopyTo(destination[Vector512<double>.Count..]);
    }

    /// <summary>A copy with another number in one lane.</summary>
    /// <param name="lane">From 0 up to <see cref="Count"/>.</param>
    /// <param name="value">The number.</param>
    public Lanes WithLane(int lane, double value)
    {
        CheckLane(lane);
        return lane < Vector512<double>.Count
            ? new(lower.WithElement(lane, value), upper)
            : new(lower, upper.WithElement(lane - Vector512<double>.Count, value));
    }

    /// <summary>Whether every lane holds an equal number, NaN equal to NaN.</summary>
    public bool Equals(Lanes other) => lower.Equals(other.lower) && upper.Equals(other.upper);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Lanes other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(lower, upper);

    /// <summary>The numbers in their shortest form, such as <c>[1, 0.5, …]</c>.</summary>
    public override string ToString()
    {
        double[] values = new double[Count];
        CopyTo(values);
        return $"[{string.Join(", ", values.Select(Experiments.NumberText.Of))}]";
    }

    /// <summary>Whether every lane holds the same number, NaN not even as itself.</summary>
    public static bool operator ==(Lanes left, Lanes right) => left.lower == right.lower && left.upper == right.upper;

    /// <summary>Whether a lane differs.</summary>
    public static bool operator !=(Lanes left, Lanes right) => !(left == right);

    private static void CheckLane(int lane)
    {
        if ((uint)lane >= (uint)Count)
        {
            throw new ArgumentOutOfRangeException(nameof(lane), lane, $"A lane is a whole number from 0 to {Count - 1}.");
        }
    }

    private static void CheckLength(int length, string parameter)
    {
        if (length < Count)
        {
            throw new ArgumentException($"The span has length {length}; each of the {Count} lanes needs a place.", parameter);
        }
    }
}
