// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/present_provenance.h"

#include "base/version.h"
#include "session/library_versions.h"

namespace quantloupe {

namespace {

const std::string kProgram = "quantloupe ";

} // namespace

Provenance presentProvenance(const std::string &command, const std::string &from)
{
    Provenance provenance;
    provenance.program = kProgram + kVersion;
    provenance.libTorch = libTorchVersion();
    provenance.oneDnn = oneDnnVersion();
    provenance.cpu = processorName();
    provenance.command = command;
    provenance.parent = hashIn(from);
    return provenance;
}

} // namespace quantloupe
