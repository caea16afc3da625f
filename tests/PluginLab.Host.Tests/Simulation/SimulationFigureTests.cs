using PluginLab.Figures;
using PluginLab.Host.Extensibility;
using PluginLab.Host.Simulation;
using PluginLab.Host.Tests.Extensibility;

namespace PluginLab.Host.Tests.Simulation;

/// <summary>What <c>simulate --format svg</c> draws.</summary>
internal sealed class SimulationFigureTests
{
    private static readonly SimulationRequest Network = new() { System = "linear-network", Times = "1", IsDrawn = true };
    private PluginSandbox sandbox = null!;
    private ComponentRegistry registry = null!;

    [OneTimeSetUp]
    public void LoadPlugins()
    {
        sandbox = new PluginSandbox();
        sandbox.AddFolder("Integrators", Directory.GetFiles(Built.BundledPlugin("Integrators")));
        sandbox.AddFolder("Systems", Directory.GetFiles(Built.BundledPlugin("Systems")));
        registry = sandbox.Load().Registry;
    }

    [OneTimeTearDown]
    public void DeleteSandbox() => sandbox.Dispose();

    [Test]
    public void A_single_time_is_drawn_from_the_start_on()
    {
        IReadOnlyList<double> times = Resolve(Network).Times;

        Assert.That(times[0], Is.Zero);
        Assert.That(times[^1], Is.EqualTo(1));
        Assert.That(times, Has.Count.GreaterThan(100).And.Ordered);
    }

    [Test]
    public void Constant_steps_are_drawn_at_iterates_only() => Assert.That(
        Resolve(Network with { Integrator = "gradient-descent,learning-rate=0.25" }).Times, Is.EqualTo([0, 0.25, 0.5, 0.75, 1]));

    [Test]
    public void Time_0_alone_is_nothing_to_draw()
    {
        SimulationResolver resolver = new(registry, sandbox.Plugins);

        Assert.That(resolver.Resolve(Network with { Times = "0" }), Is.Null);
        Assert.That(resolver.Diagnoses.Single().ToString(), Is.EqualTo("--times: error PL1007: there is nothing to draw at time 0 alone; ask for a later time"));
    }

    [Test]
    public void Families_have_panels_of_their_own_and_what_colours_cannot_tell_apart_is_grey_under_one_name()
    {
        Figure figure = Draw(Network);

        Assert.That(figure.Panels.Select(panel => panel.Y.Label), Is.EqualTo(["state $x$", "loss", "product", "strength"]));
        Assert.That(
            figure.Panels.Select(panel => string.Join('|', panel.Marks.Select(mark => mark.Label).OfType<string>())),
            Is.EqualTo(["$x_{1}$ to $x_{24}$", "loss", "product-1-1 to product-3-3", "strength-1|strength-2|strength-3"]));
        Assert.That(figure.Panels.Select(panel => panel.Marks.Count), Is.EqualTo([24, 1, 9, 3]));
    }

    [Test]
    public void Every_coloured_line_of_a_panel_has_a_name_and_a_colour_of_its_own()
    {
        foreach (Panel panel in Draw(Network with { Values = ["widths=3,1,3"] }).Panels)
        {
            Mark[] coloured = [.. panel.Marks.Where(mark => mark.Role == MarkRole.Data)];
            Assert.That(coloured.Select(mark => mark.Label), Has.None.Null);
            Assert.That(coloured.Select(mark => mark.Color), Is.Unique.And.All.InRange(0, 7));
        }
    }

    private Host.Simulation.Simulation Resolve(SimulationRequest request) => new SimulationResolver(registry, sandbox.Plugins).Resolve(request)!;

    private Figure Draw(SimulationRequest request)
    {
        Host.Simulation.Simulation simulation = Resolve(request);
        return SimulationFigure.Create(request.System, simulation, simulation.Run(CancellationToken.None).Result!)!;
    }
}
