using PluginLab.Dynamics;
using PluginLab.Experiments;

namespace PluginLab.Plugins.DiagonalCase.RandomStarts;

/// <summary>The flow from a random start, solved once, and what is measured on it.</summary>
internal sealed class RandomStartRun
{
    private const int EvenTimes = 300;
    private const int TimesPerRise = 25;

    /// <summary>Below this a squared length has lost digits to underflow, and a direction with it.</summary>
    private const double SmallestSquare = 1e-290;

    private readonly int modes;
    private readonly int width;
    private readonly Solution solution;

    public RandomStartRun(ExperimentContext context, RandomStart start)
    {
        Start = start;
        (modes, width) = (start.Targets.Count, start.HiddenWidth);
        var problem = new InitialValueProblem(start.Network, start.Network.State([start.Encoder, start.Decoder]), 0, start.SettlingTime)
            .WithEvents(start.Targets.Select((target, i) => EventFunction.Crossing(EventName(i), Strength(i), target / 2)));
        solution = context.Solve(problem, SaveAt.Times(TimesToSave(start)));
        Trajectory = solution.Trajectory;
        ShownTimes = [.. Trajectory.Times.Where(time => time <= start.ShownTime)];
    }

    public RandomStart Start { get; }

    public Trajectory Trajectory { get; }

    /// <summary>The saved times that figures show.</summary>
    public IReadOnlyList<double> ShownTimes { get; }

    /// <summary>When a mode first reached half of its target; NaN if it did not.</summary>
    public double HalfTime(int mode) => solution.EventTime(EventName(mode));

    /// <summary>An observable at the shown times.</summary>
    public double[] Show(StateFunction observable) => [.. Trajectory.Observe(observable).Take(ShownTimes.Count)];

    /// <summary>An observable at the settling time.</summary>
    public double AtEnd(StateFunction observable) => observable(Trajectory.Times[^1], Trajectory.LastState);

    /// <summary>An observable at the saved time nearest to a time.</summary>
    public double At(double time, StateFunction observable)
    {
        int index = Enumerable.Range(0, Trajectory.Count).MinBy(k => Math.Abs(Trajectory.Times[k] - time));
        return observable(Trajectory.Times[index], Trajectory.State(index));
    }

    /// <summary>We_i · Wd_j.</summary>
    public StateFunction Product(int encoder, int decoder) => Sum(EncoderAt(encoder), DecoderAt(decoder));

    /// <summary>The strength We_i · Wd_i.</summary>
    public StateFunction Strength(int mode) => Product(mode, mode);

    public StateFunction EncoderSquare(int mode) => Sum(EncoderAt(mode), EncoderAt(mode));

    public StateFunction DecoderSquare(int mode) => Sum(DecoderAt(mode), DecoderAt(mode));

    /// <summary>cos(We_i, We_j); NaN once a vector that is not learned has decayed to nothing.</summary>
    public StateFunction EncoderCosine(int first, int second)
    {
        (StateFunction product, StateFunction left, StateFunction right) = (Sum(EncoderAt(first), EncoderAt(second)), EncoderSquare(first), EncoderSquare(second));
        return (time, state) => product(time, state) / Length(left(time, state)) / Length(right(time, state));
    }

    /// <summary>1 − cos(We_i, sgn(s_i) Wd_i), as half the squared distance of the unit vectors: exact where the cosine itself would round to 1; NaN as there.</summary>
    public StateFunction Misalignment(int mode) => (time, state) =>
    {
        double encoderLength = Length(EncoderSquare(mode)(time, state));
        double decoderLength = Math.Sign(Start.Targets[mode]) * Length(DecoderSquare(mode)(time, state));
        double sum = 0;
        for (int k = 0; k < width; k++)
        {
            double difference = (EncoderAt(mode)(state, k) / encoderLength) - (DecoderAt(mode)(state, k) / decoderLength);
            sum += difference * difference;
        }

        return sum / 2;
    };

    /// <summary>|We_i − sgn(s_i) Wd_i|² / |We_i + sgn(s_i) Wd_i|².</summary>
    public StateFunction OpposedFraction(int mode) => (time, state) =>
    {
        double squares = EncoderSquare(mode)(time, state) + DecoderSquare(mode)(time, state);
        double product = 2 * Math.Sign(Start.Targets[mode]) * Strength(mode)(time, state);
        return (squares - product) / (squares + product);
    };

    /// <summary>
    /// The cosine ŵ_iᵀCŵ_j / (|s_i| + |s_j|) at which We_i and We_j stop, with their last directions ŵ and the imbalance C of the start: to first order in C
    /// from (WeWeᵀ)² = We Wd (We Wd)ᵀ + We C Weᵀ, where We Wd = Σ.
    /// </summary>
    public double CosineFloor(int first, int second)
    {
        Matrix imbalance = Start.Imbalance;
        double sum = 0;
        for (int a = 0; a < width; a++)
        {
            for (int b = 0; b < width; b++)
            {
                sum += EncoderAt(first)(Trajectory.LastState, a) * imbalance[a, b] * EncoderAt(second)(Trajectory.LastState, b);
            }
        }

        double lengths = Math.Sqrt(AtEnd(EncoderSquare(first)) * AtEnd(EncoderSquare(second)));
        return sum / lengths / (Start.Magnitude(first) + Start.Magnitude(second));
    }

    private delegate double Entry(ReadOnlySpan<double> state, int hidden);

    private Entry EncoderAt(int mode) => (state, k) => state[(mode * width) + k];

    private Entry DecoderAt(int mode) => (state, k) => state[(modes * width) + (k * modes) + mode];

    private StateFunction Sum(Entry left, Entry right) => (_, state) =>
    {
        double sum = 0;
        for (int k = 0; k < width; k++)
        {
            sum += left(state, k) * right(state, k);
        }

        return sum;
    };

    /// <summary>Even times, closer ones while a mode is predicted to rise, and the one at which claims measure the end.</summary>
    private static IEnumerable<double> TimesToSave(RandomStart start)
    {
        IEnumerable<double> even = Enumerable.Range(0, EvenTimes + 1).Select(k => start.ShownTime * k / EvenTimes);
        IEnumerable<double> rises =
            from mode in start.Learned
            from k in Enumerable.Range(-TimesPerRise, (2 * TimesPerRise) + 1)
            select start.PredictedHalfTimes[mode] + (k * 3.0 / (TimesPerRise * start.Magnitude(mode)));
        return even.Concat(rises).Where(time => 0 <= time && time <= start.ShownTime)
            .Append(start.SettlingTime).Distinct().Order();
    }

    private static double Length(double square) => square >= SmallestSquare ? Math.Sqrt(square) : double.NaN;

    private static string EventName(int mode) => $"half-{mode}";
}
