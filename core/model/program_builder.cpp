// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/program_builder.h"

#include "base/error.h"
#include "model/channel_axis.h"
#include "model/input_origin.h"
#include "model/layer_use.h"
#include "model/segment_compiler.h"

#include <ATen/ATen.h>
#include <torch/csrc/jit/ir/constants.h>

#include <algorithm>
#include <atomic>

namespace quantloupe {

using torch::jit::Node;
using torch::jit::Value;

namespace {

std::uint64_t nextProgramId()
{
    static std::atomic<std::uint64_t> counter{1};
    return counter.fetch_add(1);
}

/// Position of "training" among the operands of aten::batch_norm.
constexpr std::size_t kNormTraining = 5;

class Builder
{
public:
    Builder(const PreparedGraph &prepared, const std::vector<c10::IValue> &example)
        : m_prepared(prepared), m_graph(*prepared.graph), m_example(example), m_search(prepared)
    {
    }

    Program build()
    {
        m_program.id = nextProgramId();
        m_program.cacheable = !m_prepared.hasMutation;
        findLayerUses();
        evaluateShapes();
        addSites();
        findLiveStaticValues();
        for (std::size_t i = 0; i < m_prepared.networkInputs; ++i)
            m_program.inputs.push_back(idOf(m_graph.inputs()[i]));
        addSteps();
        m_program.output = idOf(m_graph.outputs().at(0));
        evaluateStaticValues();
        readStatistics();
        m_program.unquantized = unquantizedOperations(m_prepared, m_search, m_uses);
        return std::move(m_program);
    }

private:
    void findLayerUses()
    {
        for (Node *node : m_graph.nodes()) {
            for (const LayerOperator &positions : layerOperators(node)) {
                const auto weight = m_search.find(node->input(positions.weight));
                if (!weight || isStaticNode(node))
                    continue;
                m_uses[node] = {node, positions, *weight};
                break;
            }
            if (m_uses.count(node) == 0 && !isStaticNode(node))
                noteUnfixed(node);
            for (torch::jit::Block *block : node->blocks())
                forEachNode(block, [&](Node *inner) { noteUnreachable(inner); });
        }
    }

    void noteUnfixed(const Node *node)
    {
        if (const std::string layer = unfixedWeight(node, m_search); !layer.empty())
            m_program.notes.push_back("The weight of the layer " + layer +
                                      " depends on the network's input and has no fixed value; it "
                                      "stays float.");
    }

    void noteUnreachable(Node *node)
    {
        for (const LayerOperator &positions : layerOperators(node))
            if (const auto weight = m_search.find(node->input(positions.weight))) {
                m_program.notes.push_back("The layer " + layerName(weight->parameter) +
                                          " stands inside a condition or loop of the network; it "
                                          "stays float, and its multiply-accumulates are not "
                                          "counted.");
                return;
            }
    }

    bool isStaticNode(const Node *node) const
    {
        return !node->outputs().empty() && m_search.isStatic(node->outputs()[0]);
    }

    /// One run of the whole graph that also returns every tensor between weights and operators.
    void evaluateShapes()
    {
        std::vector<Value *> wanted;
        for (auto &[node, use] : m_uses) {
            for (Value *start : {use.weight.site, use.weight.parameterValue}) {
                const auto path = pathBetween(node->input(use.positions.weight), start);
                wanted.insert(wanted.end(), path.begin(), path.end());
            }
        }
        std::sort(wanted.begin(), wanted.end());
        wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
        const std::vector<c10::IValue> values = evaluate(m_prepared, m_example, wanted);
        for (std::size_t i = 0; i < wanted.size(); ++i)
            if (values[i].isTensor())
                m_shapes[wanted[i]] = values[i].toTensor().sizes().vec();
    }

    void addSites()
    {
        for (Node *node : m_graph.nodes()) {
            const auto found = m_uses.find(node);
            if (found == m_uses.end())
                continue;
            LayerUse &use = found->second;
            // A static value that has lost elements (a sum, a norm) stands for no weight.
            if (elements(m_shapes.at(use.weight.site)) !=
                elements(m_shapes.at(use.weight.parameterValue)))
                use.weight.site = use.weight.parameterValue;
            if (m_siteIndex.count(use.weight.site) == 0)
                addSite(use);
        }
    }

