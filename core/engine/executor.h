// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "engine/prefix_cache.h"
#include "model/program.h"
#include "quant/activation_range.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace quantloupe {

/// One micro-batch. `key` identifies its values; `sampleKeys` (one for each sample) seed the random
/// steps inside the network, the same for float and quantized runs.
struct ProgramInputs
{
    std::vector<c10::IValue> values;
    std::uint64_t key = 0;
    std::vector<std::uint64_t> sampleKeys;
};

/// Running statistics in place of a batch norm's own, or what is left of one that is folded.
struct NormOverlay
{
    /// Index into Program::norms.
    int norm = -1;
    at::Tensor mean;
    at::Tensor variance;
    /// Where defined, the norm does nothing but add it, one value for each channel: its factor is
    /// in the weight before it.
    at::Tensor offset;
    /// Of these values in cache keys; never 0.
    std::uint64_t key = 0;
};

/// A layer's effective settings; the default is float.
struct LayerOverlay
{
    /// Dequantized weight in the site's shape; undefined for the float weight.
    at::Tensor weight;
    /// In place of the operator's bias; undefined for its own. Part of `weightKey`.
    at::Tensor bias;
    std::optional<ActivationRange> activation;
    /// Distinguishes settings in cache keys; 0 only for float.
    std::uint64_t weightKey = 0;
    std::uint64_t activationKey = 0;
    /// Added to the output, one for each of its channels; undefined for none.
    at::Tensor outputOffset;
    std::uint64_t outputKey = 0;
    /// Norms that run after this layer and before the next one.
    std::vector<NormOverlay> norms;
};

/// One entry for each layer of the program, or empty for an all-float run.
using Overlay = std::vector<LayerOverlay>;

/// Sees a layer step's input activation (before it is quantized; undefined where there is none)
/// and its output. Called in execution order.
using LayerObserver =
    std::function<void(const Step &step, const at::Tensor &input, const at::Tensor &output)>;

struct ExecutionStats
{
    int stepsRun = 0;
    int stepsSkipped = 0;
};

/// Cache keys of all values of a run, by ValueId: hashes over everything a value depends on.
/// `inputsKey` is that of the inputs.
std::vector<std::uint64_t> valueKeys(const Program &program, std::uint64_t inputsKey,
                                     const Overlay &overlay);

/// Runs programs on LibTorch's kernels. With a cache only the steps behind an edit are run; the
/// result is bit-identical with and without. Checks for cancellation before every step.
/// Gradients are recorded if the caller's thread records them.
class Executor
{
public:
    explicit Executor(const Program &program, PrefixCache *cache = nullptr)
        : m_program(program), m_cache(program.cacheable ? cache : nullptr)
    {
    }

    /// The picture tensor as the network returns it.
    at::Tensor run(const ProgramInputs &inputs, const Overlay &overlay, const RunContext &context,
                   const LayerObserver &observer = {});
    /// Runs just far enough for `observer` to see every use of one layer.
    void observe(int layer, const ProgramInputs &inputs, const Overlay &overlay,
                 const RunContext &context, const LayerObserver &observer);
    /// The same of some steps (indices into Program::steps), layers or norms, whose input and
    /// output it sees. What lies before them comes from the cache where it can.
    void observeSteps(std::span<const std::size_t> steps, const ProgramInputs &inputs,
                      const Overlay &overlay, const RunContext &context,
                      const LayerObserver &observer);
    const ExecutionStats &stats() const { return m_stats; }

private:
    const Program &m_program;
    PrefixCache *m_cache;
    ExecutionStats m_stats;
};

} // namespace quantloupe
