# SPDX-License-Identifier: MIT
# The translations in po/ as tables in C, by msgfmt and wordc. Without msgfmt everything speaks English.

set(UH_LANGUAGE_TAGS de) # one for each row of src/words/language.c beside English

find_program(UH_MSGFMT msgfmt)
set(UH_HAVE_LANGUAGES FALSE)
if(UH_LANGUAGES AND UH_MSGFMT)
  set(UH_HAVE_LANGUAGES TRUE)
  message(STATUS "languages: en ${UH_LANGUAGE_TAGS}")
elseif(UH_LANGUAGES AND NOT UH_LANGUAGES STREQUAL AUTO)
  message(FATAL_ERROR "UH_LANGUAGES=ON needs msgfmt (package gettext)")
else()
  message(STATUS "languages: en alone (for ${UH_LANGUAGE_TAGS}: msgfmt of the package gettext)")
endif()

# uh_translations(RESULT): how the tables are made, in the folder that compiles them; their files.
function(uh_translations ret_tables)
  set(gen ${PROJECT_BINARY_DIR}/gen)
  file(MAKE_DIRECTORY ${gen})
  set(tables)
  foreach(tag IN LISTS UH_LANGUAGE_TAGS)
    set(table ${gen}/translation_${tag}.c)
    set(po ${PROJECT_SOURCE_DIR}/po/${tag}.po)
    set(mo ${gen}/${tag}.mo)
    if(UH_HAVE_LANGUAGES)
      add_custom_command(
        OUTPUT ${table} ${mo} ${gen}/${tag}.bin
        COMMAND ${UH_MSGFMT} --check --output-file=${mo} ${po}
        COMMAND wordc tables ${tag} ${mo} ${po} ${table} ${gen}/${tag}.bin
        DEPENDS wordc ${po}
        COMMENT "Compiling ${tag}.po"
        VERBATIM)
    else()
      add_custom_command(
        OUTPUT ${table}
        COMMAND wordc no-tables ${tag} ${table}
        DEPENDS wordc
        COMMENT "No ${tag}: gettext is not here"
        VERBATIM)
    endif()
    list(APPEND tables ${table})
  endforeach()
  set(${ret_tables} ${tables} PARENT_SCOPE)
endfunction()
