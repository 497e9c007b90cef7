// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "plain_test.h"
TEST(a) {}
