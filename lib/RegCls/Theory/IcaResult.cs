namespace RegCls.Theory;

/// <summary>How much of the sources one seed's networks made readable. A correlation is that of |s_i| with its best linear function of the features, on the test signal, averaged over the sources.</summary>
/// <param name="Seed">Which signals and networks.</param>
/// <param name="Contrastive">Features: the last hidden layer of the network that was trained to tell the segments.</param>
/// <param name="Shuffled">The same of the control: segments shuffled over the samples before training.</param>
/// <param name="Untrained">The same of a network that was not trained.</param>
/// <param name="Observed">Features: the observed signals and their moduli, without a network.</param>
/// <param name="Accuracy">Share of test samples whose segment the first network tells.</param>
/// <param name="BestAccuracy">The same of who knows sources and scales: the most any classifier can reach, up to chance.</param>
/// <param name="ShuffledAccuracy">The same of the control; chance is one over the number of segments.</param>
public sealed record IcaResult(int Seed, double Contrastive, double Shuffled, double Untrained, double Observed, double Accuracy, double BestAccuracy, double ShuffledAccuracy);
