# SPDX-License-Identifier: GPL-3.0-or-later
include(GNUInstallDirs)
install(TARGETS quantloupe-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
if(QUANTLOUPE_GUI)
  install(TARGETS quantloupe RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
# Icons and help are part of the program; these are read by users and by their tools.
install(DIRECTORY ${CMAKE_SOURCE_DIR}/resources/architectures ${CMAKE_SOURCE_DIR}/resources/schema
        DESTINATION ${CMAKE_INSTALL_DATADIR}/quantloupe)
install(PROGRAMS ${CMAKE_SOURCE_DIR}/packaging/export_torchscript.py
        DESTINATION ${CMAKE_INSTALL_DATADIR}/quantloupe)
install(FILES ${CMAKE_SOURCE_DIR}/LICENSE ${CMAKE_SOURCE_DIR}/README.md ${CMAKE_SOURCE_DIR}/CHANGELOG.md
        DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/quantloupe)
