# Compiler settings, kept in two interface targets: zhitu_warnings and zhitu_hardening.
# Both are linked privately: nothing of them reaches a project that uses the installed libraries.

include(CheckCXXCompilerFlag)
include(CheckLinkerFlag)

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

if(PROJECT_IS_TOP_LEVEL AND NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Kind of build" FORCE)
endif()

# An installed tree with shared libraries can be moved: its program finds them next to itself.
if(BUILD_SHARED_LIBS)
  file(RELATIVE_PATH library_path "${CMAKE_INSTALL_FULL_BINDIR}" "${CMAKE_INSTALL_FULL_LIBDIR}")
  set(CMAKE_INSTALL_RPATH "$ORIGIN" "$ORIGIN/${library_path}")
endif()

find_program(ZHITU_CCACHE ccache)
mark_as_advanced(ZHITU_CCACHE)
if(PROJECT_IS_TOP_LEVEL AND ZHITU_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${ZHITU_CCACHE}")
endif()

# zhitu_compile_settings passes the command on to the layers and the program; tests go without.
option(ZHITU_TIDY "Run clang-tidy while compiling" OFF)
if(ZHITU_TIDY)
  find_program(ZHITU_CLANG_TIDY NAMES clang-tidy-19 clang-tidy REQUIRED)
endif()

add_library(zhitu_warnings INTERFACE)
target_compile_options(
  zhitu_warnings
  INTERFACE
    -Wall
    -Wcast-qual
    -Wconversion
    -Wextra
    -Wextra-semi
    -Wformat=2
    -Wimplicit-fallthrough
    -Wnon-virtual-dtor
    -Wold-style-cast
    -Woverloaded-virtual
    -Wshadow
    -Wsign-conversion
    -Wvla
    # g++ 12 reports overlaps inside std::string that are not there (GCC bug 105651).
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>
    # g++ with optimization calls members of a std::string uninitialized after it was moved from.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>
    # std::stable_sort of libstdc++ 12 calls what it deprecates itself.
    $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>
    $<$<BOOL:${ZHITU_WERROR}>:-Werror>)

if(ZHITU_SANITIZE)
  # The code that sanitizers add makes g++ see reads of boost::optional's empty storage.
  target_compile_options(zhitu_warnings INTERFACE -Wno-uninitialized)
endif()
if(ZHITU_SANITIZE STREQUAL "thread")
  # Boost.Asio has fences beside its locks; this sanitizer cannot follow fences, but sees the locks.
  target_compile_options(zhitu_warnings INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-tsan>)
endif()

# No fused multiply-add: floating-point results are the same on every machine.
add_library(zhitu_hardening INTERFACE)
target_compile_options(zhitu_hardening INTERFACE -ffp-contract=off)

# zhitu_harden_compile(FLAG...): adds each flag the compiler knows, in optimized builds.
function(zhitu_harden_compile)
  foreach(flag IN LISTS ARGN)
    string(MAKE_C_IDENTIFIER "ZHITU_HAS${flag}" known)
    check_cxx_compiler_flag("${flag}" ${known})
    if(${known})
      target_compile_options(zhitu_hardening INTERFACE "$<$<NOT:$<CONFIG:Debug>>:${flag}>")
    endif()
  endforeach()
endfunction()

# zhitu_harden_link(FLAG...): adds each flag the linker knows, in optimized builds.
function(zhitu_harden_link)
  foreach(flag IN LISTS ARGN)
    string(MAKE_C_IDENTIFIER "ZHITU_LINKS${flag}" known)
    check_linker_flag(CXX "${flag}" ${known})
    if(${known})
      target_link_options(zhitu_hardening INTERFACE "$<$<NOT:$<CONFIG:Debug>>:${flag}>")
    endif()
  endforeach()
endfunction()

if(ZHITU_SANITIZE)
  # Sanitizers replace the checks of the hardening flags and do not work beside some of them.
  add_compile_options(-fsanitize=${ZHITU_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${ZHITU_SANITIZE})
else()
  # The OpenSSF guide to compiler options, as far as the compiler at hand has them.
  zhitu_harden_compile(
    -fcf-protection=full
    -fno-delete-null-pointer-checks
    -fno-strict-aliasing
    -fno-strict-overflow
    -fstack-clash-protection
    -fstack-protector-strong
    -fstrict-flex-arrays=3
    -ftrivial-auto-var-init=zero
    -fzero-call-used-regs=used-gpr)
  zhitu_harden_link(
    -Wl,--as-needed
    -Wl,--no-copy-dt-needed-entries
    -Wl,-z,noexecstack
    -Wl,-z,now
    -Wl,-z,relro
    -Wl,-z,separate-code)
  target_compile_options(
    zhitu_hardening INTERFACE
    "$<$<NOT:$<CONFIG:Debug>>:-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=3;-D_GLIBCXX_ASSERTIONS>")
  include(CheckPIESupported)
  check_pie_supported(LANGUAGES CXX)
endif()
