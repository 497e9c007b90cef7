// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file_io.h"
#include "base/random_stream.h"
#include "data/image_files.h"
#include "data/image_stack.h"
#include "image_archives.h"

#include <QObject>
#include <QTemporaryDir>

#include <zlib.h>

namespace quantloupe::test {

inline Image noise(int width, int height, int channels, std::uint64_t seed)
{
    RandomStream random(seed, StreamRole::Probe, 0);
    Image image(width, height, channels);
    for (std::uint8_t &value : image.pixels)
        value = static_cast<std::uint8_t>(random.below(256));
    return image;
}

inline ImageStack stackOf(const std::string &source, ImagePreparation preparation)
{
    return prepareImages(*openImageSet(source), preparation, RunContext());
}

/// A folder for the files of a test.
class ImageSourceFixture : public QObject
{
protected:
    std::string path(const std::string &name) const
    {
        return m_folder.filePath(QString::fromStdString(name)).toStdString();
    }
    std::string written(const std::string &name, const std::string &contents) const
    {
        writeFileAtomically(path(name), contents);
        return path(name);
    }
    std::string compressed(const std::string &name, const std::string &contents) const
    {
        const gzFile file = gzopen(path(name).c_str(), "wb");
        gzwrite(file, contents.data(), static_cast<unsigned>(contents.size()));
        gzclose(file);
        return path(name);
    }

    QTemporaryDir m_folder;
};

} // namespace quantloupe::test
