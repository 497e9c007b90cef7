// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "data/image_stack.h"
#include "metrics/feature_set.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace quantloupe {

/// Mean and covariance of the features of a set. Where there are fewer pictures than dimensions,
/// the features themselves stand for the covariance: they are smaller and exact.
struct FeatureStats
{
    FeatureIdentity identity;
    /// Pictures; 0 where a file does not tell.
    std::size_t n = 0;
    std::vector<double> mean;
    /// Unbiased (divided by n - 1), dimension x dimension; empty where `features` stand for it.
    std::vector<double> covariance;
    /// Empty where only the covariance was kept.
    Features features;
    /// How the pictures were fitted before the network's own input; its count says nothing. Absent
    /// where that is not known.
    std::optional<ImagePreparation> preparation = {};

    std::size_t dimension() const { return mean.size(); }
    /// Whether the covariance has less than full rank for want of pictures.
    bool isShort() const { return n > 0 && n <= dimension(); }
};

enum class KeepFeatures {
    WhereShort, ///< Only while there are fewer pictures than dimensions.
    Always
};

/// Gathers FeatureStats from batches in float64. Beyond the features kept, memory is about
/// 8 dimension^2 bytes, whatever the number of pictures. The result is the same to the bit for any
/// division into batches and any number of threads: pictures are added up in blocks of 256, counted
/// from the first one.
class FeatureAccumulator
{
public:
    explicit FeatureAccumulator(FeatureIdentity identity,
                                KeepFeatures keep = KeepFeatures::WhereShort);

    std::size_t count() const { return m_count; }
    /// The next pictures, of the identity's dimension; any thread, one at a time.
    void add(const Features &features, int threads, const RunContext &context);
    /// Ends the gathering.
    FeatureStats finish(int threads, const RunContext &context);

private:
    void fold(std::size_t rows, int threads, const RunContext &context);

    FeatureIdentity m_identity;
    KeepFeatures m_keep;
    std::size_t m_count = 0;
    /// Pictures that are in the mean and the scatter already.
    std::size_t m_folded = 0;
    /// Rows that are kept; the first `m_pendingFrom` of them are folded.
    std::vector<float> m_rows;
    std::size_t m_pendingFrom = 0;
    std::vector<double> m_mean;
    /// Sum of outer products of deviations from the mean; empty until something is folded.
    std::vector<double> m_scatter;
};

/// All at once.
FeatureStats featureStats(const Features &features, const FeatureIdentity &identity, int threads,
                          const RunContext &context);

/// dimension x dimension, from the features where they stand for it. Zeros for one picture.
std::vector<double> covarianceOf(const FeatureStats &stats);

} // namespace quantloupe
