// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/program.h"
#include "quant/weight_quantizer.h"

#include <ATen/core/Tensor.h>

#include <list>
#include <map>
#include <memory>
#include <tuple>

namespace quantloupe {

/// One layer's weight under one spec.
struct QuantizedWeight
{
    /// Dequantized, in the site's shape.
    at::Tensor values;
    QuantizationStats stats;
};

ChannelLayout layoutOf(const WeightSite &site);

/// Quantized weights by (program, layer, spec) under a byte budget, least recently used dropped
/// first. One thread at a time.
class WeightCache
{
public:
    explicit WeightCache(std::size_t byteBudget) : m_budget(byteBudget) {}

    /// Quantizes on a miss, on as many threads as LibTorch has here. `spec` is not float.
    std::shared_ptr<const QuantizedWeight> get(const Program &program, std::size_t layer,
                                               const WeightSpec &spec);
    /// Weights quantized so far; those that were found here are not among them.
    std::size_t quantized() const { return m_misses; }
    /// At most the budget, or one weight that is larger than it.
    std::size_t bytes() const { return m_bytes; }

private:
    using Key = std::tuple<std::uint64_t, std::size_t, WeightSpec>;
    struct Entry
    {
        std::shared_ptr<const QuantizedWeight> weight;
        std::list<Key>::iterator use;
    };

    /// Used again: new memory for many weights takes as long as they do.
    QuantizedTensor m_quantized;
    std::size_t m_budget;
    std::size_t m_bytes = 0;
    std::size_t m_misses = 0;
    std::map<Key, Entry> m_entries;
    std::list<Key> m_uses;
};

/// The cache key of a spec in Executor runs; never 0.
std::uint64_t keyOf(const WeightSpec &spec);

} // namespace quantloupe
