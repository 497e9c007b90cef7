// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/bit_search.h"
#include "base/deadline.h"

#include <filesystem>
#include <string>

namespace quantloupe {

/// Where a search that is stopped, killed or runs out of its time leaves how far its strategy is.
struct SearchKeeping
{
    /// Empty to keep nothing.
    std::filesystem::path folder = {};
    /// What an earlier one left there is gone on with; else it begins anew.
    bool isTakenUp = false;
};

/// In the cache folder, which window and command line share.
SearchKeeping keptSearches(bool isTakenUp);

/// How far a strategy, its front and what is searched between its points are, and the file that
/// they are kept in. It is written whole or not at all. What is damaged, of another version or of
/// another problem is left aside: the search begins anew. A file that cannot be written is left
/// out: the search goes on and can only not be taken up there.
class SearchProgress
{
public:
    /// `key` stands for all that the answer depends on except the time box; the problem has cross
    /// terms as far as the strategy counts them.
    SearchProgress(const SearchKeeping &keeping, const std::string &key,
                   const SearchProblem &problem, Deadline::Now now);

    BitSearchStates &states() { return m_states; }
    /// Writes the file if the last time is some seconds ago.
    void pulse();
    /// Writes the file.
    void keep();
    /// The search has come to its end: there is nothing to go on with.
    void remove() const;

private:
    void read(const SearchProblem &problem);

    std::filesystem::path m_file;
    Deadline::Now m_now;
    Deadline::Clock::time_point m_next;
    BitSearchStates m_states;
};

} // namespace quantloupe
