// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"
#include "metrics/feature_stats.h"
#include "metrics/set_features.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace quantloupe::cli {

/// Pictures to measure, or statistics of a file.
struct FeatureSource
{
    std::string name;
    /// Null for a file of statistics.
    ImageSetPtr images;
    std::optional<FeatureStats> stats;

    /// Pictures there are, at most `count` of a set; 0 where a file does not tell.
    std::size_t size(std::size_t count) const;
};

FeatureSource openFeatureSource(const std::string &source);

/// Two sources, the extractor for them, and how pictures are read. Commands about one set leave B
/// empty.
class FeatureSets
{
public:
    /// Opens sources and, where pictures are to be measured, the extractor. Throws Error{BadInput}
    /// if that is missing, if statistics were measured with another one or of pictures prepared
    /// otherwise, or if options change nothing.
    FeatureSets(CommandContext &context, const FeatureDistanceOptions &options);

    const FeatureSource &a() const { return m_a; }
    const FeatureSource &b() const { return m_b; }
    /// That of the extractor or of whichever file tells it.
    const FeatureIdentity &identity() const { return m_identity; }
    /// How pictures are fitted, or were by whichever file tells it.
    const std::optional<ImagePreparation> &preparation() const { return m_preparation; }
    /// One sentence for each picture measured so far that could not be read.
    const std::vector<std::string> &skipped() const { return m_skipped; }

    /// Throws Error{BadInput} naming a file that holds no features, before anything is measured.
    void requireFeatures() const;
    /// Features of the first `count` pictures in batches; of a file those it keeps. Throws
    /// Error{BadInput} for a file without features.
    void measure(const FeatureSource &source, std::size_t count, const RunContext &run,
                 const FeatureSink &sink);
    /// Statistics of the first `count` pictures, or those of the file.
    FeatureStats stats(const FeatureSource &source, std::size_t count, const RunContext &run);
    /// All features of the first `count` pictures.
    Features features(const FeatureSource &source, std::size_t count, const RunContext &run);

    /// How the sets were measured, for the answer: extractor, pipeline, preparation, skipped and
    /// warnings.
    void addTo(nlohmann::ordered_json &answer) const;
    /// The same in one line.
    std::string text() const;

private:
    void openExtractor();
    void takeStatistics();
    void requireOneMeasure(const FeatureSource &source) const;
    void assumeOneMeasure(const FeatureSource &source);

    CommandContext &m_context;
    const FeatureDistanceOptions &m_options;
    FeatureSource m_a;
    FeatureSource m_b;
    FeatureExtractorPtr m_extractor;
    FeatureIdentity m_identity;
    std::optional<ImagePreparation> m_preparation;
    std::vector<std::string> m_skipped;
    /// Sets that do not tell how they were measured.
    std::vector<std::string> m_assumed;
};

/// tool, version, command, seed and both sources of an answer.
nlohmann::ordered_json distanceHead(const CommandContext &context, const std::string &command,
                                    const FeatureDistanceOptions &options);

/// Why there is no floor at n pictures from `available` ones; empty if there is one.
std::string floorObstacle(std::size_t n, std::size_t available);

} // namespace quantloupe::cli
