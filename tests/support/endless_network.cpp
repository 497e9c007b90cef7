// SPDX-License-Identifier: GPL-3.0-or-later
#include "endless_network.h"

#include "test_networks.h"

namespace test_networks {

void writeEndlessNetwork(const std::filesystem::path &path)
{
    scripted("def forward(self, x: Tensor) -> Tensor:\n"
             "    i = 0\n"
             "    while i >= 0:\n"
             "        i = (i + 1) % 1000\n"
             "    return torch.reshape(torch.matmul(x, torch.t(self.w)), [-1, 3, 16, 16])\n",
             {{"w", weight({768, 10}, 1)}})
        .save(path.string());
}

} // namespace test_networks
