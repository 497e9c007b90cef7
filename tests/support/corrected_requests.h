// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session_requests.h"

#include <initializer_list>

/// Requests with corrections.
namespace session_requests {

inline CorrectionChoice everywhere(std::initializer_list<Correction> corrections)
{
    CorrectionChoice choice;
    for (const Correction each : corrections)
        choice.setEverywhere(each, true);
    return choice;
}

} // namespace session_requests
