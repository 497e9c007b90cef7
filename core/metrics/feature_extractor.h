// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "data/image_stack.h"
#include "metrics/feature_set.h"
#include "metrics/picture_input.h"

#include <array>
#include <memory>
#include <span>
#include <string>

namespace quantloupe {

/// An extractor's network: what computes features from prepared pictures. Opaque outside core.
class FeatureNetwork;

/// Turns pictures into features. Immutable: extract() may be called from several threads at once.
class FeatureExtractor
{
public:
    /// `network` takes batches of prepared pictures; `identity.dimension` is what it returns.
    FeatureExtractor(FeatureIdentity identity, const InputPreparation &preparation,
                     std::unique_ptr<const FeatureNetwork> network);
    ~FeatureExtractor();
    FeatureExtractor(const FeatureExtractor &) = delete;
    FeatureExtractor &operator=(const FeatureExtractor &) = delete;

    const FeatureIdentity &identity() const { return m_identity; }
    const InputPreparation &preparation() const { return m_preparation; }

    /// One row for each picture, in order. Pictures may differ in size and channels; none may be
    /// empty. `threads` of 0 takes every core. Each micro-batch of four pictures is computed by one
    /// thread, so that a picture's features are the same to the bit whatever the number of
    /// threads and the pictures it is given with. Stops between micro-batches. Throws
    /// Error{BadInput} for pictures the network fails on; Cancelled.
    Features extract(std::span<const Image> images, int threads, const RunContext &context) const;
    Features extract(const ImageStack &stack, int threads, const RunContext &context) const;

private:
    template <typename At>
    Features extractAll(std::size_t count, const At &at, int threads,
                        const RunContext &context) const;

    FeatureIdentity m_identity;
    InputPreparation m_preparation;
    std::unique_ptr<const FeatureNetwork> m_network;
};

using FeatureExtractorPtr = std::shared_ptr<const FeatureExtractor>;

/// The FID Inception of 2015-12-05 from pytorch-fid's `pt_inception-2015-12-05-6726825d.pth`, or
/// another state dict of the same names and shapes; classifier and counters are left aside, and a
/// file may lack tensors that the depth does not need.
struct InceptionRequest
{
    std::string file;
    /// 64, 192, 768 or 2048: the spatial mean after the first and second max-pooling, after
    /// Mixed_6e, and the last one.
    std::size_t depth = kFidDimension;
    InputResize pipeline = InputResize::PytorchFid;
};

/// Throws Error{BadInput} that names a tensor the depth needs and the file lacks or holds in
/// another shape; Error{BadInput|Unsupported|Io} as readStateDictFile().
std::unique_ptr<FeatureExtractor> openInception(const InceptionRequest &request);

/// A TorchScript network that maps pictures, N x 3 x side x side, to one vector each (N x D, or
/// N x D x 1 x 1). Inputs are (value - mean) / deviation per channel, where value runs from low
/// (black) to high (white).
struct ScriptedExtractorRequest
{
    std::string file;
    InputResize resize = InputResize::Clean;
    /// In pixels, > 0.
    int side = 224;
    double low = 0;
    double high = 1;
    std::array<double, 3> mean = {0, 0, 0};
    std::array<double, 3> deviation = {1, 1, 1};
};

/// Runs the file's code in this process to learn the dimension: call only for files that survived
/// a trial in a child process (Session::openExtractor does both). The name is the file's stem.
/// Where the network takes `return_features`, as NVIDIA's Inception does, that is true. Throws
/// Error{BadInput|Unsupported} if it is no such network.
std::unique_ptr<FeatureExtractor> openScriptedExtractor(const ScriptedExtractorRequest &request);

/// The extractor that comes with the program.
inline constexpr const char *kBuiltinExtractor = "builtin:avatarnet";

/// Whether trainAttributes() wrote the file. Throws Error{Io} if it cannot be read.
bool isAttributeFile(const std::string &file);

/// A network of 128 features that was trained to name the attributes of cartoon faces and the
/// kinds of clothes: kBuiltinExtractor, or another that trainAttributes() wrote. The name is the
/// file's stem. Throws Error{BadInput|Io} if the file is none.
std::unique_ptr<FeatureExtractor> openAttributeExtractor(const std::string &file);

} // namespace quantloupe
