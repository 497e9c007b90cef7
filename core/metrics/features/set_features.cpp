// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/set_features.h"

#include "base/error.h"

#include <algorithm>

namespace quantloupe {

namespace {

/// Enough for every thread, little enough to keep in memory whatever the pictures' size.
constexpr std::size_t kBatch = 64;

Image prepared(const Image &image, const ImagePreparation &preparation)
{
    const Image square = preparation.crop == Crop::Center ? centerSquare(image) : image;
    return preparation.side == 0
               ? square
               : resized(square, preparation.side, preparation.side, preparation.filter);
}

} // namespace

MeasuredPictures measureSet(const ImageSet &set, const MeasurePlan &plan,
                            const FeatureExtractor &extractor, const RunContext &context,
                            const FeatureSink &sink)
{
    const std::size_t wanted = std::min(set.size(), plan.preparation.count);
    MeasuredPictures measured;
    std::size_t next = 0;
    while (measured.count < wanted && next < set.size()) {
        std::vector<Image> batch;
        for (; batch.size() < std::min(kBatch, wanted - measured.count) && next < set.size();
             ++next) {
            context.checkCancelled();
            try {
                batch.push_back(prepared(set.at(next), plan.preparation));
            } catch (const Error &error) {
                measured.skipped.push_back(error.what());
            }
        }
        const double all = static_cast<double>(wanted);
        const double done = static_cast<double>(measured.count) / all;
        measured.count += batch.size();
        const RunContext part = context.sub(done, static_cast<double>(measured.count) / all);
        if (!batch.empty())
            sink(extractor.extract(batch, plan.threads, part));
    }
    return measured;
}

} // namespace quantloupe
