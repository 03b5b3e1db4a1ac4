using RegCls.Interactive;

namespace RegCls.Tests.Interactive;

public sealed class ParametersTests : IDisposable
{
    private const string Variable = "REGCLS_SET_TESTC";

    public void Dispose() => Environment.SetEnvironmentVariable(Variable, null);

    [Theory]
    [InlineData(null, 16)]
    [InlineData("", 16)]
    [InlineData("2", 2)]
    [InlineData("1024", 1024)]
    public void A_value_of_the_environment_takes_the_place_of_the_standard_one(string? text, int expected)
    {
        Environment.SetEnvironmentVariable(Variable, text);
        Assert.Equal(expected, Parameters.Integer("testC", standard: 16, least: 2, most: 1024));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1025")]
    [InlineData("3.5")]
    [InlineData("1e2")]
    [InlineData("many")]
    public void Another_value_is_refused_with_name_range_and_variable(string text)
    {
        Environment.SetEnvironmentVariable(Variable, text);
        ArgumentException error = Assert.Throws<ArgumentException>(() => Parameters.Integer("testC", standard: 16, least: 2, most: 1024));
        Assert.Equal($"testC is '{text}', expected a whole number from 2 to 1024; change or unset the environment variable {Variable}.", error.Message);
    }

    [Fact]
    public void A_number_is_read_with_a_point_in_every_culture()
    {
        Environment.SetEnvironmentVariable(Variable, "0.25");
        Assert.Equal(0.25, Parameters.Number("testC", standard: 0.1, least: 0.01, most: 1));
    }
}
