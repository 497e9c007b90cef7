// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/input_files.h"

#include "base/error.h"
#include "data/image_files.h"
#include "model/archive/safetensors.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <string_view>

namespace quantloupe {

namespace {

constexpr std::string_view kLabels = "label";

struct KeyedFile
{
    std::string path;
    std::string key;
};

KeyedFile splitKey(const std::string &source)
{
    const std::string ending = ".safetensors:";
    const std::size_t at = source.rfind(ending);
    if (at == std::string::npos)
        return {source, ""};
    return {source.substr(0, at + ending.size() - 1), source.substr(at + ending.size())};
}

StoredTensor pick(const std::vector<StoredTensor> &tensors, const KeyedFile &file,
                  const std::string &fallback)
{
    const std::string wanted = file.key.empty() ? fallback : file.key;
    for (const StoredTensor &tensor : tensors)
        if (tensor.name == wanted)
            return tensor;
    if (file.key.empty() && tensors.size() == 1)
        return tensors.front();
    std::string names;
    for (const StoredTensor &tensor : tensors)
        names += (names.empty() ? "" : ", ") + tensor.name;
    throw Error(ErrorKind::BadInput,
                file.path + " holds no tensor '" + wanted + "'; it holds " + names + ".");
}

bool namesTensor(const KeyedFile &file)
{
    return !file.key.empty() || file.path.ends_with(".safetensors");
}

/// Pictures that are in memory already.
class ListedImages : public ImageSet
{
public:
    explicit ListedImages(std::shared_ptr<const std::vector<Image>> images)
        : m_images(std::move(images))
    {
    }
    std::size_t size() const override { return m_images->size(); }
    Image at(std::size_t index) const override { return m_images->at(index); }

private:
    std::shared_ptr<const std::vector<Image>> m_images;
};

Image imageOf(const StoredTensor &tensor, std::size_t sample)
{
    const std::size_t channels = static_cast<std::size_t>(tensor.shape[1]);
    const std::size_t plane = static_cast<std::size_t>(tensor.shape[2] * tensor.shape[3]);
    Image image(static_cast<int>(tensor.shape[3]), static_cast<int>(tensor.shape[2]),
                static_cast<int>(channels));
    const std::size_t first = sample * channels * plane;
    for (std::size_t c = 0; c < channels; ++c)
        for (std::size_t p = 0; p < plane; ++p)
            image.pixels[p * channels + c] =
                static_cast<std::uint8_t>(tensor.bytes[first + c * plane + p]);
    return image;
}

} // namespace

std::shared_ptr<const std::vector<std::vector<float>>> readLatents(const std::string &source)
{
    const KeyedFile file = splitKey(source);
    const StoredTensor tensor = pick(readSafetensors(file.path), file, "z");
    if (!isFloatingPoint(tensor.type) || tensor.shape.empty() || tensor.shape[0] < 1)
        throw Error(ErrorKind::BadInput,
                    "The tensor '" + tensor.name + "' of " + file.path + " is no list of latents.");
    const std::vector<float> values = tensor.toFloat();
    const std::size_t rows = static_cast<std::size_t>(tensor.shape[0]);
    const std::size_t size = values.size() / rows;
    auto latents = std::make_shared<std::vector<std::vector<float>>>();
    for (std::size_t row = 0; row < rows; ++row) {
        const auto first = values.begin() + static_cast<std::ptrdiff_t>(row * size);
        latents->emplace_back(first, first + static_cast<std::ptrdiff_t>(size));
    }
    return latents;
}

std::shared_ptr<const std::vector<std::int64_t>> readLabels(const std::string &source,
                                                            std::size_t count)
{
    const KeyedFile file = splitKey(source);
    const std::vector<StoredTensor> tensors = readSafetensors(file.path);
    const auto found = std::ranges::find(tensors, kLabels, &StoredTensor::name);
    if (found == tensors.end())
        return nullptr;
    if (found->type != DType::Int64 || found->elementCount() != static_cast<std::int64_t>(count))
        throw Error(ErrorKind::BadInput,
                    "The tensor 'label' of " + file.path +
                        " is no list of classes; it takes a 64-bit integer for each of the " +
                        std::to_string(count) + " latents.");
    auto labels = std::make_shared<std::vector<std::int64_t>>(count);
    std::memcpy(labels->data(), found->bytes.data(), count * sizeof(std::int64_t));
    return labels;
}

GivenImages readGivenImages(const std::string &source, std::size_t count)
{
    const KeyedFile file = splitKey(source);
    if (!namesTensor(file)) {
        ImageList list = readImages(file.path, count);
        return {std::make_shared<const std::vector<Image>>(std::move(list.images)),
                std::move(list.skipped)};
    }
    const StoredTensor tensor = pick(readSafetensors(file.path), file, "image");
    const bool pictures = tensor.shape.size() == 4 &&
                          (tensor.shape[1] == 1 || tensor.shape[1] == 3) &&
                          tensor.type == DType::UInt8 && tensor.elementCount() > 0;
    if (!pictures)
        throw Error(ErrorKind::BadInput,
                    "The tensor '" + tensor.name + "' of " + file.path +
                        " holds no pictures; they are uint8 values of N x 1 or 3 x height x "
                        "width.");
    auto images = std::make_shared<std::vector<Image>>();
    const std::size_t rows = std::min(count, static_cast<std::size_t>(tensor.shape[0]));
    for (std::size_t row = 0; row < rows; ++row)
        images->push_back(imageOf(tensor, row));
    return {images, {}};
}

ImageSetPtr openGivenImages(const std::string &source)
{
    if (!namesTensor(splitKey(source)))
        return openImageSet(source);
    return std::make_shared<ListedImages>(
        readGivenImages(source, std::numeric_limits<std::size_t>::max()).images);
}

} // namespace quantloupe
