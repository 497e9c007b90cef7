// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "commands.h"
#include "pictures.h"

#include <filesystem>
#include <iostream>

namespace quantloupe::cli {

namespace {

enum class SampleTarget { None, Grid, Tensors, Folder };

SampleTarget targetOf(const std::string &out)
{
    const std::string ending = std::filesystem::path(out).extension().string();
    if (out.empty())
        return SampleTarget::None;
    if (ending == ".png")
        return SampleTarget::Grid;
    if (ending == ".safetensors")
        return SampleTarget::Tensors;
    if (!ending.empty() && !std::filesystem::is_directory(out))
        throw Error(ErrorKind::BadInput,
                    "Samples are not written as " + ending +
                        "; give --out a name ending in .png (one grid) or .safetensors, or a "
                        "folder: a name without ending, or with a slash behind it.");
    return SampleTarget::Folder;
}

} // namespace

void runSample(CommandContext &context, const GenerateOptions &options)
{
    const SampleTarget target = targetOf(options.out);
    const SampleRequest request = requestFor(context, options);
    std::vector<Sample> samples;
    const RunFacts facts =
        context.session.sample(request, Lane::Compute, context.run, [&](std::vector<Sample> batch) {
            samples.insert(samples.end(), std::make_move_iterator(batch.begin()),
                           std::make_move_iterator(batch.end()));
        });
    std::vector<std::string> files;
    if (target == SampleTarget::Grid)
        writePng(options.out, gridPicture(samples));
    if (target == SampleTarget::Tensors)
        writeSampleTensors(options.out, samples);
    if (target == SampleTarget::Folder)
        writePictureFolder(options.out, samples, context.run);
    if (target == SampleTarget::None)
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
