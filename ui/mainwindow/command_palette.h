// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mainwindow/palette_entry.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;

namespace quantloupe {

class PaletteModel;

/// A line to type into and the actions it means, over the window's content: Up and Down choose,
/// Return runs, Esc leaves. What is chosen runs with the focus where it was before. Actions are
/// collected anew each time it opens; recent choices are kept in the settings.
class CommandPalette : public QWidget
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *window);
    void addSource(PaletteSource source) { m_sources.append(std::move(source)); }
    /// Opens it, or closes it where it is open.
    void toggle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void createWidgets();
    void createLayout();
    void connectSignals();

    void open();
    void dismiss();
    void place();
    void fill();
    void showQuery(const QString &query);
    bool handleKey(int key);
    void step(int rows);
    void run(const QModelIndex &index);

    QWidget *m_window;
    QPointer<QWidget> m_before;
    QList<PaletteSource> m_sources;
    PaletteModel *m_model = nullptr;
    QLineEdit *m_query = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_nothing = nullptr;
};

} // namespace quantloupe
