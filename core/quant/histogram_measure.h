// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/activation_range.h"
#include "quant/range_search.h"

namespace quantloupe {

/// The expected squared error of a histogram's values, those of a bin spread evenly over the part
/// of it between the extremes. Exact zeros have no error.
class HistogramMeasure : public ErrorMeasure
{
public:
    explicit HistogramMeasure(const ActivationHistogram &histogram);

    double error(float scale, CodeLimits limits) const override;
    /// No closed form is used: the error is smooth in the scale.
    double refit(float, CodeLimits) const override { return 0; }

private:
    struct Bin
    {
        double from = 0;
        double to = 0;
        double weight = 0;
    };
    std::vector<Bin> m_bins;
};

} // namespace quantloupe
