using Demarche.Cli;

namespace Demarche.Tests.Cli;

public class LargePagesTests
{
    [Fact]
    public void Linux_takes_the_advice_where_it_has_large_pages()
    {
        Assert.SkipUnless(Directory.Exists("/sys/kernel/mm/transparent_hugepage"), "no large pages here");
        Assert.True(LargePages.Ask());
    }
}
