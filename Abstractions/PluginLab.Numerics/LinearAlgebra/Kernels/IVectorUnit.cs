using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace PluginLab.Numerics.LinearAlgebra.Kernels;

/// <summary>Vectors of one width, as the kernels use them. Every operation is exactly rounded entry by entry, so that the width changes no bit.</summary>
internal unsafe interface IVectorUnit<TVector>
{
    /// <summary>Doubles in a vector.</summary>
    static abstract int Count { get; }

    /// <summary>Whether 24 running sums and their factors fit the registers: 32 of them instead of 16.</summary>
    static abstract bool HasManyRegisters { get; }

    static abstract TVector Load(double* source);

    static abstract void Store(TVector vector, double* destination);

    static abstract TVector Broadcast(double value);

    static abstract TVector Multiply(TVector left, TVector right);

    /// <summary>left · right + addend, rounded once.</summary>
    static abstract TVector FusedMultiplyAdd(TVector left, TVector right, TVector addend);

    /// <summary>Copies the transpose of a block of Count × Count entries.</summary>
    static abstract void Transpose(double* source, nint sourceStride, double* destination, nint destinationStride);
}

internal readonly unsafe struct Vector512Unit : IVectorUnit<Vector512<double>>
{
    public static int Count => Vector512<double>.Count;

    public static bool HasManyRegisters => true;

    public static Vector512<double> Load(double* source) => Vector512.Load(source);

    public static void Store(Vector512<double> vector, double* destination) => vector.Store(destination);

    public static Vector512<double> Broadcast(double value) => Vector512.Create(value);

    public static Vector512<double> Multiply(Vector512<double> left, Vector512<double> right) => left * right;

    public static Vector512<double> FusedMultiplyAdd(Vector512<double> left, Vector512<double> right, Vector512<double> addend) =>
        Vector512.FusedMultiplyAdd(left, right, addend);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Transpose(double* source, nint sourceStride, double* destination, nint destinationStride)
    {
        if (Avx512F.IsSupported)
        {
            BlockTranspose.EightByFour(source, sourceStride, destination, destinationStride);
            BlockTranspose.EightByFour(source + 4, sourceStride, destination + (4 * destinationStride), destinationStride);
        }
        else
        {
            BlockTranspose.Entries(Count, Count, source, sourceStride, destination, destinationStride);
        }
    }
}

internal readonly unsafe struct Vector256Unit : IVectorUnit<Vector256<double>>
{
    public static int Count => Vector256<double>.Count;

    public static bool HasManyRegisters => false;

    public static Vector256<double> Load(double* source) => Vector256.Load(source);

    public static void Store(Vector256<double> vector, double* destination) => vector.Store(destination);

    public static Vector256<double> Broadcast(double value) => Vector256.Create(value);

    public static Vector256<double> Multiply(Vector256<double> left, Vector256<double> right) => left * right;

    public static Vector256<double> FusedMultiplyAdd(Vector256<double> left, Vector256<double> right, Vector256<double> addend) =>
        Vector256.FusedMultiplyAdd(left, right, addend);

    public static void Transpose(double* source, nint sourceStride, double* destination, nint destinationStride) =>
        BlockTranspose.Entries(Count, Count, source, sourceStride, destination, destinationStride);
}

internal readonly unsafe struct Vector128Unit : IVectorUnit<Vector128<double>>
{
    public static int Count => Vector128<double>.Count;

    public static bool HasManyRegisters => AdvSimd.IsSupported;

    public static Vector128<double> Load(double* source) => Vector128.Load(source);

    public static void Store(Vector128<double> vector, double* destination) => vector.Store(destination);

    public static Vector128<double> Broadcast(double value) => Vector128.Create(value);

    public static Vector128<double> Multiply(Vector128<double> left, Vector128<double> right) => left * right;

    public static Vector128<double> FusedMultiplyAdd(Vector128<double> left, Vector128<double> right, Vector128<double> addend) =>
        Vector128.FusedMultiplyAdd(left, right, addend);

    public static void Transpose(double* source, nint sourceStride, double* destination, nint destinationStride) =>
        BlockTranspose.Entries(Count, Count, source, sourceStride, destination, destinationStride);
}
