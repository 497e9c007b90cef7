# SPDX-License-Identifier: GPL-3.0-or-later
# `cpack` in a release build makes a .deb of the installed tree.
set(QUANTLOUPE_MAINTAINER "Quantloupe <quantloupe@localhost.localdomain>" CACHE STRING
    "Who answers for the package, as NAME <ADDRESS>")
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME quantloupe)
set(CPACK_PACKAGE_VENDOR Quantloupe)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "explorer for quantizing image generators")
set(CPACK_PACKAGE_DESCRIPTION
"Quantloupe opens an image generator, gives every layer its own bits and
quantizer, and shows float and quantized pictures of the same latents side
by side, with their size and their distance. It reads TorchScript files,
PyTorch state dicts and safetensors; two generators are built in.
.
The program quantloupe-cli does the same without a display.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER ${QUANTLOUPE_MAINTAINER})
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# LibTorch asks for some BLAS; the reference one is over ten times slower than this.
set(CPACK_DEBIAN_PACKAGE_DEPENDS libopenblas0-openmp)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-translations-l10n, qt6-wayland")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS python3)

if(GZIP_PROGRAM)
  set(debian ${CMAKE_BINARY_DIR}/debian)
  string(TIMESTAMP QUANTLOUPE_CHANGE_DATE "%a, %d %b %Y %H:%M:%S +0000" UTC)
  configure_file(${CMAKE_SOURCE_DIR}/packaging/debian/changelog.in ${debian}/changelog.Debian @ONLY)
  configure_file(${CMAKE_SOURCE_DIR}/CHANGELOG.md ${debian}/changelog COPYONLY)
  execute_process(COMMAND ${GZIP_PROGRAM} -9nkf ${debian}/changelog.Debian ${debian}/changelog)
  install(FILES ${debian}/changelog.Debian.gz ${debian}/changelog.gz
          ${CMAKE_SOURCE_DIR}/packaging/debian/copyright
          DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/quantloupe COMPONENT debian EXCLUDE_FROM_ALL)
endif()
install(FILES ${CMAKE_SOURCE_DIR}/packaging/debian/lintian-overrides RENAME quantloupe
        DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides COMPONENT debian EXCLUDE_FROM_ALL)
# The installed tree, and what only a Debian package has.
set(CPACK_INSTALL_CMAKE_PROJECTS
  "${CMAKE_BINARY_DIR};${PROJECT_NAME};ALL;/" "${CMAKE_BINARY_DIR};${PROJECT_NAME};debian;/")
include(CPack)
