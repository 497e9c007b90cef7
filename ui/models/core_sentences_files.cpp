// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core_sentences.h"

#include <QtGlobal>

#include <array>

namespace quantloupe {

namespace {

constexpr std::array kSentences = {
    // Of files.
    QT_TRANSLATE_NOOP("quantloupe", "%1 could not be opened: %2."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 could not be opened."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 could not be read: %2."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 could not be written: %2."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 could not be replaced: %2."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 could not be listed: %2."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "%1 could not be read; check that it exists and that you may read it."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 could not be read to its end."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 is a folder; choose a file."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 is not a regular file."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "%1 is larger than %2, the most that is read of this kind of file (%3)."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 is not part of this program; built-in generators are %2."),
    // What the system says of files.
    QT_TRANSLATE_NOOP("quantloupe", "No such file or directory"),
    QT_TRANSLATE_NOOP("quantloupe", "Permission denied"),
    QT_TRANSLATE_NOOP("quantloupe", "Is a directory"),
    QT_TRANSLATE_NOOP("quantloupe", "Not a directory"),
    QT_TRANSLATE_NOOP("quantloupe", "File name too long"),
    QT_TRANSLATE_NOOP("quantloupe", "No space left on device"),
    QT_TRANSLATE_NOOP("quantloupe", "Disk quota exceeded"),
    QT_TRANSLATE_NOOP("quantloupe", "Read-only file system"),
    QT_TRANSLATE_NOOP("quantloupe", "Input/output error"),
    QT_TRANSLATE_NOOP("quantloupe", "Too many open files"),
    QT_TRANSLATE_NOOP("quantloupe", "Device or resource busy"),
    QT_TRANSLATE_NOOP("quantloupe", "Cannot allocate memory"),
    // Of pictures.
    QT_TRANSLATE_NOOP("quantloupe",
                      "%1 is not a PNG, JPEG, WebP or BMP picture, or its start is damaged."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "%1 has %2 x %3 pixels; at most 100 million are read. Use a smaller picture."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "%1 could not be decoded; the file is damaged or ends too early."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 could not be decoded; the file is damaged."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 is no PNG picture."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 ends too early; the picture is damaged."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 holds a text longer than 64 MiB."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 could not be read."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 fails a checksum; the picture is damaged."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 holds a damaged text."),
    QT_TRANSLATE_NOOP("quantloupe", "The text in the picture %1 is damaged or longer than 64 MiB."),
    QT_TRANSLATE_NOOP("quantloupe", "The text of %1 could not be uncompressed."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "There is no resize filter '%1'; choose area, nearest, linear, cubic or lanczos."),
    // Of sets of pictures.
    QT_TRANSLATE_NOOP("quantloupe", "%1 holds no readable picture (PNG, JPEG, WebP, BMP)."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 holds no picture; give PNG, JPEG, WebP or BMP files."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 holds no PNG, JPEG, WebP or BMP files, but sets of "
                                    "pictures; name one of them, such as %2."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "There are no built-in pictures '%1'; there is builtin:avatars."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The pictures of the float generator are a reference of `metrics` only; "
                      "write them with `sample` and name their folder."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 is no IDX file of 8-bit pictures; give a folder, a tar, "
                                    "IDX or CIFAR binary file of pictures."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "%1 is shorter than its header says; copy or download it again."),
    QT_TRANSLATE_NOOP(
        "quantloupe",
        "%1 is longer than its header says, so one of both is wrong; copy or download it again."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 is no CIFAR binary batch (records of 3073 or 3074 bytes)."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 holds more than 4 GiB."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 is damaged or cut short; copy or download it again."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 could not be read as a tar archive."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "%1 is no tar archive, or was cut short; copy or download it again."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "%1 holds more than 4 GiB of pictures; unpack it into a folder."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 in %2 is too large for a picture."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 in %2 is cut short."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "%1 is no IDX file of labels; give the one that belongs to the pictures."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 labels %2 pictures, but %3 holds %4; give the labels of "
                                    "these pictures."),
    QT_TRANSLATE_NOOP("quantloupe", "Picture %1 has %2 x %3 pixels instead of %4 x %5; resize all "
                                    "pictures to squares of one size."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "%1 pictures of %2 x %3 pixels need more than 16 GiB; use fewer."),
    // Of exports.
    QT_TRANSLATE_NOOP("quantloupe", "There is no format '%1' to export; there are %2."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "'%1' is no name of a file to export to; give one such as bits%2."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "The script that reads the export would be called %1, too; give the export "
                      "another ending, such as %2."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "Python would take %1 for the module %2, which the export needs; give the "
                      "export another name, such as %3-bits%4."),
    QT_TRANSLATE_NOOP("quantloupe", "The packed format was asked for without codes."),
    QT_TRANSLATE_NOOP("quantloupe", "The overrides of %1 are %2 instead of %3."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 is no JSON object of names; write {\"LAYER\": {\"node\": "
                                    "..., \"weight\": ..., \"input\": ...}}."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 names the layer %2, which %3 does not have."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 gives no names of %2; write {\"node\": ..., \"weight\": "
                                    "..., \"input\": ...}."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "%1 has the key \"%2\" for %3; there are node, weight and input."),
    QT_TRANSLATE_NOOP("quantloupe",
                      "%1 gives %2 a \"%3\" that is no name; write it as \"%4\": \"NAME\"."),
    QT_TRANSLATE_NOOP("quantloupe", "%1 gives the name '%2' to %3 and %4; a node and a weight "
                                    "belong to one layer."),
    QT_TRANSLATE_NOOP("quantloupe", "The export would give the name '%1' to the weight and to the "
                                    "input of %2; name both in a map of ONNX names."),
    QT_TRANSLATE_NOOP("quantloupe", "The export would give the name '%1' to parts of %2 and %3; "
                                    "name node, weight and input of both in a map of ONNX names."),
    // Of packed generators.
    QT_TRANSLATE_NOOP("quantloupe",
                      "%1 is no packed generator; `export --format safetensors` writes one."),
    QT_TRANSLATE_NOOP("quantloupe", "A packed weight has not the sizes of its setting %1; it was "
                                    "damaged, export it again."),
};

} // namespace

CoreSentences fileSentences()
{
    return kSentences;
}

} // namespace quantloupe
