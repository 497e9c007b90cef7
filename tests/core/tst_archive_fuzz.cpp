// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive_test.h"
#include "file_mutator.h"
#include "model/archive/pickle_reader.h"
#include "model/archive/safetensors_writer.h"
#include "model/archive/zip_archive.h"

#include <QtTest>
#include <algorithm>
#include <ctime>
#include <sys/resource.h>

using namespace quantloupe;
using namespace archive_builder;

namespace {

constexpr int kFilesPerFormat = 40'000;
constexpr double kSecondsPerCall = 1.0;
constexpr std::uint64_t kMegabyte = 1 << 20;
#if defined(__SANITIZE_ADDRESS__)
// The address sanitizer keeps freed memory for a while.
constexpr std::uint64_t kMemoryGrowth = 1024 * kMegabyte;
#else
constexpr std::uint64_t kMemoryGrowth = 256 * kMegabyte;
#endif

// More for a long search, by hand.
int filesPerFormat()
{
    return std::max(kFilesPerFormat, qEnvironmentVariableIntValue("QUANTLOUPE_FUZZ_FILES"));
}

std::uint64_t peakMemory()
{
    struct rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

// The thread's own time: the machine may be busy with other work.
double threadSeconds()
{
    struct timespec time = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

std::vector<Member> membersOf(const std::string &file)
{
    std::vector<Member> members;
    const ZipArchive archive(bytesOf(file), "seed");
    for (const ZipMember &member : archive.members()) {
        const ZipContent content = archive.read(member);
        members.push_back(
            {std::string(member.name),
             {reinterpret_cast<const char *>(content.bytes.data()), content.bytes.size()}});
    }
    return members;
}

std::string pickleOf(const std::string &file)
{
    for (const Member &member : membersOf(file)) {
        if (member.name.ends_with("data.pkl"))
            return member.contents;
    }
    return {};
}

std::string repack(const std::string &file, const std::string &other, bool isDeflated,
                   Mutator &mutator)
{
    std::vector<Member> members = membersOf(file);
    Member &chosen = mutator.below(3) == 0 ? members[mutator.below(members.size())] : members[0];
    chosen.contents = mutator.mutate(chosen.contents, other);
    for (Member &member : members)
        member.isDeflated = isDeflated;
    return zip(members);
}

} // namespace

class TestArchiveFuzz : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void zipStored();
    void zipDeflated();
    void legacy();
    void rawPickle();
    void safetensorsFiles();
    void randomOpcodes();

private:
    struct Outcome
    {
        int succeeded = 0;
        int refused = 0;
        double slowest = 0;
    };
    template <typename Make, typename Read> void fuzz(Make make, Read read);
    template <typename Read> void readOne(const std::string &file, Read read, Outcome &outcome);
};

template <typename Read>
void TestArchiveFuzz::readOne(const std::string &file, Read read, Outcome &outcome)
{
    const double start = threadSeconds();
    try {
        read(file);
        ++outcome.succeeded;
    } catch (const Error &error) {
        ++outcome.refused;
        const ErrorKind kind = error.kind();
        QVERIFY2(kind == ErrorKind::BadInput || kind == ErrorKind::Unsupported ||
                     kind == ErrorKind::Io,
                 error.what());
        QVERIFY2(std::string_view(error.what()).starts_with("fuzzed.pth "), error.what());
    } catch (const std::exception &error) {
        QFAIL(error.what());
    }
    outcome.slowest = std::max(outcome.slowest, threadSeconds() - start);
}

template <typename Make, typename Read> void TestArchiveFuzz::fuzz(Make make, Read read)
{
    const std::uint64_t memory = peakMemory();
    const double start = threadSeconds();
    Outcome outcome;
    const int count = filesPerFormat();
    for (int i = 0; i < count; ++i) {
        Mutator mutator(static_cast<std::uint64_t>(i));
        readOne(make(mutator), read, outcome);
        if (QTest::currentTestFailed())
            return;
    }
    const std::uint64_t growth = peakMemory() - memory;
    qInfo("%d files, %d read, %d refused, %.1f s, slowest %.4f s, peak grew by %.1f MB", count,
          outcome.succeeded, outcome.refused, threadSeconds() - start, outcome.slowest,
          static_cast<double>(growth) / kMegabyte);
    QVERIFY(outcome.slowest < kSecondsPerCall);
    QVERIFY(growth < kMemoryGrowth);
}

namespace {

void readNetworks(const std::string &file)
{
    detectBytesKind(bytesOf(file));
    readStateDictBytes(bytesOf(file), "fuzzed.pth");
}

const std::vector<std::string> &zipSeeds()
{
    static const std::vector<std::string> seeds{
        fixtureContents("zip.pth"), fixtureContents("training.ckpt"), fixtureContents("g_ema.pt"),
        fixtureContents("views.pth"), fixtureContents("zip_protocol4.pth")};
    return seeds;
}

const std::string &pick(const std::vector<std::string> &seeds, Mutator &mutator)
{
    return seeds[mutator.below(seeds.size())];
}

} // namespace

void TestArchiveFuzz::zipStored()
{
    const auto make = [](Mutator &mutator) {
        const std::string &seed = pick(zipSeeds(), mutator);
        const std::string &other = pick(zipSeeds(), mutator);
        return mutator.below(2) == 0 ? mutator.mutate(seed, other)
                                     : repack(seed, pickleOf(other), false, mutator);
    };
    fuzz(make, readNetworks);
}

void TestArchiveFuzz::zipDeflated()
{
    std::vector<std::string> seeds{fixtureContents("deflated.pth")};
    for (const std::string &seed : zipSeeds()) {
        std::vector<Member> members = membersOf(seed);
        for (Member &member : members)
            member.isDeflated = true;
        seeds.push_back(zip(members));
    }
    const auto make = [&seeds](Mutator &mutator) {
        const std::string &seed = pick(seeds, mutator);
        return mutator.below(2) == 0
                   ? mutator.mutate(seed, pick(seeds, mutator))
                   : repack(seed, pickleOf(pick(zipSeeds(), mutator)), true, mutator);
    };
    fuzz(make, readNetworks);
}

void TestArchiveFuzz::legacy()
{
    const std::vector<std::string> seeds{
        fixtureContents("legacy.pth"), fixtureContents("legacy_protocol4.pth"),
        fixtureContents("training_legacy.ckpt"), fixtureContents("views_legacy.pth"),
        fixtureContents("types_legacy.pth")};
    const auto make = [&seeds](Mutator &mutator) {
        const std::string &seed = pick(seeds, mutator);
        return mutator.mutate(seed, pick(seeds, mutator));
    };
    fuzz(make, readNetworks);
}

void TestArchiveFuzz::rawPickle()
{
    std::vector<std::string> seeds{fixtureContents("plain.pkl"),
                                   pickleOf(fixtureContents("module.pth"))};
    for (const std::string &seed : zipSeeds())
        seeds.push_back(pickleOf(seed));
    const auto make = [&seeds](Mutator &mutator) {
        const std::string &seed = pick(seeds, mutator);
        return mutator.mutate(seed, pick(seeds, mutator));
    };
    fuzz(make, [](const std::string &file) { readPickle(bytesOf(file), "fuzzed.pth"); });
    // As a whole file it is refused for what it is or for what it names.
    fuzz(make, readNetworks);
}

void TestArchiveFuzz::safetensorsFiles()
{
    std::vector<std::string> seeds;
    for (const char *name : {"zip.pth", "types.pth", "views.pth", "g_ema.pt"}) {
        const StateDictFile file = readStateDictBytes(bytesOf(fixtureContents(name)), name);
        const std::vector<std::byte> bytes =
            encodeSafetensors(file.networks[0].tensors, {{"format", "pt"}});
        seeds.emplace_back(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    }
    const auto make = [&seeds](Mutator &mutator) {
        const std::string &seed = pick(seeds, mutator);
        std::string file = mutator.mutate(seed, pick(seeds, mutator));
        // Half of them keep a header length that fits, so that the header itself is reached.
        if (mutator.below(2) == 0 && file.size() > 8)
            file.replace(0, 8, seed.substr(0, 8));
        return file;
    };
    fuzz(make, readNetworks);
}

void TestArchiveFuzz::randomOpcodes()
{
    // Programs of valid opcodes reach combinations that no mutation of a real file does.
    const std::vector<std::string> parts{"(",
                                         ".",
                                         "0",
                                         "1",
                                         "2",
                                         "N",
                                         "K\x01",
                                         "J\x02\x01\x01\x01",
                                         "]",
                                         "}",
                                         ")",
                                         "t",
                                         "l",
                                         "d",
                                         "a",
                                         "e",
                                         "s",
                                         "u",
                                         "\x85",
                                         "\x86",
                                         "\x87",
                                         "R",
                                         "b",
                                         "Q",
                                         "q\x01",
                                         "h\x01",
                                         "\x94",
                                         "\x8f",
                                         "\x90",
                                         "\x91",
                                         "\x81",
                                         "\x92",
                                         "o",
                                         text("w"),
                                         text("storage"),
                                         tensor({}),
                                         tensor({}) + "s",
                                         global("collections", "OrderedDict"),
                                         global("torch", "FloatStorage"),
                                         global("torch._utils", "_rebuild_tensor_v2"),
                                         global("torch._tensor", "_rebuild_from_type_v2"),
                                         global("collections", "defaultdict"),
                                         global("argparse", "Namespace"),
                                         numbers({2, 2}),
                                         global("torch._utils", "_rebuild_parameter"),
                                         "\x93",
                                         "}" + text("w") + tensor({}) + "s"};
    const std::string storage(16, '\1');
    const auto make = [&](Mutator &mutator) {
        std::string pickle = "\x80\x02";
        const std::uint64_t count = 1 + mutator.below(60);
        for (std::uint64_t i = 0; i < count; ++i)
            pickle += parts[mutator.below(parts.size())];
        return torchZip(pickle + ".", {storage});
    };
    fuzz(make, readNetworks);
}

QTEST_GUILESS_MAIN(TestArchiveFuzz)
#include "tst_archive_fuzz.moc"
