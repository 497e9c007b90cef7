// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace quantloupe {

/// A training of the feature network on cartoon faces and clothes.
struct AttributeTrainRequest
{
    /// IMAGES and IDX labels of Fashion-MNIST.
    std::string clothes;
    std::string labels;
    std::int64_t steps = 4000;
    /// Pictures of each kind in a step.
    int batch = 32;
    /// Of Adam; falls evenly to nothing over the second half of the steps.
    double rate = 1e-3;
    std::uint64_t seed = 0;
    /// Faces for the accuracies.
    int heldOutFaces = 2000;
    /// FILE.safetensors, float16.
    std::filesystem::path out;
    /// 0 stands for all cores.
    int threads = 0;
};

struct AttributeTrainReport
{
    std::int64_t steps = 0;
    std::int64_t parameters = 0;
    /// Mean cross-entropy in nats over the first and the last tenth of the steps.
    double firstLoss = 0;
    double lastLoss = 0;
    /// Share of right answers on pictures that were not trained on, by question.
    std::vector<std::pair<std::string, double>> accuracies;
    double seconds = 0;
};

/// Minimizes the mean cross-entropy over all questions. Faces are new in every step; the last
/// tenth of the clothes, 5,000 at most, is kept for the accuracies. The features that are written
/// have E|x|^2 / d = 1 on pictures that were trained on, half of them faces and half clothes, so
/// that the polynomial kernel of KID sees products of about 1. Throws Error{BadInput|Io};
/// Cancelled, with nothing written.
AttributeTrainReport trainAttributes(const AttributeTrainRequest &request,
                                     const RunContext &context);

} // namespace quantloupe
