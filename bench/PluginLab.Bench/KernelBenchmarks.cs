using BenchmarkDotNet.Attributes;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;
using PluginLab.Numerics.LinearAlgebra.Kernels;

namespace PluginLab.Bench;

/// <summary>Matrix products, what is made of them, and updates of vectors, for square matrices of one size.</summary>
[MemoryDiagnoser]
public class KernelBenchmarks
{
    private double[] left = [];
    private double[] right = [];
    private double[] product = [];
    private double[] weights = [];
    private double[] derivative = [];
    private LinearNetwork? network;

    [Params(4, 32, 64, 128, 256, 512)]
    public int Size { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        RandomNumbers random = new(1, "kernels");
        (left, right, weights) = (random.NextGaussians(Size * Size), random.NextGaussians(Size * Size), random.NextGaussians(2 * Size * Size));
        (product, derivative) = (new double[Size * Size], new double[2 * Size * Size]);
        network = new LinearNetwork(new Matrix(Size, Size, left), [Size, Size, Size]);
    }

    [Benchmark(Baseline = true)]
    public void Product() => MatrixProduct.Multiply(View(left), View(right), product);

    [Benchmark]
    public void Product_with_right_transposed() => MatrixProduct.Multiply(View(left), View(right).Transpose(), product);

    [Benchmark]
    public void Product_with_left_transposed() => MatrixProduct.Multiply(View(left).Transpose(), View(right), product);

    [Benchmark]
    public void Product_on_all_cores() => MatrixProduct.Multiply(View(left), View(right), product, Environment.ProcessorCount);

    [Benchmark]
    public void Product_with_its_own_transpose() => SymmetricProduct.Multiply(View(left), product);

    [Benchmark]
    public void Right_hand_side_of_two_layers() => network!.EvaluateDerivative(0, weights, derivative);

    [Benchmark]
    public void Scaled_vector_added() => VectorUpdate.AddScaled(0.5, left, product);

    [Benchmark]
    public double Inner_product() => VectorUpdate.Dot(left, right);

    private MatrixView View(double[] values) => new(values, Size, Size);
}
