using PluginLab.Host.Tests.EndToEnd;

namespace PluginLab.Host.Tests.Benchmarks;

/// <summary>What <c>bench</c> says of a command line that is wrong.</summary>
internal sealed class BenchUsageTests
{
    private Laboratory laboratory = null!;

    [SetUp]
    public void CreateLaboratory() => laboratory = new Laboratory();

    [TearDown]
    public void DeleteLaboratory() => laboratory.Dispose();

    [TestCase("unknown workload", "pluginlab: there is no workload \"W2-65\"; did you mean \"W2-64\"?\n", "W2-65")]
    [TestCase("workload in part", "pluginlab: there is no workload \"w2\"; did you mean \"W2-64\" or \"W2-256\"?\n", "w2")]
    [TestCase("no workload", "pluginlab: Required argument 'WORKLOAD' missing for command: 'bench'. What to measure: W1P, W1Q, W2-64, W2-256, W3, G.\nSee pluginlab bench --help.\n")]
    [TestCase("no count", "pluginlab: --repeat is \"0\"; it must be a whole number from 1 on.\n", "W2-64", "--repeat", "0")]
    [TestCase("threads twice", "--set: error PL1007: the workload gives parameter threads its values itself; leave it out\n", "W2-64", "--set", "threads=2")]
    [TestCase("folder as a file", "pluginlab: --reference: lab-plugins is a folder; it must be a file of numbers of 8 bytes each, such as bench/peers/run.sh computes. Name the file, or leave the option out.\n", "W2-64", "--reference", "lab-plugins")]
    [TestCase("missing file", "pluginlab: --reference: no.bin cannot be read: ", "W2-64", "--reference", "no.bin")]
    [TestCase("file without numbers", "pluginlab: --reference: odd.bin has 9 bytes; it must hold numbers of 8 bytes each.\n", "W2-64", "--reference", "odd.bin")]
    [TestCase("unknown integrator", "--integrator: error PL1010: there is no integrator \"dormand-prince-55\"; did you mean \"dormand-prince-5\"?\n", "W2-64", "--integrator", "dormand-prince-55")]
    [TestCase("unknown parameter", "--set: error PL1011: system \"w2-64\" has no parameter \"size\"; it can be threads\n", "W2-64", "--set", "size=3")]
    [TestCase("parameter of the workload's own", "--set: error PL1007: the workload gives parameter trajectory its values itself; leave it out\n", "W1P", "--set", "trajectory=3")]
    [TestCase("more trajectories than there are", "--trajectories: error PL1007: the workload has 100000 trajectories, not 100001\n", "W1P", "--trajectories", "100001")]
    [TestCase("trajectories of a single system", "--trajectories: error PL1007: the workload is no ensemble of trajectories; leave the option out\n", "W2-64", "--trajectories", "2")]
    [TestCase("integrator where nothing is integrated", "--integrator: error PL1007: the workload evaluates a right-hand side and integrates nothing; leave the option out\n", "G", "--integrator", "dormand-prince-5")]
    [TestCase("inadmissible parameter", "--set: error PL1012: Parameter 'form' is \"TT\"; it must be ", "G", "--set", "form=TT")]
    [TestCase("parameter without a value", "--set: error PL1007: 'size' has no value; write name=value\n", "W2-64", "--set", "size")]
    public void What_is_wrong_is_told(string _, string message, params string[] arguments)
    {
        laboratory.Write("odd.bin", "012345678");

        HostResult result = laboratory.Run(["bench", .. arguments]);

        Assert.That(result.ExitCode, Is.EqualTo(2), result.Errors);
        Assert.That(result.Errors, Does.StartWith(message));
        Assert.That(result.Output, Is.Empty);
    }

    [Test]
    public void Threads_are_at_most_the_processors_whatever_the_workload([Values("W1P", "G")] string workload, [Values("two", "0", "5000", "20000000000")] string threads)
    {
        HostResult result = laboratory.Run("bench", workload, "--threads", threads);

        Assert.That(result.ExitCode, Is.EqualTo(2), result.Errors);
        Assert.That(result.Errors, Is.EqualTo($"pluginlab: --threads is \"{threads}\"; it must be a whole number from 1 to {Environment.ProcessorCount}, the number of processors here.\n"));
    }

    [TestCase("W1P", "foo", "--set: error PL1007: 'foo' has no value; write name=value\n")]
    [TestCase("W1P", "size=3", "--set: error PL1011: system \"w1p\" has no parameter \"size\"; it can be trajectory\n")]
    [TestCase("G", "foo", "--set: error PL1007: 'foo' has no value; write name=value\n")]
    [TestCase("G", "form=TT", "--set: error PL1012: Parameter 'form' is \"TT\"; it must be one of NN, NT, TN.\n")]
    public void A_value_that_is_wrong_is_told_once_however_many_systems_take_it(string workload, string value, string message)
    {
        HostResult result = laboratory.Run("bench", workload, "--set", value);

        Assert.That((result.ExitCode, result.Errors), Is.EqualTo((2, message)));
    }

    [Test]
    public void All_values_that_are_wrong_are_told_at_once()
    {
        HostResult result = laboratory.Run("bench", "G", "--set", "plain=true", "--set", "foo", "--set", "form=TT");

        Assert.That(result.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(3), result.Errors);
    }
}
