// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/kept_bar.h"

#include "models/absence_words.h"
#include "widgets/help_page.h"
#include "widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

namespace quantloupe {

namespace {

/// Of a name, the roomiest first.
constexpr int kNameCharacters[] = {16, 8, 4};

QString escaped(QString name)
{
    return name.replace(u'&', QStringLiteral("&&"));
}

} // namespace

QString meanText(const MeanQuality &mean)
{
    if (!mean.psnr)
        return reasonText(mean.absence);
    const QString psnr = KeptBar::tr("%1 dB").arg(QLocale().toString(*mean.psnr, 'f', 1));
    if (!mean.ssim)
        return psnr;
    return KeptBar::tr("%1   SSIM %2").arg(psnr, QLocale().toString(*mean.ssim, 'f', 3));
}

KeptBar::KeptBar(CompareSet *set, KeptPreview *preview, QWidget *parent)
    : QWidget(parent), m_set(set), m_preview(preview)
{
    createWidgets();
    createLayout();
    connectSignals();
}

void KeptBar::createWidgets()
{
    setObjectName("keptBar");
    setHelpPage(this, "compare#several-configurations");
    m_present = new QLabel(this);
    m_present->setObjectName("presentMean");
    m_chooser = new QWidget(this);
    m_left = new QComboBox(m_chooser);
    m_left->setObjectName("leftPicture");
    m_left->setAccessibleName(tr("Left picture"));
    m_right = new QComboBox(m_chooser);
    m_right->setObjectName("rightPicture");
    m_right->setAccessibleName(tr("Right picture"));
    m_all = new QCheckBox(tr("All"), m_chooser);
    m_all->setObjectName("allPictures");
    m_all->setToolTip(tr("Float and every configuration side by side"));
    hide();
}

void KeptBar::createLayout()
{
    auto *chooser = new QHBoxLayout(m_chooser);
    chooser->setContentsMargins(0, 0, 0, 0);
    chooser->setSpacing(kSpacingTight);
    chooser->addWidget(m_left);
    chooser->addWidget(new QLabel(tr("and"), m_chooser));
    chooser->addWidget(m_right);
    chooser->addWidget(m_all);
    m_chipRow = new QHBoxLayout;
    m_chipRow->setSpacing(kSpacingTight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kSpacing, 0, kSpacing, kSpacingTight);
    row->setSpacing(kSpacing);
    row->addWidget(m_present);
    row->addLayout(m_chipRow);
    row->addStretch(1);
    row->addWidget(m_chooser);
}

void KeptBar::connectSignals()
{
    connect(m_set, &CompareSet::keptChanged, this, &KeptBar::rebuild);
    connect(m_set, &CompareSet::renamed, this, [this] {
        refresh();
        refreshChoice();
    });
    connect(m_preview, &KeptPreview::averaged, this, &KeptBar::refresh);
    connect(m_preview, &KeptPreview::started, this, &KeptBar::refresh);
    const auto emitChoice = [this] { Q_EMIT choiceChanged(choice()); };
    // A restored session chooses too.
    connect(m_left, &QComboBox::currentIndexChanged, this, emitChoice);
    connect(m_right, &QComboBox::currentIndexChanged, this, emitChoice);
    connect(m_all, &QCheckBox::toggled, this, [this, emitChoice] {
        refreshChoice();
        emitChoice();
    });
}

QToolButton *KeptBar::createChip(const KeptConfiguration &kept)
{
    auto *chip = new QToolButton(this);
    chip->setObjectName(QStringLiteral("kept%1").arg(kept.id));
    chip->setPopupMode(QToolButton::InstantPopup);
    chip->setFocusPolicy(Qt::StrongFocus);
    auto *menu = new QMenu(chip);
    const auto add = [&](const QString &objectName, const QString &text, auto &&done) {
        QAction *action = menu->addAction(text);
        action->setObjectName(objectName + QString::number(kept.id));
        connect(action, &QAction::triggered, this, done);
    };
    add(QStringLiteral("loadKept"), tr("Load"), [this, id = kept.id] { m_set->load(id); });
    add(QStringLiteral("renameKept"), tr("Rename…"), [this, id = kept.id] { askForName(id); });
    add(QStringLiteral("removeKept"), tr("Remove"), [this, id = kept.id] { m_set->remove(id); });
    chip->setMenu(menu);
    return chip;
}

void KeptBar::rebuild()
{
    for (QToolButton *chip : std::as_const(m_chips)) {
        chip->hide();
        // Its menu may be the one that asked for this.
        chip->deleteLater();
    }
    m_chips.clear();
    QWidget *before = m_present;
    for (const KeptConfiguration &kept : m_set->kept()) {
        QToolButton *chip = createChip(kept);
        m_chips.append(chip);
        m_chipRow->addWidget(chip);
        setTabOrder(before, chip);
        before = chip;
    }
    setVisible(!m_chips.isEmpty());
    forgetChoice();
    refresh();
    refreshChoice();
    Q_EMIT choiceChanged(choice());
}

void KeptBar::forgetChoice()
{
    const QSignalBlocker quietLeft(m_left);
    const QSignalBlocker quietRight(m_right);
    const QSignalBlocker quietAll(m_all);
    m_left->setCurrentIndex(-1);
    m_right->setCurrentIndex(-1);
    m_all->setChecked(false);
}

void KeptBar::refresh()
{
    m_present->setText(tr("Current   %1").arg(meanText(m_mean)));
    m_present->setToolTip(tr("Mean distance to float over %n samples", nullptr, m_samples));
    const auto fits = [this](Detail detail, int characters) {
        showDetail(detail, characters);
        return neededWidth() <= width();
    };
    if (fits(Detail::Means, kNameCharacters[0]) || fits(Detail::Psnr, kNameCharacters[0]))
        return;
    for (const int characters : kNameCharacters)
        if (fits(Detail::Name, characters))
            return;
}

QString KeptBar::shortName(const QString &name, int characters) const
{
    return fontMetrics().elidedText(name, Qt::ElideRight,
                                    characters * fontMetrics().averageCharWidth());
}

void KeptBar::showDetail(Detail detail, int characters)
{
    // The toolbar above tells the present means too.
    m_present->setVisible(detail == Detail::Means);
    // A resize may come before the chips follow the set.
    const qsizetype count = std::min(m_chips.size(), m_set->kept().size());
    for (qsizetype i = 0; i < count; ++i) {
        const KeptConfiguration &kept = m_set->kept().at(i);
        const KeptPictures *drawn = m_preview->pictures(kept.id);
        const QString name = shortName(kept.name, characters);
        const QString mean = drawn ? meanText(drawn->mean) : QStringLiteral("\u2026");
        const QString told =
            detail == Detail::Means ? mean : mean.section(QStringLiteral("   "), 0, 0);
        m_chips[i]->setText(escaped(detail == Detail::Name ? name : tr("%1   %2").arg(name, told)));
        m_chips[i]->setAccessibleName(tr("Configuration %1: %2").arg(kept.name, mean));
        m_chips[i]->setToolTip(
            tr("%1: %2, mean distance to float over %n samples. Load, rename or remove it.",
               nullptr, drawn ? drawn->samples : 0)
                .arg(kept.name, mean));
    }
}

int KeptBar::neededWidth() const
{
    int needed = 2 * kSpacing;
    if (!m_present->isHidden())
        needed += m_present->sizeHint().width() + kSpacing;
    for (const QToolButton *chip : m_chips)
        needed += chip->sizeHint().width() + kSpacingTight;
    if (!m_chooser->isHidden())
        needed += m_chooser->sizeHint().width() + kSpacing;
    return needed;
}

QSize KeptBar::minimumSizeHint() const
{
    return {0, QWidget::minimumSizeHint().height()};
}

void KeptBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    refresh();
}

