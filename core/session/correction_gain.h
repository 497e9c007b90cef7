// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "engine/correction_run.h"
#include "quant/correction_report.h"

#include <vector>

namespace quantloupe {

/// The errors of layers and output without `corrections` and with them, on `batches`.
CorrectionReport measureCorrections(const CorrectionTask &task, const LayerCorrections &corrections,
                                    const std::vector<CalibrationBatch> &batches,
                                    const RunContext &context);

} // namespace quantloupe
