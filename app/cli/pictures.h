// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "engine/compare_report.h"
#include "session/requests.h"

#include <filesystem>
#include <string>
#include <vector>

namespace quantloupe::cli {

/// Rows of float, quantized and difference (signed luminance) for the first pairs, small pictures
/// enlarged by whole factors.
Image comparisonPicture(const std::vector<SamplePair> &pairs);

/// All pictures in a square grid.
Image gridPicture(const std::vector<Sample> &samples);

/// One PNG for each sample in a folder that is filled only when all are complete. Throws
/// Error{BadInput} if the folder is not empty, Cancelled between two pictures.
void writePictureFolder(const std::filesystem::path &folder, const std::vector<Sample> &samples,
                        const RunContext &run);

/// `image` [N, C, H, W] as the network returned it, and `z` [N, size] where it takes latents.
void writeSampleTensors(const std::filesystem::path &path, const std::vector<Sample> &samples);

} // namespace quantloupe::cli
