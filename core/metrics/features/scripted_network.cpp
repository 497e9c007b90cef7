// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/features/scripted_network.h"

#include "base/error.h"
#include "base/hash.h"
#include "metrics/feature_extractor.h"
#include "metrics/features/tensor_threads.h"
#include "model/torchscript_file.h"

#include <ATen/ATen.h>
#include <torch/csrc/jit/runtime/graph_executor.h>

#include <sstream>

namespace quantloupe {

namespace {

/// Relative and absolute.
constexpr double kSameFeatures = 1e-4;
constexpr const char *kReturnFeatures = "return_features";

std::string shapeText(const at::Tensor &tensor)
{
    std::ostringstream text;
    text << tensor.sizes();
    return text.str();
}

/// Rows of one vector for each picture; an undefined tensor for any other shape.
at::Tensor asVectors(const at::Tensor &output)
{
    const bool perPicture = output.dim() >= 2 && output.size(0) == kFeatureBatch;
    if (!perPicture || !output.is_floating_point() || output.numel() == 0)
        return {};
    for (std::int64_t axis = 2; axis < output.dim(); ++axis)
        if (output.size(axis) != 1)
            return {};
    return output.flatten(1).to(at::kFloat).contiguous();
}

/// Each of its own, in values that any preparation may give.
at::Tensor rampPictures(int side)
{
    const at::Tensor values = at::linspace(-1, 1, std::int64_t{kFeatureBatch} * side * side * 3);
    return values.reshape({kFeatureBatch, side, side, 3}).permute({0, 3, 1, 2});
}

/// Features of one picture in two batches. What is not finite differs from itself.
void requireSame(const at::Tensor &a, const at::Tensor &b)
{
    if (!at::allclose(a, b, kSameFeatures, kSameFeatures, /*equal_nan=*/true))
        throw Error(ErrorKind::BadInput,
                    "the features of a picture change with the pictures beside it, or from one run "
                    "to the next; save the network in evaluation mode, without random steps.");
}

std::string commaList(const std::array<double, 3> &values)
{
    std::ostringstream text;
    text << values[0] << "," << values[1] << "," << values[2];
    return text.str();
}

/// All of the preparation, because it is part of what makes features comparable.
std::string pipelineText(const ScriptedExtractorRequest &request)
{
    std::ostringstream text;
    text << name(request.resize) << " side " << request.side << " range " << request.low << ","
         << request.high << " mean " << commaList(request.mean) << " deviation "
         << commaList(request.deviation);
    return text.str();
}

InputPreparation preparationFor(const ScriptedExtractorRequest &request)
{
    InputPreparation preparation;
    preparation.resize = request.resize;
    preparation.side = request.side;
    for (std::size_t c = 0; c < 3; ++c) {
        const double deviation = request.deviation[c];
        preparation.scale[c] = static_cast<float>((request.high - request.low) / 255 / deviation);
        preparation.offset[c] = static_cast<float>((request.low - request.mean[c]) / deviation);
    }
    return preparation;
}

} // namespace

ScriptedNetwork::ScriptedNetwork(const std::filesystem::path &file, int side)
    : m_module(loadTorchScript(file).module)
{
    const auto forwardMethod = m_module.find_method("forward");
    if (!forwardMethod)
        throw Error(ErrorKind::BadInput, file.string() + " has no method forward; it is no network "
                                                         "that maps pictures to vectors.");
    for (const c10::Argument &argument : forwardMethod->function().getSchema().arguments())
        if (argument.name() == kReturnFeatures)
            m_options[kReturnFeatures] = true;
    try {
        const ThreadCount one(1);
        const at::NoGradGuard noGradients;
        const at::Tensor pictures = rampPictures(side);
        const at::Tensor features = forward(pictures);
        m_dimension = static_cast<std::size_t>(features.size(1));
        pictures.narrow(0, 1, kFeatureBatch - 1).zero_();
        requireSame(features[0], forward(pictures)[0]);
    } catch (const Error &error) {
        throw Error(error.kind(), file.string() + ": " + error.what(), error.context());
    }
}

at::Tensor ScriptedNetwork::forward(const at::Tensor &pictures) const
{
    // The optimizing executor rewrites the program after its first runs, which would round
    // otherwise than they did.
    const torch::jit::GraphOptimizerEnabledGuard asWritten(false);
    try {
        // forward() of a module is not const, though it changes nothing here.
        torch::jit::Module module = m_module;
        const at::IValue output = module.forward({pictures}, m_options);
        const at::Tensor vectors = output.isTensor() ? asVectors(output.toTensor()) : at::Tensor();
        if (vectors.defined())
            return vectors;
        throw Error(ErrorKind::BadInput,
                    "the network returns " +
                        (output.isTensor() ? "values of shape " + shapeText(output.toTensor())
                                           : "a " + output.tagKind()) +
                        " for " + std::to_string(kFeatureBatch) +
                        " pictures, not one vector for each.");
    } catch (const std::bad_alloc &) {
        throw;
    } catch (const Error &) {
        throw;
    } catch (const std::exception &error) {
        throw Error(ErrorKind::BadInput,
                    "the network fails on pictures of " + shapeText(pictures) + ": " +
                        reasonLine(error.what()) + ".",
                    error.what());
    }
}

std::unique_ptr<FeatureExtractor> openScriptedExtractor(const ScriptedExtractorRequest &request)
{
    auto network = std::make_unique<ScriptedNetwork>(request.file, request.side);
    FeatureIdentity identity{extractorName(request.file), sha256OfFile(request.file),
                             pipelineText(request), network->dimension()};
    return std::make_unique<FeatureExtractor>(std::move(identity), preparationFor(request),
                                              std::move(network));
}

} // namespace quantloupe
