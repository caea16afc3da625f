using PluginLab.Host.Cli;

namespace PluginLab.Host.Tests.Cli;

public sealed class ExitCodeTests
{
    private static readonly int[] StrongestFirst = [1, 3, 4, 75, 9, 5, 6, 7, 8];

    [Test]
    public void Of_any_codes_the_strongest_wins([Range(0, 8)] int strongest)
    {
        IEnumerable<int> weaker = StrongestFirst.Skip(strongest + 1).Reverse();

        Assert.That(ExitCode.Combine([.. weaker, 0, StrongestFirst[strongest]]), Is.EqualTo(StrongestFirst[strongest]));
    }

    [Test]
    public void Nothing_wrong_is_success()
    {
        Assert.That(ExitCode.Combine([]), Is.Zero);
        Assert.That(ExitCode.Combine([0, 0]), Is.Zero);
    }
}
