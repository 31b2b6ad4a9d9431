# SPDX-License-Identifier: MIT

# uh_room(NAME [PURE] SOURCES file... [PROGRAM_SOURCES file...] [LIBS target...])
# One room of src/ as a static library. PURE: no I/O, heap or clock; also built as WebAssembly, without PROGRAM_SOURCES.
function(uh_room name)
  cmake_parse_arguments(PARSE_ARGV 1 room "PURE" "" "SOURCES;PROGRAM_SOURCES;LIBS")
  add_library(${name} STATIC ${room_SOURCES} ${room_PROGRAM_SOURCES})
  set_target_properties(${name} PROPERTIES UH_PAGE_SOURCES "${room_SOURCES}")
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(${name} PUBLIC ${room_LIBS} PRIVATE uh_strict)
  if(room_PURE)
    target_compile_options(${name} PRIVATE ${UH_PURE_FLAGS})
    target_link_libraries(${name} PUBLIC m)
  endif()
endfunction()
