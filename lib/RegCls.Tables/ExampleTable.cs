using System.Globalization;
using System.Text;
using RegCls.Data;

namespace RegCls.Tables;

/// <summary>The small table that notebook 11 begins with: flats that were never let, with rents as skewed as real ones. Made by code, so that it has no licence but the project's and everybody knows what is in it.</summary>
public static class ExampleTable
{
    /// <summary>File name under <c>data/</c>.</summary>
    public const string FileName = "example-flats.csv";

    /// <summary>Rows.</summary>
    public const int Rows = 600;

    private static readonly string[] Districts = ["harbour", "hill", "old town", "station"];

    /// <summary>The table as text: area in m², age in years, distance to the centre in km, floor, district, rent in euros a month.</summary>
    public static string Text()
    {
        RandomStream stream = RandomStream.Named("example flats");
        StringBuilder text = new("area,age,distance,floor,district,rent\n");
        for (int row = 0; row < Rows; row++)
        {
            double area = 25 + 20 * -Math.Log(1 - stream.NextDouble()) + 15 * stream.NextDouble(), age = 120 * stream.NextDouble(), distance = 12 * stream.NextDouble();
            int floor = stream.NextInt32(7), district = stream.NextInt32(Districts.Length);

            // Large flats near the centre are dear beyond proportion; new and very old ones too; noise grows with the rent.
            double rent = 180 + 9 * area + 0.06 * area * area * Math.Exp(-distance / 3) + 0.05 * (age - 60) * (age - 60) + (district == 2 ? 120 : 40 * district) + 12 * floor;
            rent *= Math.Exp(0.08 * stream.NextGaussian());
            text.Append(string.Create(CultureInfo.InvariantCulture, $"{area:F1},{age:F0},{distance:F1},{floor},{Districts[district]},{rent:F0}\n"));
        }

        return text.ToString();
    }
}
