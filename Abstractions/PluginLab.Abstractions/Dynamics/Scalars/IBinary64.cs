namespace PluginLab.Dynamics;

/// <summary>What exp and log need beyond arithmetic: rounding, and the fields of a double.</summary>
internal interface IBinary64<TSelf>
    where TSelf : unmanaged, IBinary64<TSelf>
{
    /// <summary>The nearest whole number, the even one of two.</summary>
    static abstract TSelf Round(TSelf x);

    /// <summary>2^n for a whole n from −1022 to 1023; unspecified elsewhere.</summary>
    static abstract TSelf PowerOfTwo(TSelf n);

    /// <summary>⌊log₂ x⌋ for positive normal x; unspecified elsewhere.</summary>
    static abstract TSelf Exponent(TSelf x);

    /// <summary>x/2^⌊log₂ x⌋, from 1 up to 2, for positive normal x; unspecified elsewhere.</summary>
    static abstract TSelf Mantissa(TSelf x);
}
