// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/extractor_key.h"

#include <ios>
#include <sstream>

namespace quantloupe {

std::string keyText(const ExtractorRequest &request)
{
    const ScriptedExtractorRequest &scripted = request.scripted;
    std::ostringstream text;
    text << std::hexfloat << request.file << '/' << request.depth << '/'
         << (request.pipeline ? static_cast<int>(*request.pipeline) : -1);
    // Its file and resize are those above.
    text << '/' << scripted.side << '/' << scripted.low << '/' << scripted.high;
    for (const double mean : scripted.mean)
        text << '/' << mean;
    for (const double deviation : scripted.deviation)
        text << '/' << deviation;
    return text.str();
}

std::string keyText(const PerceptualFiles &files)
{
    return files.trunk + "/" + files.heads;
}

} // namespace quantloupe
