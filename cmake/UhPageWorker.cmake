# SPDX-License-Identifier: MIT
# Writes MADE: SOURCE below the names of all files of the page, each with the beginning of its hash, and one hash over all of theirs,
# from LINES; by ESBUILD made small.
cmake_minimum_required(VERSION 3.22)
string(REPLACE "," ";" LINES "${LINES}")
set(names "")
set(all "")
foreach(line IN LISTS LINES)
  file(READ ${line} one)
  string(APPEND all "${one}")
  string(REGEX REPLACE "^(........)[0-9a-f]+ [0-9]+ [^ ]+ ([^\n]+)\n$" "  '\\2': '\\1',\n" one "${one}")
  string(APPEND names "${one}")
endforeach()
string(SHA256 hash "${all}")
string(SUBSTRING ${hash} 0 16 hash)
file(READ ${SOURCE} worker)
set(worker "const hash = '${hash}';\nconst files = {\n${names}};\n\n${worker}")
if(ESBUILD)
  file(WRITE ${MADE}.whole.js "${worker}")
  execute_process(COMMAND ${ESBUILD} ${MADE}.whole.js --minify --format=iife --log-level=warning --outfile=${MADE}
                          COMMAND_ERROR_IS_FATAL ANY)
else()
  file(WRITE ${MADE} "${worker}")
endif()
