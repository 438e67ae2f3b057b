using Mono.Cecil;

namespace Demarche.Tests.Architecture;

/// <summary>Habits of the engine's types, read off the compiled code.</summary>
public class StateTests
{
    [Fact]
    public void No_type_has_static_state_that_changes() =>
        Offenders.None(Engine.Types.Where(t => !IsGenerated(t)).SelectMany(t => t.Fields)
            .Where(f => f.IsStatic && !f.IsInitOnly && !f.IsLiteral && !f.Name.StartsWith('<') && !IsThreadLocal(f)).Select(f => f.FullName));

    [Fact]
    public void A_public_class_cannot_be_derived_from_unless_it_is_made_for_that() =>
        Offenders.None(Engine.Types.Where(t => t.IsPublic && t.IsClass && !t.IsValueType && !t.IsSealed && !t.IsAbstract && !IsBase(t)).Select(t => t.FullName));

    [Fact]
    public void No_public_member_can_be_set_after_construction() =>
        Offenders.None(Engine.Types.Where(t => t.IsPublic || t.IsNestedPublic).SelectMany(t => t.Properties)
            .Where(p => p.SetMethod is { IsPublic: true } set && !IsInitOnly(set)).Select(p => p.FullName));

    private static bool IsGenerated(TypeDefinition type) => type.Name.StartsWith('<') || (type.DeclaringType is not null && IsGenerated(type.DeclaringType));

    // A buffer that each thread keeps for itself is no shared state.
    private static bool IsThreadLocal(FieldDefinition field) => field.CustomAttributes.Any(a => a.AttributeType.Name == nameof(ThreadStaticAttribute));

    private static bool IsBase(TypeDefinition type) => Engine.Types.Any(t => t.BaseType?.Resolve() == type);

    private static bool IsInitOnly(MethodDefinition setter) =>
        setter.ReturnType is RequiredModifierType { ModifierType.Name: "IsExternalInit" };
}
