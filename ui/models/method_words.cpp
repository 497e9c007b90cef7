// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layer_edit.h"

#include "models/translate.h"

namespace quantloupe {

QString explanation(WeightMethod method)
{
    switch (method) {
    case WeightMethod::Float:
        return tr("Weights stay as they are.");
    case WeightMethod::MinMax:
        return tr("Equal steps over the whole range (Jacob et al., arXiv 1712.05877).");
    case WeightMethod::Mse:
        return tr("Equal steps, clipped where the squared error is least (as Banner et al., arXiv "
                  "1810.05723, who derive the clip; here it is searched).");
    case WeightMethod::Pow2:
        return tr(
            "Equal steps whose scale is a power of two (as TQT, Jain et al., MLSys 2020, which "
            "trains it; here it is the one of least squared error).");
    case WeightMethod::Extremes:
        return tr("Equal steps from the least weight to the greatest, both of them levels: where "
                  "EM begins, and the min-max that QGAN compares with (Wang et al., arXiv "
                  "1901.08263), in its usual form.");
    case WeightMethod::Em:
        return tr("Equal steps fitted by expectation maximization, as QGAN names it (Wang et al., "
                  "arXiv 1901.08263). The inner detail is the usual form.");
    case WeightMethod::KMeans:
        return tr("Free levels of least squared error, by dynamic programming (Wu, Journal of "
                  "Algorithms 12, 1991).");
    case WeightMethod::Log:
        return tr("Signed powers of two, a baseline that QGAN names (Miyashita et al., arXiv "
                  "1603.01025). The rounding is the usual form.");
    case WeightMethod::Tanh:
        return tr("Equal steps of tanh(w), from DoReFa (Zhou et al., arXiv 1606.06160), rescaled "
                  "by least squares.");
    case WeightMethod::Ternary:
        return tr("Three levels, threshold 0.7 of the mean magnitude (Li et al., arXiv "
                  "1605.04711).");
    case WeightMethod::TernaryExact:
        return tr("Three levels of least squared error, zero among them (Li et al., arXiv "
                  "1605.04711, equation 5, solved by sorting).");
    case WeightMethod::Binary:
        return tr("The sign times the mean magnitude (Rastegari et al., arXiv 1603.05279).");
    }
    return {};
}

} // namespace quantloupe
