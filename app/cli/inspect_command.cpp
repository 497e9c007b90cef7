// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/file_io.h"
#include "commands.h"
#include "exchange/report_json.h"
#include "tables.h"

#include <iostream>

namespace quantloupe::cli {

void runInspect(CommandContext &context, const InspectOptions &options)
{
    const GeneratorPtr generator = openGenerator(context, options.generator);
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
