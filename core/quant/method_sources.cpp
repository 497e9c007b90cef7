// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/corrections.h"
#include "quant/quant_spec.h"

#include <array>

namespace quantloupe {

std::span<const WeightMethod> weightMethods()
{
    static constexpr std::array kMethods = {
        WeightMethod::MinMax, WeightMethod::Mse,     WeightMethod::Extremes,
        WeightMethod::Em,     WeightMethod::KMeans,  WeightMethod::Log,
        WeightMethod::Tanh,   WeightMethod::Ternary, WeightMethod::TernaryExact,
        WeightMethod::Binary, WeightMethod::Pow2};
    return kMethods;
}

std::string_view sourceOf(WeightMethod method)
{
    switch (method) {
    case WeightMethod::Float:
        return "not quantized";
    case WeightMethod::MinMax:
        return "equal steps from end to end (Jacob et al., arXiv 1712.05877)";
    case WeightMethod::Mse:
        return "equal steps, clipped where the squared error is least (as Banner et al., arXiv "
               "1810.05723, who derive the clip; here it is searched); the default";
    case WeightMethod::Extremes:
        return "equal steps from the least weight to the greatest, both of them levels: where EM "
               "begins, the min-max that QGAN (Wang et al., arXiv 1901.08263) compares with, in "
               "its "
               "usual form";
    case WeightMethod::Em:
        return "equal steps fitted by expectation maximization, as QGAN (Wang et al., arXiv "
               "1901.08263) names it; the inner detail is the usual form";
    case WeightMethod::KMeans:
        return "free levels of least squared error, by dynamic programming (Wu, J. Algorithms 12, "
               "1991)";
    case WeightMethod::Log:
        return "signed powers of two, a baseline that QGAN names (Miyashita et al., arXiv "
               "1603.01025); the rounding is the usual form";
    case WeightMethod::Tanh:
        return "equal steps of tanh(w) (DoReFa, Zhou et al., arXiv 1606.06160), "
               "rescaled by least squares";
    case WeightMethod::Ternary:
        return "threshold 0.7 mean|w| (TWN, Li et al., arXiv 1605.04711)";
    case WeightMethod::TernaryExact:
        return "three levels of least squared error, zero among them (TWN, Li et al., arXiv "
               "1605.04711, equation 5, solved by sorting)";
    case WeightMethod::Binary:
        return "sign(w) mean|w| (XNOR-Net, Rastegari et al., arXiv 1603.05279)";
    case WeightMethod::Pow2:
        return "equal steps whose scale is a power of two (as TQT, Jain et al., MLSys 2020, which "
               "trains it; here it is the one of least squared error)";
    }
    return {};
}

std::string_view sourceOf(RangeEstimator estimator)
{
    switch (estimator) {
    case RangeEstimator::MinMax:
        return "the extremes of all calibration values (Jacob et al., arXiv 1712.05877)";
    case RangeEstimator::MovingAverage:
        return "extremes of the samples, each further one weighted by 0.01 or average=<c> (as "
               "PyTorch's moving-average observer, which takes batches)";
    case RangeEstimator::MeanExtremes:
        return "means of the extremes of the samples (as OpenVINO POT)";
    case RangeEstimator::Percentile:
        return "0.0001, or percentile=<p>, of the values cut off at each end; the default";
    case RangeEstimator::Mse:
        return "clipped where the squared error is least";
    case RangeEstimator::Entropy:
        return "clipped where the Kullback-Leibler divergence of the histograms is least (as "
               "TensorRT and ONNX Runtime; the usual form)";
    }
    return {};
}

std::string_view sourceOf(Correction correction)
{
    switch (correction) {
    case Correction::FoldNorm:
        return "batch norms become part of the weight before them (Jacob et al., arXiv "
               "1712.05877)";
    case Correction::Equalize:
        return "even ranges of the channels between two layers (Nagel et al., arXiv 1906.04721)";
    case Correction::AdaRound:
        return "weights rounded so that the layer's output errs least (Nagel et al., arXiv "
               "2004.10568)";
    case Correction::ReestimateNorm:
        return "running statistics of batch norms moved as far as quantization moved what they "
               "normalize (as Sun et al., NeurIPS 2019, who take those of the quantized network; "
               "the float network keeps its own here)";
    case Correction::Bias:
        return "mean of every output channel as in the float network, layer after layer "
               "(Nagel et al., arXiv 1906.04721, the empirical form)";
    }
    return {};
}

} // namespace quantloupe
