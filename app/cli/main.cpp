// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/embedded_files.h"
#include "base/error.h"
#include "base/version.h"
#include "commands.h"
#include "export_options.h"
#include "metrics_options.h"
#include "report_options.h"
#include "reproduce_options.h"
#include "session/hidden_command.h"
#include "usage.h"
#include "watcher.h"

#include <functional>
#include <iostream>

namespace quantloupe::cli {

namespace {

constexpr int kDone = 0;
constexpr int kBadInput = 1;
constexpr int kInternalError = 2;
constexpr int kCancelled = 130;

/// The command line as CLI11 knows it, and what each command will do.
struct Interface
{
    CLI::App app{"Quantloupe: quantize image generators layer by layer and see what each bit does "
                 "to the picture."};
    GlobalOptions global;
    InspectOptions inspect;
    QuantizersOptions quantizers;
    GenerateOptions sample;
    GenerateOptions compare;
    CalibrateOptions calibrate;
    GenerateOptions demo;
    TrainOptions train;
    AttributeTrainRequest trainFeatures;
    MetricsOptions metrics;
    ExportOptions exporting;
    ReportOptions reporting;
    ReproduceOptions reproduce;
    SwdOptions swd;
    ImagesOptions images;
    FeaturesOptions features;
    FeatureDistanceOptions fid;
    FeatureDistanceOptions kid;
    std::function<void(CommandContext &)> chosen;

    Interface()
    {
        app.name("quantloupe-cli");
        app.set_version_flag("--version", kVersion);
        app.require_subcommand(1);
        app.fallthrough();
        addTo(app, global);
        addInspect();
        addQuantizers();
        addCalibrate();
        addGenerate("sample", sample, runSample, "Generate pictures, float or quantized",
                    "quantloupe-cli sample g.pth --set '*=w4' --count 64 --out samples.png");
        addGenerate("compare", compare, runCompare,
                    "Float and quantized pictures of the same inputs",
                    "quantloupe-cli compare g.pth --set '*=w4,a8' --set 'conv1*=w8' --out c.png");
        addGenerate("demo", demo, runDemo,
                    "Comparison picture, configuration and report in one folder",
                    "quantloupe-cli demo --out quantloupe-demo");
        addTrain();
        addTrainFeatures();
        addMetrics();
        addExport();
        addReport();
        addReproduce();
        addSwd();
        addImages();
        addFeatures();
        addFid();
        addKid();
    }

private:
    void addInspect()
    {
        CLI::App *command =
            app.add_subcommand("inspect", "Layers, inputs, sizes and assumptions of a generator");
        addTo(*command, inspect);
        command->footer("Example: quantloupe-cli inspect generator.pth --layer conv1 --set '*=w4'");
        command->callback(
            [this] { chosen = [this](CommandContext &context) { runInspect(context, inspect); }; });
    }

    void addQuantizers()
    {
        CLI::App *command = app.add_subcommand(
            "quantizers", "What each quantizer makes of the weight of one layer");
        addTo(*command, quantizers);
        command->footer(weightMethodHelp() +
                        "Example: quantloupe-cli quantizers g.pth --layer conv1 --bits 4,2");
        command->callback([this] {
            chosen = [this](CommandContext &context) { runQuantizers(context, quantizers); };
        });
    }

    void addCalibrate()
    {
        CLI::App *command = app.add_subcommand(
            "calibrate", "Activation ranges of a configuration, to keep them in its file");
        addTo(*command, calibrate);
        command->footer(rangeEstimatorHelp() +
                        "Example: quantloupe-cli calibrate g.pth --set '*=w4,a8:meanmax:sym' "
                        "--out configuration.json");
        command->callback([this] {
            chosen = [this](CommandContext &context) { runCalibrate(context, calibrate); };
        });
    }

