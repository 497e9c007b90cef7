// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file_io.h"
#include "base/random_stream.h"
#include "image_archives.h"
#include "train/train_request.h"

#include <filesystem>

/// A training that takes a second: light squares on a dark ground, 8x8 pixels.
namespace small_training {

inline std::vector<quantloupe::Image> squares(std::size_t count)
{
    std::vector<quantloupe::Image> images;
    for (std::size_t i = 0; i < count; ++i) {
        quantloupe::RandomStream random(7, quantloupe::StreamRole::Probe, i);
        quantloupe::Image image(8, 8, 1);
        const auto left = static_cast<int>(random.below(4));
        const auto top = static_cast<int>(random.below(4));
        const auto level = static_cast<std::uint8_t>(150 + random.below(100));
        for (int y = 0; y < 5; ++y)
            for (int x = 0; x < 5; ++x)
                *image.at(left + x, top + y) = level;
        images.push_back(std::move(image));
    }
    return images;
}

/// Writes the pictures into the folder, too.
inline quantloupe::TrainRequest request(const std::filesystem::path &folder)
{
    quantloupe::TrainRequest request;
    request.dataset = (folder / "squares").string();
    if (!std::filesystem::exists(request.dataset))
        quantloupe::writeFileAtomically(request.dataset, image_archives::idx(squares(256)));
    request.preparation.side = 8;
    request.width = 8;
    request.latent = 8;
    request.loop.batch = 16;
    request.loop.rate = 1e-3;
    request.loop.seed = 3;
    request.flip = true;
    request.steps = 40;
    request.checkpointEvery = 10;
    request.gridEvery = 20;
    request.curveEvery = 5;
    request.out = folder / "g.safetensors";
    return request;
}

/// The same with classes: squares that lie left and right.
inline quantloupe::TrainRequest labelledRequest(const std::filesystem::path &folder)
{
    quantloupe::TrainRequest training = request(folder);
    training.flip = false;
    training.labels = folder / "labels";
    std::vector<std::uint8_t> labels;
    for (const quantloupe::Image &square : squares(256))
        labels.push_back(*square.at(1, 3) > 0 ? 0 : 1);
    quantloupe::writeFileAtomically(training.labels, image_archives::idxLabels(labels));
    return training;
}

/// 2x2 pixels with colours: the first value is 255, all others are the picture's number.
inline quantloupe::ImageStack numberedPictures(std::size_t count)
{
    quantloupe::ImageStack stack;
    stack.side = 2;
    stack.channels = 3;
    stack.count = count;
    for (std::size_t i = 0; i < count; ++i)
        for (int p = 0; p < 12; ++p)
            stack.pixels.push_back(static_cast<std::uint8_t>(p == 0 ? 255 : i));
    return stack;
}

} // namespace small_training
