using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Demarche.Store.Relational;

/// <summary>SQL whose holes are always parameters, so that no value is ever read as SQL: <c>SqlText.Of($"… WHERE hash = {hash}")</c>.</summary>
/// <remarks>A hole that holds another <see cref="SqlText"/> takes it in. Parameters are numbered <c>$1</c>, <c>$2</c>, as both databases have them.</remarks>
internal sealed class SqlText
{
    private readonly List<(string? Literal, object? Value)> _parts = [];

    /// <summary>Nothing.</summary>
    public static SqlText Empty { get; } = new();

    /// <summary>SQL of an interpolated string.</summary>
    public static SqlText Of(Handler handler) => handler.Text;

    /// <summary>SQL of our own, without values.</summary>
    public static SqlText Literal(string sql)
    {
        var text = new SqlText();
        text._parts.Add((sql, null));
        return text;
    }

    /// <summary>Values between commas, for IN (…).</summary>
    public static SqlText List<T>(IEnumerable<T> values) => Join(", ", values.Select(v => Of($"{v}")));

    /// <summary>Pieces with SQL of ours between them.</summary>
    public static SqlText Join(string between, IEnumerable<SqlText> pieces)
    {
        var joined = new SqlText();
        foreach (var piece in pieces)
        {
            if (joined._parts.Count > 0)
            {
                joined._parts.Add((between, null));
            }

            joined._parts.AddRange(piece._parts);
        }

        return joined;
    }

    /// <summary>Sets text and parameters of a command.</summary>
    public void FillIn(DbCommand command)
    {
        var sql = new StringBuilder();
        foreach (var (literal, value) in _parts)
        {
            if (literal is not null)
            {
                sql.Append(literal);
                continue;
            }

            var parameter = command.CreateParameter();
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
            sql.Append('$').Append(command.Parameters.Count.ToString(CultureInfo.InvariantCulture));
        }

        command.CommandText = sql.ToString();
    }

    /// <summary>Collects an interpolated string.</summary>
    [InterpolatedStringHandler]
    internal readonly struct Handler(int literals, int holes)
    {
        public SqlText Text { get; } = literals + holes == 0 ? Empty : new SqlText();

        public void AppendLiteral(string literal) => Text._parts.Add((literal, null));

        public void AppendFormatted(SqlText inner) => Text._parts.AddRange(inner._parts);

        public void AppendFormatted<T>(T value) => Text._parts.Add((null, SqlValues.Of(value)));
    }
}
