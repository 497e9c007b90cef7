// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "quant/quant_spec.h"

namespace quantloupe {

/// What is wrong with a setting.
enum class SpecFault {
    FloatBits,
    MethodBits,
    WeightBits,
    Mapping,
    ActivationBits,
    Percentile,
    Averaging
};

/// A setting that no layer can have; BadInput. The parts let a window say it in its own words.
class SpecError : public Error
{
public:
    SpecError(SpecFault fault, const std::string &message, WeightMethod method = {}, int bits = 0)
        : Error(ErrorKind::BadInput, message), m_fault(fault), m_method(method), m_bits(bits)
    {
    }
    SpecFault fault() const { return m_fault; }
    /// Of MethodBits and Mapping.
    WeightMethod method() const { return m_method; }
    /// What was asked for, of the faults about bits.
    int bits() const { return m_bits; }

private:
    SpecFault m_fault;
    WeightMethod m_method;
    int m_bits;
};

} // namespace quantloupe
