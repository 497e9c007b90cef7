// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/avatar_hair_shapes.h"

namespace quantloupe::avatar_drawing::hair_shapes {

Outline buzz()
{
    return symmetricCurve({{0, 8.9F},
                           {8.5F, 10},
                           {14.4F, 15},
                           {16.5F, 22},
                           corner(16.3F, 28),
                           corner(14.8F, 27.5F),
                           {14, 21.5F},
                           corner(12.6F, 17.6F),
                           {0, 16}});
}

Outline cropped()
{
    return curve({corner(-17, 30.5F),
                  {-17.8F, 22},
                  {-14.6F, 11.5F},
                  {-6, 6.6F},
                  {4, 6},
                  {13.6F, 10.5F},
                  {17.8F, 21},
                  corner(17, 30.5F),
                  corner(15, 29.5F),
                  {14.2F, 23},
                  corner(12.4F, 17.4F),
                  {8.4F, 20.4F},
                  corner(7, 17),
                  {2.4F, 20.2F},
                  corner(1, 17),
                  {-3.4F, 20.4F},
                  corner(-5, 17.2F),
                  {-9.2F, 20.4F},
                  corner(-12.2F, 17.6F),
                  {-14.2F, 23},
                  corner(-15, 29.5F)});
}

Outline sidePart()
{
    return curve({corner(-16.9F, 30),
                  {-17.6F, 21},
                  {-14.5F, 11.8F},
                  {-8, 7},
                  {2, 4.8F},
                  {12.5F, 7.6F},
                  {18, 17},
                  {18, 24},
                  corner(17, 31),
                  corner(15.2F, 29.5F),
                  {14.4F, 24.5F},
                  {10, 20.5F},
                  {1, 18.4F},
                  corner(-8.6F, 12.6F),
                  {-12.4F, 17},
                  {-14.4F, 23},
                  corner(-15, 29)});
}

Outline quiff()
{
    return curve({corner(-16.8F, 29.5F),
                  {-17.2F, 20},
                  {-15.4F, 12},
                  {-12.6F, 5.6F},
                  {-3, 2.4F},
                  {8, 1.8F},
                  {15.6F, 4.6F},
                  {15.8F, 10},
                  {17.2F, 19},
                  corner(16.8F, 29.5F),
                  corner(15, 29),
                  {14.5F, 22},
                  corner(13, 16.6F),
                  {6, 17.6F},
                  {-4, 17.4F},
                  corner(-11.6F, 14.6F),
                  {-14.5F, 22},
                  corner(-15, 29)});
}

Outline spiky()
{
    return curve(
        {corner(-16.8F, 30),    corner(-17.6F, 23.5F), corner(-22, 15.5F),   corner(-15.8F, 13.6F),
         corner(-15.6F, 5),     corner(-8.8F, 7.4F),   corner(-5, 0.8F),     corner(0.6F, 5.6F),
         corner(6.8F, 0.8F),    corner(9.6F, 7.4F),    corner(16.6F, 5.4F),  corner(15.8F, 13.4F),
         corner(22, 16),        corner(17.6F, 23.5F),  corner(16.8F, 30),    corner(15, 29),
         corner(14.4F, 22.5F),  corner(12.4F, 17.4F),  corner(8, 21.4F),     corner(4.4F, 16.8F),
         corner(0, 21.8F),      corner(-4, 16.8F),     corner(-8.4F, 21.4F), corner(-12.2F, 17.4F),
         corner(-14.4F, 22.5F), corner(-15, 29)});
}

} // namespace quantloupe::avatar_drawing::hair_shapes
