// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/feature_files.h"

#include "base/error.h"
#include "base/file_io.h"
#include "metrics/features/preparation_metadata.h"
#include "metrics/features/stats_tensors.h"
#include "model/archive/archive_error.h"
#include "model/archive/mapped_file.h"
#include "model/archive/npy.h"
#include "model/archive/safetensors.h"
#include "model/archive/safetensors_writer.h"
#include "model/archive/zip_archive.h"
#include "model/archive/zip_writer.h"

#include <ATen/ATen.h>

#include <charconv>
#include <cmath>
#include <cstring>
#include <map>

namespace quantloupe {

namespace {

namespace fs = std::filesystem;

constexpr const char *kContents = "quantloupe.contents";
constexpr const char *kFeatureStatistics = "feature statistics";
/// Of the product of both deviations; files may have been rounded to float32.
constexpr double kAsymmetry = 1e-4;
/// Of the sum of the variances, for the same reason.
constexpr double kNegativeVariance = 1e-6;

bool startsAsZip(std::span<const std::byte> bytes)
{
    return bytes.size() >= 4 && std::memcmp(bytes.data(), "PK\x03\x04", 4) == 0;
}

bool holdsStatistics(const std::map<std::string, std::string> &metadata)
{
    const auto found = metadata.find(kContents);
    return found != metadata.end() && found->second == kFeatureStatistics;
}

std::vector<double> doublesOf(const StoredTensor &tensor)
{
    if (tensor.type != DType::Float64) {
        const std::vector<float> values = tensor.toFloat();
        return {values.begin(), values.end()};
    }
    std::vector<double> values(tensor.bytes.size() / sizeof(double));
    std::memcpy(values.data(), tensor.bytes.data(), tensor.bytes.size());
    return values;
}

/// Written so that values which are not finite pass: they get a reason when they are used.
void requireCovariance(const FeatureStats &stats, const std::string &file)
{
    const std::size_t side = stats.dimension();
    const auto at = [&](std::size_t i, std::size_t j) { return stats.covariance[i * side + j]; };
    for (std::size_t i = 0; i < side; ++i) {
        if (at(i, i) < 0)
            throwBadArchive(file, "holds a negative variance; it was written by no program that "
                                  "measures features.");
        for (std::size_t j = 0; j < i; ++j)
            if (std::fabs(at(i, j) - at(j, i)) > kAsymmetry * std::sqrt(at(i, i) * at(j, j)))
                throwBadArchive(file, "holds a covariance that is not symmetric; write it again.");
    }
}

/// A covariance has no direction of negative variance; a distance to such a matrix means nothing.
void requireSemidefinite(FeatureStats &stats, const std::string &file)
{
    const at::Tensor covariance = squareTensor(stats.covariance, stats.dimension());
    const double slack = kNegativeVariance * covariance.trace().item<double>();
    // What is not finite gets a reason when it is used.
    if (!std::isfinite(slack) || !at::isfinite(covariance).all().item<bool>())
        return;
    const at::Tensor lifted = covariance + slack * at::eye(covariance.size(0), at::kDouble);
    const at::Tensor failed = std::get<1>(at::linalg_cholesky_ex(lifted));
    if (slack > 0 && failed.item<int>() != 0)
        throwBadArchive(file, "holds a matrix that is no covariance: some combination of the "
                              "features has a negative variance; write it again.");
}

using Tensors = std::map<std::string, StoredTensor>;

void takeMoments(FeatureStats &stats, const StoredTensor &mean, const StoredTensor &covariance,
                 const std::string &file)
{
    const bool fits = mean.shape.size() == 1 && mean.shape[0] > 0 && isFloatingPoint(mean.type) &&
                      isFloatingPoint(covariance.type) &&
                      covariance.shape == std::vector<std::int64_t>{mean.shape[0], mean.shape[0]};
    if (!fits)
        throwBadArchive(file, "holds mean and covariance of sizes that do not fit: D and D x D.");
    stats.mean = doublesOf(mean);
    stats.covariance = doublesOf(covariance);
    requireCovariance(stats, file);
    requireSemidefinite(stats, file);
}

FeatureStats readNpz(std::span<const std::byte> bytes, const std::string &file)
{
    const ZipArchive archive(bytes, file);
    const auto array = [&](const char *name) {
        const ZipMember *member = archive.find(std::string(name) + ".npy");
        if (!member)
            throwBadArchive(file, std::string("holds no array ") + name +
                                      "; pytorch-fid's statistics have mu and sigma.");
        return readNpy(archive.read(*member).bytes, name, file);
    };
    FeatureStats stats;
    const StoredTensor mean = array("mu");
    takeMoments(stats, mean, array("sigma"), file);
    stats.identity.dimension = stats.dimension();
    return stats;
}

std::size_t numberIn(const std::map<std::string, std::string> &metadata, const char *key,
                     const std::string &file)
{
    const auto found = metadata.find(key);
    const std::string text = found == metadata.end() ? "" : found->second;
    std::size_t number = 0;
    const char *end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, number);
    if (result.ec != std::errc() || result.ptr != end)
        throwBadArchive(file, std::string("does not say its ") + key + "; write it again.");
    return number;
}

void takeFeatures(FeatureStats &stats, const StoredTensor &tensor, const std::string &file)
{
    const bool fits =
        tensor.type == DType::Float32 && tensor.shape.size() == 2 &&
        tensor.shape[0] == static_cast<std::int64_t>(stats.n) && tensor.shape[1] > 0 &&
        (stats.mean.empty() || tensor.shape[1] == static_cast<std::int64_t>(stats.dimension()));
    if (!fits)
        throwBadArchive(file, "holds features of a shape that does not fit its statistics.");
    stats.features = {stats.n, static_cast<std::size_t>(tensor.shape[1]), tensor.toFloat()};
}

FeatureStats readOwn(std::span<const std::byte> bytes, const std::string &file)
{
    const std::map<std::string, std::string> metadata = readSafetensorsMetadata(bytes, file);
    if (!holdsStatistics(metadata))
        throwBadArchive(file, "holds no statistics of features; write them with "
                              "`quantloupe-cli features`.");
    Tensors tensors;
    for (StoredTensor &tensor : readSafetensors(bytes, file))
        tensors.emplace(tensor.name, std::move(tensor));
    const auto text = [&](const char *key) {
        const auto found = metadata.find(key);
        return found == metadata.end() ? std::string() : found->second;
    };
    FeatureStats stats;
    stats.identity = {text("extractor"), text("sha256"), text("pipeline"), 0};
    stats.n = numberIn(metadata, "n", file);
    if (tensors.contains("mean") && tensors.contains("covariance"))
        takeMoments(stats, tensors.at("mean"), tensors.at("covariance"), file);
    if (tensors.contains("features"))
        takeFeatures(stats, tensors.at("features"), file);
    if (stats.mean.empty() && stats.features.dimension == 0)
        throwBadArchive(file, "holds neither features nor mean and covariance.");
    stats.identity.dimension = std::max(stats.dimension(), stats.features.dimension);
    // Few pictures are kept as features alone; their mean is quickly computed again.
    if (stats.mean.empty()) {
        Features features = std::move(stats.features);
        stats = featureStats(features, stats.identity, 1, RunContext());
        stats.features = std::move(features);
    }
    stats.preparation = preparationIn(metadata, file);
    return stats;
}

StoredTensor toStored(const std::string &name, const std::vector<double> &values,
                      std::vector<std::int64_t> shape)
{
    StoredTensor tensor{name, DType::Float64, std::move(shape), {}};
    tensor.bytes.resize(values.size() * sizeof(double));
    std::memcpy(tensor.bytes.data(), values.data(), tensor.bytes.size());
    return tensor;
}

/// Zeros in its place would read as a set of equal pictures.
void requireCovarianceToWrite(const fs::path &path, const FeatureStats &stats)
{
    if (stats.n == 1)
        throw Error(ErrorKind::BadInput,
                    "One picture has no covariance, and " + path.filename().string() +
                        " cannot say so; measure two pictures or more, or give a name ending in "
                        ".safetensors.");
}

std::vector<std::byte> encodeNpz(const FeatureStats &stats)
{
    const auto side = static_cast<std::int64_t>(stats.dimension());
    return encodeZip(
        {{"mu.npy", encodeNpy(toStored("mu", stats.mean, {side}))},
         {"sigma.npy", encodeNpy(toStored("sigma", covarianceOf(stats), {side, side}))}});
}

std::map<std::string, std::string> metadataOf(const FeatureStats &stats)
{
    std::map<std::string, std::string> metadata = {{kContents, kFeatureStatistics},
                                                   {"extractor", stats.identity.extractor},
                                                   {"sha256", stats.identity.sha256},
                                                   {"pipeline", stats.identity.pipeline},
                                                   {"n", std::to_string(stats.n)}};
    if (stats.preparation)
        addPreparation(*stats.preparation, metadata);
    return metadata;
}

std::vector<std::byte> encodeOwn(const FeatureStats &stats)
{
    const auto side = static_cast<std::int64_t>(stats.dimension());
    std::vector<StoredTensor> tensors;
    if (!stats.covariance.empty()) {
        tensors.push_back(toStored("mean", stats.mean, {side}));
        tensors.push_back(toStored("covariance", stats.covariance, {side, side}));
    }
    if (stats.features.count > 0) {
        const Features &features = stats.features;
        StoredTensor tensor{
            "features", DType::Float32, {static_cast<std::int64_t>(features.count), side}, {}};
        tensor.bytes.resize(features.values.size() * sizeof(float));
        std::memcpy(tensor.bytes.data(), features.values.data(), tensor.bytes.size());
        tensors.push_back(std::move(tensor));
    }
    return encodeSafetensors(tensors, metadataOf(stats));
}

} // namespace

bool isFeatureFile(const fs::path &path)
{
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored))
        return false;
    const MappedFile file(path);
    if (startsAsZip(file.bytes()))
        return path.extension() == ".npz";
    return looksLikeSafetensors(file.bytes()) &&
           holdsStatistics(readSafetensorsMetadata(file.bytes(), path.string()));
}

FeatureStats readFeatureStats(const fs::path &path)
{
    const MappedFile file(path);
    return startsAsZip(file.bytes()) ? readNpz(file.bytes(), path.string())
                                     : readOwn(file.bytes(), path.string());
}

void requireFeatureFileName(const fs::path &path)
{
    if (path.extension() != ".npz" && path.extension() != ".safetensors")
        throw Error(ErrorKind::BadInput, "Features are not written as " + path.filename().string() +
                                             "; give a name ending in .safetensors or .npz.");
}

void writeFeatureStats(const fs::path &path, const FeatureStats &stats)
{
    requireFeatureFileName(path);
    const bool isNpz = path.extension() == ".npz";
    if (isNpz)
        requireCovarianceToWrite(path, stats);
    writeFileAtomically(path, isNpz ? encodeNpz(stats) : encodeOwn(stats));
}

} // namespace quantloupe
