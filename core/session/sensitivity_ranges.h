// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/sensitivity_request.h"
#include "session/session.h"

#include <map>
#include <span>
#include <string>
#include <utility>

namespace quantloupe {

/// The activation ranges of many configurations of one request.
class SensitivityRanges
{
public:
    /// Calibrates where one of `configs` quantizes activations.
    SensitivityRanges(Session &session, const SensitivityRequest &request,
                      std::span<const QuantConfig *const> configs, const RunContext &context);

    /// One for each layer; none where `config` quantizes no activation.
    ActivationRanges of(const QuantConfig &config) const;

private:
    const GeneratorInfo &m_info;
    std::map<std::pair<std::string, ActivationSpec>, ActivationRange> m_known;
};

} // namespace quantloupe
