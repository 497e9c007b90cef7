// SPDX-License-Identifier: GPL-3.0-or-later
#include "state_dict_files.h"

#include "archive_builder.h"
#include "base/file_io.h"
#include "model/archive/mapped_file.h"
#include "model/archive/safetensors_writer.h"
#include "model/archive/zip_archive.h"

#include <ATen/ATen.h>

namespace test_networks {

using namespace quantloupe;
namespace build = archive_builder;

namespace {

std::string bytesOf(const at::Tensor &tensor)
{
    const at::Tensor plain = tensor.to(at::kFloat).contiguous();
    return {static_cast<const char *>(plain.data_ptr()), plain.nbytes()};
}

/// A tuple of any length; archive_builder's takes a literal list.
std::string tuple(at::IntArrayRef values)
{
    std::string text = "(";
    for (const std::int64_t value : values)
        text += build::number(value);
    return text + "t";
}

std::string dictionary(const NamedTensors &tensors)
{
    std::string pickle = "}";
    int key = 0;
    for (const auto &[name, tensor] : tensors) {
        const at::Tensor plain = tensor.contiguous();
        build::TensorText text;
        text.key = std::to_string(key++);
        text.elements = plain.numel();
        text.shape = tuple(plain.sizes());
        text.strides = tuple(plain.strides());
        pickle += build::text(name) + build::tensor(text) + "s";
    }
    return pickle;
}

} // namespace

void writeSafetensors(const std::filesystem::path &path, const NamedTensors &tensors)
{
    std::vector<StoredTensor> stored;
    for (const auto &[name, tensor] : tensors) {
        const std::string text = bytesOf(tensor);
        const auto bytes = build::bytesOf(text);
        stored.push_back(
            {name, DType::Float32, tensor.sizes().vec(), {bytes.begin(), bytes.end()}});
    }
    writeFileAtomically(path, encodeSafetensors(stored, {}));
}

void writeZipPickle(const std::filesystem::path &path, const NamedTensors &tensors,
                    const std::string &nested)
{
    std::vector<std::string> storages;
    for (const auto &[name, tensor] : tensors)
        storages.push_back(bytesOf(tensor));
    std::string content = dictionary(tensors);
    if (!nested.empty())
        content = "}" + build::text(nested) + content + "s";
    writeFileAtomically(path, build::torchZip("\x80\x02" + content + ".", storages));
}

int replaceInArchive(const std::filesystem::path &path, const std::string &member,
                     const std::string &from, const std::string &to)
{
    int replacements = 0;
    std::vector<build::Member> members;
    {
        const MappedFile file(path);
        const ZipArchive archive(file.bytes(), path.string());
        for (const ZipMember &entry : archive.members()) {
            const ZipContent content = archive.read(entry);
            std::string text(reinterpret_cast<const char *>(content.bytes.data()),
                             content.bytes.size());
            const bool chosen = std::string_view(entry.name).find(member) != std::string::npos;
            for (std::size_t at = chosen ? text.find(from) : std::string::npos;
                 at != std::string::npos; at = text.find(from, at + to.size())) {
                text.replace(at, from.size(), to);
                ++replacements;
            }
            members.push_back({std::string(entry.name), text});
        }
    }
    writeFileAtomically(path, build::zip(members));
    return replacements;
}

} // namespace test_networks
