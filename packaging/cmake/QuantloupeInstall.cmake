# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` puts where; the programs find nothing by absolute paths.
include(GNUInstallDirs)
# Of the day on which it is built, unless SOURCE_DATE_EPOCH says another.
string(TIMESTAMP QUANTLOUPE_RELEASE_DATE "%Y-%m-%d" UTC)
include(QuantloupeManual)
set(share ${CMAKE_SOURCE_DIR}/packaging/share)

install(TARGETS quantloupe-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
# Icons and help are part of the program; these are read by users and by their tools.
install(DIRECTORY ${CMAKE_SOURCE_DIR}/resources/architectures ${CMAKE_SOURCE_DIR}/resources/schema
        DESTINATION ${CMAKE_INSTALL_DATADIR}/quantloupe)
install(PROGRAMS ${CMAKE_SOURCE_DIR}/packaging/export_torchscript.py
        DESTINATION ${CMAKE_INSTALL_DATADIR}/quantloupe)
install(FILES ${CMAKE_SOURCE_DIR}/LICENSE ${CMAKE_SOURCE_DIR}/README.md ${CMAKE_SOURCE_DIR}/CHANGELOG.md
        DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/quantloupe)
install(DIRECTORY ${CMAKE_SOURCE_DIR}/resources/help DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/quantloupe)
install(FILES ${share}/quantloupe-mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages
        RENAME quantloupe.xml)

if(QUANTLOUPE_GUI)
  install(TARGETS quantloupe RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  install(FILES ${share}/quantloupe.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
  set(metainfo org.quantloupe.Quantloupe.metainfo.xml)
  configure_file(${share}/${metainfo}.in ${CMAKE_BINARY_DIR}/${metainfo} @ONLY)
  install(FILES ${CMAKE_BINARY_DIR}/${metainfo} DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
endif()
include(QuantloupePackage)
