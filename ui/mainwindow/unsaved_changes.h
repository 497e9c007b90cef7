// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QWidget;

namespace quantloupe {

struct UnsavedAnswers
{
    std::function<void()> save;
    std::function<void()> discard;
};

/// Asks, without a nested event loop, what becomes of unsaved changes; Cancel does nothing.
void askAboutUnsavedChanges(QWidget *parent, const UnsavedAnswers &answers);

} // namespace quantloupe
