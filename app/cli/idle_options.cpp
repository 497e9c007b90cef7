// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "options.h"
#include "session/extractor_kind.h"

namespace quantloupe::cli {

namespace {

using Names = std::vector<std::string>;

Names inputOptions(const ExtractorOptions &options)
{
    Names names;
    const auto add = [&](bool isGiven, const char *name) {
        if (isGiven)
            names.push_back("--" + options.prefix + name);
    };
    add(options.side.has_value(), "input-side");
    add(!options.range.empty(), "input-range");
    add(!options.mean.empty(), "mean");
    add(!options.deviation.empty(), "deviation");
    return names;
}

std::string sentence(const Names &names, const std::string &what)
{
    if (names.empty())
        return {};
    std::string list;
    for (const std::string &name : names)
        list += (list.empty() ? "" : ", ") + name;
    return list + (names.size() == 1 ? " has" : " have") + " no effect on " + what + "; leave " +
           (names.size() == 1 ? "it" : "them") + " out.";
}

std::string described(ExtractorKind kind)
{
    switch (kind) {
    case ExtractorKind::Inception:
        return "an Inception";
    case ExtractorKind::Scripted:
        return "a TorchScript network";
    case ExtractorKind::Attributes:
        return "a network of train-features";
    }
    return {};
}

} // namespace

std::string idleOptions(const ExtractorOptions &options)
{
    const ExtractorKind kind = extractorKind(options.file);
    Names names;
    if (options.depth && kind != ExtractorKind::Inception)
        names.push_back("--depth");
    if (kind != ExtractorKind::Scripted)
        for (const std::string &name : inputOptions(options))
            names.push_back(name);
    return sentence(names, options.file + ", " + described(kind));
}

std::string idleOptions(const ExtractorOptions &extractor, const PreparationOptions &preparation,
                        const std::string &what)
{
    Names names;
    if (!extractor.file.empty())
        names.push_back("--extractor");
    if (extractor.depth)
        names.push_back("--depth");
    if (!extractor.pipeline.empty())
        names.push_back("--pipeline");
    for (const std::string &name : inputOptions(extractor))
        names.push_back(name);
    if (preparation.crop != PreparationOptions().crop)
        names.push_back("--crop");
    if (!preparation.resize.empty())
        names.push_back("--resize");
    return sentence(names, what);
}

void refuseIdle(const std::string &sentence)
{
    if (!sentence.empty())
        throw Error(ErrorKind::BadInput, sentence);
}

} // namespace quantloupe::cli
