namespace PluginLab.GradientFlows.Networks;

/// <summary>Products of dense matrices that lie row by row in spans; sums run in index order.</summary>
internal static class RowMajorProducts
{
    /// <summary>C = A B with A rows × inner and B inner × columns.</summary>
    public static void Multiply(ReadOnlySpan<double> left, ReadOnlySpan<double> right, int inner, int columns, Span<double> product)
    {
        int rows = inner == 0 ? 0 : left.Length / inner;
        product.Clear();
        for (int i = 0; i < rows; i++)
        {
            Span<double> target = product.Slice(i * columns, columns);
            for (int k = 0; k < inner; k++)
            {
                AddScaled(left[(i * inner) + k], right.Slice(k * columns, columns), target);
            }
        }
    }

    /// <summary>C = Aᵀ B with A inner × rows and B inner × columns.</summary>
    public static void MultiplyLeftTransposed(ReadOnlySpan<double> left, ReadOnlySpan<double> right, int rows, int columns, Span<double> product)
    {
        int inner = left.Length / rows;
        product.Clear();
        for (int k = 0; k < inner; k++)
        {
            ReadOnlySpan<double> source = right.Slice(k * columns, columns);
            for (int i = 0; i < rows; i++)
            {
                AddScaled(left[(k * rows) + i], source, product.Slice(i * columns, columns));
            }
        }
    }

    /// <summary>C = A Bᵀ with A rows × inner and B columns × inner.</summary>
    public static void MultiplyRightTransposed(ReadOnlySpan<double> left, ReadOnlySpan<double> right, int inner, int columns, Span<double> product)
    {
        int rows = left.Length / inner;
        for (int i = 0; i < rows; i++)
        {
            ReadOnlySpan<double> row = left.Slice(i * inner, inner);
            for (int j = 0; j < columns; j++)
            {
                product[(i * columns) + j] = Dot(row, right.Slice(j * inner, inner));
            }
        }
    }

    /// <summary>The inner product of two vectors of equal length.</summary>
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    private static void AddScaled(double factor, ReadOnlySpan<double> source, Span<double> target)
    {
        for (int j = 0; j < target.Length; j++)
        {
            target[j] += factor * source[j];
        }
    }
}
