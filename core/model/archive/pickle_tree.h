// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/archive/pickle_globals.h"

#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

namespace quantloupe {

/// The index of a value in its PickleTree. Values may be shared and may contain themselves.
using PickleId = std::uint32_t;

enum class PickleKind : std::uint8_t {
    None,
    Bool,
    Int,
    /// An integer of more than 64 bits; `text` holds its little-endian bytes.
    BigInt,
    Float,
    Text,
    Bytes,
    Tuple,
    List,
    Set,
    /// `items` holds key, value, key, value, ...; later pairs of the same key win.
    Dict,
    /// A name of the closed list; nothing is imported.
    Global,
    /// A persistent id; `items` holds the parts of its tuple.
    Storage,
    /// A call of a tensor-building global; `items` holds its arguments.
    Tensor,
    /// The result of a call of an inert global; its contents are dropped.
    Opaque
};

struct PickleValue
{
    PickleKind kind = PickleKind::None;
    /// Of Global and Tensor.
    KnownGlobal global = {};
    /// Of Bool and Int.
    std::int64_t integer = 0;
    /// Of Text (UTF-8 unless the file is damaged), Bytes and BigInt; a view of the pickle's bytes.
    std::string_view text = {};
    std::vector<PickleId> items = {};
};

/// What a pickle describes, as inert values held by index, so that no depth of nesting can exhaust
/// the call stack. Valid as long as the bytes it was read from.
struct PickleTree
{
    std::deque<PickleValue> values;
    PickleId root = 0;

    const PickleValue &operator[](PickleId id) const { return values[id]; }
};

} // namespace quantloupe
