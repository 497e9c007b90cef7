// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace quantloupe {

enum class ErrorKind { BadInput, Unsupported, Io, OutOfMemory, Internal };

/// A failure a user can act on. The message is one sentence that names the file, layer or value and
/// says what to do; `context` holds technical detail for a "Details" box and may be empty.
class Error : public std::runtime_error
{
public:
    Error(ErrorKind kind, const std::string &message, std::string context = {})
        : std::runtime_error(message), m_kind(kind), m_context(std::move(context))
    {
    }
    ErrorKind kind() const { return m_kind; }
    const std::string &context() const { return m_context; }

private:
    ErrorKind m_kind;
    std::string m_context;
};

/// Thrown by RunContext when a stop was requested. Not a std::exception on purpose: a handler for
/// failures must never take a cancellation for one.
class Cancelled
{
};

/// The exception being handled, as an Error; call only inside a catch block. Foreign exceptions
/// (LibTorch, OpenCV, bad_alloc, ...) keep the one line of their text that holds the reason.
/// `doing` names what was going on, for example "opening model.pt". Rethrows Cancelled.
Error translateCurrentException(std::string_view doing);

/// The first line that is not empty, without trailing blanks.
std::string firstLine(std::string_view text);

/// What LibTorch's text of an exception says happened: TorchScript puts its traceback first and the
/// reason, after "RuntimeError: ", last; else the first line. Without a full stop.
std::string reasonLine(std::string_view text);

} // namespace quantloupe
