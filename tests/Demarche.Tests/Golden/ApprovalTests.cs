namespace Demarche.Tests.Golden;

public class ApprovalTests
{
    [Fact]
    public void The_same_text_has_no_difference() => Assert.Null(Approval.Difference("a\nb\n", "a\nb\n"));

    [Fact]
    public void The_first_line_that_differs_is_named()
    {
        Assert.Equal(":2\n  approved: b\n  now:      c", Approval.Difference("a\nb\nd", "a\nc\nd"));
        Assert.Equal(":2\n  approved: (the end)\n  now:      b", Approval.Difference("a", "a\nb"));
    }

    [Fact]
    public void A_file_that_was_never_approved_fails()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable(Approval.AcceptVariable) == "1", "files are being written");
        var failure = Assert.ThrowsAny<Exception>(() => Approval.Check("Golden/none.verified.txt", "text"));
        Assert.Contains("DEMARCHE_ACCEPT=1", failure.Message, StringComparison.Ordinal);
    }
}
