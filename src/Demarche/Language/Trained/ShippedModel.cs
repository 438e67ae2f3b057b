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
        using var stream = typeof(ShippedModel).Assembly.GetManifestResourceStream(resource);
        if (stream is null)
        {
            return Diagnostics.BadModel(resource, "is not in this copy of the engine");
        }

        var bytes = GC.AllocateUninitializedArray<byte>((int)stream.Length);
        stream.ReadExactly(bytes);
        return ModelFile.Read(resource, bytes);
    }
}
