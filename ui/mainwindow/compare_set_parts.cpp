// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/compare_set_parts.h"

#include "base/error.h"
#include "models/compare_set.h"

#include <QJsonDocument>

namespace quantloupe {

namespace {

// A JSON number holds 53 bits only.
QString textOf(std::uint64_t number)
{
    return QString::number(number);
}

QJsonValue saveKept(const CompareSet &set, const QuantDocument &document)
{
    const std::string text = toJson(set.namedConfigs(), document.toConfigFile());
    return QJsonDocument::fromJson(QByteArray::fromStdString(text)).array();
}

void restoreKept(CompareSet &set, const QJsonArray &array)
{
    try {
        const QByteArray text = QJsonDocument(array).toJson();
        for (const NamedConfig &kept : parseNamedConfigs(text.toStdString(), "session"))
            set.keep(QString::fromStdString(kept.name), kept.config);
    } catch (const Error &) {
        // Of another version: the session opens without them.
    }
}

} // namespace

QJsonArray samplesToJson(const std::vector<SampleRef> &samples)
{
    QJsonArray array;
    for (const SampleRef &sample : samples)
        array.append(QJsonArray{textOf(sample.seed), textOf(sample.index)});
    return array;
}

std::vector<SampleRef> samplesFromJson(const QJsonArray &array)
{
    std::vector<SampleRef> samples;
    for (const QJsonValue &value : array) {
        bool hasSeed = false;
        bool hasIndex = false;
        const SampleRef sample{value[0].toString().toULongLong(&hasSeed),
                               value[1].toString().toULongLong(&hasIndex)};
        if (hasSeed && hasIndex)
            samples.push_back(sample);
    }
    return samples;
}

SessionPart seedPart(QuantDocument *document)
{
    return {QStringLiteral("seed"), [document] { return textOf(document->seed()); },
            [document](const QJsonValue &seed) {
                bool isNumber = false;
                const quint64 wanted = seed.toString().toULongLong(&isNumber);
                if (isNumber)
                    document->setSeed(wanted);
            }};
}

SessionPart picturePinsPart(CompareSet *set)
{
    SessionPart part = pinsPart(set);
    part.restore = [set](const QJsonValue &pins) {
        std::vector<SampleRef> all = samplesFromJson(pins.toArray());
        all.insert(all.end(), set->pins().begin(), set->pins().end());
        set->setPins(all);
    };
    return part;
}

SessionPart pinsPart(CompareSet *set)
{
    return {QStringLiteral("pins"), [set] { return samplesToJson(set->pins()); },
            [set](const QJsonValue &pins) { set->setPins(samplesFromJson(pins.toArray())); }};
}

SessionPart keptPart(CompareSet *set, const QuantDocument *document)
{
    return {QStringLiteral("kept"), [set, document] { return saveKept(*set, *document); },
            [set](const QJsonValue &kept) { restoreKept(*set, kept.toArray()); }};
}

} // namespace quantloupe
