using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;

namespace PluginLab.Plugins.NonDiagonalSvd.Targets;

/// <summary>The data of a run: as given, and whitened.</summary>
internal sealed record Samples
{
    /// <summary>Names of the input columns.</summary>
    public required IReadOnlyList<string> InputNames { get; init; }

    /// <summary>Names of the output columns.</summary>
    public required IReadOnlyList<string> OutputNames { get; init; }

    /// <summary>The inputs as given, one row per datum.</summary>
    public required Matrix GivenInputs { get; init; }

    /// <summary>The outputs as given, one row per datum.</summary>
    public required Matrix GivenOutputs { get; init; }

    /// <summary>The data that the networks learn from.</summary>
    public required WhitenedData Whitened { get; init; }

    /// <summary>Whether means were subtracted.</summary>
    public required bool IsCentered { get; init; }

    /// <summary>Where the table comes from.</summary>
    public required string Source { get; init; }

    /// <summary>
    /// The inputs as given, centred if asked for, in the coordinates of the whitened ones, and divided by one number so that tr XᵀX is the same as there:
    /// every difference that is left is the shape of XᵀX.
    /// </summary>
    public Matrix UnwhitenedInputs
    {
        get
        {
            Matrix inputs = Whitened.DroppedDirections == 0 ? Centred : PrincipalScores();
            return inputs.Scale(Math.Sqrt(inputs.Columns) / inputs.FrobeniusNorm());
        }
    }

    /// <summary>Whether the inputs were white before anything was done to them, to rounding.</summary>
    public bool IsGivenWhite
    {
        get
        {
            Matrix inputs = UnwhitenedInputs;
            return inputs.Transpose().Multiply(inputs).Subtract(Matrix.Diagonal([.. Enumerable.Repeat(1.0, inputs.Columns)])).LargestMagnitude() < 1e-12;
        }
    }

    /// <summary>Names of the rows of Σ: the input columns, or the principal directions where some were dropped.</summary>
    public IReadOnlyList<string> RowNames => Whitened.DroppedDirections == 0
        ? InputNames
        : [.. Enumerable.Range(1, Whitened.Target.Rows).Select(k => $"direction {k}")];

    /// <summary>Whether each datum is one item of its own: one-hot inputs, each once, not centred.</summary>
    public bool AreItems => !IsCentered && IsOneHot(GivenInputs) && GivenInputs.Rows == GivenInputs.Columns && IsGivenWhite;

    /// <summary>Whether the outputs are classes: one-hot, with several data each.</summary>
    public bool AreClasses => IsOneHot(GivenOutputs) && GivenOutputs.Columns > 1 && GivenOutputs.Rows > GivenOutputs.Columns;

    /// <summary>The samples of a run.</summary>
    public static Samples Of(ParameterSet values) => new()
    {
        InputNames = values.Get(SvdParameters.Inputs),
        OutputNames = values.Get(SvdParameters.Outputs),
        GivenInputs = TableContents.Columns(values, SvdParameters.Inputs),
        GivenOutputs = TableContents.Columns(values, SvdParameters.Outputs),
        Whitened = TableContents.Whiten(values),
        IsCentered = values.Get(SvdParameters.Center),
        Source = values.Get(SvdParameters.Data).Source,
    };

    /// <summary>What the network predicts for every datum when its product is M, means added again.</summary>
    public Matrix Predict(Matrix product) => Whitened.Inputs.Multiply(product).Add(GivenOutputs.Subtract(Whitened.Outputs));

    private Matrix Centred => IsCentered ? SubtractMeans(GivenInputs) : GivenInputs;

    /// <summary>U_r S_r of the inputs U S Vᵀ; the rows of U_rᵀ X = S_r V_rᵀ have the lengths s_i.</summary>
    private Matrix PrincipalScores()
    {
        Matrix rows = Whitened.Inputs.Transpose().Multiply(Centred);
        double[] lengths = [.. Enumerable.Range(0, rows.Rows).Select(i => Math.Sqrt(rows.Row(i).Sum(value => value * value)))];
        return Whitened.Inputs.Multiply(Matrix.Diagonal(lengths));
    }

    private static bool IsOneHot(Matrix matrix) => Enumerable.Range(0, matrix.Rows).All(
        i => matrix.Row(i).Count(value => value == 1) == 1 && matrix.Row(i).All(value => value is 0 or 1));

    private static Matrix SubtractMeans(Matrix values)
    {
        double[] means = [.. Enumerable.Range(0, values.Columns).Select(j => values.Column(j).Average())];
        return Matrix.Create(values.Rows, values.Columns, (i, j) => values[i, j] - means[j]);
    }
}
