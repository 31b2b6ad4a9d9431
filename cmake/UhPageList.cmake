# SPDX-License-Identifier: MIT
# Joins the lines of the page's files into LIST.
cmake_minimum_required(VERSION 3.22)
string(REPLACE "," ";" LINES "${LINES}")
set(text "")
foreach(line IN LISTS LINES)
  file(READ ${line} one)
  string(APPEND text "${one}")
endforeach()
file(WRITE ${LIST} "${text}")
