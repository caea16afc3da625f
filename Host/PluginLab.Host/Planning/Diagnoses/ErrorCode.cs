namespace PluginLab.Host.Planning.Diagnoses;

/// <summary>The kinds of errors in manifests and plans; each has one code for ever.</summary>
internal static class ErrorCode
{
    /// <summary>The manifest cannot be read.</summary>
    public const string UnreadableManifest = "PL1001";

    /// <summary>The text is no JSON.</summary>
    public const string Syntax = "PL1002";

    /// <summary>A key is there twice.</summary>
    public const string DuplicateKey = "PL1003";

    /// <summary>A key means nothing.</summary>
    public const string UnknownKey = "PL1004";

    /// <summary>A key has a meaning only in other versions.</summary>
    public const string UnsupportedKey = "PL1005";

    /// <summary>A key is missing.</summary>
    public const string MissingKey = "PL1006";

    /// <summary>A value is of the wrong kind or not admissible.</summary>
    public const string InvalidValue = "PL1007";

    /// <summary>A name cannot be used.</summary>
    public const string InvalidName = "PL1008";

    /// <summary>Two things have one name.</summary>
    public const string DuplicateName = "PL1009";

    /// <summary>No plugin offers what is named.</summary>
    public const string UnknownId = "PL1010";

    /// <summary>Nothing consumes the parameter.</summary>
    public const string UnknownParameter = "PL1011";

    /// <summary>A parameter has an inadmissible value.</summary>
    public const string InvalidParameter = "PL1012";

    /// <summary>A parameter must be given.</summary>
    public const string MissingParameter = "PL1013";

    /// <summary>The parameters do not fit together.</summary>
    public const string ViolatedConstraint = "PL1014";

    /// <summary>An option of the command line names something that the manifest does not have.</summary>
    public const string UnknownTarget = "PL1015";
}
