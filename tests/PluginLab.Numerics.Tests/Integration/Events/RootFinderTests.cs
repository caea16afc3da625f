using PluginLab.Numerics.Integration.Events;

namespace PluginLab.Numerics.Tests.Integration.Events;

public sealed class RootFinderTests
{
    private static readonly (string Name, Func<double, double> Function, double Left, double Right, double Root)[] Functions =
    [
        ("line", x => x - 0.3, 0, 1, 0.3),
        ("cosine", Math.Cos, 1, 2, Math.PI / 2),
        ("flat", x => Math.Pow(x - 0.3, 9), 0, 1, 0.3),
        ("steep", x => Math.Tanh(1e8 * (x - 0.3)), 0, 1, 0.3),
        ("a root near zero", x => x - 1e-9, 0, 1, 1e-9),
        ("falling", x => 2 - Math.Exp(x), 0, 1, Math.Log(2)),
        ("backward", x => x - 0.3, 1, 0, 0.3),
        ("a pole at the left end", x => x == 0 ? double.NegativeInfinity : 3 - (1 / x), 0, 1, 1 / 3.0),
    ];

    private static IEnumerable<TestCaseData> Cases() =>
        Functions.Select(test => new TestCaseData(test.Function, test.Left, test.Right, test.Root).SetArgDisplayNames(test.Name));

    [TestCaseSource(nameof(Cases))]
    public void A_root_is_found_to_the_last_digits_in_few_evaluations(Func<double, double> function, double left, double right, double root)
    {
        int evaluations = 0;
        double found = RootFinder.Find(
            x =>
            {
                evaluations++;
                return function(x);
            },
            left,
            function(left),
            right,
            function(right));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(found, Is.EqualTo(root).Within(1e-14 * root));
            Assert.That(evaluations, Is.LessThanOrEqualTo(100));
        }
    }

    [FsCheck.NUnit.Property]
    public bool The_root_of_a_cubic_is_found_wherever_it_lies(short numerator)
    {
        double root = numerator / 1024.0;
        double found = RootFinder.Find(x => (x - root) * (1 + ((x - root) * (x - root))), -40, -1, 40, 1);

        return Math.Abs(found - root) <= 1e-14 * Math.Abs(root);
    }
}
