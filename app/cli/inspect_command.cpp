// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/file_io.h"
#include "commands.h"
#include "exchange/inspection_json.h"
#include "exchange/report_json.h"
#include "inspection_text.h"
#include "tables.h"

#include <iostream>

namespace quantloupe::cli {

namespace {

void requireLayerForDetails(const InspectOptions &options)
{
    const ConfigOptions &config = options.request.config;
    if (options.layer.empty() &&
        (!config.file.empty() || !config.rules.empty() || options.channel.has_value()))
        throw Error(ErrorKind::BadInput, "--config, --set and --channel are about one layer; name "
                                         "it with --layer.");
}

void inspectLayer(CommandContext &context, const InspectOptions &options)
{
    InspectRequest request;
    request.compare = requestFor(context, options.request);
    request.layer = options.layer;
    request.channel = options.channel;
    const LayerInspection inspection = context.session.inspectLayer(request, context.run);
    if (!context.global.json) {
        std::cout << inspectionText(inspection);
        return;
    }
    nlohmann::ordered_json answer = answerHead(context, "inspect", *request.compare.generator);
    answer["samplingPlan"] = samplingJson(request.compare, options.request);
    answer["layer"] = inspectionJson(inspection);
    answer["warnings"] = context.notes;
    std::cout << answer.dump(2) << '\n';
}

} // namespace

void runInspect(CommandContext &context, const InspectOptions &options)
{
    requireLayerForDetails(options);
    if (!options.layer.empty()) {
        inspectLayer(context, options);
        return;
    }
    const GeneratorPtr generator = openGenerator(context, options.request.generator);
    const GeneratorInfo &facts = info(*generator);
    if (!options.writeArchitecture.empty()) {
        if (facts.architectureFile.empty())
            throw Error(ErrorKind::BadInput,
                        facts.name + " is TorchScript and holds its own architecture; there is "
                                     "none to write.");
        writeFileAtomically(options.writeArchitecture, facts.architectureFile);
    }
    if (!context.global.json) {
        std::cout << inspectText(facts);
        return;
    }
    nlohmann::ordered_json answer = answerHead(context, "inspect", *generator);
    answer.update(inspectJson(facts));
    std::cout << answer.dump(2) << '\n';
}

} // namespace quantloupe::cli
