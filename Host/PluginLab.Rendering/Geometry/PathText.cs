using System.Text;

namespace PluginLab.Rendering.Geometry;

/// <summary>Writes path data in whole hundredths of a px.</summary>
/// <remarks>
/// Coordinates are relative, which is short, and start afresh with an absolute one every 256 vertices, because a reader may accumulate
/// them in single precision.
/// </remarks>
internal sealed class PathText
{
    private const int VerticesPerAnchor = 256;

    private readonly StringBuilder text = new();
    private int lastX;
    private int lastY;
    private int sinceAnchor;
    private char command;

    public bool IsEmpty => text.Length == 0;

    public static int Hundredths(double pixels) => (int)Math.Round(pixels * 100, MidpointRounding.AwayFromZero);

    public PathText MoveTo(int x, int y)
    {
        text.Append('M');
        Number(x, isFirst: true);
        Number(y, isFirst: false);
        (lastX, lastY, sinceAnchor, command) = (x, y, 0, 'M');
        return this;
    }

    public PathText LineTo(int x, int y)
    {
        if (++sinceAnchor % VerticesPerAnchor == 0)
        {
            Command('L');
            Pair(x, y);
        }
        else if (y == lastY)
        {
            Command('h');
            Number(x - lastX, isFirst: text[^1] == 'h');
        }
        else if (x == lastX)
        {
            Command('v');
            Number(y - lastY, isFirst: text[^1] == 'v');
        }
        else
        {
            Command('l');
            Pair(x - lastX, y - lastY);
        }

        (lastX, lastY) = (x, y);
        return this;
    }

    public PathText Close()
    {
        text.Append('z');
        command = 'z';
        return this;
    }

    /// <summary>Appends a piece of relative path data that returns to where it began.</summary>
    public PathText Figure(string relative)
    {
        text.Append(relative);
        command = ' ';
        return this;
    }

    public override string ToString() => text.ToString();

    private void Command(char next)
    {
        if (command != next)
        {
            text.Append(next);
            command = next;
        }
    }

    private void Pair(int x, int y)
    {
        Number(x, isFirst: char.IsLetter(text[^1]));
        Number(y, isFirst: false);
    }

    private void Number(int value, bool isFirst)
    {
        if (!isFirst && value >= 0)
        {
            text.Append(' ');
        }

        // Digits are the same in every culture, a minus sign is not.
        if (value < 0)
        {
            text.Append('-');
        }

        text.Append(unchecked((uint)(value < 0 ? -value : value)));
    }
}
