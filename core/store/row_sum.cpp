// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/row_sum.h"

namespace quantloupe {

bool isAsWritten(const StoreTable &table, const SqliteStatement &row, int first)
{
    if (table.summed == 0)
        return true;
    RowSum sum(table.name);
    for (int column = 0; column < table.summed; ++column)
        sum.add(row.view(first + column));
    return sum.value() == row.integer(first + table.summed);
}

} // namespace quantloupe
