// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace quantloupe {

/// Where a configuration file comes from. Generator, calibration and seeds stand elsewhere in it.
struct Provenance
{
    /// Program and version: "quantloupe 1.2.0".
    std::string program;
    /// Versions of the libraries that computed, and the name of the processor.
    std::string libTorch;
    std::string oneDnn;
    std::string cpu;
    /// In UTC, "2025-01-31T09:30:00Z"; empty in pictures and reports, which are the same bytes
    /// whenever the same is asked for.
    std::string created;
    /// A line for a POSIX shell that makes the file again; empty where there is none.
    std::string command;
    /// "sha256" of the configuration it was made from; empty for none.
    std::string parent;

    bool isEmpty() const { return *this == Provenance(); }
    bool operator==(const Provenance &) const = default;
};

/// The present time as Provenance::created has it.
std::string presentTime();

/// Only what is known.
nlohmann::ordered_json provenanceJson(const Provenance &provenance);
/// Throws Error{BadInput} with the end of a sentence ("a provenance whose ..."), for values that
/// are no text, longer than a command can be, or of another form than theirs.
Provenance parseProvenance(const nlohmann::ordered_json &json);

/// "sha256" of a configuration file's text; empty where it has none of the right form.
std::string hashIn(const std::string &configuration);

} // namespace quantloupe
