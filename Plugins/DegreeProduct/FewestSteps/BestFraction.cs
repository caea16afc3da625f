using PluginLab.Experiments;

namespace PluginLab.Plugins.DegreeProduct.FewestSteps;

/// <summary>Steps of gradient descent from one ε/s, <see cref="Start"/>, to |u − s| ≤ δs over learning rates, and the best of these: only ε/s, δ, d and κ matter.</summary>
/// <param name="Degree">d.</param>
/// <param name="Fractions">κ, in hundredths.</param>
/// <param name="Steps">Steps at each κ; infinite where it does not get there.</param>
internal sealed record BestFraction(int Degree, IReadOnlyList<double> Fractions, IReadOnlyList<double> Steps)
{
    /// <summary>ε/s.</summary>
    public const double Start = 1e-3;

    /// <summary>Far enough below ½ for every κ at which a single step of one weight is accurate enough, whatever the accuracy.</summary>
    private const int SmallestHundredth = 30;
    private const int LargestHundredth = 98;

    public static BestFraction Take(ExperimentContext context, int degree, double accuracy)
    {
        double[] fractions = [.. Enumerable.Range(SmallestHundredth, LargestHundredth - SmallestHundredth + 1).Select(hundredth => hundredth / 100.0)];
        return new(degree, fractions, [.. fractions.Select(fraction => StepCounts.Count(context, degree, 1, [Start], accuracy, fraction)[0])]);
    }

    /// <summary>The fewest steps.</summary>
    public double Fewest => Steps.Min();

    /// <summary>The smallest κ with the fewest steps; NaN if none gets there.</summary>
    public double Lowest => Best.DefaultIfEmpty(double.NaN).First();

    /// <summary>The middle of the κ with the fewest steps, which are whole numbers and so have several; NaN if none gets there.</summary>
    public double Middle => (Lowest + Best.DefaultIfEmpty(double.NaN).Last()) / 2;

    private IEnumerable<double> Best => Fractions.Where((_, i) => double.IsFinite(Steps[i]) && Steps[i] == Fewest);
}
