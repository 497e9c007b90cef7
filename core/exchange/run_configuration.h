// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/config_file.h"
#include "quant/correction_rules.h"
#include "quant/quant_config.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace quantloupe {

/// The configuration that the words of a command ask for: a file, rules over it, corrections.
struct RunConfiguration
{
    /// Of --config, absolute or built in; empty for none.
    std::string file;
    /// Of --set, in their order.
    std::vector<std::string> rules;
    std::vector<CorrectionRule> corrections;

    bool isEmpty() const { return file.empty() && rules.empty() && corrections.empty(); }
};

/// `folder` is where relative paths of the words begin.
RunConfiguration configurationAsked(const std::vector<std::string> &words,
                                    const std::filesystem::path &folder);

/// Rules and corrections over `base`, which is that of the file. Throws Error{BadInput} for a rule
/// that is broken or matches none of the layers.
QuantConfig configurationOf(const RunConfiguration &asked, QuantConfig base,
                            std::span<const LayerInfo> layers);

/// The configuration that the answer of a search holds, whatever the answer is; absent for that of
/// another command, or of none. Throws Error{BadInput} that names `source`.
std::optional<ConfigFile> bestConfiguration(const std::string &answer, const std::string &source);

} // namespace quantloupe
