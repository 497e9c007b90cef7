// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/torchscript_file.h"

#include "base/error.h"

#include <ATen/ATen.h>
#include <torch/csrc/jit/serialization/import.h>
#include <torch/version.h>

#include <regex>

namespace quantloupe
{

namespace
{

/// LibTorch names the operator inside a long text.
std::string missingOperator(const std::string &text)
{
    static const std::regex pattern(
        R"((?:Unknown builtin op|Couldn't find an operator for|Could not find operator)[: ]+([A-Za-z0-9_:.]+))");
    std::smatch match;
    if (!std::regex_search(text, match, pattern))
        return {};
    std::string name = match[1];
    while (!name.empty() && (name.back() == '.' || name.back() == ':'))
        name.pop_back();
    return name;
}

} // namespace

LoadedModule loadTorchScript(const std::filesystem::path &path)
{
    try {
        LoadedModule loaded;
        loaded.module = torch::jit::load(path.string(), at::kCPU);
        loaded.module.eval();
        for (const at::Tensor &parameter : loaded.module.parameters())
            if (parameter.is_floating_point())
                loaded.storedBytesPerWeight = static_cast<int>(parameter.element_size());
        loaded.module.to(at::kFloat);
        return loaded;
    } catch (const std::bad_alloc &) {
        throw;
    } catch (const std::exception &error) {
        const std::string missing = missingOperator(error.what());
        if (!missing.empty())
            throw Error(ErrorKind::Unsupported,
                        path.string() + " uses the operator " + missing + ", which LibTorch " +
                            TORCH_VERSION +
                            " does not have; export it with that version of PyTorch or write the "
                            "operation differently.",
                        error.what());
        throw Error(ErrorKind::BadInput,
                    path.string() + " could not be read as TorchScript: " + firstLine(error.what()),
                    error.what());
    }
}

} // namespace quantloupe
