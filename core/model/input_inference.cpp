// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/input_inference.h"

#include "base/error.h"
#include "base/random_stream.h"
#include "model/first_readers.h"
#include "model/network_probe.h"

#include <ATen/ATen.h>

#include <cctype>

namespace quantloupe {

using torch::jit::Value;

namespace {

void addUnique(std::vector<InputInfo> &candidates, InputKind kind, Shape shape)
{
    for (const InputInfo &known : candidates)
        if (known.kind == kind && known.shape == shape)
            return;
    InputInfo info;
    info.kind = kind;
    info.shape = std::move(shape);
    candidates.push_back(std::move(info));
}

void addImages(std::vector<InputInfo> &candidates, std::int64_t channels)
{
    for (const std::int64_t side : {128, 256, 64, 32, 512, 28, 224})
        addUnique(candidates, InputKind::Image, {channels, side, side});
}

std::vector<InputInfo> mainCandidates(const std::vector<FirstReader> &readers,
                                      const InputHints &hints)
{
    std::vector<InputInfo> candidates;
    if (hints.shape) {
        const bool image = hints.shape->size() == 3 && hints.shape->at(1) > 8;
        addUnique(candidates, hints.kind.value_or(image ? InputKind::Image : InputKind::Latent),
                  *hints.shape);
        return candidates;
    }
    for (const FirstReader &reader : readers) {
        const std::int64_t n = reader.features;
        if (reader.kind == LayerKind::Convolution && n <= 4)
            addImages(candidates, n);
        const bool convolution = reader.kind == LayerKind::Convolution ||
                                 reader.kind == LayerKind::TransposedConvolution;
        if (!convolution)
            addUnique(candidates, InputKind::Latent, {n});
        addUnique(candidates, InputKind::Latent, {n, 1, 1});
        addUnique(candidates, InputKind::Latent, {n});
    }
    for (const std::int64_t n : {100, 128, 512, 64, 256, 120, 62, 32})
        addUnique(candidates, InputKind::Latent, {n});
    for (const std::int64_t n : {100, 128, 512, 64})
        addUnique(candidates, InputKind::Latent, {n, 1, 1});
    addImages(candidates, 3);
    addImages(candidates, 1);
    return candidates;
}

bool mentions(std::string name, std::initializer_list<const char *> words)
{
    for (char &c : name)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    for (const char *word : words)
        if (name.find(word) != std::string::npos)
            return true;
    return false;
}

/// An input beside the main one.
InputInfo furtherInput(Value *input, const std::vector<FirstReader> &readers, c10::IValue &constant)
{
    InputInfo info;
    const std::string name = input->debugName();
    info.kind = InputKind::Constant;
    switch (input->type()->kind()) {
    case c10::TypeKind::FloatType:
        info.kind = InputKind::Truncation;
        return info;
    case c10::TypeKind::IntType:
        constant = std::int64_t(0);
        return info;
    case c10::TypeKind::BoolType:
        constant = false;
        return info;
    case c10::TypeKind::OptionalType:
        return info;
    case c10::TypeKind::TensorType:
        break;
    default:
        return info;
    }
    for (const FirstReader &reader : readers)
        if (reader.asIndex) {
            info.kind = InputKind::Label;
            info.classes = reader.features;
            return info;
        }
    if (!readers.empty()) {
        info.kind = InputKind::OneHotLabel;
        info.classes = readers.front().features;
        info.shape = {info.classes};
    } else if (mentions(name, {"psi", "trunc"})) {
        info.kind = InputKind::Truncation;
        info.shape = {};
        constant = at::ones({});
    } else {
        constant = at::zeros({1, 0});
    }
    return info;
}

std::string plainName(const Value *input)
{
    std::string name = input->debugName();
    return name.substr(0, name.find('.'));
}

c10::IValue probeValue(const InputInfo &info, const c10::IValue &constant, std::int64_t batch)
{
    RandomStream stream(0, StreamRole::Probe, 0);
    Shape shape = info.shape;
    shape.insert(shape.begin(), batch);
    switch (info.kind) {
    case InputKind::Latent:
    case InputKind::Image: {
        at::Tensor values = at::empty(shape, at::kFloat);
        float *out = values.data_ptr<float>();
        for (std::int64_t i = 0; i < values.numel(); ++i)
            out[i] = static_cast<float>(info.kind == InputKind::Latent ? stream.normal()
                                                                       : stream.uniform(-1, 1));
        return values;
    }
    case InputKind::Label:
        return at::zeros({batch}, at::kLong);
    case InputKind::OneHotLabel: {
        at::Tensor values = at::zeros(shape, at::kFloat);
        values.select(1, 0).fill_(1);
        return values;
    }
    case InputKind::Truncation:
        return constant.isTensor() ? constant : c10::IValue(1.0);
    case InputKind::Constant:
        if (constant.isTensor())
            return at::zeros({batch, 0}, at::kFloat);
        return constant;
    }
    return constant;
}

} // namespace

std::vector<c10::IValue> probeInputs(const InferredInputs &inferred, std::int64_t batch)
{
    std::vector<c10::IValue> values;
    for (std::size_t i = 0; i < inferred.inputs.size(); ++i)
        values.push_back(probeValue(inferred.inputs[i], inferred.constants[i], batch));
    return values;
}

InferredInputs inferInputs(const PreparedGraph &prepared, const InputHints &hints)
{
    if (prepared.networkInputs == 0)
        throw Error(ErrorKind::BadInput, "The network takes no input, so it is no generator.");
    ReaderSearch readers(prepared);
    InferredInputs inferred;
    const auto inputs = prepared.graph->inputs().slice(0, prepared.networkInputs);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        inferred.constants.emplace_back();
        inferred.inputs.push_back(i == 0 ? InputInfo{}
                                         : furtherInput(inputs[i], readers.readersOf(inputs[i]),
                                                        inferred.constants.back()));
        inferred.inputs.back().name = plainName(inputs[i]);
    }
    NetworkProbe probe(prepared);
    for (InputInfo candidate : mainCandidates(readers.readersOf(inputs[0]), hints)) {
        candidate.name = inferred.inputs[0].name;
        inferred.inputs[0] = candidate;
        if (probe.findBatch(inferred))
            return inferred;
    }
    probe.fail();
}

} // namespace quantloupe
