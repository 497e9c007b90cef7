// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hash.h"
#include "store/sqlite_statement.h"
#include "store/store_schema.h"

#include <concepts>

namespace quantloupe {

/// The sum of a row, over its values as text in the order of its columns. Against damage, not
/// against forgers.
class RowSum
{
public:
    explicit RowSum(std::string_view table) { add(table); }
    void add(std::string_view text) { m_sum = mixHash(m_sum, text); }
    void add(const char *text) { add(std::string_view(text)); }
    void add(std::integral auto number) { add(std::to_string(number)); }
    void add(std::span<const std::byte> bytes)
    {
        add(std::string_view(reinterpret_cast<const char *>(bytes.data()), bytes.size()));
    }
    std::int64_t value() const { return static_cast<std::int64_t>(m_sum); }

private:
    std::uint64_t m_sum = 0;
};

template <typename... Values> std::int64_t rowSum(std::string_view table, const Values &...values)
{
    RowSum sum(table);
    (sum.add(values), ...);
    return sum.value();
}

/// Whether a row of all columns of `table`, the first of them at `first`, is as it was written.
bool isAsWritten(const StoreTable &table, const SqliteStatement &row, int first);

} // namespace quantloupe
