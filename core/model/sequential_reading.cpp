// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "model/label_embedding.h"
#include "model/reading.h"
#include "model/self_attention.h"
#include "model/sequential_chain.h"
#include "model/source_writer.h"
#include "model/template_tensors.h"

#include <algorithm>
#include <optional>
#include <sstream>

namespace quantloupe {

namespace {

const std::vector<std::string> kHiddenActivations = {"relu", "leaky_relu", "elu", "none"};
const std::vector<std::string> kFinalActivations = {"tanh", "sigmoid", "none"};

struct Activations
{
    std::string hidden;
    std::string projection;
    std::string final;
};

bool upsamples(const Chain &chain)
{
    return std::any_of(chain.links.begin(), chain.links.end(),
                       [](const ChainLink &link) { return link.upsampledBefore; });
}

bool isPerceptron(const Chain &chain)
{
    return chain.links.back().item.kind == ItemKind::Linear;
}

Activations assumeActivations(Architecture &reading, const AssumptionChoices &choices,
                              const Chain &chain)
{
    Activations result;
    const bool nearest = upsamples(chain);
    result.hidden = assume(reading, choices, "activation.hidden", nearest ? "leaky_relu" : "relu",
                           kHiddenActivations,
                           nearest ? "Not in the file; generators that upsample before plain "
                                     "convolutions commonly use a leaky ReLU of slope 0.2."
                                   : "Not in the file; ReLU is the common choice.");
    result.projection = result.hidden;
    const ChainLink &first = chain.links.front();
    if (!first.viewAs.empty() && !isPerceptron(chain))
        result.projection =
            assume(reading, choices, "activation.projection",
                   first.norm && !nearest ? result.hidden : "none", kHiddenActivations,
                   "Not in the file; what follows the projection of the latent.");
    result.final = assume(reading, choices, "activation.final", "tanh", kFinalActivations,
                          "Not in the file; tanh gives pictures in -1..1.");
    return result;
}

double assumeEps(Architecture &reading, const AssumptionChoices &choices)
{
    const std::string text = assume(reading, choices, "norm.eps", "1e-05", {},
                                    "Not in the file; the default of PyTorch's normalizations.");
    std::istringstream stream(text);
    double eps = 0;
    if (!(stream >> eps) || !stream.eof() || !(eps > 0 && eps < 10))
        throw Error(ErrorKind::BadInput, "The assumption norm.eps cannot be '" + text +
                                             "'; give a number between 0 and 10.");
    return eps;
}

void writeWeighted(SourceWriter &writer, const ChainLink &link)
{
    if (link.upsampledBefore)
        writer.nearestUpsample();
    if (link.item.kind == ItemKind::Linear)
        writer.linear(link.item);
    else if (link.transposed)
        writer.transposedConvolution(link.item, link.geometry);
    else
        writer.convolution(link.item, link.geometry);
}

void writeLink(SourceWriter &writer, const ChainLink &link, const std::string &activation,
               double eps)
{
    writeWeighted(writer, link);
    if (link.norm && link.normBeforeView)
        writer.norm(*link.norm, eps);
    if (!link.viewAs.empty())
        writer.view(link.viewAs);
    if (link.norm && !link.normBeforeView)
        writer.norm(*link.norm, eps);
    writer.activation(activation);
}

std::string summaryOf(const Chain &chain, std::int64_t latent)
{
    std::string text = std::to_string(latent);
    for (const ChainLink &link : chain.links) {
        const bool flat = link.item.kind == ItemKind::Linear && link.viewAs.empty();
        const Shape map =
            link.viewAs.empty() ? Shape{link.outChannels, link.side, link.side} : link.viewAs;
        text += " -> " + (flat ? std::to_string(link.outChannels) : toText(map));
    }
    return text;
}

/// Where the class comes in. Returns the values of the latent itself.
std::int64_t joinLabel(Architecture &reading, const AssumptionChoices &choices, const Chain &chain,
                       const LabelEmbedding &embedding, SourceWriter &writer)
{
    const std::vector<std::string> ways = embedding.waysInto(chain);
    const std::string way =
        assume(reading, choices, "label.joined", ways.front(), ways,
               "Not in the file; how the values of the class join those of the latent.");
    writer.joinLabel(embedding.item, way, chain.spatialLatent);
    return embedding.width() < chain.latent ? chain.latent - embedding.width() : chain.latent;
}

/// The index of the attention modules behind each link; the file does not say where they stand,
/// their width does. Empty if one finds no place.
std::optional<std::vector<std::vector<std::size_t>>>
placesOf(const std::vector<SelfAttention> &attentions, const Chain &chain)
{
    std::vector<std::vector<std::size_t>> places(chain.links.size());
    for (std::size_t a = 0; a < attentions.size(); ++a) {
        const auto link =
            std::find_if(chain.links.begin(), chain.links.end() - 1, [&](const ChainLink &l) {
                return l.side > 1 && l.outChannels == attentions[a].channels();
            });
        if (link == chain.links.end() - 1)
            return std::nullopt;
        places[static_cast<std::size_t>(link - chain.links.begin())].push_back(a);
    }
    return places;
}

/// What a network has besides its chain.
struct SideModules
{
    std::vector<SelfAttention> attentions;
    std::optional<LabelEmbedding> embedding;
};

std::optional<Architecture> toArchitecture(const Chain &chain, const AssumptionChoices &choices,
                                           const SideModules &parts)
{
    const auto places = placesOf(parts.attentions, chain);
    if (!places)
        return std::nullopt;
    Architecture reading;
    reading.name = !parts.attentions.empty() ? "SAGAN"
                   : isPerceptron(chain)     ? "perceptron"
                                             : "sequential";
    SourceWriter writer;
    std::int64_t latent = chain.latent;
    if (parts.embedding) {
        latent = joinLabel(reading, choices, chain, *parts.embedding, writer);
        reading.summary = std::to_string(parts.embedding->classes()) + " classes, ";
    }
    reading.summary += summaryOf(chain, latent);
    reading.inputShape = chain.spatialLatent ? Shape{latent, 1, 1} : Shape{latent};
    const Activations activations = assumeActivations(reading, choices, chain);
    const bool anyNorm = std::any_of(chain.links.begin(), chain.links.end(),
                                     [](const ChainLink &link) { return link.norm.has_value(); });
    const double eps = anyNorm ? assumeEps(reading, choices) : 0;
    for (std::size_t i = 0; i < chain.links.size(); ++i) {
        const bool isLast = i + 1 == chain.links.size();
        writeLink(writer, chain.links[i],
                  isLast   ? activations.final
                  : i == 0 ? activations.projection
                           : activations.hidden,
                  eps);
        for (const std::size_t attention : places->at(i))
            writeSelfAttention(writer, parts.attentions[attention], chain.links[i].side);
    }
    reading.source = writer.source(parts.embedding ? "x: Tensor, label: Tensor" : "x: Tensor");
    return reading;
}

/// Of the order in the file, else of that of the numbers in their names.
std::vector<Chain> chainsOf(const std::vector<ModuleItem> &items)
{
    std::vector<Chain> chains = sequentialChains(items);
    return chains.empty() ? sequentialChains(inNaturalOrder(items)) : chains;
}

std::vector<Architecture> labelledReadings(std::vector<ModuleItem> items,
                                           const AssumptionChoices &choices,
                                           const std::vector<SelfAttention> &attentions)
{
    std::vector<Architecture> readings;
    const std::optional<LabelEmbedding> embedding = takeLabelEmbedding(items);
    if (!embedding)
        return readings;
    for (const Chain &chain : chainsOf(items))
        if (!embedding->waysInto(chain).empty())
            if (auto reading = toArchitecture(chain, choices, {attentions, embedding}))
                readings.push_back(std::move(*reading));
    return readings;
}

} // namespace

std::vector<Architecture> sequentialReadings(const StateDict &dict,
                                             const AssumptionChoices &choices)
{
    StateDict rest = withoutValues(dict);
    const std::vector<SelfAttention> attentions = takeSelfAttention(rest);
    const std::vector<ModuleItem> items = moduleItems(rest);
    std::vector<Architecture> readings = labelledReadings(items, choices, attentions);
    if (!readings.empty())
        return readings;
    for (const Chain &chain : chainsOf(items))
        if (auto reading = toArchitecture(chain, choices, {attentions, std::nullopt}))
            readings.push_back(std::move(*reading));
    if (readings.empty())
        throw Error(ErrorKind::Unsupported,
                    "its layers do not chain from a latent to a picture of 1 or 3 channels");
    return readings;
}

} // namespace quantloupe
