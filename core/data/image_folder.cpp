// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/file_io.h"
#include "data/image_readers.h"

#include <algorithm>
#include <set>

namespace quantloupe {

namespace fs = std::filesystem;

namespace {

/// A picture by its name, also a link to nothing: that is listed as missing when it is read.
bool isPicture(const fs::directory_entry &entry)
{
    std::error_code ignored;
    return hasPictureEnding(entry.path().filename().string()) && !entry.is_directory(ignored);
}

bool isHidden(const fs::path &path)
{
    return path.filename().string().starts_with('.');
}

/// Gathers the pictures of a folder and of the folders in it.
class PictureSearch
{
public:
    std::vector<fs::path> files;

    void search(const fs::path &folder)
    {
        std::error_code failure;
        // A link may lead back to a folder above.
        if (!m_seen.insert(fs::canonical(folder, failure)).second)
            return;
        fs::directory_iterator entry(folder, failure);
        for (; !failure && entry != fs::directory_iterator(); entry.increment(failure))
            take(*entry);
        if (failure)
            throw Error(ErrorKind::Io,
                        folder.string() + " could not be listed: " + failure.message() + ".");
    }

private:
    void take(const fs::directory_entry &entry)
    {
        std::error_code ignored;
        if (entry.is_directory(ignored) && !isHidden(entry.path()))
            search(entry.path());
        else if (isPicture(entry))
            files.push_back(entry.path());
    }

    std::set<fs::path> m_seen;
};

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
    PictureSearch pictures;
    pictures.search(folder);
    std::ranges::sort(pictures.files);
    return std::make_shared<PictureFiles>(std::move(pictures.files));
}

ImageSetPtr openImageFile(const fs::path &file)
{
    requireReadableFile(file);
    return std::make_shared<PictureFiles>(std::vector<fs::path>{file});
}

} // namespace quantloupe
