// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/extractor_kind.h"

#include "base/embedded_files.h"
#include "base/error.h"
#include "metrics/feature_extractor.h"
#include "model/archive/state_dict.h"

namespace quantloupe {

ExtractorKind extractorKind(const std::string &file)
{
    if (isEmbedded(file) && file != kBuiltinExtractor)
        throw Error(ErrorKind::BadInput,
                    file + " is no built-in feature network; there is " + kBuiltinExtractor + ".");
    if (isAttributeFile(file))
        return ExtractorKind::Attributes;
    return detectFileKind(file) == FileKind::TorchScript ? ExtractorKind::Scripted
                                                         : ExtractorKind::Inception;
}

} // namespace quantloupe
