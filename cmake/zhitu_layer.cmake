# zhitu_layer(name SOURCES ... [GENERATED ...] [NEEDS ...] [USES ...])
#   SOURCES    files of the layer
#   GENERATED  files made during the build
#   NEEDS      lower layers and libraries that show in the layer's headers
#   USES       libraries that stay inside the layer's .cpp files
# Makes the library zhitu_<name> and its alias zhitu::<name>.
function(zhitu_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;GENERATED;NEEDS;USES")
  set(target zhitu_${name})
  add_library(${target} ${arg_SOURCES} ${arg_GENERATED})
  add_library(zhitu::${name} ALIAS ${target})
  set_target_properties(
    ${target} PROPERTIES EXPORT_NAME ${name} VERSION ${PROJECT_VERSION}
                         SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
  target_include_directories(
    ${target} PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>
                     $<BUILD_INTERFACE:${ZHITU_GENERATED_DIR}>
                     $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/zhitu>)
  target_link_libraries(${target} PUBLIC ${arg_NEEDS})
  zhitu_link_private(${target} ${arg_USES})
  zhitu_compile_settings(${target})
endfunction()

# zhitu_program(SOURCES ... USES ...): the library zhitu_cli of the sources and the program zhitu,
# which is cli/main.cpp and that library, with mimalloc if there is one. Neither is for other projects
# to link.
function(zhitu_program)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "" "SOURCES;USES")
  add_library(zhitu_cli STATIC ${arg_SOURCES})
  target_link_libraries(zhitu_cli PUBLIC zhitu::serve PRIVATE ${arg_USES})
  zhitu_compile_settings(zhitu_cli)

  # In bin/, because zhitu/ next to it would be the folder of installed headers.
  add_executable(zhitu cli/main.cpp)
  if(TARGET mimalloc)
    target_sources(zhitu PRIVATE cli/allocation.cpp)
    target_link_libraries(zhitu PRIVATE mimalloc)
  endif()
  set_target_properties(zhitu PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
  target_link_libraries(zhitu PRIVATE zhitu_cli ${arg_USES})
  zhitu_compile_settings(zhitu)
endfunction()

# Links libraries that do not show in headers. Our own header-only helpers leave no trace in the
# installed package; the rest does, because a static library passes on what it was linked with.
function(zhitu_link_private target)
  foreach(library IN LISTS ARGN)
    if(library MATCHES "^zhitu_")
      target_link_libraries(${target} PRIVATE $<BUILD_INTERFACE:${library}>)
    else()
      target_link_libraries(${target} PRIVATE ${library})
    endif()
  endforeach()
endfunction()

# The language, warnings and hardening of every target; clang-tidy where it is asked for.
function(zhitu_compile_settings target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "NO_TIDY" "" "")
  target_compile_features(${target} PUBLIC cxx_std_20)
  target_link_libraries(${target} PRIVATE $<BUILD_INTERFACE:zhitu_warnings>
                                          $<BUILD_INTERFACE:zhitu_hardening>)
  if(ZHITU_TIDY AND NOT arg_NO_TIDY)
    set_target_properties(${target} PROPERTIES CXX_CLANG_TIDY "${ZHITU_CLANG_TIDY};--quiet")
  endif()
endfunction()
