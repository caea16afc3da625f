using System.Text.Json;
using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;
using PluginLab.GradientFlows.Tests.Reference;

namespace PluginLab.GradientFlows.Tests.Networks;

/// <summary>Reads the matrices of the network cases of the oracle and compares with them.</summary>
internal static class NetworkCase
{
    public static Matrix Matrix(JsonElement rows) => Experiments.Matrix.FromRows([.. rows.EnumerateArray().Select(ReferenceCase.Numbers)]);

    public static Matrix[] Matrices(JsonElement list) => [.. list.EnumerateArray().Select(Matrix)];

    public static Matrix TargetMatrix(this ReferenceCase reference) => reference.System == "tied_gram"
        ? Experiments.Matrix.Diagonal(ReferenceCase.Numbers(reference.Parameters.GetProperty("S_diag")))
        : Matrix(reference.Parameters.GetProperty("Sigma"));

    /// <summary>The initial layers: We and Wd, or the list W.</summary>
    public static Matrix[] InitialLayers(this ReferenceCase reference) => reference.Initial.TryGetProperty("We", out JsonElement encoder)
        ? [Matrix(encoder), Matrix(reference.Initial.GetProperty("Wd"))]
        : Matrices(reference.Initial.GetProperty("W"));

    /// <summary>The expected layers at a saved point.</summary>
    public static Matrix[] ExpectedLayers(this ReferenceCase reference, int index) => reference.Expected.TryGetProperty("We", out JsonElement encoder)
        ? [Matrix(encoder[index]), Matrix(reference.Expected.GetProperty("Wd")[index])]
        : Matrices(reference.Expected.GetProperty("W")[index]);

    public static LinearNetwork Network(this ReferenceCase reference)
    {
        Matrix[] layers = reference.InitialLayers();
        return new LinearNetwork(reference.TargetMatrix(), [layers[0].Rows, .. layers.Select(layer => layer.Columns)]);
    }

    /// <summary>Solves from the given start and keeps the given times, of which the first may be 0.</summary>
    public static Trajectory Solve(IIntegrator integrator, IDynamicsSystem system, double[] start, IReadOnlyList<double> times)
    {
        var problem = new InitialValueProblem(system, start, 0, times[^1]);
        return integrator.Integrate(problem, SaveAt.Times(times), CancellationToken.None).Trajectory;
    }

    /// <summary>Asserts |x − x*| ≤ tolerance · max|x*| for every entry.</summary>
    public static void AssertMatches(Matrix actual, Matrix expected, double tolerance, string what) =>
        Assert.That(actual.Subtract(expected).LargestMagnitude(), Is.LessThanOrEqualTo(tolerance * expected.LargestMagnitude()), what);
}
