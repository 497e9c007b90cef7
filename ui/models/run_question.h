// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/stored_run.h"

#include <QString>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace quantloupe {

/// Thrown where the window cannot ask what a run asked. repeatOf() lets it out and nothing else
/// does.
struct CannotRepeat
{
    /// Why, in the user's language: a short sentence without a full stop.
    QString reason;
};

/// Throws CannotRepeat for an option that the window has no place for.
[[noreturn]] void refuseOption(const std::string &option);

/// What a stored run asks, option by option. Each is taken once: what is left is what the window
/// does not know.
class RunQuestion
{
public:
    explicit RunQuestion(const StoredRun &run);

    /// "metrics"; empty where nothing says what was asked.
    const std::string &command() const { return m_command; }
    /// The last value of an option; `usual` where it was not given.
    std::string take(const std::string &option, const std::string &usual = {});
    /// All its values in their order; `usual` where it was not given.
    std::vector<std::string> takeAll(const std::string &option,
                                     const std::vector<std::string> &usual = {});
    bool takeFlag(const std::string &option);
    /// A file that may be named from the run's folder, or anything else that stands in its place.
    std::string takeFile(const std::string &option, const std::string &usual = {});
    /// A whole number up to `most`. Throws CannotRepeat for any other value.
    std::uint64_t takeNumber(const std::string &option, std::uint64_t usual, std::uint64_t most);
    /// Throws CannotRepeat unless the option has this value or was not given.
    void expect(const std::string &option, const std::string &only);
    /// The first option that was not taken; empty once all are.
    std::string left() const;

private:
    std::string m_command;
    std::string m_folder;
    std::map<std::string, std::vector<std::string>> m_options;
};

} // namespace quantloupe
