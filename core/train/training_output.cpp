// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/training_output.h"

#include "base/error.h"
#include "train/sample_grid.h"
#include "train/weight_average.h"

#include <ATen/ATen.h>

namespace quantloupe {

namespace {

constexpr int kGridSamples = 64;
/// Batches of 64 that running statistics are taken from.
constexpr int kGridBatches = 20;
constexpr int kResultBatches = 200;
constexpr int kBatch = 64;

void reestimate(const Trainable &average, const TrainingData &data, int batches)
{
    reestimateStatistics(average, batches, [&](std::int64_t index) {
        return data.latents(StreamRole::Calibration, index, kBatch);
    });
}

} // namespace

void TrainingOutput::writeGrid(std::int64_t step) const
{
    const at::NoGradGuard noGradients;
    reestimate(m_average, m_data, kGridBatches);
    const NetworkInput latents = m_data.latents(StreamRole::Preview, 0, kGridSamples);
    std::error_code failure;
    std::filesystem::create_directories(m_files.gridFolder(), failure);
    if (failure)
        throw Error(ErrorKind::Io, m_files.gridFolder().string() +
                                       " could not be created: " + failure.message() + ".");
    writePng(m_files.grid(step), gridOf(m_average.forward(latents, Pass{false})));
}

void TrainingOutput::writeGenerator(bool half,
                                    const std::map<std::string, std::string> &metadata) const
{
    reestimate(m_average, m_data, kResultBatches);
    writeStateDict(m_files.generator(), m_average, half, metadata);
}

} // namespace quantloupe
