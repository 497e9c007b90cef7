// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdio>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>

/// What a bench asks of each of its subjects, and whether it holds.
namespace bench {

struct Goal
{
    const char *what;
    /// A measured value below it misses the goal.
    double least;
    /// After the number.
    const char *unit;
};

/// What was measured for the goals of subjects. Of several measurements the worst counts, however
/// many threads or whichever method it was with.
class Verdicts
{
public:
    /// `where` tells the measurements of a subject apart: "T=2". Absent values are not measured.
    void take(const std::string &subject, const Goal &goal, const std::string &where,
              std::optional<double> measured)
    {
        if (!measured)
            return;
        const auto [entry, isFirst] =
            m_worst.try_emplace({subject, goal.what}, Measured{*measured, where});
        // What is no number is the worst of all, and stays so.
        if (!isFirst && (std::isnan(*measured) || *measured < entry->second.value))
            entry->second = {*measured, where};
    }

    /// A line for each goal of each subject; what was not measured misses its goal. Whether all are
    /// met, of at least one subject.
    bool print(std::span<const std::string> subjects, std::span<const Goal> goals) const
    {
        std::printf("\nGoals: of several measurements of a generator the worst counts\n"
                    "%-26s %-44s %8s   %-24s %s\n",
                    "generator", "goal", "at least", "measured", "met");
        int missed = 0;
        for (const std::string &subject : subjects)
            for (const Goal &goal : goals)
                missed += printLine(subject, goal) ? 0 : 1;
        std::printf("%d of %zu missed\n", missed, subjects.size() * goals.size());
        return missed == 0 && !subjects.empty();
    }

private:
    struct Measured
    {
        double value;
        std::string where;
    };

    static std::string valueText(double value, const Goal &goal)
    {
        char text[64];
        std::snprintf(text, sizeof text, "%.4g%s", value, goal.unit);
        return text;
    }

    bool printLine(const std::string &subject, const Goal &goal) const
    {
        const auto found = m_worst.find({subject, goal.what});
        const bool isMet = found != m_worst.end() && found->second.value >= goal.least;
        const std::string measured = found == m_worst.end() ? std::string("not measured")
                                                            : valueText(found->second.value, goal) +
                                                                  " (" + found->second.where + ")";
        std::printf("%-26s %-44s %8s   %-24s %s\n", subject.c_str(), goal.what,
                    valueText(goal.least, goal).c_str(), measured.c_str(), isMet ? "yes" : "NO");
        return isMet;
    }

    /// By subject and goal.
    std::map<std::pair<std::string, std::string>, Measured> m_worst;
};

} // namespace bench
