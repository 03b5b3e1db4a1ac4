using RegCls.Data;

namespace RegCls.Theory;

/// <summary>What is seen of a target, p(x|y): the input x is one of finitely many readings, so that "given x" can be counted in a sample.</summary>
public interface IReading
{
    /// <summary>Number of readings; x is 0 to <c>Count - 1</c>.</summary>
    int Count { get; }

    /// <summary>P(x|y); over all x it adds up to 1.</summary>
    double Probability(int x, double y);

    /// <summary>Draws x for a target; all randomness comes from the stream.</summary>
    int Sample(double y, RandomStream stream);
}
