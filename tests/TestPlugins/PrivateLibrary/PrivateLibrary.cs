using System.Reflection;

#if TWO
[assembly: AssemblyVersion("2.0.0.0")]
#else
[assembly: AssemblyVersion("1.0.0.0")]
#endif

namespace PrivateLibrary;

public static class Greeting
{
#if TWO
    public static string Text(string name) => $"two-{name}";
#else
    public static string Text => "one";
#endif
}
