using System.Collections.Immutable;
using Demarche.Statements;
using Demarche.Store;
using NodaTime;

namespace Demarche.Web.Views;

/// <summary>Which events a page shows, as its address says it: written to the address bar it can be shared, and read from there it is the same. Immutable.</summary>
public sealed record EventView
{
    public const int PageSize = 50;
    private static readonly string[] Orders = ["date", "newest", "confidence"];
    private static readonly string[] Splits = ["quad", "type", "status"];
    private static readonly string[] Reviews = ["", "open", "done", "with-rejected"];

    /// <summary>One who acts, by code or name.</summary>
    public string? Actor { get; init; }

    /// <summary>One to whom it is done.</summary>
    public string? Recipient { get; init; }

    /// <summary>With <see cref="Actor"/>, one with whom it deals, either way.</summary>
    public string? With { get; init; }

    /// <summary>First day.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Last day, included.</summary>
    public LocalDate? To { get; init; }

    /// <summary>Types, any of them.</summary>
    public ImmutableArray<string> Types { get; init; } = [];

    /// <summary>Statuses, any of them.</summary>
    public ImmutableArray<string> Statuses { get; init; } = [];

    /// <summary>One who says so.</summary>
    public string? SaidBy { get; init; }

    /// <summary>Words of the sentence.</summary>
    public string? Text { get; init; }

    /// <summary>Where: a place or a state's code.</summary>
    public string? Place { get; init; }

    /// <summary>Least confidence.</summary>
    public double? Least { get; init; }

    /// <summary>"open", "done", "with-rejected", or empty for all but the rejected.</summary>
    public string Review { get; init; } = Reviews[0];

    /// <summary>Order of the list.</summary>
    public string Order { get; init; } = Orders[0];

    /// <summary>What the columns of the time axis are split by.</summary>
    public string Split { get; init; } = Splits[0];

    /// <summary>Cursor of the page.</summary>
    public string? After { get; init; }

    /// <summary>What of the address could not be read.</summary>
    public ImmutableArray<string> Complaints { get; init; } = [];

    /// <summary>Whether it asks for less than everything.</summary>
    public bool IsNarrowed => this with { Order = Orders[0], Split = Splits[0], After = null, Complaints = [], Types = default, Statuses = default } != new EventView { Types = default, Statuses = default }
        || !Types.IsEmpty || !Statuses.IsEmpty;

    /// <summary>The view of an address.</summary>
    /// <param name="query">The part from "?" on.</param>
    public static EventView Read(string query)
    {
        var read = new AddressReader(query);
        var view = new EventView
        {
            Actor = read.Text("actor"),
            Recipient = read.Text("recipient"),
            With = read.Text("with"),
            From = read.Day("from"),
            To = read.Day("to", isLast: true),
            Types = [.. read.All("type").Select(t => t.ToUpperInvariant())],
            Statuses = [.. read.All("status").Where(s => IsStatus(s, read.Complaints))],
            SaidBy = read.Text("said-by"),
            Text = read.Text("text"),
            Place = read.Text("place"),
            Least = read.Number("least", 0, 1),
            Review = read.Choice("review", Reviews),
            Order = read.Choice("order", Orders),
            Split = read.Choice("split", Splits),
            After = read.Text("after"),
        };
        if (view is { From: { } from, To: { } to } && from > to)
        {
            read.Complaints.Add($"from={from:uuuu-MM-dd} is later than to={to:uuuu-MM-dd}, so nothing lies between.");
        }

        return view with { Complaints = [.. read.Complaints] };
    }

    /// <summary>The address of this view on a page.</summary>
    public string On(string page) => page + new AddressWriter()
        .Add("actor", Actor).Add("recipient", Recipient).Add("with", With).Add("from", From).Add("to", To).Add("type", Types).Add("status", Statuses)
        .Add("said-by", SaidBy).Add("text", Text).Add("place", Place).Add("least", Least).Add("review", Review)
        .Add("order", Order == Orders[0] ? null : Order).Add("split", Split == Splits[0] ? null : Split).Add("after", After);

    /// <summary>What it asks of the store.</summary>
    public EventQuery Query => new()
    {
        Actor = With is null ? Actor : null,
        Between = With is { } other && Actor is { } one ? new Dyad(one, other) : null,
        Recipient = Recipient,
        From = From,
        To = To,
        Types = Types,
        Statuses = Statuses,
        SaidBy = SaidBy,
        Text = Text,
        Place = Place,
        MinConfidence = Least,
        WithRejected = Review is "with-rejected" or "done",
        OnlyUnreviewed = Review == "open",
        OnlyReviewed = Review == "done",
        Order = Order switch { "newest" => EventOrder.DateDescending, "confidence" => EventOrder.Confidence, _ => EventOrder.Date },
        After = After,
        Limit = PageSize,
    };

    private static bool IsStatus(string status, List<string> complaints)
    {
        if (StatusNames.TryParse(status, out _))
        {
            return true;
        }

        complaints.Add($"status={status} is none of {StatusNames.All} and was left out.");
        return false;
    }
}
