namespace Demarche.Language.Trained;

/// <summary>The English model that ships inside the engine.</summary>
internal static class ShippedModel
{
    private const string Resource = "trained/english.model";

    /// <summary>Reads it; a copy that was built without it is a failure.</summary>
    public static Outcome<ModelFile> Read()
    {
        using var stream = typeof(ShippedModel).Assembly.GetManifestResourceStream(Resource);
        if (stream is null)
        {
            return Diagnostics.BadModel(Resource, "is not in this copy of the engine");
        }

        var bytes = GC.AllocateUninitializedArray<byte>((int)stream.Length);
        stream.ReadExactly(bytes);
        return ModelFile.Read(Resource, bytes);
    }
}
