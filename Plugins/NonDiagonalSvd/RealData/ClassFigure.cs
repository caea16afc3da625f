using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.GradientFlows.Evidence;
using PluginLab.Plugins.NonDiagonalSvd.Learning;
using PluginLab.Plugins.NonDiagonalSvd.Targets;

namespace PluginLab.Plugins.NonDiagonalSvd.RealData;

/// <summary>Which share of each class the network names rightly while it learns: the class is the largest output.</summary>
internal static class ClassFigure
{
    private const int MostClasses = 6;

    /// <summary>The figure; null for outputs that are not classes, or too many to draw.</summary>
    public static Figure? Of(LearningRun run)
    {
        if (run.Task.Samples is not { AreClasses: true } samples || samples.OutputNames.Count > MostClasses)
        {
            return null;
        }

        int[] right = Classes(samples.GivenOutputs);
        return Draw(run, samples, [.. run.Products.Select(product => Shares(right, samples.OutputNames.Count, samples.Predict(product)))]);
    }

    private static Figure Draw(LearningRun run, Samples samples, IReadOnlyList<double[]> shares) => new()
    {
        Id = "classes",
        Title = "Classes told apart over time",
        Caption = $"Share of each class whose largest output is the right one; grey lines: predicted half-times. At the end: {Enumeration.Of(samples.OutputNames.Select((name, k) => $"{Wording.Name(name)} {Wording.Number(100 * shares[^1][k])} %"))} of "
            + $"{NumberText.Of(samples.GivenOutputs.Rows)} data, all of them trained on.",
        AltText = "Share of each class that is classified correctly against flow time: it changes shortly before the half-time of each mode and is constant in between.",
        Panels =
        [
            new Panel
            {
                X = Axis.Linear("flow time $t$"),
                Y = Axis.Linear("share classified correctly").Between(-0.03, 1.05),
                Marks = [.. ModeMarks.HalfTimes(run, ""), .. samples.OutputNames.Select((name, k) => new Line
                {
                    Id = $"class-{NumberText.Of(k + 1)}",
                    Label = Wording.Name(name),
                    Color = run.LearnableCount + k,
                    X = run.Trajectory.Times,
                    Y = [.. shares.Select(row => row[k])],
                })],
            },
        ],
        ClaimIds = [OrderClaim.Id],
        Findings =
        [
            new()
            {
                Title = "Which classes are told apart when",
                Caption = "A mode decides it as soon as it outgrows the others, before it is half learned.",
                ClaimIds = [OrderClaim.Id],
            },
        ],
    };

    /// <summary>The share of each class, by <paramref name="right"/>, that a prediction names rightly.</summary>
    private static double[] Shares(int[] right, int classCount, Matrix prediction)
    {
        double[] found = new double[classCount];
        double[] all = new double[classCount];
        for (int i = 0; i < right.Length; i++)
        {
            all[right[i]]++;
            found[right[i]] += LargestEntry(prediction, i) == right[i] ? 1 : 0;
        }

        return [.. found.Zip(all, (some, total) => total == 0 ? 0 : some / total)];
    }

    private static int[] Classes(Matrix outputs) => [.. Enumerable.Range(0, outputs.Rows).Select(i => LargestEntry(outputs, i))];

    private static int LargestEntry(Matrix matrix, int row)
    {
        int largest = 0;
        for (int j = 1; j < matrix.Columns; j++)
        {
            largest = matrix[row, j] > matrix[row, largest] ? j : largest;
        }

        return largest;
    }
}
