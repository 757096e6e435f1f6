# cmake -DDOXYGEN=<program> -DDOXYFILE=<file> -DROOT=<tree> -P check_docs.cmake
#   Fails on a public name without a comment in the headers of ROOT.
# With -DSELF_TEST=<folder to work in> as well: plants headers with one fault each and fails unless
# every fault is found.

# Sets `result` to Doxygen's complaints about the tree `root`, empty where there are none. Copying,
# moving and defaulted comparing are names of the language, not of ours: they need no comment.
function(find_faults root result)
  execute_process(
    COMMAND "${DOXYGEN}" "${DOXYFILE}" WORKING_DIRECTORY "${root}"
    RESULT_VARIABLE code OUTPUT_VARIABLE ignored ERROR_VARIABLE faults)
  string(REGEX REPLACE "[^\n]*Member [A-Za-z]+\\((const )?[A-Za-z]+ &&?\\)[^\n]* is not documented\\.\n"
         "" faults "${faults}")
  string(REGEX REPLACE "[^\n]*Member operator(=|==|<=>)\\([^\n]* is not documented\\.\n" "" faults
         "${faults}")
  # Doxygen's own trouble with a specialization of somebody else's template.
  string(REGEX REPLACE "[^\n]*Internal inconsistency: scope for class boost::[^\n]*\n" "" faults
         "${faults}")
  if(NOT code EQUAL 0 AND faults STREQUAL "")
    set(faults "${DOXYGEN} ended with ${code}")
  endif()
  set(${result} "${faults}" PARENT_SCOPE)
endfunction()

function(expect_fault name declaration)
  file(WRITE "${SELF_TEST}/extract/planted.h"
       "#pragma once\nnamespace zhitu::extract {\n${declaration}\n}\n")
  find_faults("${SELF_TEST}" found)
  string(FIND "${found}" "${name}" where)
  if(where EQUAL -1)
    message(SEND_ERROR "not found: ${declaration}\n${found}")
  endif()
endfunction()

if(SELF_TEST)
  file(REMOVE_RECURSE "${SELF_TEST}")
  file(MAKE_DIRECTORY "${SELF_TEST}/graph" "${SELF_TEST}/export")
  file(COPY "${ROOT}/docs/namespaces.dox" DESTINATION "${SELF_TEST}/docs")
  expect_fault(Planted "int Planted(int a);")
  expect_fault(Planted "class Planted { public: int Get() const; };")
  expect_fault(Planted "/// A thing.\nstruct Thing { int Planted = 0; };")
  expect_fault(kPlanted "inline constexpr int kPlanted = 1;")
  expect_fault(Planted "enum class Planted { kOne };")
  file(REMOVE_RECURSE "${SELF_TEST}")
else()
  find_faults("${ROOT}" faults)
  if(faults)
    message(FATAL_ERROR "${faults}")
  endif()
endif()
