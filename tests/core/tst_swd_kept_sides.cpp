// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "base/file_io.h"
#include "metrics/laplacian_pyramid.h"
#include "metrics/swd.h"
#include "metrics/swd_kept_sides.h"
#include "metrics/swd_side_file.h"
#include "noise_stack.h"

#include <set>

using namespace quantloupe;

namespace fs = std::filesystem;

namespace {

SwdRequest requestWith(const fs::path &folder, std::uint64_t seed = 3)
{
    SwdRequest request;
    request.seed = seed;
    request.directions = 40;
    request.keptSides = folder;
    return request;
}

double distance(const ImageStack &a, const ImageStack &b, const SwdRequest &request)
{
    return swd(a, b, request, RunContext()).value;
}

std::set<fs::path> filesIn(const fs::path &folder)
{
    std::set<fs::path> files;
    for (const auto &entry : fs::directory_iterator(folder))
        files.insert(entry.path());
    return files;
}

std::vector<std::byte> contents(const fs::path &file)
{
    return readFile(file, std::uint64_t{1} << 30);
}

} // namespace

/// What SWD keeps of the second set.
class TestSwdKeptSides : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { fs::remove_all(folder()); }
    void numbersStayTheSame();
    void theSecondSetIsNotProjectedAgain();
    void otherDrawsAndPicturesHaveOtherFiles();
    void damagedFilesAreMadeAnew_data();
    void damagedFilesAreMadeAnew();
    void whatCannotBeKept();

private:
    fs::path folder() const { return fs::path(m_folder.path().toStdString()) / "sides"; }

    QTemporaryDir m_folder;
    const ImageStack m_a = noise_stack::make({32, 3, 30, 0, 9}, 1);
    const ImageStack m_other = noise_stack::make({32, 3, 30, 0, 5}, 4);
    const ImageStack m_b = noise_stack::make({32, 3, 30, 0, 2}, 2);
};

void TestSwdKeptSides::numbersStayTheSame()
{
    const double a = distance(m_a, m_b, requestWith({}));
    const double other = distance(m_other, m_b, requestWith({}));
    SwdRequest request = requestWith(folder());
    QCOMPARE(distance(m_a, m_b, request), a);
    const std::set<fs::path> kept = filesIn(folder());
    QCOMPARE(kept.size(), pyramidSides(32).size());
    QCOMPARE(distance(m_a, m_b, request), a);
    // However the blocks and threads fall.
    request.threads = 3;
    request.projectionBytes = 1;
    QCOMPARE(distance(m_other, m_b, request), other);
    QVERIFY(filesIn(folder()) == kept);
}

/// Other values in its files are believed.
void TestSwdKeptSides::theSecondSetIsNotProjectedAgain()
{
    const SwdRequest request = requestWith(folder());
    const double value = distance(m_a, m_b, request);
    const SwdSideShape shape{40, 30 * 128};
    for (const fs::path &file : filesIn(folder())) {
        SwdSideWriter writer(file, shape);
        writer.add(std::vector<float>(shape.directions * shape.patches, 100.0F));
        writer.finish();
    }
    // Normalized patches are nowhere near 100.
    QVERIFY(value < 1000);
    QVERIFY(distance(m_a, m_b, request) > 50000);
}

void TestSwdKeptSides::otherDrawsAndPicturesHaveOtherFiles()
{
    const std::size_t levels = pyramidSides(32).size();
    distance(m_a, m_b, requestWith(folder()));
    distance(m_a, m_b, requestWith(folder(), 4));
    QCOMPARE(filesIn(folder()).size(), 2 * levels);
    ImageStack changed = m_b;
    changed.pixels.back() ^= 1;
    distance(m_a, changed, requestWith(folder()));
    QCOMPARE(filesIn(folder()).size(), 3 * levels);
    SwdRequest fewer = requestWith(folder());
    fewer.patches = 64;
    distance(m_a, m_b, fewer);
    QCOMPARE(filesIn(folder()).size(), 4 * levels);
}

void TestSwdKeptSides::damagedFilesAreMadeAnew_data()
{
    QTest::addColumn<int>("place");
    QTest::newRow("first value") << 1;
    QTest::newRow("a value in the middle") << 40 * 30 * 128 * 2 + 1;
    QTest::newRow("the end is missing") << -1;
}

void TestSwdKeptSides::damagedFilesAreMadeAnew()
{
    QFETCH(int, place);
    const SwdRequest request = requestWith(folder());
    const double value = distance(m_a, m_b, request);
    std::map<fs::path, std::vector<std::byte>> whole;
    for (const fs::path &file : filesIn(folder())) {
        whole[file] = contents(file);
        std::vector<std::byte> bytes = whole[file];
        if (place < 0)
            bytes.resize(bytes.size() / 2);
        else
            bytes[static_cast<std::size_t>(place)] ^= std::byte{4};
        writeFileAtomically(file, bytes);
    }
    QCOMPARE(distance(m_a, m_b, request), value);
    for (const auto &[file, bytes] : whole)
        QVERIFY(contents(file) == bytes);
}

void TestSwdKeptSides::whatCannotBeKept()
{
    const double value = distance(m_a, m_b, requestWith({}));
    const fs::path file = fs::path(m_folder.path().toStdString()) / "no-folder";
    writeFileAtomically(file, std::string_view("a file"));
    QCOMPARE(distance(m_a, m_b, requestWith(file / "sides")), value);
    // 4096 pictures of 64 pixels have three levels of 1 GiB, twice as many more than 4 GiB.
    const SwdDirections directions{1, std::vector<float>(512)};
    const std::vector<PatchCenter> centers(std::size_t{4096} * 128);
    const ImageStack small{64, 3, 0, {}, {}};
    QVERIFY(!keptSideFor({small, 0, centers, directions}, folder()).empty());
    const std::vector<PatchCenter> more(std::size_t{8192} * 128);
    QVERIFY(keptSideFor({small, 0, more, directions}, folder()).empty());
    QVERIFY(keptSideFor({small, 0, centers, directions}, {}).empty());
}

QTEST_APPLESS_MAIN(TestSwdKeptSides)
#include "tst_swd_kept_sides.moc"
