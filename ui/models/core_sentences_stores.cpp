// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core_sentences.h"

#include <QtGlobal>

#include <array>

namespace quantloupe {

namespace {

constexpr std::array kSentences = {
    QT_TRANSLATE_NOOP("quantloupe", "%1 is no run store; choose another file."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "%1 is no run store, or its first page is damaged; choose another file, or "
                      "save what is intact by `quantloupe-cli runs recover`."),
    QT_TRANSLATE_NOOP("quantloupe", "There is no run store %1; check its name."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 was written by a newer version of Quantloupe; update the "
                                    "program to read it."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 was written by an older version of Quantloupe, which alone "
                                    "can read it; choose another file."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 is damaged; `quantloupe-cli runs recover` saves what is "
                                    "intact into a new file beside it."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 holds nothing that could be recovered."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "%1 is in use by another program; try again when that is done."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "%1 cannot be written; check that you may write it and its folder."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 could not be read or written: %2."),
    QT_TRANSLATE_NOOP("quantloupe", "There is not enough memory to read %1; close other programs."),
    QT_TRANSLATE_NOOP("quantloupe", "A text or picture of %1 is larger than 64 MiB, the most that "
                                    "a run store holds."),
    QT_TRANSLATE_NOOP("quantloupe", "The run store %1 failed: %2."),
    // Of runs.
    QT_TRANSLATE_NOOP("quantloupe",
                      "There is no run %1 in %2; `quantloupe-cli runs list` lists them."),
    QT_TRANSLATE_NOOP("quantloupe", "Run %1 is still running; stop it first."),
    QT_TRANSLATE_NOOP("quantloupe", "'%1' is no tag; give 1 to 64 letters in one line."),
    QT_TRANSLATE_NOOP("quantloupe", "The note is longer than 64 KiB; write a shorter one, or a "
                                    "file of its own."),
    // Of the program itself.
    QT_TRANSLATE_NOOP("quantloupe", "Run %1 of the run store is not running here."),
    QT_TRANSLATE_NOOP("quantloupe", "What was to be stored is no JSON."),
    QT_TRANSLATE_NOOP("quantloupe", "A thumbnail of more than 4 MiB is not stored."),
};

} // namespace

CoreSentences storeSentences()
{
    return kSentences;
}

} // namespace quantloupe
