using System.Buffers.Binary;

namespace PluginLab.Host.Execution.Isolation;

/// <summary>What the process of a run tells the host.</summary>
internal enum WorkerMessageKind : byte
{
    /// <summary>The experiment begins; nothing besides.</summary>
    Begun = 1,

    /// <summary>How far it is: a fraction as a double.</summary>
    Progress = 2,

    /// <summary>What came of it: a record as JSON.</summary>
    Record = 3,

    /// <summary>Why it cannot begin: a sentence.</summary>
    Failure = 4,
}

/// <summary>A message with its bytes. On the pipe: the kind as a byte, the number of bytes as a little-endian int, the bytes.</summary>
internal readonly record struct WorkerMessage(WorkerMessageKind Kind, byte[] Content)
{
    private const int HeadLength = 1 + sizeof(int);
    private const int BlockSize = 1 << 16;

    /// <summary>The fraction that a progress message tells.</summary>
    public double Fraction => BinaryPrimitives.ReadDoubleLittleEndian(Content);

    /// <summary>A message that tells a fraction.</summary>
    public static WorkerMessage OfFraction(double fraction)
    {
        byte[] content = new byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(content, fraction);
        return new(WorkerMessageKind.Progress, content);
    }

    /// <summary>Reads the next message.</summary>
    /// <returns>The message; null where the pipe ends, or holds what is none.</returns>
    public static WorkerMessage? Read(Stream pipe)
    {
        byte[] head = new byte[HeadLength];
        if (pipe.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false) < HeadLength || !Enum.IsDefined((WorkerMessageKind)head[0]))
        {
            return null;
        }

        int length = BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(1));
        if (length < 0)
        {
            return null;
        }

        return ReadContent(pipe, length) is { } content ? new((WorkerMessageKind)head[0], content) : null;
    }

    /// <summary>Reads block by block: a length that is none must not take memory.</summary>
    private static byte[]? ReadContent(Stream pipe, int length)
    {
        using MemoryStream content = new();
        byte[] block = new byte[Math.Min(length, BlockSize)];
        while (content.Length < length)
        {
            int count = pipe.Read(block, 0, (int)Math.Min(block.Length, length - content.Length));
            if (count == 0)
            {
                return null;
            }

            content.Write(block, 0, count);
        }

        return content.ToArray();
    }

    /// <summary>Writes the message.</summary>
    public void Write(Stream pipe)
    {
        byte[] whole = new byte[HeadLength + Content.Length];
        whole[0] = (byte)Kind;
        BinaryPrimitives.WriteInt32LittleEndian(whole.AsSpan(1), Content.Length);
        Content.CopyTo(whole, HeadLength);
        pipe.Write(whole);
        pipe.Flush();
    }
}
