# SPDX-License-Identifier: MIT
# What `unhunchd` is made of. libsystemd is needed; X11 and Wayland are taken where they are.

set(UH_HAVE_DAEMON FALSE)
set(UH_HAVE_X11 FALSE)
set(UH_HAVE_WAYLAND FALSE)
set(UH_HAVE_KDE_IDLE FALSE)
if(UH_DAEMON)
  pkg_check_modules(SYSTEMD QUIET IMPORTED_TARGET libsystemd)
  if(SYSTEMD_FOUND)
    set(UH_HAVE_DAEMON TRUE)
    pkg_check_modules(XCB QUIET IMPORTED_TARGET xcb xcb-sync)
    pkg_check_modules(WAYLAND QUIET IMPORTED_TARGET wayland-client)
    pkg_check_modules(WAYLAND_PROTOCOLS QUIET wayland-protocols)
    find_program(UH_WAYLAND_SCANNER wayland-scanner)
    set(UH_HAVE_X11 ${XCB_FOUND})
  elseif(NOT UH_DAEMON STREQUAL AUTO)
    message(FATAL_ERROR "UH_DAEMON=ON needs libsystemd-dev")
  endif()
endif()

if(UH_HAVE_DAEMON AND WAYLAND_FOUND AND UH_WAYLAND_SCANNER AND WAYLAND_PROTOCOLS_FOUND)
  pkg_get_variable(UH_WAYLAND_PROTOCOLS wayland-protocols pkgdatadir)
  set(UH_EXT_IDLE ${UH_WAYLAND_PROTOCOLS}/staging/ext-idle-notify/ext-idle-notify-v1.xml)
  if(EXISTS ${UH_EXT_IDLE})
    set(UH_HAVE_WAYLAND TRUE)
  endif()
  # KDE's older protocol is in a package of its own
  find_file(UH_KDE_IDLE plasma-wayland-protocols/idle.xml PATHS /usr/share /usr/local/share)
  if(UH_HAVE_WAYLAND AND UH_KDE_IDLE)
    set(UH_HAVE_KDE_IDLE TRUE)
  endif()
endif()
message(STATUS "unhunchd: ${UH_HAVE_DAEMON} (X11: ${UH_HAVE_X11}, Wayland: ${UH_HAVE_WAYLAND}, "
               "KDE's idle protocol: ${UH_HAVE_KDE_IDLE})")

# uh_protocol(NAME XML SIDE RESULT): header and code of one side of a protocol; the code file.
function(uh_protocol name xml side ret_code)
  set(gen ${PROJECT_BINARY_DIR}/gen/protocols)
  file(MAKE_DIRECTORY ${gen})
  set(header ${gen}/${name}-${side}-protocol.h)
  set(code ${gen}/${name}-${side}-protocol.c)
  add_custom_command(
    OUTPUT ${header} ${code}
    COMMAND ${UH_WAYLAND_SCANNER} ${side}-header ${xml} ${header}
    COMMAND ${UH_WAYLAND_SCANNER} private-code ${xml} ${code}
    DEPENDS ${xml}
    COMMENT "Writing ${name} (${side})"
    VERBATIM)
  set(${ret_code} ${code} ${header} PARENT_SCOPE)
endfunction()

if(UH_HAVE_WAYLAND)
  uh_protocol(ext-idle-notify-v1 ${UH_EXT_IDLE} client ext_code)
  set(kde_code)
  if(UH_HAVE_KDE_IDLE)
    uh_protocol(kde-idle ${UH_KDE_IDLE} client kde_code)
  endif()
  # not our code: our warnings do not apply
  add_library(uh_idle_protocols STATIC ${ext_code} ${kde_code})
  target_include_directories(uh_idle_protocols SYSTEM PUBLIC ${PROJECT_BINARY_DIR}/gen/protocols)
  target_link_libraries(uh_idle_protocols PUBLIC PkgConfig::WAYLAND)
endif()
