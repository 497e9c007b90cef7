# SPDX-License-Identifier: GPL-3.0-or-later
include(GNUInstallDirs)
# PNG icons of every size, drawn from the SVG while building. Up to 48 pixels they come from a
# drawing made for the grid of 16 pixels.
set(QUANTLOUPE_ICON_SIZES 16 24 32 48 64 128 256 512)
set(QUANTLOUPE_ICON_DIR ${CMAKE_BINARY_DIR}/icons)

add_executable(quantloupe-render-icon packaging/tools/render_icon.cpp)
set_target_properties(quantloupe-render-icon PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tools)
target_link_libraries(quantloupe-render-icon PRIVATE Qt6::Gui Qt6::Svg)

file(MAKE_DIRECTORY ${QUANTLOUPE_ICON_DIR})
set(QUANTLOUPE_ICONS "")
foreach(size IN LISTS QUANTLOUPE_ICON_SIZES)
  set(drawing quantloupe)
  if(size LESS_EQUAL 48)
    set(drawing quantloupe-small)
  endif()
  set(svg ${CMAKE_SOURCE_DIR}/resources/icons/${drawing}.svg)
  set(png ${QUANTLOUPE_ICON_DIR}/quantloupe-${size}.png)
  add_custom_command(OUTPUT ${png} 
                     COMMAND ${CMAKE_COMMAND} -E env ASAN_OPTIONS=detect_leaks=0
                             $<TARGET_FILE:quantloupe-render-icon> ${svg} ${size} ${png}
                     DEPENDS quantloupe-render-icon ${svg} VERBATIM)
  list(APPEND QUANTLOUPE_ICONS ${png})
  install(FILES ${png} RENAME quantloupe.png
          DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/${size}x${size}/apps)
endforeach()
add_custom_target(icons ALL DEPENDS ${QUANTLOUPE_ICONS})
install(FILES resources/icons/quantloupe.svg
        DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
