# SPDX-License-Identifier: MIT
# Writes MADE: SOURCE below the names of all files of the page and one hash over all of theirs, from LINES.
cmake_minimum_required(VERSION 3.22)
string(REPLACE "," ";" LINES "${LINES}")
set(names "")
set(all "")
foreach(line IN LISTS LINES)
  file(READ ${line} one)
  string(APPEND all "${one}")
  string(REGEX REPLACE "^[0-9a-f]+ [0-9]+ [^ ]+ ([^\n]+)\n$" "  '\\1',\n" one "${one}")
  string(APPEND names "${one}")
endforeach()
string(SHA256 hash "${all}")
string(SUBSTRING ${hash} 0 16 hash)
file(READ ${SOURCE} worker)
# without its comments, as the page's other scripts are
string(REGEX REPLACE "(^|\n)( *//[^\n]*\n)+" "\\1" worker "${worker}")
file(WRITE ${MADE} "const hash = '${hash}';\nconst files = [\n${names}];\n\n${worker}")
