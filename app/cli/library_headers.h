// SPDX-License-Identifier: GPL-3.0-or-later
// The precompiled header of the command line. Nothing else may rely on it: every file includes what
// it uses.
#pragma once

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <vector>
