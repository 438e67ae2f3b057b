using System.Collections.Immutable;
using Demarche.Actors.Coreference;
using Demarche.Actors.Tables;
using Demarche.Language;

namespace Demarche.Actors.Finding;

/// <summary>What kind of words a draft is made of.</summary>
internal enum DraftKind
{
    /// <summary>A name of the tables that is no person's.</summary>
    Name,

    /// <summary>A person's name.</summary>
    Person,

    /// <summary>A name that the trained model found and no table knows.</summary>
    Body,

    /// <summary>A common noun or title.</summary>
    Common,

    /// <summary>A pronoun.</summary>
    Pronoun,
}

/// <summary>How a draft hangs on the one that it belongs to, the closest first.</summary>
internal enum HostLink
{
    /// <summary>"Iranian officials", "US officials".</summary>
    Modifier,

    /// <summary>"Iran's officials".</summary>
    Possessive,

    /// <summary>"officials of Iran".</summary>
    Of,

    /// <summary>"officials from Iran".</summary>
    From,

    /// <summary>"officials in Iran".</summary>
    In,

    /// <summary>"a strike by Iran".</summary>
    By,

    /// <summary>"an envoy for Iran", "officials at the ministry".</summary>
    Other,
}

/// <summary>A mention in the making: words of one sentence, what they hang on, and, later, whom they name. Lives for one call of the finder.</summary>
internal sealed class Draft
{
    public Draft(Sentence sentence, int first, int last, DraftKind kind)
    {
        Sentence = sentence;
        CoreFirst = first;
        CoreLast = last;
        Lead = first;
        Kind = kind;
        Head = TokenRange.Head(sentence, first, last);
    }

    public Sentence Sentence { get; }

    /// <summary>First token of the name or noun itself.</summary>
    public int CoreFirst { get; }

    /// <summary>Last token of the name or noun itself.</summary>
    public int CoreLast { get; }

    public DraftKind Kind { get; }

    /// <summary>The token by which the clause reaches the words; a title in front may be it.</summary>
    public int Head { get; set; }

    public Token HeadToken => Sentence[Head];

    /// <summary>What the tables say of the name.</summary>
    public NameReading? Reading { get; init; }

    /// <summary>The common noun, or the one inside an unknown name.</summary>
    public Role? Role { get; set; }

    /// <summary>What the trained model takes the words for.</summary>
    public EntityKind? Entity { get; init; }

    /// <summary>Known names inside an unknown one.</summary>
    public List<NameReading> Inner { get; } = [];

    /// <summary>Titles in front of a person's name, the nearest first.</summary>
    public List<Draft> Titles { get; } = [];

    /// <summary>First token of the titles and honorifics in front of the name.</summary>
    public int Lead { get; set; }

    /// <summary>What the words hang on.</summary>
    public Draft? Host { get; set; }

    public HostLink Link { get; set; }

    /// <summary>What hangs on the words.</summary>
    public List<Draft> Attached { get; } = [];

    /// <summary>Names that "and" joins to this one though the parse hangs them on it: "the UN" of "the UN and African Union".</summary>
    public List<Draft> Joined { get; } = [];

    /// <summary>State that a party and constituency behind a person's name tell: "Adam Schiff, D-Calif."; or null.</summary>
    public string? TaggedState { get; set; }

    /// <summary>The draft that means the same: an apposition.</summary>
    public Draft? Equal { get; set; }

    /// <summary>Whether a word before it says that the office is held no more.</summary>
    public bool IsFormer { get; set; }

    /// <summary>Whether it became the title of a person and is no mention of its own.</summary>
    public bool IsFolded { get; set; }

    /// <summary>Whether it is a deed or thing of which the report does not tell whose it is.</summary>
    public bool IsThing { get; set; }

    /// <summary>Whether the resolver came by.</summary>
    public bool IsVisited { get; set; }

    /// <summary>m or f, where a title tells.</summary>
    public char? Gender { get; set; }

    /// <summary>m, f, it, they, we or i.</summary>
    public string? Pronoun { get; init; }

    public MentionUse Use { get; set; }

    /// <summary>Whom the words name, once that is known.</summary>
    public Identity? Identity { get; set; }

    /// <summary>Whom else the words name.</summary>
    public ImmutableArray<Identity> Others { get; set; } = [];

    public string Reason { get; set; } = "";

    /// <summary>Whether the state of these words was guessed from the setting, though other words may tell it.</summary>
    public bool IsGuessed { get; set; }

    /// <summary>Whether the words name a state, be it by its adjective or capital.</summary>
    public bool IsState => Reading is { Entry.IsState: true };

    /// <summary>Letters of the core's words, one entry a word.</summary>
    public ImmutableArray<string> Words => TokenRange.Words(Sentence, CoreFirst, CoreLast);

    /// <summary>Whether the noun stands for several.</summary>
    public bool IsPlural => HeadToken.PennTag is "NNS" or "NNPS";

    public override string ToString() => $"{Kind} {string.Join(' ', Words)}";
}
