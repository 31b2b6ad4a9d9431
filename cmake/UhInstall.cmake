# SPDX-License-Identifier: MIT
# What goes where on a machine: the program, its pages, completions, catalogue and licence.

set(UH_DATA_DIR ${CMAKE_INSTALL_DATADIR}/unhunch)

install(TARGETS unhunch)
install(FILES ${PROJECT_BINARY_DIR}/gen/catalogue.bin ${PROJECT_SOURCE_DIR}/catalogue/schema.json
        DESTINATION ${UH_DATA_DIR})
if(TARGET unhunch-web)
  install(TARGETS unhunch-web)
  configure_file(${PROJECT_SOURCE_DIR}/packaging/unhunch-web.service.in
                 ${PROJECT_BINARY_DIR}/packaging/unhunch-web.service @ONLY)
  # where systemd looks for units of users, below any prefix
  install(FILES ${PROJECT_SOURCE_DIR}/packaging/unhunch-web.socket
                ${PROJECT_BINARY_DIR}/packaging/unhunch-web.service
          DESTINATION lib/systemd/user)
endif()
if(UH_HAVE_DAEMON)
  install(TARGETS unhunchd)
  configure_file(${PROJECT_SOURCE_DIR}/packaging/unhunchd.service.in
                 ${PROJECT_BINARY_DIR}/packaging/unhunchd.service @ONLY)
  configure_file(${PROJECT_SOURCE_DIR}/packaging/unhunchd.desktop.in
                 ${PROJECT_BINARY_DIR}/packaging/unhunchd.desktop @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/packaging/unhunchd.service DESTINATION lib/systemd/user)
  install(FILES ${PROJECT_BINARY_DIR}/packaging/unhunchd.desktop
          DESTINATION ${CMAKE_INSTALL_SYSCONFDIR}/xdg/autostart)
endif()
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})

# The shells' completions come from the same table as the subcommands: the program writes them, the same whoever
# builds.
set(UH_COMPLETIONS)
foreach(shell IN ITEMS bash zsh fish)
  set(completion ${PROJECT_BINARY_DIR}/completions/unhunch.${shell})
  add_custom_command(
    OUTPUT ${completion}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/completions
    COMMAND ${CMAKE_COMMAND} -E env UNHUNCH_LANGUAGE=en $<TARGET_FILE:unhunch> completions ${shell} >
            ${completion}
    DEPENDS unhunch
    COMMENT "Writing the ${shell} completion"
    VERBATIM)
  list(APPEND UH_COMPLETIONS ${completion})
endforeach()
add_custom_target(completions ALL DEPENDS ${UH_COMPLETIONS})
install(FILES ${PROJECT_BINARY_DIR}/completions/unhunch.bash RENAME unhunch
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${PROJECT_BINARY_DIR}/completions/unhunch.zsh RENAME _unhunch
        DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${PROJECT_BINARY_DIR}/completions/unhunch.fish
        DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

find_program(UH_SCDOC scdoc)
function(uh_man page section)
  set(source ${PROJECT_SOURCE_DIR}/docs/man/${page}.${section}.scd)
  set(manual ${PROJECT_BINARY_DIR}/man/${page}.${section})
  if(NOT UH_SCDOC)
    return()
  endif()
  file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/man)
  add_custom_command(
    OUTPUT ${manual}
    COMMAND ${UH_SCDOC} < ${source} > ${manual}
    DEPENDS ${source}
    COMMENT "Writing ${page}(${section})"
    VERBATIM)
  add_custom_target(man_${page}_${section} ALL DEPENDS ${manual})
  install(FILES ${manual} DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section})
endfunction()
uh_man(unhunch 1)
uh_man(unhunch 5)
if(UH_HAVE_DAEMON)
  uh_man(unhunchd 8)
endif()

set(CPACK_GENERATOR DEB TGZ)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_CONTACT "unhunch contributors")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "A coach for the tight upper back of people who sit")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "xdg-utils")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "speech-dispatcher, speech-dispatcher-espeak-ng")
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
include(CPack)
