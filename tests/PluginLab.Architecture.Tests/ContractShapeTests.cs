using System.Reflection;
using System.Runtime.CompilerServices;
using PluginLab.Dynamics;
using PluginLab.Experiments;
using PluginLab.Figures;
using PluginLab.Numerics.Integration;

namespace PluginLab.Architecture.Tests;

/// <summary>What keeps contracts easy to implement, in C# and in F#.</summary>
public sealed class ContractShapeTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly Abstractions = typeof(IDynamicsSystem).Assembly;
    private static readonly Assembly Numerics = typeof(StepIntegrators).Assembly;

    private static readonly Type[] ClosedHierarchies = [typeof(Parameter), typeof(Mark), typeof(RichNode)];

    /// <summary>What authors implement; the arithmetic of scalars they only use.</summary>
    private static IEnumerable<Type> Interfaces => Abstractions.GetExportedTypes().Where(type => type.IsInterface && type != typeof(IScalar<>));

    private static IEnumerable<MethodInfo> Methods(Assembly assembly) => assembly.GetExportedTypes()
        .SelectMany(type => type.GetMethods(Declared))
        .Where(method => method.Name != "Deconstruct" && method.GetCustomAttribute<CompilerGeneratedAttribute>() is null);

    [Test]
    public void No_parameter_is_passed_by_reference()
    {
        IEnumerable<MethodInfo> offenders = Methods(Abstractions).Concat(Methods(Numerics))
            .Where(method => method.ReturnType.IsByRef || method.GetParameters().Any(parameter => parameter.ParameterType.IsByRef));

        Assert.That(offenders, Is.Empty);
    }

    [Test]
    public void Every_class_is_sealed_or_static_but_the_closed_hierarchies()
    {
        IEnumerable<Type> open = new[] { Abstractions, Numerics }.SelectMany(assembly => assembly.GetExportedTypes()).Where(type => type.IsClass && !type.IsSealed);

        Assert.That(open, Is.EquivalentTo(ClosedHierarchies));
    }

    [Test]
    public void A_closed_hierarchy_cannot_be_extended_from_outside()
    {
        IEnumerable<ConstructorInfo> open = ClosedHierarchies
            .SelectMany(type => type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
            .Where(constructor => constructor.IsPublic || constructor.IsFamily || constructor.IsFamilyOrAssembly)
            .Where(constructor => !IsCopy(constructor));

        Assert.That(open, Is.Empty);

        static bool IsCopy(ConstructorInfo constructor) => constructor.GetParameters() is [{ } only] && only.ParameterType == constructor.DeclaringType;
    }

    [Test]
    public void Interfaces_have_one_to_three_members_without_bodies_overloads_or_setters()
    {
        IEnumerable<string> offenders = Interfaces.Where(type =>
        {
            MethodInfo[] methods = type.GetMethods(Declared);
            int members = methods.Count(method => !method.IsSpecialName) + type.GetProperties(Declared).Length;
            return members is < 1 or > 3
                || methods.Any(method => !method.IsAbstract)
                || methods.GroupBy(method => method.Name).Any(overloads => overloads.Count() > 1)
                || type.GetProperties(Declared).Any(property => property.CanWrite);
        }).Select(type => type.FullName!);

        Assert.That(offenders, Is.Empty);
    }

    [Test]
    public void Interfaces_ask_for_nothing_that_FSharp_cannot_write()
    {
        IEnumerable<MethodInfo> offenders = Interfaces.SelectMany(type => type.GetMethods(Declared)).Where(method =>
            method.GetParameters().Any(parameter => parameter.IsIn || parameter.GetCustomAttribute<ParamCollectionAttribute>() is not null)
            || method.ReturnType.Name.StartsWith(nameof(ValueTask), StringComparison.Ordinal));

        Assert.That(offenders, Is.Empty);
    }

    [Test]
    public void No_generic_parameter_is_constrained_to_numbers()
    {
        IEnumerable<MemberInfo> generics = Abstractions.GetExportedTypes().Cast<MemberInfo>().Concat(Methods(Abstractions));

        IEnumerable<Type> constraints = generics
            .SelectMany(member => member is Type type ? type.GetGenericArguments() : ((MethodInfo)member).GetGenericArguments())
            .Where(argument => argument.IsGenericParameter)
            .SelectMany(argument => argument.GetGenericParameterConstraints())
            .Where(constraint => constraint.Namespace == "System.Numerics");

        Assert.That(constraints, Is.Empty);
    }

    [Test]
    public void No_type_of_MathNet_shows()
    {
        IEnumerable<string> lines = PublicApi.Lines(Numerics);

        Assert.That(lines.Where(line => line.Contains("MathNet", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void No_static_field_can_change()
    {
        IEnumerable<string> changeable = new[] { Abstractions, Numerics }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.GetCustomAttribute<CompilerGeneratedAttribute>() is null)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsInitOnly && !field.IsLiteral)
            .Select(field => $"{field.DeclaringType}.{field.Name}");

        Assert.That(changeable, Is.Empty);
    }
}
