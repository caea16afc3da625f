using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks.ClosedForms;

namespace PluginLab.Plugins.DiagonalCase.TiedStarts;

/// <summary>How fast the cosines between moving vectors change.</summary>
internal static class CosineRates
{
    /// <summary>dε_ij/dt of the rows of a matrix that move with the given velocities.</summary>
    public static Matrix Of(Matrix rows, Matrix velocities)
    {
        Matrix gram = rows.Multiply(rows.Transpose()), mixed = velocities.Multiply(rows.Transpose()), cosines = Interference.Cosines(gram);
        return Matrix.Create(rows.Rows, rows.Rows, (i, j) =>
            ((mixed[i, j] + mixed[j, i]) / Math.Sqrt(gram[i, i] * gram[j, j])) - (cosines[i, j] * ((mixed[i, i] / gram[i, i]) + (mixed[j, j] / gram[j, j]))));
    }
}
