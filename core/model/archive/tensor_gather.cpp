// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/archive/archive_error.h"
#include "model/archive/tensor_layout.h"

#include <algorithm>
#include <cstring>

namespace quantloupe {

namespace {

// The axes left of a tensor once those that lie row-major in the storage are merged, so that most
// tensors are copied in one piece. Axes of size 1 are dropped: their strides mean nothing.
struct MergedAxes
{
    std::vector<std::uint64_t> sizes;
    std::vector<std::uint64_t> strides;
};

MergedAxes mergeAxes(const TensorLayout &layout)
{
    MergedAxes axes;
    for (std::size_t i = 0; i < layout.shape.size(); ++i) {
        const auto size = static_cast<std::uint64_t>(layout.shape[i]);
        const auto stride = static_cast<std::uint64_t>(layout.strides[i]);
        if (size == 1)
            continue;
        if (!axes.sizes.empty() && axes.strides.back() == size * stride) {
            axes.sizes.back() *= size;
            axes.strides.back() = stride;
        } else {
            axes.sizes.push_back(size);
            axes.strides.push_back(stride);
        }
    }
    return axes;
}

// The step from one run of the innermost axis to the next, counting like an odometer.
std::uint64_t nextRun(const MergedAxes &axes, std::vector<std::uint64_t> &index,
                      std::uint64_t position)
{
    for (std::size_t axis = index.size(); axis-- > 0;) {
        position += axes.strides[axis];
        if (++index[axis] < axes.sizes[axis])
            return position;
        position -= axes.strides[axis] * axes.sizes[axis];
        index[axis] = 0;
    }
    return position;
}

} // namespace

std::vector<std::byte> gatherElements(const TensorLayout &layout,
                                      std::span<const std::byte> storage,
                                      const TensorSource &source)
{
    if (layout.bytes == 0)
        return {};
    const std::size_t width = bytesPerElement(layout.type);
    const StorageReference &declared = layout.storage;
    const std::size_t unit = declared.isUntyped ? 1 : width;
    if (storage.size() / unit < declared.elements)
        throwBadArchive(source.file, "lacks data of the tensor '" + printable(source.tensor) +
                                         "'; it was cut short, copy or download it again.");
    MergedAxes axes = mergeAxes(layout);
    if (axes.sizes.empty() || axes.strides.back() != 1) {
        axes.sizes.push_back(1);
        axes.strides.push_back(1);
    }
    const std::size_t run = axes.sizes.back() * width;
    std::vector<std::uint64_t> index(axes.sizes.size() - 1, 0);
    std::vector<std::byte> elements(layout.bytes);
    std::uint64_t position = layout.offset;
    for (std::size_t done = 0; done < elements.size(); done += run) {
        std::memcpy(elements.data() + done, storage.data() + position * width, run);
        position = nextRun(axes, index, position);
    }
    return elements;
}

} // namespace quantloupe
