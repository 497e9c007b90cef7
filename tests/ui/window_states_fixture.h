// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/inspector_controller.h"
#include "main_window_fixture.h"
#include "models/presets.h"
#include "window_pictures.h"
#include "window_walk.h"

#include <QDir>
#include <QDockWidget>
#include <QScrollBar>

#include <functional>
#include <utility>
#include <vector>

namespace quantloupe::test {

/// Enters states of the window and looks at each of them: its words and its button are there,
/// whole and readable, in both themes at two sizes.
class WindowStatesFixture : public MainWindowFixture
{
protected:
    /// Milliseconds for the pictures and numbers of a real generator on a busy machine.
    static constexpr int kPatience = 30000;

    /// A state, and what is said in it where it says something of its own.
    struct Look
    {
        const char *name;
        std::function<void()> enter;
        const char *place = nullptr;
        const char *sentence = nullptr;
        const char *button = nullptr;
    };

    bool isInspected() const { return settled() && !m_window->inspector()->isPending(); }
    void open()
    {
        m_window->open("builtin:avatars-64");
        QTRY_VERIFY(!document().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(isInspected(), kPatience);
    }
    void quantized()
    {
        open();
        document().setConfig(presetConfig(Preset::W4, document().info()), "W4");
        QTRY_VERIFY_WITH_TIMEOUT(isInspected(), kPatience);
    }

    virtual std::vector<Look> states() = 0;

    void addStates()
    {
        QTest::addColumn<int>("state");
        const std::vector<Look> looks = states();
        for (std::size_t i = 0; i < looks.size(); ++i)
            QTest::newRow(looks[i].name) << int(i);
    }
    /// Each state is entered once, as that is what takes its time.
    void enterAndLook()
    {
        QFETCH(int, state);
        const Look look = states().at(std::size_t(state));
        showWindow();
        layOut(kSmallest);
        look.enter();
        for (const QSize size : {kSmallest, kLargest}) {
            layOut(size);
            for (const ThemeKind theme : {ThemeKind::Light, ThemeKind::Dark}) {
                applyTheme(*qApp, theme);
                settleLayout();
                const QString name = QString("%1-%2")
                                         .arg(theme == ThemeKind::Dark ? "dark" : "light")
                                         .arg(size.width());
                checkLook(look, name);
                QVERIFY2(!QTest::currentTestFailed(), qPrintable(name));
            }
        }
    }
    /// Of the window.
    void leave()
    {
        destroyWindow();
        applyTheme(*qApp, ThemeKind::Light);
    }
    /// What is seen, the main window unless another one hides it.
    virtual QWidget *shownWindow() const { return m_window.get(); }

private:
    static constexpr QSize kSmallest{1024, 700};
    static constexpr QSize kLargest{2560, 1440};
    static constexpr double kLeastContrast = 4.5;
    /// What buttons and lists draw around their text.
    static constexpr int kFrame = 3;

    /// The panel that is in front stays there.
    void layOut(QSize size)
    {
        auto *inputs = find<QDockWidget>("inputsDock");
        const bool isInFront = !isBehindTab(inputs, m_window.get());
        auto *plots = find<QDockWidget>("plotsDock");
        const bool hadPlots = plots->isVisible();
        m_window->resize(size);
        m_window->resetLayout();
        plots->setVisible(hadPlots);
        if (isInFront)
            inputs->raise();
    }

    void checkLook(const Look &state, const QString &look)
    {
        const QImage picture = shownWindow()->grab().toImage();
        keep(picture, look);
        checkWords(state);
        checkTexts(picture);
        checkOverlaps();
        checkPlots();
    }

    QList<QWidget *> canvases() const
    {
        QList<QWidget *> all = shownWindow()->findChildren<QWidget *>("canvas");
        all.removeIf([](const QWidget *plot) { return !plot->isVisible(); });
        return all;
    }

    /// They are drawn in the theme's colours.
    void checkPlots() const
    {
        for (QWidget *plot : canvases()) {
            const QColor axis = plot->palette().color(QPalette::Disabled, QPalette::WindowText);
            QVERIFY2(
                hasColor(plot->grab().toImage(), axis),
                qPrintable("no axis in the theme's colour: " + plot->parentWidget()->objectName()));
        }
    }

    static bool hasColor(const QImage &image, QColor color)
    {
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y).rgb() == color.rgb())
                    return true;
        return false;
    }

