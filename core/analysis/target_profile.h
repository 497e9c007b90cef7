// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/generator_info.h"
#include "quant/quant_spec.h"

#include <filesystem>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quantloupe {

/// One kind of weight a device computes with; an empty list takes everything.
struct TargetWeights
{
    std::vector<LayerKind> kinds;
    std::vector<WeightMethod> methods;
    std::set<int> bits;
    std::vector<Granularity> granularities;
    std::vector<MappingType> mappings;
};

/// What a device, or the program that runs networks on it, supports.
struct TargetProfile
{
    std::string name;
    std::string description;
    /// A weight is supported if one of these takes it.
    std::vector<TargetWeights> weights;
    /// Layers may stay float.
    bool allowsFloat = true;
    /// Bit-widths of activations, beside float where `allowsFloat`; empty for float only.
    std::set<int> activationBits;
};

/// "kind", "bits" and "method" of what is asked for must all be in one entry of the profile.
bool supports(const TargetProfile &profile, const LayerInfo &layer, const WeightSpec &spec);
bool supports(const TargetProfile &profile, const ActivationSpec &spec);

/// Names of the profiles that come with the program: "int8", "int4-int8", ...
std::span<const std::string_view> builtinTargets();

/// One of those by name, or a file (resources/schema/target.schema.json). Throws Error{Io} where it
/// cannot be read and Error{BadInput} that names `source` and the offending field; fields that are
/// not known are refused, since a misspelled one would allow everything.
TargetProfile readTargetProfile(const std::string &source);
TargetProfile parseTargetProfile(const std::string &text, const std::string &source);

} // namespace quantloupe
