# cmake -DBUILD=<build folder> -DROOT=<tree> -DWORK=<folder to work in> -DCXX=<compiler>
#       -DCXX_FLAGS=<flags> -DGENERATOR=<name> -DSANITIZE=<list> -P check_install.cmake
# Installs a finished build to WORK/prefix and uses it as a stranger would: runs the program, builds
# and tests examples/ with find_package, compiles each header alone, links through pkg-config.

set(prefix "${WORK}/prefix")

# Runs a command and shows what it said only if it fails.
function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE code OUTPUT_VARIABLE out ERROR_VARIABLE err)
  if(NOT code EQUAL 0)
    list(JOIN ARGN " " command)
    message(FATAL_ERROR "${command}\nended with ${code}\n${out}${err}")
  endif()
  set(output "${out}" PARENT_SCOPE)
endfunction()

set(flags "${CXX_FLAGS}")
if(SANITIZE)
  string(APPEND flags " -fsanitize=${SANITIZE}")
endif()

file(REMOVE_RECURSE "${WORK}")
run("${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${prefix}")

run("${prefix}/bin/zhitu" --version)
if(NOT output MATCHES "^zhitu [0-9]+\\.[0-9]+\\.[0-9]+\n")
  message(FATAL_ERROR "zhitu --version printed: ${output}")
endif()

# A project that knows only the installed copy.
function(build_and_test name source)
  run("${CMAKE_COMMAND}" -S "${source}" -B "${WORK}/${name}" -G "${GENERATOR}"
      "-DCMAKE_PREFIX_PATH=${prefix}" "-DCMAKE_CXX_COMPILER=${CXX}" "-DCMAKE_CXX_FLAGS=${flags}"
      -DCMAKE_BUILD_TYPE=Debug ${ARGN})
  run("${CMAKE_COMMAND}" --build "${WORK}/${name}")
  run("${CMAKE_CTEST_COMMAND}" --test-dir "${WORK}/${name}" --output-on-failure
      --no-tests=error)
endfunction()

build_and_test(examples "${ROOT}/examples")
build_and_test(headers "${ROOT}/tests/install" "-DHEADERS=${prefix}/include/zhitu")

find_program(PKG_CONFIG pkg-config)
if(NOT PKG_CONFIG)
  message(STATUS "No pkg-config: zhitu.pc is not checked")
  return()
endif()
file(GLOB_RECURSE pc "${prefix}/*/zhitu.pc")
cmake_path(GET pc PARENT_PATH pc_dir)
set(ENV{PKG_CONFIG_PATH} "${pc_dir}")
run("${PKG_CONFIG}" --variable=libdir zhitu)
string(STRIP "${output}" lib_dir)
run("${PKG_CONFIG}" --cflags --libs zhitu)
separate_arguments(options UNIX_COMMAND "${flags} ${output} -Wl,-rpath,${lib_dir}")
run("${CXX}" -std=c++20 "${ROOT}/tests/install/version.cpp" -o "${WORK}/version" ${options})
run("${WORK}/version")
