// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

#include <algorithm>
#include <new>

namespace quantloupe {

std::string firstLine(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of(" \r\n"), text.size()));
    text = text.substr(0, text.find('\n'));
    while (!text.empty() && (text.back() == ' ' || text.back() == '\r'))
        text.remove_suffix(1);
    return std::string(text);
}

std::string reasonLine(std::string_view text)
{
    const std::string_view mark = "RuntimeError: ";
    const std::size_t at = text.rfind(mark);
    std::string reason =
        firstLine(at == std::string_view::npos ? text : text.substr(at + mark.size()));
    if (reason.ends_with('.'))
        reason.pop_back();
    return reason;
}

namespace {

// LibTorch reports a failed allocation as a general error; only its text tells.
bool speaksOfMemory(std::string_view text)
{
    return text.find("can't allocate memory") != std::string_view::npos ||
           text.find("not enough memory") != std::string_view::npos ||
           text.find("Insufficient memory") != std::string_view::npos;
}

Error outOfMemory(std::string_view doing, std::string detail)
{
    return Error(ErrorKind::OutOfMemory,
                 "Not enough memory while " + std::string(doing) +
                     "; use fewer samples or a smaller batch.",
                 std::move(detail));
}

} // namespace

Error translateCurrentException(std::string_view doing)
{
    try {
        throw;
    } catch (const Error &error) {
        return error;
    } catch (const Cancelled &) {
        throw;
    } catch (const std::bad_alloc &error) {
        return outOfMemory(doing, error.what());
    } catch (const std::exception &error) {
        if (speaksOfMemory(error.what()))
            return outOfMemory(doing, error.what());
        return Error(ErrorKind::Internal,
                     "Failed while " + std::string(doing) + ": " + reasonLine(error.what()) + ".",
                     error.what());
    } catch (...) {
        return Error(ErrorKind::Internal,
                     "Failed while " + std::string(doing) + " with an error of unknown type.");
    }
}

} // namespace quantloupe
