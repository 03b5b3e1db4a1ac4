using System.Text.RegularExpressions;

namespace RegCls.Data.Depth;

/// <summary>The rule for rooms: recordings of one room have one name but for a letter behind the number, as <c>living_room_0012a_out</c> and <c>living_room_0012b_out</c>; frames of one room stay in one part.</summary>
internal static partial class RoomName
{
    /// <summary>The room of a folder of NYUD2-DIR or of a scene of NYUv2.</summary>
    public static string Of(string scene) => Part().Replace(scene, "${room}");

    [GeneratedRegex(@"(?<room>[^/]*\d)[a-z]?(_out)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Part();
}
