// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive_builder.h"
#include "base/random_stream.h"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>

namespace archive_builder {

/// Damages files as transfers and attackers do: flipped and replaced bytes, truncation, removed and
/// repeated pieces, pieces of another file, wrong lengths. A pure function of `index`.
class Mutator
{
public:
    explicit Mutator(std::uint64_t index) : m_random(20240229, quantloupe::StreamRole::Noise, index)
    {
    }

    std::string mutate(std::string file, const std::string &other)
    {
        const std::uint64_t times = 1 + below(4);
        for (std::uint64_t i = 0; i < times && !file.empty(); ++i)
            mutateOnce(file, other);
        return file;
    }

    std::uint64_t below(std::uint64_t count) { return m_random.below(count); }

private:
    void mutateOnce(std::string &file, const std::string &other)
    {
        const std::size_t position = below(file.size());
        switch (below(8)) {
        case 0:
            file[position] = static_cast<char>(file[position] ^ (1 << below(8)));
            break;
        case 1:
            file[position] = static_cast<char>(below(256));
            break;
        case 2:
            file.resize(position);
            break;
        case 3:
            file.erase(position, 1 + below(16));
            break;
        case 4:
            splice(file, position, other);
            break;
        case 5:
            file.insert(position, file.substr(below(file.size()), 1 + below(64)));
            break;
        default:
            writeNumber(file, position);
            break;
        }
    }

    void splice(std::string &file, std::size_t position, const std::string &other)
    {
        const std::string piece = other.substr(below(other.size()), 1 + below(200));
        if (below(2) == 0)
            file.insert(position, piece);
        else
            file.replace(position, piece.size(), piece);
    }

    // Where a length may stand, a number that lengths are often wrong by.
    void writeNumber(std::string &file, std::size_t position)
    {
        const std::uint64_t numbers[] = {0,          1,          0x7f,        0xff,
                                         0xffff,     0x7fffffff, 0xffffffff,  1ULL << 40,
                                         ~0ULL >> 1, ~0ULL,      file.size(), file.size() + 1};
        const std::string number = little(numbers[below(std::size(numbers))], 1 << below(4));
        file.replace(position, number.size(), number);
    }

    quantloupe::RandomStream m_random;
};

} // namespace archive_builder
