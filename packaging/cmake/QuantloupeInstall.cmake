# SPDX-License-Identifier: GPL-3.0-or-later
include(GNUInstallDirs)
install(TARGETS quantloupe-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
if(QUANTLOUPE_GUI)
  install(TARGETS quantloupe RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
