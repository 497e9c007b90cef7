// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "picture_target.h"
#include "pictures.h"

#include <iostream>

namespace quantloupe::cli {

void runSample(CommandContext &context, const GenerateOptions &options)
{
    const PictureTarget target = pictureTarget(options.out);
    const SampleRequest request = requestFor(context, options);
    std::vector<Sample> samples;
    const RunFacts facts =
        context.session.sample(request, Lane::Compute, context.run, [&](std::vector<Sample> batch) {
            samples.insert(samples.end(), std::make_move_iterator(batch.begin()),
                           std::make_move_iterator(batch.end()));
        });
    const NumberedPictures pictures{samples.size(),
                                    [&](std::size_t i) { return samples[i].image; }};
    std::vector<std::string> files;
    if (target == PictureTarget::Grid)
        writePng(options.out, gridPicture(pictures));
    if (target == PictureTarget::Tensors)
        writeSampleTensors(options.out, samples);
    if (target == PictureTarget::Folder)
        writePictureFolder(options.out, pictures, context.run);
    if (target == PictureTarget::None)
        note(context, "The samples were timed but not kept; name a place for them with --out.");
    else
        files.push_back(options.out);
    if (!context.global.json) {
        std::cout << samples.size() << (samples.size() == 1 ? " sample in " : " samples in ")
                  << facts.seconds << " s\n";
        for (const std::string &file : files)
            std::cout << file << '\n';
        return;
    }
    nlohmann::ordered_json answer = answerHead(context, "sample", *request.generator);
    answer["samplingPlan"] = samplingJson(request, options);
    answer["count"] = samples.size();
    answer["seconds"] = facts.seconds;
    answer["files"] = files;
    std::cout << answer.dump(2) << '\n';
}

} // namespace quantloupe::cli
