# SPDX-License-Identifier: GPL-3.0-or-later
find_package(Torch REQUIRED)
# Debian's three module packages come without OpenCVConfig.cmake, which libopencv-dev holds
# together with every other module.
find_path(OpenCV_INCLUDE_DIRS opencv2/core.hpp PATH_SUFFIXES opencv4 REQUIRED)
foreach(module core imgproc imgcodecs)
  find_library(OpenCV_${module}_LIBRARY opencv_${module} REQUIRED)
  list(APPEND OpenCV_LIBRARIES ${OpenCV_${module}_LIBRARY})
endforeach()
find_package(nlohmann_json 3.11 REQUIRED)
find_package(CLI11 REQUIRED)
find_package(LibArchive REQUIRED)
find_package(ZLIB REQUIRED)
find_package(JPEG REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(SQLite3 3.37 REQUIRED)
find_package(Threads REQUIRED)
find_path(RE2_INCLUDE_DIR re2/re2.h REQUIRED)
find_library(RE2_LIBRARY re2 REQUIRED)

if(QUANTLOUPE_GUI)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets PrintSupport Svg Test)
  find_package(QCustomPlotQt6 REQUIRED)
endif()

# LibTorch is seen by a few files only; as a system library its warnings are not ours.
add_library(quantloupe_libtorch INTERFACE)
target_include_directories(quantloupe_libtorch SYSTEM INTERFACE ${TORCH_INCLUDE_DIRS})
target_link_libraries(quantloupe_libtorch INTERFACE ${TORCH_LIBRARIES})
separate_arguments(quantloupe_torch_flags UNIX_COMMAND "${TORCH_CXX_FLAGS}")
target_compile_options(quantloupe_libtorch INTERFACE ${quantloupe_torch_flags})