    /// Layouts and the animations of docks are over; bars of progress move on.
    void settleLayout() const
    {
        QList<QRect> before;
        QTRY_VERIFY_WITH_TIMEOUT(std::exchange(before, places()) == before, kPatience);
        // Plots replot queued: their pictures would be those of the theme before.
        for (QWidget *plot : canvases())
            QMetaObject::invokeMethod(plot, "replot", Qt::DirectConnection);
    }

    QList<QRect> places() const
    {
        QList<QRect> all;
        for (const QWidget *widget : textWidgets(shownWindow()))
            all.append({widget->mapTo(shownWindow(), QPoint()), widget->size()});
        return all;
    }

    void keep(const QImage &picture, const QString &look) const
    {
        const QString folder = qEnvironmentVariable("QUANTLOUPE_SCREENSHOTS");
        if (!folder.isEmpty())
            QVERIFY(picture.save(
                QDir(folder).filePath(QString("%1-%2.png").arg(QTest::currentDataTag(), look))));
    }

    void checkWords(const Look &look)
    {
        if (!look.place)
            return;
        auto *place = m_window->findChild<QWidget *>(look.place);
        QVERIFY(place && place->isVisible() && isOnScreen(place));
        const QString said = place->findChildren<QLabel *>().isEmpty()
                                 ? find<QLabel>(look.place)->text()
                                 : textOf(look.place);
        QVERIFY2(said.contains(look.sentence), qPrintable(said));
        if (!look.button)
            return;
        const auto *button = place->findChild<QAbstractButton *>(look.button);
        QVERIFY(button && button->isVisible() && button->isEnabled() && !isCutOff(button));
        QVERIFY(shownWindow()->rect().contains(
            QRect(button->mapTo(shownWindow(), QPoint()), button->size())));
    }

    void checkTexts(const QImage &picture)
    {
        QList<QWidget *> cutByAPanel;
        for (QWidget *widget : textWidgets(shownWindow())) {
            QVERIFY2(!isCutOff(widget), qPrintable("cut off: " + describe(widget)));
            if (isWhole(widget))
                checkContrast(widget, picture.copy(textPlace(widget)));
            else if (!isBehindPalette(widget))
                cutByAPanel.append(widget);
        }
        // Last, as what is scrolled to does not stand where the picture has it.
        for (QWidget *widget : std::as_const(cutByAPanel))
            checkContrast(widget, scrolledTo(widget));
        for (const QScrollArea *panel : shownWindow()->findChildren<QScrollArea *>())
            panel->verticalScrollBar()->setValue(0);
    }

    static void checkContrast(const QWidget *widget, const QImage &text)
    {
        const double contrast = contrastIn(text);
        QVERIFY2(contrast >= kLeastContrast,
                 qPrintable(QString("%1: %2").arg(describe(widget)).arg(contrast)));
    }

    static bool isWhole(const QWidget *widget)
    {
        return widget->visibleRegion().boundingRect() == widget->rect();
    }

    /// Texts under it are seen whole in the states without it.
    bool isBehindPalette(const QWidget *widget) const
    {
        const auto *palette = find<QWidget>("commandPalette");
        const QRect place(widget->mapTo(m_window.get(), QPoint()), widget->size());
        return palette->isVisible() && !palette->isAncestorOf(widget) &&
               widget->window() == m_window.get() && place.intersects(palette->geometry());
    }

    /// Without the frame of a control.
    QRect textPlace(const QWidget *widget) const
    {
        const int frame = qobject_cast<const QLabel *>(widget) ? 0 : kFrame;
        return QRect(widget->mapTo(shownWindow(), QPoint()), widget->size())
            .adjusted(frame, frame, -frame, -frame);
    }

    /// What a panel's edge cuts off; of what is larger than the panel, the part that is seen.
    QImage scrolledTo(QWidget *widget) const
    {
        scrollTo(widget);
        const QRect seen = widget->visibleRegion().boundingRect();
        const QPoint corner = widget->mapTo(shownWindow(), QPoint());
        return shownWindow()->grab(textPlace(widget) & seen.translated(corner)).toImage();
    }

    void checkOverlaps()
    {
        const QList<QWidget *> widgets = textWidgets(shownWindow());
        for (const QWidget *a : widgets)
            for (const QWidget *b : widgets)
                QVERIFY2(a == b || a->parentWidget() != b->parentWidget() ||
                             !a->geometry().intersects(b->geometry()),
                         qPrintable(describe(a) + " over " + describe(b)));
    }
};

} // namespace quantloupe::test