    void addGenerate(const char *name, GenerateOptions &options,
                     void (*run)(CommandContext &, const GenerateOptions &), const char *summary,
                     const char *example)
    {
        CLI::App *command = app.add_subcommand(name, summary);
        addTo(*command, options.generator);
        addTo(*command, options.config);
        addTo(*command, options.inputs);
        const bool isDemo = std::string_view(name) == "demo";
        if (std::string_view(name) == "compare")
            command
                ->add_option("--beside", options.beside,
                             "One more configuration of the same samples: a file, or rules as "
                             "--set takes them with ';' between them (repeatable)")
                ->allow_extra_args(false);
        if (isDemo) {
            options.out = "quantloupe-demo";
            options.generator.file = embeddedGenerators().front();
            command->get_option(kGeneratorOption)->required(false)->capture_default_str();
        }
        command->add_option("--out", options.out,
                            isDemo ? "Folder for the results"
                            : std::string_view(name) == "sample"
                                ? ".png (grid), .safetensors or a folder"
                                : "PNG of float, quantized, difference");
        command->footer(weightMethodHelp() + rangeEstimatorHelp() + correctionHelp() +
                        "Example: " + example);
        command->callback([this, run, &options] {
            chosen = [run, &options](CommandContext &context) { run(context, options); };
        });
    }

    void addTrain()
    {
        CLI::App *command =
            app.add_subcommand("train", "Train a generator on pictures of your own");
        addTo(*command, train);
        command->footer("Example: quantloupe-cli train --dataset pictures/ --size 64 --steps 12000 "
                        "--out faces.safetensors --resume");
        command->callback(
            [this] { chosen = [this](CommandContext &context) { runTrain(context, train); }; });
    }

    void addTrainFeatures()
    {
        CLI::App *command = app.add_subcommand(
            "train-features", "Train the network of features that distances are measured with");
        addTo(*command, trainFeatures);
        command->footer("Example: quantloupe-cli train-features --clothes "
                        "train-images-idx3-ubyte.gz --labels train-labels-idx1-ubyte.gz --out "
                        "features.safetensors");
        command->callback([this] {
            chosen = [this](CommandContext &context) { runTrainFeatures(context, trainFeatures); };
        });
    }

    void addMetrics()
    {
        CLI::App *command = app.add_subcommand(
            "metrics", "How far a configuration's pictures are from float and from a reference");
        addTo(*command, metrics);
        command->footer("Example: quantloupe-cli metrics g.pth --set '*=w4' --metric fid,swd "
                        "--reference pictures.tar --count 4096");
        command->callback(
            [this] { chosen = [this](CommandContext &context) { runMetrics(context, metrics); }; });
    }

    void addExport()
    {
        CLI::App *command = app.add_subcommand(
            "export", "A configuration as files of other tools, and what they cannot say of it");
        addTo(*command, exporting);
        command->footer(exportFormatHelp() +
                        "Example: quantloupe-cli export g.pth --config bits.json --format "
                        "aimet-1.0.0 --names onnx.json --out encodings.json");
        command->callback([this] {
            chosen = [this](CommandContext &context) { runExport(context, exporting); };
        });
    }

    void addReport()
    {
        CLI::App *command = app.add_subcommand(
            "report", "A configuration on one page: pictures, numbers, charts, how it was made");
        addTo(*command, reporting);
        command->footer("Example: quantloupe-cli report g.pth --config bits.json --metric fid,swd "
                        "--out bits.html");
        command->callback([this] {
            chosen = [this](CommandContext &context) { runReport(context, reporting); };
        });
    }

    void addReproduce()
    {
        CLI::App *command = app.add_subcommand(
            "reproduce", "An experiment of one of the papers, without training: table and verdict");
        addTo(*command, reproduce);
        command->footer(recipeHelp() +
                        "Example: quantloupe-cli reproduce pbgen builtin:avatars-64 --count 4096");
        command->callback([this] {
            chosen = [this](CommandContext &context) { runReproduce(context, reproduce); };
        });
    }

