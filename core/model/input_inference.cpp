// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/input_inference.h"

#include "base/error.h"
#include "base/random_stream.h"
#include "model/program_builder.h"
#include "model/segment_compiler.h"
#include "model/weight_search.h"

#include <ATen/ATen.h>
#include <torch/csrc/jit/ir/constants.h>

#include <cmath>
#include <set>

namespace quantloupe
{

using torch::jit::Node;
using torch::jit::Value;

namespace
{

constexpr int kSmallestSide = 8;

/// A layer that an input reaches first, and how it reads it.
struct FirstReader
{
    LayerKind kind = LayerKind::Linear;
    std::int64_t features = 0;
    bool asIndex = false;
};

bool passesOn(const Node *node)
{
    static const std::set<std::string> names = {
        "cat", "mul", "add", "sub", "div", "pad", "reflection_pad2d", "clamp", "normalize",
        "pow", "mean", "rsqrt", "one_hot", "select", "slice", "sqrt", "neg", "size", "norm",
        "clamp_min", "expand_as", "linalg_vector_norm", "replication_pad2d", "constant_pad_nd",
        "sum", "square", "upsample_nearest2d", "index_select"};
    return isShapeOnly(node) || names.count(node->kind().toUnqualString()) != 0 ||
           node->kind() == c10::prim::ListConstruct || node->kind() == c10::prim::TupleConstruct;
}

std::int64_t inputFeatures(const LayerOperator &positions, Node *node, const Shape &weight)
{
    switch (positions.kind) {
    case LayerKind::Convolution: {
        const std::string name = node->kind().toUnqualString();
        const std::size_t at = name == "conv2d" || name == "conv1d" || name == "conv3d" ? 6 : 8;
        const auto groups = torch::jit::toIValue(node->input(at));
        return weight.at(1) * (groups && groups->isInt() ? groups->toInt() : 1);
    }
    case LayerKind::TransposedConvolution: return weight.at(0);
    case LayerKind::Linear: return positions.outputAxis == 0 ? weight.at(1) : weight.at(0);
    case LayerKind::MatrixProduct: return positions.activation == 0 ? weight.at(0) : weight.at(1);
    case LayerKind::Embedding: return weight.at(0);
    }
    return 0;
}

class ReaderSearch
{
public:
    explicit ReaderSearch(const PreparedGraph &prepared) : m_prepared(prepared), m_search(prepared)
    {
    }

    std::vector<FirstReader> readersOf(Value *input)
    {
        m_seen.clear();
        m_found.clear();
        follow(input);
        return m_found;
    }

private:
    void follow(Value *value)
    {
        if (!m_seen.insert(value).second)
            return;
        for (const torch::jit::Use &use : value->uses())
            if (!addReader(use) && passesOn(use.user))
                for (Value *output : use.user->outputs())
                    follow(output);
    }

    bool addReader(const torch::jit::Use &use)
    {
        for (const LayerOperator &positions : layerOperators(use.user)) {
            Value *weight = use.user->input(static_cast<std::size_t>(positions.weight));
            if (static_cast<int>(use.offset) == positions.weight || !m_search.isStatic(weight))
                continue;
            const c10::IValue tensor = evaluateStatic(m_prepared, {weight}).at(0);
            if (!tensor.isTensor() || tensor.toTensor().dim() < 2)
                continue;
            const Shape shape = tensor.toTensor().sizes().vec();
            m_found.push_back({positions.kind, inputFeatures(positions, use.user, shape),
                               positions.kind == LayerKind::Embedding});
            return true;
        }
        return false;
    }

    const PreparedGraph &m_prepared;
    WeightSearch m_search;
    std::set<Value *> m_seen;
    std::vector<FirstReader> m_found;
};

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
    case c10::TypeKind::IntType: constant = std::int64_t(0); return info;
    case c10::TypeKind::BoolType: constant = false; return info;
    case c10::TypeKind::OptionalType: return info;
    case c10::TypeKind::TensorType: break;
    default: return info;
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
    case InputKind::Label: return at::zeros({batch}, at::kLong);
    case InputKind::OneHotLabel: {
        at::Tensor values = at::zeros(shape, at::kFloat);
        values.select(1, 0).fill_(1);
        return values;
    }
    case InputKind::Truncation: return constant.isTensor() ? constant : c10::IValue(1.0);
    case InputKind::Constant:
        if (constant.isTensor())
            return at::zeros({batch, 0}, at::kFloat);
        return constant;
    }
    return constant;
}

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

/// Tries candidates and batch sizes; remembers what came out instead of a picture.
class Prober
{
public:
    explicit Prober(const PreparedGraph &prepared) : m_prepared(prepared) {}

    /// True while the last attempt ended in an exception: another batch size may do.
    bool threw() const { return m_threw; }

    bool accepts(InferredInputs &inferred, std::int64_t batch)
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
            m_failure = error.what();
            m_threw = true;
        }
        return false;
    }

    [[noreturn]] void fail() const
    {
        if (!m_instead.empty())
            throw Error(ErrorKind::BadInput,
                        "The network's output is no picture (" + m_instead +
                            "); open a generator that returns 1 or 3 channels of at least 8x8 "
                            "pixels.",
                        m_failure);
        throw Error(ErrorKind::BadInput,
                    "No input shape was accepted by the network; give it with --assume "
                    "input.shape=CxHxW or its latent size.",
                    m_failure);
    }

private:
    const PreparedGraph &m_prepared;
    std::string m_instead;
    std::string m_failure;
    bool m_threw = false;
};

bool findBatch(Prober &prober, InferredInputs &inferred)
{
    const bool two = prober.accepts(inferred, 2);
    if (prober.accepts(inferred, 1)) {
        inferred.fixedBatch = two ? 0 : 1;
        return true;
    }
    if (!prober.threw())
        return false;
    for (const std::int64_t batch : {2, 4, 8, 16, 32, 64, 3, 5, 6, 10, 12, 20, 25})
        if (prober.accepts(inferred, batch)) {
            inferred.fixedBatch = batch;
            return true;
        }
    return false;
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
    Prober prober(prepared);
    for (InputInfo candidate : mainCandidates(readers.readersOf(inputs[0]), hints)) {
        candidate.name = inferred.inputs[0].name;
        inferred.inputs[0] = candidate;
        if (findBatch(prober, inferred))
            return inferred;
    }
    prober.fail();
}

} // namespace quantloupe
