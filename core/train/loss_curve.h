// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/adversarial_loop.h"
#include "train/checkpoint.h"

#include <array>
#include <filesystem>

namespace quantloupe {

/// Losses as CSV: one row every `every` steps with the means of those steps, and at the end one for
/// the steps that are left. Each row is written when it is complete, so that a plot can follow.
class LossCurve
{
public:
    static constexpr std::array<const char *, 5> kColumns = {
        "discriminator_loss", "generator_loss", "real_score", "fake_score", "gradient_penalty"};

    LossCurve(std::filesystem::path path, int every) : m_path(std::move(path)), m_every(every) {}

    /// A file with the head alone.
    void start();
    /// Keeps the rows complete after `steps` steps. Dropped are later ones and that of an end in
    /// between: its steps are part of the row in progress again, whose sums come from the facts.
    void resumeAt(std::int64_t steps, const CheckpointFacts &facts);
    /// After `stepsDone` steps.
    void add(const StepLosses &losses, std::int64_t stepsDone);
    /// Writes the row in progress, if one is begun, as that of a training that ends here.
    void finish(std::int64_t stepsDone) const;
    /// The sums of the row in progress.
    void addTo(CheckpointFacts &facts) const;
    /// By column: means of the row in progress, or of the last row where none is begun.
    std::vector<std::pair<std::string, double>> last() const;

private:
    /// Of the row in progress; at least one step is in it.
    double mean(std::size_t column) const;
    void writeRow(std::int64_t step) const;

    std::filesystem::path m_path;
    int m_every = 10;
    std::int64_t m_count = 0;
    std::array<double, kColumns.size()> m_sums{};
    std::array<double, kColumns.size()> m_last{};
};

} // namespace quantloupe
