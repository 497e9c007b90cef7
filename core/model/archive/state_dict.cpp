// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/archive/state_dict.h"

#include "model/archive/byte_reader.h"
#include "model/archive/legacy_state_dict.h"
#include "model/archive/mapped_file.h"
#include "model/archive/network_names.h"
#include "model/archive/packed_format.h"
#include "model/archive/pickle_reader.h"
#include "model/archive/safetensors.h"
#include "model/archive/state_dict_bytes.h"
#include "model/archive/zip_state_dict.h"

#include <algorithm>
#include <utility>

namespace quantloupe {

namespace {

bool isZip(std::span<const std::byte> bytes)
{
    const std::string_view text = textOf(bytes);
    return text.starts_with("PK\x03\x04") || text.starts_with("PK\x05\x06");
}

// A pickle that torch.save did not write. Protocols 0 and 1 have no mark of their own: they start
// with a container or a global and end with STOP.
bool isPlainPickle(std::span<const std::byte> bytes)
{
    const std::string_view text = textOf(bytes);
    if (text.size() < 2)
        return false;
    if (text[0] == '\x80')
        return text[1] >= 0 && text[1] <= 5;
    return text.back() == '.' && std::string_view("(]}cli").find(text[0]) != std::string_view::npos;
}

[[noreturn]] void refusePlainPickle(std::span<const std::byte> bytes, const std::string &file)
{
    // Reading it finds the global that tells what the file is.
    readPickle(bytes, file);
    throwBadArchive(file, "is a Python pickle without PyTorch's weights; save the network with "
                          "torch.save(model.state_dict(), ...).");
}

StateDictFile readZip(std::span<const std::byte> bytes, const std::string &file)
{
    const ZipArchive archive(bytes, file);
    if (isTorchScript(archive))
        throwBadArchive(file, "is a TorchScript program, not a file of weights alone; open it as a "
                              "TorchScript generator.");
    return readZipStateDict(archive, file);
}

StateDictFile readSafetensorsNetworks(std::span<const std::byte> bytes, const std::string &file)
{
    if (isPackedGenerator(bytes, file))
        throwBadArchive(file, "is a packed generator, exported to be deployed; open the generator "
                              "it was made from, and take this file as its configuration.");
    StateDict all{.name = {}, .tensors = readSafetensors(bytes, file)};
    if (all.tensors.empty())
        throwBadArchive(file, "holds no tensors.");
    StateDictFile result;
    result.format = "safetensors";
    std::vector<StateDict> networks;
    networks.push_back(std::move(all));
    result.networks = arrangeNetworks(std::move(networks));
    return result;
}

} // namespace

const StoredTensor *StateDict::find(std::string_view key) const
{
    const auto found = std::find_if(tensors.begin(), tensors.end(),
                                    [key](const StoredTensor &t) { return t.name == key; });
    return found == tensors.end() ? nullptr : &*found;
}

FileKind detectBytesKind(std::span<const std::byte> bytes)
{
    if (isZip(bytes)) {
        try {
            const ZipArchive archive(bytes, {});
            if (isTorchScript(archive))
                return FileKind::TorchScript;
            return torchRoot(archive) ? FileKind::ZipStateDict : FileKind::Unknown;
        } catch (const Error &) {
            return FileKind::Unknown;
        }
    }
    if (hasLegacyMagic(bytes))
        return FileKind::LegacyStateDict;
    // The length that starts a safetensors file may look like a pickle's first bytes.
    if (looksLikeSafetensors(bytes))
        return FileKind::Safetensors;
    return isPlainPickle(bytes) ? FileKind::LiveObjects : FileKind::Unknown;
}

StateDictFile readStateDictBytes(std::span<const std::byte> bytes, const std::string &file)
{
    if (bytes.empty())
        throwBadArchive(file, "is empty; copy or download it again.");
    if (isZip(bytes))
        return readZip(bytes, file);
    if (hasLegacyMagic(bytes))
        return readLegacyStateDict(bytes, file);
    if (isTar(bytes))
        throwUnsupportedArchive(file, "is a tar archive, as PyTorch before 0.2 wrote; load it in "
                                      "PyTorch and save it again with torch.save.");
    if (looksLikeSafetensors(bytes))
        return readSafetensorsNetworks(bytes, file);
    if (isPlainPickle(bytes))
        refusePlainPickle(bytes, file);
    throwBadArchive(file, "is neither a TorchScript, PyTorch nor safetensors file.");
}

FileKind detectFileKind(const std::filesystem::path &path)
{
    return detectBytesKind(MappedFile(path).bytes());
}

StateDictFile readStateDictFile(const std::filesystem::path &path)
{
    return readStateDictBytes(MappedFile(path).bytes(), path.string());
}

} // namespace quantloupe
