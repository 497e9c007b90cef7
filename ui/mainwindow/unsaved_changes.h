// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QWidget;

namespace quantloupe {

struct UnsavedAnswers
{
    std::function<void()> save;
    std::function<void()> discard;
    std::function<void()> cancel;
};

/// Asks, without a nested event loop, what becomes of unsaved changes.
void askAboutUnsavedChanges(QWidget *parent, const UnsavedAnswers &answers);

} // namespace quantloupe
