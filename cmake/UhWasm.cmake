# SPDX-License-Identifier: MIT
# The pure rooms as WebAssembly, by clang directly: one build tree, no toolchain file.

set(UH_WASM_OUT ${PROJECT_BINARY_DIR}/web/core.wasm)
set(UH_WASM_TEST_OUT ${PROJECT_BINARY_DIR}/tests/core-test.wasm)
set(UH_HAVE_WASM FALSE)

# Instructions that every browser has which the page runs in.
set(UH_WASM_FLAGS --target=wasm32-wasi -std=c17 -mbulk-memory -mnontrapping-fptoint -msign-ext -flto ${UH_REAL_FLAGS}
                  ${UH_PURE_FLAGS} -DUH_FOR_PAGE)
# No start files, no entry: a library whose door is its exports, and which imports nothing. Somebody who exports the
# constructors calls them too, the linker thinks, and wraps no export to do so; there are none. Without -O here: with it
# clang passes the module through wasm-opt in its own way. The linker's own -O0 leaves texts where they were written, beside
# their like; sorted by their ends, which lets some share their bytes, they compress worse.
set(UH_WASM_LINK_FLAGS -nostartfiles
                       -Wl,-O0,--no-entry,--strip-all,--compress-relocations,--fatal-warnings,--export=__wasm_call_ctors)
# What is fetched should be small: a call weighs less than what it calls. Compilation and linking inline, each on its
# own; of what is left when linking, only what has a single caller.
set(UH_WASM_SMALL_FLAGS -mllvm -inline-threshold=-25)
list(APPEND UH_WASM_LINK_FLAGS -Wl,-mllvm,-inline-threshold=-200)
# The same functions of several files become one, and an address is reckoned where it is used: kept in variables over a
# loop, addresses are most of the loop.
list(APPEND UH_WASM_LINK_FLAGS -Wl,-mllvm,-enable-merge-functions -Wl,-mllvm,-disable-lsr)
# Binaryen knows shapes of this code that LLVM does not; what it leaves out here (moving functions and data about) makes
# the file smaller, but not its compressed form. No address below 1024 is used: the linker begins there. Alignment is a
# hint that no engine takes; without it, equal accesses are equal bytes.
set(UH_WASM_OPT_FLAGS
    --enable-bulk-memory --enable-sign-ext --enable-nontrapping-float-to-int --low-memory-unused --shrink-level=2
    --duplicate-function-elimination --rse --optimize-added-constants-propagate --optimize-instructions --simplify-locals
    --coalesce-locals --vacuum --reorder-locals --dealign)

# A whole module is tried, because clang without its wasm run-time library fails only at the end.
function(uh_wasm_probe ret_found)
  set(dir ${PROJECT_BINARY_DIR}/CMakeFiles/wasm-probe)
  file(WRITE ${dir}/probe.c
       "#include <math.h>\n#include <string.h>\n"
       "__attribute__((export_name(\"probe\"))) double probe(char *a, const char *b, double x)\n"
       "{\n    memcpy(a, b, strlen(b));\n    return floor(sqrt(x));\n}\n")
  execute_process(
    COMMAND ${UH_CLANG} ${UH_WASM_FLAGS} ${UH_WASM_LINK_FLAGS} probe.c -o probe.wasm
    WORKING_DIRECTORY ${dir}
    RESULT_VARIABLE failed
    OUTPUT_QUIET ERROR_VARIABLE words)
  if(failed)
    message(STATUS "core.wasm: ${UH_CLANG} cannot build it:\n${words}")
    set(${ret_found} FALSE PARENT_SCOPE)
  else()
    set(${ret_found} TRUE PARENT_SCOPE)
  endif()
endfunction()

if(UH_WASM)
  find_program(UH_CLANG NAMES clang clang-19 clang-18 clang-17 clang-16 clang-15 clang-14)
  if(UH_CLANG)
    uh_wasm_probe(UH_HAVE_WASM)
  endif()
  if(NOT UH_HAVE_WASM AND NOT UH_WASM STREQUAL AUTO)
    message(FATAL_ERROR "UH_WASM=ON needs clang, lld, wasi-libc and libclang-rt-dev-wasm32")
  endif()
