namespace Demarche.Language.Trained;

/// <summary>The trained models that ship inside the engine.</summary>
internal static class ShippedModel
{
    private const string English = "trained/english.model";

    /// <summary>Reads the English model; a copy that was built without it is a failure.</summary>
    public static Outcome<ModelFile> Read() => Read(English);

    /// <summary>Reads a model by the name of its resource.</summary>
    public static Outcome<ModelFile> Read(string resource)
    {
        return MappedResource.Of(typeof(ShippedModel).Assembly, resource) is { } bytes
            ? ModelFile.ReadShipped(resource, bytes.Memory)
            : Diagnostics.BadModel(resource, "is not in this copy of the engine");
    }
}
