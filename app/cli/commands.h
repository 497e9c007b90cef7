// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

namespace quantloupe::cli {

void runInspect(CommandContext &context, const InspectOptions &options);
void runQuantizers(CommandContext &context, const QuantizersOptions &options);
void runSample(CommandContext &context, const GenerateOptions &options);
void runCalibrate(CommandContext &context, const CalibrateOptions &options);
void runCompare(CommandContext &context, const GenerateOptions &options);
void runDemo(CommandContext &context, const GenerateOptions &options);
void runTrain(CommandContext &context, const TrainOptions &options);
void runTrainFeatures(CommandContext &context, const AttributeTrainRequest &options);
void runSwd(CommandContext &context, const SwdOptions &options);
void runImages(CommandContext &context, const ImagesOptions &options);
void runFeatures(CommandContext &context, const FeaturesOptions &options);
void runFid(CommandContext &context, const FeatureDistanceOptions &options);
void runKid(CommandContext &context, const FeatureDistanceOptions &options);

} // namespace quantloupe::cli
