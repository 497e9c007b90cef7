// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/file_io.h"
#include "data/image_readers.h"

#include <zlib.h>

#include <algorithm>
#include <memory>

namespace quantloupe {

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::uint64_t kLargestFile = 4ULL << 30;
constexpr std::size_t kIdxHeader = 16;
constexpr std::size_t kLargestSide = 4096;
constexpr std::size_t kCifarSide = 32;
constexpr std::size_t kCifarPlane = kCifarSide * kCifarSide;

using GzipFile = std::unique_ptr<gzFile_s, int (*)(gzFile_s *)>;

/// Null where it cannot be opened.
GzipFile openMaybeCompressed(const std::filesystem::path &path)
{
    return {gzopen(path.c_str(), "rb"), gzclose};
}

std::size_t bigEndian(const Bytes &bytes, std::size_t at)
{
    return static_cast<std::size_t>(bytes[at]) << 24 |
           static_cast<std::size_t>(bytes[at + 1]) << 16 |
           static_cast<std::size_t>(bytes[at + 2]) << 8 | bytes[at + 3];
}

class IdxImages : public ImageSet
{
public:
    IdxImages(Bytes bytes, const std::string &name) : m_bytes(std::move(bytes))
    {
        if (!looksLikeIdx(m_bytes))
            throw Error(ErrorKind::BadInput,
                        name + " is no IDX file of 8-bit pictures; give a folder, a tar, IDX or "
                               "CIFAR binary file of pictures.");
        m_count = bigEndian(m_bytes, 4);
        m_height = bigEndian(m_bytes, 8);
        m_width = bigEndian(m_bytes, 12);
        const bool possible =
            m_height > 0 && m_width > 0 && m_height <= kLargestSide && m_width <= kLargestSide;
        const std::size_t pixels = m_bytes.size() - kIdxHeader;
        if (!possible || pixels / (m_height * m_width) < m_count)
            throw Error(ErrorKind::BadInput, name + " is shorter than its header says; copy or "
                                                    "download it again.");
        if (pixels > m_count * m_height * m_width)
            throw Error(ErrorKind::BadInput, name + " is longer than its header says, so one of "
                                                    "both is wrong; copy or download it again.");
    }
    std::size_t size() const override { return m_count; }
    Image at(std::size_t index) const override
    {
        Image image(static_cast<int>(m_width), static_cast<int>(m_height), 1);
        const std::size_t pixels = m_width * m_height;
        std::copy_n(m_bytes.data() + kIdxHeader + index * pixels, pixels, image.pixels.begin());
        return image;
    }

private:
    Bytes m_bytes;
    std::size_t m_count = 0;
    std::size_t m_height = 0;
    std::size_t m_width = 0;
};

class CifarImages : public ImageSet
{
public:
    CifarImages(Bytes bytes, const std::string &name) : m_bytes(std::move(bytes))
    {
        // Both kinds of records fit only files that no data set has.
        m_labels = m_bytes.size() % record(1) == 0 ? 1 : 2;
        if (m_bytes.empty() || m_bytes.size() % record(m_labels) != 0)
            throw Error(ErrorKind::BadInput,
                        name + " is no CIFAR binary batch (records of 3073 or 3074 bytes).");
    }
    std::size_t size() const override { return m_bytes.size() / record(m_labels); }
    Image at(std::size_t index) const override
    {
        Image image(kCifarSide, kCifarSide, 3);
        const std::uint8_t *planes = m_bytes.data() + index * record(m_labels) + m_labels;
        for (std::size_t p = 0; p < kCifarPlane; ++p)
            for (std::size_t c = 0; c < 3; ++c)
                image.pixels[p * 3 + c] = planes[c * kCifarPlane + p];
        return image;
    }

private:
    static std::size_t record(std::size_t labels) { return labels + 3 * kCifarPlane; }

    Bytes m_bytes;
    std::size_t m_labels = 1;
};

} // namespace

bool looksLikeIdx(const Bytes &bytes)
{
    return bytes.size() >= kIdxHeader && bytes[0] == 0 && bytes[1] == 0 && bytes[2] == 8 &&
           bytes[3] == 3;
}

bool isIdxFile(const std::filesystem::path &path)
{
    const GzipFile file = openMaybeCompressed(path);
    Bytes header(kIdxHeader);
    return file && gzread(file.get(), header.data(), kIdxHeader) == int{kIdxHeader} &&
           looksLikeIdx(header);
}

ImageSetPtr openIdx(Bytes bytes, const std::string &name)
{
    return std::make_shared<IdxImages>(std::move(bytes), name);
}

ImageSetPtr openCifar(Bytes bytes, const std::string &name)
{
    return std::make_shared<CifarImages>(std::move(bytes), name);
}

Bytes readMaybeCompressed(const std::filesystem::path &path)
{
    requireReadableFile(path);
    const GzipFile file = openMaybeCompressed(path);
    if (!file)
        throw Error(ErrorKind::Io, path.string() + " could not be opened.");
    Bytes bytes;
    Bytes buffer(1 << 20);
    int count = 0;
    while ((count = gzread(file.get(), buffer.data(), static_cast<unsigned>(buffer.size()))) > 0) {
        bytes.insert(bytes.end(), buffer.begin(), buffer.begin() + count);
        if (bytes.size() > kLargestFile)
            throw Error(ErrorKind::BadInput, path.string() + " holds more than 4 GiB.");
    }
    int problem = Z_OK;
    gzerror(file.get(), &problem);
    if (count < 0 || problem == Z_BUF_ERROR)
        throw Error(ErrorKind::BadInput, path.string() +
                                             " is damaged or cut short; copy or download it "
                                             "again.");
    return bytes;
}

} // namespace quantloupe
