// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/correction_task.h"
#include "engine/equalization.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace quantloupe {

/// A layer of the float network that computes the same with other weights.
struct LayerRewrite
{
    /// All that tells the rewritten weight from the layer's own.
    ChannelFactors factors;
    /// Of `factors` in cache keys; 0 where they are empty.
    std::uint64_t key = 0;
    /// As in LayerOverlay.
    at::Tensor bias;
    /// The folded norm behind the layer, if any.
    std::vector<NormOverlay> norms;
    /// It is the first of two equalized layers.
    bool isEqualized = false;

    bool isFolded() const { return !norms.empty(); }
};

/// One for each layer of a program.
using NetworkRewrite = std::vector<LayerRewrite>;

/// The layer's weight times its factors; made anew by every call.
at::Tensor rewrittenWeight(const Program &program, const NetworkRewrite &network,
                           std::size_t layer);

/// The float network so rewritten.
Overlay overlayOf(const Program &program, const NetworkRewrite &network);

/// A layer on which folding or equalization is wanted and does nothing.
struct RewriteRefusal
{
    std::size_t layer = 0;
    Correction correction = Correction::FoldNorm;
    /// Names the layer and says why; empty where there was nothing to correct.
    std::string note;
};

/// What folding and equalization make of a network.
struct RewritePlan
{
    std::shared_ptr<const NetworkRewrite> network;
    std::vector<RewriteRefusal> refusals;
};

/// What can be done in a program at all, whatever the configuration.
struct RewriteStructure;
/// What is done under a configuration.
struct RewriteChoice;

/// The rewritten networks of configurations. What is found is kept by the choice of layers to fold
/// and to equalize, which an edit of bits seldom changes. Thread-safe: locked only to look up or
/// insert.
class NetworkRewrites
{
public:
    /// Norms are folded where findFold() finds one, the weight has three bits at least, and a
    /// single scale does not suffer from it or is equalized behind the norm. Two layers are
    /// equalized where the first one wants it and the weights of both are quantized.
    RewritePlan get(const CorrectionTask &task);

private:
    std::shared_ptr<const RewriteStructure> structure(const Generator &generator);
    bool suffers(const Program &program, std::size_t layer, const NormFold &fold,
                 const WeightSpec &spec);
    std::shared_ptr<const NetworkRewrite>
    network(const Program &program, const RewriteStructure &structure, const RewriteChoice &choice);

    std::mutex m_mutex;
    std::map<std::uint64_t, std::shared_ptr<const RewriteStructure>> m_structures;
    std::map<std::uint64_t, bool> m_suffering;
    std::map<std::uint64_t, std::shared_ptr<const NetworkRewrite>> m_networks;
};

} // namespace quantloupe
