// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/file_io.h"
#include "data/image_readers.h"

#include <algorithm>

namespace quantloupe {

namespace fs = std::filesystem;

namespace {

class PictureFiles : public ImageSet
{
public:
    explicit PictureFiles(std::vector<fs::path> files) : m_files(std::move(files)) {}
    std::size_t size() const override { return m_files.size(); }
    Image at(std::size_t index) const override { return readImage(m_files.at(index)); }

private:
    std::vector<fs::path> m_files;
};

} // namespace

std::vector<fs::path> filesIn(const fs::path &folder)
{
    std::vector<fs::path> files;
    std::error_code failure;
    fs::directory_iterator entry(folder, failure);
    for (; !failure && entry != fs::directory_iterator(); entry.increment(failure)) {
        std::error_code notARegularFile;
        if (entry->is_regular_file(notARegularFile))
            files.push_back(entry->path());
    }
    if (failure)
        throw Error(ErrorKind::Io,
                    folder.string() + " could not be listed: " + failure.message() + ".");
    std::sort(files.begin(), files.end());
    return files;
}

ImageSetPtr openImageFolder(const fs::path &folder)
{
    std::vector<fs::path> files = filesIn(folder);
    std::erase_if(files,
                  [](const fs::path &file) { return !hasPictureEnding(file.filename().string()); });
    return std::make_shared<PictureFiles>(std::move(files));
}

ImageSetPtr openImageFile(const fs::path &file)
{
    requireReadableFile(file);
    return std::make_shared<PictureFiles>(std::vector<fs::path>{file});
}

} // namespace quantloupe
