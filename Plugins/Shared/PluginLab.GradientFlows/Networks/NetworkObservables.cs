using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Numerics.LinearAlgebra;

namespace PluginLab.GradientFlows.Networks;

/// <summary>What can be measured on a network while it learns.</summary>
public static class NetworkObservables
{
    /// <summary><c>loss</c>, then <c>product-i-j</c> for every entry of M, then <c>strength-i</c> for every singular mode; i and j are counted from 1.</summary>
    public static IReadOnlyList<Observable> Of(ILinearModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        Matrix target = model.Target;
        IEnumerable<Observable> entries =
            from i in Enumerable.Range(0, target.Rows)
            from j in Enumerable.Range(0, target.Columns)
            select new Observable($"product-{i + 1}-{j + 1}", $"Entry M_{i + 1},{j + 1} of the product of all layers.", Entry(model, i, j));
        IEnumerable<Observable> strengths = Strengths(model).Select((strength, i) => new Observable(
            $"strength-{i + 1}", $"Strength u_{i + 1}ᵀ M v_{i + 1} of mode {i + 1} by falling singular value of the target Σ = Σ_i s_i u_i v_iᵀ.", strength));
        return [new Observable("loss", "The loss ½‖Σ − M‖² of the network.", Loss(model)), .. entries, .. strengths];
    }

    /// <summary>The loss ½‖Σ − M‖² of the network.</summary>
    public static StateFunction Loss(ILinearModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return (_, state) => model.EvaluateNetworkLoss(state);
    }

    /// <summary>The entry M_{row, column} of the product, both counted from 0.</summary>
    public static StateFunction Entry(ILinearModel model, int row, int column)
    {
        ArgumentNullException.ThrowIfNull(model);
        return BilinearForm(model, Unit(model.Target.Rows, row), Unit(model.Target.Columns, column));
    }

    /// <summary>leftᵀ M right.</summary>
    public static StateFunction BilinearForm(ILinearModel model, IReadOnlyList<double> left, IReadOnlyList<double> right)
    {
        ArgumentNullException.ThrowIfNull(model);
        (double[] first, double[] second) = ([.. left], [.. right]);
        return (_, state) => model.EvaluateBilinearForm(first, state, second);
    }

    /// <summary>The strengths u_iᵀ M v_i for the singular value decomposition Σ = Σ_i s_i u_i v_iᵀ, by falling s_i.</summary>
    public static IReadOnlyList<StateFunction> Strengths(ILinearModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var modes = SingularValueDecomposition.Compute(model.Target);
        return [.. Enumerable.Range(0, modes.SingularValues.Count).Select(i => BilinearForm(model, modes.LeftVectors.Column(i), modes.RightVectors.Column(i)))];
    }

    private static double[] Unit(int length, int place)
    {
        double[] unit = new double[length];
        unit[place] = 1;
        return unit;
    }
}
