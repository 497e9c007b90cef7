// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/help_book.h"

#include <QWidget>

class QAction;
class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace quantloupe {

class HelpBrowser;

/// The help pages beside their contents. Typing in the search field leaves the sections that hold
/// all words; Return opens the first of them, or the first that is titled so.
class HelpWindow : public QWidget
{
    Q_OBJECT

public:
    explicit HelpWindow(QWidget *parent = nullptr);

    /// A place such as "layers#bits".
    void open(const QString &place);
    QString place() const;

private:
    void createWidgets();
    void createActions();
    void createContents();
    void createLayout();
    void connectSignals();
    QAction *addKey(const char *objectName, const QString &text, const QKeySequence &key);
    void filter(const QString &text);
    void openBestMatch();
    void followSource(const QUrl &url);

    HelpBook m_book;
    QAction *m_back = nullptr;
    QAction *m_forward = nullptr;
    QAction *m_find = nullptr;
    QAction *m_close = nullptr;
    QLineEdit *m_search = nullptr;
    QTreeWidget *m_contents = nullptr;
    HelpBrowser *m_browser = nullptr;
};

} // namespace quantloupe
