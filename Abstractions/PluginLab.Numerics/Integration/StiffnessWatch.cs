using PluginLab.Numerics.Integration.Methods;

namespace PluginLab.Numerics.Integration;

/// <summary>Finds out whether stability, and not the tolerance, decides the steps of a solve. Looks at one accepted step of sixteen.</summary>
/// <remarks>Source: Hairer and Wanner, Solving Ordinary Differential Equations II, section IV.2, "automatic stiffness detection".</remarks>
internal sealed class StiffnessWatch(IStepper stepper)
{
    private const int Spacing = 16;

    // Measured: steps that stability decides come to 0.7–1.1 of the bound, those that a tolerance below 1e-3 decides to less than 0.4.
    private const double NearBound = 0.6;
    private const int Few = 16;
    private const int Many = 64;
    private readonly IStabilityGauge? gauge = stepper as IStabilityGauge;
    private long watched;
    private long bound;

    /// <summary>Whether most of the steps went to the bound of stability, and some hundred were taken.</summary>
    public bool IsStabilityBound => watched >= Few && bound >= watched / 2;

    /// <summary>Whether they did, and a thousand were taken: a method for stiff problems would have been faster.</summary>
    public bool IsWasteful => watched >= Many && IsStabilityBound;

    /// <summary>Looks at the step that was taken last.</summary>
    /// <param name="end">The end of that step.</param>
    /// <param name="stepSize">Its size.</param>
    /// <param name="accepted">How many steps were accepted, this one included.</param>
    public void Observe(Knot end, double stepSize, long accepted)
    {
        if (gauge is not null && accepted % Spacing == 0)
        {
            watched++;
            bound += gauge.MeasureStability(end, stepSize) > NearBound ? 1 : 0;
        }
    }
}
