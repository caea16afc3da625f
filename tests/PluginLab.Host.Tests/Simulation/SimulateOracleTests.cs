using System.Text.Json;

namespace PluginLab.Host.Tests.Simulation;

/// <summary>Networks and gradient descent through the built host, against cases computed with 84 digits by Taylor series and exact recursion.</summary>
internal sealed class SimulateOracleTests
{
    private const string Precise = "dormand-prince-5,relative-tolerance=1e-12,absolute-tolerance=1e-14";

    // A thousand times the tolerance: errors of steps add up while modes grow by orders of magnitude.
    private const double Tolerance = 1e-9;

    private DirectoryInfo folder = null!;

    [SetUp]
    public void CreateFolder() => folder = Directory.CreateTempSubdirectory("pluginlab-tests-");

    [TearDown]
    public void DeleteFolder() => folder.Delete(recursive: true);

    /// <summary>The case L2-full3: two layers of width 3 to a full target, at t = 4.</summary>
    [Test]
    public void A_network_of_two_layers_follows_the_oracle()
    {
        JsonElement json = Simulate(
            "linear-network", "--set", "widths=3,3,3", "--set", "target=1.5,-0.5,0.25;0.75,2.0,-1.0;-0.25,0.5,0.5", "--times", "4", "--integrator", Precise,
            "--initial", "-0.04150390625,0.052001953125,0.005859375,0.0947265625,-0.082275390625,0.022216796875,-0.052001953125,0.0322265625,-0.110595703125,0.002685546875,-0.02978515625,0.121337890625,0.064453125,-0.052978515625,-0.00537109375,-0.02880859375,-0.0078125,0.01123046875");

        double[] expected = [1.1105767594744753, 0.4475139213834261, 0.1054862368639574, 0.5428668078226119, -1.4362421449887937, 0.012776529567336074, -0.10892892663005271, -0.13313365170966332, -0.5795731179574201, 1.2341954376055475, 0.1317736998241641, -0.03956370806315034, -0.04105512506235845, -1.3551323755195488, 0.6627165927775455, 0.16519640273809738, -0.310818812161925, -0.459951263975859];
        Assert.That(LastState(json), Is.EqualTo(expected).Within(Tolerance));
        Assert.That(json.GetProperty("observables").GetProperty("loss")[0].GetDouble(), Is.EqualTo(0.07255640132980974).Within(Tolerance));
        Assert.That(json.GetProperty("observables").GetProperty("product-1-2")[0].GetDouble(), Is.EqualTo(-0.49288290166919513).Within(Tolerance));
    }

    /// <summary>The case L2-tied4: the second layer is the transpose of the first, at t = 4.</summary>
    [Test]
    public void A_tied_network_follows_the_oracle()
    {
        JsonElement json = Simulate(
            "linear-network", "--set", "widths=4,4,4", "--set", "tied=true", "--set", "target=2.0,0.5,0.0,0.25;0.5,1.0,-0.5,0.0;0.0,-0.5,1.5,0.25;0.25,0.0,0.25,0.5", "--times", "4", "--integrator", Precise,
            "--initial", "-0.1328125,0.06640625,-0.08203125,0.1015625,-0.03125,-0.1875,0.07421875,-0.00390625,0.046875,-0.125,-0.07421875,-0.04296875,0.0625,-0.07421875,-0.16015625,-0.1015625");

        double[] expected = [-0.9813645022566814, 0.06243640236538942, -0.7642881624395441, 0.6616891228044183, -0.6352798444940937, -0.5247890742429558, 0.4052135722492225, 0.34487003273262185, 0.47007991373461855, -0.5105408236657507, -0.9313759754107949, -0.3402074276980523, -0.16079271290781846, -0.17376489334585113, -0.3067507687077229, -0.12776730097432687];
        Assert.That(LastState(json), Is.EqualTo(expected).Within(Tolerance));
        Assert.That(json.GetProperty("observables").GetProperty("loss")[0].GetDouble(), Is.EqualTo(0.06912911941888848).Within(Tolerance));
    }

    /// <summary>The case gd-d2-half; the first iterate has few enough binary digits to be exact.</summary>
    [Test]
    public void Gradient_descent_follows_the_exact_recursion()
    {
        JsonElement json = Simulate(
            "monomial", "--set", "target=1", "--set", "exponents=1,1", "--initial", ".125,.125", "--times", "0.5,1,2.5,4", "--integrator", "gradient-descent,learning-rate=.5");

        double[] expected = [0.1865234375, 0.27654048847034574, 0.7657633712245865, 0.9998940302951117];
        double[] found = [.. json.GetProperty("states").EnumerateArray().Select(state => state[0].GetDouble())];
        Assert.That(found[0], Is.EqualTo(expected[0]));
        Assert.That(found, Is.EqualTo(expected).Within(1e-14));
    }

    [Test]
    public void A_network_is_drawn_and_tabled()
    {
        (int drawn, string svg, string error) = Pluginlab.Run(folder.FullName, "simulate", "linear-network", "--times", "1", "--format", "svg");
        (int tabled, string csv, _) = Pluginlab.Run(folder.FullName, "simulate", "linear-network", "--times", "1", "--format", "csv");

        Assert.That((drawn, tabled), Is.EqualTo((0, 0)), error);
        Assert.That(svg, Does.StartWith("<svg ").And.Contain("strength-3").And.Contain("</svg>"));
        string[] lines = csv.TrimEnd('\n').Split('\n');
        Assert.That(lines, Has.Length.EqualTo(2));
        Assert.That(lines.Select(line => line.Split(',').Length), Is.All.EqualTo(1 + 24 + 13));
    }

    [Test]
    public void A_value_that_holds_at_the_start_is_no_stop()
    {
        JsonElement json = Simulate("monomial", "--set", "target=1", "--set", "exponents=1", "--initial", "0.5", "--times", "1", "--stop", "product=0.5");

        Assert.That(json.GetProperty("outcome").GetString(), Is.EqualTo("completed"));
        Assert.That(json.GetProperty("events").GetArrayLength(), Is.Zero);
    }

    private JsonElement Simulate(params string[] arguments)
    {
        (int exitCode, string output, string error) = Pluginlab.Run(folder.FullName, ["simulate", .. arguments]);
        Assert.That(exitCode, Is.Zero, error);
        return JsonElement.Parse(output);
    }

    private static double[] LastState(JsonElement json) => [.. json.GetProperty("states").EnumerateArray().Last().EnumerateArray().Select(x => x.GetDouble())];
}
