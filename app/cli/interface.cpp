// SPDX-License-Identifier: GPL-3.0-or-later
#include "interface.h"

#include "base/embedded_files.h"
#include "base/error.h"
#include "base/version.h"
#include "commands.h"
#include "exchange/command_line.h"

#include <algorithm>

namespace quantloupe::cli {

Interface::Interface(std::vector<std::string> words, RunAgain runAgain) : m_words(std::move(words))
{
    m_app.name("quantloupe-cli");
    m_app.set_version_flag("--version", kVersion);
    m_app.require_subcommand(1);
    m_app.fallthrough();
    addTo(m_app, global);
    addGenerators();
    addTrainings();
    addStudies();
    addPictureSets();
    addDistances();
    addRuns(std::move(runAgain));
}

namespace {

/// CLI11 does not tell an empty value from none, which stands for all layers.
void refuseEmptyPatterns(const std::vector<std::string> &words)
{
    for (const Correction each : corrections()) {
        const std::string option = std::string(kCorrectionMark).append(name(each));
        if (std::ranges::find(words, option + "=") != words.end())
            throw Error(ErrorKind::BadInput, option + "= names no layer; give " + option +
                                                 " for all of them, or " + option +
                                                 "=PATTERN for some.");
    }
}

} // namespace

void Interface::parse()
{
    refuseEmptyPatterns(m_words);
    // CLI11 takes them from the end.
    m_app.parse(std::vector<std::string>(m_words.rbegin(), m_words.rend()));
}

std::string Interface::line() const
{
    std::vector<std::string> all = {"quantloupe-cli"};
    all.insert(all.end(), m_words.begin(), m_words.end());
    return shellLine(all);
}

template <class Options>
CLI::App *Interface::add(const char *name, Options &options, Run<Options> run, const char *summary,
                         const char *example, Help help)
{
    CLI::App *command = m_app.add_subcommand(name, summary);
    addTo(*command, options);
    finish(command, options, run, example, help);
    return command;
}

template <class Options>
void Interface::finish(CLI::App *command, Options &options, Run<Options> run, const char *example,
                       Help help)
{
    command->footer("Example: " + std::string(example));
    // CLI11 puts a line feed and the footer behind what it is given here.
    if (help)
        command->footer([help] {
            std::string text = help();
            text.pop_back();
            return text;
        });
    command->callback([this, run, &options] {
        m_chosen = [run, &options](CommandContext &context) { run(context, options); };
    });
}

void Interface::addGenerators()
{
    add("inspect", m_inspect, runInspect, "Layers, inputs, sizes and assumptions of a generator",
        "quantloupe-cli inspect generator.pth --layer conv1 --set '*=w4'");
    add("quantizers", m_quantizers, runQuantizers,
        "What each quantizer makes of the weight of one layer",
        "quantloupe-cli quantizers g.pth --layer conv1 --bits 4,2", weightMethodHelp);
    add("calibrate", m_calibrate, runCalibrate,
        "Activation ranges of a configuration, to keep them in its file",
        "quantloupe-cli calibrate g.pth --set '*=w4,a8:meanmax:sym' --out configuration.json",
        rangeEstimatorHelp);
    addGenerate("sample", m_sample, runSample, "Generate pictures, float or quantized",
                ".png (grid), .safetensors (pictures, latents and classes) or a folder",
                "quantloupe-cli sample g.pth --set '*=w4' --count 64 --out samples.png");
    CLI::App *compare = addGenerate(
        "compare", m_compare, runCompare, "Float and quantized pictures of the same inputs",
        "PNG of float, quantized, difference",
        "quantloupe-cli compare g.pth --set '*=w4,a8' --set 'conv1*=w8' --out c.png");
    compare
        ->add_option("--beside", m_compare.beside,
                     "One more configuration of the same samples: a file, or rules as --set takes "
                     "them, also corrections such as --bias-correction, with ';' between them "
                     "(repeatable)")
        ->allow_extra_args(false);
    CLI::App *demo = addGenerate(
        "demo", m_demo, runDemo, "Comparison picture, configuration and report in one folder",
        "Folder for the results", "quantloupe-cli demo --out quantloupe-demo");
    m_demo.out = "quantloupe-demo";
    m_demo.generator.file = embeddedGenerators().front();
    demo->get_option(kGeneratorOption)->required(false)->capture_default_str();
}

CLI::App *Interface::addGenerate(const char *name, GenerateOptions &options,
                                 Run<GenerateOptions> run, const char *summary, const char *out,
                                 const char *example)
{
    CLI::App *command = m_app.add_subcommand(name, summary);
    addTo(*command, options.generator);
    addTo(*command, options.config);
    addTo(*command, options.inputs);
    command->add_option("--out", options.out, out);
    finish(command, options, run, example,
           [] { return weightMethodHelp() + rangeEstimatorHelp() + correctionHelp(); });
    return command;
}

void Interface::addTrainings()
{
    add("train", m_train, runTrain, "Train a generator on pictures of your own",
        "quantloupe-cli train --dataset pictures/ --size 64 --steps 12000 --out faces.safetensors "
        "--resume");
    add("train-features", m_trainFeatures, runTrainFeatures,
        "Train the network of features that distances are measured with",
        "quantloupe-cli train-features --clothes train-images-idx3-ubyte.gz --labels "
        "train-labels-idx1-ubyte.gz --out features.safetensors");
}

void Interface::addStudies()
{
    CLI::App *metrics =
        add("metrics", m_metrics, runMetrics,
            "How far a configuration's pictures are from float and from a reference",
            "quantloupe-cli metrics g.pth --set '*=w4' --metric fid,swd --reference pictures.tar "
            "--count 4096");
    addImages(*metrics, m_metrics.generate.inputs);
    add("sensitivity", m_sensitivity, runSensitivity,
        "Which layer harms the pictures, at each bit-width",
        "quantloupe-cli sensitivity g.pth --bits 8,4,2 --site weights,activations --sketch "
        "--resume",
        [] { return weightMethodHelp() + rangeEstimatorHelp(); });
    add("search", m_search, runSearch, "The best bits of each layer under a budget or in a bound",
        "quantloupe-cli search g.pth --budget bytes=500kB --lock 'position:last' --out best.json",
        searchHelp);
    add("export", m_export, runExport,
        "A configuration as files of other tools, and what they cannot say of it",
        "quantloupe-cli export g.pth --config bits.json --format aimet-1.0.0 --names onnx.json "
        "--out encodings.json",
        exportFormatHelp);
    m_report.words = {"quantloupe-cli"};
    m_report.words.insert(m_report.words.end(), m_words.begin(), m_words.end());
    add("report", m_report, runReport,
        "A configuration on one page: pictures, numbers, charts, how it was made",
        "quantloupe-cli report g.pth --config bits.json --metric fid,swd --out bits.html");
    add("reproduce", m_reproduce, runReproduce,
        "An experiment of one of the papers, without training: table and verdict",
        "quantloupe-cli reproduce pbgen builtin:avatars-64 --count 4096", recipeHelp);
    add("diff", m_diff, runDiff, "What differs between two configurations, layer by layer",
        "quantloupe-cli diff four-bits.json searched.json");
}

void Interface::addPictureSets()
{
    add("swd", m_swd, runSwd, "Sliced Wasserstein distance of two sets of pictures",
        "quantloupe-cli swd samples/ pictures.tar --count 4096 --resize 64:area --floor");
    add("images", m_images, runImages, "Pictures of a set as a metric or a training sees them",
        "quantloupe-cli images builtin:avatars --count 64 --out faces.png");
    add("features", m_features, runFeatures, "Features and statistics of pictures",
        "quantloupe-cli features pictures.tar --extractor pt_inception-2015-12-05-6726825d.pth "
        "--out pictures.npz");
}

void Interface::addDistances()
{
    CLI::App *fid =
        add("fid", m_fid, runFid, "Frechet distance of the features of two sets of pictures",
            "quantloupe-cli fid samples/ pictures.npz --extractor "
            "pt_inception-2015-12-05-6726825d.pth");
    fid->add_flag("--few", m_fid.few,
                  "Compute FID of fewer than " + std::to_string(kFidDimension) +
                      " pictures all the same, and mark it");
    m_kid.count = 4096;
    CLI::App *kid =
        add("kid", m_kid, runKid, "Kernel distance of the features of two sets of pictures",
            "quantloupe-cli kid samples/ pictures.tar --count 4096 --floor --extractor "
            "pt_inception-2015-12-05-6726825d.pth");
    kid->add_option("--subsets", m_kid.subsets,
                    "Also the mean over subsets: FILE.safetensors with fixed ones, or COUNT:SIZE, "
                    "drawn by the seed");
}

void Interface::addRuns(RunAgain runAgain)
{
    CLI::App *command = m_app.add_subcommand(
        "runs", "Runs that --store kept: list, show, repeat, verify, note, tag, delete");
    addTo(*command, m_runs);
    command->footer("Example: quantloupe-cli runs verify 3 --store faces.db");
    command->callback([this, runAgain = std::move(runAgain)] {
        m_chosen = [this, runAgain](CommandContext &context) {
            runRuns(context, m_runs, runAgain);
        };
    });
}

} // namespace quantloupe::cli
