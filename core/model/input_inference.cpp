// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/input_inference.h"

#include "base/error.h"
#include "base/random_stream.h"
#include "model/first_readers.h"
#include "model/network_probe.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <array>
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

/// Class counts of common data sets, tried where a one-hot label is joined to the latent before
/// the first layer, so that only their sum is known.
constexpr std::array<std::int64_t, 12> kClassCounts = {10, 2,  3,  5,  7,   26,
                                                       40, 43, 47, 62, 100, 1000};

std::vector<InputInfo> mainCandidates(const std::vector<FirstReader> &readers,
                                      const InputHints &hints,
                                      const std::vector<std::int64_t> &joinedWidths)
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
        for (const std::int64_t width : joinedWidths)
            if (width < n)
                addUnique(candidates, InputKind::Latent, {n - width});
    }
    for (const std::int64_t n : {100, 128, 512, 64, 256, 120, 62, 32})
        addUnique(candidates, InputKind::Latent, {n});
    for (const std::int64_t n : {100, 128, 512, 64})
        addUnique(candidates, InputKind::Latent, {n, 1, 1});
    // A linear layer would take the last dimension of any picture for its features.
    const bool readsFeatures =
        !readers.empty() && std::ranges::all_of(readers, [](const FirstReader &reader) {
            return reader.kind == LayerKind::Linear || reader.kind == LayerKind::MatrixProduct;
        });
    if (!readsFeatures) {
        addImages(candidates, 3);
        addImages(candidates, 1);
    }
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

namespace {

/// The inputs beside the main one, and what may be joined to the latent before the first layer.
struct FurtherInputs
{
    std::vector<std::int64_t> joinedWidths;
    /// A one-hot label that reaches the same layer as the latent: its classes are not known.
    std::vector<std::size_t> joinedLabels;
};

FurtherInputs describeFurther(const PreparedGraph &prepared, ReaderSearch &search,
                              InferredInputs &inferred)
{
    FurtherInputs further;
    const auto inputs = prepared.graph->inputs().slice(0, prepared.networkInputs);
    const std::vector<FirstReader> mainReaders = search.readersOf(inputs[0]);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        inferred.constants.emplace_back();
        const std::vector<FirstReader> readers = search.readersOf(inputs[i]);
        inferred.inputs.push_back(
            i == 0 ? InputInfo{} : furtherInput(inputs[i], readers, inferred.constants.back()));
        inferred.inputs.back().name = plainName(inputs[i]);
        if (inferred.inputs.back().kind == InputKind::Label)
            further.joinedWidths.push_back(readers.front().width);
        const bool joined = inferred.inputs.back().kind == InputKind::OneHotLabel &&
                            !mainReaders.empty() &&
                            readers.front().features == mainReaders.front().features;
        if (joined)
            further.joinedLabels.push_back(i);
    }
    return further;
}

bool findMain(NetworkProbe &probe, const std::vector<InputInfo> &candidates,
              InferredInputs &inferred)
{
    for (InputInfo candidate : candidates) {
        candidate.name = inferred.inputs[0].name;
        inferred.inputs[0] = candidate;
        if (probe.findBatch(inferred))
            return true;
    }
    return false;
}

} // namespace

InferredInputs inferInputs(const PreparedGraph &prepared, const InputHints &hints)
{
    if (prepared.networkInputs == 0)
        throw Error(ErrorKind::BadInput, "The network takes no input, so it is no generator.");
    ReaderSearch search(prepared);
    InferredInputs inferred;
    const FurtherInputs further = describeFurther(prepared, search, inferred);
    const std::vector<FirstReader> readers = search.readersOf(prepared.graph->inputs()[0]);
    NetworkProbe probe(prepared);
    if (findMain(probe, mainCandidates(readers, hints, further.joinedWidths), inferred))
        return inferred;
    for (const std::int64_t classes : kClassCounts) {
        for (const std::size_t label : further.joinedLabels) {
            inferred.inputs[label].classes = classes;
            inferred.inputs[label].shape = {classes};
        }
        if (!further.joinedLabels.empty() && readers.front().features > classes &&
            findMain(probe, mainCandidates(readers, hints, {classes}), inferred))
            return inferred;
    }
    probe.fail();
}

} // namespace quantloupe
