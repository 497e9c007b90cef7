// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "plain_test.h"

#include <cstdlib>

int main(int argc, char **argv)
{
    // What earlier programs remembered in the user's cache is none of a test's business.
    ::setenv("XDG_CACHE_HOME", command::emptyFolder().c_str(), 1);
    return plain_test::runAll(argc, argv);
}
