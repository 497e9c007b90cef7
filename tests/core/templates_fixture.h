// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network_runs.h"
#include "opened_files.h"
#include "state_dict_files.h"
#include "template_networks.h"

#include <QObject>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <memory>
#include <vector>

namespace templates_fixture {

using namespace quantloupe;
using namespace test_networks;

/// Of the largest value: what the order of a few hundred float32 additions changes.
inline constexpr double kRounding = 2e-5;

inline std::vector<TemplateNetwork> networks()
{
    return {cycleGanResnet9(),
            sagan(),
            saganWithoutClasses(),
            diStyleGan(),
            styleGan2(0, Modulation::Plain),
            styleGan2(5, Modulation::Plain)};
}

/// Opens checkpoints of published code.
class TemplatesFixture : public QObject
{
protected:
    void rows() const
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < m_networks.size(); ++i)
            QTest::newRow(m_networks[i].name.c_str()) << int(i);
    }
    LoadOptions saved(const NamedTensors &tensors) const
    {
        LoadOptions options;
        options.path = m_folder.filePath("network.pth").toStdString();
        writeZipPickle(options.path, tensors);
        return options;
    }
    std::shared_ptr<const Generator> opened(const TemplateNetwork &network) const
    {
        return loadGenerator(saved(network.tensors));
    }
    const std::shared_ptr<const Generator> &opened(int index)
    {
        auto &generator = m_opened[index];
        if (!generator)
            generator = opened(m_networks.at(static_cast<std::size_t>(index)));
        return generator;
    }

    QTemporaryDir m_folder;
    std::vector<TemplateNetwork> m_networks = networks();
    std::map<int, std::shared_ptr<const Generator>> m_opened;
};

} // namespace templates_fixture
