// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/label_embedding.h"

#include <algorithm>
#include <cctype>

namespace quantloupe {

namespace {

bool isLabelEmbedding(const ModuleItem &item)
{
    if (item.kind != ItemKind::Linear || item.weight.empty() || !item.bias.empty())
        return false;
    std::string name = item.prefix;
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
    return std::ranges::any_of(
        std::vector<std::string>{"emb", "label", "class"},
        [&](const std::string &word) { return name.find(word) != std::string::npos; });
}

} // namespace

std::vector<std::string> LabelEmbedding::waysInto(const Chain &chain) const
{
    if (width() == chain.latent)
        return {"added", "multiplied"};
    if (width() < chain.latent)
        return {"after the latent", "before the latent"};
    return {};
}

std::optional<LabelEmbedding> takeLabelEmbedding(std::vector<ModuleItem> &items)
{
    if (std::ranges::count_if(items, isLabelEmbedding) != 1)
        return std::nullopt;
    const auto found = std::ranges::find_if(items, isLabelEmbedding);
    LabelEmbedding embedding{*found};
    items.erase(found);
    return embedding;
}

} // namespace quantloupe
