// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network_probe.h"

#include "base/error.h"
#include "model/program_builder.h"

#include <ATen/ATen.h>

#include <cmath>

namespace quantloupe {

namespace {

constexpr int kSmallestSide = 8;

at::Tensor firstTensor(const c10::IValue &value)
{
    if (value.isTensor())
        return value.toTensor();
    if (value.isTuple())
        return firstTensor(value.toTuple()->elements().at(0));
    if (value.isTensorList() && value.toTensorList().size() > 0)
        return value.toTensorList().get(0);
    return {};
}

/// channels, height, width if `output` holds one picture for each of `batch` samples.
std::optional<Shape> pictureShape(const at::Tensor &output, std::int64_t batch, bool &flat)
{
    if (!output.defined() || !output.is_floating_point() || output.dim() < 2 ||
        output.size(0) != batch)
        return std::nullopt;
    flat = output.dim() != 4;
    if (!flat) {
        const bool picture = (output.size(1) == 1 || output.size(1) == 3) &&
                             output.size(2) >= kSmallestSide && output.size(3) >= kSmallestSide;
        return picture ? std::optional(Shape{output.size(1), output.size(2), output.size(3)})
                       : std::nullopt;
    }
    const std::int64_t values = output.numel() / batch;
    for (const std::int64_t channels : {3, 1}) {
        const auto side = static_cast<std::int64_t>(std::llround(std::sqrt(values / channels)));
        if (side >= 2 * kSmallestSide && side * side * channels == values)
            return Shape{channels, side, side};
    }
    return std::nullopt;
}

std::string describe(const c10::IValue &value)
{
    const at::Tensor tensor = firstTensor(value);
    return tensor.defined() ? "values of shape " + toText(Shape(tensor.sizes().vec()))
                            : "no tensor";
}

} // namespace

bool NetworkProbe::accepts(InferredInputs &inferred, std::int64_t batch)
{
    m_threw = false;
    inferred.example = probeInputs(inferred, batch);
    try {
        const c10::IValue result = runWhole(m_prepared, inferred.example);
        inferred.output = firstTensor(result);
        if (const auto shape = pictureShape(inferred.output, batch, inferred.flatOutput)) {
            inferred.picture = *shape;
            inferred.exampleBatch = batch;
            return true;
        }
        m_instead = describe(result);
    } catch (const std::bad_alloc &) {
        throw;
    } catch (const std::exception &error) {
        if (translateCurrentException("trying the network").kind() == ErrorKind::OutOfMemory)
            throw;
        // The first input tried is the likeliest; why it failed says most.
        if (m_failure.empty())
            m_failure = error.what();
        m_threw = true;
    }
    return false;
}

void NetworkProbe::fail() const
{
    if (!m_instead.empty())
        throw Error(ErrorKind::BadInput,
                    "The network's output is no picture (" + m_instead +
                        "); open a generator that returns 1 or 3 channels of at least 8x8 "
                        "pixels.",
                    m_failure);
    throw Error(ErrorKind::BadInput,
                "The network failed on every input that was tried (" + reasonLine(m_failure) +
                    "); give its size with --assume input.shape=N for a latent or CxHxW for a "
                    "picture.",
                m_failure);
}

bool NetworkProbe::findBatch(InferredInputs &inferred)
{
    const bool two = accepts(inferred, 2);
    if (accepts(inferred, 1)) {
        inferred.fixedBatch = two ? 0 : 1;
        return true;
    }
    if (!m_threw)
        return false;
    for (const std::int64_t batch : {2, 4, 8, 16, 32, 64, 3, 5, 6, 10, 12, 20, 25})
        if (accepts(inferred, batch)) {
            inferred.fixedBatch = batch;
            return true;
        }
    return false;
}

} // namespace quantloupe
