// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "opened_files.h"
#include "session/sensitivity_run.h"
#include "session/torchscript_trial.h"
#include "state_dict_files.h"
#include "state_dict_networks.h"

#include <map>
#include <vector>

/// What the tests of sensitivities start from: a small generator of 3x16x16 pictures with the
/// layers main.0, main.3 and main.6.
namespace sensitivity_fixture {

using namespace quantloupe;
using namespace test_networks;

class Fixture
{
public:
    Fixture()
    {
        setTrialProgram(QUANTLOUPE_BIN_DIR "/quantloupe-cli");
        qputenv("XDG_CACHE_HOME", QByteArray::fromStdString(m_folder.path("cache")));
        writeZipPickle(m_folder.path("network.pth"), sequentialNetworks().front().tensors);
        m_generator = m_session.open({m_folder.path("network.pth"), {}, {}, {}, false}, {});
    }

    Session &session() { return m_session; }
    const GeneratorPtr &generator() const { return m_generator; }

    /// 8, 3 and 1 bits on seven samples, which fill no whole number of micro-batches.
    SensitivityRequest request() const
    {
        SensitivityRequest request;
        request.generator = m_generator;
        request.plan = samplingPlan(*m_generator);
        request.calibration.count = 16;
        request.cells.bits = {8, 3, 1};
        request.count = 7;
        request.execution.threads = 1;
        return request;
    }

    /// All layers quantized.
    QuantConfig base(int weightBits, int activationBits) const
    {
        QuantConfig config;
        for (const LayerInfo &layer : info(*m_generator).layers) {
            LayerQuantSpec spec;
            spec.weight = weightSpecOfBits(weightBits);
            if (layer.hasActivationSite && !layer.readsNetworkInput)
                spec.activation.bits = activationBits;
            config.set(layer.name, spec);
        }
        return config;
    }

    SensitivityReport run(const SensitivityRequest &request, const SensitivityHooks &hooks = {},
                          const RunContext &context = RunContext())
    {
        return runSensitivity(m_session, request, context, hooks);
    }

private:
    NetworkFolder m_folder;
    Session m_session;
    GeneratorPtr m_generator;
};

/// Without what differs from run to run.
inline std::vector<SensitivityCell> timeless(std::vector<SensitivityCell> cells)
{
    for (SensitivityCell &cell : cells)
        cell.seconds = 0;
    return cells;
}

/// Cells by key, as a store holds them.
using Store = std::map<CellKey, SensitivityCell>;

inline KnownCells lookUp(const Store &store)
{
    return [&store](const CellKey &key) {
        const auto found = store.find(key);
        return found == store.end() ? std::nullopt : std::optional(found->second);
    };
}

} // namespace sensitivity_fixture
