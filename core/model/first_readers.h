// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/weight_search.h"

#include <vector>

namespace quantloupe {

/// A layer that an input reaches first, and how it reads it.
struct FirstReader
{
    LayerKind kind = LayerKind::Linear;
    std::int64_t features = 0;
    /// Embeddings: values of one entry.
    std::int64_t width = 0;
    bool asIndex = false;
};

/// Finds the layers that network inputs reach through reshaping and plain arithmetic.
class ReaderSearch
{
public:
    explicit ReaderSearch(const PreparedGraph &prepared) : m_prepared(prepared), m_search(prepared)
    {
    }

    std::vector<FirstReader> readersOf(torch::jit::Value *input);

private:
    void follow(torch::jit::Value *value);
    bool addReader(const torch::jit::Use &use);

    const PreparedGraph &m_prepared;
    WeightSearch m_search;
    std::set<torch::jit::Value *> m_seen;
    std::vector<FirstReader> m_found;
};

} // namespace quantloupe
