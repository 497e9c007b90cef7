// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/training_data.h"
#include "train/training_files.h"

namespace quantloupe {

/// What a training writes of its averaged generator. The average's running statistics are taken
/// anew each time, from latents of the calibration stream; no later step depends on them.
class TrainingOutput
{
public:
    TrainingOutput(const Trainable &average, const TrainingData &data, TrainingFiles files)
        : m_average(average), m_data(data), m_files(std::move(files))
    {
    }

    /// 64 pictures of the preview latents 0 to 63, which `sample` shows too.
    void writeGrid(std::int64_t step) const;
    void writeGenerator(bool half, const std::map<std::string, std::string> &metadata) const;

private:
    const Trainable &m_average;
    const TrainingData &m_data;
    TrainingFiles m_files;
};

} // namespace quantloupe
