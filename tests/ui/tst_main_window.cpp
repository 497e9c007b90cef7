// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/preview_controller.h"
#include "mainwindow/generator_opener.h"
#include "mainwindow/main_window.h"
#include "session/session.h"
#include "small_generators.h"
#include "widgets/compare_view.h"
#include "widgets/layers_view.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDropEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace quantloupe;

namespace {

constexpr int kShown = 16;

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        test::writeSmallDcgan(file("small.safetensors").toStdString());
        test::writeSmallDcgan(file("other.safetensors").toStdString(), 32);
    }

    void init()
    {
        QSettings().clear();
        m_session = std::make_unique<Session>();
        m_window = std::make_unique<MainWindow>(*m_session);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_session.reset();
    }

    void startsEmptyWithSomethingToDo()
    {
        QVERIFY(find<QWidget>("compareState")->isVisible());
        QVERIFY(!find<QAction>("saveConfig")->isEnabled());
        QVERIFY(!find<QAction>("undo")->isEnabled());
        QVERIFY(find<QAction>("open")->isEnabled());
    }

    void bitsByKeyChangeThePictureAndUndoBringsItBack()
    {
        openSmall();
        const std::vector<Image> before = quantizedPictures();
        QCOMPARE(before, floatPictures());

        QTest::keyClick(layers(), Qt::Key_4);
        QTRY_COMPARE(document().config().spec("main.0").weight.bits, 4);
        QTRY_VERIFY(settled());
        QVERIFY(quantizedPictures() != before);
        QCOMPARE(floatPictures(), before);
        QTRY_VERIFY(m_window->isWindowModified());
        QVERIFY(find<QLabel>("lastEditTime")->text().contains("ms"));

        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(document().config().isFloat());
        QTRY_VERIFY(settled());
        QCOMPARE(quantizedPictures(), before);
        QVERIFY(!m_window->isWindowModified());

        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(document().config().spec("main.0").weight.bits, 4);
    }

    void manyLayersAreOneStep()
    {
        openSmall();
        layers()->selectAll();
        QTest::keyClick(layers(), Qt::Key_8);
        QTRY_COMPARE(document().config().layers().size(), std::size_t(3));
        QCOMPARE(document().undoStack()->undoText(), QString("8 bits on 3 layers"));
        find<QAction>("undo")->trigger();
        QVERIFY(document().config().isFloat());
    }

    void rerollShowsOtherLatents()
    {
        openSmall();
        const std::vector<Image> before = floatPictures();
        QTest::keyClick(m_window.get(), Qt::Key_R);
        QCOMPARE(document().seed(), quint64(1));
        QTRY_VERIFY(settled());
        QVERIFY(floatPictures() != before);
        find<QSpinBox>("seed")->setValue(0);
        QTRY_VERIFY(settled());
        QCOMPARE(floatPictures(), before);
    }

    void aFreshEditWinsOverARunningOne()
    {
        openSmall();
        for (const auto key : {Qt::Key_8, Qt::Key_6, Qt::Key_5, Qt::Key_4, Qt::Key_3, Qt::Key_2})
            QTest::keyClick(layers(), key);
        QTRY_VERIFY(settled());
        const std::vector<Image> hasty = quantizedPictures();
        find<QAction>("undo")->trigger();
        QTRY_VERIFY(settled());
        find<QAction>("redo")->trigger();
        QTRY_VERIFY(settled());
        QCOMPARE(quantizedPictures(), hasty);
    }

    void aWrongFileKeepsTheGenerator()
    {
        openSmall();
        const QString wrong = file("wrong.pt");
        write(wrong, "this is no network");
        m_window->open(wrong);
        QTRY_VERIFY(find<QWidget>("windowBanner")->isVisible());
        QVERIFY(bannerText().contains("wrong.pt"));
        QCOMPARE(document().info().name, std::string("small.safetensors"));
        QVERIFY(view()->pair(0));
        QTest::keyClick(layers(), Qt::Key_4);
        QTRY_VERIFY(settled());
        QCOMPARE(document().config().spec("main.0").weight.bits, 4);
    }

    void aWrongFileAtFirstIsToldInPlace()
    {
        m_window->open(file("missing.pt"));
        QTRY_VERIFY(stateText().contains("missing.pt"));
        QVERIFY(document().isEmpty());
    }

    void refusedBitsSayWhy()
    {
        openSmall();
        document().edit({0}, bitsEdit(QuantSite::Weight, 17));
        QTRY_VERIFY(find<QWidget>("windowBanner")->isVisible());
        QVERIFY(bannerText().contains("main.0"));
        QVERIFY(document().config().isFloat());
    }

    void savesAndLoads()
    {
        openSmall();
        document().edit({0, 1}, bitsEdit(QuantSite::Weight, 4));
        document().edit({2}, bitsEdit(QuantSite::Activation, 6));
        const DocumentState saved = document().state();
        const QString path = file("saved.json");
        saveAs(path);
        QTRY_VERIFY(QFileInfo::exists(path));
        QTRY_VERIFY(!m_window->isWindowModified());
        QVERIFY(m_window->windowTitle().contains("saved.json"));

        find<QAction>("preset0")->trigger();
        QVERIFY(document().config().isFloat());
        document().setSaved();
        m_window->open(path);
        QTRY_VERIFY(document().state() == saved);
        QVERIFY(!m_window->isWindowModified());
        QTRY_VERIFY(settled());
        document().undoStack()->undo();
        QVERIFY(document().config().isFloat());
        QVERIFY(m_window->isWindowModified());
    }

    void aConfigurationForAnotherGeneratorIsRefused()
    {
        openSmall();
        document().edit({0}, bitsEdit(QuantSite::Weight, 4));
        const QString path = file("for_small.json");
        saveAs(path);
        QTRY_VERIFY(!m_window->isWindowModified());
        m_window->open(file("other.safetensors"));
        QTRY_COMPARE(document().info().name, std::string("other.safetensors"));
        QTRY_VERIFY(settled());
        m_window->open(path);
        QTRY_VERIFY(find<QWidget>("windowBanner")->isVisible());
        QVERIFY(bannerText().contains("main.0 has weights 8x32x4x4, not 8x16x4x4."));
        QVERIFY(document().config().isFloat());
    }

    void anArgumentWithConfiguration()
    {
        openSmall();
        document().edit({1}, bitsEdit(QuantSite::Weight, 3));
        saveAs(file("argument.json"));
        QTRY_VERIFY(!m_window->isWindowModified());
        m_window->open(file("small.safetensors"), file("argument.json"));
        QTRY_COMPARE(m_window->document()->undoStack()->undoText(), QString("Load argument.json"));
        QCOMPARE(document().config().spec("main.3").weight.bits, 3);
    }

    void filesCanBeDropped()
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file("small.safetensors"))});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton,
                              Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &drop);
        QTRY_VERIFY(!document().isEmpty());
        QVERIFY(QSettings()
                    .value("recentGenerators")
                    .toStringList()
                    .contains(file("small.safetensors")));
    }

    void closingAsksAboutChanges()
    {
        openSmall();
        document().edit({0}, bitsEdit(QuantSite::Weight, 4));
        m_window->close();
        QVERIFY(m_window->isVisible());
        answer(QMessageBox::Cancel);
        QTRY_VERIFY(!m_window->findChild<QMessageBox *>("unsavedQuestion"));
        QVERIFY(m_window->isVisible());
        m_window->close();
        answer(QMessageBox::Discard);
        QTRY_VERIFY(!m_window->isVisible());
    }

    void closingCanSave()
    {
        openSmall();
        document().edit({0}, bitsEdit(QuantSite::Weight, 4));
        saveAs(file("closing.json"));
        QTRY_VERIFY(!m_window->isWindowModified());
        document().edit({0}, bitsEdit(QuantSite::Weight, 7));
        m_window->close();
        answer(QMessageBox::Save);
        QTRY_VERIFY(!m_window->isVisible());
        QFile saved(file("closing.json"));
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QVERIFY(saved.readAll().contains("7"));
    }

    void unmodifiedClosesAtOnce()
    {
        openSmall();
        m_window->close();
        QVERIFY(!m_window->isVisible());
    }

    void closedWhileRunning()
    {
        openSmall();
        layers()->selectAll();
        QTest::keyClick(layers(), Qt::Key_3);
        QTRY_VERIFY(m_window->preview()->isRunning() || settled());
        m_window->open(file("other.safetensors"));
        m_window.reset();
        QCoreApplication::processEvents();
    }

    void changingAReadingKeepsTheConfiguration()
    {
        openSmall();
        document().edit({0}, bitsEdit(QuantSite::Weight, 4));
        QTRY_VERIFY(settled());
        const std::vector<Image> before = floatPictures();
        OpenRequest request = document().openRequest();
        request.assumptions["activation.final"] = "sigmoid";
        m_window->opener()->reopen(request);
        QTRY_COMPARE(document().info().assumption("activation.final")->value,
                     std::string("sigmoid"));
        QCOMPARE(document().config().spec("main.0").weight.bits, 4);
        QTRY_VERIFY(settled());
        QVERIFY(floatPictures() != before);
    }

    void oneOfSeveralNetworksIsChosen()
    {
        test::writeTwoNetworks(file("two.safetensors").toStdString());
        m_window->open(file("two.safetensors"));
        QTRY_VERIFY(!document().isEmpty());
        QCOMPARE(document().info().network, std::string("g_ema"));
        QVERIFY(bannerText().contains("g_ema is open"));
        QTRY_VERIFY(settled());
        document().edit({0}, bitsEdit(QuantSite::Weight, 4));
        auto *networks = find<QComboBox>("network");
        QVERIFY(networks);
        networks->setFocus();
        networks->setCurrentText("g");
        Q_EMIT networks->textActivated("g");
        QTRY_COMPARE(document().info().network, std::string("g"));
        QCOMPARE(document().config().spec("main.0").weight.bits, 4);
    }

    void aReadingThatFailsKeepsThePresentOne()
    {
        openSmall();
        auto *shape = m_window->findChild<QWidget *>("assumption.input.shape");
        QVERIFY(shape);
        auto *line = shape->findChild<QLineEdit *>("value");
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, "7");
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY(find<QWidget>("windowBanner")->isVisible());
        QCOMPARE(document().info().assumption("input.shape")->value, std::string("8x1x1"));
        const auto shown = [this] {
            return m_window->findChild<QWidget *>("assumption.input.shape")
                ->findChild<QLineEdit *>("value")
                ->text();
        };
        QTRY_COMPARE(shown(), QString("8x1x1"));
    }

    void assumptionsAreConfirmedByAClick()
    {
        openSmall();
        auto *editor = find<QWidget>("assumption.activation.final");
        auto *mark = editor->findChild<QToolButton *>("confirm");
        QVERIFY(mark->isVisible());
        QTest::mouseClick(mark, Qt::LeftButton);
        QVERIFY(!mark->isVisible());
        QVERIFY(document().info().assumption("activation.final")->confirmed);
    }

    void samplingIsEditedInPlaceAndUndone()
    {
        openSmall();
        const std::vector<Image> before = floatPictures();
        auto *choice =
            find<QWidget>("assumption.latent.distribution")->findChild<QComboBox *>("value");
        const QString other = choice->currentText() == "normal" ? "uniform" : "normal";
        choice->setCurrentText(other);
        Q_EMIT choice->textActivated(other);
        QTRY_VERIFY(settled());
        QVERIFY(floatPictures() != before);
        find<QAction>("undo")->trigger();
        QTRY_VERIFY(settled());
        QCOMPARE(floatPictures(), before);
        QVERIFY(choice->currentText() != other);
    }

    void everyControlHasANameForTheReader()
    {
        openSmall();
        for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
            const bool isControl = (widget->focusPolicy() & Qt::TabFocus) && widget->isVisible() &&
                                   !widget->objectName().startsWith("qt_");
            if (isControl && widget->accessibleName().isEmpty())
                QVERIFY2(hasOwnText(widget),
                         qPrintable(QString("%1 %2").arg(widget->metaObject()->className(),
                                                         widget->objectName())));
        }
    }

private:
    template <typename Child> Child *find(const char *name) const
    {
        return m_window->findChild<Child *>(name);
    }
    QString file(const char *name) const { return m_folder.filePath(name); }
    QuantDocument &document() const { return *m_window->document(); }
    CompareView *view() const { return find<CompareView>("compareView"); }
    LayersView *layers() const { return find<LayersView>("layersView"); }

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

    void answer(QMessageBox::StandardButton button)
    {
        auto *box = find<QMessageBox>("unsavedQuestion");
        QVERIFY(box);
        QTest::mouseClick(box->button(button), Qt::LeftButton);
    }

    static bool hasOwnText(const QWidget *widget)
    {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        return button && !button->text().isEmpty();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setOrganizationName("Quantloupe");
    QApplication::setApplicationName("tests");
    applyTheme(application, ThemeKind::Light);
    TestMainWindow test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_main_window.moc"
