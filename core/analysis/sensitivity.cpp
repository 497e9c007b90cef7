// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/sensitivity.h"

#include "base/error.h"

#include <array>

namespace quantloupe {

namespace {

constexpr std::array kSites = {SensitivitySite::Weights, SensitivitySite::Activations,
                               SensitivitySite::Both};
constexpr std::array kModes = {SensitivityMode::Alone, SensitivityMode::LeaveOneOut};

} // namespace

std::span<const SensitivitySite> sensitivitySites()
{
    return kSites;
}

std::span<const SensitivityMode> sensitivityModes()
{
    return kModes;
}

std::string_view name(SensitivitySite site)
{
    switch (site) {
    case SensitivitySite::Weights:
        return "weights";
    case SensitivitySite::Activations:
        return "activations";
    case SensitivitySite::Both:
        break;
    }
    return "both";
}

std::string_view name(SensitivityMode mode)
{
    return mode == SensitivityMode::Alone ? "alone" : "leave-one-out";
}

SensitivitySite parseSensitivitySite(std::string_view text)
{
    for (const SensitivitySite site : kSites)
        if (name(site) == text)
            return site;
    throw Error(ErrorKind::BadInput, "There is no site '" + std::string(text) +
                                         "'; the sites are weights, activations, both.");
}

SensitivityMode parseSensitivityMode(std::string_view text)
{
    for (const SensitivityMode mode : kModes)
        if (name(mode) == text)
            return mode;
    throw Error(ErrorKind::BadInput, "There is no mode '" + std::string(text) +
                                         "'; the modes are alone, leave-one-out.");
}

} // namespace quantloupe
