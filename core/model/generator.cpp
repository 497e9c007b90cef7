// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/generator.h"

#include "base/error.h"
#include "base/file_io.h"
#include "base/hash.h"
#include "model/architecture_error.h"
#include "model/layer_profile.h"
#include "model/network_source.h"
#include "model/output_range.h"
#include "model/program_builder.h"
#include "model/stated_assumptions.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>

namespace quantloupe {

namespace {

Shape parseShape(const std::string &text)
{
    Shape shape;
    std::istringstream stream(text);
    std::int64_t size = 0;
    while (stream >> size && size > 0 && size <= 1 << 20) {
        shape.push_back(size);
        char separator = 0;
        if (!(stream >> separator) || separator != 'x')
            break;
    }
    if (shape.empty() || shape.size() > 3 || !stream.eof())
        throw Error(ErrorKind::BadInput, "The assumption input.shape cannot be '" + text +
                                             "'; give sizes such as 100, 100x1x1 or 3x128x128.");
    return shape;
}

/// Only for a network that an architecture file describes.
[[noreturn]] void throwUnrunnable(const LoadOptions &options, std::string reason,
                                  const std::string &context)
{
    if (reason.ends_with('.'))
        reason.pop_back();
    throw ArchitectureError({ArchitectureFault::DoesNotRun, reason},
                            options.path + " cannot be run as " + options.architectureFile +
                                " describes it: " + reason + ".",
                            context);
}

class Loader
{
public:
    explicit Loader(const LoadOptions &options)
        : m_options(options), m_generator(std::make_shared<Generator>())
    {
    }

    std::shared_ptr<const Generator> load()
    {
        adoptStatedAssumptions();
        m_source = readNetwork(m_options);
        const auto shape = m_options.assumptions.find("input.shape");
        if (shape != m_options.assumptions.end()) {
            m_source.hints.shape = parseShape(shape->second);
        }
        PreparedGraph prepared =
            prepareGraph(m_source.module,
                         m_options.keepTrainingMode ? TrainingMode::Keep : TrainingMode::Switch);
        m_generator->inputs = inferDescribed(prepared);
        m_generator->program = buildProgram(prepared, m_generator->inputs.example);
        describe(prepared);
        return m_generator;
    }

private:
    /// What the user says counts more than what the file says.
    void adoptStatedAssumptions()
    {
        requireReadableFile(m_options.path);
        if (!m_options.architectureFile.empty())
            return;
        for (const auto &[key, value] : readStatedAssumptions(m_options.path))
            if (m_options.assumptions.emplace(key, value).second)
                m_stated.insert(key);
    }

    /// Where a file of the user's own describes the inputs, that is wrong if the network takes
    /// none.
    InferredInputs inferDescribed(PreparedGraph &prepared) const
    {
        try {
            return inferFromFirstPicture(prepared);
        } catch (const Error &error) {
            if (error.kind() == ErrorKind::BadInput && !m_options.architectureFile.empty())
                throwUnrunnable(m_options, error.what(), error.context());
            throw;
        }
    }

    /// Networks may return more than a picture, such as features before it.
    InferredInputs inferFromFirstPicture(PreparedGraph &prepared) const
    {
        const std::vector<torch::jit::Value *> &candidates = prepared.outputCandidates;
        for (std::size_t i = 0; i + 1 < candidates.size(); ++i) {
            choosePicture(prepared, candidates[i]);
            try {
                return inferInputs(prepared, m_source.hints);
            } catch (const Error &error) {
                if (error.kind() != ErrorKind::BadInput)
                    throw;
            }
        }
        if (!candidates.empty())
            choosePicture(prepared, candidates.back());
        return inferInputs(prepared, m_source.hints);
    }

    GeneratorInfo &info() { return m_generator->info; }

    void describe(const PreparedGraph &prepared)
    {
        info().path = m_options.path;
        info().name = std::filesystem::path(m_options.path).filename().string();
        info().sha256 = sha256OfFile(m_options.path);
        info().format = m_source.format;
        info().architecture = m_source.architecture;
        info().architectureFile = m_source.architectureFile;
        info().network = m_source.network;
        info().networks = m_source.networks;
        info().warnings = m_source.warnings;
        info().inputs = m_generator->inputs.inputs;
        info().output = m_generator->inputs.picture;
        info().fixedBatch = m_generator->inputs.fixedBatch;
        info().unquantized = m_generator->program.unquantized;
        for (WeightSite &site : m_generator->program.layers)
            site.storedBytesPerWeight = m_source.storedBytesPerWeight;
        info().layers = profileLayers(m_generator->program, m_generator->inputs);
        if (info().layers.empty())
            info().warnings.push_back(
                "The network has no layer with a parameter of its own; nothing can be quantized.");
        addTotals(prepared);
        addAssumptions(prepared);
        addWarnings(prepared);
    }

    /// A file that was frozen before it was saved holds its parameters as constants of the graph.
    static std::int64_t constantElements(const PreparedGraph &prepared)
    {
        std::int64_t elements = 0;
        forEachNode(prepared.graph->block(), [&](torch::jit::Node *node) {
            if (node->kind() == c10::prim::Constant && node->hasAttribute(c10::attr::value) &&
                node->kindOf(c10::attr::value) == torch::jit::AttributeKind::t &&
                node->t(c10::attr::value).is_floating_point())
                elements += node->t(c10::attr::value).numel();
        });
        return elements;
    }

