// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "pictures.h"

#include <iostream>

namespace quantloupe::cli {

void runSample(CommandContext &context, const GenerateOptions &options)
{
    const SampleRequest request = requestFor(context, options);
    std::vector<Sample> samples;
    const RunFacts facts =
        context.session.sample(request, Lane::Compute, context.run, [&](std::vector<Sample> batch) {
            samples.insert(samples.end(), std::make_move_iterator(batch.begin()),
                           std::make_move_iterator(batch.end()));
        });
    std::vector<std::string> files;
    if (!options.out.empty()) {
        if (options.out.ends_with(".png"))
            writePng(options.out, gridPicture(samples));
        else if (options.out.ends_with(".safetensors"))
            writeSampleTensors(options.out, samples);
        else
            writePictureFolder(options.out, samples, context.run);
        files.push_back(options.out);
    }
    if (!context.global.json) {
        std::cout << samples.size() << " samples in " << facts.seconds << " s\n";
        for (const std::string &file : files)
            std::cout << file << '\n';
        return;
    }
    nlohmann::ordered_json answer = answerHead(context, "sample", *request.generator);
    answer["count"] = samples.size();
    answer["seconds"] = facts.seconds;
    answer["files"] = files;
    std::cout << answer.dump(2) << '\n';
}

} // namespace quantloupe::cli
