// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "base/error.h"
#include "base/file_io.h"
#include "exchange/config_file.h"
#include "image/image.h"
#include "image/png_text.h"

using namespace quantloupe;

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr const char *kKeyword = "quantloupe-configuration";
/// Where the first chunk behind IHDR starts.
constexpr std::size_t kFirstChunk = 33;

void append(Bytes &bytes, const QByteArray &more)
{
    bytes.insert(bytes.end(), more.begin(), more.end());
}

QByteArray bigEndian(quint32 value)
{
    QByteArray bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes.append(static_cast<char>(value >> shift & 0xFF));
    return bytes;
}

quint32 crc(const QByteArray &bytes)
{
    quint32 value = 0xFFFFFFFF;
    for (const char byte : bytes) {
        value ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            value = value >> 1 ^ (value & 1 ? 0xEDB88320 : 0);
    }
    return ~value;
}

QByteArray chunk(const QByteArray &type, const QByteArray &data)
{
    return bigEndian(quint32(data.size())) + type + data + bigEndian(crc(type + data));
}

} // namespace

class TestPngText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        Image image(5, 3, 3);
        m_plain = encodePng(image);
        m_withText = encodePng(image, {{"Author", "somebody"}, {kKeyword, "Gr\xC3\xBC\xC3\x9F e"}});
    }

    void comesBackAsItWasWritten()
    {
        QCOMPARE(textIn(m_withText), std::optional<std::string>("Gr\xC3\xBC\xC3\x9F e"));
        QVERIFY(!textIn(m_plain));
        QVERIFY(isPngFile(m_path));
        QVERIFY(!isPngFile(m_folder.path().toStdString()));
        QVERIFY(!isPngFile(m_path + ".missing"));
    }

    void compressedTextIsRead()
    {
        const QByteArray text(5000, 'x');
        // Without the size that Qt puts in front.
        const QByteArray packed = qCompress(text).mid(4);
        const QByteArray data = QByteArray(kKeyword) + QByteArray("\0\1\0de\0wort\0", 11) + packed;
        QCOMPARE(textIn(withChunk(chunk("iTXt", data))).value(), text.toStdString());
        const QByteArray cut = data.left(data.size() - 4);
        QVERIFY(refusal(withChunk(chunk("iTXt", cut))).contains("damaged"));
    }

    void damageIsRefused_data()
    {
        QTest::addColumn<QByteArray>("inserted");
        QTest::addColumn<QString>("reason");
        QTest::newRow("huge size") << bigEndian(0xFFFFFFF0) + QByteArray("iTXt") << "too early";
        QTest::newRow("large size") << bigEndian(0x7FFFFFFF) + QByteArray("tEXt") << "too early";
        QByteArray wrong = chunk("iTXt", QByteArray(kKeyword) + QByteArray("\0\0\0\0\0abc", 8));
        wrong[wrong.size() - 6] = 'X';
        QTest::newRow("checksum") << wrong << "checksum";
        QTest::newRow("no separators")
            << chunk("iTXt", QByteArray(kKeyword) + QByteArray("\0\0", 2)) << "damaged";
        QTest::newRow("no text") << chunk("iTXt", QByteArray(kKeyword) + QByteArray("\0\0\0ab", 5))
                                 << "damaged";
    }

    void damageIsRefused()
    {
        QFETCH(QByteArray, inserted);
        QFETCH(QString, reason);
        const QString said = refusal(withChunk(inserted));
        QVERIFY2(said.contains(reason), qPrintable(said));
        QVERIFY(said.contains("picture.png"));
    }

    void everyCutEndsWell()
    {
        for (std::size_t size = 0; size + 1 < m_plain.size(); ++size)
            QVERIFY(!refusal(Bytes(m_plain.begin(), m_plain.begin() + qsizetype(size))).isEmpty());
    }

    void otherFilesAreNamed()
    {
        QVERIFY(refusal(Bytes{'P', 'N', 'G'}).contains("no PNG"));
        try {
            write(m_plain);
            readConfigFile(m_path);
            QFAIL("A picture without a configuration was taken.");
        } catch (const Error &error) {
            QVERIFY(QString(error.what()).contains("without a configuration"));
        }
    }

    void configurationOfAPicture()
    {
        GeneratorInfo info;
        info.name = "g.pt";
        LayerInfo layer;
        layer.name = "out";
        layer.weightShape = {2, 3};
        info.layers = {layer};
        QuantConfig config;
        LayerQuantSpec spec;
        spec.weight = weightSpecOfBits(3);
        config.set("out", spec);
        const std::string text = toJson(configFileFor(info, {}, {}, config));
        write(encodePng(Image(4, 4, 1), {{kConfigurationKeyword, text}}));
        const ConfigFile file = readConfigFile(m_path);
        QCOMPARE(file.config, config);
        QCOMPARE(file.generatorName, std::string("g.pt"));
        QCOMPARE(file.original, text);
    }

private:
    Bytes withChunk(const QByteArray &inserted) const
    {
        Bytes bytes(m_plain.begin(), m_plain.begin() + kFirstChunk);
        append(bytes, inserted);
        bytes.insert(bytes.end(), m_plain.begin() + kFirstChunk, m_plain.end());
        return bytes;
    }
    void write(const Bytes &bytes) const
    {
        writeFileAtomically(m_path, std::as_bytes(std::span(bytes)));
    }
    std::optional<std::string> textIn(const Bytes &bytes) const
    {
        write(bytes);
        return readPngText(m_path, kKeyword);
    }
    QString refusal(const Bytes &bytes) const
    {
        try {
            textIn(bytes);
        } catch (const Error &error) {
            return QString::fromUtf8(error.what());
        }
        return {};
    }

    QTemporaryDir m_folder;
    std::string m_path = m_folder.filePath("picture.png").toStdString();
    Bytes m_plain;
    Bytes m_withText;
};

QTEST_APPLESS_MAIN(TestPngText)
#include "tst_png_text.moc"
