# SPDX-License-Identifier: GPL-3.0-or-later
# Translations of the window are compiled into it where Qt's tools for them are (Debian:
# qt6-l10n-tools). They are looked for by name, because Debian has their CMake files in another
# package. The target `translations` brings the sources' strings into the .ts files.
set(qt_programs ${QT6_INSTALL_PREFIX}/${QT6_INSTALL_BINS})
find_program(LRELEASE_PROGRAM NAMES lrelease HINTS ${qt_programs} NO_DEFAULT_PATH)
find_program(LUPDATE_PROGRAM NAMES lupdate HINTS ${qt_programs} NO_DEFAULT_PATH)
file(GLOB translation_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/resources/translations/*.ts)

# quantloupe_add_translations(TARGET): the compiled translations as :/translations/*.qm.
function(quantloupe_add_translations target)
  if(NOT LRELEASE_PROGRAM)
    message(STATUS "There is no lrelease (Debian: qt6-l10n-tools); the window will speak English only.")
    return()
  endif()
  set(folder ${CMAKE_BINARY_DIR}/translations)
  file(MAKE_DIRECTORY ${folder})
  set(compiled "")
  foreach(source IN LISTS translation_sources)
    cmake_path(GET source STEM name)
    add_custom_command(OUTPUT ${folder}/${name}.qm
      COMMAND ${LRELEASE_PROGRAM} -silent ${source} -qm ${folder}/${name}.qm
      DEPENDS ${source} VERBATIM)
    list(APPEND compiled ${folder}/${name}.qm)
  endforeach()
  qt_add_resources(${target} translations PREFIX /translations BASE ${folder} FILES ${compiled})
endfunction()

if(LUPDATE_PROGRAM)
  add_custom_target(translations
    COMMAND ${LUPDATE_PROGRAM} ui app -extensions cpp,h -locations none -no-obsolete
            -ts ${translation_sources}
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} VERBATIM)
endif()
