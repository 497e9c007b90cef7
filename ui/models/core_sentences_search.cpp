// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core_sentences.h"

#include <QtGlobal>

#include <array>

namespace quantloupe {

namespace {

constexpr std::array kSentences = {
    // Searches for bits.
    QT_TRANSLATE_NOOP("quantloupe", "No setting is left for %1; allow more bits, or lock it."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "There is no layer to search bits for; open a generator with layers."),
    QT_TRANSLATE_NOOP("quantloupe", "A setting of %1 in a search has no cost or no error."),
    QT_TRANSLATE_NOOP("quantloupe", "The layer %1 has no size."),
    QT_TRANSLATE_NOOP("quantloupe", "There is no search algorithm '%1'; there are %2."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 is no paused search of these layers; start it anew."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "%1 and %2 are tied and locked, but have two settings; give them one, or untie them."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "A budget is bytes=1MB, bits=4 (on average) or bops=2.5G, one of them, not '%1'."),
    QT_TRANSLATE_NOOP("quantloupe", "A bound is a metric and the value it may have, such as "
                                    "swd=3.5, fid=20 or sqnr=30, not '%1'."),
    QT_TRANSLATE_NOOP("quantloupe", "A search needs either a budget or a bound; give one of them."),
    QT_TRANSLATE_NOOP("quantloupe", "The bound's metric could not be measured: %1."),
    // What comes of them.
    QT_TRANSLATE_NOOP("quantloupe", "No configuration keeps the budget; the cheapest one has %1."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 bytes"),
    QT_TRANSLATE_NOOP("quantloupe", "%1 bit operations"),
    QT_TRANSLATE_NOOP("quantloupe", "%1 bits on average"),
    QT_TRANSLATE_NOOP("quantloupe",
                      "No configuration of the front meets the bound; the nearest one has %1 %2."),
    QT_TRANSLATE_NOOP("quantloupe", "Nothing that was measured until the time was up meets the "
                                    "bound; the nearest one has %1 %2."),
    QT_TRANSLATE_NOOP("quantloupe", "On samples that the search never saw, the bound is not met; "
                                    "choose the next larger configuration of the front."),
    QT_TRANSLATE_NOOP("quantloupe", "Measured, the knapsack's choice errs less than that of the "
                                    "quadratic strategy, and is the answer."),
    QT_TRANSLATE_NOOP("quantloupe", "Measuring layers"),
    QT_TRANSLATE_NOOP("quantloupe", "Searching"),
    QT_TRANSLATE_NOOP("quantloupe", "Measuring points of the front"),
    QT_TRANSLATE_NOOP("quantloupe", "Confirming on samples that the search never saw"),
    QT_TRANSLATE_NOOP("quantloupe", "'%1' allows no bits; write PATTERN=BITS, bit-widths from 1 to "
                                    "16 or float with commas between them."),
    QT_TRANSLATE_NOOP("quantloupe", "'%1' matches no layer; write the name of one, or a pattern."),
    // How bits are searched.
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "least sum of the layers' errors, exactly: multiple-choice knapsack by dynamic programming "
        "with bounds (Nemhauser, Ullmann 1969; Sinha, Zoltners 1979)"),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "from the least error down, always the step of least error for what it saves; usual form"),
    QT_TRANSLATE_NOOP("quantloupe", "errors of pairs of layers too: local search from the "
                                    "knapsack's answer, restarted by seed"),
    QT_TRANSLATE_NOOP("quantloupe", "one bit-width for all layers, raised from the least; QGAN "
                                    "(arXiv 1901.08263), usual form, for the generator alone"),
    // Of target profiles.
    QT_TRANSLATE_NOOP("quantloupe",
                      "The target %1 has no activations of %2 bits, which %3 has; give it others."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The target %1 computes with activations of %2 bits, but that of %3 is "
                      "float; quantize activations first (--set '*=a%4' on the command line), or "
                      "choose another target."),
    QT_TRANSLATE_NOOP("quantloupe", "The target %1 does not support the settings of locked layers: "
                                    "%2; give them others, or unlock them."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The target %1 takes none of the chosen methods for %2; choose from those "
                      "that it takes (--method %3)."),
    QT_TRANSLATE_NOOP("quantloupe", "The target %1 takes no scale for each %2 of %3; choose one of "
                                    "--granularity %4."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 is no target profile: %2."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 is no object"),
    QT_TRANSLATE_NOOP("quantloupe", "the whole"),
    QT_TRANSLATE_NOOP("quantloupe", "an entry of \"weights\""),
    QT_TRANSLATE_NOOP("quantloupe", "the field \"%1\" is not known"),
    QT_TRANSLATE_NOOP("quantloupe", "the field \"%1\" is no text"),
    QT_TRANSLATE_NOOP("quantloupe", "the field \"%1\" is no list, or an empty one"),
    QT_TRANSLATE_NOOP("quantloupe", "the field \"%1\" holds %2, which is not known"),
    QT_TRANSLATE_NOOP("quantloupe",
                      "the field \"%1\" holds %2, which is no bit-width from %3 to %4"),
    QT_TRANSLATE_NOOP("quantloupe", "it has no \"format\": \"quantloupe-target\""),
    QT_TRANSLATE_NOOP("quantloupe", "its version is not 1, the only one this program reads"),
    QT_TRANSLATE_NOOP("quantloupe", "it has no name"),
    QT_TRANSLATE_NOOP("quantloupe", "it has no field \"weights\""),
    QT_TRANSLATE_NOOP("quantloupe", "the field \"float\" is neither true nor false"),
};

} // namespace

CoreSentences searchSentences()
{
    return kSentences;
}

} // namespace quantloupe