endif()
find_program(UH_WASM_OPT wasm-opt)
message(STATUS "core.wasm: ${UH_HAVE_WASM}, made smaller by ${UH_WASM_OPT}")

# uh_wasm_link(OUTPUT OBJECT...): one module, which imports nothing.
function(uh_wasm_link output)
  get_filename_component(name ${output} NAME)
  get_filename_component(dir ${output} DIRECTORY)
  file(MAKE_DIRECTORY ${dir})
  set(make_smaller)
  if(UH_WASM_OPT)
    set(make_smaller COMMAND ${UH_WASM_OPT} ${UH_WASM_OPT_FLAGS} ${output} -o ${output})
  endif()
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${UH_CLANG} ${UH_WASM_FLAGS} ${UH_WASM_LINK_FLAGS} ${ARGN} -o ${output}
    ${make_smaller}
    DEPENDS ${ARGN}
    COMMENT "Linking ${name}"
    VERBATIM)
endfunction()

# uh_wasm_objects(RESULT source...): how they are compiled: small, which was as fast as -O2 where it was measured.
function(uh_wasm_objects ret_objects)
  set(objects)
  foreach(source IN LISTS ARGN)
    file(RELATIVE_PATH name ${PROJECT_SOURCE_DIR} ${source})
    string(MAKE_C_IDENTIFIER ${name} object)
    set(object ${CMAKE_CURRENT_BINARY_DIR}/${object}.o)
    list(APPEND objects ${object})
    get_source_file_property(depends ${source} OBJECT_DEPENDS)
    if(NOT depends)
      set(depends)
    endif()
    add_custom_command(
      OUTPUT ${object}
      COMMAND ${CMAKE_C_COMPILER_LAUNCHER} ${UH_CLANG} ${UH_WASM_FLAGS} -Oz ${UH_WASM_SMALL_FLAGS} ${UH_WARNINGS} -I${PROJECT_SOURCE_DIR}/include
              -I${PROJECT_SOURCE_DIR}/src -I${PROJECT_BINARY_DIR}/gen -MD -MF ${object}.d -c ${source} -o ${object}
      DEPENDS ${source} ${depends}
      DEPFILE ${object}.d
      COMMENT "Building WebAssembly object of ${name}"
      VERBATIM)
  endforeach()
  set(${ret_objects} ${objects} PARENT_SCOPE)
endfunction()

# uh_wasm(OUTPUT file TEST_OUTPUT file DOOR source... TEST_DOOR source... ROOMS target...)
# Compiles the rooms' own source lists but for their PROGRAM_SOURCES, so that the module can never be another program. The
# module for tests is the same objects and a few doors more, which the page's visitors need not fetch.
function(uh_wasm)
  cmake_parse_arguments(PARSE_ARGV 0 wasm "" "OUTPUT;TEST_OUTPUT" "DOOR;TEST_DOOR;ROOMS")
  list(TRANSFORM wasm_DOOR PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/ OUTPUT_VARIABLE door_sources)
  list(TRANSFORM wasm_TEST_DOOR PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/ OUTPUT_VARIABLE test_sources)
  set(sources)
  foreach(room IN LISTS wasm_ROOMS)
    get_target_property(room_sources ${room} UH_PAGE_SOURCES)
    get_target_property(room_dir ${room} SOURCE_DIR)
    foreach(source IN LISTS room_sources)
      cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY ${room_dir})
      list(APPEND sources ${source})
    endforeach()
  endforeach()
  list(APPEND sources ${door_sources}) # what is called stands before what calls it: so the module compresses best
  uh_wasm_objects(objects ${sources})
  uh_wasm_objects(test_objects ${test_sources})
  uh_wasm_link(${wasm_OUTPUT} ${objects})
  uh_wasm_link(${wasm_TEST_OUTPUT} ${objects} ${test_objects})
  add_custom_target(wasm ALL DEPENDS ${wasm_OUTPUT} ${wasm_TEST_OUTPUT})
  add_dependencies(wasm ${wasm_ROOMS}) # some of their sources are made
endfunction()
