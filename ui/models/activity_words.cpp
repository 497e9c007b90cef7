// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/activity_words.h"

#include "models/translate.h"

#include <array>

namespace quantloupe {

namespace {

/// Read by lupdate alone: core says these.
[[maybe_unused]] constexpr std::array kSentences = {
    QT_TRANSLATE_NOOP("quantloupe", "Calibrating activation ranges"),
    QT_TRANSLATE_NOOP("quantloupe", "Computing KID"),
    QT_TRANSLATE_NOOP("quantloupe", "Computing the Fréchet distance"),
    QT_TRANSLATE_NOOP("quantloupe", "Computing the sliced Wasserstein distance of features"),
    QT_TRANSLATE_NOOP("quantloupe", "Generating and measuring samples"),
    QT_TRANSLATE_NOOP("quantloupe", "Generating pictures"),
    QT_TRANSLATE_NOOP("quantloupe", "Generating the float reference"),
    QT_TRANSLATE_NOOP("quantloupe", "Inspecting %1"),
    QT_TRANSLATE_NOOP("quantloupe", "Measuring the reference"),
    QT_TRANSLATE_NOOP("quantloupe", "Opening %1"),
    QT_TRANSLATE_NOOP("quantloupe", "Projecting patches for SWD"),
    QT_TRANSLATE_NOOP("quantloupe", "Quantizing"),
    QT_TRANSLATE_NOOP("quantloupe", "Searching neighbours"),
    QT_TRANSLATE_NOOP("quantloupe", "SWD at %1 pixels"),
    QT_TRANSLATE_NOOP("quantloupe", "Trying %1"),
    QT_TRANSLATE_NOOP("quantloupe", "Trying %1 in a separate process")};

} // namespace

QString activityText(const Activity &activity)
{
    const QString sentence = tr(activity.sentence.c_str());
    const QString argument = QString::fromStdString(activity.argument);
    return sentence.contains(QStringLiteral("%1")) ? sentence.arg(argument) : sentence;
}

} // namespace quantloupe
