namespace RegCls.Data.Images;

/// <summary>The age data sets, as people have them on disk.</summary>
public static class AgeDataSets
{
    /// <summary>IMDB-WIKI-DIR: the data of Tab. 3 and 4. Ages up to 186 are in the published table and are kept, as there.</summary>
    public static ImageDataSet ImdbWiki { get; } = new(
        "imdb-wiki-dir",
        "IMDB-WIKI-DIR (Yang et al. 2021): 213,553 faces with ages, imbalanced training set",
        "imdb_wiki.csv with the columns age,path,split, and the image folders beside it",
        path => new LabelledCsvSource(Table(path, "imdb_wiki.csv"), new LabelledCsvOptions { Title = "IMDB-WIKI-DIR", Maximum = 186 }),
        size: 224);

    /// <summary>AgeDB-DIR.</summary>
    public static ImageDataSet AgeDb { get; } = new(
        "agedb-dir",
        "AgeDB-DIR (Yang et al. 2021): 16,488 faces with ages, imbalanced training set",
        "agedb.csv with the columns age,path,split, and the image folder beside it",
        path => new LabelledCsvSource(Table(path, "agedb.csv"), new LabelledCsvOptions { Title = "AgeDB-DIR" }),
        size: 224);

    /// <summary>UTKFace.</summary>
    public static ImageDataSet UtkFace { get; } = new(
        "utkface",
        "UTKFace: 23,707 aligned and cropped faces with ages, for research only",
        "a folder of AGE_GENDER_RACE_DATE.jpg.chip.jpg, or its .tar, .tar.gz or .tgz",
        path => new UtkFaceSource(path),
        size: 64);

    // The table itself, or the folder it is in under its published name or as the only table.
    private static string Table(string path, string name)
    {
        if (!Directory.Exists(path))
        {
            return path;
        }

        string expected = Path.Combine(path, name);
        if (File.Exists(expected))
        {
            return expected;
        }

        string[] tables = Directory.GetFiles(path, "*.csv");
        return tables.Length == 1
            ? tables[0]
            : throw new InvalidDataException($"The folder {path} holds {(tables.Length == 0 ? "no CSV file" : $"{tables.Length} CSV files, none of them {name}")}; expected {name} with the columns age,path,split, and the image folders beside it.");
    }
}
