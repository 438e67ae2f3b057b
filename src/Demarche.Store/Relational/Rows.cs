using System.Data.Common;
using NodaTime;

namespace Demarche.Store.Relational;

/// <summary>Reads columns that may be null.</summary>
internal static class Rows
{
    public static string? Text(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static LocalDate? Day(this DbDataReader row, int column) => row.IsDBNull(column) ? null : SqlValues.Day(row.GetValue(column));
}
