// SPDX-License-Identifier: GPL-3.0-or-later
// The precompiled header of tests that see LibTorch. Nothing else may rely on it.
#pragma once

#include "model/torch_headers.h"
#include "test_headers.h"
