using PluginLab.Experiments;

namespace PluginLab.Dynamics;

/// <summary>Refuses numbers that are NaN or infinite.</summary>
internal static class FiniteNumbers
{
    /// <summary>Refuses a number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="what">What it is, in the message.</param>
    /// <param name="name">Name of the argument.</param>
    public static void Require(double value, string what, string name)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentException($"The {what} is {NumberText.Of(value)}; it must be finite.", name);
        }
    }

    /// <summary>Refuses numbers of which each trajectory has some.</summary>
    /// <param name="values">Those of the first trajectory, then of the second, and so on.</param>
    /// <param name="what">What those of one trajectory are, in the message.</param>
    /// <param name="perTrajectory">How many each has.</param>
    /// <param name="name">Name of the argument.</param>
    public static void RequireOfTrajectories(double[] values, string what, int perTrajectory, string name)
    {
        int wrong = Array.FindIndex(values, value => !double.IsFinite(value));
        if (wrong >= 0)
        {
            (int trajectory, int index) = Math.DivRem(wrong, perTrajectory);
            string which = perTrajectory == 1 ? "The" : $"Number {index}, counted from 0, of the";
            throw new ArgumentException($"{which} {what} of trajectory {trajectory} is {NumberText.Of(values[wrong])}; it must be finite.", name);
        }
    }
}
