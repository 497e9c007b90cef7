// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/image_set.h"

#include "base/error.h"
#include "data/avatars.h"
#include "data/image_readers.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>

namespace quantloupe {

namespace fs = std::filesystem;

namespace {

class AvatarImages : public ImageSet
{
public:
    std::size_t size() const override { return kAvatarCount; }
    Image at(std::size_t index) const override { return avatar(index); }

private:
    /// The faces have no end; a set has one.
    static constexpr std::size_t kAvatarCount = 1'000'000;
};

bool isTarName(const std::string &name)
{
    return name.ends_with(".tar") || name.ends_with(".tar.gz") || name.ends_with(".tgz");
}

ImageSetPtr openFile(const fs::path &path)
{
    const std::string name = path.filename().string();
    if (hasPictureEnding(name))
        return openImageFile(path);
    if (isTarName(name))
        return openTar(path);
    std::vector<std::uint8_t> bytes = readMaybeCompressed(path);
    // IDX files have no ending of their own; CIFAR's are called .bin and have no mark.
    if (looksLikeIdx(bytes) || !name.ends_with(".bin"))
        return openIdx(std::move(bytes), path.string());
    return openCifar(std::move(bytes), path.string());
}

/// By its name, or by the mark of an IDX file.
bool isSetOfPictures(const fs::path &file)
{
    const std::string name = file.filename().string();
    return isTarName(name) || name.ends_with(".bin") || isIdxFile(file);
}

/// Data sets come as folders of few large files.
void refuseFolderOfSets(const fs::path &folder)
{
    for (const fs::path &file : filesIn(folder))
        if (isSetOfPictures(file))
            throw Error(ErrorKind::BadInput,
                        folder.string() +
                            " holds no PNG, JPEG, WebP or BMP files, but sets of "
                            "pictures; name one of them, such as " +
                            file.string() + ".");
}

} // namespace

bool hasPictureEnding(const std::string &name)
{
    constexpr std::array<const char *, 5> kEndings = {".png", ".jpg", ".jpeg", ".webp", ".bmp"};
    std::string lower = name;
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return std::any_of(kEndings.begin(), kEndings.end(),
                       [&](const char *ending) { return lower.ends_with(ending); });
}

ImageSetPtr openImageSet(const std::string &source)
{
    if (source == kBuiltinAvatars)
        return std::make_shared<AvatarImages>();
    if (source.starts_with("builtin:"))
        throw Error(ErrorKind::BadInput,
                    "There are no built-in pictures '" + source + "'; there is builtin:avatars.");
    std::error_code failure;
    if (source == "float" && !fs::exists(source, failure))
        throw Error(ErrorKind::BadInput,
                    "The pictures of the float generator are a reference of `metrics` only; write "
                    "them with `sample` and name their folder.");
    const bool isFolder = fs::is_directory(source, failure);
    ImageSetPtr set = isFolder ? openImageFolder(source) : openFile(source);
    if (set->size() == 0 && isFolder)
        refuseFolderOfSets(source);
    if (set->size() == 0)
        throw Error(ErrorKind::BadInput,
                    source + " holds no picture; give PNG, JPEG, WebP or BMP files.");
    return set;
}

} // namespace quantloupe
