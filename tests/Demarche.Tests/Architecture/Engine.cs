using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Demarche.Tests.Architecture;

/// <summary>The compiled engine, as the architecture tests read it.</summary>
internal static class Engine
{
    public static ModuleDefinition Module { get; } = ModuleDefinition.ReadModule(typeof(Span).Assembly.Location);

    public static IEnumerable<TypeDefinition> Types => Module.GetTypes().Where(t => t.Name != "<Module>");

    /// <summary>The types that a type names: in its bases, members, bodies and attributes, generic arguments included.</summary>
    public static IEnumerable<TypeReference> Uses(TypeDefinition type)
    {
        IEnumerable<TypeReference?> found =
        [
            type.BaseType,
            .. type.Interfaces.Select(i => i.InterfaceType),
            .. type.CustomAttributes.Select(a => a.AttributeType),
            .. type.Fields.Select(f => f.FieldType),
            .. type.Properties.Select(p => p.PropertyType),
            .. type.Methods.SelectMany(Uses),
        ];
        return found.OfType<TypeReference>().SelectMany(Parts);
    }

    /// <summary>The folder of the engine that a type belongs to: "Reports"; "" for the root namespace.</summary>
    public static string LayerOf(TypeReference type)
    {
        while (type.DeclaringType is not null)
        {
            type = type.DeclaringType;
        }

        var parts = type.Namespace.Split('.');
        return parts.Length < 2 ? "" : parts[1];
    }

    private static IEnumerable<TypeReference?> Uses(MethodDefinition method)
    {
        yield return method.ReturnType;
        foreach (var parameter in method.Parameters)
        {
            yield return parameter.ParameterType;
        }

        if (!method.HasBody)
        {
            yield break;
        }

        foreach (var variable in method.Body.Variables)
        {
            yield return variable.VariableType;
        }

        foreach (var operand in method.Body.Instructions.Select((Instruction i) => i.Operand))
        {
            yield return operand switch
            {
                TypeReference type => type,
                MemberReference member => member.DeclaringType,
                _ => null,
            };
            foreach (var argument in (operand as GenericInstanceMethod)?.GenericArguments ?? [])
            {
                yield return argument;
            }
        }
    }

    private static IEnumerable<TypeReference> Parts(TypeReference type)
    {
        yield return type.GetElementType();
        if (type is GenericInstanceType generic)
        {
            foreach (var part in generic.GenericArguments.SelectMany(Parts))
            {
                yield return part;
            }
        }
        else if (type is TypeSpecification { ElementType: { } element })
        {
            foreach (var part in Parts(element))
            {
                yield return part;
            }
        }
    }
}
