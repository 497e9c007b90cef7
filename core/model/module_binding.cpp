// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/module_binding.h"

#include "model/architecture_error.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cctype>
#include <cstring>

namespace quantloupe {

using torch::jit::Module;

namespace {

std::vector<std::string> splitKey(const std::string &key)
{
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t dot = key.find('.'); dot != std::string::npos; dot = key.find('.', begin)) {
        parts.push_back(key.substr(begin, dot - begin));
        begin = dot + 1;
    }
    parts.push_back(key.substr(begin));
    return parts;
}

/// TorchScript cannot parse `self.main.0.weight`; getattr takes any name.
std::string access(const std::string &key)
{
    std::string text = "self";
    for (const std::string &part : splitKey(key))
        text = "getattr(" + text + ", '" + part + "')";
    return text;
}

bool isSafeKey(const std::string &key)
{
    return !key.empty() && std::all_of(key.begin(), key.end(), [](unsigned char c) {
        return std::isalnum(c) || c == '_' || c == '.' || c == '-';
    });
}

at::Tensor toTensor(const StoredTensor &stored)
{
    const std::vector<float> values = stored.toFloat();
    at::Tensor tensor = at::empty(stored.shape, at::kFloat);
    if (!values.empty())
        std::memcpy(tensor.data_ptr<float>(), values.data(), values.size() * sizeof(float));
    return tensor;
}

class ModuleTree
{
public:
    void add(const std::string &key, const at::Tensor &tensor, bool isBuffer)
    {
        std::vector<std::string> parts = splitKey(key);
        const std::string leaf = parts.back();
        parts.pop_back();
        Node &node = find(parts);
        node.tensors.push_back({leaf, tensor, isBuffer});
    }

    Module build() const { return build(m_root, "quantloupe_network"); }

private:
    struct Leaf
    {
        std::string name;
        at::Tensor tensor;
        bool isBuffer = false;
    };

    struct Node
    {
        std::vector<Leaf> tensors;
        std::vector<std::pair<std::string, Node>> children;
    };

    Node &find(const std::vector<std::string> &parts)
    {
        Node *node = &m_root;
        for (const std::string &part : parts) {
            auto child = std::find_if(node->children.begin(), node->children.end(),
                                      [&](const auto &c) { return c.first == part; });
            if (child == node->children.end()) {
                node->children.emplace_back(part, Node{});
                child = node->children.end() - 1;
            }
            node = &child->second;
        }
        return *node;
    }

    static Module build(const Node &node, const std::string &name)
    {
        Module module(name);
        for (const Leaf &leaf : node.tensors)
            leaf.isBuffer ? module.register_buffer(leaf.name, leaf.tensor)
                          : module.register_parameter(leaf.name, leaf.tensor, /*is_buffer=*/false);
        for (const auto &[child, content] : node.children)
            module.register_module(child, build(content, child));
        return module;
    }

    Node m_root;
};

std::string withAccessors(std::string source)
{
    for (const std::string &key : keysOf(source)) {
        const std::string placeholder = "{" + key + "}";
        const std::string code = access(key);
        for (std::size_t at = source.find(placeholder); at != std::string::npos;
             at = source.find(placeholder, at + code.size()))
            source.replace(at, placeholder.size(), code);
    }
    return source;
}

/// A vector of spectral norm stands beside the weight that it belongs to.
bool isSpectralVector(const std::string &key, const StateDict &dict)
{
    for (const char *field : {"weight_u", "weight_v"}) {
        if (!key.ends_with(field))
            continue;
        const std::string module = key.substr(0, key.size() - 8);
        return dict.find(module + "weight_orig") || dict.find(module + "weight_bar");
    }
    return key.ends_with("parametrizations.weight.0._u") ||
           key.ends_with("parametrizations.weight.0._v");
}

/// Tensors that training code keeps and a running network may leave aside without a loss.
bool isKeptAside(const std::string &key, const StateDict &dict)
{
    return key.ends_with("num_batches_tracked") || key.ends_with("resample_filter") ||
           isSpectralVector(key, dict);
}

} // namespace

bool isBuffer(const std::string &key, const StateDict &dict)
{
    for (const char *field :
         {"running_mean", "running_var", "resample_filter", "noise_const", "w_avg"})
        if (key.ends_with(field))
            return true;
    return isSpectralVector(key, dict);
}

Module bindArchitecture(const Architecture &architecture, const StateDict &dict)
{
    ModuleTree tree;
    for (const std::string &key : keysOf(architecture.source)) {
        const StoredTensor *tensor = isSafeKey(key) ? dict.find(key) : nullptr;
        if (!tensor)
            throw ArchitectureError({ArchitectureFault::LacksTensor, key},
                                    "The architecture " + architecture.name +
                                        " needs the tensor '" + key +
                                        "', which the file does not hold.");
        tree.add(key, toTensor(*tensor), isBuffer(key, dict));
    }
    Module module = tree.build();
    try {
        module.define(withAccessors(architecture.source));
    } catch (const std::exception &error) {
        const std::string reason = firstLine(error.what());
        throw ArchitectureError({ArchitectureFault::DoesNotCompile, reason},
                                "The source of the architecture " + architecture.name +
                                    " does not compile: " + reason,
                                error.what());
    }
    return module;
}

std::vector<std::string> unusedKeys(const Architecture &architecture, const StateDict &dict)
{
    const std::vector<std::string> used = keysOf(architecture.source);
    std::vector<std::string> unused;
    for (const StoredTensor &tensor : dict.tensors)
        if (std::find(used.begin(), used.end(), tensor.name) == used.end() &&
            !isKeptAside(tensor.name, dict))
            unused.push_back(tensor.name);
    return unused;
}

} // namespace quantloupe
