// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/training_data.h"

#include "base/hash.h"
#include "data/latent_set.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

namespace quantloupe {

namespace {

/// Streams of one role that are told apart by what they are for.
RandomStream streamFor(std::uint64_t seed, std::string_view purpose, std::uint64_t index)
{
    return {seed, StreamRole::Training, mixHash(mixHash(0, purpose), index)};
}

/// Interleaved bytes to planes in -1..1.
void writePlanes(const std::uint8_t *source, const ImageStack &stack, bool mirrored, float *target)
{
    const std::size_t side = static_cast<std::size_t>(stack.side);
    const std::size_t channels = static_cast<std::size_t>(stack.channels);
    for (std::size_t c = 0; c < channels; ++c)
        for (std::size_t y = 0; y < side; ++y)
            for (std::size_t x = 0; x < side; ++x) {
                const std::size_t column = mirrored ? side - 1 - x : x;
                const float level = source[(y * side + column) * channels + c];
                *target++ = level / 127.5F - 1;
            }
}

/// The class of each of `count` samples on the device; undefined where there are no classes.
at::Tensor labelsOf(int count, int classes, c10::Device device,
                    const std::function<std::int64_t(int)> &label)
{
    if (classes == 0)
        return {};
    at::Tensor labels = at::empty({count}, at::kLong);
    for (int i = 0; i < count; ++i)
        labels.data_ptr<std::int64_t>()[i] = label(i);
    return labels.to(device);
}

} // namespace

TrainingData::TrainingData(const ImageStack &pictures, Options options, c10::Device device)
    : m_stack(pictures), m_options(std::move(options)), m_device(device)
{
}

std::size_t TrainingData::pictureAt(std::uint64_t position)
{
    const std::uint64_t epoch = position / m_stack.count;
    if (epoch != m_epoch) {
        m_epoch = epoch;
        m_order.resize(m_stack.count);
        std::iota(m_order.begin(), m_order.end(), 0U);
        RandomStream random = streamFor(m_options.seed, "order", epoch);
        for (std::size_t i = m_order.size(); i > 1; --i)
            std::swap(m_order[i - 1], m_order[random.below(i)]);
    }
    return m_order[position % m_stack.count];
}

std::uint64_t TrainingData::positionOf(std::int64_t step, int i) const
{
    return static_cast<std::uint64_t>(step) * static_cast<std::uint64_t>(m_options.batch) +
           static_cast<std::uint64_t>(i);
}

NetworkInput TrainingData::pictures(std::int64_t step)
{
    at::Tensor batch =
        at::empty({m_options.batch, m_stack.channels, m_stack.side, m_stack.side}, at::kFloat);
    for (int i = 0; i < m_options.batch; ++i) {
        const std::uint64_t position = positionOf(step, i);
        const bool mirrored =
            m_options.flip && streamFor(m_options.seed, "flip", position).below(2) == 1;
        writePlanes(m_stack.pixels.data() + pictureAt(position) * m_stack.bytesOfOne(), m_stack,
                    mirrored,
                    batch.data_ptr<float>() + static_cast<std::size_t>(i) * m_stack.bytesOfOne());
    }
    const at::Tensor labels =
        labelsOf(m_options.batch, m_options.labels.classes, m_device,
                 [&](int i) { return m_options.labels.values.at(pictureAt(positionOf(step, i))); });
    return {batch.to(m_device), labels};
}

NetworkInput TrainingData::latents(std::int64_t step) const
{
    return latents(StreamRole::Training, step, m_options.batch);
}

NetworkInput TrainingData::latents(StreamRole role, std::int64_t index, int batch) const
{
    at::Tensor values = at::empty({batch, m_options.latent, 1, 1}, at::kFloat);
    const std::size_t size = static_cast<std::size_t>(m_options.latent);
    const auto sampleOf = [&](int i) {
        return static_cast<std::uint64_t>(index) * static_cast<std::uint64_t>(batch) +
               static_cast<std::uint64_t>(i);
    };
    for (int i = 0; i < batch; ++i) {
        const std::vector<float> latent =
            drawLatent(SamplingPlan{}, m_options.seed, role, sampleOf(i), size);
        std::copy(latent.begin(), latent.end(),
                  values.data_ptr<float>() + static_cast<std::size_t>(i) * size);
    }
    const int classes = m_options.labels.classes;
    const at::Tensor labels = labelsOf(batch, classes, m_device, [&](int i) {
        return drawLabel(SamplingPlan{}, m_options.seed, role, sampleOf(i), classes);
    });
    return {values.to(m_device), labels};
}

} // namespace quantloupe
