# SPDX-License-Identifier: MIT

# Files that are named in a list but not there yet are left out with a word.
function(uh_landed ret_sources)
  set(landed)
  foreach(source IN LISTS ARGN)
    if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${source})
      list(APPEND landed ${source})
    else()
      file(RELATIVE_PATH room ${PROJECT_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
      message(STATUS "Not there yet: ${room}/${source}")
      set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR})
    endif()
  endforeach()
  set(${ret_sources} ${landed} PARENT_SCOPE)
endfunction()

# uh_room(NAME [PURE] SOURCES file... [LIBS target...])
# One room of src/ as a static library. PURE: no I/O, heap or clock; also built as WebAssembly.
function(uh_room name)
  cmake_parse_arguments(PARSE_ARGV 1 room "PURE" "" "SOURCES;LIBS")
  add_library(${name} STATIC ${room_SOURCES})
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(${name} PUBLIC ${room_LIBS} PRIVATE uh_strict)
  if(room_PURE)
    target_compile_options(${name} PRIVATE ${UH_PURE_FLAGS})
    target_link_libraries(${name} PUBLIC m)
  endif()
endfunction()
