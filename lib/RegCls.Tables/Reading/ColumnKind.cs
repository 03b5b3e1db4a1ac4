namespace RegCls.Tables.Reading;

/// <summary>What the cells of a column are.</summary>
public enum ColumnKind
{
    /// <summary>Numbers.</summary>
    Number,

    /// <summary>Words that name a group of rows; an input becomes one column of 0 and 1 for each word.</summary>
    Category,

    /// <summary>Dates or times: usable to split by time, not as an input.</summary>
    Date,

    /// <summary>Something that nobody should guess the meaning of; <see cref="OwnColumn.Problem"/> says what to do.</summary>
    Unclear,
}
