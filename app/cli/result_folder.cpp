// SPDX-License-Identifier: GPL-3.0-or-later
#include "result_folder.h"

#include "base/error.h"

#include <string>
#include <system_error>
#include <unistd.h>

namespace quantloupe::cli {

namespace fs = std::filesystem;

namespace {

/// Without the slash that may stand behind a folder's name.
fs::path withoutSlash(const fs::path &path)
{
    return path.has_filename() ? path : path.parent_path();
}

/// Removes itself and what is left in it.
class PartFolder
{
public:
    explicit PartFolder(const fs::path &target)
        : m_path(target.string() + ".part-" + std::to_string(::getpid()))
    {
        fs::create_directories(m_path);
    }
    ~PartFolder()
    {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    PartFolder(const PartFolder &) = delete;
    PartFolder &operator=(const PartFolder &) = delete;

    const fs::path &path() const { return m_path; }

    void moveTo(const fs::path &target) const
    {
        fs::create_directories(target);
        for (const fs::directory_entry &entry : fs::directory_iterator(m_path))
            fs::rename(entry.path(), target / entry.path().filename());
    }

private:
    fs::path m_path;
};

/// What was wrong with a file of the part folder is said of its final place.
Error inTermsOf(const fs::path &target, const fs::path &part, const Error &error)
{
    std::string message = error.what();
    const std::size_t at = message.find(part.string());
    if (at != std::string::npos)
        message.replace(at, part.string().size(), target.string());
    return Error(error.kind(), message, error.context());
}

} // namespace

void writeTogether(const fs::path &wanted, const std::function<void(const fs::path &folder)> &write)
{
    const fs::path target = withoutSlash(wanted);
    std::error_code ignored;
    if (fs::exists(target, ignored) && !fs::is_directory(target, ignored))
        throw Error(ErrorKind::BadInput, target.string() + " is not a folder; name another one.");
    try {
        const PartFolder part(target);
        try {
            write(part.path());
        } catch (const Error &error) {
            throw inTermsOf(target, part.path(), error);
        }
        part.moveTo(target);
    } catch (const fs::filesystem_error &error) {
        throw Error(ErrorKind::Io,
                    target.string() + " could not be written: " + error.code().message() + ".");
    }
}

} // namespace quantloupe::cli
