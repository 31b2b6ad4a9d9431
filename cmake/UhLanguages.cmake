# SPDX-License-Identifier: MIT
# English and the translations in po/ as images, by wordc and msgfmt: in C for the programs, a translation as a file for the
# page. Without msgfmt everything speaks English.

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

# uh_translations(RESULT): how they are made, in the folder that compiles them; the files of C.
function(uh_translations ret_sources)
  set(gen ${PROJECT_BINARY_DIR}/gen)
  set(web ${PROJECT_BINARY_DIR}/web)
  file(MAKE_DIRECTORY ${gen} ${web})
  set(english ${gen}/translation_en.c)
  add_custom_command(
    OUTPUT ${english}
    COMMAND wordc english ${english}
    DEPENDS wordc
    COMMENT "Compiling English"
    VERBATIM)
  set(sources ${english})
  foreach(tag IN LISTS UH_LANGUAGE_TAGS)
    set(source ${gen}/translation_${tag}.c)
    set(po ${PROJECT_SOURCE_DIR}/po/${tag}.po)
    set(mo ${gen}/${tag}.mo)
    if(UH_HAVE_LANGUAGES)
      add_custom_command(
        OUTPUT ${source} ${mo} ${web}/${tag}.bin
        COMMAND ${UH_MSGFMT} --check --output-file=${mo} ${po}
        COMMAND wordc compile ${tag} ${mo} ${po} ${source} ${web}/${tag}.bin
        DEPENDS wordc ${po}
        COMMENT "Compiling ${tag}.po"
        VERBATIM)
    else()
      add_custom_command(
        OUTPUT ${source}
        COMMAND wordc compile-none ${tag} ${source}
        DEPENDS wordc
        COMMENT "No ${tag}: gettext is not here"
        VERBATIM)
    endif()
    list(APPEND sources ${source})
  endforeach()
  set(${ret_sources} ${sources} PARENT_SCOPE)
endfunction()
