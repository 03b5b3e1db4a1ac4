namespace RegCls.Studies;

/// <summary>A text names a setting of a run, or a value of one, that this version does not know.</summary>
/// <param name="message">What came and what was expected, without place and full stop.</param>
/// <param name="cause">The error of the value, if there is one.</param>
internal sealed class UnknownSettingException(string message, Exception? cause = null) : Exception(message, cause);
