// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/plot_export.h"
#include "plots/plot_view.h"
#include "widgets/file_names.h"
#include "widgets/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

#include <qcustomplot.h>

#include <algorithm>
#include <utility>

namespace quantloupe {

bool PlotView::event(QEvent *event)
{
    // Otherwise the window's shortcuts for pictures would take the keys that read a plot.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Home ||
            key == Qt::Key_End)
            event->accept();
    }
    return QWidget::event(event);
}

void PlotView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitTo(size());
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        refresh();
}

void PlotView::leaveEvent(QEvent *event)
{
    m_pointer.reset();
    setCursor(-1);
    QWidget::leaveEvent(event);
}

void PlotView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void PlotView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    setCursor(-1);
    update();
}

void PlotView::keyPressEvent(QKeyEvent *event)
{
    if (moveCursor(event->key())) {
        m_pointer.reset();
        return;
    }
    const bool isMenu = event->key() == Qt::Key_Menu ||
                        (event->key() == Qt::Key_F10 && event->modifiers() & Qt::ShiftModifier);
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
                         event->key() == Qt::Key_Space;
    if (isMenu)
        popUpMenu(mapToGlobal(rect().center()));
    else if (isEnter && m_cursor >= 0)
        activate(m_cursor);
    else if (event->matches(QKeySequence::Copy))
        copyTable();
    else
        QWidget::keyPressEvent(event);
}

bool PlotView::moveCursor(int key)
{
    const int last = int(m_readings.size()) - 1;
    switch (key) {
    case Qt::Key_Left:
        setCursor(m_cursor < 0 ? last : std::max(0, m_cursor - 1));
        return true;
    case Qt::Key_Right:
        setCursor(std::min(last, m_cursor + 1));
        return true;
    case Qt::Key_Home:
        setCursor(std::min(0, last));
        return true;
    case Qt::Key_End:
        setCursor(last);
        return true;
    default:
        return false;
    }
}

void PlotView::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer = event->position().toPoint();
    setCursor(itemAt(*m_pointer));
}

void PlotView::mousePressEvent(QMouseEvent *event)
{
    const int item = itemAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && item >= 0)
        activate(item);
}

void PlotView::activate(int item)
{
    Q_EMIT itemActivated(item);
}

void PlotView::contextMenuEvent(QContextMenuEvent *event)
{
    popUpMenu(event->globalPos());
}

void PlotView::popUpMenu(QPoint globalPosition)
{
    if (!m_menu->isVisible() && !m_readings.isEmpty())
        m_menu->popup(globalPosition);
}

void PlotView::addExport(const QString &text, const char *objectName, const QString &suffix)
{
    m_menu->addAction(text, this, [this, suffix] { chooseFile(suffix); })
        ->setObjectName(objectName);
}

void PlotView::chooseFile(const QString &suffix)
{
    auto *dialog = new QFileDialog(this, tr("Save plot"));
    dialog->setObjectName("plotDialog");
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilter(QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix));
    QString name = m_name;
    dialog->selectFile(plainFileName(name) + u'.' + suffix);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, suffix](const QString &path) { exportTo(path, suffix); });
    dialog->open();
}

void PlotView::exportTo(const QString &path, const QString &suffix)
{
    const bool isTable = suffix == QStringLiteral("csv");
    if (isTable || suffix == QStringLiteral("tex"))
        Q_EMIT exported(path, [text = isTable ? table(u',') : latex()] { return text.toUtf8(); });
    else
        Q_EMIT exported(path, picture(suffix));
}

FileContent PlotView::picture(const QString &suffix)
{
    // Papers and slides are light.
    const int cursor = m_cursor;
    const std::optional<QPoint> pointer = std::exchange(m_pointer, std::nullopt);
    setCursor(-1);
    applyTheme(themePalette(ThemeKind::Light));
    m_plot->setBackground(QBrush(Qt::white));
    const PlotFormat format = suffix == QStringLiteral("png")   ? PlotFormat::Png
                              : suffix == QStringLiteral("svg") ? PlotFormat::Svg
                                                                : PlotFormat::Pdf;
    fitTo(kExportSize);
    FileContent content = drawPlot(*m_plot, format, {m_name, conditions()});
    fitTo(size());
    refresh();
    m_pointer = pointer;
    setCursor(cursor);
    return content;
}

void PlotView::copyTable() const
{
    QGuiApplication::clipboard()->setText(table(u'\t'));
}

} // namespace quantloupe
