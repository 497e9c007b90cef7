// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/run_store.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace quantloupe::cli {

/// A value that is not the same again; "absent" where there is none.
struct Difference
{
    /// A JSON pointer into the report, or "cell KEY" or "trial N" with one. Trials count from 1, as
    /// `runs show` has them.
    std::string path;
    std::string stored;
    std::string now;
};

struct Verification
{
    /// Values that were compared.
    std::size_t values = 0;
    /// Configurations a search tried whose values are among them.
    std::size_t trials = 0;
    std::vector<Difference> differences;
};

/// Every value of the stored run beside that of the new one, exactly. Leaves out what cannot be the
/// same: times, versions, and how a run came by its values. Cells and trials of the new run that
/// the stored one did not come to are no difference.
Verification differencesOf(RunStore &stored, RunId run, RunStore &fresh, RunId again);

/// The first of them as a table, or that there is none.
std::string verificationText(const Verification &verification);
/// All of them.
nlohmann::ordered_json differencesJson(const Verification &verification);

} // namespace quantloupe::cli
