using System.Globalization;
using PluginLab.Experiments;

namespace PluginLab.Plugins.Tests.Contracts;

/// <summary>Admissible settings drawn at random, with several parameters away from their defaults at once.</summary>
internal static class RandomSettings
{
    /// <summary>The first settings of a random stream that satisfy the constraints of an experiment.</summary>
    /// <param name="subject">The experiment.</param>
    /// <param name="count">How many.</param>
    /// <param name="draw">Draws values as JSON; parameters that it leaves out keep their defaults.</param>
    public static IEnumerable<Variant> Of(ExperimentUnderTest subject, int count, Func<RandomNumbers, IReadOnlyDictionary<string, string>> draw)
    {
        RandomNumbers random = new(1, $"settings of {subject}");
        int found = 0;
        while (found < count)
        {
            var variant = Variant.With(subject, draw(random));
            if (subject.Experiment.Info.Constraints.All(constraint => constraint.FindViolation(variant.Parameters) is null))
            {
                found++;
                yield return variant;
            }
        }
    }

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public static int Whole(RandomNumbers random, int least, int most) => least + (int)((most - least + 1) * random.NextUniform());

    /// <summary>A number whose logarithm is uniform, to four digits.</summary>
    public static double Scale(RandomNumbers random, double least, double most) => double.Parse(
        (least * Math.Pow(most / least, random.NextUniform())).ToString("E3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
