// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "data/image_stack.h"
#include "metrics/random_draw.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quantloupe {

/// The readable pictures of a set one after the other, prepared, with memory for those asked for
/// only: in the set's order, or in one that a seed draws.
class ReferencePictures
{
public:
    /// The preparation's side must not be 0; its count is left aside. Pictures become coloured
    /// where `channels` is 3. Without a seed the order is the set's.
    ReferencePictures(ImageSetPtr set, const ImagePreparation &preparation, int channels,
                      std::optional<std::uint64_t> seed = {});

    /// The next `count` pictures, or as many as there are.
    std::vector<Image> next(std::size_t count, const RunContext &context);
    /// Starts again at the first one.
    void rewind();
    /// The pictures so far are another kind than asked for: coloured ones among them instead of
    /// grey ones, or grey ones throughout instead of coloured ones.
    bool isOtherKind() const { return m_hasPictures && m_hasColours != (m_channels > 1); }
    /// One sentence for each picture that could not be read since the start.
    const std::vector<std::string> &skipped() const { return m_skipped; }

private:
    std::size_t nextIndex();

    ImageSetPtr m_set;
    ImagePreparation m_preparation;
    int m_channels;
    std::optional<std::uint64_t> m_seed;
    std::optional<RandomDraw> m_draw;
    std::size_t m_taken = 0;
    bool m_hasColours = false;
    bool m_hasPictures = false;
    std::vector<std::string> m_skipped;
};

} // namespace quantloupe
