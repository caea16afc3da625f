using System.Diagnostics;
using System.Runtime.InteropServices;

namespace PluginLab.Bench;

/// <summary>The library that matrix products are compared with: <c>libopenblas.so.0</c>, or the file that the variable OPENBLAS names.</summary>
internal static class OpenBlas
{
    private const string Library = "openblas";
    private const int RowMajor = 101;
    private const int NotTransposed = 111;
    private const int Transposed = 112;

    static OpenBlas() => NativeLibrary.SetDllImportResolver(typeof(OpenBlas).Assembly, (name, _, _) =>
        name == Library ? NativeLibrary.Load(Environment.GetEnvironmentVariable("OPENBLAS") ?? "libopenblas.so.0") : 0);

    /// <summary>The processor whose kernels it runs.</summary>
    public static string CoreName => Marshal.PtrToStringUTF8(NativeMethods.openblas_get_corename()) ?? "";

    public static void UseOneThread() => NativeMethods.openblas_set_num_threads(1);

    /// <summary>C = alpha A B + beta C for square matrices.</summary>
    public static void Multiply(Factor left, Factor right, (double Alpha, double Beta) scale, Span<double> product, int size) => NativeMethods.cblas_dgemm(
        RowMajor, left.IsTransposed ? Transposed : NotTransposed, right.IsTransposed ? Transposed : NotTransposed, size, size, size,
        scale.Alpha, ref MemoryMarshal.GetReference(left.Values), size, ref MemoryMarshal.GetReference(right.Values), size,
        scale.Beta, ref MemoryMarshal.GetReference(product), size);

    /// <summary>A matrix row by row, or its transpose.</summary>
    internal readonly ref struct Factor(ReadOnlySpan<double> values, bool isTransposed)
    {
        public ReadOnlySpan<double> Values { get; } = values;

        public bool IsTransposed => isTransposed;
    }

    private static class NativeMethods
    {
        [DllImport(Library)]
        public static extern void cblas_dgemm(
            int order, int transposeLeft, int transposeRight, int rows, int columns, int depth,
            double alpha, ref double left, int leftStride, ref double right, int rightStride, double beta, ref double product, int productStride);

        [DllImport(Library)]
        public static extern void openblas_set_num_threads(int count);

        [DllImport(Library)]
        public static extern nint openblas_get_corename();
    }
}

/// <summary>Processor time of the calling thread, where the system tells it; else the clock's.</summary>
internal static class ProcessorTime
{
    private const int OfThread = 3;

    /// <summary>Seconds of one repetition.</summary>
    public static double Of(Action action, int repetitions)
    {
        double start = Seconds();
        for (int i = 0; i < repetitions; i++)
        {
            action();
        }

        return (Seconds() - start) / repetitions;
    }

    private static double Seconds()
    {
        return OperatingSystem.IsLinux() && clock_gettime(OfThread, out Timespec time) == 0
            ? time.Seconds + (1e-9 * time.Nanoseconds)
            : Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency;
    }

    [DllImport("libc")]
    private static extern int clock_gettime(int clock, out Timespec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Timespec
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
