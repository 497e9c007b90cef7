// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "engine/correction_run.h"
#include "quant/correction_report.h"

#include <vector>

namespace quantloupe {

/// Those of a task with one correction and those before it in the order of application.
struct CorrectionStage
{
    Correction last = Correction::FoldNorm;
    LayerCorrections corrections;
};

/// Those in effect on any layer, in the order in which they are applied.
std::vector<Correction> correctionsInEffect(const CorrectionTask &task,
                                            const LayerCorrections &corrections);

/// The errors of layers and output without `corrections` and with them, and those of the output
/// under each of `stages`, on `batches`. The stages are those of all corrections in effect but the
/// last, whose stage is `corrections`.
CorrectionReport measureCorrections(const CorrectionTask &task, const LayerCorrections &corrections,
                                    const std::vector<CorrectionStage> &stages,
                                    const std::vector<CalibrationBatch> &batches,
                                    const RunContext &context);

} // namespace quantloupe
