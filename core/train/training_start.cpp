// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/training_start.h"

#include "base/error.h"
#include "base/file_io.h"
#include "model/archive/safetensors.h"
#include "train/checkpoint.h"
#include "train/training_files.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <unordered_map>

namespace quantloupe {

namespace fs = std::filesystem;

namespace {

constexpr const char *kGenerator = "generator.";
constexpr const char *kAverage = "average.";
constexpr const char *kDiscriminator = "discriminator.";

using TensorsByName = std::unordered_map<std::string, StoredTensor>;

void add(TensorsByName &all, const std::string &prefix, const fs::path &file)
{
    for (StoredTensor &tensor : readSafetensors(file))
        all.emplace(prefix + tensor.name, std::move(tensor));
}

/// Named like those of a checkpoint.
TensorsByName storedNetworks(const fs::path &file)
{
    TensorsByName all;
    const std::vector<fs::path> files = startFiles(file);
    if (files.size() == 1) {
        add(all, "", file);
        return all;
    }
    for (const char *prefix : {kGenerator, kAverage})
        add(all, prefix, files.at(0));
    add(all, kDiscriminator, files.at(1));
    return all;
}

std::unordered_map<std::string, WithoutClasses> rulesOf(const TrainedArchitecture &architecture)
{
    std::unordered_map<std::string, WithoutClasses> rules;
    for (const InitialTensor &tensor : architecture.generator.tensors)
        for (const char *prefix : {kGenerator, kAverage})
            rules[prefix + tensor.name] = tensor.withoutClasses;
    for (const InitialTensor &tensor : architecture.discriminator.tensors)
        rules[kDiscriminator + tensor.name] = tensor.withoutClasses;
    return rules;
}

bool isSameButForRows(const Shape &a, const Shape &b)
{
    return !a.empty() && a.size() == b.size() && std::equal(a.begin() + 1, a.end(), b.begin() + 1);
}

bool canTake(const Shape &target, const Shape &stored, WithoutClasses rule)
{
    if (target == stored)
        return true;
    if (!isSameButForRows(target, stored))
        return false;
    return (rule == WithoutClasses::ZeroRows && stored[0] < target[0]) ||
           (rule == WithoutClasses::CopiedRow && stored[0] == 1);
}

at::Tensor valuesOf(const StoredTensor &stored)
{
    std::vector<float> values = stored.toFloat();
    return at::from_blob(values.data(), stored.shape, at::kFloat).clone();
}

void take(const StoredTensor &stored, const NamedTensor &target, WithoutClasses rule,
          const std::string &file)
{
    if (!isFloatingPoint(stored.type) || !canTake(target.tensor.sizes().vec(), stored.shape, rule))
        throw Error(ErrorKind::BadInput, "The tensor " + target.name + " of " + file +
                                             " does not fit this training; start from networks of "
                                             "the same sizes.");
    const at::NoGradGuard noGradients;
    at::Tensor values = valuesOf(stored);
    if (rule == WithoutClasses::ZeroRows) {
        target.tensor.zero_();
        target.tensor.narrow(0, 0, values.size(0)).copy_(values);
    } else {
        target.tensor.copy_(values);
    }
}

} // namespace

std::vector<fs::path> startFiles(const fs::path &file)
{
    requireReadableFile(file);
    if (isCheckpoint(file))
        return {file};
    const fs::path discriminator = TrainingFiles(file).discriminator();
    if (!fs::exists(discriminator))
        throw Error(ErrorKind::BadInput, file.string() +
                                             " is no checkpoint, and no discriminator lies beside "
                                             "it as " +
                                             discriminator.filename().string() +
                                             "; start from a checkpoint, or from a generator with "
                                             "its discriminator.");
    return {file, discriminator};
}

void readStart(const fs::path &file, const std::vector<NamedTensor> &networks,
               const TrainedArchitecture &architecture)
{
    const TensorsByName stored = storedNetworks(file);
    const auto rules = rulesOf(architecture);
    for (const NamedTensor &target : networks) {
        const WithoutClasses rule = rules.at(target.name);
        const auto found = stored.find(target.name);
        if (found != stored.end())
            take(found->second, target, rule, file.string());
        else if (rule != WithoutClasses::Drawn)
            throw Error(ErrorKind::BadInput, file.string() + " lacks the tensor " + target.name +
                                                 "; start from networks of the same sizes.");
    }
}

} // namespace quantloupe
