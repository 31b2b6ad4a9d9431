# SPDX-License-Identifier: MIT
# What can be switched. The presets set these; a packager needs none of them.

set(CMAKE_C_STANDARD 17)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Debug, RelWithDebInfo or Release" FORCE)
endif()

option(UH_WERROR "Warnings are errors" OFF)
option(UH_SANITIZE "AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(UH_COVERAGE "Count lines and branches with gcov" OFF)
option(UH_FUZZ "Build the libFuzzer programs (clang only)" OFF)
option(UH_BENCH "Build the benchmarks" OFF)

set(UH_WASM AUTO CACHE STRING "core.wasm: ON, OFF, or AUTO (where clang, lld and wasi-libc are found)")
set(UH_SPEECH AUTO CACHE STRING "Voice by speech-dispatcher: ON, OFF, or AUTO (where libspeechd.h is found)")
set(UH_LANGUAGES AUTO CACHE STRING "Languages beside English: ON, OFF, or AUTO (where msgfmt is found)")
set(UH_WEB AUTO CACHE STRING "The page, unhunch-web: ON, OFF, or AUTO (where libmicrohttpd and nettle are found)")
set(UH_DAEMON AUTO CACHE STRING "unhunchd: ON, OFF, or AUTO (where libsystemd is found)")
set_property(CACHE UH_WASM UH_WEB UH_SPEECH UH_LANGUAGES UH_DAEMON PROPERTY STRINGS AUTO ON OFF)

if(UH_FUZZ AND NOT CMAKE_C_COMPILER_ID MATCHES Clang)
  message(FATAL_ERROR "UH_FUZZ needs clang: use the preset `fuzz` or `asan`")
endif()
