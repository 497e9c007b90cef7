// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/command_palette.h"

#include "mainwindow/palette_delegate.h"
#include "mainwindow/palette_model.h"
#include "mainwindow/window_actions.h"
#include "widgets/help_page.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>

namespace quantloupe {

namespace {

const char *const kRecentKey = "palette/recent";
constexpr int kMostRecent = 8;
constexpr int kMostRows = 12;
constexpr int kMostCharacters = 80;

void remember(const QString &id)
{
    QSettings settings;
    QStringList recent = settings.value(kRecentKey).toStringList();
    recent.removeAll(id);
    recent.prepend(id);
    settings.setValue(kRecentKey, QStringList(recent.mid(0, kMostRecent)));
}

} // namespace

CommandPalette::CommandPalette(QWidget *window) : QWidget(window), m_window(window)
{
    createWidgets();
    createLayout();
    connectSignals();
    hide();
}

void CommandPalette::createWidgets()
{
    setObjectName("commandPalette");
    setHelpPage(this, "window#command-palette",
                {"Up", "Down", "PgUp", "PgDown", "Return", "Enter", "Esc"});
    setAccessibleName(tr("Command palette"));
    setAutoFillBackground(true);
    m_query = new QLineEdit(this);
    m_query->setObjectName("paletteQuery");
    m_query->setAccessibleName(tr("Name of an action or a layer"));
    m_query->setPlaceholderText(tr("Type the name of an action or a layer"));
    m_query->installEventFilter(this);
    m_model = new PaletteModel(this);
    m_list = new QListView(this);
    m_list->setObjectName("paletteList");
    m_list->setAccessibleName(tr("Matching actions"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nothing = new QLabel(tr("No action and no layer has this name."), this);
    m_nothing->setObjectName("paletteNothing");
    m_nothing->setMargin(kSpacing);
}

void CommandPalette::createLayout()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpacing, kSpacing, kSpacing, kSpacing);
    layout->setSpacing(kSpacing);
    layout->addWidget(m_query);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothing, 1, Qt::AlignTop);
}

void CommandPalette::connectSignals()
{
    m_window->installEventFilter(this);
    connect(m_query, &QLineEdit::textChanged, this, &CommandPalette::showQuery);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
}

void CommandPalette::toggle()
{
    if (isVisible())
        dismiss();
    else
        open();
}

void CommandPalette::open()
{
    m_before = m_window->focusWidget();
    m_query->clear();
    fill();
    show();
    raise();
    m_query->setFocus(Qt::PopupFocusReason);
    showQuery({});
}

void CommandPalette::dismiss()
{
    hide();
    if (m_before)
        m_before->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::fill()
{
    QList<PaletteEntry> entries;
    for (QAction *action : reachableActions(m_window))
        entries.append(paletteEntry(action));
    for (const PaletteSource &source : std::as_const(m_sources))
        entries.append(source());
    m_model->setEntries(entries, QSettings().value(kRecentKey).toStringList());
}

void CommandPalette::place()
{
    const int wanted = kMostCharacters * fontMetrics().averageCharWidth();
    const int row = m_list->sizeHintForRow(0) > 0 ? m_list->sizeHintForRow(0) : kSpacingWide;
    const int rows = std::min(m_model->rowCount(), kMostRows);
    const int answers = rows > 0 ? rows * row : m_nothing->sizeHint().height();
    const int chrome = m_query->sizeHint().height() + 3 * kSpacing;
    const QSize size(std::min(wanted, m_window->width() - 2 * kSpacingPage),
                     std::min(answers + chrome, m_window->height() - 2 * kSpacingPage));
    setGeometry(QRect(QPoint((m_window->width() - size.width()) / 2, kSpacingPage), size));
}

void CommandPalette::showQuery(const QString &query)
{
    m_model->setQuery(query);
    const bool any = m_model->rowCount() > 0;
    m_list->setVisible(any);
    m_nothing->setVisible(!any);
    m_list->setCurrentIndex(m_model->index(0));
    m_list->scrollToTop();
    place();
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(themeColors(palette()).bar);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_query)
        return false;
    if (event->type() == QEvent::FocusOut &&
        static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason)
        hide();
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
        // Otherwise the key would cancel what is running.
        event->accept();
    return event->type() == QEvent::KeyPress && handleKey(static_cast<QKeyEvent *>(event)->key());
}

bool CommandPalette::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Escape:
        dismiss();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run(m_list->currentIndex());
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_PageUp:
        step(-kMostRows);
        return true;
    case Qt::Key_PageDown:
        step(kMostRows);
        return true;
    default:
        return false;
    }
}

void CommandPalette::step(int rows)
{
    // Entries that cannot be chosen stand at the end.
    int last = m_model->rowCount() - 1;
    while (last > 0 && !(m_model->flags(m_model->index(last)) & Qt::ItemIsEnabled))
        --last;
    const int row = std::clamp(m_list->currentIndex().row() + rows, 0, std::max(last, 0));
    m_list->setCurrentIndex(m_model->index(row));
}

void CommandPalette::run(const QModelIndex &index)
{
    if (!index.isValid() || !(m_model->flags(index) & Qt::ItemIsEnabled))
        return;
    const PaletteEntry entry = m_model->entry(index.row());
    remember(entry.id);
    dismiss();
    entry.run();
}

} // namespace quantloupe
