# What `cmake --install` puts where: the program, headers, libraries, lists, presets, package files, docs.

include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/zhitu")

install(TARGETS zhitu RUNTIME)
install(TARGETS zhitu_all zhitu_extract zhitu_graph zhitu_export EXPORT zhitu_targets)
install(EXPORT zhitu_targets NAMESPACE zhitu:: FILE zhituTargets.cmake DESTINATION "${package_dir}")

foreach(layer extract graph export)
  install(DIRECTORY "${PROJECT_SOURCE_DIR}/${layer}"
          DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/zhitu" FILES_MATCHING PATTERN "*.h"
          PATTERN tables EXCLUDE
          PATTERN page EXCLUDE
          PATTERN "*_impl.h" EXCLUDE)
endforeach()
install(FILES "${ZHITU_GENERATED_DIR}/zhitu_version.h"
        DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/zhitu")

configure_package_config_file(
  "${PROJECT_SOURCE_DIR}/cmake/zhituConfig.cmake.in" "${PROJECT_BINARY_DIR}/zhituConfig.cmake"
  INSTALL_DESTINATION "${package_dir}")
write_basic_package_version_file(
  "${PROJECT_BINARY_DIR}/zhituConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/zhituConfig.cmake"
              "${PROJECT_BINARY_DIR}/zhituConfigVersion.cmake"
              "${PROJECT_SOURCE_DIR}/cmake/zhitu_serd.cmake"
              "${PROJECT_SOURCE_DIR}/cmake/zhitu_yaml_cpp.cmake" DESTINATION "${package_dir}")

# pkg-config users link as the libraries were built: static ones need what they were built with.
set(ZHITU_PC_REQUIRES "")
if(NOT BUILD_SHARED_LIBS)
  set(ZHITU_PC_REQUIRES "expat fmt icu-uc serd-0 sqlite3 yaml-cpp")
endif()
cmake_path(IS_ABSOLUTE CMAKE_INSTALL_INCLUDEDIR include_is_absolute)
cmake_path(IS_ABSOLUTE CMAKE_INSTALL_LIBDIR lib_is_absolute)
if(include_is_absolute OR lib_is_absolute)
  set(ZHITU_PC_PREFIX "${CMAKE_INSTALL_PREFIX}")
  set(ZHITU_PC_INCLUDEDIR "${CMAKE_INSTALL_FULL_INCLUDEDIR}")
  set(ZHITU_PC_LIBDIR "${CMAKE_INSTALL_FULL_LIBDIR}")
else()
  # Relative to the file itself, so that an installed tree can be moved.
  string(REGEX REPLACE "[^/]+" ".." up "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
  set(ZHITU_PC_PREFIX "\${pcfiledir}/${up}")
  set(ZHITU_PC_INCLUDEDIR "\${prefix}/${CMAKE_INSTALL_INCLUDEDIR}")
  set(ZHITU_PC_LIBDIR "\${prefix}/${CMAKE_INSTALL_LIBDIR}")
endif()
configure_file("${PROJECT_SOURCE_DIR}/cmake/zhitu.pc.in" "${PROJECT_BINARY_DIR}/zhitu.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/zhitu.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")

install(DIRECTORY "${PROJECT_SOURCE_DIR}/lists" "${PROJECT_SOURCE_DIR}/presets" DESTINATION "${CMAKE_INSTALL_DATADIR}/zhitu")
foreach(document CHANGELOG.md DESIGN.md LICENSE README.md README.zh.md)
  install(FILES "${PROJECT_SOURCE_DIR}/${document}" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
endforeach()
