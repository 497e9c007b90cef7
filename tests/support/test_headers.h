// SPDX-License-Identifier: GPL-3.0-or-later
// The precompiled header of tests that see no LibTorch. Nothing else may rely on it.
#pragma once

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>
