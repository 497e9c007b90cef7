// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/loss_curve.h"

#include "base/error.h"
#include "base/file_io.h"

#include <charconv>
#include <fstream>
#include <sstream>

namespace quantloupe {

namespace {

std::string head()
{
    std::string text = "step";
    for (const char *column : LossCurve::kColumns)
        text += std::string(",") + column;
    return text + "\n";
}

/// The step that starts a row; a number no training reaches for anything else.
std::int64_t stepOf(const std::string &row)
{
    std::int64_t step = 0;
    const auto result = std::from_chars(row.data(), row.data() + row.size(), step);
    return result.ec == std::errc() && result.ptr != row.data() + row.size() && *result.ptr == ','
               ? step
               : std::numeric_limits<std::int64_t>::max();
}

std::string factKey(std::size_t column)
{
    return std::string("curve.") + LossCurve::kColumns.at(column);
}

} // namespace

void LossCurve::start()
{
    writeFileAtomically(m_path, head());
}

void LossCurve::resumeAt(std::int64_t steps, const CheckpointFacts &facts)
{
    m_count = countOf(facts, "curve.count");
    const std::int64_t lastComplete = steps - m_count;
    std::string kept = head();
    std::error_code failure;
    if (std::filesystem::exists(m_path, failure)) {
        std::istringstream rows(readTextFile(m_path));
        for (std::string row; std::getline(rows, row);)
            if (stepOf(row) <= lastComplete)
                kept += row + "\n";
    }
    writeFileAtomically(m_path, kept);
    for (std::size_t i = 0; i < m_sums.size(); ++i) {
        m_sums[i] = numberOf(facts, factKey(i));
        m_last[i] = numberOf(facts, factKey(i) + ".last");
    }
}

void LossCurve::add(const StepLosses &losses, std::int64_t stepsDone)
{
    const std::array<double, kColumns.size()> values = {
        losses.discriminator, losses.generator, losses.realScore, losses.fakeScore, losses.penalty};
    ++m_count;
    for (std::size_t i = 0; i < values.size(); ++i)
        m_sums[i] += values[i];
    if (stepsDone % m_every != 0)
        return;
    writeRow(stepsDone);
    for (std::size_t i = 0; i < values.size(); ++i)
        m_last[i] = mean(i);
    m_count = 0;
    m_sums = {};
}

void LossCurve::finish(std::int64_t stepsDone) const
{
    if (m_count > 0)
        writeRow(stepsDone);
}

double LossCurve::mean(std::size_t column) const
{
    return m_sums[column] / static_cast<double>(m_count);
}

void LossCurve::writeRow(std::int64_t step) const
{
    std::string row = std::to_string(step);
    for (std::size_t i = 0; i < m_sums.size(); ++i)
        row += "," + numberToText(mean(i));
    std::ofstream file(m_path, std::ios::app);
    file << row << '\n';
    file.flush();
    if (!file)
        throw Error(ErrorKind::Io, m_path.string() + " could not be written.");
}

void LossCurve::addTo(CheckpointFacts &facts) const
{
    facts["curve.count"] = std::to_string(m_count);
    for (std::size_t i = 0; i < m_sums.size(); ++i) {
        facts[factKey(i)] = numberToText(m_sums[i]);
        facts[factKey(i) + ".last"] = numberToText(m_last[i]);
    }
}

std::vector<std::pair<std::string, double>> LossCurve::last() const
{
    std::vector<std::pair<std::string, double>> values;
    for (std::size_t i = 0; i < m_last.size(); ++i)
        values.emplace_back(kColumns[i], m_count > 0 ? mean(i) : m_last[i]);
    return values;
}

} // namespace quantloupe
