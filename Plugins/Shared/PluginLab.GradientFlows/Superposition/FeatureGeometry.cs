using PluginLab.Experiments;

namespace PluginLab.GradientFlows.Superposition;

/// <summary>How the vectors of features lie, measured on the matrix W whose rows they are.</summary>
public static class FeatureGeometry
{
    /// <summary>‖w_i‖² of every feature: 1 for one that is represented by itself, 0 for one that is ignored.</summary>
    public static IReadOnlyList<double> SquaredNorms(Matrix vectors)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        return [.. Enumerable.Range(0, vectors.Rows).Select(i => Dot(vectors, i, i))];
    }

    /// <summary>The dimensionality D_i = ‖w_i‖⁴ / Σ_j (w_i·w_j)²: the share of a dimension that a feature has; NaN if its vector is 0.</summary>
    /// <remarks>2/5 in a pentagon, ½ in antipodal pairs, 1 alone. Source: Elhage et al., 2022, section "The geometry of superposition".</remarks>
    public static IReadOnlyList<double> Dimensionalities(Matrix vectors)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        return [.. Enumerable.Range(0, vectors.Rows).Select(i =>
            Square(Dot(vectors, i, i)) / Enumerable.Range(0, vectors.Rows).Sum(j => Square(Dot(vectors, i, j))))];
    }

    /// <summary>The angles, in degrees, from each vector in the plane to the next one counterclockwise; they add up to 360.</summary>
    /// <exception cref="ArgumentException">The vectors do not lie in a plane.</exception>
    public static IReadOnlyList<double> NeighbourAngles(Matrix vectors)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        if (vectors.Columns != 2)
        {
            throw new ArgumentException($"The vectors have {vectors.Columns} components; angles from neighbour to neighbour need 2.", nameof(vectors));
        }

        double[] angles = [.. Enumerable.Range(0, vectors.Rows).Select(i => Math.Atan2(vectors[i, 1], vectors[i, 0]) * 180 / Math.PI).Order()];
        return [.. angles.Zip([.. angles.Skip(1), angles[0] + 360], (angle, next) => next - angle)];
    }

    private static double Dot(Matrix vectors, int i, int j) => vectors.Row(i).Zip(vectors.Row(j), (left, right) => left * right).Sum();

    private static double Square(double value) => value * value;
}
