// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/archive/pickle_reader.h"

#include "model/archive/pickle_machine.h"

namespace quantloupe {

ReadPickle readPickle(std::span<const std::byte> bytes, std::string_view file)
{
    ByteReader input(bytes, file, "its pickle");
    ReadPickle result;
    result.tree = PickleMachine(input).run();
    result.consumed = input.position();
    return result;
}

} // namespace quantloupe
