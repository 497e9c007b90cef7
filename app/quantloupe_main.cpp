// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/embedded_files.h"
#include "mainwindow/application.h"
#include "mainwindow/main_window.h"
#include "mainwindow/screenshot.h"
#include "mainwindow/theme_menu.h"
#include "mainwindow/translations.h"
#include "session/hidden_command.h"
#include "session/session.h"
#include "widgets/program_icon.h"
#include "widgets/theme.h"

#include <QCommandLineParser>

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <string_view>

namespace quantloupe {

namespace {

QString tr(const char *text)
{
    return QApplication::translate("quantloupe", text);
}

struct Options
{
    QString generator;
    QString configuration;
    QString screenshot;
    QString part;
    QSize size;
    /// Instead of the one in the settings.
    std::optional<ThemeKind> theme;
    /// The session before is opened.
    bool restores = false;
};

[[noreturn]] void refuse(const QString &sentence)
{
    std::fprintf(stderr, "%s\n", qPrintable(sentence));
    std::exit(1);
}

QSize parseSize(const QString &text)
{
    const QStringList sides = text.split(u'x');
    const QSize size(sides.value(0).toInt(), sides.value(1).toInt());
    if (sides.size() != 2 || size.isEmpty())
        refuse(tr("The size '%1' is not WxH, for example 1440x900.").arg(text));
    return size;
}

ThemeKind parseTheme(const QString &text)
{
    if (text != QStringLiteral("light") && text != QStringLiteral("dark"))
        refuse(tr("The theme '%1' is neither light nor dark.").arg(text));
    return text == QStringLiteral("dark") ? ThemeKind::Dark : ThemeKind::Light;
}

void checkLanguage(const QString &text)
{
    if (!text.isEmpty() && !languages().contains(text))
        refuse(tr("There is no translation to '%1', only to %2.")
                   .arg(text, languages().join(QStringLiteral(", "))));
}

/// Ends the program after --help and --version.
Options parseOptions(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        tr("Gives every layer of an image generator its bits and shows each bit's picture."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        "FILE", tr("A generator or a configuration to open; the built-in faces without it."),
        "[FILE]");
    const QCommandLineOption config("config", tr("A configuration for it."), "FILE");
    const QCommandLineOption screenshot(
        "screenshot", tr("Save a picture of the window once all is drawn, and quit."), "PNG");
    const QCommandLineOption part(
        "part", tr("Limit the picture to the part of the window with this name."), "NAME");
    const QCommandLineOption language("language", tr("en or de instead of the system's."), "CODE");
    const QCommandLineOption fresh(
        "fresh", tr("Start with the built-in faces instead of the last session."));
    const QCommandLineOption size(
        "size",
        tr("Size of the window, with its panels as at first start; the layout that is kept stays."),
        "WxH");
    const QCommandLineOption theme("theme", tr("light or dark instead of the system's."), "NAME");
    parser.addOptions({config, fresh, language, screenshot, part, size, theme});
    parser.process(application);

    Options options;
    if (parser.positionalArguments().size() > 1)
        refuse(
            tr("quantloupe opens one generator, not %1.").arg(parser.positionalArguments().size()));
    options.generator = parser.positionalArguments().value(0);
    options.configuration = parser.value(config);
    options.screenshot = parser.value(screenshot);
    options.part = parser.value(part);
    checkLanguage(parser.value(language));
    if (parser.isSet(size))
        options.size = parseSize(parser.value(size));
    options.restores = options.generator.isEmpty() && options.configuration.isEmpty() &&
                       options.screenshot.isEmpty() && !parser.isSet(fresh);
    if (parser.isSet(theme))
        options.theme = parseTheme(parser.value(theme));
    return options;
}

/// What needs no window.
bool asksForText(int argc, char **argv)
{
    constexpr std::array kAsking{"-h", "--help", "--help-all", "-v", "--version"};
    return std::any_of(argv + 1, argv + argc, [&](std::string_view argument) {
        return std::find(kAsking.begin(), kAsking.end(), argument) != kAsking.end();
    });
}

void introduce(QCoreApplication &application)
{
    QCoreApplication::setOrganizationName("Quantloupe");
    QCoreApplication::setApplicationName("quantloupe");
    QCoreApplication::setApplicationVersion(QUANTLOUPE_VERSION);
    installTranslations(application, requestedLanguage(QCoreApplication::arguments()));
}

/// Without a display too; returns where the parser did not take the argument for its own.
void printText(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    introduce(application);
    parseOptions(application);
}

} // namespace

} // namespace quantloupe

int main(int argc, char **argv)
{
    using namespace quantloupe;
    if (const std::optional<int> code = runHiddenCommand(argc, argv))
        return *code;
    if (asksForText(argc, argv))
        printText(argc, argv);
    Application application(argc, argv);
    introduce(application);
    QApplication::setApplicationDisplayName({});
    QApplication::setDesktopFileName(QStringLiteral("quantloupe"));
    QApplication::setWindowIcon(programIcon());
    Options options = parseOptions(application);
    if (options.generator.isEmpty()) {
        const std::string builtin(embeddedGenerators().front());
        options.generator = QString::fromStdString(builtin);
        if (options.configuration.isEmpty())
            options.configuration = QString::fromStdString(embeddedConfiguration(builtin));
    }
    applyTheme(application, options.theme.value_or(chosenTheme()));

    Session session;
    MainWindow window(session);
    QObject::connect(&application, &Application::failed, &window, &MainWindow::showError);
    if (options.size.isValid())
        window.layOutOnce(options.size);
    Screenshot screenshot(&window, options.screenshot, options.part);
    if (!options.screenshot.isEmpty())
        screenshot.start();
    window.show();
    if (options.restores) {
        window.restoreSession(options.generator, options.configuration);
    } else {
        if (options.screenshot.isEmpty())
            window.keepSession();
        if (options.configuration.isEmpty())
            window.open(options.generator);
        else
            window.open(options.generator, options.configuration);
    }
    return QApplication::exec();
}
