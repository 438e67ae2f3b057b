using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using NodaTime;
using NodaTime.Text;

namespace Demarche.Web.Views;

/// <summary>Reads a view from the query of an address; what cannot be read is complained of and left out.</summary>
internal sealed class AddressReader(string query)
{
    private readonly Dictionary<string, StringValues> _values = QueryHelpers.ParseQuery(query);

    /// <summary>What could not be read, in words.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>The words of a field, or null.</summary>
    public string? Text(string name) => _values.TryGetValue(name, out var all) && all.ToString().Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Every value of a field that may come several times.</summary>
    public IEnumerable<string> All(string name) => _values.TryGetValue(name, out var all) ? all.Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => v!.Trim()).Distinct(StringComparer.Ordinal) : [];

    /// <summary>A day, or a month or year that stands for its first or last.</summary>
    public LocalDate? Day(string name, bool isLast = false)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (IsoDay.Read(text) is { } day)
        {
            return day;
        }

        if (YearMonthPattern.Iso.Parse(text) is { Success: true, Value: var month })
        {
            return isLast ? month.OnDayOfMonth(1).PlusMonths(1).PlusDays(-1) : month.OnDayOfMonth(1);
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 0 and < 9999)
        {
            return isLast ? new LocalDate(year, 12, 31) : new LocalDate(year, 1, 1);
        }

        Complaints.Add($"{name}={text} is no day (write 2018-06-12) and was left out.");
        return null;
    }

    /// <summary>A number within bounds.</summary>
    public double? Number(string name, double least, double most)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Complaints.Add($"{name}={text} is no number from {least} to {most} and was left out.");
        return null;
    }

    /// <summary>One word of a list, or the first of it.</summary>
    public string Choice(string name, IReadOnlyList<string> words)
    {
        if (Text(name) is not { } text)
        {
            return words[0];
        }

        if (words.Contains(text))
        {
            return text;
        }

        Complaints.Add($"{name}={text} is none of {string.Join(", ", words.Where(w => w.Length > 0))} and was left out.");
        return words[0];
    }
}

/// <summary>Writes the query of an address; what is empty is left out.</summary>
internal sealed class AddressWriter
{
    private readonly List<KeyValuePair<string, string>> _parts = [];

    public AddressWriter Add(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            _parts.Add(new(name, value));
        }

        return this;
    }

    public AddressWriter Add(string name, LocalDate? day) => Add(name, IsoDay.Text(day));

    public AddressWriter Add(string name, double? number) => Add(name, number?.ToString(CultureInfo.InvariantCulture));

    public AddressWriter Add(string name, IEnumerable<string> values)
    {
        foreach (var value in values)
        {
            Add(name, value);
        }

        return this;
    }

    /// <summary>"?who=PRK&amp;from=2018-01-01", or nothing.</summary>
    public override string ToString() => _parts.Count == 0 ? "" : "?" + string.Join('&', _parts.Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}"));
}
