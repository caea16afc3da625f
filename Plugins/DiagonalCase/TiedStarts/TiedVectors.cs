using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.GradientFlows.Networks;
using PluginLab.GradientFlows.Networks.ClosedForms;

namespace PluginLab.Plugins.DiagonalCase.TiedStarts;

/// <summary>Tied weight vectors W_i with a diagonal target, solved on an even grid of times: their cosines and ∫(u_i + u_j)dt.</summary>
internal sealed class TiedVectors
{
    private readonly Trajectory trajectory;
    private readonly Matrix[] grams;
    private readonly RiccatiFlow closedForm;

    public TiedVectors(ExperimentContext context, IReadOnlyList<double> targets, Matrix start, double endTime, int intervals)
    {
        Network = new TiedLinearNetwork(Matrix.Diagonal(targets), start.Columns);
        closedForm = RiccatiFlow.Tied(Network.Target, start);
        var problem = new InitialValueProblem(Network, start.Values.ToArray(), 0, endTime);
        trajectory = context.Solve(problem, SaveAt.EquallySpaced(0, endTime, intervals + 1)).Trajectory;
        grams = [.. Enumerable.Range(0, trajectory.Count).Select(k => Network.Product(trajectory.State(k)))];
    }

    public TiedLinearNetwork Network { get; }

    public IReadOnlyList<double> Times => trajectory.Times;

    /// <summary>The matrices W at the saved times.</summary>
    public IEnumerable<Matrix> Weights => Enumerable.Range(0, trajectory.Count).Select(k => Network.Weights(trajectory.State(k)));

    /// <summary>The Gram matrices WWᵀ at the saved times, with u_i on the diagonal.</summary>
    public IReadOnlyList<Matrix> Grams => grams;

    /// <summary>ε_ij at the saved times.</summary>
    public double[] Cosines(int first, int second) => [.. grams.Select(gram => gram[first, second] / Math.Sqrt(gram[first, first] * gram[second, second]))];

    /// <summary>∫₀ᵗ(u_i + u_j)dt at the saved times, of the strengths that the closed form predicts from the start.</summary>
    public double[] PredictedSquareIntegrals(int first, int second) => SquareIntegrals([.. Times.Select(closedForm.Gram)], first, second);

    /// <summary>∫₀ᵗ(u_i + u_j)dt at the saved times, of the strengths that are measured.</summary>
    public double[] SquareIntegrals(int first, int second) => SquareIntegrals(grams, first, second);

    /// <summary>By the parabola through each three saved times (Simpson's rule at every second one).</summary>
    private double[] SquareIntegrals(Matrix[] grams, int first, int second)
    {
        double[] sums = [.. grams.Select(gram => gram[first, first] + gram[second, second])];
        double step = Times[1] - Times[0];
        double[] integrals = new double[sums.Length];
        for (int k = 2; k < sums.Length; k += 2)
        {
            integrals[k] = integrals[k - 2] + (step / 3 * (sums[k - 2] + (4 * sums[k - 1]) + sums[k]));
            integrals[k - 1] = integrals[k - 2] + (step / 12 * ((5 * sums[k - 2]) + (8 * sums[k - 1]) - sums[k]));
        }

        return integrals;
    }

    /// <summary>The note's first order ε_ij(0) e^{−∫(u_i + u_j)dt}.</summary>
    public double[] CosinesOfNote(int first, int second)
    {
        double initial = Cosines(first, second)[0];
        return [.. SquareIntegrals(first, second).Select(integral => initial * Math.Exp(-integral))];
    }

    /// <summary>Index of the saved time nearest to a time.</summary>
    public int IndexAt(double time) => (int)Math.Round((time - Times[0]) / (Times[1] - Times[0]));
}