    static std::int64_t elements(const Shape &shape)
    {
        std::int64_t count = 1;
        for (const std::int64_t size : shape)
            count *= size;
        return count;
    }

    void addSite(const LayerUse &use)
    {
        Value *operand = use.node->input(use.positions.weight);
        WeightSite site;
        site.name = uniqueName(layerName(use.weight.parameter));
        site.kind = use.positions.kind;
        site.value = idOf(use.weight.site);
        const auto axis = followAxis(operand, use.positions.outputAxis, use.weight.site, m_shapes);
        site.outputAxis = axis.value_or(-1);
        if (!axis)
            m_program.notes.push_back("The output channels of " + site.name +
                                      " could not be followed to its weight; it is quantized with "
                                      "one scale for the whole tensor.");
        if (use.positions.bias >= 0 && m_search.isStatic(use.node->input(use.positions.bias)))
            m_biases[static_cast<int>(m_program.layers.size())] =
                use.node->input(use.positions.bias);
        site.groups = groupsOf(use, m_shapes.at(operand) == m_shapes.at(use.weight.site));
        m_siteIndex[use.weight.site] = static_cast<int>(m_program.layers.size());
        m_program.layers.push_back(std::move(site));
    }

    std::string uniqueName(const std::string &wanted)
    {
        std::string name = wanted;
        for (int suffix = 2; !m_names.insert(name).second; ++suffix)
            name = wanted + "#" + std::to_string(suffix);
        return name;
    }

    /// Static values that a weight site feeds must be computed anew for every configuration.
    void findLiveStaticValues()
    {
        for (const auto &[site, index] : m_siteIndex)
            m_live.insert(site);
        for (Node *node : m_graph.nodes()) {
            const auto isLive = [&](Value *input) { return m_live.count(input) != 0; };
            if (std::any_of(node->inputs().begin(), node->inputs().end(), isLive))
                for (Value *output : node->outputs())
                    if (m_siteIndex.count(output) == 0)
                        m_live.insert(output);
        }
    }

    bool isKnownBeforeRun(Node *node) const
    {
        const auto isSettled = [&](Value *output) {
            return m_search.isStatic(output) &&
                   (m_live.count(output) == 0 || m_siteIndex.count(output) != 0);
        };
        return std::all_of(node->outputs().begin(), node->outputs().end(), isSettled) &&
               !node->outputs().empty();
    }

    void addSteps()
    {
        std::vector<Node *> run;
        for (Node *node : m_graph.nodes()) {
            if (isKnownBeforeRun(node))
                continue;
            const bool random = node->isNondeterministic() && node->blocks().empty();
            const bool norm = isNormWithStatistics(node);
            if (m_uses.count(node) == 0 && !random && !norm) {
                run.push_back(node);
                continue;
            }
            addSegment(run);
            run.clear();
            if (norm)
                addNorm(node);
            else
                random ? addRandom(node) : addLayer(m_uses.at(node));
        }
        addSegment(run);
    }

    /// Inside conditions and loops, and in training mode, norms stay parts of segments.
    bool isNormWithStatistics(Node *node) const
    {
        return node->kind() == c10::aten::batch_norm &&
               torch::jit::constant_as<bool>(node->input(kNormTraining)) == false &&
               isKnownTensor(node->input(kNormMean)) && isKnownTensor(node->input(kNormVariance));
    }

    void addSegment(const std::vector<Node *> &nodes)
    {
        if (nodes.empty())
            return;
        CompiledSegment segment = compileSegment(nodes);
        Step step;
        step.kind = StepKind::Segment;
        step.label = "operations before step " + std::to_string(m_program.steps.size() + 1);
        for (Value *input : segment.inputs)
            step.inputs.push_back(idOf(input));
        for (Value *output : segment.outputs)
            step.outputs.push_back(idOf(output));
        step.code = segment.code;
        m_program.steps.push_back(std::move(step));
    }

    Step operatorStep(Node *node, StepKind kind)
    {
        Step step;
        step.kind = kind;
        step.operatorName = node->kind().toUnqualString();
        for (Value *input : node->inputs())
            step.inputs.push_back(idOf(input));
        for (Value *output : node->outputs())
            step.outputs.push_back(idOf(output));
        step.operation = node->getOperation();
        return step;
    }

