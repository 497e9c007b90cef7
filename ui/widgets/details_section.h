// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPlainTextEdit;
class QToolButton;

namespace quantloupe {

/// A "Details" button that unfolds a text one can select and copy; gone without a text.
class DetailsSection : public QWidget
{
    Q_OBJECT

public:
    explicit DetailsSection(QWidget *parent = nullptr);
    void setText(const QString &text);
    bool isOpen() const { return m_open; }

private:
    void createWidgets();
    void createLayout();
    void connectSignals();
    void setOpen(bool open);

    QToolButton *m_toggle = nullptr;
    bool m_open = false;
    QPlainTextEdit *m_text = nullptr;
};

} // namespace quantloupe
