using System.Diagnostics;
using Demarche.Cli;

namespace Demarche.Tests.Cli;

/// <summary>The shell completes commands, options and values as the command line has them.</summary>
public class CompletionTests
{
    [Theory]
    [InlineData("demarche co", "code codebook compare completion")]
    [InlineData("demarche code --form", "--format")]
    [InlineData("demarche code --format ", "csv jsonl table tsv")]
    [InlineData("demarche codebook ch", "check")]
    [InlineData("demarche code ", "")]   // left to bash, which offers files
    public void Bash_completes(string line, string expected)
    {
        using var folder = new TestFolder();
        var script = folder.Write("complete.bash", $$"""
            demarche() { dotnet "{{typeof(CommandLine).Assembly.Location}}" "$@"; }
            {{Called.With("completion", "bash").Output}}
            COMP_LINE="{{line}}"; COMP_POINT=${#COMP_LINE}; read -ra COMP_WORDS <<<"$COMP_LINE"
            if [[ $COMP_LINE == *' ' ]]; then COMP_WORDS+=(""); fi
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _demarche
            echo "${COMPREPLY[*]}"
            """.ReplaceLineEndings("\n"));
        using var bash = Process.Start(new ProcessStartInfo("bash", script) { UseShellExecute = false, RedirectStandardOutput = true })!;
        Assert.Equal(expected, bash.StandardOutput.ReadToEnd().Trim());
    }

    [Theory]
    [InlineData("zsh", "_demarche")]
    [InlineData("fish", "__demarche_found")]
    public void Other_shells_ask_the_command_too(string shell, string function)
    {
        var script = Called.With("completion", shell).Output;
        Assert.Contains(function, script, StringComparison.Ordinal);
        Assert.Contains("[suggest:", script, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shell_that_is_not_known_is_refused()
    {
        var called = Called.With("completion", "tcsh");
        Assert.Equal(CommandLine.WrongUse, called.Code);
        Assert.Contains("tcsh", called.Errors, StringComparison.Ordinal);
    }
}
