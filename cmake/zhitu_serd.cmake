# Serd comes without a CMake package; here it gets a target.
if(NOT TARGET Serd::serd)
  find_path(ZHITU_SERD_INCLUDE_DIR serd/serd.h PATH_SUFFIXES serd-0 REQUIRED)
  find_library(ZHITU_SERD_LIBRARY serd-0 REQUIRED)
  mark_as_advanced(ZHITU_SERD_INCLUDE_DIR ZHITU_SERD_LIBRARY)
  add_library(Serd::serd UNKNOWN IMPORTED)
  set_target_properties(
    Serd::serd PROPERTIES IMPORTED_LOCATION "${ZHITU_SERD_LIBRARY}"
                          INTERFACE_INCLUDE_DIRECTORIES "${ZHITU_SERD_INCLUDE_DIR}")
endif()
