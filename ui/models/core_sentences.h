// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace quantloupe {

/// Sentences as core says them, with %1, %2, ... in this order for names, numbers and what it
/// quotes; each is translated under "quantloupe". What completes another sentence, such as a reason
/// after a colon, is a sentence of its own here.
using CoreSentences = std::span<const char *const>;

/// Files, pictures and sets of pictures.
CoreSentences fileSentences();
/// Files of weights.
CoreSentences archiveSentences();
/// Pickles, which most files of weights hold.
CoreSentences pickleSentences();
/// Files of networks, architectures, and what a network must be.
CoreSentences networkSentences();
/// An opened generator: warnings and assumptions.
CoreSentences generatorSentences();
/// Settings of layers, patterns and configurations.
CoreSentences settingSentences();
/// Why a number of a measurement is missing, what its mark means, how two measurements differ.
CoreSentences reasonSentences();
/// Measurements, and networks that compute features.
CoreSentences featureSentences();
/// Sensitivities of layers.
CoreSentences sensitivitySentences();
/// Searches for bits, and what devices support.
CoreSentences searchSentences();
/// Run stores.
CoreSentences storeSentences();
/// Formats of exports, and what they cannot say.
CoreSentences exportSentences();
/// What is being done, inputs, commands, and the program itself.
CoreSentences runningSentences();
/// The experiments of the papers: configurations, claims and what the numbers say of them.
CoreSentences recipeSentences();

} // namespace quantloupe
