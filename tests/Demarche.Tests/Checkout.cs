namespace Demarche.Tests;

/// <summary>Where the repository lies on this machine.</summary>
internal static class Checkout
{
    /// <summary>The folder that holds <c>Demarche.slnx</c>.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Demarche.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside a checkout: no Demarche.slnx above " + AppContext.BaseDirectory);
    }
}
