# SPDX-License-Identifier: GPL-3.0-or-later
# Man pages, made from help pages while building.
find_program(GZIP_PROGRAM gzip)
set(manual_pages "")

# quantloupe_manual_page(PROGRAM PAGE SUMMARY): PROGRAM(1) from resources/help/PAGE.md, compressed
# where there is gzip.
function(quantloupe_manual_page program page summary)
  set(source ${CMAKE_SOURCE_DIR}/resources/help/${page}.md)
  set(converter ${CMAKE_SOURCE_DIR}/packaging/man/man_page.awk)
  set(manual ${CMAKE_BINARY_DIR}/man/${program}.1)
  file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/man)
  add_custom_command(OUTPUT ${manual}
    COMMAND awk -v program=${program} -v version=${PROJECT_VERSION} -v date=${QUANTLOUPE_RELEASE_DATE}
            -v "summary=${summary}"
            -f ${converter} ${source} > ${manual}
    DEPENDS ${source} ${converter} VERBATIM)
  set(installed ${manual})
  if(GZIP_PROGRAM)
    set(installed ${manual}.gz)
    add_custom_command(OUTPUT ${installed} COMMAND ${GZIP_PROGRAM} -9nkf ${manual}
                       DEPENDS ${manual} VERBATIM)
  endif()
  add_custom_target(manual-${program} DEPENDS ${installed})
  # Whoever has the program built can install it.
  add_dependencies(${program} manual-${program})
  install(FILES ${installed} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
endfunction()

quantloupe_manual_page(quantloupe-cli command-line "quantize image generators on the command line")
if(QUANTLOUPE_GUI)
  quantloupe_manual_page(quantloupe starting "explore the quantization of image generators")
endif()
