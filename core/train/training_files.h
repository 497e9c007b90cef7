// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/trainable.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace quantloupe {

/// The files of a training, all named after its result.
class TrainingFiles
{
public:
    /// `out` is FILE.safetensors. Throws Error{BadInput} for another ending or a missing folder.
    explicit TrainingFiles(std::filesystem::path out);

    const std::filesystem::path &generator() const { return m_out; }
    std::filesystem::path discriminator() const { return named(".discriminator.safetensors"); }
    std::filesystem::path checkpoint() const { return named(".checkpoint.safetensors"); }
    std::filesystem::path curve() const { return named(".csv"); }
    std::filesystem::path gridFolder() const { return named("-steps"); }
    /// All but the checkpoint, the generator first.
    std::vector<std::filesystem::path> results() const
    {
        return {generator(), discriminator(), curve(), gridFolder()};
    }
    /// "000500.png".
    std::filesystem::path grid(std::int64_t step) const;

private:
    std::filesystem::path named(const std::string &ending) const;

    std::filesystem::path m_out;
};

/// A state dict: parameters and running statistics under their own names.
void writeStateDict(const std::filesystem::path &path, const Trainable &network, bool half,
                    const std::map<std::string, std::string> &metadata);

} // namespace quantloupe
