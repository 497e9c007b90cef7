// SPDX-License-Identifier: GPL-3.0-or-later
#include "plain_test.h"

int main(int argc, char **argv)
{
    return plain_test::runAll(argc, argv);
}
