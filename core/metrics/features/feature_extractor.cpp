// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/feature_extractor.h"

#include "base/error.h"
#include "base/hash.h"
#include "metrics/features/inception_network.h"
#include "metrics/features/tensor_threads.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace quantloupe {

namespace {

/// Missing pictures of the last micro-batch stay 0, so that every batch has the same shape.
at::Tensor emptyBatch(const InputPreparation &preparation)
{
    return at::zeros({kFeatureBatch, preparation.side, preparation.side, 3}, at::kFloat)
        .permute({0, 3, 1, 2});
}

void requireShape(const at::Tensor &features, std::size_t dimension)
{
    if (features.dim() != 2 || features.size(0) != kFeatureBatch ||
        features.size(1) != static_cast<std::int64_t>(dimension))
        throw Error(ErrorKind::BadInput,
                    "The feature network returns vectors whose number or length changes with the "
                    "pictures; use one that returns a vector of one length for each.");
}

} // namespace

FeatureExtractor::FeatureExtractor(FeatureIdentity identity, const InputPreparation &preparation,
                                   std::unique_ptr<const FeatureNetwork> network)
    : m_identity(std::move(identity)), m_preparation(preparation), m_network(std::move(network))
{
}

FeatureExtractor::~FeatureExtractor() = default;

template <typename At>
Features FeatureExtractor::extractAll(std::size_t count, const At &at, int threads,
                                      const RunContext &context) const
{
    const std::size_t dimension = m_identity.dimension;
    const auto batch = static_cast<std::size_t>(kFeatureBatch);
    Features features{count, dimension, std::vector<float>(count * dimension)};
    parallelForTensors((count + batch - 1) / batch, threads, context, [&](std::size_t index) {
        const std::size_t first = index * batch;
        const std::size_t size = std::min(batch, count - first);
        const at::Tensor pictures = emptyBatch(m_preparation);
        const std::size_t values = static_cast<std::size_t>(pictures.numel()) / batch;
        for (std::size_t i = 0; i < size; ++i)
            prepareInput(at(first + i), m_preparation, pictures.data_ptr<float>() + i * values);
        const at::Tensor result = m_network->forward(pictures).contiguous();
        requireShape(result, dimension);
        std::copy_n(result.data_ptr<float>(), size * dimension,
                    features.values.begin() + static_cast<std::ptrdiff_t>(first * dimension));
    });
    return features;
}

Features FeatureExtractor::extract(std::span<const Image> images, int threads,
                                   const RunContext &context) const
{
    return extractAll(
        images.size(), [&](std::size_t i) -> const Image & { return images[i]; }, threads, context);
}

Features FeatureExtractor::extract(const ImageStack &stack, int threads,
                                   const RunContext &context) const
{
    return extractAll(
        stack.count, [&](std::size_t i) { return stack.image(i); }, threads, context);
}

std::unique_ptr<FeatureExtractor> openInception(const InceptionRequest &request)
{
    const StateDictFile file = readStateDictFile(request.file);
    auto network =
        std::make_unique<InceptionNetwork>(file.networks.at(0), request.depth, request.file);
    const std::string sha256 = sha256OfFile(request.file);
    const bool isOf2015 = isPublishedInception(sha256) || network->hasWeightsOf2015();
    FeatureIdentity identity{isOf2015 ? std::string(kInceptionName) : inceptionName(request.file),
                             sha256, std::string(name(request.pipeline)), request.depth};
    return std::make_unique<FeatureExtractor>(
        std::move(identity), inceptionPreparation(request.pipeline), std::move(network));
}

} // namespace quantloupe
