# SPDX-License-Identifier: MIT
# The page as it is served: the files of web/ with core.bin (core.wasm, split), catalogue.bin and translations in build/PRESET/web, each beside its
# compressed forms, and the list of them with their hashes (src/shell/page_files.h). Where esbuild is, scripts and styles are
# joined (docs/page.md); where it is not, or with -D UH_ESBUILD=OFF, they are served as they are.

set(UH_PAGE_DIR ${PROJECT_BINARY_DIR}/web)
find_program(UH_BROTLI brotli)
find_program(UH_GZIP gzip)
find_program(UH_ESBUILD esbuild)
message(STATUS "page: joined by esbuild ${UH_ESBUILD}, compressed by gzip ${UH_GZIP}, brotli ${UH_BROTLI}")

file(GLOB_RECURSE page_sources CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/web ${PROJECT_SOURCE_DIR}/web/*)
# what only the tests and the type checker need
list(FILTER page_sources EXCLUDE REGEX "(^|/)(node_modules|tests|\\.)|^(package|package-lock|tsconfig)\\.json$|\\.d\\.ts$|\\.md$")
list(REMOVE_ITEM page_sources sw.js) # it knows all others

set(page_names)
set(page_made)
set(page_script ${PROJECT_SOURCE_DIR}/cmake/UhPageFile.cmake)
# uh_page_file(NAME SOURCE): one file of the page and its compressed forms
function(uh_page_file name source)
  set(made ${UH_PAGE_DIR}/${name})
  set(stamp ${PROJECT_BINARY_DIR}/page/${name}.line)
  set(outputs ${stamp})
  if(NOT source STREQUAL made)
    list(APPEND outputs ${made})
  endif()
  add_custom_command(
    OUTPUT ${outputs}
    COMMAND ${CMAKE_COMMAND} -D NAME=${name} -D SOURCE=${source} -D MADE=${made} -D LINE=${stamp} -D GZIP=${UH_GZIP}
            -D BROTLI=${UH_BROTLI} -P ${page_script}
    DEPENDS ${source} ${page_script}
    COMMENT "Compressing ${name}"
    VERBATIM)
  set(page_names ${page_names} ${name} PARENT_SCOPE)
  set(page_made ${page_made} ${stamp} PARENT_SCOPE)
endfunction()

if(UH_ESBUILD)
  set(joined_sources ${page_sources})
  list(FILTER joined_sources INCLUDE REGEX "\\.(js|css)$")
  list(REMOVE_ITEM page_sources ${joined_sources})
  list(TRANSFORM joined_sources PREPEND ${PROJECT_SOURCE_DIR}/web/)
  set(joined ${PROJECT_BINARY_DIR}/page/joined)
  add_custom_command(
    OUTPUT ${joined}/app.js ${joined}/app.css
    COMMAND ${UH_ESBUILD} ${PROJECT_SOURCE_DIR}/web/app.js ${PROJECT_SOURCE_DIR}/web/app.css --bundle --minify --format=esm
            --log-level=warning --outdir=${joined}
    DEPENDS ${joined_sources}
    COMMENT "Joining scripts and styles"
    VERBATIM)
  uh_page_file(app.js ${joined}/app.js)
  uh_page_file(app.css ${joined}/app.css)
endif()
foreach(name IN LISTS page_sources)
  uh_page_file(${name} ${PROJECT_SOURCE_DIR}/web/${name})
endforeach()
uh_page_file(catalogue.bin ${PROJECT_BINARY_DIR}/gen/catalogue.bin)
if(UH_HAVE_WASM)
  add_custom_command(
    OUTPUT ${PROJECT_BINARY_DIR}/page/core.bin
    COMMAND split ${UH_WASM_OUT} ${PROJECT_BINARY_DIR}/page/core.bin
    DEPENDS split ${UH_WASM_OUT}
    COMMENT "Splitting core.wasm"
    VERBATIM)
  uh_page_file(core.bin ${PROJECT_BINARY_DIR}/page/core.bin)
  if(UH_HAVE_LANGUAGES)
    foreach(tag IN LISTS UH_LANGUAGE_TAGS)
      uh_page_file(${tag}.bin ${UH_PAGE_DIR}/${tag}.bin)
    endforeach()
  endif()
endif()
string(JOIN "," page_lines ${page_made})
set(page_worker ${PROJECT_BINARY_DIR}/page/sw.js)
add_custom_command(
  OUTPUT ${page_worker}
  COMMAND ${CMAKE_COMMAND} -D LINES=${page_lines} -D SOURCE=${PROJECT_SOURCE_DIR}/web/sw.js -D MADE=${page_worker}
          -D ESBUILD=${UH_ESBUILD} -P ${PROJECT_SOURCE_DIR}/cmake/UhPageWorker.cmake
  DEPENDS ${page_made} ${PROJECT_SOURCE_DIR}/web/sw.js ${PROJECT_SOURCE_DIR}/cmake/UhPageWorker.cmake
  COMMENT "Listing the files for the service worker"
  VERBATIM)
uh_page_file(sw.js ${page_worker})

string(JOIN "," page_lines ${page_made})
add_custom_command(
  OUTPUT ${UH_PAGE_DIR}/files.txt
  COMMAND ${CMAKE_COMMAND} -D LINES=${page_lines} -D LIST=${UH_PAGE_DIR}/files.txt -P
          ${PROJECT_SOURCE_DIR}/cmake/UhPageList.cmake
  DEPENDS ${page_made} ${PROJECT_SOURCE_DIR}/cmake/UhPageList.cmake
  COMMENT "Listing the files of the page"
  VERBATIM)
add_custom_target(page ALL DEPENDS ${UH_PAGE_DIR}/files.txt)
add_dependencies(page uh_builtin uh_words) # they make the catalogue and the translations
if(TARGET wasm)
  add_dependencies(page wasm)
endif()

# what the list does not name (files of an earlier build) is not installed
foreach(name IN LISTS page_names)
  cmake_path(GET name PARENT_PATH folder)
  foreach(ending IN ITEMS "" .br .gz)
    set(optional OPTIONAL)
    if(ending STREQUAL "")
      set(optional)
    endif()
    install(FILES ${UH_PAGE_DIR}/${name}${ending} DESTINATION ${UH_DATA_DIR}/web/${folder} ${optional})
  endforeach()
endforeach()
install(FILES ${UH_PAGE_DIR}/files.txt DESTINATION ${UH_DATA_DIR}/web)
