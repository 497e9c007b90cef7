// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/self_attention.h"

#include "model/template_tensors.h"

#include <algorithm>
#include <array>

namespace quantloupe {

namespace {

struct Names
{
    const char *query;
    const char *key;
    const char *value;
    const char *output;
    const char *factor;
};

constexpr std::array<Names, 2> kNames = {{
    {"query_conv", "key_conv", "value_conv", "", "gamma"},
    {"snconv1x1_theta", "snconv1x1_phi", "snconv1x1_g", "snconv1x1_attn", "sigma"},
}};

SelfAttention takeOne(TemplateTensors &tensors, const std::string &prefix, const Names &names)
{
    SelfAttention attention;
    attention.prefix = prefix;
    attention.query = tensors.takeModule(prefix + names.query, {-1, -1, 1, 1});
    const Shape &query = attention.query.shape;
    attention.key = tensors.takeModule(prefix + names.key, query);
    attention.pooled = *names.output != '\0';
    attention.value = tensors.takeModule(prefix + names.value,
                                         {attention.pooled ? -1 : query[1], query[1], 1, 1});
    if (attention.pooled)
        attention.output =
            tensors.takeModule(prefix + names.output, {query[1], attention.value.shape[0], 1, 1});
    attention.factor = tensors.take(prefix + names.factor, {1});
    return attention;
}

/// The maps of one projection as rows over all positions.
std::string rows(SourceWriter &writer, const ModuleItem &item, bool pooled)
{
    std::string map = writer.convolved("x", item, {});
    if (pooled)
        map = "torch.max_pool2d(" + map + ", [2, 2], [2, 2], [0, 0], [1, 1], False)";
    return "torch.flatten(" + map + ", 2)";
}

} // namespace

std::vector<SelfAttention> takeSelfAttention(StateDict &dict)
{
    std::vector<SelfAttention> found;
    std::vector<std::string> prefixes;
    TemplateTensors tensors(dict, "self-attention");
    for (const Names &names : kNames)
        for (const StoredTensor &tensor : dict.tensors) {
            const std::size_t at = tensor.name.find(std::string(names.query) + ".");
            if (at == std::string::npos || at == 0 || tensor.name[at - 1] != '.')
                continue;
            const std::string prefix = tensor.name.substr(0, at);
            if (std::find(prefixes.begin(), prefixes.end(), prefix) != prefixes.end())
                continue;
            prefixes.push_back(prefix);
            found.push_back(takeOne(tensors, prefix, names));
        }
    std::erase_if(dict.tensors, [&](const StoredTensor &tensor) {
        return std::any_of(prefixes.begin(), prefixes.end(), [&](const std::string &prefix) {
            return tensor.name.starts_with(prefix);
        });
    });
    return found;
}

void writeSelfAttention(SourceWriter &writer, const SelfAttention &attention, std::int64_t side)
{
    writer.line("query = " + rows(writer, attention.query, false));
    writer.line("key = " + rows(writer, attention.key, attention.pooled));
    writer.line("value = " + rows(writer, attention.value, attention.pooled));
    writer.line("scores = torch.softmax(torch.bmm(torch.permute(query, [0, 2, 1]), key), -1)");
    const std::string map = std::to_string(attention.value.shape[0]) + ", " + std::to_string(side) +
                            ", " + std::to_string(side);
    writer.line("attended = torch.reshape(torch.bmm(value, torch.permute(scores, [0, 2, 1])), "
                "[-1, " +
                map + "])");
    if (attention.pooled)
        writer.line("attended = " + writer.convolved("attended", attention.output, {}));
    writer.line("x = torch.add(torch.mul(" + attention.factor + ", attended), x)");
}

} // namespace quantloupe
