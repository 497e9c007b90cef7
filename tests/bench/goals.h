// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdio>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

/// What a bench asks of each of its subjects, and whether it holds.
namespace bench {

enum class Bound { AtLeast, AtMost };

struct Goal
{
    const char *what;
    /// A measured value beyond it misses the goal.
    double limit;
    /// After the number.
    const char *unit;
    Bound bound = Bound::AtLeast;
    /// Of what is printed.
    int figures = 4;

    bool isMet(double value) const
    {
        return bound == Bound::AtLeast ? value >= limit : value <= limit;
    }
    /// What is no number is the worst of all.
    bool isWorse(double value, double than) const
    {
        if (std::isnan(value) || std::isnan(than))
            return std::isnan(value);
        return bound == Bound::AtLeast ? value < than : value > than;
    }
};

/// What is asked of one subject.
struct Demand
{
    std::string subject;
    Goal goal;
};

/// Each goal of each subject.
inline std::vector<Demand> demands(std::span<const std::string> subjects,
                                   std::span<const Goal> goals)
{
    std::vector<Demand> all;
    for (const std::string &subject : subjects)
        for (const Goal &goal : goals)
            all.push_back({subject, goal});
    return all;
}

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
        if (!isFirst && goal.isWorse(*measured, entry->second.value))
            entry->second = {*measured, where};
    }

    /// A line for each of `all`; what was not measured misses its goal. Whether all are met, and
    /// there are any. `kind` is what the subjects are: "generator".
    bool print(const char *kind, std::span<const Demand> all) const
    {
        std::printf("\nGoals: of several measurements of a %s the worst counts\n"
                    "%-26s %-44s %8s   %-24s %s\n",
                    kind, kind, "goal", "at least", "measured", "met");
        int missed = 0;
        for (const Demand &each : all)
            missed += printLine(each.subject, each.goal) ? 0 : 1;
        std::printf("%d of %zu missed\n", missed, all.size());
        return missed == 0 && !all.empty();
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
        std::snprintf(text, sizeof text, "%.*g%s", goal.figures, value, goal.unit);
        return text;
    }

    /// The column says "at least".
    static std::string limitText(const Goal &goal)
    {
        return (goal.bound == Bound::AtMost ? "<=" : "") + valueText(goal.limit, goal);
    }

    bool printLine(const std::string &subject, const Goal &goal) const
    {
        const auto found = m_worst.find({subject, goal.what});
        const bool isMet = found != m_worst.end() && goal.isMet(found->second.value);
        const std::string measured = found == m_worst.end() ? std::string("not measured")
                                                            : valueText(found->second.value, goal) +
                                                                  " (" + found->second.where + ")";
        std::printf("%-26s %-44s %8s   %-24s %s\n", subject.c_str(), goal.what,
                    limitText(goal).c_str(), measured.c_str(), isMet ? "yes" : "NO");
        return isMet;
    }

    /// By subject and goal.
    std::map<std::pair<std::string, std::string>, Measured> m_worst;
};

} // namespace bench
