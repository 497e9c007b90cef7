// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/image_resize.h"
#include "options.h"

namespace quantloupe::cli {

namespace {

void addPictures(CLI::App &command, TrainOptions &options)
{
    TrainRequest &request = options.request;
    command
        .add_option("--dataset", request.dataset,
                    "Pictures: folder, tar, IDX(.gz), CIFAR binary, builtin:avatars")
        ->required();
    command.add_option("--images", request.preparation.count, "Use the first N readable pictures")
        ->check(CLI::Range(1, 10000000))
        ->capture_default_str();
    command.add_option("--size", request.preparation.side, "Side of the pictures: a power of two")
        ->check(CLI::Range(8, 1024))
        ->capture_default_str();
    command.add_option("--crop", options.crop, "center (largest square) or none (squeezed)")
        ->check(CLI::IsMember({"center", "none"}))
        ->capture_default_str();
    command.add_option("--filter", options.filter, "How OpenCV resizes them")
        ->check(CLI::IsMember(resizeFilterNames()))
        ->capture_default_str();
    command.add_flag("--flip", request.flip, "Mirror every other picture at random");
    command.add_option("--labels", request.labels,
                       "Their classes, IDX(.gz): the generator draws the class it is given");
}

void addNetworks(CLI::App &command, TrainOptions &options)
{
    TrainRequest &request = options.request;
    command.add_option("--architecture", request.architecture, "dcgan")
        ->check(CLI::IsMember({"dcgan"}))
        ->capture_default_str();
    command.add_option("--width", request.width, "Features of the largest hidden map")
        ->check(CLI::Range(4, 512))
        ->capture_default_str();
    command
        .add_option("--upsampling", options.upsampling,
                    "What transposed convolutions may learn: free, or nearest (no checkerboard)")
        ->check(CLI::IsMember({"free", "nearest"}))
        ->capture_default_str();
    command.add_option("--latent", request.latent, "Values of a latent, N(0, 1)")
        ->check(CLI::Range(5, 4096))
        ->capture_default_str();
}

void addLoop(CLI::App &command, TrainOptions &options)
{
    LoopSettings &loop = options.request.loop;
    command.add_option("--batch", loop.batch, "Pictures of a step")
        ->check(CLI::Range(1, 4096))
        ->capture_default_str();
    command.add_option("--loss", options.loss, "non-saturating or hinge")
        ->check(CLI::IsMember({"non-saturating", "hinge"}))
        ->capture_default_str();
    command.add_option("--rate", loop.rate, "Adam: learning rate of both networks")
        ->check(CLI::Range(1e-8, 1.0))
        ->capture_default_str();
    command
        .add_option("--decay-from", options.decayFrom,
                    "Let the rate fall evenly to nothing from this step to the last")
        ->check(CLI::Range(0, 100000000));
    command.add_option("--beta1", loop.beta1, "Adam: decay of the first moment")
        ->check(CLI::Range(0.0, 0.9999))
        ->capture_default_str();
    command.add_option("--beta2", loop.beta2, "Adam: decay of the second moment")
        ->check(CLI::Range(0.0, 0.99999))
        ->capture_default_str();
    command.add_option("--gamma", loop.gamma, "Weight of the R1 gradient penalty; 0 for none")
        ->check(CLI::Range(0.0, 1e6))
        ->capture_default_str();
    command.add_option("--penalty-every", loop.penaltyEvery, "Steps between two penalties")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    command
        .add_option("--top", loop.top,
                    "The generator learns from this many pictures of a batch, those rated best; 0 "
                    "for all")
        ->check(CLI::Range(0, 4096))
        ->capture_default_str();
    command
        .add_option("--average", loop.averageHalfLife,
                    "Pictures after which weights count half in the averaged generator")
        ->check(CLI::Range(1.0, 1e9))
        ->capture_default_str();
}

void addRun(CLI::App &command, TrainOptions &options)
{
    TrainRequest &request = options.request;
    command.add_option("--steps", request.steps, "Steps in all")
        ->check(CLI::Range(1, 100000000))
        ->capture_default_str();
    command
        .add_option("--out", options.out,
                    "FILE.safetensors for the generator; the discriminator, the loss curve (CSV), "
                    "sample grids and the checkpoint are named after it")
        ->required();
    command.add_flag("--resume", request.resume, "Go on from the checkpoint, if there is one");
    command.add_option(
        "--start-from", request.startFrom,
        "Begin with the networks of another training's checkpoint, or with a generator "
        "and the discriminator beside it");
    command.add_option("--checkpoint", request.checkpointEvery, "Steps between two checkpoints")
        ->check(CLI::Range(0, 100000000))
        ->capture_default_str();
    command.add_option("--grid", request.gridEvery, "Steps between two sample grids; 0 for none")
        ->check(CLI::Range(0, 100000000))
        ->capture_default_str();
    command.add_option("--curve", request.curveEvery, "Steps averaged in a row of the loss curve")
        ->check(CLI::Range(1, 100000))
        ->capture_default_str();
    command.add_flag("--half", request.half, "Write weights as float16");
    command.add_option("--device", request.device, "cpu or cuda")
        ->check(CLI::IsMember({"cpu", "cuda"}))
        ->capture_default_str();
}

} // namespace

void addTo(CLI::App &command, TrainOptions &options)
{
    addPictures(command, options);
    addNetworks(command, options);
    addLoop(command, options);
    addRun(command, options);
}

void addTo(CLI::App &command, AttributeTrainRequest &request)
{
    command.add_option("--clothes", request.clothes, "Pictures of Fashion-MNIST")->required();
    command.add_option("--labels", request.labels, "Their labels: IDX(.gz)")->required();
    command.add_option("--steps", request.steps, "Steps in all")
        ->check(CLI::Range(1, 10000000))
        ->capture_default_str();
    command.add_option("--batch", request.batch, "Faces, and pieces of clothing, of a step")
        ->check(CLI::Range(1, 4096))
        ->capture_default_str();
    command.add_option("--rate", request.rate, "Adam: learning rate")
        ->check(CLI::Range(1e-8, 1.0))
        ->capture_default_str();
    command.add_option("--out", request.out, "FILE.safetensors for the network")->required();
}

} // namespace quantloupe::cli
