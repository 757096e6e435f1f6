# cmake -DROOT=<folder> -DPATTERN=<files> -DFUNCTION=<name> -DHEADER=<file.h> -DNAMESPACE=<name> -DOUTPUT=<file.cpp> -P embed.cmake
# Writes the bytes of every ROOT/PATTERN into one C++ source, whose function, which HEADER declares in zhitu::NAMESPACE, gives them
# by name. Arrays of character constants have no length limit and need no escaping, whatever the bytes are.

file(GLOB files RELATIVE "${ROOT}" "${ROOT}/${PATTERN}")
list(SORT files COMPARE STRING)

set(arrays "")
set(entries "")
set(index 0)
foreach(name IN LISTS files)
  file(READ "${ROOT}/${name}" bytes HEX)
  string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${bytes}")
  string(REPLACE "'\\x0a'," "'\\x0a',\n" bytes "${bytes}")
  string(APPEND arrays "constexpr char kFile${index}[] = {\n${bytes}'\\0'};\n")
  string(APPEND entries "    {\"${name}\", {kFile${index}, sizeof(kFile${index}) - 1}},\n")
  math(EXPR index "${index} + 1")
endforeach()

if(index EQUAL 0)
  set(table "")
  set(answer "{}")
else()
  set(table "constexpr extract::EmbeddedFile kFiles[] = {\n${entries}};\n")
  set(answer "kFiles")
endif()

file(WRITE "${OUTPUT}.new" "// Made by cmake/embed.cmake from data files; changes here are lost.
#include \"${HEADER}\"

namespace zhitu::${NAMESPACE} {
namespace {
${arrays}${table}}  // namespace

std::span<const extract::EmbeddedFile> ${FUNCTION}() { return ${answer}; }

}  // namespace zhitu::${NAMESPACE}
")
file(RENAME "${OUTPUT}.new" "${OUTPUT}")
