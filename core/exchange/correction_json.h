// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/correction_report.h"

#include <nlohmann/json.hpp>

#include <string>

namespace quantloupe {

/// The generator's corrections in a configuration file, {"bias-correction": true}; an empty object
/// for none.
nlohmann::ordered_json correctionsJson(const CorrectionChoice &choice);
/// Those of one layer whose choice is not the generator's: {"bias-correction": false}.
nlohmann::ordered_json correctionsJson(const CorrectionChoice &choice, const std::string &layer);

/// Inverse of the above; a layer's are read after the generator's. Throws Error{BadInput} for a
/// correction that is not known, or the library's own exception.
void parseCorrections(const nlohmann::ordered_json &json, CorrectionChoice &choice);
void parseCorrections(const nlohmann::ordered_json &json, const std::string &layer,
                      CorrectionChoice &choice);

/// What corrections bought, in answers.
nlohmann::ordered_json correctionReportJson(const CorrectionReport &report);

} // namespace quantloupe
