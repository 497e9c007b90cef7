// SPDX-License-Identifier: GPL-3.0-or-later
#include "saved_configuration.h"

#include "calibration_options.h"

namespace quantloupe::cli {

std::string configurationText(const CompareRequest &request, const GenerateOptions &options,
                              const CalibratedRanges &ranges)
{
    ConfigFile file =
        configFileFor(info(*request.generator), request.plan, request.calibration, request.config);
    file.ranges = namedRanges(ranges, options);
    if (!options.config.file.empty()) {
        const ConfigFile saved = readConfigFile(options.config.file);
        file.original = saved.original;
        // --set may part what was tied.
        if (saved.config == request.config)
            file.marks = saved.marks;
    }
    return toJson(file);
}

} // namespace quantloupe::cli
