namespace PluginLab.Dynamics;

/// <summary>An integrator that says how closely its solutions follow the exact ones.</summary>
/// <remarks>What an integrator can do beyond <see cref="IIntegrator"/>: without it nothing can be said of the drift of an invariant but its size.</remarks>
public interface IStatesAccuracy
{
    /// <summary>How closely.</summary>
    SolveAccuracy Accuracy { get; }
}

/// <summary>What governs the error of a solve.</summary>
public enum ErrorControl
{
    /// <summary>It is not known.</summary>
    Unknown,

    /// <summary>Steps are as small as tolerances ask.</summary>
    Tolerance,

    /// <summary>Steps have one size, which is to be small enough.</summary>
    ConstantStep,

    /// <summary>Steps are those of a training rule with a learning rate. It is the object of study: what differs from the flow is no error.</summary>
    Training,
}

/// <summary>How closely the solutions of an integrator follow the exact ones.</summary>
public sealed record SolveAccuracy
{
    private SolveAccuracy(ErrorControl control, double relativeTolerance = 0, double absoluteTolerance = 0) =>
        (Control, RelativeTolerance, AbsoluteTolerance) = (control, relativeTolerance, absoluteTolerance);

    /// <summary>An accuracy that is not known.</summary>
    public static SolveAccuracy Unknown { get; } = new(ErrorControl.Unknown);

    /// <summary>That of steps of one size.</summary>
    public static SolveAccuracy OfConstantStep { get; } = new(ErrorControl.ConstantStep);

    /// <summary>That of a training rule, such as gradient descent: exact for itself.</summary>
    public static SolveAccuracy OfTraining { get; } = new(ErrorControl.Training);

    /// <summary>What governs the error.</summary>
    public ErrorControl Control { get; }

    /// <summary>Tolerated error of a step per unit of state; 0 unless <see cref="Control"/> is by tolerance.</summary>
    public double RelativeTolerance { get; }

    /// <summary>Tolerated error of a step at zero state; 0 unless <see cref="Control"/> is by tolerance.</summary>
    public double AbsoluteTolerance { get; }

    /// <summary>That of steps as small as tolerances ask.</summary>
    /// <param name="relative">Tolerated error of a step per unit of state; finite, at least 0.</param>
    /// <param name="absolute">Tolerated error of a step at zero state; finite, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A tolerance lies outside its range.</exception>
    public static SolveAccuracy Within(double relative, double absolute) =>
        new(ErrorControl.Tolerance, Require(relative, nameof(relative)), Require(absolute, nameof(absolute)));

    private static double Require(double tolerance, string name) => double.IsFinite(tolerance) && tolerance >= 0
        ? tolerance
        : throw new ArgumentOutOfRangeException(name, tolerance, "A tolerance must be finite and at least 0.");
}
