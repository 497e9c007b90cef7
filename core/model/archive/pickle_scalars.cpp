// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/archive/pickle_machine.h"

#include <charconv>
#include <utility>

namespace quantloupe {

void PickleMachine::pushInt(std::string_view line)
{
    // Protocol 0 writes True and False as the integers 01 and 00.
    if (line == "00" || line == "01")
        pushScalar(PickleKind::Bool, line == "01" ? 1 : 0);
    else
        pushLong(line);
}

void PickleMachine::pushLong(std::string_view digits)
{
    if (digits.ends_with('L'))
        digits.remove_suffix(1);
    std::int64_t value = 0;
    const char *last = digits.data() + digits.size();
    const auto [end, status] = std::from_chars(digits.data(), last, value);
    if (end != last || status == std::errc::invalid_argument)
        fail("a malformed integer");
    if (status == std::errc::result_out_of_range)
        pushText(PickleKind::BigInt, digits);
    else
        pushInteger(value);
}

void PickleMachine::pushLongBytes(std::uint64_t count)
{
    const std::string_view bytes = m_input.takeText(count);
    if (bytes.size() > sizeof(std::uint64_t)) {
        pushText(PickleKind::BigInt, bytes);
        return;
    }
    std::uint64_t value = !bytes.empty() && (bytes.back() & 0x80) != 0 ? ~std::uint64_t{0} : 0;
    for (std::size_t i = bytes.size(); i-- > 0;)
        value = (value << 8) | static_cast<unsigned char>(bytes[i]);
    pushInteger(static_cast<std::int64_t>(value));
}

bool PickleMachine::runNumber(Opcode op)
{
    switch (op) {
    case Opcode::None:
        pushKind(PickleKind::None);
        return true;
    case Opcode::NewTrue:
    case Opcode::NewFalse:
        pushScalar(PickleKind::Bool, op == Opcode::NewTrue ? 1 : 0);
        return true;
    case Opcode::Int:
        pushInt(m_input.takeLine());
        return true;
    case Opcode::Long:
        pushLong(m_input.takeLine());
        return true;
    case Opcode::BinInt:
        pushInteger(m_input.little<std::int32_t>());
        return true;
    case Opcode::BinInt1:
        pushInteger(m_input.little<std::uint8_t>());
        return true;
    case Opcode::BinInt2:
        pushInteger(m_input.little<std::uint16_t>());
        return true;
    case Opcode::Long1:
        pushLongBytes(m_input.little<std::uint8_t>());
        return true;
    case Opcode::Long4:
        pushLongBytes(m_input.little<std::uint32_t>());
        return true;
    case Opcode::Float:
        m_input.takeLine();
        pushKind(PickleKind::Float);
        return true;
    case Opcode::BinFloat:
        m_input.take(sizeof(double));
        pushKind(PickleKind::Float);
        return true;
    default:
        return false;
    }
}

bool PickleMachine::runText(Opcode op)
{
    const auto quoted = [](std::string_view line) {
        return line.size() < 2 ? line : line.substr(1, line.size() - 2);
    };
    switch (op) {
    case Opcode::String:
        pushText(PickleKind::Text, quoted(m_input.takeLine()));
        return true;
    case Opcode::Unicode:
        pushText(PickleKind::Text, m_input.takeLine());
        return true;
    case Opcode::ShortBinString:
    case Opcode::ShortBinUnicode:
        pushText(PickleKind::Text, m_input.takeText(m_input.little<std::uint8_t>()));
        return true;
    case Opcode::BinString:
    case Opcode::BinUnicode:
        pushText(PickleKind::Text, m_input.takeText(m_input.little<std::uint32_t>()));
        return true;
    case Opcode::BinUnicode8:
        pushText(PickleKind::Text, m_input.takeText(m_input.little<std::uint64_t>()));
        return true;
    case Opcode::ShortBinBytes:
        pushText(PickleKind::Bytes, m_input.takeText(m_input.little<std::uint8_t>()));
        return true;
    case Opcode::BinBytes:
        pushText(PickleKind::Bytes, m_input.takeText(m_input.little<std::uint32_t>()));
        return true;
    case Opcode::BinBytes8:
    case Opcode::ByteArray8:
        pushText(PickleKind::Bytes, m_input.takeText(m_input.little<std::uint64_t>()));
        return true;
    default:
        return false;
    }
}

} // namespace quantloupe