    void addRandom(Node *node)
    {
        Step step = operatorStep(node, StepKind::Random);
        step.label = step.operatorName;
        m_program.steps.push_back(std::move(step));
    }

    bool isKnownTensor(Value *value) const
    {
        return m_search.isStatic(value) && m_live.count(value) == 0 &&
               value->type()->kind() == c10::TypeKind::TensorType;
    }

    void addNorm(Node *node)
    {
        Step step = operatorStep(node, StepKind::Norm);
        step.label = step.operatorName;
        step.norm = static_cast<int>(m_program.norms.size());
        NormSite site;
        for (const Step &earlier : m_program.steps)
            if (earlier.kind == StepKind::Layer)
                site.layer = earlier.layer;
        m_program.norms.push_back(std::move(site));
        m_program.steps.push_back(std::move(step));
    }

    void addLayer(const LayerUse &use)
    {
        Step step = operatorStep(use.node, StepKind::Layer);
        step.layer = m_siteIndex.at(use.weight.site);
        step.activationInput = use.positions.activation;
        step.weightInput = use.positions.weight;
        step.biasInput = use.positions.bias;
        step.readsNetworkInput =
            use.positions.activation >= 0 &&
            isNetworkInput(m_prepared, m_search, use.node->input(use.positions.activation));
        step.inputOrigin = inputOrigin(m_prepared, m_uses, use);
        step.label = m_program.layers[static_cast<std::size_t>(step.layer)].name;
        m_program.steps.push_back(std::move(step));
    }

    ValueId idOf(Value *value)
    {
        const auto [it, isNew] = m_ids.try_emplace(value, static_cast<ValueId>(m_ids.size()));
        if (isNew)
            m_program.constants.emplace_back();
        return it->second;
    }

    /// Everything known before a run that a step reads, and the float weights.
    void evaluateStaticValues()
    {
        std::vector<Value *> wanted;
        for (const auto &[value, id] : m_ids)
            if (m_search.isStatic(value) && (m_live.count(value) == 0 || m_siteIndex.count(value)))
                wanted.push_back(value);
        for (const auto &[layer, bias] : m_biases)
            wanted.push_back(bias);
        const std::vector<c10::IValue> values = evaluate(m_prepared, m_example, wanted);
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            const auto id = m_ids.find(wanted[i]);
            const auto site = m_siteIndex.find(wanted[i]);
            if (site != m_siteIndex.end())
                m_program.layers[static_cast<std::size_t>(site->second)].weight =
                    values[i].toTensor().detach().to(at::kFloat).contiguous();
            else if (id != m_ids.end())
                m_program.constants[static_cast<std::size_t>(id->second)] = values[i];
            for (auto &[layer, bias] : m_biases)
                if (bias == wanted[i] && values[i].isTensor())
                    m_program.layers[static_cast<std::size_t>(layer)].biasElements =
                        values[i].toTensor().numel();
        }
    }

    void readStatistics()
    {
        for (const Step &step : m_program.steps) {
            if (step.kind != StepKind::Norm)
                continue;
            const auto floats = [&](std::size_t position) {
                const auto id = static_cast<std::size_t>(step.inputs.at(position));
                const at::Tensor values = m_program.constants[id].value().toTensor();
                return values.detach().to(at::kFloat).contiguous();
            };
            NormSite &site = m_program.norms[static_cast<std::size_t>(step.norm)];
            site.mean = floats(kNormMean);
            site.variance = floats(kNormVariance);
        }
    }

    const PreparedGraph &m_prepared;
    torch::jit::Graph &m_graph;
    const std::vector<c10::IValue> &m_example;
    WeightSearch m_search;
    Program m_program;
    LayerUses m_uses;
    ValueShapes m_shapes;
    std::map<Value *, int> m_siteIndex;
    std::map<int, Value *> m_biases;
    std::set<Value *> m_live;
    std::set<std::string> m_names;
    std::map<Value *, ValueId> m_ids;
};

} // namespace

Program buildProgram(const PreparedGraph &prepared, const std::vector<c10::IValue> &example)
{
    return Builder(prepared, example).build();
}

c10::IValue runWhole(const PreparedGraph &prepared, const std::vector<c10::IValue> &inputs)
{
    return evaluate(prepared, inputs, {prepared.graph->outputs().at(0)}).at(0);
}

} // namespace quantloupe
