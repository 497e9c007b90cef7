// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/preview_controller.h"
#include "mainwindow/generator_opener.h"
#include "mainwindow/main_window.h"
#include "session/session.h"
#include "small_generators.h"
#include "widgets/compare_view.h"
#include "widgets/layers_view.h"
#include "widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

namespace quantloupe::test {

/// A window of its own for each test, and generators small enough to be drawn at once.
class MainWindowFixture : public QObject
{
protected:
    static constexpr int kShown = 16;
    static constexpr QSize kWindowSize{1440, 900};

    void prepareFolder()
    {
        QVERIFY(m_folder.isValid());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        writeSmallDcgan(file("small.safetensors").toStdString());
        writeSmallDcgan(file("other.safetensors").toStdString(), 32);
    }

    void showWindow()
    {
        QSettings().clear();
        m_session = std::make_unique<Session>();
        m_window = std::make_unique<MainWindow>(*m_session);
        // Whatever the screen.
        m_window->resize(kWindowSize);
        m_window->resetLayout();
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void destroyWindow()
    {
        m_window.reset();
        m_session.reset();
    }

    template <typename Child> Child *find(const char *name) const
    {
        return m_window->findChild<Child *>(name);
    }
    QString file(const char *name) const { return m_folder.filePath(name); }
    QuantDocument &document() const { return *m_window->document(); }
    CompareView *view() const { return find<CompareView>("compareView"); }
    LayersView *layers() const { return find<LayersView>("layersView"); }

    /// By the mouse, in the bar at the top.
    void clickOnBar(const char *action) const
    {
        QWidget *button = find<QToolBar>("mainToolBar")->widgetForAction(find<QAction>(action));
        QVERIFY(qobject_cast<QToolButton *>(button));
        QVERIFY(button->isVisible() && button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
    }

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile out(path);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(bytes);
    }

    /// Nothing runs and nothing is about to.
    bool settled() const
    {
        return !m_window->preview()->isPending() && !m_window->opener()->isRunning();
    }

    void openSmall()
    {
        m_window->open(file("small.safetensors"));
        QTRY_VERIFY(!document().isEmpty());
        QTRY_VERIFY(settled());
        QVERIFY(view()->pair(kShown - 1));
        QVERIFY(layers()->hasFocus());
    }

    std::vector<Image> pictures(Image SamplePair::*member) const
    {
        std::vector<Image> images;
        for (int i = 0; i < kShown; ++i)
            images.push_back(view()->pair(i)->*member);
        return images;
    }
    std::vector<Image> quantizedPictures() const { return pictures(&SamplePair::quantized); }
    std::vector<Image> floatPictures() const { return pictures(&SamplePair::reference); }

    QString textOf(const char *name) const
    {
        QString text;
        for (const QLabel *label : find<QWidget>(name)->findChildren<QLabel *>())
            text += label->text() + u'\n';
        return text;
    }
    QString bannerText() const { return textOf("windowBanner"); }
    QString stateText() const { return textOf("compareState"); }

    void saveAs(const QString &path)
    {
        find<QAction>("saveConfigAs")->trigger();
        auto *dialog = find<QFileDialog>("saveDialog");
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
    }

    void savePicture(const QString &path)
    {
        find<QAction>("savePicture")->trigger();
        auto *dialog = find<QFileDialog>("savePictureDialog");
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
    }

    QToolButton *chip(int id) const
    {
        return find<QToolButton>(qPrintable(QString("kept%1").arg(id)));
    }
    bool allKept(int configuration) const
    {
        for (int i = 0; i < kShown; ++i)
            if (!view()->pair(i, configuration))
                return false;
        return true;
    }
    std::vector<Image> keptPictures(int configuration) const
    {
        std::vector<Image> images;
        for (int i = 0; i < kShown; ++i)
            images.push_back(view()->pair(i, configuration)->quantized);
        return images;
    }

    void answer(QMessageBox::StandardButton button)
    {
        auto *box = find<QMessageBox>("unsavedQuestion");
        QVERIFY(box);
        QTest::mouseClick(box->button(button), Qt::LeftButton);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

/// The main function of a test of the window.
template <typename Test> int runWindowTest(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setOrganizationName("Quantloupe");
    QApplication::setApplicationName("tests");
    applyTheme(application, ThemeKind::Light);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace quantloupe::test
