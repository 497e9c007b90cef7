// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compare_report.h"
#include "model/generator_info.h"

#include <string>
#include <vector>

namespace quantloupe::cli {

/// Rows of text with aligned columns; a column whose cells all look like numbers is right-aligned.
class Table
{
public:
    explicit Table(std::vector<std::string> header) : m_rows{std::move(header)} {}
    void add(std::vector<std::string> row) { m_rows.push_back(std::move(row)); }
    /// But for its header.
    bool isEmpty() const { return m_rows.size() == 1; }
    std::string text() const;

private:
    std::vector<std::vector<std::string>> m_rows;
};

/// "1.46 MB" (powers of 1000).
std::string byteText(std::int64_t bytes);
/// "1.9 G" for counts.
std::string countText(double count);
/// "27.4", or "-" where there is none.
std::string numberText(const std::optional<double> &value, int digits);
/// "0.0123": four significant digits.
std::string shortNumber(double value);
/// "12.3 %" of a share 0..1, or "-".
std::string percentText(const std::optional<double> &share, int digits);

std::string inspectText(const GeneratorInfo &info);
std::string compareText(const CompareReport &report);
/// What the corrections bought, layer by layer; ends in an empty line.
std::string correctionText(const CorrectionReport &report);

} // namespace quantloupe::cli
