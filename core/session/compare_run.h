// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "engine/input_batch.h"
#include "engine/overlay_builder.h"
#include "model/generator.h"
#include "session/lane_caches.h"
#include "session/requests.h"

namespace quantloupe {

/// One comparison, micro-batch by micro-batch.
class CompareRun
{
public:
    CompareRun(const CompareRequest &request, LaneCaches &caches, const CalibratedSites &sites);

    CompareReport execute(const RunContext &context, const PairSink &sink);

private:
    std::vector<SamplePair> runBatch(const BatchSamples &batch, const RunContext &context);
    void addLayerReports(CompareReport &report) const;

    const CompareRequest &m_request;
    const Generator &m_generator;
    LaneCaches &m_caches;
    const CalibratedSites &m_sites;
    BuiltOverlay m_overlay;
    RunFacts m_facts;
};

/// Runs only the configured network and hands over its pictures.
void sampleRun(const CompareRequest &request, LaneCaches &caches, const CalibratedSites &sites,
               const RunContext &context, const SampleSink &sink, RunFacts &facts);

SizeReport sizeOf(const Generator &generator, const QuantConfig &config);

} // namespace quantloupe
