// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/activation_range.h"
#include "quant/code_limits.h"
#include "quant/range_search.h"

namespace quantloupe {

/// Ends of what an observer keeps; lowest <= 0 <= highest, so that zero is a level.
struct KeptRange
{
    double lowest = 0;
    double highest = 0;

    bool isZero() const { return lowest == 0 && highest == 0; }
};

/// The codes a range is put on: signed ones around zero, or 0..2^bits-1 (from zero on where nothing
/// negative is kept).
struct SiteCodes
{
    int bits = 8;
    bool isSigned = false;

    std::int32_t quantMax() const
    {
        return isSigned ? symmetricLimits(bits, CodeRange::Narrow).above : affineQuantMax(bits);
    }
    std::int32_t quantMin() const { return isSigned ? -quantMax() : 0; }
    /// Distinct codes.
    std::int32_t levels() const { return quantMax() - quantMin() + 1; }
};

/// Symmetric with a negative calibration value is signed, everything else is not.
SiteCodes siteCodes(const ActivationHistogram &seen, const ActivationSpec &spec);

/// Scale and zero point whose codes reach as far as from end to end; symmetrically to the farther
/// end on signed codes. On the others see minMaxAffine(), which may clip half a step at an end.
AffineRange rangeOn(const SiteCodes &codes, const KeptRange &kept);
/// The same, but codes from zero on reach over both ends: see widenedAffine().
AffineRange widenedRangeOn(const SiteCodes &codes, const KeptRange &kept);

/// MinMax (Jacob et al., arXiv 1712.05877, section 3.1): the extremes of all values.
KeptRange extremesOf(const ActivationHistogram &seen);

/// MovingAverage (Jacob et al., section 3.1, who give no constant; PyTorch's
/// MovingAverageMinMaxObserver, which takes batches and 0.01): of the first sample its extremes,
/// then end += averaging (extreme of the sample - end), in the order of calibration. Samples rather
/// than batches, so that the result does not depend on the batches.
KeptRange movingAverageOf(const ActivationHistogram &seen, double averaging);

/// MeanExtremes (OpenVINO's Post-training Optimization Tool, DefaultQuantization of activations):
/// on signed codes -m..m with m the mean over samples of max|x|; else from the mean of the minima
/// to the mean of the maxima, widened until zero is a level: for widenedRangeOn().
KeptRange meanExtremesOf(const ActivationHistogram &seen, const SiteCodes &codes);

/// Percentile (usual form): the places beyond which the share lies, at each end that has values,
/// linear within a bin.
KeptRange percentilesOf(const ActivationHistogram &seen, double share);

/// Mse (usual form): least expected squared error with the values of a bin spread evenly over it,
/// exact zeros aside; the search is that of the weights (range_search.h).
AffineRange leastErrorRange(const ActivationHistogram &seen, const SiteCodes &codes);

/// Entropy (S. Migacz, 8-bit inference with TensorRT, GTC 2017; ONNX Runtime's calibrator, which
/// keeps -t..t and the extremes' intersection; the usual form): of the thresholds t at the bins'
/// ends, down to as many bins as there are levels, that with the least divergence sum(P log(P / Q))
/// in nats. P: the bins within -t..t and the extremes, those beyond added to the outermost. Q:
/// the bins within without those beyond, all of one code made equal where P is not zero. Exact
/// zeros aside. More levels than bins keep the extremes. Of equal divergences the larger t.
AffineRange leastDivergenceRange(const ActivationHistogram &seen, const SiteCodes &codes);

} // namespace quantloupe