    void addTotals(const PreparedGraph &prepared)
    {
        if (m_source.elements == 0)
            m_source.elements = constantElements(prepared);
        WeightTotals &totals = info().totals;
        totals.parameters = m_source.elements - m_source.bufferElements;
        totals.bytes = 4 * m_source.elements;
        totals.storedBytes = m_source.storedBytesPerWeight * m_source.elements;
        std::int64_t weights = 0;
        for (const LayerInfo &layer : info().layers) {
            totals.macs += layer.macs;
            weights += layer.weights;
        }
        m_generator->otherElements = std::max<std::int64_t>(0, m_source.elements - weights);
        m_generator->storedBytesPerElement = m_source.storedBytesPerWeight;
    }

    std::string assume(const std::string &key, const std::string &fallback,
                       std::vector<std::string> choices, const std::string &reason,
                       bool isKnown = false)
    {
        const auto choice = m_options.assumptions.find(key);
        const bool confirmed = choice != m_options.assumptions.end() || isKnown;
        const std::string value = choice != m_options.assumptions.end() ? choice->second : fallback;
        info().assumptions.push_back({key, value, std::move(choices), reason, confirmed});
        return value;
    }

    void addAssumptions(const PreparedGraph &prepared)
    {
        info().assumptions = m_source.assumptions;
        SamplingPlan &plan = m_generator->plan;
        const GuessedRange guess = guessOutputRange(prepared, m_generator->inputs.output);
        const ValueRange range = m_source.outputRange.value_or(guess.range);
        plan.outputRange =
            parseRange(assume("output.range", toText(range), {"-1,1", "0,1", "0,255"},
                              m_source.outputRange ? "Given by the architecture." : guess.reason));
        const bool isGiven = !m_options.architectureFile.empty();
        assume("input.shape", toText(info().inputs[0].shape), {},
               isGiven ? "Given by the architecture."
                       : "The first shape that fits the network's first layer and gives a picture.",
               isGiven);
        if (info().isImageToImage())
            plan.inputRange =
                parseRange(assume("input.range", toText(plan.outputRange), {"-1,1", "0,1", "0,255"},
                                  "Not in the file; taken to be the range of the output."));
        else
            assumeDistribution(plan);
        for (Assumption &assumption : info().assumptions)
            if (m_stated.count(assumption.key) != 0)
                assumption.reason = "Stated by the file.";
    }

    void assumeDistribution(SamplingPlan &plan)
    {
        const std::string text =
            assume("latent.distribution",
                   std::string(name(m_source.distribution.value_or(Distribution::Normal))),
                   {"normal", "uniform"},
                   "Not in the file; N(0,1) is the common choice, U(-1,1) the other.",
                   m_source.distribution.has_value());
        if (text != "normal" && text != "uniform")
            throw Error(ErrorKind::BadInput, "The assumption latent.distribution cannot be '" +
                                                 text + "'; choose normal or uniform.");
        plan.distribution = text == "uniform" ? Distribution::Uniform : Distribution::Normal;
    }

    void addWarnings(const PreparedGraph &prepared)
    {
        const std::string now = m_options.keepTrainingMode ? "batch statistics are kept"
                                                           : "running statistics are used instead";
        info().hasTrainingMode =
            prepared.trainingNorms.size() > prepared.normsWithoutStatistics.size() ||
            !prepared.trainingDropouts.empty();
        for (const std::string &norm : prepared.trainingNorms) {
            const bool fixed = std::find(prepared.normsWithoutStatistics.begin(),
                                         prepared.normsWithoutStatistics.end(),
                                         norm) != prepared.normsWithoutStatistics.end();
            warn("The batch norm " + norm + " was saved in training mode; " +
                 (fixed ? "it has no running statistics, so pictures depend on their batch."
                        : now + "."));
        }
        for (const std::string &dropout : prepared.trainingDropouts)
            warn("The " + dropout + " was saved in training mode; it is " +
                 (m_options.keepTrainingMode ? "kept." : "switched off."));
        for (const std::string &note : m_generator->program.notes)
            warn(note);
        if (!m_generator->program.cacheable)
            warn("An operation writes into its own input; results are not cached and edits are "
                 "slower.");
        if (info().fixedBatch > 1)
            warn("The network was traced for batches of " + std::to_string(info().fixedBatch) +
                 " and runs in chunks of that size.");
    }

    void warn(std::string sentence) { info().warnings.push_back(std::move(sentence)); }

    LoadOptions m_options;
    /// Keys that the file states and the user does not.
    std::set<std::string> m_stated;
    NetworkSource m_source;
    std::shared_ptr<Generator> m_generator;
};

/// Deep functions know the network, not its file.
std::string naming(const std::string &path, const std::string &message)
{
    return message.find(path) == std::string::npos ? path + ": " + message : message;
}

} // namespace

std::shared_ptr<const Generator> loadGenerator(const LoadOptions &options)
{
    try {
        const at::NoGradGuard noGradients;
        return Loader(options).load();
    } catch (const ArchitectureError &error) {
        throw ArchitectureError(error.problem(), naming(options.path, error.what()),
                                error.context());
    } catch (...) {
        const Error error = translateCurrentException("opening " + options.path);
        // The network's own program raised it.
        if (error.kind() == ErrorKind::Internal &&
            error.context().find("failed in the TorchScript interpreter") != std::string::npos) {
            if (!options.architectureFile.empty())
                throwUnrunnable(options, reasonLine(error.context()), error.context());
            throw Error(ErrorKind::BadInput,
                        options.path + " cannot be run: " + reasonLine(error.context()) + ".",
                        error.context());
        }
        throw Error(error.kind(), naming(options.path, error.what()), error.context());
    }
}

} // namespace quantloupe
