# Sources made during the build, in ZHITU_GENERATED_DIR.

set(ZHITU_GENERATED_DIR "${PROJECT_BINARY_DIR}/generated")
configure_file("${PROJECT_SOURCE_DIR}/cmake/zhitu_version.h.in"
               "${ZHITU_GENERATED_DIR}/zhitu_version.h" @ONLY)

# zhitu_embed(variable root pattern function): a source with the bytes of data files, which `function`
# gives; its path goes to `variable`.
function(zhitu_embed variable root pattern function)
  file(GLOB files CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/${root}/${pattern}")
  set(source "${ZHITU_GENERATED_DIR}/embedded_${root}.cpp")
  add_custom_command(
    OUTPUT "${source}"
    COMMAND "${CMAKE_COMMAND}" "-DROOT=${PROJECT_SOURCE_DIR}/${root}" "-DPATTERN=${pattern}"
            "-DFUNCTION=${function}" "-DOUTPUT=${source}" -P
            "${PROJECT_SOURCE_DIR}/cmake/embed.cmake"
    DEPENDS ${files} "${PROJECT_SOURCE_DIR}/cmake/embed.cmake"
    COMMENT "Embedding ${root}"
    VERBATIM)
  set(${variable} "${source}" PARENT_SCOPE)
endfunction()

zhitu_embed(ZHITU_EMBEDDED_PRESETS presets "*/*.yaml" EmbeddedPresets)
zhitu_embed(ZHITU_EMBEDDED_LISTS lists "*.yaml" EmbeddedLists)

# The table of folded characters, computed from ICU's data by a small program of our own.
set(ZHITU_FOLD_TABLE "${ZHITU_GENERATED_DIR}/fold_table.inc")
add_executable(make_fold_table extract/tables/make_fold_table.cpp)
target_compile_features(make_fold_table PRIVATE cxx_std_20)
target_link_libraries(make_fold_table PRIVATE ICU::uc ICU::i18n zhitu_warnings)
# ICU's macros for code points mix signed and unsigned in the file that uses them.
set_source_files_properties(extract/tables/make_fold_table.cpp PROPERTIES COMPILE_OPTIONS
                                                                         -Wno-sign-conversion)
add_custom_command(
  OUTPUT "${ZHITU_FOLD_TABLE}"
  COMMAND make_fold_table > "${ZHITU_FOLD_TABLE}"
  DEPENDS make_fold_table
  COMMENT "Computing the fold table"
  VERBATIM)
