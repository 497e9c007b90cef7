// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <functional>

namespace quantloupe {

/// Makes the bytes of a file, in whatever thread writes it: what encoding costs is not the
/// window's time.
using FileContent = std::function<QByteArray()>;

} // namespace quantloupe
