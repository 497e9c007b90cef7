// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/run_reading.h"

#include <QBuffer>
#include <QByteArray>
#include <QImageReader>

#include <algorithm>
#include <vector>

namespace quantloupe {

namespace {

/// Pixels: a small file may claim to be a huge picture.
constexpr int kLargestSide = 2048;

QImage decoded(const std::vector<std::byte> &png)
{
    QByteArray bytes(reinterpret_cast<const char *>(png.data()), qsizetype(png.size()));
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer, "png");
    const QSize size = reader.size();
    return std::max(size.width(), size.height()) <= kLargestSide ? reader.read() : QImage();
}

} // namespace

ReadRun readRun(RunStore &store, RunId run)
{
    ReadRun read{store.show(run), {}};
    if (!read.run.summary.hasPicture)
        return read;
    try {
        if (const auto png = store.thumbnail(run, kRunPicture))
            read.picture = decoded(*png);
    } catch (const Error &error) {
        // The rest of the run is readable.
        read.failure = error;
    }
    return read;
}

} // namespace quantloupe
