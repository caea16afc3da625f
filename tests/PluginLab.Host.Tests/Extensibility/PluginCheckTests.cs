using PluginLab.Host.Tests.Simulation;

namespace PluginLab.Host.Tests.Extensibility;

/// <summary><c>plugins check</c> through the built host.</summary>
internal sealed class PluginCheckTests
{
    private PluginSandbox sandbox = null!;

    [SetUp]
    public void CreateSandbox() => sandbox = new PluginSandbox();

    [TearDown]
    public void DeleteSandbox() => sandbox.Dispose();

    [Test]
    public void A_fine_plugin_passes()
    {
        sandbox.AddTestPlugin("Fine");

        (int exitCode, string output, string error) = Pluginlab.Run(sandbox.Plugins, "plugins", "check", "Fine");

        Assert.That(output, Is.EqualTo("1 plugin loaded, 3 components checked: 0 errors, 0 warnings\n"), error);
        Assert.That(exitCode, Is.Zero);
    }

    [Test]
    public void The_FSharp_sample_passes()
    {
        sandbox.AddFolder("FSharpSample", Directory.GetFiles(Built.BundledPlugin("FSharpSample")));

        (int exitCode, string output, string error) = Pluginlab.Run(sandbox.Plugins, "plugins", "check", "FSharpSample");

        Assert.That(output, Is.EqualTo("1 plugin loaded, 2 components checked: 0 errors, 0 warnings\n"), error);
        Assert.That(exitCode, Is.Zero);
    }

    [Test]
    public void The_bundled_integrators_pass_and_those_that_leave_the_flow_are_named()
    {
        sandbox.AddFolder("Integrators", Directory.GetFiles(Built.BundledPlugin("Integrators")));

        (int exitCode, string output, string error) = Pluginlab.Run(sandbox.Plugins, "plugins", "check", "Integrators");

        Assert.That(exitCode, Is.Zero, error);
        Assert.That(output, Does.EndWith("components checked: 0 errors, 2 warnings\n"));
        Assert.That(output, Does.Match("warning PL3007: integrator 'heavy-ball': .*make sure that it is meant to leave the flow"));
        Assert.That(output, Does.Match("warning PL3007: integrator 'sign-descent': .*make sure that it is meant to leave the flow"));
    }

    [Test]
    public void Every_component_that_breaks_its_contract_is_named_with_what_is_wrong()
    {
        sandbox.AddTestPlugin("Misbehaving");

        (int exitCode, string output, _) = Pluginlab.Run(sandbox.Plugins, "plugins", "check", ".");

        const string place = "Misbehaving/Misbehaving.dll: error ";
        string[] lines = output.TrimEnd('\n').Split('\n');
        Assert.That(exitCode, Is.EqualTo(4));
        Assert.That(lines, Has.Length.EqualTo(13), output);
        Assert.That(lines, Is.SupersetOf(
        [
            place + "PL3003: experiment 'bad-claims': the claim id 'one' is there twice; give each its own.",
            place + "PL3003: experiment 'bad-claims': claim 'two' has no statement or no source; say what holds and where the theory states it.",
            place + "PL3003: experiment 'bad-claims': claim 'one' names no control; name a mutation of the system that refutes it.",
            place + "PL3003: experiment 'bad-claims': claim 'two' names no control; name a mutation of the system that refutes it.",
            place + "PL3002: experiment 'changes-every-run': the same run gives another result the second time, at Metrics[0].Value = 1 and "
                + "Metrics[0].Value = 2; a run may depend on its context alone.",
            place + "PL3001: experiment 'fails-at-the-boundary': with target = 2 it fails: InvalidOperationException: Two is too much.",
            place + "PL3006: system 'not-a-number': with its defaults component 1 of the derivative is not finite, or not written, at the initial state.",
            place + "PL3006: system 'short-start': with its defaults its initial state has 1 components and its dimension is 2.",
            place + "PL3007: integrator 'keeps-the-end': asked to save at 0.25, 0.5, 1 it saved at 1.",
            place + "PL3007: integrator 'never-gives-up': cancelled at the start it ends as Completed; give way and report Cancelled.",
            "1 plugin loaded, 9 components checked: 12 errors, 0 warnings",
        ]));
        Assert.That(lines, Has.One.StartsWith(place + "PL3004: experiment 'bad-figure', figure 'lopsided': "));
        Assert.That(lines, Has.One.StartsWith(place + "PL3007: integrator 'stands-still': on dx/dt = −x from 0 to 1 it does not descend: its error is 0.632"));
    }

    [Test]
    public void A_member_that_a_dependency_lacks_is_found_without_running_the_code()
    {
        sandbox.AddTestPlugin("UsesLibraryLate", Built.PrivateLibrary("two"));

        (int exitCode, string output, _) = Pluginlab.Run(sandbox.Plugins, "plugins", "check", "UsesLibraryLate");

        Assert.That(exitCode, Is.EqualTo(4));
        Assert.That(output, Does.StartWith("UsesLibraryLate/UsesLibraryLate.dll: error PL2008: needs PrivateLibrary.Greeting.Text, "
            + "PrivateLibrary 2.0.0.0 in its folder is without it; copy the version there that the plugin was built with.\n"));
    }

    [Test]
    public void A_plugin_that_does_not_load_ends_in_4()
    {
        sandbox.AddTestPlugin("NoEntryPoint");

        (int exitCode, string output, _) = Pluginlab.Run(sandbox.Plugins, "plugins", "check", "NoEntryPoint");

        Assert.That(exitCode, Is.EqualTo(4));
        Assert.That(output, Does.StartWith("NoEntryPoint/NoEntryPoint.dll: error PL2010: no entry point: "));
    }
}
