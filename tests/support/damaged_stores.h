// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stored_runs.h"

#include "base/file_io.h"
#include "base/hash.h"

#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <sqlite3.h>
#include <string>
#include <utility>
#include <vector>

/// Full stores, and damage to them, made by accident or on purpose.
namespace damaged_stores {

using namespace stored_runs;
namespace fs = std::filesystem;

inline constexpr int kRuns = 6;
inline constexpr int kCells = 150;
inline constexpr int kPageSize = 4096;

using Cells = std::set<std::pair<std::string, std::string>>;

/// Finished runs with cells, reports, notes and a generator.
inline void fill(const fs::path &file)
{
    RunStore store(file);
    for (int i = 0; i < kRuns; ++i) {
        const RunId run = store.beginRun(request("metrics", std::to_string(i)));
        for (int cell = 0; cell < kCells; ++cell)
            store.appendCell(run, std::to_string(i) + cellKey(cell), cellJson(cell + i));
        store.setThumbnail(run, "a", std::vector<std::byte>(3000, std::byte(i)));
        store.finishRun(run, {RunState::Finished, R"({"run":)" + std::to_string(i) + "}",
                              StoredGenerator{std::string(64, 'a'), "faces.pth"}});
        store.setNote(run, "note " + std::to_string(i));
        store.setTags(run, {"tag"});
    }
}

inline Cells cellsOf(RunStore &store)
{
    Cells cells;
    for (const RunSummary &run : store.list())
        for (const StoredCell &cell : store.cells(run.id))
            cells.emplace(cell.key, cell.json);
    return cells;
}

inline std::string contentsOf(const fs::path &file)
{
    return readTextFile(file);
}

inline void overwrite(const fs::path &file, std::size_t offset, const std::string &bytes)
{
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(static_cast<std::streamoff>(offset));
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

inline std::string noise(std::size_t size, std::uint64_t seed)
{
    std::string bytes(size, 0);
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = static_cast<char>(mixHash(seed, i));
    return bytes;
}

/// All that can be read, or the message of the Error that says why not.
inline std::string reading(const fs::path &file, Cells &cells)
{
    return messageOf([&] {
        RunStore store(file, RunStore::Missing::Refuse);
        for (const RunSummary &run : store.list()) {
            store.show(run.id);
            store.trials(run.id);
            store.thumbnail(run.id, "a");
        }
        cells = cellsOf(store);
    });
}

/// Runs SQL on a store as no program of ours would.
inline void execute(const fs::path &file, const std::string &sql)
{
    sqlite3 *handle = nullptr;
    QCOMPARE(sqlite3_open(file.c_str(), &handle), SQLITE_OK);
    char *message = nullptr;
    sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, &message);
    QCOMPARE(QString(message), QString());
    sqlite3_close(handle);
}

/// All that lead to the leaf pages of a table become noise.
inline void overwriteInnerPages(const fs::path &file)
{
    const std::string bytes = contentsOf(file);
    int found = 0;
    for (std::size_t place = kPageSize; place < bytes.size(); place += kPageSize)
        if (bytes[place] == 5) {
            overwrite(file, place, noise(kPageSize, place));
            ++found;
        }
    QVERIFY(found > 0);
}

inline const std::string kIsNoStore =
    " is no run store, or its first page is damaged; choose another file, or save what is intact "
    "by `quantloupe-cli runs recover`.";

inline const std::string kIsDamaged =
    " is damaged; `quantloupe-cli runs recover` saves what is intact into a new file beside it.";

/// A full store, and a new copy of it for each test.
class StoreCopies
{
public:
    void fillOriginal()
    {
        fill(fileIn(m_original));
        QCOMPARE(reading(fileIn(m_original), m_written), std::string());
        QCOMPARE(m_written.size(), std::size_t(kRuns * kCells));
    }

    void renew()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        fs::copy_file(fileIn(m_original), file());
    }

    const QTemporaryDir &folder() const { return *m_folder; }
    fs::path file() const { return fileIn(*m_folder); }
    const Cells &written() const { return m_written; }

private:
    QTemporaryDir m_original;
    std::unique_ptr<QTemporaryDir> m_folder;
    Cells m_written;
};

} // namespace damaged_stores
