// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/measurement_state.h"
#include "session/metrics_plan.h"
#include "session/metrics_sets.h"
#include "session/pair_source.h"
#include "session/reference_pictures.h"

#include <functional>
#include <memory>
#include <optional>

namespace quantloupe {

/// The reference of a measurement: pictures of files, or of the float generator on latents that
/// are not measured. Where files hold more pictures than samples, as many are drawn by the seed,
/// because folders and archives are often sorted by class. Every pass over it sees the same
/// pictures.
class MetricsReferenceSource
{
public:
    /// Opens the set of pictures. What it refers to must outlive it.
    MetricsReferenceSource(const MetricsRequest &request, const MetricsPlan &plan,
                           const SetMeter &meter, PairSource &pairs);

    /// Fills `sets.reference` and, for pictures of files, the halves. Parts of float pictures are
    /// kept in `state` and taken from it where `resumes` says so.
    void measure(const MeasurementState &state, bool resumes, MetricsSets &sets,
                 const RunContext &context);
    /// Projects them. `sets` is what measure() filled.
    void project(MetricsHistograms &histograms, const RunContext &context);
    /// The first pictures, for the bins of histograms.
    ImageStack firstPictures(const RunContext &context);

    /// Pictures that measure() reads or generates.
    std::size_t pictures() const { return m_images ? wantedImages() : m_request.count; }
    const ReferenceIdentity &identity() const { return m_identity; }
    const std::vector<std::string> &skipped() const { return m_skipped; }
    /// Why SWD cannot be measured against it; empty if it can.
    std::string swdObstacle() const;

private:
    /// Some pictures of a set of images and where they belong.
    struct ImagePart;
    using PartSink = std::function<void(const ImagePart &)>;
    enum class Pass { Measure, Project };

    void measureFloat(const MeasurementState &state, bool resumes, MetricsSets &sets,
                      const RunContext &context);
    void measureImages(MetricsSets &sets, const RunContext &context);
    void eachImagePart(Pass pass, const RunContext &context, const PartSink &sink);
    std::size_t wantedImages() const;

    const MetricsRequest &m_request;
    const MetricsPlan &m_plan;
    const SetMeter &m_meter;
    PairSource &m_pairs;
    std::size_t m_available = 0;
    std::optional<ReferencePictures> m_images;
    /// The half of each of the first 2 count pictures of the order; empty where there are not as
    /// many.
    std::vector<std::size_t> m_halfOf;
    ReferenceIdentity m_identity;
    std::vector<std::string> m_skipped;
};

} // namespace quantloupe
