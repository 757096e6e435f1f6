# cmake -DCLANG_FORMAT=<program> -DROOT=<tree> -P check_format.cmake
# Fails on a C++ file that clang-format would write differently.

set(files "")
foreach(folder extract graph export serve cli tests examples)
  file(GLOB_RECURSE found "${ROOT}/${folder}/*.h" "${ROOT}/${folder}/*.cpp")
  list(APPEND files ${found})
endforeach()
if(NOT files)
  message(FATAL_ERROR "no C++ files under ${ROOT}")
endif()
execute_process(COMMAND "${CLANG_FORMAT}" --dry-run -Werror --ferror-limit=1 ${files}
                RESULT_VARIABLE code)
if(NOT code EQUAL 0)
  message(FATAL_ERROR "run: ${CLANG_FORMAT} -i FILE")
endif()
