// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/random_step.h"

#include "base/hash.h"
#include "base/random_stream.h"

#include <ATen/ATen.h>

#include <mutex>
#include <optional>
#include <utility>

namespace quantloupe {

namespace {

bool isNormal(const std::string &operatorName)
{
    return operatorName == "randn" || operatorName == "randn_like" || operatorName == "normal" ||
           operatorName == "normal_";
}

bool isUniform(const std::string &operatorName)
{
    return operatorName == "rand" || operatorName == "rand_like" || operatorName == "uniform_";
}

/// LibTorch's generator is one for the process: seeded and used under one lock.
void runSeeded(const Step &step, const std::vector<std::uint64_t> &sampleKeys,
               torch::jit::Stack &stack)
{
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    std::uint64_t seed = static_cast<std::uint64_t>(step.outputs.at(0));
    for (const std::uint64_t key : sampleKeys)
        seed = mixHash(seed, key);
    at::manual_seed(seed);
    step.operation(stack);
}

/// `normal(mean, std, size)`, `normal_(x, mean, std)` and `uniform_(x, low, high)` name their
/// parameters; the others are standard. Parameters that are tensors give nothing.
std::optional<std::pair<double, double>> parameters(const Step &step,
                                                    const torch::jit::Stack &operands)
{
    const std::string &name = step.operatorName;
    const std::size_t first = name == "normal" ? 0 : 1;
    if (name != "normal" && name != "normal_" && name != "uniform_")
        return std::pair(0.0, 1.0);
    if (operands.size() <= first + 1 || !operands[first].isDouble() ||
        !operands[first + 1].isDouble())
        return std::nullopt;
    return std::pair(operands[first].toDouble(), operands[first + 1].toDouble());
}

at::Tensor scaled(const at::Tensor &noise, const Step &step, std::pair<double, double> parameters)
{
    const auto [first, second] = parameters;
    return step.operatorName == "uniform_" ? noise * (second - first) + first
                                           : noise * second + first;
}

at::Tensor noiseLike(const at::Tensor &drawn, const Step &step,
                     const std::vector<std::uint64_t> &sampleKeys)
{
    at::Tensor values = at::empty(drawn.sizes(), at::kFloat);
    const auto batch = static_cast<std::int64_t>(sampleKeys.size());
    const bool perSample = drawn.dim() > 0 && drawn.size(0) == batch;
    const std::int64_t rows = perSample ? batch : 1;
    const std::int64_t perRow = rows > 0 ? drawn.numel() / rows : 0;
    float *out = values.data_ptr<float>();
    for (std::int64_t row = 0; row < rows; ++row) {
        const std::uint64_t key = perSample ? sampleKeys[static_cast<std::size_t>(row)] : 0;
        RandomStream stream(key, StreamRole::Noise, static_cast<std::uint64_t>(step.outputs[0]));
        for (std::int64_t i = 0; i < perRow; ++i)
            *out++ = static_cast<float>(isNormal(step.operatorName) ? stream.normal()
                                                                    : stream.uniform());
    }
    return values.to(drawn.scalar_type());
}

} // namespace

void runRandomStep(const Step &step, const std::vector<std::uint64_t> &sampleKeys,
                   torch::jit::Stack &stack)
{
    // An operator that fills its operand must not fill a value that is kept.
    if (step.operatorName.ends_with('_'))
        stack.at(0) = stack[0].toTensor().clone();
    const bool plainNoise = isNormal(step.operatorName) || isUniform(step.operatorName);
    const auto distribution = parameters(step, stack);
    runSeeded(step, sampleKeys, stack);
    // Of plain noise only the shape is kept; the numbers are ours.
    if (plainNoise && distribution)
        stack[0] = scaled(noiseLike(stack.at(0).toTensor(), step, sampleKeys), step, *distribution);
}

} // namespace quantloupe
