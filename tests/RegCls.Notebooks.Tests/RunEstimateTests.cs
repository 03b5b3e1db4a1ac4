using System.Text.Json.Nodes;
using RegCls.Cli.Notebooks;
using RegCls.Cli.Running;
using RegCls.Notebooks.Tests.Support;

namespace RegCls.Notebooks.Tests;

public class RunEstimateTests
{
    [Fact]
    public void Time_left_follows_the_pace_of_the_notebooks_that_are_done()
    {
        var clock = new Clock();
        var estimate = new RunEstimate([Measured(10), Measured(20), Measured(30)], "quick", clock);

        estimate.NotebookStarted();
        Assert.Equal("notebook 1 of 3, 60 s left", estimate.Describe());
        clock.Seconds = 5;
        Assert.Equal(55, estimate.Left()!.Value.TotalSeconds, 6);

        // It took 40 s instead of 10, so the rest is expected to take four times as long too.
        clock.Seconds = 40;
        estimate.NotebookFinished();
        estimate.NotebookStarted();
        Assert.Equal("notebook 2 of 3, 3 min left", estimate.Describe());

        // One that takes longer than expected leaves the time of the others.
        clock.Seconds = 40 + 500;
        Assert.Equal(30 * 4, estimate.Left()!.Value.TotalSeconds, 6);
    }

    [Fact]
    public void Without_a_measurement_it_says_how_many_notebooks_are_left_and_no_time()
    {
        var estimate = new RunEstimate([Measured(10), new NotebookDocument("/x/b.ipynb", [], [])], "quick", new Clock());
        estimate.NotebookStarted();
        Assert.Equal("notebook 1 of 2", estimate.Describe());
    }

    [Theory]
    [MemberData(nameof(ClassroomTests.Numbers), MemberType = typeof(ClassroomTests))]
    public void A_notebook_names_the_seconds_it_was_measured_to_take(string number)
    {
        foreach (var profile in new[] { "smoke", "quick" })
        {
            var estimate = new RunEstimate([Classroom.Read(number)], profile, new Clock());
            estimate.NotebookStarted();
            Assert.InRange(estimate.Left()!.Value.TotalSeconds, 0.5, profile == "smoke" ? 60 : 240);
        }
    }

    private static NotebookDocument Measured(double seconds) =>
        new("/x/a.ipynb", new JsonObject { ["regcls"] = new JsonObject { ["seconds"] = new JsonObject { ["quick"] = seconds } } }, []);

    private sealed class Clock : TimeProvider
    {
        public double Seconds { get; set; }

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => (long)(Seconds * 1000);
    }
}
