// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "made_up_configuration.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace quantloupe;
using namespace made_up_configuration;

namespace {

/// The made-up configuration quantizes the activation of "fc" alone.
ConfigFile calibrated()
{
    ConfigFile made = file();
    const ActivationSpec &spec = made.config.spec("fc").activation;
    made.ranges.layers["fc"] = {spec, {6, 0.1F / 3, 17, 0, 63, 1.0 / 3e4}};
    made.ranges.madeBy = "quantloupe 0.1.0";
    return made;
}

} // namespace

/// Activation ranges in a configuration file, and where they come from.
class TestConfigRanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTripToTheBit();
    void documentedKeys();
    void picturesAreNamed();
    void otherSettingsLeaveTheirRangeOut();
    void sources();
    void everyObserverIsKept();
    void usableForTheSameOnly();
    void impossibleRangesAreRefused_data();
    void impossibleRangesAreRefused();
};

void TestConfigRanges::roundTripToTheBit()
{
    const ConfigFile before = calibrated();
    const ConfigFile after = parseConfigFile(toJson(before), "c.json");
    QVERIFY(after.ranges == before.ranges);
    QCOMPARE(after.ranges.layers.at("fc").range.scale, 0.1F / 3);
    QCOMPARE(toJson(after), toJson(before));
    QVERIFY(parseConfigFile(toJson(file()), "c.json").ranges == CalibratedRanges());
}

void TestConfigRanges::documentedKeys()
{
    const auto json =
        QJsonDocument::fromJson(QByteArray::fromStdString(toJson(calibrated()))).object();
    const QJsonArray layers = json["layers"].toArray();
    const QJsonObject range = layers[0]["activation"]["range"].toObject();
    QCOMPARE(range["zeroPoint"].toInt(), 17);
    QCOMPARE(range["quantMax"].toInt(), 63);
    QCOMPARE(layers[0]["activation"]["estimator"].toString(), "percentile");
    QCOMPARE(layers[0]["activation"]["symmetric"].toBool(true), false);
    QVERIFY(!layers[1]["activation"].toObject().contains("range"));
    const QJsonObject calibration = json["calibration"].toObject();
    QCOMPARE(calibration["source"].toString(), "latents");
    QCOMPARE(calibration["count"].toInt(), 100);
    QCOMPARE(calibration["seed"].toInt(), 9);
    QCOMPARE(calibration["madeBy"].toString(), "quantloupe 0.1.0");
    QVERIFY(!calibration.contains("images"));
}

void TestConfigRanges::picturesAreNamed()
{
    ConfigFile before = calibrated();
    before.ranges.pictures = {"horses", 12, std::string(64, 'c')};
    const std::string text = toJson(before);
    QVERIFY(parseConfigFile(text, "c.json").ranges.pictures == before.ranges.pictures);
    const auto json = QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
    QCOMPARE(json["calibration"]["source"].toString(), "images");
    QCOMPARE(json["calibration"]["images"]["name"].toString(), "horses");
}

void TestConfigRanges::otherSettingsLeaveTheirRangeOut()
{
    ConfigFile changed = calibrated();
    LayerQuantSpec spec = changed.config.spec("fc");
    spec.activation.estimator = RangeEstimator::Entropy;
    changed.config.set("fc", spec);
    QVERIFY(parseConfigFile(toJson(changed), "c.json").ranges.layers.empty());
}

void TestConfigRanges::sources()
{
    for (const CalibrationInputs inputs :
         {CalibrationInputs::Given, CalibrationInputs::Drawn, CalibrationInputs::Both}) {
        ConfigFile made = file();
        made.calibration.inputs = inputs;
        QCOMPARE(parseConfigFile(toJson(made), "c.json").calibration.inputs, inputs);
    }
    QString text = QString::fromStdString(toJson(file()));
    text.replace("\"latents\"", "\"tea leaves\"");
    QVERIFY_THROWS_EXCEPTION(Error, parseConfigFile(text.toStdString(), "c.json"));
}

void TestConfigRanges::everyObserverIsKept()
{
    for (const RangeEstimator estimator : rangeEstimators())
        for (const MappingType mapping : {MappingType::Asymmetric, MappingType::Symmetric}) {
            ConfigFile made = file();
            LayerQuantSpec spec = made.config.spec("fc");
            spec.activation = {5, estimator, 0.003, mapping, 0.2};
            spec.activation = canonical(spec.activation);
            made.config.set("fc", spec);
            const ConfigFile read = parseConfigFile(toJson(made), "c.json");
            QVERIFY(read.config.spec("fc") == spec);
        }
}

void TestConfigRanges::usableForTheSameOnly()
{
    const ConfigFile made = calibrated();
    const GeneratorInfo same = generator();
    const auto usable = usableRanges(made, same, made.plan, made.calibration);
    QVERIFY(usable && *usable == made.ranges);
    QVERIFY(!usableRanges(file(), same, made.plan, made.calibration));
    GeneratorInfo retrained = same;
    retrained.sha256 = std::string(64, 'b');
    QVERIFY(!usableRanges(made, retrained, made.plan, made.calibration));
    SamplingPlan otherPlan = made.plan;
    otherPlan.truncation = 0.5;
    QVERIFY(!usableRanges(made, same, otherPlan, made.calibration));
    CalibrationPlan otherCalibration = made.calibration;
    ++otherCalibration.seed;
    QVERIFY(!usableRanges(made, same, made.plan, otherCalibration));
}

void TestConfigRanges::impossibleRangesAreRefused_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::newRow("zero point beyond the codes") << "\"zeroPoint\": 17"
                                                 << "\"zeroPoint\": 64";
    QTest::newRow("more codes than bits") << "\"quantMax\": 63"
                                          << "\"quantMax\": 64";
    QTest::newRow("codes upside down") << "\"quantMin\": 0"
                                       << "\"quantMin\": 70";
    QTest::newRow("no scale") << "\"scale\""
                              << "\"steps\"";
    QTest::newRow("scale is text") << "\"zeroPoint\": 17"
                                   << "\"zeroPoint\": \"x\"";
    QTest::newRow("clipped share") << "\"clipped\": "
                                   << "\"clipped\": 5e9, \"was\": ";
}

void TestConfigRanges::impossibleRangesAreRefused()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QString text = QString::fromStdString(toJson(calibrated()));
    QVERIFY(text.contains(from));
    text.replace(from, to);
    try {
        parseConfigFile(text.toStdString(), "folder/c.json");
        QFAIL("accepted");
    } catch (const Error &error) {
        QCOMPARE(error.kind(), ErrorKind::BadInput);
        QVERIFY(QString::fromUtf8(error.what()).contains("folder/c.json"));
    }
}

QTEST_APPLESS_MAIN(TestConfigRanges)
#include "tst_config_ranges.moc"
