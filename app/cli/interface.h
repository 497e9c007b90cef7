// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"
#include "diff_command.h"
#include "export_options.h"
#include "metrics_options.h"
#include "report_options.h"
#include "reproduce_options.h"
#include "runs_options.h"
#include "search_options.h"
#include "sensitivity_options.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <string>
#include <type_traits>
#include <vector>

namespace quantloupe::cli {

/// All commands as CLI11 knows them, with a place for what each is told.
class Interface
{
public:
    /// @param words     the command line without the program's name
    /// @param runAgain  what repeats a run that a store keeps
    Interface(std::vector<std::string> words, RunAgain runAgain);
    Interface(const Interface &) = delete;
    Interface &operator=(const Interface &) = delete;

    /// @throws CLI::ParseError for an answer about usage, too
    /// @throws Error{BadInput} for a correction whose layers are an empty text
    void parse();

    const std::vector<std::string> &words() const { return m_words; }
    /// The whole command as one line for a shell.
    std::string line() const;
    const CLI::App &app() const { return m_app; }
    /// Of the command that was parsed.
    void run(CommandContext &context) const { m_chosen(context); }

    GlobalOptions global;

private:
    template <class Options>
    using Run = void (*)(CommandContext &, const std::type_identity_t<Options> &);

    /// What stands below the options; asked only where the help is shown, since it may read files.
    using Help = std::string (*)();

    /// A command that takes what addTo(CLI::App &, Options &) adds.
    template <class Options>
    CLI::App *add(const char *name, Options &options, Run<Options> run, const char *summary,
                  const char *example, Help help = nullptr);
    template <class Options>
    void finish(CLI::App *command, Options &options, Run<Options> run, const char *example,
                Help help);

    void addGenerators();
    CLI::App *addGenerate(const char *name, GenerateOptions &options, Run<GenerateOptions> run,
                          const char *summary, const char *out, const char *example);
    void addTrainings();
    void addStudies();
    void addPictureSets();
    void addDistances();
    void addRuns(RunAgain runAgain);

    std::vector<std::string> m_words;
    CLI::App m_app{"Quantloupe: quantize image generators layer by layer and see what each bit "
                   "does to the picture."};
    std::function<void(CommandContext &)> m_chosen;

    InspectOptions m_inspect;
    QuantizersOptions m_quantizers;
    CalibrateOptions m_calibrate;
    GenerateOptions m_sample;
    GenerateOptions m_compare;
    GenerateOptions m_demo;
    TrainOptions m_train;
    AttributeTrainRequest m_trainFeatures;
    MetricsOptions m_metrics;
    SensitivityOptions m_sensitivity;
    SearchOptions m_search;
    ExportOptions m_export;
    ReportOptions m_report;
    ReproduceOptions m_reproduce;
    DiffOptions m_diff;
    SwdOptions m_swd;
    ImagesOptions m_images;
    FeaturesOptions m_features;
    FeatureDistanceOptions m_fid;
    FeatureDistanceOptions m_kid;
    RunsOptions m_runs;
};

} // namespace quantloupe::cli
