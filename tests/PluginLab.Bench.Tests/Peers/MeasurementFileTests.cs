using PluginLab.Bench.Peers;

namespace PluginLab.Bench.Tests.Peers;

/// <summary>The files of a folder of measurements.</summary>
internal sealed class MeasurementFileTests
{
    private DirectoryInfo folder = null!;

    [SetUp]
    public void CreateFolder() => folder = Directory.CreateTempSubdirectory("pluginlab-tests-");

    [TearDown]
    public void DeleteFolder() => folder.Delete(recursive: true);

    [TestCase(1, 1.5)]
    [TestCase(2, 1.75)]
    public void One_thread_counts_by_processor_and_two_by_the_clock(int threads, double seconds)
    {
        Measurement line = Measurement.Parse($"W1P,boost,dopri5,1e-08,{threads},100000,1.75,1.5,5.3e+07,1.3e-08,1.4e-08,3e-09");

        Assert.That((line.Workload, line.Peer, line.Method, line.Tolerance, line.Threads), Is.EqualTo(("W1P", "boost", "dopri5", "1e-08", threads)));
        Assert.That((line.Seconds, line.ClockSeconds, line.RightHandSides, line.Error), Is.EqualTo((seconds, 1.75, 5.3e7, 1.4e-8)));
    }

    [TestCase("nan")]
    [TestCase("-nan")]
    [TestCase("NaN")]
    public void An_error_that_is_not_a_number_stays_none(string error) => Assert.That(Measurement.Parse($"W,p,m,1,1,1,1,1,1,{error},1,1").Error, Is.NaN);

    [TestCase("inf")]
    [TestCase("Infinity")]
    public void Infinity_is_read_as_C_and_as_PluginLab_write_it(string text) => Assert.That(Measurement.Number(text), Is.EqualTo(double.PositiveInfinity));

    [Test]
    public void Empty_lines_are_left_out() => Assert.That(Measurement.ReadFile(Write("round-1.csv", "\nW,p,m,1,1,1,1,1,1,1,1,1\n\n")), Has.Count.EqualTo(1));

    [TestCase("W,p,m,1,1,1,1,1,1,1,x,1", "\"x\" is no number")]
    [TestCase("W,p,m,1,1,1,1", "\"W,p,m,1,1,1,1\" is no measurement: it must have 12 cells, the fifth a number of threads")]
    [TestCase("W,p,m,1,one,1,1,1,1,1,1,1", "\"W,p,m,1,one,1,1,1,1,1,1,1\" is no measurement: it must have 12 cells, the fifth a number of threads")]
    public void A_line_that_is_no_measurement_is_named(string line, string reason)
    {
        string path = Write("round-1.csv", $"W,p,m,1,1,1,1,1,1,1,1,1\n{line}\n");

        Assert.That(() => Measurement.ReadFile(path), Throws.TypeOf<InvalidDataException>().With.Message.EqualTo($"{path}, line 2: {reason}. Measure again, or take the line out."));
    }

    [TestCase("yes", "SkylakeX", "Some Processor, 2 cores, with AVX-512; OpenBLAS with its SkylakeX kernels.")]
    [TestCase("no", "none", "Some Processor, 2 cores, without AVX-512; no OpenBLAS.")]
    public void A_machine_is_described_in_a_sentence(string avx512, string kernels, string sentence)
    {
        Write("machine.txt", $"processor: Some Processor\ncores: 2\navx-512: {avx512}\nopenblas-kernels: {kernels}\n");

        Machine machine = Machine.Read(folder.FullName);

        Assert.That(machine.Description, Is.EqualTo(sentence));
        Assert.That(machine.HasAvx512, Is.EqualTo(avx512 == "yes"));
    }

    [TestCase("processor: P\ncores: 2\nopenblas-kernels: none", "has no line \"avx-512: …\"")]
    [TestCase("processor: P\ncores: 2\navx-512: maybe\nopenblas-kernels: none", "avx-512 is \"maybe\"; it must be yes or no.")]
    [TestCase("processor: P\ncores: 0\navx-512: no\nopenblas-kernels: none", "cores is \"0\"; it must be a whole number from 1 on.")]
    public void What_a_machine_lacks_is_told(string text, string message)
    {
        Write("machine.txt", text);

        Assert.That(() => Machine.Read(folder.FullName), Throws.TypeOf<InvalidDataException>().With.Message.Contains(message));
    }

    [Test]
    public void The_data_of_the_figure_are_medians_on_one_thread_and_read_back_as_written()
    {
        Measurement line = Lines.Of("W1P", "boost", 1.5e-8, 1);
        IReadOnlyList<Measurement> medians = WorkPrecisionData.Medians([line, line with { Seconds = 4 }, line with { Seconds = 2 }, line with { Threads = 2 }, Lines.Product("openblas", "n=64-NN", 1)]);

        string path = Write("work-precision.csv", "");
        WorkPrecisionData.Write(path, medians);
        Measurement read = WorkPrecisionData.Read(path).Single();

        Assert.That((read.Workload, read.Peer, read.Seconds, read.RightHandSides, read.Error), Is.EqualTo(("W1P", "boost", 2.0, 100.0, 1.5e-8)));
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
