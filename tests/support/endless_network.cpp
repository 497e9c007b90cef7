// SPDX-License-Identifier: GPL-3.0-or-later
#include "endless_network.h"

#include "test_networks.h"

namespace test_networks {

namespace {

/// `condition` says how long it counts.
void writeCounting(const std::filesystem::path &path, const std::string &condition)
{
    scripted("def forward(self, x: Tensor) -> Tensor:\n"
             "    i = 0\n"
             "    while " +
                 condition +
                 ":\n"
                 "        i = i + 1\n"
                 "    return torch.reshape(torch.matmul(x, torch.t(self.w)), [-1, 3, 16, 16])\n",
             {{"w", weight({768, 10}, 1)}})
        .save(path.string());
}

} // namespace

void writeEndlessNetwork(const std::filesystem::path &path)
{
    writeCounting(path, "i >= 0");
}

void writeSlowNetwork(const std::filesystem::path &path)
{
    writeCounting(path, "i < 2000000");
}

} // namespace test_networks
