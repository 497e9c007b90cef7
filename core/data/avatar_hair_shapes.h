// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/avatar_attributes.h"
#include "data/avatar_outline.h"

namespace quantloupe::avatar_drawing {

/// Hair behind head and shoulders; empty where there is none.
Outline backHair(HairShape shape);
/// Hair over the head, down to the hairline; empty for a bald head.
Outline frontHair(HairShape shape);

/// A shape and its mirror image.
Outline both(const Outline &right);

/// The shapes that front hair and the afro are made of.
namespace hair_shapes {

Outline buzz();
Outline cropped();
Outline sidePart();
Outline quiff();
Outline spiky();
Outline curlyFringe();
Outline curly();
Outline afroBack();
Outline bobFront();
Outline longFront();
Outline wavyFront();
Outline pulledBack();
Outline sweptFringe();
Outline parted();

} // namespace hair_shapes

} // namespace quantloupe::avatar_drawing
