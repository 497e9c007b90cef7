// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/template_tensors.h"

#include "base/error.h"

#include <algorithm>

namespace quantloupe {

namespace {

bool fits(const Shape &shape, const Shape &expected)
{
    return std::equal(
        shape.begin(), shape.end(), expected.begin(), expected.end(),
        [](std::int64_t is, std::int64_t wanted) { return wanted < 0 || is == wanted; });
}

std::string described(const Shape &shape)
{
    std::string text = toText(shape);
    for (std::size_t at = text.find("-1"); at != std::string::npos; at = text.find("-1"))
        text.replace(at, 2, "N");
    return text;
}

} // namespace

StateDict withoutValues(const StateDict &dict)
{
    StateDict result;
    result.name = dict.name;
    for (const StoredTensor &tensor : dict.tensors)
        result.tensors.push_back({tensor.name, tensor.type, tensor.shape, {}});
    return result;
}

TemplateTensors::TemplateTensors(const StateDict &dict, std::string architecture)
    : m_dict(dict), m_architecture(std::move(architecture))
{
}

bool TemplateTensors::hasModule(const std::string &prefix) const
{
    return std::any_of(
        m_dict.tensors.begin(), m_dict.tensors.end(),
        [&](const StoredTensor &tensor) { return tensor.name.starts_with(prefix + "."); });
}

const Shape &TemplateTensors::shape(const std::string &key) const
{
    const StoredTensor *tensor = m_dict.find(key);
    if (!tensor)
        refuseMissing(key);
    return tensor->shape;
}

std::string TemplateTensors::take(const std::string &key, const Shape &expected)
{
    if (!fits(shape(key), expected))
        refuseShape(key, shape(key), expected);
    m_taken.insert(key);
    return "{" + key + "}";
}

ModuleItem TemplateTensors::takeModule(const std::string &prefix, const Shape &expected)
{
    StateDict part;
    for (const StoredTensor &tensor : m_dict.tensors)
        if (tensor.name.starts_with(prefix + "."))
            part.tensors.push_back({tensor.name, tensor.type, tensor.shape, {}});
    const std::vector<ModuleItem> items = moduleItems(part);
    const auto item = std::find_if(items.begin(), items.end(),
                                   [&](const ModuleItem &i) { return i.prefix == prefix; });
    if (item == items.end())
        refuseMissing(prefix + ".weight");
    if (!fits(item->shape, expected))
        refuseShape(item->weight.empty() ? item->runningMean : item->weight, item->shape, expected);
    for (const std::string &key : {item->weight, item->u, item->v, item->magnitude, item->bias,
                                   item->runningMean, item->runningVar})
        m_taken.insert(key);
    return *item;
}

void TemplateTensors::requireAllTaken() const
{
    for (const StoredTensor &tensor : m_dict.tensors)
        if (m_taken.count(tensor.name) == 0 && !tensor.name.ends_with("num_batches_tracked"))
            throw Error(ErrorKind::Unsupported,
                        "it resembles " + m_architecture + ", which has no tensor " + tensor.name);
}

void TemplateTensors::refuseMissing(const std::string &key) const
{
    throw Error(ErrorKind::Unsupported,
                "it resembles " + m_architecture + ", but lacks the tensor " + key);
}

void TemplateTensors::refuseShape(const std::string &key, const Shape &is,
                                  const Shape &expected) const
{
    throw Error(ErrorKind::Unsupported, "it resembles " + m_architecture + ", but its tensor " +
                                            key + " (" + toText(is) + ") is not of the shape " +
                                            described(expected));
}

} // namespace quantloupe
