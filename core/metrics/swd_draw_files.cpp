// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/swd_draw_files.h"

#include "base/error.h"
#include "model/archive/safetensors.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>

namespace quantloupe {

namespace {

constexpr double kLengthTolerance = 1e-3;

/// The tensors of one file whose names start alike.
class DrawFile
{
public:
    explicit DrawFile(const std::string &source)
    {
        const std::string ending = ".safetensors:";
        const std::size_t at = source.rfind(ending);
        m_path = at == std::string::npos ? source : source.substr(0, at + ending.size() - 1);
        if (at != std::string::npos)
            m_prefix = source.substr(at + ending.size()) + ".";
        for (StoredTensor &tensor : readSafetensors(m_path))
            m_tensors.emplace(tensor.name, std::move(tensor));
    }

    std::string nameOf(std::size_t level, const std::string &what) const
    {
        return m_prefix + "level" + std::to_string(level) + "." + what;
    }
    bool holds(const std::string &name) const { return m_tensors.contains(name); }
    const StoredTensor &tensor(const std::string &name) const
    {
        const auto found = m_tensors.find(name);
        if (found == m_tensors.end())
            refuse("holds no tensor '" + name + "'; it is needed to fix the draws.");
        return found->second;
    }
    [[noreturn]] void refuse(const std::string &what) const
    {
        throw Error(ErrorKind::BadInput, m_path + " " + what);
    }

private:
    std::string m_path;
    std::string m_prefix;
    std::map<std::string, StoredTensor> m_tensors;
};

std::vector<std::int16_t> coordinates(const DrawFile &file, const std::string &name)
{
    const StoredTensor &tensor = file.tensor(name);
    if (tensor.type != DType::Int16 || tensor.shape.size() != 1)
        file.refuse("holds '" + name + "' in another form than a list of int16.");
    std::vector<std::int16_t> values(tensor.bytes.size() / sizeof(std::int16_t));
    std::memcpy(values.data(), tensor.bytes.data(), tensor.bytes.size());
    return values;
}

std::vector<PatchCenter> centersOf(const DrawFile &file, std::size_t level, const std::string &set)
{
    const std::vector<std::int16_t> x = coordinates(file, file.nameOf(level, set + ".center_x"));
    const std::vector<std::int16_t> y = coordinates(file, file.nameOf(level, set + ".center_y"));
    if (x.size() != y.size())
        file.refuse("holds lists of different length for " + file.nameOf(level, set) + ".");
    std::vector<PatchCenter> centers;
    for (std::size_t i = 0; i < x.size(); ++i)
        centers.push_back({x[i], y[i]});
    return centers;
}

void requireUnitLengths(const DrawFile &file, const std::string &name,
                        const SwdDirections &directions)
{
    for (std::size_t i = 0; i < directions.count(); ++i) {
        double squares = 0;
        for (std::size_t c = 0; c < directions.components; ++c)
            squares += std::pow(directions.values[i * directions.components + c], 2);
        // Written so that NaN is refused too.
        if (!(std::fabs(std::sqrt(squares) - 1) <= kLengthTolerance))
            file.refuse("holds a direction in '" + name +
                        "' that has not length 1; divide each by "
                        "its length.");
    }
}

SwdDirections directionsOf(const DrawFile &file, const std::string &name)
{
    const StoredTensor &tensor = file.tensor(name);
    const std::size_t dimensions = tensor.shape.size();
    if (tensor.type != DType::Float32 || (dimensions != 2 && dimensions != 3) ||
        tensor.elementCount() == 0)
        file.refuse("holds '" + name +
                    "' in another form than float32, repeats x components x "
                    "directions.");
    const std::vector<float> values = tensor.toFloat();
    SwdDirections result;
    result.components = static_cast<std::size_t>(tensor.shape[dimensions - 2]);
    const auto columns = static_cast<std::size_t>(tensor.shape[dimensions - 1]);
    const std::size_t repeat = result.components * columns;
    for (std::size_t first = 0; first < values.size(); first += repeat)
        for (std::size_t column = 0; column < columns; ++column)
            for (std::size_t c = 0; c < result.components; ++c)
                result.values.push_back(values[first + c * columns + column]);
    requireUnitLengths(file, name, result);
    return result;
}

} // namespace

std::vector<SwdCenters> readSwdCenters(const std::string &source)
{
    const DrawFile file(source);
    std::vector<SwdCenters> levels;
    do {
        levels.push_back(
            {centersOf(file, levels.size(), "a"), centersOf(file, levels.size(), "b")});
    } while (file.holds(file.nameOf(levels.size(), "a.center_x")));
    return levels;
}

std::vector<SwdDirections> readSwdDirections(const std::string &source)
{
    const DrawFile file(source);
    std::vector<SwdDirections> levels;
    do {
        levels.push_back(directionsOf(file, file.nameOf(levels.size(), "directions")));
    } while (file.holds(file.nameOf(levels.size(), "directions")));
    return levels;
}

} // namespace quantloupe
