# SPDX-License-Identifier: MIT
# uh_strict: how every C file of ours is compiled, whatever room it is in.

set(UH_WARNINGS
    -Wall
    -Wextra
    -Wpedantic
    -Wcast-qual
    -Wconversion
    -Wdouble-promotion
    -Wformat=2
    -Wmissing-prototypes
    -Wnull-dereference
    -Wshadow
    -Wsign-conversion
    -Wstrict-prototypes
    -Wundef
    -Wvla
    -Wwrite-strings
    # an undeclared function returns int: a pointer cut in half at run time
    -Werror=implicit-function-declaration)
if(UH_WERROR)
  list(APPEND UH_WARNINGS -Werror)
endif()

# No fused multiply-add: a result is the same bits natively and in WebAssembly.
set(UH_REAL_FLAGS -ffp-contract=off)
# The pure rooms: without errno, sqrt is one instruction and never a call.
set(UH_PURE_FLAGS -fno-math-errno)

add_library(uh_strict INTERFACE)
# Strict C17 hides POSIX (strdup, sigaction, clock_gettime): ask for it by name.
target_compile_definitions(uh_strict INTERFACE _POSIX_C_SOURCE=200809L)
target_compile_options(uh_strict INTERFACE ${UH_WARNINGS} ${UH_REAL_FLAGS})
# Every cmocka test takes a state and few need it.
target_compile_options(uh_strict
                       INTERFACE $<$<BOOL:$<TARGET_PROPERTY:UH_TEST>>:-Wno-unused-parameter>)

if(UH_SANITIZE)
  set(UH_SANITIZE_FLAGS -fsanitize=address,undefined,float-cast-overflow -fno-sanitize-recover=all
                        -fno-omit-frame-pointer)
  target_compile_options(uh_strict INTERFACE ${UH_SANITIZE_FLAGS})
  target_link_options(uh_strict INTERFACE ${UH_SANITIZE_FLAGS})
endif()
if(UH_COVERAGE)
  # the failing side of an assertion is not a branch to reach
  target_compile_definitions(uh_strict INTERFACE UH_COVERAGE_BUILD)
  target_compile_options(uh_strict INTERFACE --coverage)
  target_link_options(uh_strict INTERFACE --coverage)
endif()
if(UH_FUZZ)
  # libFuzzer steers by the coverage of the code under test, not of its own file.
  target_compile_options(uh_strict INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(uh_strict INTERFACE -fsanitize=fuzzer-no-link)
endif()
