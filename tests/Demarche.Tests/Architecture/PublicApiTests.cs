using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Demarche.Tests.Golden;

namespace Demarche.Tests.Architecture;

/// <summary>The engine's public surface is one approved text, so that no change to it goes unseen.</summary>
public class PublicApiTests
{
    [Fact]
    public void The_public_surface_is_the_approved_one() => Approval.Check("Architecture/PublicApi.verified.txt", Surface(typeof(Span).Assembly));

    private static string Surface(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(KindOf(type)).Append(' ').Append(NameOf(type, whole: true)).Append('\n');
            var members = type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(m => !IsGenerated(m)).Select(Describe).OfType<string>().Order(StringComparer.Ordinal);
            foreach (var member in members)
            {
                text.Append("  ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string KindOf(Type type) =>
        type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct"
        : type is { IsAbstract: true, IsSealed: true } ? "static class" : type.IsSealed ? "sealed class" : "class";

    // A record's own members follow from its parameters, and an accessor from its property.
    private static bool IsGenerated(MemberInfo member) =>
        member.GetCustomAttribute<CompilerGeneratedAttribute>() is not null && member is MethodInfo
        || member is MethodInfo { IsSpecialName: true } method && !method.Name.StartsWith("op_", StringComparison.Ordinal)
        || member.Name is "value__" or "Deconstruct" or "<Clone>$";

    private static string? Describe(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        MethodInfo method => $"{Static(method.IsStatic)}{NameOf(method.ReturnType)} {method.Name}({Parameters(method)})",
        PropertyInfo property => $"{Static(property.GetMethod!.IsStatic)}{NameOf(property.PropertyType)} {property.Name}",
        FieldInfo { IsLiteral: true } constant => $"const {constant.Name} = {constant.GetRawConstantValue()}",
        FieldInfo field => $"{Static(field.IsStatic)}{NameOf(field.FieldType)} {field.Name}",
        _ => null,
    };

    private static string Static(bool isStatic) => isStatic ? "static " : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p => $"{NameOf(p.ParameterType)} {p.Name}"));

    private static string NameOf(Type type, bool whole = false)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return NameOf(underlying) + "?";
        }

        if (type.IsArray)
        {
            return NameOf(type.GetElementType()!) + "[]";
        }

        var name = type.IsNested && !type.IsGenericParameter ? NameOf(type.DeclaringType!) + "." + type.Name : type.Name;
        name = name.TrimEnd('&');
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        name = tick < 0 ? name : $"{name[..tick]}<{string.Join(", ", type.GetGenericArguments().Select(a => NameOf(a)))}>";
        return whole ? $"{type.Namespace}.{name}" : name;
    }
}
