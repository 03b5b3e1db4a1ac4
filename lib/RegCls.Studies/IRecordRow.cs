namespace RegCls.Studies;

/// <summary>One line of a record file: a property a column, named by CsvHelper's <c>Name</c>, in the order of the columns.</summary>
/// <typeparam name="TRecord">The record it stands for.</typeparam>
/// <typeparam name="TSelf">The row itself.</typeparam>
internal interface IRecordRow<TRecord, TSelf>
    where TSelf : IRecordRow<TRecord, TSelf>
{
    /// <summary>The hash that the line gives its configuration.</summary>
    string Hash { get; }

    /// <summary>The line of a record.</summary>
    static abstract TSelf From(TRecord record);

    /// <summary>The record of the line.</summary>
    /// <exception cref="UnknownSettingException">A setting is unknown to this version.</exception>
    /// <exception cref="FormatException">A number is none.</exception>
    /// <exception cref="ArgumentException">A name is none.</exception>
    TRecord ToRecord();
}
