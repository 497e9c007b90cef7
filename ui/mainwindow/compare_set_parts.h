// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/sample_ref.h"
#include "mainwindow/session_state.h"

#include <QJsonArray>

#include <vector>

namespace quantloupe {

class CompareSet;
class QuantDocument;

QJsonArray samplesToJson(const std::vector<SampleRef> &samples);
/// Without those that are not understood.
std::vector<SampleRef> samplesFromJson(const QJsonArray &array);

/// The seed of the latents as a part of the session.
SessionPart seedPart(QuantDocument *document);
/// Pinned latents as a part of the session.
SessionPart pinsPart(CompareSet *set);
/// The same for a picture, whose pins come before those that are there.
SessionPart picturePinsPart(CompareSet *set);
/// Kept configurations as a part of the session; each as the text of a configuration file of
/// `document`, whose generator it belongs to.
SessionPart keptPart(CompareSet *set, const QuantDocument *document);

} // namespace quantloupe
