// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/image_files.h"

#include "base/error.h"
#include "base/file_io.h"

#include <archive.h>
#include <archive_entry.h>
#include <zlib.h>

#include <algorithm>
#include <memory>

namespace quantloupe {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kLargestFile = 4ULL << 30;
constexpr std::uint64_t kLargestMember = 256ULL << 20;
constexpr std::size_t kCifarRecord = 1 + 3 * 32 * 32;

std::string lowerEnding(const fs::path &path)
{
    std::string ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return ending;
}

bool isPictureName(const fs::path &path)
{
    const std::string ending = lowerEnding(path);
    return ending == ".png" || ending == ".jpg" || ending == ".jpeg" || ending == ".webp" ||
           ending == ".bmp";
}

void addDecoded(ImageList &list, const std::vector<std::uint8_t> &bytes, const std::string &name)
{
    try {
        list.images.push_back(decodeImage(bytes, name));
    } catch (const Error &error) {
        list.skipped.push_back(error.what());
    }
}

ImageList readFolder(const fs::path &path, std::size_t count)
{
    std::vector<fs::path> files;
    for (const auto &entry : fs::directory_iterator(path))
        if (entry.is_regular_file() && isPictureName(entry.path()))
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    ImageList list;
    for (const fs::path &file : files) {
        if (list.images.size() >= count)
            break;
        try {
            list.images.push_back(readImage(file));
        } catch (const Error &error) {
            list.skipped.push_back(error.what());
        }
    }
    return list;
}

struct ArchiveCloser
{
    void operator()(archive *reader) const { archive_read_free(reader); }
};

ImageList readTar(const fs::path &path, std::size_t count)
{
    const std::unique_ptr<archive, ArchiveCloser> reader(archive_read_new());
    archive_read_support_format_tar(reader.get());
    archive_read_support_filter_gzip(reader.get());
    if (archive_read_open_filename(reader.get(), path.c_str(), 1 << 16) != ARCHIVE_OK)
        throw Error(ErrorKind::BadInput, path.string() + " could not be read as a tar archive.");
    ImageList list;
    archive_entry *entry = nullptr;
    while (list.images.size() < count &&
           archive_read_next_header(reader.get(), &entry) == ARCHIVE_OK) {
        const std::string name = archive_entry_pathname(entry) ? archive_entry_pathname(entry) : "";
        const std::int64_t size = archive_entry_size(entry);
        if (archive_entry_filetype(entry) != AE_IFREG || !isPictureName(name) || size <= 0)
            continue;
        if (static_cast<std::uint64_t>(size) > kLargestMember) {
            list.skipped.push_back(name + " in " + path.string() + " is too large for a picture.");
            continue;
        }
        std::vector<std::uint8_t> bytes(static_cast<std::size_t>(size));
        if (archive_read_data(reader.get(), bytes.data(), bytes.size()) == size)
            addDecoded(list, bytes, name + " in " + path.string());
    }
    return list;
}

/// Plain or gzip-compressed contents.
std::vector<std::uint8_t> readMaybeCompressed(const fs::path &path)
{
    requireReadableFile(path);
    const std::unique_ptr<gzFile_s, int (*)(gzFile_s *)> file(gzopen(path.c_str(), "rb"), gzclose);
    if (!file)
        throw Error(ErrorKind::Io, path.string() + " could not be opened.");
    std::vector<std::uint8_t> bytes;
    std::vector<std::uint8_t> buffer(1 << 20);
    for (int count = 0;
         (count = gzread(file.get(), buffer.data(), static_cast<unsigned>(buffer.size()))) > 0;) {
        bytes.insert(bytes.end(), buffer.begin(), buffer.begin() + count);
        if (bytes.size() > kLargestFile)
            throw Error(ErrorKind::BadInput, path.string() + " holds more than 4 GiB.");
    }
    return bytes;
}

std::size_t bigEndian(const std::vector<std::uint8_t> &bytes, std::size_t at)
{
    return static_cast<std::size_t>(bytes[at]) << 24 |
           static_cast<std::size_t>(bytes[at + 1]) << 16 |
           static_cast<std::size_t>(bytes[at + 2]) << 8 | bytes[at + 3];
}

} // namespace

std::vector<Image> parseIdx(const std::vector<std::uint8_t> &bytes, const std::string &name,
                            std::size_t count)
{
    const bool isIdx =
        bytes.size() >= 16 && bytes[0] == 0 && bytes[1] == 0 && bytes[2] == 8 && bytes[3] == 3;
    if (!isIdx)
        throw Error(ErrorKind::BadInput, name + " is no IDX file of 8-bit pictures.");
    const std::size_t total = bigEndian(bytes, 4);
    const std::size_t height = bigEndian(bytes, 8);
    const std::size_t width = bigEndian(bytes, 12);
    if (height == 0 || width == 0 || height > 4096 || width > 4096 ||
        (bytes.size() - 16) / (height * width) < total)
        throw Error(ErrorKind::BadInput, name + " is shorter than its header says.");
    std::vector<Image> images;
    for (std::size_t i = 0; i < std::min(total, count); ++i) {
        Image image(static_cast<int>(width), static_cast<int>(height), 1);
        const auto first = bytes.begin() + static_cast<std::ptrdiff_t>(16 + i * height * width);
        std::copy_n(first, height * width, image.pixels.begin());
        images.push_back(std::move(image));
    }
    return images;
}

std::vector<Image> parseCifar(const std::vector<std::uint8_t> &bytes, const std::string &name,
                              std::size_t count)
{
    if (bytes.empty() || bytes.size() % kCifarRecord != 0)
        throw Error(ErrorKind::BadInput,
                    name + " is no CIFAR-10 binary batch (records of 3073 bytes).");
    std::vector<Image> images;
    for (std::size_t i = 0; i < std::min(bytes.size() / kCifarRecord, count); ++i) {
        Image image(32, 32, 3);
        const std::uint8_t *planes = bytes.data() + i * kCifarRecord + 1;
        for (std::size_t p = 0; p < 1024; ++p)
            for (std::size_t c = 0; c < 3; ++c)
                image.pixels[p * 3 + c] = planes[c * 1024 + p];
        images.push_back(std::move(image));
    }
    return images;
}

ImageList readImages(const fs::path &path, std::size_t count)
{
    ImageList list;
    const std::string name = path.filename().string();
    if (fs::is_directory(path))
        list = readFolder(path, count);
    else if (isPictureName(path))
        list.images.push_back(readImage(path));
    else if (name.find(".tar") != std::string::npos || lowerEnding(path) == ".tgz")
        list = readTar(path, count);
    else if (lowerEnding(path) == ".bin")
        list.images = parseCifar(readMaybeCompressed(path), path.string(), count);
    else
        list.images = parseIdx(readMaybeCompressed(path), path.string(), count);
    if (list.images.empty())
        throw Error(ErrorKind::BadInput,
                    path.string() + " holds no readable picture (PNG, JPEG, WebP, BMP).",
                    list.skipped.empty() ? "" : list.skipped.front());
    return list;
}

} // namespace quantloupe
