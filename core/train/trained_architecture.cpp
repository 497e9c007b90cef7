// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/trained_architecture.h"

#include "base/error.h"
#include "train/dcgan.h"

namespace quantloupe {

TrainedArchitecture architectureFor(const TrainRequest &request, const ImageStack &pictures,
                                    int classes)
{
    if (request.architecture != "dcgan")
        throw Error(ErrorKind::BadInput, "There is no architecture '" + request.architecture +
                                             "' to train; choose dcgan.");
    const DcganShape shape{pictures.side, pictures.channels,  request.latent,
                           request.width, request.upsampling, classes};
    return {dcganGenerator(shape), dcganDiscriminator(shape), dcganAssumptions(shape)};
}

} // namespace quantloupe
