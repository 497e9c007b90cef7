// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/set_meter.h"

#include <algorithm>

namespace quantloupe {

namespace {

void append(ImageStack &stack, const ImageStack &part)
{
    stack.side = part.side;
    stack.channels = part.channels;
    stack.count += part.count;
    stack.pixels.insert(stack.pixels.end(), part.pixels.begin(), part.pixels.end());
}

} // namespace

ImageStack stackOf(std::span<const Image> images)
{
    ImageStack stack;
    for (const Image &image : images)
        stack.channels = std::max(stack.channels, image.channels);
    for (const Image &image : images) {
        const Image fitting = stack.channels == 3 ? toRgb(image) : image;
        stack.side = image.width;
        stack.pixels.insert(stack.pixels.end(), fitting.pixels.begin(), fitting.pixels.end());
        ++stack.count;
    }
    return stack;
}

Features SetMeter::features(std::span<const Image> images, const RunContext &context) const
{
    if (!m_plan.extractor)
        return {};
    return m_cache.features(images, *m_plan.extractor, m_plan.stream.request.threads,
                            RunContext(context.stopToken()));
}

SetPart SetMeter::part(std::span<const Image> images, SwdSide side, std::size_t first,
                       const RunContext &context) const
{
    SetPart part;
    if (m_plan.swd == SwdForm::Sorted)
        part.pictures = stackOf(images);
    if (m_plan.swd == SwdForm::Histogram && !images.empty()) {
        SwdMoments moments(m_plan.stream, side);
        moments.add(stackOf(images), first, context);
        part.moments = moments.levels();
    }
    part.count = images.size();
    return part;
}

MeasuredSet::MeasuredSet(const SetPlan &plan, SwdSide side) : m_threads(plan.stream.request.threads)
{
    if (plan.swd == SwdForm::Histogram)
        m_moments = SwdMoments(plan.stream, side);
    if (plan.extractor)
        m_features.emplace(plan.extractor->identity(), plan.keep);
}

void MeasuredSet::add(const SetPart &part, const RunContext &context)
{
    m_size += part.count;
    m_broken += part.broken;
    if (part.pictures.count > 0)
        append(m_pictures, part.pictures);
    if (!part.moments.empty())
        m_moments.add(part.moments);
    if (m_features && part.features.count > 0)
        m_features->add(part.features, m_threads, RunContext(context.stopToken()));
}

FeatureStats MeasuredSet::statsSoFar(const RunContext &context) const
{
    FeatureAccumulator copy = m_features.value();
    return copy.finish(m_threads, RunContext(context.stopToken()));
}

FeatureStats MeasuredSet::stats(const RunContext &context)
{
    FeatureStats stats = m_features.value().finish(m_threads, RunContext(context.stopToken()));
    m_features.reset();
    return stats;
}

} // namespace quantloupe
