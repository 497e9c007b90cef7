// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/file_content.h"

#include <QList>
#include <QPoint>
#include <QPointF>
#include <QStringList>
#include <QWidget>

#include <memory>
#include <optional>

class QCPItemRect;
class QCPItemText;
class QCustomPlot;
class QFileDialog;
class QMenu;

namespace quantloupe {

struct PlotColors;

/// The base of plots of items: side by side along the horizontal axis, in columns anywhere on it,
/// points, or cells. Pointing at an item, or the arrow keys, show its reading; a click or Enter
/// acts on it; the context menu exports what is seen. Exported pictures are light, whatever the
/// theme.
class PlotView : public QWidget
{
    Q_OBJECT

public:
    explicit PlotView(QWidget *parent = nullptr);
    ~PlotView() override;

    /// The item that is read; -1 for none.
    int cursor() const { return m_cursor; }
    void setCursor(int item);
    /// What is said of the item under the cursor.
    QString reading() const { return m_readings.value(m_cursor); }
    /// The middle of an item on the axis, in this widget.
    QPoint positionOf(int item) const;
    QMenu *exportMenu() const { return m_menu; }
    /// Of the vertical axis as it is drawn: elided where the axis is shorter.
    QString yLabel() const;
    /// The numbers that are drawn, with this between the columns.
    virtual QString table(QChar separator) const = 0;
    /// The same as a picture of pgfplots.
    virtual QString latex() const = 0;
    /// What the numbers depend on, for exported pictures; a line each, empty for nothing.
    virtual QString conditions() const { return {}; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void itemActivated(int item);
    /// Another item is read; -1 for none.
    void cursorChanged(int item);
    /// The user wants these bytes in this file.
    void exported(const QString &path, const quantloupe::FileContent &content);

protected:
    /// `lines` of text high.
    void setHeight(int lines);
    /// `name` is shown to nobody but names files; one reading an item. The item that is read stays
    /// the one under the mouse, or the one that keys have chosen.
    void setItems(const QString &name, double low, double high, const QStringList &readings);
    /// The same for items that stand anywhere: points, or columns where y is NaN. The axes are the
    /// plot's own.
    void setPlaces(const QString &name, const QList<QPointF> &places, const QStringList &readings);
    /// The same for points that are the middles of cells, one wide and one high in coordinates.
    void setCells(const QString &name, const QList<QPointF> &places, const QStringList &readings);
    QCustomPlot &plot() const { return *m_plot; }
    /// Elided where they are longer than their axes.
    void setAxisLabels(const QString &x, const QString &y);
    /// Pens and brushes of what the plot draws inside the axes.
    virtual void applyColors(const PlotColors &colors) = 0;
    /// Makes what depends on the plot's size fit this one.
    virtual void fitTo(QSize size) { Q_UNUSED(size) }
    /// The item that is meant at this place in the widget; -1 for none.
    virtual int itemAt(QPoint position) const;
    /// Moves the cursor by a key; false for keys that mean nothing to the plot.
    virtual bool moveCursor(int key);
    /// Theme, font and data on screen.
    void refresh();

    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void createWidgets();
    void createOverlay();
    void createLayout();
    void connectSignals();
    void applyTheme(const QPalette &palette);
    void followPointer();
    void showReading();
    void activate(int item);
    double distanceTo(int item, QPointF position) const;
    /// In pixels of the canvas; in the middle of a column.
    QPointF pixelOf(int item) const;
    void placeMark();
    void elideAxisLabels();
    void takeItems(const QString &name, const QStringList &readings);
    void popUpMenu(QPoint globalPosition);
    void addExport(const QString &text, const char *objectName, const QString &suffix);
    void chooseFile(const QString &suffix);
    void exportTo(const QString &path, const QString &suffix);
    FileContent picture(const QString &suffix);
    void copyTable() const;

    QCustomPlot *m_plot = nullptr;
    QCPItemRect *m_mark = nullptr;
    QCPItemText *m_text = nullptr;
    QMenu *m_menu = nullptr;
    QString m_name;
    QString m_xLabel;
    QString m_yLabel;
    QStringList m_readings;
    QList<QPointF> m_places;
    /// Of items side by side, in coordinates; absent for columns and points.
    std::optional<double> m_width;
    bool m_areCells = false;
    int m_cursor = -1;
    /// Where the mouse rests, in this widget, unless keys have moved the cursor since.
    std::optional<QPoint> m_pointer;
    int m_lines = 9;
};

} // namespace quantloupe
