// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "comma_locale.h"
#include "mainwindow/application.h"

#include <QSignalSpy>
#include <QTest>

#include <clocale>
#include <functional>
#include <new>

using namespace quantloupe;

/// What a handler lets through, and how libraries write numbers.
class TestApplication : public QObject
{
    Q_OBJECT

    class Thrower : public QObject
    {
    public:
        explicit Thrower(std::function<void()> handler) : m_handler(std::move(handler)) {}
        bool event(QEvent *) override
        {
            m_handler();
            return true;
        }

    private:
        std::function<void()> m_handler;
    };

    /// What is told of an exception in a handler.
    static QList<QVariantList> toldOf(std::function<void()> handler)
    {
        QSignalSpy failed(static_cast<Application *>(qApp), &Application::failed);
        Thrower thrower(std::move(handler));
        QEvent event(QEvent::User);
        QCoreApplication::sendEvent(&thrower, &event);
        // Not from within what failed.
        if (!failed.isEmpty())
            return {};
        QCoreApplication::processEvents();
        return failed;
    }

private Q_SLOTS:
    void errorsAreTold()
    {
        const auto told = toldOf([] { throw Error(ErrorKind::Io, "The disk is full.", "why"); });
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.constFirst().at(0).toString(), QString("The disk is full."));
        QCOMPARE(told.constFirst().at(1).toString(), QString("why"));
    }

    void foreignExceptionsAreTold()
    {
        const auto told = toldOf([] { throw std::bad_alloc(); });
        QCOMPARE(told.size(), 1);
        QVERIFY(told.constFirst().at(0).toString().contains("memory"));
    }

    void cancellationsAreNot()
    {
        bool isThrown = false;
        QVERIFY(toldOf([&] {
                    isThrown = true;
                    throw Cancelled();
                }).isEmpty());
        QVERIFY(isThrown);
    }

    void numbersKeepTheirPoint()
    {
        if (!hasCommaLocale)
            QSKIP(comma_locale::kMissing);
        QCOMPARE(std::setlocale(LC_TIME, nullptr), comma_locale::kName);
        QCOMPARE(std::to_string(1.5), std::string("1.500000"));
    }

public:
    bool hasCommaLocale = false;
};

int main(int argc, char **argv)
{
    const bool hasCommaLocale = comma_locale::prepare();
    Application application(argc, argv);
    TestApplication test;
    test.hasCommaLocale = hasCommaLocale;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_application.moc"
