// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "engine/calibration.h"
#include "session/requests.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace quantloupe {

/// The activation ranges of a request, one for each layer of the program, and where they come from.
struct CalibrationResult
{
    ActivationRanges ranges;
    CalibratedRanges record;
    /// Samples the float network ran on for it.
    int samplesRun = 0;
};

/// What calibrations saw, and the ranges observers chose from it. The float network runs once for a
/// generator, plan and set of calibration inputs, whatever is asked of it afterwards; another
/// observer looks at the same histograms. Thread-safe: locked only to look up or insert.
class CalibrationStore
{
public:
    using Histograms = std::shared_ptr<const std::vector<ActivationHistogram>>;

    /// Ranges of the activations that `config` quantizes; empty where it quantizes none. Throws
    /// Error{BadInput} where a layer has no range yet and the pictures that the other ranges were
    /// made from are not given.
    CalibrationResult ranges(const CompareRequest &request, const QuantConfig &config,
                             const RunContext &context);
    CalibrationResult ranges(const CompareRequest &request, const RunContext &context)
    {
        return ranges(request, request.config, context);
    }
    /// One for each layer of the program.
    Histograms histograms(const CompareRequest &request, const RunContext &context);
    /// The same of held-out samples (see observeHeldOut()).
    Histograms heldOut(const CompareRequest &request, const RunContext &context);
    /// False where the ranges were made from pictures that are not given.
    static bool canSee(const CompareRequest &request);
    static GivenInputs inputs(const CompareRequest &request);
    /// What tells the calibration inputs of one request from those of another.
    static std::string identity(const CompareRequest &request);

private:
    using RangeKey = std::pair<std::size_t, ActivationSpec>;
    struct Known
    {
        Histograms histograms;
        std::map<RangeKey, ActivationRange> ranges;
    };

    /// Null where nothing like it was calibrated yet.
    Histograms find(const std::string &key);
    Histograms run(const std::string &key, const CompareRequest &request,
                   const RunContext &context);
    Histograms keep(const std::string &key, std::vector<ActivationHistogram> seen);
    ActivationRange range(const std::string &key, const Histograms &histograms, std::size_t layer,
                          const ActivationSpec &spec);

    std::mutex m_mutex;
    std::map<std::string, Known> m_known;
};

} // namespace quantloupe
