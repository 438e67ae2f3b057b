namespace Demarche.Store.Sources.Archives;

/// <summary>Carries a message out of a stream, which cannot return one; <see cref="Guarded"/> turns it back.</summary>
internal sealed class RefusedInputException(Diagnostic diagnostic) : IOException(diagnostic.ToString())
{
    public Diagnostic Diagnostic => diagnostic;
}
