// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "made_up_generator.h"
#include "models/quant_document.h"

#include <QObject>

#include <memory>

namespace quantloupe::test {

/// A document of the made-up generator, new for each test.
class QuantDocumentFixture : public QObject
{
protected:
    /// Rows of its layers.
    static constexpr int kEmbed = 0;
    static constexpr int kUp = 1;
    static constexpr int kOut = 2;

    void openMadeUp()
    {
        m_document = std::make_unique<QuantDocument>();
        m_document->open(madeUpGenerator());
    }

    std::unique_ptr<QuantDocument> m_document;
};

} // namespace quantloupe::test
