using RegCls.Theory;

namespace RegCls.Studies;

/// <summary>A trained model and how correlated its hidden features are on the test inputs.</summary>
/// <param name="Configuration">What was run.</param>
/// <param name="Features">What was measured.</param>
public sealed record FeatureRecord(RunConfiguration Configuration, HiddenFeatures Features);
