// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/graph_preparation.h"

#include "base/error.h"
#include "model/functionalize.h"

#include <torch/csrc/jit/frontend/resolver.h>
#include <torch/csrc/jit/ir/constants.h>
#include <torch/csrc/jit/ir/scope.h>
#include <torch/csrc/jit/passes/constant_propagation.h>
#include <torch/csrc/jit/passes/dead_code_elimination.h>
#include <torch/csrc/jit/passes/freeze_module.h>
#include <torch/csrc/jit/passes/inliner.h>
#include <torch/csrc/jit/passes/lower_tuples.h>
#include <torch/csrc/jit/passes/peephole_list_idioms.h>
#include <torch/csrc/jit/passes/remove_mutation.h>

#include <algorithm>
#include <map>

namespace quantloupe {

namespace {

using torch::jit::Graph;
using torch::jit::Module;
using torch::jit::Node;
using torch::jit::Value;

/// Freezing resolves flags and constant loops; what it cannot take is used as it is.
Module frozenOrSame(const Module &module)
{
    try {
        return torch::jit::freeze_module(module, {}, true, /*preserveParameters=*/true);
    } catch (const std::exception &) {
        return module;
    }
}

void moveDevicesToCpu(Graph &graph)
{
    forEachNode(graph.block(), [](Node *node) {
        if (node->kind() != c10::prim::Constant || !node->hasAttribute(c10::attr::value))
            return;
        if (node->output()->type()->kind() == c10::TypeKind::DeviceObjType)
            node->s_(c10::attr::value, "cpu");
        else if (node->kindOf(c10::attr::value) == torch::jit::AttributeKind::t)
            node->t_(c10::attr::value, node->t(c10::attr::value).to(at::kCPU));
    });
}

/// Freezing deletes the functions it inlined, yet nodes go on pointing to them, and LibTorch reads
/// their names when it describes an error. All nodes get one function that lives.
void forgetInlinedFunctions(Graph &graph)
{
    static const std::shared_ptr<torch::jit::CompilationUnit> unit = [] {
        auto made = std::make_shared<torch::jit::CompilationUnit>();
        made->define(c10::nullopt, "def network(x):\n    return x\n", torch::jit::nativeResolver(),
                     nullptr);
        return made;
    }();
    const auto stack = c10::make_intrusive<torch::jit::InlinedCallStack>(
        &unit->get_function(c10::QualifiedName("network")), torch::jit::SourceRange());
    forEachNode(graph.block(), [&](Node *node) {
        if (node->callstack())
            node->setCallStack(stack);
    });
}

/// Replaces attribute reads by graph inputs, one for each attribute path.
class AttributeLifter
{
public:
    AttributeLifter(PreparedGraph &prepared, const Module &module)
        : m_prepared(prepared), m_graph(*prepared.graph)
    {
        m_modules[m_graph.inputs().at(0)] = {"", module._ivalue()};
    }

    void run()
    {
        forEachNode(m_graph.block(), [this](Node *node) { lift(node); });
        torch::jit::EliminateDeadCode(m_prepared.graph);
        if (m_graph.inputs().at(0)->hasUses())
            throw Error(ErrorKind::Unsupported,
                        "The network changes its own attributes or calls itself while it runs, "
                        "which cannot be taken apart into layers; export it with torch.jit.trace.");
        m_graph.eraseInput(0);
    }

private:
    struct Attribute
    {
        std::string path;
        c10::IValue value;
    };

    void lift(Node *node)
    {
        if (node->kind() != c10::prim::GetAttr)
            return;
        const auto owner = m_modules.find(node->input());
        if (owner == m_modules.end())
            return;
        const std::string &field = node->s(c10::attr::name);
        const std::string path =
            owner->second.path.empty() ? field : owner->second.path + "." + field;
        const c10::IValue value = owner->second.value.toObjectRef().getAttr(field);
        if (value.isObject())
            m_modules[node->output()] = {path, value};
        else
            node->output()->replaceAllUsesWith(inputFor(path, value, node));
    }

    Value *inputFor(const std::string &path, const c10::IValue &value, const Node *read)
    {
        const auto known = m_inputs.find(path);
        if (known != m_inputs.end())
            return known->second;
        Value *input = m_graph.addInput();
        input->setType(read->output()->type());
        m_inputs[path] = input;
        m_prepared.attributePaths.push_back(path);
        m_prepared.attributes.push_back(value);
        return input;
    }

    PreparedGraph &m_prepared;
    Graph &m_graph;
    std::map<const Value *, Attribute> m_modules;
    std::map<std::string, Value *> m_inputs;
};

/// Conditions that only parameters decide (old files ask whether a weight is floating point before
/// each division) are decided now, so that the layers behind them are not hidden in a branch.
void decideStaticConditions(PreparedGraph &prepared)
{
    const auto isFloatingPoint = [](const Node *node) {
        return node->kind() == c10::aten::is_floating_point;
    };
    const auto inputs = prepared.graph->inputs();
    forEachNode(prepared.graph->block(), [&](Node *node) {
        if (!isFloatingPoint(node))
            return;
        const auto found = std::find(inputs.begin(), inputs.end(), node->input(0));
        const auto position = static_cast<std::size_t>(found - inputs.begin());
        if (found == inputs.end() || position < prepared.networkInputs)
            return;
        const c10::IValue &value = prepared.attributes[position - prepared.networkInputs];
        const torch::jit::WithInsertPoint before(node);
        node->output()->replaceAllUsesWith(prepared.graph->insertConstant(
            value.isTensor() && value.toTensor().is_floating_point()));
    });
    // Parameters are inputs by now, so that this folds no weight.
    torch::jit::ConstantPropagation(prepared.graph);
}

/// A trace in training mode counts its batches in place; nothing reads the count.
void dropBatchCounters(PreparedGraph &prepared)
{
    for (std::size_t i = 0; i < prepared.attributePaths.size(); ++i) {
        if (!prepared.attributePaths[i].ends_with("num_batches_tracked"))
            continue;
        Value *counter = prepared.graph->inputs().at(prepared.networkInputs + i);
        for (const torch::jit::Use &use : std::vector<torch::jit::Use>(counter->uses()))
            if (use.user->kind() == c10::aten::add_ && use.user->output()->uses().empty())
                use.user->destroy();
    }
}

class TrainingModeSwitch
{
public:
    TrainingModeSwitch(PreparedGraph &prepared, TrainingMode mode)
        : m_prepared(prepared), m_graph(*prepared.graph), m_mode(mode)
    {
    }

