// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network_source.h"

#include "base/file_io.h"
#include "model/architecture_error.h"
#include "model/archive/state_dict.h"
#include "model/module_binding.h"
#include "model/reading.h"
#include "model/torchscript_file.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

namespace quantloupe {

namespace {

NetworkSource readTorchScript(const LoadOptions &options)
{
    if (!options.architectureFile.empty())
        throw Error(ErrorKind::BadInput,
                    options.path + " is TorchScript and holds its own architecture; leave "
                                   "--architecture out.");
    NetworkSource source;
    LoadedModule loaded = loadTorchScript(options.path);
    source.module = loaded.module;
    source.storedBytesPerWeight = loaded.storedBytesPerWeight;
    source.format = "TorchScript";
    source.architecture = "TorchScript";
    for (const auto &parameter : loaded.module.named_parameters()) {
        source.elements += parameter.value.numel();
        if (!at::isfinite(parameter.value).all().item<bool>())
            source.warnings.push_back("The weights of " + parameter.name +
                                      " hold values that are not finite.");
    }
    for (const auto &buffer : loaded.module.named_buffers())
        if (buffer.value.is_floating_point())
            source.bufferElements += buffer.value.numel();
    source.elements += source.bufferElements;
    return source;
}

const StateDict &chosenNetwork(const StateDictFile &file, const LoadOptions &options)
{
    if (options.network.empty())
        return file.networks.front();
    const auto found =
        std::find_if(file.networks.begin(), file.networks.end(),
                     [&](const StateDict &dict) { return dict.name == options.network; });
    if (found != file.networks.end())
        return *found;
    std::string names;
    for (const StateDict &dict : file.networks)
        names += (names.empty() ? "" : ", ") + dict.name;
    throw Error(ErrorKind::BadInput, options.path + " holds no network '" + options.network +
                                         "'; it holds " + names + ".");
}

void warnOfNonFinite(const StateDict &dict, NetworkSource &source)
{
    for (const StoredTensor &tensor : dict.tensors) {
        if (!isFloatingPoint(tensor.type))
            continue;
        const std::vector<float> values = tensor.toFloat();
        if (!std::all_of(values.begin(), values.end(), [](float v) { return std::isfinite(v); }))
            source.warnings.push_back("The weights of " + tensor.name +
                                      " hold values that are not finite.");
    }
}

/// The reading the user named, or the likeliest; noted as an assumption where there are several.
Architecture chooseReading(std::vector<Architecture> readings, const LoadOptions &options)
{
    const auto choice = options.assumptions.find("architecture.reading");
    std::vector<std::string> names;
    for (const Architecture &reading : readings)
        names.push_back(reading.summary);
    std::size_t index = 0;
    if (choice != options.assumptions.end()) {
        const auto found = std::find_if(names.begin(), names.end(), [&](const std::string &name) {
            return name == choice->second || name.ends_with(choice->second);
        });
        if (found == names.end()) {
            std::string list;
            for (const std::string &name : names)
                list += (list.empty() ? "" : "; ") + name;
            throw Error(ErrorKind::BadInput, "The assumption architecture.reading cannot be '" +
                                                 choice->second + "'; choose one of: " + list +
                                                 ".");
        }
        index = static_cast<std::size_t>(found - names.begin());
    }
    Architecture reading = std::move(readings[index]);
    if (names.size() > 1)
        reading.assumptions.insert(
            reading.assumptions.begin(),
            {"architecture.reading", names[index], names,
             "The tensors fit several networks; the one with the commonest strides was taken.",
             choice != options.assumptions.end()});
    return reading;
}

Architecture architectureFor(const StateDict &dict, const LoadOptions &options)
{
    if (!options.architectureFile.empty())
        return readArchitecture(options.architectureFile);
    try {
        return chooseReading(readingsOf(dict, options.assumptions), options);
    } catch (const Error &error) {
        if (error.kind() != ErrorKind::Unsupported)
            throw;
        throw ArchitectureError(
            {ArchitectureFault::Unknown, {}},
            options.path + " fits no generator architecture this program knows (" + error.what() +
                "); describe it in an architecture file (--architecture FILE) or export the "
                "network as TorchScript.");
    }
}

NetworkSource readStateDict(const LoadOptions &options)
{
    const StateDictFile file = readStateDictFile(options.path);
    const StateDict &dict = chosenNetwork(file, options);
    const Architecture architecture = architectureFor(dict, options);
    NetworkSource source;
    source.module = bindArchitecture(architecture, dict);
    source.format = file.format;
    source.architecture = architecture.name;
    source.architectureFile = toJson(architecture);
    source.network = dict.name;
    for (const StateDict &network : file.networks)
        source.networks.push_back(network.name);
    source.assumptions = architecture.assumptions;
    source.warnings = file.notes;
    source.hints = {architecture.inputShape, architecture.inputKind};
    if (!options.architectureFile.empty())
        source.distribution = architecture.distribution;
    source.outputRange = architecture.outputRange;
    warnOfNonFinite(dict, source);
    const std::vector<std::string> unused = unusedKeys(architecture, dict);
    if (!unused.empty())
        source.warnings.push_back(unused.size() == 1
                                      ? "The file's tensor " + unused.front() + " is not used."
                                      : std::to_string(unused.size()) +
                                            " tensors of the file are not used, " + unused.front() +
                                            " the first of them.");
    for (const std::string &key : keysOf(architecture.source))
        if (const StoredTensor *tensor = dict.find(key)) {
            source.elements += tensor->elementCount();
            if (isBuffer(key, dict))
                source.bufferElements += tensor->elementCount();
            source.storedBytesPerWeight = static_cast<int>(bytesPerElement(tensor->type));
        }
    return source;
}

} // namespace

NetworkSource readNetwork(const LoadOptions &options)
{
    requireReadableFile(options.path);
    return detectFileKind(options.path) == FileKind::TorchScript ? readTorchScript(options)
                                                                 : readStateDict(options);
}

} // namespace quantloupe
