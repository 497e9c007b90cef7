// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures.h"

#include "base/error.h"
#include "base/file_io.h"
#include "model/archive/safetensors_writer.h"
#include "result_folder.h"

#include <cmath>
#include <span>

namespace quantloupe::cli {

namespace fs = std::filesystem;

namespace {

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
