using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.Numerics.Integration.StepSizes;

/// <summary>1 / (absolute + relative · max(|before_k|, |after_k|)), to five digits: see <see cref="StepArithmetic.Reciprocal"/>.</summary>
internal readonly struct InverseScale(ErrorTolerance tolerance)
{
    private const long ReciprocalBits = 0x7FDE600000000000;
    private readonly double absolute = Math.Max(tolerance.Absolute, ErrorTolerance.SmallestScale);
    private readonly double relative = tolerance.Relative;

    /// <summary>For thirty-two components.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public VectorBlock At(VectorBlock before, VectorBlock after) => new(
        At(before.First, after.First), At(before.Second, after.Second), At(before.Third, after.Third), At(before.Fourth, after.Fourth));

    /// <summary>For eight components.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> At(Vector512<double> before, Vector512<double> after)
    {
        (Vector512<double> left, Vector512<double> right) = (Vector512.Abs(before), Vector512.Abs(after));
        Vector512<double> size = Vector512.ConditionalSelect(Vector512.GreaterThan(left, right), left, right);
        return Reciprocal(Vector512.FusedMultiplyAdd(Vector512.Create(relative), size, Vector512.Create(absolute)));
    }

    /// <summary>For one component.</summary>
    public double At(double before, double after)
    {
        (double left, double right) = (Math.Abs(before), Math.Abs(after));
        return StepArithmetic.Reciprocal(Math.FusedMultiplyAdd(relative, left > right ? left : right, absolute));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Reciprocal(Vector512<double> x)
    {
        Vector512<double> one = Vector512<double>.One;
        Vector512<double> y = (Vector512.Create(ReciprocalBits) - x.AsInt64()).AsDouble();
        y = Vector512.FusedMultiplyAdd(y, Vector512.FusedMultiplyAdd(-x, y, one), y);
        return Vector512.FusedMultiplyAdd(y, Vector512.FusedMultiplyAdd(-x, y, one), y);
    }
}
