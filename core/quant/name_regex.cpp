// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/name_regex.h"

#include "base/error.h"

#include <re2/re2.h>

namespace quantloupe {

namespace {

/// For the automaton of one expression; one that needs more is refused.
constexpr std::int64_t kMostBytes = 1 << 16;

re2::RE2::Options options()
{
    re2::RE2::Options options;
    options.set_encoding(re2::RE2::Options::EncodingLatin1);
    options.set_log_errors(false);
    options.set_max_mem(kMostBytes);
    options.set_dot_nl(false);
    return options;
}

} // namespace

NameRegex::NameRegex(const std::string &text)
{
    if (text.size() > kMostLetters)
        throw Error(ErrorKind::BadInput, "The regular expression has more than " +
                                             std::to_string(kMostLetters) +
                                             " letters; write several rules.");
    m_regex = std::make_shared<const re2::RE2>(text, options());
    if (!m_regex->ok())
        throw Error(ErrorKind::BadInput, "The regular expression '" + text + "' cannot be used (" +
                                             m_regex->error() + "); write it as RE2 reads it.");
}

bool NameRegex::matches(std::string_view name) const
{
    return re2::RE2::FullMatch(re2::StringPiece(name.data(), name.size()), *m_regex);
}

} // namespace quantloupe
