// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/search_progress.h"

#include "analysis/bit_search_state.h"
#include "base/cache_folder.h"
#include "base/error.h"
#include "base/file_io.h"
#include "base/hash.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace quantloupe {

namespace fs = std::filesystem;

namespace {

/// Of a SHA-256; enough to tell a user's searches apart.
constexpr std::size_t kDigits = 32;
/// Of one file, and of all searches that were never gone on with.
constexpr std::uint64_t kMostFileBytes = std::uint64_t{24} << 20;
constexpr std::uint64_t kMostBytes = std::uint64_t{256} << 20;
/// What a killed process loses at most.
constexpr std::chrono::seconds kBetweenWrites(3);
/// Writing large states takes no more than such a part of the time.
constexpr int kShare = 20;
/// Changes with what files hold, so that none of an earlier form is taken over.
const std::string kForm = "quantloupe-search-1";

/// Of the text and of the name it is kept under, so that a file does not pass for another.
std::string headOf(const fs::path &file, const std::string &text)
{
    return kForm + " " + sha256(file.filename().string() + "\n" + text) + "\n";
}

} // namespace

SearchKeeping keptSearches(bool isTakenUp)
{
    const fs::path cache = cacheFolder();
    return {cache.empty() ? fs::path() : cache / "searches", isTakenUp};
}

SearchProgress::SearchProgress(const SearchKeeping &keeping, const std::string &key,
                               const SearchProblem &problem, Deadline::Now now)
    : m_file(keeping.folder.empty() ? fs::path()
                                    : keeping.folder / (sha256(key).substr(0, kDigits) + ".json")),
      m_now(std::move(now)),
      m_next(m_now() + kBetweenWrites)
{
    if (m_file.empty())
        return;
    if (keeping.isTakenUp)
        read(problem);
    trimFolder(keeping.folder, kMostBytes);
}

void SearchProgress::read(const SearchProblem &problem)
{
    std::error_code missing;
    if (!fs::is_regular_file(m_file, missing))
        return;
    try {
        const std::string whole = readTextFile(m_file, kMostFileBytes);
        const std::size_t head = std::min(whole.size(), whole.find('\n')) + 1;
        const std::string text = whole.substr(std::min(whole.size(), head));
        if (whole.starts_with(headOf(m_file, text)))
            m_states = parseBitSearchStates(text, problem, m_file.string());
    } catch (const Error &) {
        // As the header says.
        m_states.clear();
    }
}

void SearchProgress::pulse()
{
    if (m_file.empty() || m_now() < m_next)
        return;
    const Deadline::Clock::time_point begin = m_now();
    keep();
    const Deadline::Clock::time_point end = m_now();
    m_next = end + std::max<Deadline::Clock::duration>(kBetweenWrites, kShare * (end - begin));
}

void SearchProgress::keep()
{
    if (m_file.empty())
        return;
    std::error_code ignored;
    fs::create_directories(m_file.parent_path(), ignored);
    const std::string text = toJson(m_states);
    const std::string whole = headOf(m_file, text) + text;
    // It would not be read.
    if (whole.size() > kMostFileBytes)
        return;
    try {
        writeFileAtomically(m_file, whole);
    } catch (const Error &) {
        // As the header says.
    }
}

void SearchProgress::remove() const
{
    std::error_code ignored;
    if (!m_file.empty())
        fs::remove(m_file, ignored);
}

} // namespace quantloupe
