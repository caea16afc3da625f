using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PluginLab.Extensibility;

namespace PluginLab.Host.Extensibility.Loading;

/// <summary>Creates the entry point of a plugin; its constructor may ask for loggers.</summary>
/// <remarks>Each plugin has a provider of its own: types of plugins registered in the host's would never be let go.</remarks>
internal sealed class PluginActivator(ILoggerFactory loggers)
{
    /// <summary>Creates an entry point.</summary>
    public (IPlugin? Plugin, Diagnosis? Fault) Create(Type entryPoint, PluginUnit unit)
    {
        ConstructorInfo[] constructors = entryPoint.GetConstructors();
        if (constructors.Length == 0)
        {
            return (null, LoadDiagnoses.PrivateConstructor(unit.AssemblyPath, entryPoint.FullName!));
        }

        if (!constructors.Any(constructor => constructor.GetParameters().All(IsOffered)))
        {
            string asked = constructors[0].GetParameters().First(parameter => !IsOffered(parameter)).ParameterType.Name;
            return (null, LoadDiagnoses.UnresolvableConstructor(unit.AssemblyPath, entryPoint.FullName!, asked));
        }

        Func<object?> create = constructors.Any(constructor => constructor.GetParameters().Length == 0)
            ? () => Activator.CreateInstance(entryPoint)
            : () => ActivatorUtilities.CreateInstance(CreateServices(unit.Name), entryPoint);
        (object? plugin, PluginFault? fault) = PluginCode.Run(create);
        return ((IPlugin?)plugin, fault?.ToDiagnosis(unit.AssemblyPath, entryPoint.FullName!));
    }

    private static bool IsOffered(ParameterInfo parameter)
    {
        Type type = parameter.ParameterType;
        return parameter.HasDefaultValue || type == typeof(ILogger) || type == typeof(ILoggerFactory) || type == typeof(IServiceProvider)
            || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ILogger<>));
    }

    private ServiceProvider CreateServices(string pluginName)
    {
        ServiceCollection services = new();
        services.AddSingleton(loggers);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddSingleton(provider => provider.GetRequiredService<ILoggerFactory>().CreateLogger(pluginName));
        return services.BuildServiceProvider();
    }
}