void KeptBar::refreshChoice()
{
    QStringList names{tr("Float"), tr("Current")};
    for (const KeptConfiguration &kept : m_set->kept())
        names.append(shortName(kept.name, kNameCharacters[0]));
    for (QComboBox *box : {m_left, m_right}) {
        const int known = box->currentIndex() < 0 || box->currentIndex() >= names.size()
                              ? int(box == m_right)
                              : box->currentIndex();
        const QSignalBlocker quiet(box);
        box->clear();
        box->addItems(names);
        box->setCurrentIndex(known);
        box->setEnabled(m_mode != CompareMode::Pair || !m_all->isChecked());
    }
    m_all->setVisible(m_mode == CompareMode::Pair);
    m_chooser->setVisible(m_mode != CompareMode::Grid);
}

LargeChoice KeptBar::choice() const
{
    return {m_left->currentIndex(), m_right->currentIndex(), m_all->isChecked()};
}

void KeptBar::setPresent(const MeanQuality &mean, int samples)
{
    m_mean = mean;
    m_samples = samples;
    refresh();
}

void KeptBar::setMode(CompareMode mode)
{
    m_mode = mode;
    refreshChoice();
    refresh();
}

void KeptBar::askForName(int id)
{
    const KeptConfiguration *kept = m_set->kept(id);
    if (!kept)
        return;
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName("renameDialog");
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename configuration"));
    dialog->setLabelText(tr("Name of the configuration"));
    dialog->setTextValue(kept->name);
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, id](const QString &name) { m_set->rename(id, name); });
    dialog->open();
}

} // namespace quantloupe
