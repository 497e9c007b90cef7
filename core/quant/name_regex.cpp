// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/name_regex.h"

#include "quant/regex_parser.h"

#include <utility>

namespace quantloupe {

/// The steps that can come next; the one behind the last stands for a match.
class NameRegex::Reached
{
public:
    explicit Reached(const std::vector<State> &states)
        : m_states(&states), m_isReached(states.size() + 1)
    {
    }

    /// `first`, and what it leads to without a letter.
    void add(std::size_t first, bool isBegin, bool isEnd)
    {
        m_open.push_back(first);
        while (!m_open.empty()) {
            const std::size_t step = m_open.back();
            m_open.pop_back();
            if (m_isReached[step])
                continue;
            m_isReached[step] = true;
            m_steps.push_back(step);
            if (step < m_states->size())
                follow(step, isBegin, isEnd);
        }
    }

    const std::vector<std::size_t> &steps() const { return m_steps; }
    bool holdsMatch() const { return m_isReached.back(); }
    void clear()
    {
        for (const std::size_t step : m_steps)
            m_isReached[step] = false;
        m_steps.clear();
    }

private:
    void follow(std::size_t step, bool isBegin, bool isEnd)
    {
        const State &state = (*m_states)[step];
        const bool passes = state.kind == State::Kind::Split ||
                            (state.kind == State::Kind::Begin && isBegin) ||
                            (state.kind == State::Kind::End && isEnd);
        if (!passes)
            return;
        m_open.push_back(step + static_cast<std::size_t>(state.next));
        if (state.kind == State::Kind::Split)
            m_open.push_back(step + static_cast<std::size_t>(state.other));
    }

    const std::vector<State> *m_states;
    std::vector<bool> m_isReached;
    std::vector<std::size_t> m_steps;
    std::vector<std::size_t> m_open;
};

NameRegex::NameRegex(const std::string &text) : m_states(parseRegex(text)) {}

bool NameRegex::matches(std::string_view name) const
{
    Reached now(m_states);
    Reached next(m_states);
    now.add(0, true, name.empty());
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto letter = static_cast<unsigned char>(name[i]);
        next.clear();
        for (const std::size_t step : now.steps())
            if (step < m_states.size() && m_states[step].kind == State::Kind::Letter &&
                m_states[step].letters[letter])
                next.add(step + 1, false, i + 1 == name.size());
        std::swap(now, next);
    }
    return now.holdsMatch();
}

} // namespace quantloupe
