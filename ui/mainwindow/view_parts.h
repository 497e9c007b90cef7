// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mainwindow/session_state.h"

namespace quantloupe {

class ComparePage;
class CompareView;

/// Zoom and pan of the pictures, for the session.
SessionPart zoomPart(CompareView *view);
/// The sample that is read.
SessionPart samplePart(ComparePage *page);
/// Kind and gain of the difference, for the session.
SessionPart differencePart(CompareView *view);
/// The interpolated latent that is shown, for pictures.
SessionPart pathPart(ComparePage *page);

} // namespace quantloupe
