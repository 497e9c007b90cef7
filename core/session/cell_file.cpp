// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/cell_file.h"

#include "base/cache_folder.h"
#include "base/error.h"
#include "base/hash.h"
#include "exchange/sensitivity_json.h"

#include <fcntl.h>
#include <unistd.h>

#include <fstream>
#include <string>
#include <system_error>
#include <utility>

namespace quantloupe {

namespace {

namespace fs = std::filesystem;

/// Of a SHA-256; enough to tell a user's generators apart.
constexpr std::size_t kDigits = 32;

fs::path pathOf(const GeneratorInfo &generator)
{
    const fs::path cache = cacheFolder();
    if (cache.empty())
        return {};
    const std::string digits = sha256(generator.sha256 + "/" + generator.network);
    return cache / "sensitivity" / (digits.substr(0, kDigits) + ".jsonl");
}

/// The last line was not written to its end.
bool endsWithin(const fs::path &path)
{
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    if (!file || file.tellg() == std::streampos(0))
        return false;
    file.seekg(-1, std::ios::end);
    return file.get() != '\n';
}

} // namespace

CellFile::CellFile(const GeneratorInfo &generator, Reading reading)
{
    const fs::path path = pathOf(generator);
    if (path.empty())
        return;
    std::error_code failure;
    fs::create_directories(path.parent_path(), failure);
    if (reading == Reading::KnownCells)
        read(path);
    m_descriptor = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (m_descriptor >= 0 && endsWithin(path) && ::write(m_descriptor, "\n", 1) != 1)
        ::close(std::exchange(m_descriptor, -1));
}

CellFile::~CellFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

void CellFile::read(const fs::path &path)
{
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        try {
            SensitivityCell cell = parseCellLine(line);
            const CellKey key = cell.key;
            m_known.insert_or_assign(key, std::move(cell));
        } catch (const Error &) {
            // The rest of a line that a killed program was writing: that cell is measured again.
            continue;
        }
    }
}

std::optional<SensitivityCell> CellFile::find(const CellKey &key) const
{
    const auto found = m_known.find(key);
    return found == m_known.end() ? std::nullopt : std::optional(found->second);
}

void CellFile::append(const SensitivityCell &cell) const
{
    if (m_descriptor < 0)
        return;
    const std::string line = cellLine(cell) + "\n";
    // What could not be kept is measured again some day; the answer itself is not in danger.
    [[maybe_unused]] const auto written = ::write(m_descriptor, line.data(), line.size());
}

} // namespace quantloupe
