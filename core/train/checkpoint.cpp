// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/checkpoint.h"

#include "base/error.h"
#include "base/file_io.h"
#include "model/archive/safetensors.h"
#include "model/archive/safetensors_writer.h"
#include "train/tensor_storage.h"

#include <charconv>
#include <cmath>
#include <unordered_map>

namespace quantloupe {

namespace {

constexpr const char *kFormatKey = "quantloupe.checkpoint";
constexpr const char *kFormat = "1";
constexpr const char *kSettingPrefix = "setting.";
constexpr const char *kFactPrefix = "fact.";

/// The entries whose key starts with `prefix`, without it.
std::map<std::string, std::string> startingWith(const std::string &prefix,
                                                const std::map<std::string, std::string> &metadata)
{
    std::map<std::string, std::string> entries;
    for (const auto &[key, value] : metadata)
        if (key.starts_with(prefix))
            entries.emplace(key.substr(prefix.size()), value);
    return entries;
}

void requireSameSettings(const std::map<std::string, std::string> &metadata,
                         const SettingsText &settings, const std::string &file)
{
    std::map<std::string, std::string> stored = startingWith(kSettingPrefix, metadata);
    std::string differences;
    const auto tell = [&](const std::string &key, const std::string &then, const std::string &now) {
        differences += (differences.empty() ? "- " : "\n- ") + key + ": " + then +
                       " in the checkpoint, " + now + " now";
    };
    for (const auto &[key, value] : settings) {
        const auto then = stored.extract(key);
        if (then.empty() || then.mapped() != value)
            tell(key, then.empty() ? "not set" : then.mapped(), value);
    }
    for (const auto &[key, value] : stored)
        tell(key, value, "not set");
    if (!differences.empty())
        throw Error(ErrorKind::BadInput,
                    file + " was made with other settings; train with the same ones or choose "
                           "another --out. The differences are:",
                    differences);
}

std::map<std::string, std::string> checkpointMetadata(const std::filesystem::path &path)
{
    auto metadata = readSafetensorsMetadata(path);
    const auto format = metadata.find(kFormatKey);
    if (format == metadata.end() || format->second != kFormat)
        throw Error(ErrorKind::BadInput,
                    path.string() +
                        " is no checkpoint this version can continue; choose another --out.");
    return metadata;
}

void copyTensors(const std::filesystem::path &path, const std::vector<NamedTensor> &targets)
{
    const std::string file = path.string();
    const std::vector<StoredTensor> tensors = readSafetensors(path);
    std::unordered_map<std::string, const StoredTensor *> byName;
    for (const StoredTensor &tensor : tensors)
        byName.emplace(tensor.name, &tensor);
    for (const NamedTensor &target : targets) {
        const auto stored = byName.find(target.name);
        if (stored == byName.end())
            throw Error(ErrorKind::BadInput, file + " lacks the tensor " + target.name +
                                                 "; choose a checkpoint of the same networks.");
        copyStored(*stored->second, target, file);
    }
}

[[noreturn]] void refuseFact(const std::string &key)
{
    throw Error(ErrorKind::BadInput, "The checkpoint lacks the number " + key +
                                         "; choose another --out to start again.");
}

} // namespace

void writeCheckpoint(const std::filesystem::path &path, const std::vector<NamedTensor> &state,
                     const SettingsText &settings, const CheckpointFacts &facts)
{
    std::map<std::string, std::string> metadata = {{kFormatKey, kFormat}};
    for (const auto &[key, value] : settings)
        metadata.emplace(kSettingPrefix + key, value);
    for (const auto &[key, value] : facts)
        metadata.emplace(kFactPrefix + key, value);
    std::vector<StoredTensor> tensors;
    for (const NamedTensor &tensor : state)
        tensors.push_back(toStored(tensor, DType::Float32));
    writeFileAtomically(path, encodeSafetensors(tensors, metadata));
}

CheckpointFacts readCheckpointFacts(const std::filesystem::path &path)
{
    return startingWith(kFactPrefix, checkpointMetadata(path));
}

void readCheckpoint(const std::filesystem::path &path, const std::vector<NamedTensor> &state,
                    const SettingsText &settings)
{
    requireSameSettings(checkpointMetadata(path), settings, path.string());
    copyTensors(path, state);
}

bool isCheckpoint(const std::filesystem::path &path)
{
    return readSafetensorsMetadata(path).contains(kFormatKey);
}

double numberOf(const CheckpointFacts &facts, const std::string &key)
{
    const auto fact = facts.find(key);
    double value = 0;
    if (fact != facts.end()) {
        const char *end = fact->second.data() + fact->second.size();
        const auto result = std::from_chars(fact->second.data(), end, value);
        if (result.ec == std::errc() && result.ptr == end && std::isfinite(value))
            return value;
    }
    refuseFact(key);
}

std::int64_t countOf(const CheckpointFacts &facts, const std::string &key)
{
    constexpr double kMost = 1e15;
    const double value = numberOf(facts, key);
    if (value < 0 || value > kMost || value != std::floor(value))
        refuseFact(key);
    return static_cast<std::int64_t>(value);
}

} // namespace quantloupe
