namespace RegCls.Bundle;

/// <summary>The fields of one ELF section header that the fix uses.</summary>
/// <param name="Type">The section type (<c>SHT_…</c>).</param>
/// <param name="Offset">File offset of the contents in bytes.</param>
/// <param name="Size">Size of the contents in bytes.</param>
/// <param name="Link">Index of the section this one refers to.</param>
/// <param name="EntrySize">Size of one entry in bytes, 0 where entries differ in size.</param>
internal readonly record struct ElfSection(uint Type, ulong Offset, ulong Size, uint Link, ulong EntrySize);
