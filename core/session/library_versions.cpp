// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/library_versions.h"

#include <ATen/Version.h>
#include <torch/version.h>

#include <fstream>
#include <string_view>

namespace quantloupe {

namespace {

/// "2.6.0" of "Intel(R) MKL-DNN v2.6.0 (Git Hash ...)".
std::string numberAfterV(const std::string &text)
{
    const std::size_t mark = text.find(" v");
    if (mark == std::string::npos)
        return {};
    const std::string number = text.substr(mark + 2);
    return number.substr(0, number.find_first_not_of("0123456789."));
}

} // namespace

std::string libTorchVersion()
{
    return TORCH_VERSION;
}

std::string oneDnnVersion()
{
    return numberAfterV(at::get_mkldnn_version());
}

std::string processorName()
{
    constexpr std::string_view kKey = "model name";
    std::ifstream facts("/proc/cpuinfo");
    for (std::string line; std::getline(facts, line);) {
        const std::size_t colon = line.find(": ");
        if (line.starts_with(kKey) && colon != std::string::npos)
            return line.substr(colon + 2);
    }
    return {};
}

} // namespace quantloupe
