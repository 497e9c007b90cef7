// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/hidden_command.h"
int main(int argc, char **argv)
{
    if (const auto code = quantloupe::runHiddenCommand(argc, argv))
        return *code;
    return 0;
}
