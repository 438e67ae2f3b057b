using Demarche.Store;
using Demarche.Web.Views;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Http;

namespace Demarche.Web.Parts;

/// <summary>A page that shows what its address says, and follows the address while it is open.</summary>
public abstract class ViewPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private string _path = "";

    /// <summary>What the address says.</summary>
    protected EventView View { get; private set; } = new();

    /// <summary>Why the store could not answer, or null.</summary>
    protected Diagnostic? Failure { get; set; }

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    [Inject]
    protected IEventStore Store { get; set; } = null!;

    [Inject]
    protected Answers Answers { get; set; } = null!;

    [CascadingParameter]
    protected Reader Reader { get; set; } = Reader.Nobody;

    /// <summary>Ends with the page.</summary>
    protected CancellationToken Gone => _gone.Token;

    /// <summary>The part of the address from "?" on.</summary>
    protected string Query => new Uri(Navigation.Uri).Query;

    [Inject]
    private IHttpContextAccessor Http { get; set; } = null!;

    public void Dispose()
    {
        Navigation.LocationChanged -= Moved;
        _gone.Cancel();
        _gone.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override async Task OnInitializedAsync()
    {
        _path = new Uri(Navigation.Uri).AbsolutePath;
        Navigation.LocationChanged += Moved;
        await ReloadAsync();
    }

    /// <summary>Asks for what is shown.</summary>
    protected abstract Task LoadAsync();

    /// <summary>Asks again.</summary>
    protected async Task ReloadAsync()
    {
        View = EventView.Read(Query);
        Failure = null;
        try
        {
            await LoadAsync();
        }
        catch (StoreException fault)
        {
            Failure = fault.Diagnostic;
        }
    }

    /// <summary>Says that there is nothing at this address, also to programs.</summary>
    protected void TellMissing()
    {
        if (Http.HttpContext is { Response.HasStarted: false } context)
        {
            // Only as the answer goes out: a page that has this status before it is written is not written at all.
            context.Response.OnStarting(() =>
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            });
        }
    }

    private void Moved(object? sender, LocationChangedEventArgs moved)
    {
        if (new Uri(moved.Location).AbsolutePath == _path)
        {
            _ = InvokeAsync(async () =>
            {
                await ReloadAsync();
                StateHasChanged();
            });
        }
    }
}