    void run()
    {
        forEachNode(m_graph.block(), [this](Node *node) {
            const std::string kind = node->kind().toUnqualString();
            if (kind == "batch_norm" && isTrue(node->input(5)))
                visitNorm(node);
            else if (kind == "instance_norm" && isTrue(node->input(5)))
                dropStatistics(node);
            else if ((kind == "dropout" || kind == "feature_dropout") && isTrue(node->input(2)))
                visitDropout(node);
        });
    }

private:
    static bool isTrue(Value *value)
    {
        const auto constant = torch::jit::toIValue(value);
        return constant && constant->isBool() && constant->toBool();
    }

    static bool isNone(const Value *value)
    {
        return value->type()->kind() == c10::TypeKind::NoneType;
    }

    std::string nameOf(Node *node, const std::string &kind)
    {
        for (const std::size_t position : {1, 3}) {
            if (position >= node->inputs().size())
                break;
            for (std::size_t i = 0; i < m_prepared.attributePaths.size(); ++i)
                if (m_graph.inputs().at(m_prepared.networkInputs + i) == node->input(position))
                    return m_prepared.attributePaths[i].substr(
                        0, m_prepared.attributePaths[i].rfind('.'));
        }
        return kind + " #" + std::to_string(++m_unnamed);
    }

    void setFalse(Node *node, std::size_t input)
    {
        const torch::jit::WithInsertPoint before(node);
        node->replaceInput(input, m_graph.insertConstant(false));
    }

    // Batch statistics with running ones at hand would also update those: a write into the model.
    void dropStatistics(Node *node)
    {
        const torch::jit::WithInsertPoint before(node);
        for (const std::size_t input : {3, 4})
            if (!isNone(node->input(input)))
                node->replaceInput(input, m_graph.insertConstant(c10::IValue()));
    }

    void visitNorm(Node *node)
    {
        const std::string name = nameOf(node, "batch_norm");
        m_prepared.trainingNorms.push_back(name);
        if (isNone(node->input(3)))
            m_prepared.normsWithoutStatistics.push_back(name);
        else if (m_mode == TrainingMode::Switch)
            setFalse(node, 5);
        else
            dropStatistics(node);
    }

    void visitDropout(Node *node)
    {
        m_prepared.trainingDropouts.push_back(nameOf(node, "dropout"));
        if (m_mode == TrainingMode::Switch)
            setFalse(node, 2);
    }

    PreparedGraph &m_prepared;
    Graph &m_graph;
    TrainingMode m_mode;
    int m_unnamed = 0;
};

} // namespace

namespace {

void collectTensors(Value *value, std::vector<Value *> &tensors)
{
    const auto kind = value->node()->kind();
    if (kind == c10::prim::TupleConstruct || kind == c10::prim::ListConstruct ||
        kind == c10::prim::DictConstruct) {
        for (Value *element : value->node()->inputs())
            collectTensors(element, tensors);
    } else if (value->type()->kind() == c10::TypeKind::TensorType) {
        tensors.push_back(value);
    }
}

} // namespace

void choosePicture(PreparedGraph &prepared, Value *candidate)
{
    prepared.graph->block()->replaceOutput(0, candidate);
}

PreparedGraph prepareGraph(const Module &original, TrainingMode mode)
{
    Module module = original;
    module.eval();
    const Module frozen = frozenOrSame(module);
    PreparedGraph prepared;
    prepared.graph = frozen.get_method("forward").graph()->copy();
    torch::jit::Inline(*prepared.graph);
    torch::jit::LowerSimpleTuples(prepared.graph);
    prepared.networkInputs = prepared.graph->inputs().size() - 1;
    forgetInlinedFunctions(*prepared.graph);
    AttributeLifter(prepared, frozen).run();
    decideStaticConditions(prepared);
    TrainingModeSwitch(prepared, mode).run();
    dropBatchCounters(prepared);
    moveDevicesToCpu(*prepared.graph);
    torch::jit::RemoveListMutation(prepared.graph);
    torch::jit::PeepholeOptimizeListIdioms(prepared.graph);
    torch::jit::RemoveTensorMutation(prepared.graph);
    functionalize(prepared.graph);
    prepared.hasMutation = writesIntoSharedMemory(prepared.graph);
    collectTensors(prepared.graph->outputs().at(0), prepared.outputCandidates);
    if (!prepared.outputCandidates.empty())
        choosePicture(prepared, prepared.outputCandidates.front());
    for (const auto &parameter : frozen.named_parameters())
        prepared.isParameter[parameter.name] = true;
    for (const std::string &path : prepared.attributePaths)
        prepared.isParameter.try_emplace(path, false);
    return prepared;
}

} // namespace quantloupe
