using System.Globalization;
using CsCheck;
using CsvHelper;
using CsvHelper.Configuration;
using RegCls.Data.Sets;

namespace RegCls.Tests.Data.Sets;

public class TableLineTests
{
    [Fact]
    public void A_line_that_is_written_well_is_read_as_CsvHelper_reads_it()
        => Gen.String["ab ,\"é-./"].Array[1, 5].Sample(fields =>
        {
            using StringWriter text = new();
            using (CsvWriter writer = new(text, CultureInfo.InvariantCulture, leaveOpen: true))
            {
                foreach (string field in fields)
                {
                    writer.WriteField(field);
                }
            }

            string line = text.ToString();
            using CsvParser parser = new(new StringReader(line), new CsvConfiguration(CultureInfo.InvariantCulture) { IgnoreBlankLines = false });
            Assert.Equal(parser.Read() ? parser.Record! : [""], TableLine.Fields(line)!);
            Assert.Equal(fields, TableLine.Fields(line)!);
        });

    [Theory]
    [InlineData("30,\"a.jpg,val")]
    [InlineData("\"")]
    [InlineData("1,\"a\"\"")]
    public void A_quote_that_is_opened_and_not_closed_spoils_its_line(string line) => Assert.Null(TableLine.Fields(line));

    [Fact]
    public void A_quote_inside_a_field_is_a_letter() => Assert.Equal(["30", "a\"b.jpg", "val"], TableLine.Fields("30,a\"b.jpg,val")!);
}
