using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Deedle;
using Plotly.NET;
using RegCls.Interactive;
using RegCls.Interactive.Html;
using TorchSharp;
using Xunit;
using CSharpChart = Plotly.NET.CSharp.Chart;

namespace RegCls.Tests.Interactive;

public partial class HtmlRendererTests
{
    [Fact]
    public void A_chart_is_one_element_and_a_script_with_its_data_and_no_network_address()
    {
        string html = Html(CSharpChart.Line<double, double, string>([1, 2, 3], [4, 5.5, 7], Name: "model"));

        Match match = ChartParts().Match(html);
        Assert.True(match.Success, html);
        Assert.Equal(match.Groups["div"].Value, match.Groups["id"].Value);
        JsonNode figure = JsonNode.Parse(match.Groups["figure"].Value)!;
        JsonNode trace = Assert.Single(figure["data"]!.AsArray())!;
        Assert.Equal("model", trace["name"]!.GetValue<string>());
        Assert.Equal([4, 5.5, 7], trace["y"]!.AsArray().Select(value => value!.GetValue<double>()));
        Assert.True(JsonNode.Parse(match.Groups["config"].Value)!["responsive"]!.GetValue<bool>());
        Assert.DoesNotContain("http", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("require", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_charts_width_is_a_maximum_so_that_it_fits_a_narrow_page()
    {
        GenericChart chart = Plotly.NET.CSharp.GenericChartExtensions.WithSize(CSharpChart.Point<int, int, string>([1], [2]), 720, 400);
        string html = Html(chart);
        Assert.Contains("style=\"width:100%;max-width:720px\"", html, StringComparison.Ordinal);
        JsonNode layout = JsonNode.Parse(ChartParts().Match(html).Groups["figure"].Value)!["layout"]!;
        Assert.Null(layout["width"]);
        Assert.Equal(400, layout["height"]!.GetValue<int>());
    }

    [Fact]
    public void A_title_is_text_above_the_chart_where_it_wraps_and_runs_nothing()
    {
        const string Title = "<b>Errors & <img src=x onerror=a()></b><br><span style='font-size:12px'>p<sub>bal</sub> of 10<br>runs</span>";
        Layout layout = new();
        layout.SetProperty("title", new Dictionary<string, object> { ["text"] = Title });
        string html = Html(GenericChart.setLayout(layout, CSharpChart.Point<int, int, string>([1], [2])));
        string title = html[..html.IndexOf("<div id=", StringComparison.Ordinal)];
        Assert.Equal("Errors &amp; &lt;img src=x onerror=a()&gt;p<sub>bal</sub> of 10<br>runs", Regex.Replace(title, "</?div[^>]*>", ""));
        Match match = ChartParts().Match(html[title.Length..]);
        Assert.True(match.Success, html);
        Assert.Null(JsonNode.Parse(match.Groups["figure"].Value)!["layout"]!["title"]);
    }

    [Fact]
    public void No_text_of_a_chart_can_end_its_script()
    {
        const string Name = "</script><b>$CONFIG $ID";
        string html = Html(CSharpChart.Line<double, double, string>([1], [2], Name: Name));
        Assert.Single(Regex.Matches(html, "</script>"));
        Assert.Equal(Name, JsonNode.Parse(ChartParts().Match(html).Groups["figure"].Value)!["data"]![0]!["name"]!.GetValue<string>());
    }

    [Fact]
    public void The_same_chart_twice_on_a_page_has_two_places()
    {
        GenericChart chart = CSharpChart.Point<int, int, string>([1], [2]);
        Assert.NotEqual(ChartParts().Match(Html(chart)).Groups["id"].Value, ChartParts().Match(Html(chart)).Groups["id"].Value);
    }

    [Fact]
    public void A_frame_is_a_table_with_escaped_names_and_invariant_numbers()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            Frame<int, string> frame = Deedle.Frame.FromRowKeys([1, 2]);
            frame.AddColumn("a<b", new Series<int, double>([1, 2], [1.0 / 3, double.NaN]));
            frame.AddColumn("name", new Series<int, string>([1, 2], ["x & y", "z"]));
            Assert.Equal(
                "<table class=\"regcls-frame\"><thead><tr><th></th><th>a&lt;b</th><th>name</th></tr></thead><tbody>"
                + "<tr><th>1</th><td style=\"text-align:right\">0.333333</td><td>x &amp; y</td></tr>"
                + "<tr><th>2</th><td></td><td>z</td></tr></tbody></table>",
                Html(frame));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_long_frame_is_cut_with_a_note()
    {
        int[] keys = [.. Enumerable.Range(0, 51)];
        Frame<int, string> frame = Deedle.Frame.FromRowKeys(keys);
        frame.AddColumn("n", new Series<int, int>(keys, keys));
        string html = Html(frame);
        Assert.Equal(51, Regex.Count(html, "<tr>"));
        Assert.Contains("The first 50 of 51 rows.", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tensor_shows_type_shape_and_its_first_values()
    {
        using torch.Tensor tensor = torch.arange(60, dtype: torch.float32).reshape(3, 4, 5) / 8;
        Assert.Equal(
            "<div class=\"regcls-tensor\"><code>Float32 [3, 4, 5]</code> " + string.Join(", ", Enumerable.Range(0, 20).Select(i => (i / 8.0).ToString(CultureInfo.InvariantCulture))) + ", …</div>",
            Html(tensor));
    }

    [Fact]
    public void Tensors_of_other_types_and_a_transposed_one_show_too()
    {
        using torch.Tensor flags = torch.arange(2).logical_not();
        using torch.Tensor matrix = torch.arange(4).reshape(2, 2);
        using torch.Tensor transposed = matrix.t();
        using torch.Tensor scalar = torch.tensor(2.5);
        using torch.Tensor none = torch.zeros(0, 3);
        Assert.Contains("<code>Bool [2]</code> True, False<", Html(flags), StringComparison.Ordinal);
        Assert.Contains("<code>Int64 [2, 2]</code> 0, 2, 1, 3<", Html(transposed), StringComparison.Ordinal);
        Assert.Contains("[]</code> 2.5<", Html(scalar), StringComparison.Ordinal);
        Assert.Contains("<code>Float32 [0, 3]</code> <", Html(none), StringComparison.Ordinal);
    }

    [Fact]
    public void Rendering_a_tensor_leaves_no_tensor_behind()
    {
        using torch.Tensor tensor = torch.ones(2, 2, requires_grad: true);
        using var scope = torch.NewDisposeScope();
        Html(tensor);
        Assert.Equal(0, scope.DisposablesCount);
        Assert.False(tensor.IsInvalid);
    }

    [Fact]
    public void Anything_else_is_refused_in_one_sentence_that_names_it()
    {
        var refusal = Assert.Throws<ArgumentException>(() => Notebook.Show(new DateTime(2026, 1, 1)));
        Assert.StartsWith("Show and Push take a chart, a frame, a tensor or a string of HTML, but got a DateTime", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => Notebook.Show(null!));
    }

    private static string Html(object value) => HtmlRenderer.Fragment(value).ToHtml();

    [GeneratedRegex("""^<div id="(?<div>[\w-]+)" class="regcls-chart" style="[^"]*"></div><script type="text/javascript">.*var id = "(?<id>[\w-]+)", figure = (?<figure>\{.*\}), config = (?<config>\{[^\n]*\}), tries = 0;.*</script>$""", RegexOptions.Singleline)]
    private static partial Regex ChartParts();
}
