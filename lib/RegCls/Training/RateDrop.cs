namespace RegCls.Training;

/// <summary>A step schedule of the learning rate.</summary>
/// <param name="Epoch">From this epoch on, counted from 0, the rate is multiplied; 30 in the video study.</param>
/// <param name="Factor">By this positive factor; 0.1 in the video study.</param>
public sealed record RateDrop(int Epoch, double Factor);
