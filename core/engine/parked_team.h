// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <thread>

namespace quantloupe {

/// Sleeping threads that keep LibTorch's OpenMP from waiting actively.
///
/// At the end of a parallel loop libgomp's threads spin for up to a millisecond before they sleep
/// (GOMP_SPINCOUNT). On cores that other work shares, each spin holds up the very thread it waits
/// for: two threads then run a DCGAN 25 times slower than one. libgomp spins 3000 times shorter
/// while it manages more threads than there are cores, so one team of that size is started and
/// left asleep for as long as this object lives. A user's OMP_WAIT_POLICY or GOMP_SPINCOUNT counts
/// as before. With another OpenMP library nothing changes.
class ParkedTeam
{
public:
    ParkedTeam();

private:
    std::jthread m_owner;
};

} // namespace quantloupe
