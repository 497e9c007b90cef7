// SPDX-License-Identifier: GPL-3.0-or-later
// The precompiled header of the window's tests. Nothing else may rely on it.
#pragma once

#include "test_headers.h"
#include "widgets/qt_headers.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
