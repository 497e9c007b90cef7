// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/image_stack.h"
#include "train/dcgan.h"
#include "train/training_settings.h"

#include <filesystem>
#include <string>
#include <vector>

namespace quantloupe {

/// A training of a generator on pictures.
struct TrainRequest
{
    /// IMAGES of the command line.
    std::string dataset;
    ImagePreparation preparation;
    bool flip = false;
    /// IDX file with the class of each picture, for networks that are given one; else empty.
    std::filesystem::path labels;
    /// "dcgan".
    std::string architecture = "dcgan";
    int width = 32;
    int latent = 100;
    Upsampling upsampling = Upsampling::Free;
    LoopSettings loop;
    /// In all, those before a resumption included.
    std::int64_t steps = 10000;
    /// Every how many steps; 0 never.
    int checkpointEvery = 250;
    int gridEvery = 500;
    int curveEvery = 10;
    /// FILE.safetensors; the other files are named after it.
    std::filesystem::path out;
    bool resume = false;
    /// The networks a new training begins with: another one's checkpoint, or a generator with its
    /// discriminator beside it. Empty for random weights.
    std::filesystem::path startFrom;
    /// Write weights as float16.
    bool half = false;
    /// "cpu", "cuda".
    std::string device = "cpu";
    /// 0 stands for all cores.
    int threads = 0;
};

struct TrainReport
{
    std::int64_t steps = 0;
    /// Steps that a checkpoint had done already.
    std::int64_t resumedFrom = 0;
    std::size_t pictures = 0;
    int channels = 0;
    /// 0 for networks that are given no class.
    int classes = 0;
    std::int64_t generatorParameters = 0;
    std::int64_t discriminatorParameters = 0;
    double seconds = 0;
    /// Of the last row of the loss curve: column and value.
    std::vector<std::pair<std::string, double>> losses;
    std::vector<std::string> files;
    /// One sentence for each picture that could not be read.
    std::vector<std::string> skipped;
};

} // namespace quantloupe
