#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "extract/gazetteer.h"

namespace zhitu::extract {

/// True for a file that begins like a compiled dictionary.
bool HoldsCompiledDictionary(const std::string& path);

/// True for a file that is to be read as a compiled dictionary: it holds one, or its name ends in
/// `.zdict`.
bool IsCompiledDictionary(const std::string& path);

/// Writes a gazetteer as a compiled dictionary, which is mapped into memory instead of being read
/// (docs/dictionary-file.md). The same gazetteer and place give the same bytes.
///
/// @param gazetteer  from `LoadDictionaries`.
/// @param path       where the file will stand: it names its sources by the way from its folder.
/// @param write      takes the bytes, in order. What it throws is passed on.
void WriteCompiledDictionary(const Gazetteer& gazetteer, const std::string& path,
                             const std::function<void(std::string_view)>& write);

/// Maps a compiled dictionary into memory. Of all that is done but two passes take longer for a
/// larger file: its checksums, and a check of the index, since a file may be forged. Both together
/// take less than a tenth of a nanosecond a byte.
///
/// @throws IoError     if it cannot be read.
/// @throws InputError  if it is no such file, cut off or damaged, of another version, or stale: a
///                     source stands in its place, is newer than the file, and has other bytes.
Gazetteer LoadCompiledDictionary(const std::string& path);

/// The same for bytes in memory, but that sources are not looked at.
/// @param bytes  from an address that is a multiple of 64.
/// @param owner  keeps the bytes; shared by the gazetteer.
/// @param path   name to show in errors, and where the file lies.
Gazetteer ReadCompiledDictionary(std::string_view bytes, std::shared_ptr<const void> owner,
                                 const std::string& path);

}  // namespace zhitu::extract
