// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/input_inference.h"

#include <string>

namespace quantloupe {

/// Tries inputs on a network and remembers what came out instead of a picture.
class NetworkProbe
{
public:
    explicit NetworkProbe(const PreparedGraph &prepared) : m_prepared(prepared) {}

    /// Runs the network on the inputs as they are described, in batches of 2 and 1, then of other
    /// sizes if those are refused. On success the example, batch, picture and output are filled in.
    bool findBatch(InferredInputs &inferred);

    /// Throws Error{BadInput} that says what came out, or that nothing did.
    [[noreturn]] void fail() const;

private:
    bool accepts(InferredInputs &inferred, std::int64_t batch);

    const PreparedGraph &m_prepared;
    std::string m_instead;
    std::string m_failure;
    /// The last attempt ended in an exception: another batch size may do.
    bool m_threw = false;
};

} // namespace quantloupe
