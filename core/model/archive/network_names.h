// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/archive/state_dict.h"

#include <string_view>
#include <vector>

namespace quantloupe {

/// What a name such as "g_ema", "netD_A" or "state_dict" says about its network, likeliest
/// generator first.
enum class NetworkRole { EmaGenerator, Generator, Unknown, Other };

NetworkRole networkRole(std::string_view name);

/// Whether a key names an optimizer's, scheduler's or scaler's state.
bool isOptimizerName(std::string_view key);

/// Strips the wrapper prefixes `module.` and `_orig_mod.` that all keys share, splits a flat
/// dictionary of several networks (`generator.x`, `discriminator.y`) by their prefixes, and sorts
/// the networks by role, otherwise keeping their order.
std::vector<StateDict> arrangeNetworks(std::vector<StateDict> networks);

} // namespace quantloupe
