namespace Demarche.Store;

/// <summary>A store that failed outside of the caller's hands: a full disk, a lost connection, a file that another process holds.</summary>
/// <param name="diagnostic">The message for the user.</param>
/// <param name="cause">What the database said.</param>
public sealed class StoreException(Diagnostic diagnostic, Exception? cause) : Exception(diagnostic.ToString(), cause)
{
    /// <summary>The message for the user.</summary>
    public Diagnostic Diagnostic { get; } = diagnostic;

    /// <summary>Whether the database refused what it was given (a value, a constraint): trying the same again ends the same. Anything else may pass.</summary>
    public bool BlamesData => InnerException is System.Data.Common.DbException { SqlState: ['2', '2' or '3', ..] };
}
