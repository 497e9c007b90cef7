// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/torchscript_file.h"

#include "base/error.h"

#include "model/archive/mapped_file.h"
#include "model/archive/zip_archive.h"

#include <ATen/ATen.h>
#include <caffe2/serialize/inline_container.h>
#include <torch/csrc/jit/serialization/import.h>
#include <torch/version.h>

#include <algorithm>
#include <sstream>
#include <string_view>

namespace quantloupe {

namespace {

constexpr std::string_view kOperatorLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                              "0123456789_:.";

/// LibTorch names the operator inside a long text.
std::string missingOperator(const std::string &text)
{
    for (const std::string_view phrase :
         {"Unknown builtin op", "Couldn't find an operator for", "Could not find operator"}) {
        const std::size_t found = text.find(phrase);
        if (found == std::string::npos)
            continue;
        const std::size_t begin = text.find_first_not_of(": ", found + phrase.size());
        const std::size_t end = text.find_first_not_of(kOperatorLetters, begin);
        std::string name = begin == std::string::npos ? "" : text.substr(begin, end - begin);
        while (name.ends_with('.') || name.ends_with(':'))
            name.pop_back();
        return name;
    }
    return {};
}

/// LibTorch reads no deflated members: the archive rewritten without compression, or nothing where
/// it needs no rewriting.
std::string withStoredMembers(const std::filesystem::path &path)
{
    const MappedFile file(path);
    const ZipArchive archive(file.bytes(), path.string());
    const bool deflated = std::any_of(archive.members().begin(), archive.members().end(),
                                      [](const ZipMember &member) { return member.method != 0; });
    if (!deflated)
        return {};
    std::string result;
    caffe2::serialize::PyTorchStreamWriter writer([&](const void *data, std::size_t size) {
        result.append(static_cast<const char *>(data), size);
        return size;
    });
    for (const ZipMember &member : archive.members()) {
        const std::size_t slash = member.name.find('/');
        const std::string name(slash == std::string_view::npos ? member.name
                                                               : member.name.substr(slash + 1));
        // The writer adds these itself.
        if (name.empty() || name == "version" || name == "byteorder" || name.starts_with(".data/"))
            continue;
        const ZipContent content = archive.read(member);
        writer.writeRecord(name, content.bytes.data(), content.bytes.size());
    }
    writer.writeEndOfFile();
    return result;
}

} // namespace

LoadedModule loadTorchScript(const std::filesystem::path &path)
{
    try {
        LoadedModule loaded;
        const std::string repacked = withStoredMembers(path);
        if (repacked.empty()) {
            loaded.module = torch::jit::load(path.string(), at::kCPU);
        } else {
            std::istringstream stream(repacked);
            loaded.module = torch::jit::load(stream, at::kCPU);
        }
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
