# SPDX-License-Identifier: MIT

pkg_check_modules(CMOCKA REQUIRED IMPORTED_TARGET cmocka)
find_program(UH_NODE node)

# A test's own small world: it never reads the locale or the files of whoever runs it.
set(UH_TEST_HOME ${PROJECT_BINARY_DIR}/tests/home)
file(MAKE_DIRECTORY ${UH_TEST_HOME})
set(UH_TEST_ENVIRONMENT
    LC_ALL=C.UTF-8
    LANGUAGE=
    UNHUNCH_LANGUAGE=
    TZ=UTC
    HOME=${UH_TEST_HOME}
    XDG_CONFIG_HOME=${UH_TEST_HOME}/config
    XDG_DATA_HOME=${UH_TEST_HOME}/data
    XDG_STATE_HOME=${UH_TEST_HOME}/state
    XDG_RUNTIME_DIR=${UH_TEST_HOME}/run)

function(uh_test_properties name label)
  set_tests_properties(${name} PROPERTIES LABELS "${label}" TIMEOUT 600
                                          ENVIRONMENT "${UH_TEST_ENVIRONMENT}")
endfunction()

# uh_test(NAME SOURCES file... LIBS target... [LABEL label])
# A cmocka program. The label is its folder under tests/ (core, words, cli ...) unless given.
# It finds its data with UH_TEST_DATA, the absolute path of its own folder.
function(uh_test name)
  cmake_parse_arguments(PARSE_ARGV 1 test "" "LABEL" "SOURCES;LIBS")
  if(NOT test_LABEL)
    get_filename_component(test_LABEL ${CMAKE_CURRENT_SOURCE_DIR} NAME)
  endif()
  add_executable(test_${name} ${test_SOURCES})
  set_target_properties(test_${name} PROPERTIES UH_TEST ON RUNTIME_OUTPUT_DIRECTORY
                                                         ${PROJECT_BINARY_DIR}/tests)
  target_include_directories(test_${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_compile_definitions(test_${name} PRIVATE UH_TEST_DATA="${CMAKE_CURRENT_SOURCE_DIR}")
  target_link_libraries(test_${name} PRIVATE ${test_LIBS} PkgConfig::CMOCKA uh_strict)
  add_test(NAME ${name} COMMAND test_${name})
  uh_test_properties(${name} ${test_LABEL})
endfunction()

# uh_script_test(NAME LABEL label COMMAND word...)
# A script, or the real program, as a test.
function(uh_script_test name)
  cmake_parse_arguments(PARSE_ARGV 1 test "" "LABEL" "COMMAND")
  add_test(NAME ${name} COMMAND ${test_COMMAND})
  uh_test_properties(${name} ${test_LABEL})
endfunction()
