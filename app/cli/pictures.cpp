// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures.h"

#include "base/error.h"
#include "base/file_io.h"
#include "model/archive/safetensors_writer.h"
#include "result_folder.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace quantloupe::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMostColumns = 16;
constexpr double kDifferenceGain = 4;

int enlargement(const Image &image)
{
    return std::max(1, 128 / std::max({1, image.width, image.height}));
}

StoredTensor floatTensor(const std::string &name, std::vector<std::int64_t> shape)
{
    StoredTensor tensor;
    tensor.name = name;
    tensor.type = DType::Float32;
    tensor.shape = std::move(shape);
    return tensor;
}

void append(StoredTensor &tensor, const std::vector<float> &values)
{
    const auto bytes = std::as_bytes(std::span(values));
    tensor.bytes.insert(tensor.bytes.end(), bytes.begin(), bytes.end());
}

/// As readLabels() takes them.
StoredTensor labelTensor(const std::vector<Sample> &samples)
{
    std::vector<std::int64_t> labels;
    for (const Sample &sample : samples)
        labels.push_back(sample.label.value_or(0));
    StoredTensor tensor;
    tensor.name = "label";
    tensor.type = DType::Int64;
    tensor.shape = {static_cast<std::int64_t>(labels.size())};
    const auto bytes = std::as_bytes(std::span(labels));
    tensor.bytes.assign(bytes.begin(), bytes.end());
    return tensor;
}

} // namespace

Image comparisonPicture(std::span<const CompareReport> configurations)
{
    std::vector<std::vector<Image>> rows(1);
    for (const CompareReport &report : configurations) {
        std::vector<Image> quantized;
        std::vector<Image> differences;
        for (std::size_t i = 0; i < std::min(report.pairs.size(), kMostColumns); ++i) {
            const SamplePair &pair = report.pairs[i];
            const int factor = enlargement(pair.reference);
            const Image delta = difference(pair.reference, pair.quantized,
                                           DifferenceKind::SignedLuminance, kDifferenceGain);
            if (rows.size() == 1)
                rows[0].push_back(enlarge(pair.reference, factor));
            quantized.push_back(enlarge(pair.quantized, factor));
            differences.push_back(enlarge(delta, factor));
        }
        rows.push_back(std::move(quantized));
        rows.push_back(std::move(differences));
    }
    return grid(rows, 4, 255);
}

Image gridPicture(const NumberedPictures &pictures)
{
    const auto columns =
        static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(pictures.count))));
    std::vector<std::vector<Image>> rows;
    for (std::size_t i = 0; i < pictures.count; ++i) {
        if (i % columns == 0)
            rows.emplace_back();
        rows.back().push_back(pictures.at(i));
    }
    return grid(rows, 2, 255);
}

void writePictureFolder(const fs::path &folder, const NumberedPictures &pictures,
                        const RunContext &run)
{
    std::error_code ignored;
    if (fs::is_directory(folder, ignored) && !fs::is_empty(folder, ignored))
        throw Error(ErrorKind::BadInput,
                    folder.string() + " is not an empty folder; name another one.");
    writeTogether(folder, [&](const fs::path &part) {
        for (std::size_t i = 0; i < pictures.count; ++i) {
            run.checkCancelled();
            std::string digits = std::to_string(i);
            digits.insert(0, digits.size() < 6 ? 6 - digits.size() : 0, '0');
            writePng(part / (digits + ".png"), pictures.at(i));
        }
    });
}

void writeSampleTensors(const fs::path &path, const std::vector<Sample> &samples)
{
    const Image &first = samples.at(0).image;
    const auto count = static_cast<std::int64_t>(samples.size());
    std::vector<StoredTensor> tensors = {
        floatTensor("image", {count, first.channels, first.height, first.width})};
    if (samples[0].label)
        tensors.push_back(labelTensor(samples));
    const auto size = static_cast<std::int64_t>(samples[0].latent.size());
    if (size > 0)
        tensors.push_back(floatTensor("z", {count, size}));
    for (const Sample &sample : samples) {
        append(tensors[0], sample.values);
        if (size > 0)
            append(tensors.back(), sample.latent);
    }
    writeFileAtomically(path, encodeSafetensors(tensors, {}));
}

void writePictureTensor(const fs::path &path, const ImageStack &pictures)
{
    StoredTensor tensor;
    tensor.name = "image";
    tensor.type = DType::UInt8;
    tensor.shape = {static_cast<std::int64_t>(pictures.count), pictures.channels, pictures.side,
                    pictures.side};
    const auto channels = static_cast<std::size_t>(pictures.channels);
    tensor.bytes.reserve(pictures.pixels.size());
    for (std::size_t i = 0; i < pictures.count; ++i)
        for (std::size_t c = 0; c < channels; ++c)
            for (std::size_t p = c; p < pictures.bytesOfOne(); p += channels)
                tensor.bytes.push_back(std::byte{pictures.pixels[i * pictures.bytesOfOne() + p]});
    writeFileAtomically(path, encodeSafetensors({tensor}, {}));
}

} // namespace quantloupe::cli
