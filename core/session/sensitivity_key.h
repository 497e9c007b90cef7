// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/sensitivity_request.h"

namespace quantloupe {

/// The keys of a request's cells: they hold all that a value depends on, corrections, and the state
/// of the files of references and networks among it.
class SensitivityKeys
{
public:
    explicit SensitivityKeys(const SensitivityRequest &request);

    /// Of the value of `config` on the latents of a repeat.
    CellKey of(const QuantConfig &config, int repeat) const;

private:
    /// Texts that stand for all but configuration, repeat and calibration.
    std::string m_common;
    /// For configurations that quantize activations or are corrected.
    std::string m_calibration;
};

} // namespace quantloupe
