# Sources made during the build, in ZHITU_GENERATED_DIR.

set(ZHITU_GENERATED_DIR "${PROJECT_BINARY_DIR}/generated")
configure_file("${PROJECT_SOURCE_DIR}/cmake/zhitu_version.h.in"
               "${ZHITU_GENERATED_DIR}/zhitu_version.h" @ONLY)

# The files of presets/, as arrays of bytes in one source.
file(GLOB ZHITU_PRESET_FILES CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/presets/*/*.yaml")
set(ZHITU_EMBEDDED_PRESETS "${ZHITU_GENERATED_DIR}/embedded_presets.cpp")
add_custom_command(
  OUTPUT "${ZHITU_EMBEDDED_PRESETS}"
  COMMAND "${CMAKE_COMMAND}" "-DROOT=${PROJECT_SOURCE_DIR}/presets"
          "-DOUTPUT=${ZHITU_EMBEDDED_PRESETS}" -P "${PROJECT_SOURCE_DIR}/cmake/embed.cmake"
  DEPENDS ${ZHITU_PRESET_FILES} "${PROJECT_SOURCE_DIR}/cmake/embed.cmake"
  COMMENT "Embedding presets"
  VERBATIM)

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
