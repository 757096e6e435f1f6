# Sources made during the build, in ZHITU_GENERATED_DIR.

set(ZHITU_GENERATED_DIR "${PROJECT_BINARY_DIR}/generated")
configure_file("${PROJECT_SOURCE_DIR}/cmake/zhitu_version.h.in"
               "${ZHITU_GENERATED_DIR}/zhitu_version.h" @ONLY)

# zhitu_embed(variable root pattern function header): a source with the bytes of data files, which `function` of a header of
# a layer gives; its path goes to `variable`.
function(zhitu_embed variable root pattern function header)
  file(GLOB files CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/${root}/${pattern}")
  string(REPLACE "/" "_" name "${root}")
  set(source "${ZHITU_GENERATED_DIR}/embedded_${name}.cpp")
  set(namespace extract)
  if(header MATCHES "^export/")
    set(namespace xport)
  endif()
  add_custom_command(
    OUTPUT "${source}"
    COMMAND "${CMAKE_COMMAND}" "-DROOT=${PROJECT_SOURCE_DIR}/${root}" "-DPATTERN=${pattern}"
            "-DFUNCTION=${function}" "-DHEADER=${header}" "-DNAMESPACE=${namespace}"
            "-DOUTPUT=${source}" -P
            "${PROJECT_SOURCE_DIR}/cmake/embed.cmake"
    DEPENDS ${files} "${PROJECT_SOURCE_DIR}/cmake/embed.cmake"
    COMMENT "Embedding ${root}"
    VERBATIM)
  set(${variable} "${source}" PARENT_SCOPE)
endfunction()

zhitu_embed(ZHITU_EMBEDDED_PRESETS presets "*/*.yaml" EmbeddedPresets extract/embedded.h)
zhitu_embed(ZHITU_EMBEDDED_LISTS lists "*.yaml" EmbeddedLists extract/embedded.h)
zhitu_embed(ZHITU_EMBEDDED_PAGE export/page/dist "*" EmbeddedPage export/page_files.h)

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

# The readings of Han characters, from ICU's data in the same way.
set(ZHITU_PINYIN_TABLE "${ZHITU_GENERATED_DIR}/pinyin_table.inc")
set(readings "${PROJECT_SOURCE_DIR}/export/tables/more_readings.txt")
add_executable(make_pinyin_table export/tables/make_pinyin_table.cpp)
target_compile_features(make_pinyin_table PRIVATE cxx_std_20)
target_link_libraries(make_pinyin_table PRIVATE ICU::uc ICU::i18n zhitu_warnings)
add_custom_command(
  OUTPUT "${ZHITU_PINYIN_TABLE}"
  COMMAND make_pinyin_table "${readings}" > "${ZHITU_PINYIN_TABLE}"
  DEPENDS make_pinyin_table "${readings}"
  COMMENT "Computing the table of readings"
  VERBATIM)