    void addSwd()
    {
        CLI::App *command =
            app.add_subcommand("swd", "Sliced Wasserstein distance of two sets of pictures");
        addTo(*command, swd);
        command->footer("Example: quantloupe-cli swd samples/ pictures.tar --count 4096 "
                        "--resize 64:area --floor");
        command->callback(
            [this] { chosen = [this](CommandContext &context) { runSwd(context, swd); }; });
    }

    void addImages()
    {
        CLI::App *command =
            app.add_subcommand("images", "Pictures of a set as a metric or a training sees them");
        addTo(*command, images);
        command->footer("Example: quantloupe-cli images builtin:avatars --count 64 "
                        "--out faces.png");
        command->callback(
            [this] { chosen = [this](CommandContext &context) { runImages(context, images); }; });
    }

    void addFeatures()
    {
        CLI::App *command = app.add_subcommand("features", "Features and statistics of pictures");
        addTo(*command, features);
        command->footer("Example: quantloupe-cli features pictures.tar --extractor "
                        "pt_inception-2015-12-05-6726825d.pth --out pictures.npz");
        command->callback([this] {
            chosen = [this](CommandContext &context) { runFeatures(context, features); };
        });
    }

    void addFid()
    {
        CLI::App *command =
            app.add_subcommand("fid", "Frechet distance of the features of two sets of pictures");
        addTo(*command, fid);
        command->add_flag("--few", fid.few,
                          "Compute FID of fewer than " + std::to_string(kFidDimension) +
                              " pictures all the same, and mark it");
        command->footer("Example: quantloupe-cli fid samples/ pictures.npz --extractor "
                        "pt_inception-2015-12-05-6726825d.pth");
        command->callback(
            [this] { chosen = [this](CommandContext &context) { runFid(context, fid); }; });
    }

    void addKid()
    {
        CLI::App *command =
            app.add_subcommand("kid", "Kernel distance of the features of two sets of pictures");
        kid.count = 4096;
        addTo(*command, kid);
        command->add_option("--subsets", kid.subsets,
                            "Also the mean over subsets: FILE.safetensors with fixed ones, or "
                            "COUNT:SIZE, drawn by the seed");
        command->footer("Example: quantloupe-cli kid samples/ pictures.tar --count 4096 --floor "
                        "--extractor pt_inception-2015-12-05-6726825d.pth");
        command->callback(
            [this] { chosen = [this](CommandContext &context) { runKid(context, kid); }; });
    }
};

int report(const Error &error)
{
    std::cerr << "quantloupe-cli: " << error.what() << '\n';
    // Technical detail of internal errors is for reports; lists of differences are for everyone.
    if (error.kind() == ErrorKind::BadInput && error.context().starts_with("- "))
        std::cerr << error.context() << '\n';
    return error.kind() == ErrorKind::Internal ? kInternalError : kBadInput;
}

int runChosen(Interface &interface, Watcher &watcher)
{
    try {
        const RunContext run = watcher.context();
        if (!interface.global.quiet)
            watcher.showProgress();
        CommandContext context{interface.global, run, {}};
        interface.chosen(context);
        std::cout.flush();
        if (!std::cout)
            throw Error(ErrorKind::Io, "The answer could not be written to standard output.");
        return kDone;
    } catch (const Cancelled &) {
        std::cerr << "quantloupe-cli: cancelled\n";
        return kCancelled;
    } catch (...) {
        try {
            return report(translateCurrentException("running the command"));
        } catch (const Cancelled &) {
            return kCancelled;
        }
    }
}

} // namespace

} // namespace quantloupe::cli

int main(int argc, char **argv)
{
    using namespace quantloupe;
    if (const auto code = runHiddenCommand(argc, argv))
        return *code;
    cli::Watcher watcher;
    cli::Interface interface;
    interface.reporting.words = {"quantloupe-cli"};
    interface.reporting.words.insert(interface.reporting.words.end(), argv + 1, argv + argc);
    try {
        interface.app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return cli::reportUsage(interface.app, error) ? cli::kDone : cli::kBadInput;
    }
    return cli::runChosen(interface, watcher);
}
