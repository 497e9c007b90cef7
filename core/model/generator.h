// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/sampling_plan.h"
#include "model/generator_info.h"
#include "model/input_inference.h"
#include "model/program.h"

#include <map>
#include <string>

namespace quantloupe {

/// An opened network: its program, what is known about it, and how its inputs and outputs are
/// read. Immutable once loaded; shared between threads.
class Generator
{
public:
    Program program;
    GeneratorInfo info;
    SamplingPlan plan;
    InferredInputs inputs;
    /// Elements that no layer's weight holds: biases, norm parameters, running statistics.
    std::int64_t otherElements = 0;
    int storedBytesPerElement = 4;
};

/// What to open and how; see OpenRequest, its public form.
struct LoadOptions
{
    std::string path;
    std::string architectureFile;
    std::map<std::string, std::string> assumptions;
    std::string network;
    bool keepTrainingMode = false;
};

/// Loads the file in this process. TorchScript files must have been tried in a child process.
/// Throws Error that names the file and the reason; ArchitectureError where a description of the
/// network may mend it.
std::shared_ptr<const Generator> loadGenerator(const LoadOptions &options);

} // namespace quantloupe
