// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/measurement_state.h"

#include "base/cache_folder.h"
#include "base/error.h"
#include "session/state_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <limits>

namespace quantloupe {

namespace fs = std::filesystem;

namespace {

/// Of all measurements that were never resumed.
constexpr std::uint64_t kMostBytes = std::uint64_t{8} << 30;

std::int64_t signedSize(std::size_t size)
{
    return static_cast<std::int64_t>(size);
}

void appendPart(const std::string &prefix, const SetPart &part, std::vector<StoredTensor> &tensors)
{
    const ImageStack &stack = part.pictures;
    tensors.push_back(stored(prefix + "pictures", DType::UInt8,
                             {signedSize(stack.count), stack.side, stack.side, stack.channels},
                             stack.pixels));
    tensors.push_back(stored(prefix + "features", DType::Float32,
                             {signedSize(part.features.count), signedSize(part.features.dimension)},
                             part.features.values));
    std::vector<double> moments;
    for (const PatchMoments &level : part.moments) {
        moments.insert(moments.end(), level.sums.begin(), level.sums.end());
        moments.insert(moments.end(), level.squares.begin(), level.squares.end());
        moments.push_back(level.count);
    }
    tensors.push_back(stored(prefix + "moments", DType::Float64,
                             {signedSize(part.moments.size()), signedSize(2 * kMostChannels + 1)},
                             moments));
    tensors.push_back(
        stored(prefix + "counts", DType::Int64, {2},
               std::vector<std::int64_t>{signedSize(part.count), signedSize(part.broken)}));
}

SetPart readPart(const std::string &prefix, const StateTensors &reading)
{
    SetPart part;
    const StoredTensor &pictures = reading.tensor(prefix + "pictures");
    part.pictures = {static_cast<int>(pictures.shape.at(1)),
                     static_cast<int>(pictures.shape.at(3)),
                     static_cast<std::size_t>(pictures.shape.at(0)),
                     reading.values<std::uint8_t>(prefix + "pictures"),
                     {}};
    const StoredTensor &features = reading.tensor(prefix + "features");
    part.features = {static_cast<std::size_t>(features.shape.at(0)),
                     static_cast<std::size_t>(features.shape.at(1)),
                     reading.values<float>(prefix + "features")};
    const std::vector<double> moments = reading.values<double>(prefix + "moments");
    for (std::size_t at = 0; at < moments.size(); at += 2 * kMostChannels + 1) {
        PatchMoments &level = part.moments.emplace_back();
        for (std::size_t c = 0; c < kMostChannels; ++c) {
            level.sums[c] = moments[at + c];
            level.squares[c] = moments[at + kMostChannels + c];
        }
        level.count = moments[at + 2 * kMostChannels];
    }
    const std::vector<std::int64_t> counts = reading.values<std::int64_t>(prefix + "counts");
    part.count = static_cast<std::size_t>(counts.at(0));
    part.broken = static_cast<std::size_t>(counts.at(1));
    return part;
}

/// PSNR, SSIM, LPIPS, then signal and error of the output and of each layer; what is absent is no
/// number.
std::vector<double> numbersOf(const PairedSample &sample)
{
    constexpr double kAbsent = std::numeric_limits<double>::quiet_NaN();
    std::vector<double> numbers = {sample.psnr.value_or(kAbsent), sample.ssim.value_or(kAbsent),
                                   sample.lpips.value_or(kAbsent), sample.output.signal,
                                   sample.output.error};
    for (const ErrorEnergy &layer : sample.layers) {
        numbers.push_back(layer.signal);
        numbers.push_back(layer.error);
    }
    return numbers;
}

PairedSample sampleOf(std::span<const double> numbers)
{
    const auto present = [](double value) {
        return value == value ? std::optional(value) : std::nullopt;
    };
    PairedSample sample{present(numbers[0]),
                        present(numbers[1]),
                        present(numbers[2]),
                        {numbers[3], numbers[4]},
                        {}};
    for (std::size_t i = 5; i < numbers.size(); i += 2)
        sample.layers.push_back({numbers[i], numbers[i + 1]});
    return sample;
}

std::vector<fs::path> filesOf(const fs::path &folder, const std::string &prefix)
{
    std::vector<fs::path> files;
    std::error_code failure;
    for (auto entry = fs::directory_iterator(folder, failure);
         !failure && entry != fs::directory_iterator(); entry.increment(failure))
        if (entry->path().filename().string().starts_with(prefix))
            files.push_back(entry->path());
    return files;
}

} // namespace

MeasurementState::MeasurementState(const fs::path &cache, std::string key)
    : m_folder(cache.empty() ? fs::path() : cache / "measurements"), m_key(std::move(key))
{
    trimFolder(m_folder, kMostBytes);
}

MeasurementState::~MeasurementState()
{
    if (m_lock < 0)
        return;
    std::error_code ignored;
    fs::remove(lockFile(), ignored);
    ::close(m_lock);
}

void MeasurementState::claim()
{
    if (m_folder.empty() || m_lock >= 0)
        return;
    std::error_code ignored;
    fs::create_directories(m_folder, ignored);
    const int file = ::open(lockFile().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return;
    // The lock ends with the process, however that ends.
    if (::flock(file, LOCK_EX | LOCK_NB) == 0)
        m_lock = file;
    else
        ::close(file);
}

fs::path MeasurementState::lockFile() const
{
    return m_folder / (m_key + "-lock");
}

fs::path MeasurementState::file(const char *kind, std::size_t index) const
{
    return m_folder.empty() ? fs::path()
                            : m_folder / (m_key + "-" + kind + "-" + std::to_string(index));
}

std::optional<PairPart> MeasurementState::pairs(std::size_t index) const
{
    const std::optional<StateTensors> reading = readStateFile(file("pairs", index));
    if (!reading)
        return {};
    PairPart part{readPart("float.", *reading), readPart("quantized.", *reading), {}};
    const std::vector<double> numbers = reading->values<double>("numbers");
    const auto width = static_cast<std::size_t>(reading->tensor("numbers").shape.at(1));
    for (std::size_t at = 0; at < numbers.size(); at += width)
        part.samples.push_back(sampleOf(std::span(numbers).subspan(at, width)));
    return part;
}

std::optional<SetPart> MeasurementState::reference(std::size_t index) const
{
    const std::optional<StateTensors> reading = readStateFile(file("reference", index));
    return reading ? std::optional(readPart("", *reading)) : std::nullopt;
}

void MeasurementState::keep(std::size_t index, const PairPart &part) const
{
    if (m_lock < 0)
        return;
    std::vector<StoredTensor> tensors;
    appendPart("float.", part.reference, tensors);
    appendPart("quantized.", part.quantized, tensors);
    std::vector<double> numbers;
    for (const PairedSample &sample : part.samples)
        for (const double number : numbersOf(sample))
            numbers.push_back(number);
    const std::size_t width = numbers.size() / part.samples.size();
    tensors.push_back(stored("numbers", DType::Float64,
                             {signedSize(part.samples.size()), signedSize(width)}, numbers));
    writeStateFile(file("pairs", index), tensors);
}

void MeasurementState::keep(std::size_t index, const SetPart &part) const
{
    if (m_lock < 0)
        return;
    std::vector<StoredTensor> tensors;
    appendPart("", part, tensors);
    writeStateFile(file("reference", index), tensors);
}

std::optional<ProjectionPart> MeasurementState::projections(const std::string &sources) const
{
    const std::optional<StateTensors> reading = readStateFile(file("projections", 0));
    if (!reading ||
        reading->values<char>("sources") != std::vector<char>(sources.begin(), sources.end()))
        return {};
    ProjectionPart part;
    part.samples = static_cast<std::size_t>(reading->values<std::int64_t>("samples").at(0));
    const auto pictures = reading->values<std::int64_t>("pictures");
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const std::string prefix = std::to_string(i) + ".";
        part.histograms.push_back({static_cast<std::size_t>(pictures[i]),
                                   reading->values<std::uint32_t>(prefix + "counts"),
                                   reading->values<double>(prefix + "beyond")});
    }
    return part;
}

void MeasurementState::keep(const std::string &sources, const ProjectionPart &part) const
{
    if (m_lock < 0)
        return;
    std::vector<std::int64_t> pictures;
    std::vector<StoredTensor> tensors;
    for (std::size_t i = 0; i < part.histograms.size(); ++i) {
        const SwdHistogramState &state = part.histograms[i];
        const std::string prefix = std::to_string(i) + ".";
        pictures.push_back(signedSize(state.pictures));
        // Unsigned 32-bit integers are no type of the format; the bits are the same.
        tensors.push_back(stored(prefix + "counts", DType::Int32, {signedSize(state.counts.size())},
                                 state.counts));
        tensors.push_back(stored(prefix + "beyond", DType::Float64,
                                 {signedSize(state.beyond.size())}, state.beyond));
    }
    tensors.push_back(stored("pictures", DType::Int64, {signedSize(pictures.size())}, pictures));
    tensors.push_back(
        stored("samples", DType::Int64, {1}, std::vector<std::int64_t>{signedSize(part.samples)}));
    tensors.push_back(stored("sources", DType::UInt8, {signedSize(sources.size())},
                             std::vector<char>(sources.begin(), sources.end())));
    writeStateFile(file("projections", 0), tensors);
}

void MeasurementState::remove() const
{
    if (m_lock < 0)
        return;
    for (const fs::path &path : filesOf(m_folder, m_key)) {
        if (path == lockFile())
            continue;
        std::error_code ignored;
        fs::remove(path, ignored);
    }
}

std::size_t MeasurementState::partsOf(const char *kind) const
{
    std::error_code missing;
    std::size_t parts = 0;
    while (!m_folder.empty() && fs::is_regular_file(file(kind, parts), missing))
        ++parts;
    return parts;
}

std::size_t MeasurementState::pairParts() const
{
    return partsOf("pairs");
}

std::size_t MeasurementState::referenceParts() const
{
    return partsOf("reference");
}

} // namespace quantloupe
