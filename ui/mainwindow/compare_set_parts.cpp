// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/compare_set_parts.h"

#include "base/error.h"
#include "models/compare_set.h"

#include <QJsonArray>

namespace quantloupe {

namespace {

// A JSON number holds 53 bits only.
QString textOf(std::uint64_t number)
{
    return QString::number(number);
}

QJsonValue savePins(const CompareSet &set)
{
    QJsonArray pins;
    for (const SampleRef &pin : set.pins())
        pins.append(QJsonArray{textOf(pin.seed), textOf(pin.index)});
    return pins;
}

std::vector<SampleRef> readPins(const QJsonArray &array)
{
    std::vector<SampleRef> pins;
    for (const QJsonValue &value : array) {
        bool hasSeed = false;
        bool hasIndex = false;
        const SampleRef pin{value[0].toString().toULongLong(&hasSeed),
                            value[1].toString().toULongLong(&hasIndex)};
        if (hasSeed && hasIndex)
            pins.push_back(pin);
    }
    return pins;
}

QJsonValue saveKept(const CompareSet &set, const QuantDocument &document)
{
    QJsonArray array;
    ConfigFile file = document.toConfigFile();
    file.marks = {};
    for (const KeptConfiguration &kept : set.kept()) {
        file.config = kept.config;
        array.append(QJsonObject{{QStringLiteral("name"), kept.name},
                                 {QStringLiteral("file"), QString::fromStdString(toJson(file))}});
    }
    return array;
}

void restoreKept(CompareSet &set, const QJsonArray &array)
{
    for (const QJsonValue &value : array) {
        try {
            const std::string text = value[u"file"].toString().toStdString();
            set.keep(value[u"name"].toString(), parseConfigFile(text, "session").config);
        } catch (const Error &) {
            // Of another version: the session opens without it.
        }
    }
}

} // namespace

SessionPart pinsPart(CompareSet *set)
{
    return {QStringLiteral("pins"), [set] { return savePins(*set); },
            [set](const QJsonValue &pins) { set->setPins(readPins(pins.toArray())); }};
}

SessionPart keptPart(CompareSet *set, const QuantDocument *document)
{
    return {QStringLiteral("kept"), [set, document] { return saveKept(*set, *document); },
            [set](const QJsonValue &kept) { restoreKept(*set, kept.toArray()); }};
}

} // namespace quantloupe
