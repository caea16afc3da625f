using System.Reflection;
using System.Runtime.CompilerServices;
using PluginLab.Host.Extensibility.Loading;
using PluginLab.Testing;

namespace PluginLab.Host.Extensibility.Checking;

/// <summary>Has every method of a plugin compiled, without running any: finds types that do not load and invalid code.</summary>
internal static class MethodCheck
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Checks one assembly; each reason is reported once.</summary>
    /// <param name="assembly">The plugin's assembly.</param>
    /// <param name="place">Its DLL, as a person reads it.</param>
    public static IReadOnlyList<Diagnosis> Check(Assembly assembly, string place)
    {
        List<Diagnosis> diagnoses = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (Type type in LoadTypes(assembly, place, diagnoses).Where(type => !type.ContainsGenericParameters))
        {
            IEnumerable<MethodBase> methods = [.. type.GetMethods(Declared), .. type.GetConstructors(Declared)];
            foreach (MethodBase method in methods.Where(HasCode))
            {
                (_, PluginFault? fault) = PluginCode.Run(() => Prepare(method));
                if (fault is not null && seen.Add(fault.Reason))
                {
                    diagnoses.Add(new(ContractCode.Code, place, $"{type.FullName}.{method.Name}: it cannot be compiled: {fault.Reason}", IsError: true));
                }
            }
        }

        return diagnoses;
    }

    private static Type[] LoadTypes(Assembly assembly, string place, List<Diagnosis> diagnoses)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            foreach (string reason in exception.LoaderExceptions.OfType<Exception>().Select(inner => LoadDiagnoses.OneLine(inner.Message)).Distinct(StringComparer.Ordinal))
            {
                diagnoses.Add(new(ContractCode.Code, place, $"{assembly.GetName().Name}: a type cannot be loaded: {reason}", IsError: true));
            }

            return [.. exception.Types.OfType<Type>()];
        }
    }

    private static bool HasCode(MethodBase method) =>
        !method.IsAbstract && !method.ContainsGenericParameters && !method.Attributes.HasFlag(MethodAttributes.PinvokeImpl)
        && (method.MethodImplementationFlags & (MethodImplAttributes.InternalCall | MethodImplAttributes.Runtime)) == 0;

    private static bool Prepare(MethodBase method)
    {
        RuntimeHelpers.PrepareMethod(method.MethodHandle);
        return true;
    }
}
