// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite_error.h"

#include "base/error.h"

#include <cerrno>
#include <cstring>
#include <sqlite3.h>

namespace quantloupe {

void throwNoStore(const std::filesystem::path &file)
{
    throw Error(ErrorKind::BadInput, file.string() + " is no run store; choose another file.");
}

void throwDamagedStore(const std::filesystem::path &file, const std::string &detail)
{
    throw Error(ErrorKind::BadInput,
                file.string() + " is damaged; `quantloupe-cli runs recover` saves what is intact "
                                "into a new file beside it.",
                detail);
}

bool meansDamage(int code)
{
    const int kind = code & 0xff;
    return kind == SQLITE_CORRUPT || kind == SQLITE_MISMATCH || kind == SQLITE_NOTADB ||
           kind == SQLITE_TOOBIG;
}

void throwSqliteError(const std::filesystem::path &file, int code, const std::string &detail)
{
    const std::string name = file.string();
    switch (code & 0xff) {
    case SQLITE_NOTADB:
        throw Error(ErrorKind::BadInput,
                    name + " is no run store, or its first page is damaged; choose another file, "
                           "or save what is intact by `quantloupe-cli runs recover`.",
                    detail);
    case SQLITE_CORRUPT:
    case SQLITE_MISMATCH:
        throwDamagedStore(file, detail);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        throw Error(ErrorKind::Io,
                    name + " is in use by another program; try again when that is done.", detail);
    case SQLITE_FULL:
        throw Error(ErrorKind::Io, name + " could not be written: " + std::strerror(ENOSPC) + ".",
                    detail);
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN:
        throw Error(ErrorKind::Io,
                    name + " cannot be written; check that you may write it and its folder.",
                    detail);
    case SQLITE_IOERR:
        throw Error(ErrorKind::Io, name + " could not be read or written: " + detail + ".");
    case SQLITE_NOMEM:
        throw Error(ErrorKind::OutOfMemory,
                    "There is not enough memory to read " + name + "; close other programs.",
                    detail);
    case SQLITE_TOOBIG:
        throw Error(ErrorKind::BadInput,
                    "A text or picture of " + name +
                        " is larger than 64 MiB, the most that a run store holds.",
                    detail);
    default:
        throw Error(ErrorKind::Internal, "The run store " + name + " failed: " + detail + ".");
    }
}

} // namespace quantloupe
