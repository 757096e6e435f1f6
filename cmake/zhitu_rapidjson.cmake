# Sets rapidjson_include_dir. RapidJSON up to 1.1.0 holds an assignment to a constant member in a
# function that nothing calls; clang++ from 19 on refuses it. Where the compiler does, a copy of the
# headers without that function is used (RapidJSON itself removed it later).

include(CheckCXXSourceCompiles)

set(rapidjson_include_dir "${ZHITU_RAPIDJSON_INCLUDE_DIR}")
set(CMAKE_REQUIRED_INCLUDES "${rapidjson_include_dir}")
check_cxx_source_compiles("#include <rapidjson/document.h>\nint main() {}" ZHITU_RAPIDJSON_COMPILES)
unset(CMAKE_REQUIRED_INCLUDES)

if(NOT ZHITU_RAPIDJSON_COMPILES)
  set(rapidjson_include_dir "${PROJECT_BINARY_DIR}/rapidjson")
  file(COPY "${ZHITU_RAPIDJSON_INCLUDE_DIR}/rapidjson" DESTINATION "${rapidjson_include_dir}")
  set(header "${rapidjson_include_dir}/rapidjson/document.h")
  file(READ "${header}" text)
  string(REGEX REPLACE "GenericStringRef& operator=\\(const GenericStringRef& rhs\\) {[^}]*}" "" text
         "${text}")
  file(WRITE "${header}" "${text}")
endif()
