using Microsoft.AspNetCore.Builder;
using Microsoft.OpenApi;

namespace Demarche.Web.Api;

/// <summary>The fields of a question about events, for the description: they are read as those of a page's address are.</summary>
internal static class AskedFields
{
    private static readonly (string Name, string What)[] All =
    [
        ("actor", "Who acts, by code or name."),
        ("with", "With actor: whom it deals with, either way."),
        ("recipient", "To whom it is done."),
        ("from", "First day, as 2018-06-12, 2018-06 or 2018."),
        ("to", "Last day, included."),
        ("type", "PLOVER type; may come several times."),
        ("status", $"Status; may come several times: {Statements.StatusNames.All}."),
        ("said-by", "One who says so: a speaker or an outlet."),
        ("text", "Words of the sentence."),
        ("place", "A place's name or a state's code."),
        ("least", "Least confidence, 0 to 1."),
        ("review", "open, done or with-rejected; all but the rejected otherwise."),
    ];

    private static readonly (string Name, string What)[] OfPages = [("order", "date, newest or confidence."), ("after", "'next' of the page before.")];

    /// <summary>Names them in the description of a route.</summary>
    public static RouteHandlerBuilder WithAskedFields(this RouteHandlerBuilder route, bool isPaged = false) => route.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        operation.Parameters ??= [];
        foreach (var (name, what) in isPaged ? [.. All, .. OfPages] : All)
        {
            operation.Parameters.Add(new OpenApiParameter { Name = name, In = ParameterLocation.Query, Description = what, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
        }

        return Task.CompletedTask;
    });
}
