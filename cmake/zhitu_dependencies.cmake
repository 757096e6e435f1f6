# The libraries zhitu is built with. Their headers are system headers: warnings in them are not ours.

find_package(Boost 1.74 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(EXPAT 2.5 REQUIRED)
find_package(fmt 9.1 REQUIRED)
find_package(ICU 72 REQUIRED COMPONENTS i18n uc)
find_package(SQLite3 3.40 REQUIRED)
find_package(Threads REQUIRED)
find_package(yaml-cpp 0.7 REQUIRED)
find_path(ZHITU_RAPIDJSON_INCLUDE_DIR rapidjson/document.h REQUIRED)
find_path(ZHITU_XXHASH_INCLUDE_DIR xxhash.h REQUIRED)
include(zhitu_serd)
include(zhitu_yaml_cpp)

# Header-only libraries that come without a usable target. They stay inside .cpp files.
include(zhitu_rapidjson)
add_library(zhitu_rapidjson INTERFACE)
target_include_directories(zhitu_rapidjson SYSTEM INTERFACE "${rapidjson_include_dir}")

add_library(zhitu_xxhash INTERFACE)
target_include_directories(zhitu_xxhash SYSTEM INTERFACE "${ZHITU_XXHASH_INCLUDE_DIR}")
target_compile_definitions(zhitu_xxhash INTERFACE XXH_INLINE_ALL)

# The allocator of the program. Documents are read many at a time, in many small pieces, which the
# allocator of the C library gives and takes back slowly (DESIGN.md, "The pipeline"). Sanitizers
# bring their own.
if(ZHITU_MIMALLOC AND NOT ZHITU_SANITIZE)
  find_package(mimalloc 2.0 QUIET)
  if(NOT mimalloc_FOUND)
    message(STATUS "No mimalloc: the program takes the allocator of the C library, and is slower")
  endif()
endif()
