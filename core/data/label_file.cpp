// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/label_file.h"

#include "base/error.h"
#include "data/image_readers.h"

namespace quantloupe {

namespace {

constexpr std::size_t kHeader = 8;

} // namespace

std::vector<std::uint8_t> readLabels(const std::filesystem::path &file)
{
    const std::vector<std::uint8_t> bytes = readMaybeCompressed(file);
    if (bytes.size() < kHeader || bytes[0] != 0 || bytes[1] != 0 || bytes[2] != 8 || bytes[3] != 1)
        throw Error(ErrorKind::BadInput,
                    file.string() + " is no IDX file of labels; give the one that belongs to the "
                                    "pictures.");
    const std::size_t count = static_cast<std::size_t>(bytes[4]) << 24 |
                              static_cast<std::size_t>(bytes[5]) << 16 |
                              static_cast<std::size_t>(bytes[6]) << 8 | bytes[7];
    if (bytes.size() - kHeader < count)
        throw Error(ErrorKind::BadInput, file.string() + " is shorter than its header says; copy "
                                                         "or download it again.");
    return {bytes.begin() + kHeader, bytes.begin() + static_cast<std::ptrdiff_t>(kHeader + count)};
}

std::vector<std::uint8_t> readLabelsOf(const std::filesystem::path &file, const std::string &images,
                                       std::size_t count)
{
    std::vector<std::uint8_t> labels = readLabels(file);
    if (labels.size() != count)
        throw Error(ErrorKind::BadInput, file.string() + " labels " +
                                             std::to_string(labels.size()) + " pictures, but " +
                                             images + " holds " + std::to_string(count) +
                                             "; give the labels of these pictures.");
    return labels;
}

} // namespace quantloupe
