// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/training_files.h"

#include "base/error.h"
#include "base/file_io.h"
#include "model/archive/safetensors_writer.h"
#include "train/tensor_storage.h"

namespace quantloupe {

namespace fs = std::filesystem;

namespace {

constexpr int kDigits = 6;

} // namespace

TrainingFiles::TrainingFiles(fs::path out) : m_out(std::move(out))
{
    if (m_out.extension() != ".safetensors" || m_out.stem().empty())
        throw Error(ErrorKind::BadInput,
                    "--out must be named like FILE.safetensors, not '" + m_out.string() + "'.");
    const fs::path folder = m_out.has_parent_path() ? m_out.parent_path() : fs::path(".");
    std::error_code failure;
    if (!fs::is_directory(folder, failure))
        throw Error(ErrorKind::BadInput,
                    "There is no folder " + folder.string() + "; create it first.");
}

fs::path TrainingFiles::grid(std::int64_t step) const
{
    std::string name = std::to_string(step);
    if (name.size() < kDigits)
        name.insert(0, kDigits - name.size(), '0');
    return gridFolder() / (name + ".png");
}

fs::path TrainingFiles::named(const std::string &ending) const
{
    return fs::path(m_out).replace_extension().concat(ending);
}

void writeStateDict(const fs::path &path, const Trainable &network, bool half,
                    const std::map<std::string, std::string> &metadata)
{
    std::vector<StoredTensor> tensors;
    for (const std::vector<NamedTensor> &list : {network.parameters(), network.buffers()})
        for (const NamedTensor &tensor : list)
            tensors.push_back(toStored(tensor, half ? DType::Float16 : DType::Float32));
    writeFileAtomically(path, encodeSafetensors(tensors, metadata));
}

} // namespace quantloupe
