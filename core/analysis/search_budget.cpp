// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/config_problem.h"
#include "base/error.h"

#include <array>
#include <charconv>
#include <cmath>

namespace quantloupe {

namespace {

struct Unit
{
    std::string_view text;
    double factor;
};

constexpr std::array kUnits = {Unit{"", 1},
                               Unit{"B", 1},
                               Unit{"kB", 1e3},
                               Unit{"KB", 1e3},
                               Unit{"MB", 1e6},
                               Unit{"GB", 1e9},
                               Unit{"KiB", 1024.0},
                               Unit{"MiB", 1024.0 * 1024},
                               Unit{"GiB", 1024.0 * 1024 * 1024},
                               Unit{"k", 1e3},
                               Unit{"K", 1e3},
                               Unit{"M", 1e6},
                               Unit{"G", 1e9},
                               Unit{"T", 1e12}};

[[noreturn]] void refuse(std::string_view text)
{
    throw Error(ErrorKind::BadInput,
                "A budget is bytes=1MB, bits=4 (on average) or bops=2.5G, one of them, not '" +
                    std::string(text) + "'.");
}

double factorOf(std::string_view unit, SearchCost cost, std::string_view text)
{
    for (const Unit &each : kUnits)
        if (each.text == unit && (cost != SearchCost::Bits || unit.empty()))
            return each.factor;
    refuse(text);
}

} // namespace

SearchBudget parseSearchBudget(std::string_view text)
{
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos)
        refuse(text);
    for (const SearchCost cost : {SearchCost::Bytes, SearchCost::Bits, SearchCost::Bops}) {
        if (text.substr(0, equals) != name(cost))
            continue;
        const std::string_view number = text.substr(equals + 1);
        double amount = 0;
        const auto [end, error] =
            std::from_chars(number.data(), number.data() + number.size(), amount);
        if (error != std::errc() || !std::isfinite(amount) || amount <= 0)
            refuse(text);
        const auto length = static_cast<std::size_t>(end - number.data());
        return {cost, amount * factorOf(number.substr(length), cost, text)};
    }
    refuse(text);
}

} // namespace quantloupe
