using System.ComponentModel;
using Demarche.Store;
using Demarche.Web.Views;
using ModelContextProtocol.Server;

namespace Demarche.Web.Api;

/// <summary>The record for agents, by the Model Context Protocol; it reads only.</summary>
[McpServerToolType]
internal sealed class RecordTools(IEventStore store)
{
    private const int Most = 200;
    private const int MostValues = 1000;

    [McpServerTool(Name = "search", ReadOnly = true), Description("Finds reports that hold the words, in any form, the best first, each with its best sentence.")]
    public async Task<IReadOnlyList<HitAnswer>> SearchAsync([Description("Words, all of them wanted.")] string words, [Description("The most reports, 1 to 200.")] int limit = 20, CancellationToken cancellation = default) =>
        await store.SearchAsync(words, Math.Clamp(limit, 1, Most), cancellation).Select(HitAnswer.Of).ToListAsync(cancellation);

    [McpServerTool(Name = "timeline", ReadOnly = true), Description("Events in order of their days, with who, what, to whom, status, speaker and evidence. Actors are codes (PRK) or names; days are ISO 8601.")]
    public async Task<EventPageAnswer> TimelineAsync(
        [Description("Who acts.")] string? actor = null,
        [Description("With actor: whom it deals with, either way.")] string? with = null,
        [Description("First day.")] string? from = null,
        [Description("Last day.")] string? to = null,
        [Description("PLOVER type, such as SANCTION.")] string? type = null,
        [Description("happened, ongoing, planned, proposed, possible or did-not-happen.")] string? status = null,
        [Description("One who says so.")] string? saidBy = null,
        [Description("'next' of an earlier page.")] string? after = null,
        [Description("The most events, 1 to 200.")] int limit = 50,
        CancellationToken cancellation = default)
    {
        var address = new AddressWriter().Add("actor", actor).Add("with", with).Add("from", from).Add("to", to).Add("type", type).Add("status", status).Add("said-by", saidBy).Add("after", after).ToString();
        var view = EventView.Read(address);
        if (!view.Complaints.IsEmpty)
        {
            throw new ModelContextProtocol.McpException(string.Join(' ', view.Complaints));
        }

        var page = await store.PageAsync(view.Query with { Limit = Math.Clamp(limit, 1, Most) }, cancellation);
        return EventPageAnswer.Of(page);
    }

    [McpServerTool(Name = "event", ReadOnly = true), Description("One event by its key, with the history of its corrections.")]
    public async Task<HistoryAnswer> EventAsync([Description("The key.")] string key, CancellationToken cancellation = default) =>
        await store.HistoryAsync(key, cancellation) is { } history
            ? HistoryAnswer.Of(history)
            : throw new ModelContextProtocol.McpException($"{key}: there is no such event, or several begin so.");

    [McpServerTool(Name = "count", ReadOnly = true), Description("Counts events by a field: day, week, month, year, type, status, actor, recipient, speaker, country.")]
    public async Task<IReadOnlyList<EventTally>> CountAsync(
        [Description("The field.")] string by, [Description("Who acts.")] string? actor = null, [Description("With actor: whom it deals with.")] string? with = null, CancellationToken cancellation = default) =>
        ApiAnswers.FieldOf(by) is { } field
            ? await store.TallyAsync(EventView.Read(new AddressWriter().Add("actor", actor).Add("with", with).ToString()).Query with { Limit = MostValues }, field, cancellation).ToListAsync(cancellation)
            : throw new ModelContextProtocol.McpException($"{by} is no field to count by.");
}
