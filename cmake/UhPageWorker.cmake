# SPDX-License-Identifier: MIT
# Writes MADE: SOURCE below the list of all files of the page with their hashes, from LINES.
cmake_minimum_required(VERSION 3.22)
string(REPLACE "," ";" LINES "${LINES}")
set(list "")
foreach(line IN LISTS LINES)
  file(READ ${line} one)
  string(REGEX REPLACE "^([0-9a-f]+) [0-9]+ [^ ]+ ([^\n]+)\n$" "  '\\2': '\\1'," one "${one}")
  string(APPEND list "${one}\n")
endforeach()
file(READ ${SOURCE} worker)
file(WRITE ${MADE} "const files = {\n${list}};\n\n${worker}")
