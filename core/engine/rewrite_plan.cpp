// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/rewrite_plan.h"

#include "engine/correction_notes.h"
#include "engine/sole_use.h"

#include <algorithm>
#include <utility>

namespace quantloupe {

namespace {

/// What one configuration does, and what it refuses.
class Planner
{
public:
    Planner(const CorrectionTask &task, const RewriteStructure &structure,
            std::vector<RewriteRefusal> &refusals)
        : m_task(task),
          m_layers(task.generator.info.layers),
          m_structure(structure),
          m_refusals(refusals)
    {
    }

    RewriteChoice choose(const SuffersFromFold &suffers)
    {
        chooseFolds(suffers);
        choosePairs();
        return std::move(m_choice);
    }

private:
    const WeightSpec &spec(std::size_t layer) const
    {
        return m_task.config.spec(m_layers[layer].name).weight;
    }

    bool wants(Correction correction, std::size_t layer) const
    {
        return !spec(layer).isFloat() && m_task.config.corrects(correction, m_layers[layer].name);
    }

    bool hasOneScale(std::size_t layer) const
    {
        return spec(layer).granularity == Granularity::PerTensor;
    }

    /// Equalization takes from one scale what folding does to it.
    bool isEvenedOut(std::size_t layer) const
    {
        const NextLayer &next = m_structure.behindFolded[layer];
        return hasOneScale(layer) && wants(Correction::Equalize, layer) && next.layer &&
               !spec(*next.layer).isFloat();
    }

    void chooseFolds(const SuffersFromFold &suffers)
    {
        for (std::size_t i = 0; i < m_layers.size(); ++i) {
            std::string obstacle;
            const bool isWanted = wants(Correction::FoldNorm, i);
            if (isWanted)
                obstacle = obstacleToFold(i, suffers);
            m_choice.isFolded.push_back(isWanted && obstacle.empty());
            if (!obstacle.empty())
                refuse(i, Correction::FoldNorm, obstacle);
        }
    }

    /// Empty for none.
    std::string obstacleToFold(std::size_t layer, const SuffersFromFold &suffers) const
    {
        const FoldFinding &finding = m_structure.folds[layer];
        if (!finding.fold)
            return finding.obstacle;
        if (!hasLevelsToFold(spec(layer)))
            return "its weight has 1 or 2 bits, too few for channels of different sizes; choose 3 "
                   "bits or more";
        if (isEvenedOut(layer) || !suffers(layer, *finding.fold))
            return {};
        std::string obstacle = "its weight would be quantized worse; choose a method whose levels "
                               "follow the channels (such as mse) with a scale for each channel, "
                               "not over the full range";
        if (hasOneScale(layer))
            obstacle += ", or equalize the layer (--equalize), too";
        return obstacle;
    }

    void choosePairs()
    {
        for (std::size_t i = 0; i < m_layers.size(); ++i) {
            if (!wants(Correction::Equalize, i))
                continue;
            const NextLayer &next =
                m_choice.isFolded[i] ? m_structure.behindFolded[i] : m_structure.behind[i];
            if (!next.layer)
                refuse(i, Correction::Equalize, next.obstacle);
            else if (spec(*next.layer).isFloat())
                refuse(i, Correction::Equalize,
                       "the weight of " + m_layers[*next.layer].name + " behind it is float");
            else
                m_choice.pairs.emplace_back(i, *next.layer);
        }
    }

    /// What is on for the whole generator says nothing of layers where there is nothing to do.
    bool isWorthSaying(std::size_t layer, Correction correction) const
    {
        if (!m_task.config.corrections().isOnEverywhere(correction))
            return true;
        if (correction == Correction::Equalize)
            return layer + 1 < m_layers.size();
        return hasNormBehind(m_task.generator.program, layer);
    }

    void refuse(std::size_t layer, Correction correction, const std::string &reason)
    {
        const std::string &name = m_layers[layer].name;
        RewriteRefusal refusal{layer, correction, {}};
        if (isWorthSaying(layer, correction))
            refusal.note = (correction == Correction::FoldNorm
                                ? "Folding leaves the batch norms behind " + name
                                : "Equalization leaves " + name) +
                           " as " + (correction == Correction::FoldNorm ? "they are" : "it is") +
                           ": " + reason + ".";
        else if (correction == Correction::FoldNorm)
            refusal.note = missingNormNote(m_task, correction, layer);
        m_refusals.push_back(std::move(refusal));
    }

    const CorrectionTask &m_task;
    const std::vector<LayerInfo> &m_layers;
    const RewriteStructure &m_structure;
    std::vector<RewriteRefusal> &m_refusals;
    RewriteChoice m_choice;
};

} // namespace

RewriteStructure structureOf(const Generator &generator)
{
    const Program &program = generator.program;
    const OperationList operations(program);
    RewriteStructure structure;
    for (std::size_t i = 0; i < program.layers.size(); ++i) {
        structure.folds.push_back(findFold(program, generator.info.layers, operations, i));
        structure.behind.push_back(layerBehind(program, operations, i, nullptr));
        const auto &fold = structure.folds.back().fold;
        structure.behindFolded.push_back(
            layerBehind(program, operations, i, fold ? &*fold : nullptr));
        const Step *use = soleUse(program, operations, i);
        structure.biases.push_back(use ? biasOf(program, *use).value_or(at::Tensor())
                                       : at::Tensor());
    }
    return structure;
}

RewriteChoice chooseRewrites(const CorrectionTask &task, const RewriteStructure &structure,
                             const SuffersFromFold &suffers, std::vector<RewriteRefusal> &refusals)
{
    return Planner(task, structure, refusals).choose(suffers);
}

} // namespace quantloupe
