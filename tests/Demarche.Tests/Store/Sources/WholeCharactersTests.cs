using System.Text.Json;
using Demarche.Store.Sources.Lines;

namespace Demarche.Tests.Store.Sources;

public class WholeCharactersTests
{
    [Theory]
    [InlineData("""{"text":"Talks."}""", "Talks.")]
    [InlineData("""{"text":"\ud83d\ude00"}""", "\U0001F600")]
    [InlineData("""{"text":"\ud83d"}""", "\uFFFD")]
    [InlineData("""{"text":"\ude00 \uD83D\uD83D\uDE00"}""", "\uFFFD \uFFFD\U0001F600")]
    [InlineData("""{"text":"\\ud83d"}""", "\\ud83d")]
    [InlineData("""{"text":"\\\ud83d\n"}""", "\\\uFFFD\n")]
    public void Halves_become_the_sign_for_what_is_no_character(string json, string text)
    {
        using var read = JsonDocument.Parse(WholeCharacters.Of(json));
        Assert.Equal(text, read.RootElement.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\\")]
    [InlineData("\\u")]
    [InlineData("\\ud83d\\")]
    [InlineData("\\ud83")]
    public void What_ends_early_stays(string json) => Assert.Equal(json.Contains("d83d", StringComparison.Ordinal) ? "\\ufffd\\" : json, WholeCharacters.Of(json));
}
