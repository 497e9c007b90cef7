// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <string_view>

namespace quantloupe {

/// What core says (an error, a warning, a reason) in the user's language. Numbers and names stay,
/// and so does what it quotes of others, such as LibTorch; a text that is not known stays whole.
QString coreText(std::string_view said);

/// All that coreText() knows, in English, with %1, %2, ... for what is put in.
QList<const char *> coreSentences();

} // namespace quantloupe
