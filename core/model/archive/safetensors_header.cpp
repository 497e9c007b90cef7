// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/archive/safetensors_header.h"

#include "model/archive/archive_error.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <tuple>
#include <utility>

namespace quantloupe {

namespace {

using Json = nlohmann::json;

constexpr int kMaximumDepth = 3;
constexpr std::size_t kMaximumRank = 64;
// Each JSON value costs far more memory than its text.
constexpr std::size_t kMaximumValues = 2'000'000;

struct TypeName
{
    DType type;
    std::string_view name;
};

constexpr TypeName kTypeNames[] = {{DType::Float64, "F64"}, {DType::Float32, "F32"},
                                   {DType::Float16, "F16"}, {DType::BFloat16, "BF16"},
                                   {DType::Int64, "I64"},   {DType::Int32, "I32"},
                                   {DType::Int16, "I16"},   {DType::Int8, "I8"},
                                   {DType::UInt8, "U8"},    {DType::Bool, "BOOL"}};

Json parseBounded(std::string_view text, const std::string &file)
{
    std::size_t values = 0;
    const auto check = [&](int depth, Json::parse_event_t, const Json &) {
        if (depth > kMaximumDepth || ++values > kMaximumValues)
            throwBadArchive(file, "has a safetensors header that is nested or long beyond need.");
        return true;
    };
    Json header = Json::parse(text.begin(), text.end(), check, false);
    if (!header.is_object())
        throwBadArchive(file, "has a safetensors header that is no JSON object; it was damaged, "
                              "copy or download it again.");
    return header;
}

class EntryReader
{
public:
    EntryReader(std::string name, const Json &json, const std::string &file)
        : m_name(std::move(name)), m_json(json), m_file(file)
    {
    }

    SafetensorsEntry read() const
    {
        if (!m_json.is_object())
            fail("is malformed");
        SafetensorsEntry entry;
        entry.name = m_name;
        entry.type = type();
        for (const std::uint64_t size : numbers("shape", kMaximumRank))
            entry.shape.push_back(static_cast<std::int64_t>(size));
        const std::vector<std::uint64_t> range = numbers("data_offsets", 2);
        if (range.size() != 2 || range[0] > range[1])
            fail("has a malformed data range");
        entry.begin = range[0];
        entry.end = range[1];
        std::uint64_t bytes = 0;
        const std::int64_t count = checkedElementCount(entry.shape);
        if (count < 0 ||
            __builtin_mul_overflow(static_cast<std::uint64_t>(count), bytesPerElement(entry.type),
                                   &bytes) ||
            bytes != entry.end - entry.begin)
            fail("has a data range that does not fit its shape");
        return entry;
    }

private:
    [[noreturn]] void fail(std::string_view what) const
    {
        throwBadArchive(m_file, "holds a tensor '" + printable(m_name) + "' that " +
                                    std::string(what) +
                                    "; it was damaged, copy or download it again.");
    }

    DType type() const
    {
        const auto found = m_json.find("dtype");
        if (found == m_json.end() || !found->is_string())
            fail("lacks its element type");
        const auto &text = found->get_ref<const std::string &>();
        const std::optional<DType> known = findSafetensorsType(text);
        if (!known)
            throwUnsupportedArchive(m_file, "holds the tensor '" + printable(m_name) +
                                                "' of the type '" + printable(text) +
                                                "'; save it as F32, F16 or BF16.");
        return *known;
    }

    std::vector<std::uint64_t> numbers(const char *key, std::size_t limit) const
    {
        const auto found = m_json.find(key);
        if (found == m_json.end() || !found->is_array() || found->size() > limit)
            fail(std::string("has no proper ") + key);
        std::vector<std::uint64_t> values;
        for (const Json &item : *found) {
            if (!item.is_number_unsigned() || item.get<std::uint64_t>() >> 63 != 0)
                fail(std::string("has no proper ") + key);
            values.push_back(item.get<std::uint64_t>());
        }
        return values;
    }

    std::string m_name;
    const Json &m_json;
    const std::string &m_file;
};

} // namespace

std::string_view safetensorsName(DType type)
{
    const auto *found = std::find_if(std::begin(kTypeNames), std::end(kTypeNames),
                                     [type](const TypeName &entry) { return entry.type == type; });
    return found == std::end(kTypeNames) ? std::string_view() : found->name;
}

std::optional<DType> findSafetensorsType(std::string_view name)
{
    const auto *found = std::find_if(std::begin(kTypeNames), std::end(kTypeNames),
                                     [name](const TypeName &entry) { return entry.name == name; });
    return found == std::end(kTypeNames) ? std::nullopt : std::optional(found->type);
}

std::vector<SafetensorsEntry> parseSafetensorsHeader(std::string_view json, const std::string &file)
{
    const Json header = parseBounded(json, file);
    std::vector<SafetensorsEntry> entries;
    for (const auto &[key, value] : header.items()) {
        if (key != "__metadata__")
            entries.push_back(EntryReader(key, value, file).read());
    }
    std::sort(entries.begin(), entries.end(),
              [](const SafetensorsEntry &a, const SafetensorsEntry &b) {
                  return std::tie(a.begin, a.end, a.name) < std::tie(b.begin, b.end, b.name);
              });
    return entries;
}

std::map<std::string, std::string> parseSafetensorsMetadata(std::string_view json,
                                                            const std::string &file)
{
    const Json header = parseBounded(json, file);
    std::map<std::string, std::string> metadata;
    const auto found = header.find("__metadata__");
    if (found != header.end() && found->is_object())
        for (const auto &[key, value] : found->items())
            if (value.is_string())
                metadata.emplace(key, value.get<std::string>());
    return metadata;
}

} // namespace quantloupe
