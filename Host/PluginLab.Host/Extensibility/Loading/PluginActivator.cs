using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PluginLab.Extensibility;

namespace PluginLab.Host.Extensibility.Loading;

/// <summary>Creates the entry point of a plugin; its constructor may ask for loggers, and for services that the plugin itself registers.</summary>
/// <remarks>
/// Each plugin has a provider of its own: types of plugins registered in the host's would never be let go. It registers services by a public static method
/// <c>AddServices(IServiceCollection)</c> of the entry point: by name, so that the contracts depend on no package.
/// </remarks>
internal sealed class PluginActivator(ILoggerFactory loggers)
{
    private const string Registration = "AddServices";

    /// <summary>Creates an entry point.</summary>
    public (IPlugin? Plugin, Diagnosis? Fault) Create(Type entryPoint, PluginUnit unit)
    {
        ConstructorInfo[] constructors = entryPoint.GetConstructors();
        if (constructors.Length == 0)
        {
            return (null, LoadDiagnoses.PrivateConstructor(unit.AssemblyPath, entryPoint.FullName!));
        }

        if (constructors.Any(constructor => constructor.GetParameters().Length == 0))
        {
            return Run(() => Activator.CreateInstance(entryPoint), entryPoint, unit);
        }

        (ServiceProvider? services, PluginFault? fault) = PluginCode.Run(() => CreateServices(entryPoint, unit.Name));
        if (services is null)
        {
            return (null, fault!.ToDiagnosis(unit.AssemblyPath, $"{entryPoint.FullName}.{Registration}"));
        }

        IServiceProviderIsService offered = services.GetRequiredService<IServiceProviderIsService>();
        return constructors.Any(constructor => constructor.GetParameters().All(parameter => IsOffered(parameter, offered)))
            ? Run(() => ActivatorUtilities.CreateInstance(services, entryPoint), entryPoint, unit)
            : (null, LoadDiagnoses.UnresolvableConstructor(
                unit.AssemblyPath, entryPoint.FullName!, constructors[0].GetParameters().First(parameter => !IsOffered(parameter, offered)).ParameterType.Name));
    }

    private static (IPlugin? Plugin, Diagnosis? Fault) Run(Func<object?> create, Type entryPoint, PluginUnit unit)
    {
        (object? plugin, PluginFault? fault) = PluginCode.Run(create);
        return ((IPlugin?)plugin, fault?.ToDiagnosis(unit.AssemblyPath, entryPoint.FullName!));
    }

    private static bool IsOffered(ParameterInfo parameter, IServiceProviderIsService offered) =>
        parameter.HasDefaultValue || offered.IsService(parameter.ParameterType);

    private ServiceProvider CreateServices(Type entryPoint, string pluginName)
    {
        ServiceCollection services = new();
        services.AddSingleton(loggers);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddSingleton(provider => provider.GetRequiredService<ILoggerFactory>().CreateLogger(pluginName));
        entryPoint.GetMethod(Registration, BindingFlags.Public | BindingFlags.Static, [typeof(IServiceCollection)])?.Invoke(null, [services]);
        return services.BuildServiceProvider();
    }
}
