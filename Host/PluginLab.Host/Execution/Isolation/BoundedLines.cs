using System.Text;

namespace PluginLab.Host.Execution.Isolation;

/// <summary>The lines of a stream, each cut after so many letters: a process may write without end and never end a line.</summary>
internal static class BoundedLines
{
    /// <summary>The most letters of a line; the rest of it is left out.</summary>
    public const int Longest = 10_000;

    private const int BlockSize = 1 << 14;

    /// <summary>Reads lines to the end of the stream.</summary>
    public static IEnumerable<string> Of(TextReader stream)
    {
        char[] block = new char[BlockSize];
        StringBuilder line = new();
        for (int count = stream.Read(block); count > 0; count = stream.Read(block))
        {
            string[] pieces = new string(block, 0, count).Split('\n');
            foreach (string piece in pieces[..^1])
            {
                yield return Append(line, piece).ToString().TrimEnd('\r');
                line.Clear();
            }

            Append(line, pieces[^1]);
        }

        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }

    private static StringBuilder Append(StringBuilder line, string piece) => line.Append(piece, 0, Math.Min(piece.Length, Longest - line.Length));
}
