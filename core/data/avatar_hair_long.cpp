// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/avatar_hair_shapes.h"

namespace quantloupe::avatar_drawing::hair_shapes {

Outline bobFront()
{
    return symmetricCurve({{0, 5.4F},
                           {9, 7},
                           {16.2F, 13},
                           {19.4F, 25},
                           {19.8F, 37},
                           {18.4F, 45.6F},
                           {15.2F, 46.4F},
                           {13.8F, 43},
                           {14.6F, 35},
                           corner(13.6F, 22.4F),
                           {0, 20.6F}});
}

Outline longFront()
{
    return both(curve({corner(-0.4F, 5.2F),
                       {9, 6.8F},
                       {16.6F, 13},
                       {19.8F, 25},
                       {20.8F, 38},
                       {21.2F, 50},
                       corner(18.6F, 61),
                       {14.6F, 54},
                       {14, 46},
                       {15, 37},
                       {14.4F, 26},
                       {10.4F, 18.6F},
                       corner(-0.4F, 12.4F)}));
}

Outline wavyFront()
{
    Outline right = curve({corner(-6, 6.4F),
                           {4, 4.6F},
                           {13, 8.4F},
                           {18.4F, 15.4F},
                           {18.4F, 22},
                           {21.2F, 28},
                           {20, 34},
                           {22.6F, 40},
                           {21, 46},
                           {22.8F, 52},
                           corner(18.4F, 58.5F),
                           {15.2F, 51},
                           {16.4F, 45},
                           {14.6F, 39},
                           {15.4F, 32},
                           {14, 25},
                           {8, 20.6F},
                           {-1, 17},
                           corner(-6.6F, 12)});
    const Outline left = curve({corner(-5.4F, 6.2F),
                                corner(-6, 12),
                                {-11.4F, 17.4F},
                                {-14.2F, 25},
                                {-15.4F, 32},
                                {-14.6F, 39},
                                {-16.4F, 45},
                                {-15.2F, 51},
                                corner(-18.4F, 58.5F),
                                {-22.8F, 52},
                                {-21, 46},
                                {-22.6F, 40},
                                {-20, 34},
                                {-21.2F, 28},
                                {-18.4F, 22},
                                {-17.8F, 15.4F},
                                {-12.6F, 8.8F}});
    return right.add(left);
}

Outline pulledBack()
{
    return symmetricCurve({{0, 7.2F},
                           {8, 8.6F},
                           {14.4F, 13.6F},
                           {17, 21},
                           corner(16.6F, 30),
                           corner(15.2F, 29),
                           {14, 22},
                           {8.6F, 16.4F},
                           {0, 14.8F}});
}

Outline sweptFringe()
{
    return curve({corner(-16.8F, 31),
                  {-17.6F, 21},
                  {-14, 11.6F},
                  {-6, 6.8F},
                  {4, 6.4F},
                  {13, 10.4F},
                  {17.4F, 20},
                  corner(16.8F, 31),
                  corner(15.2F, 30),
                  {14, 23},
                  corner(9.6F, 14.6F),
                  {4, 19.4F},
                  {-4, 21.6F},
                  {-11.4F, 21.4F},
                  {-14, 24.5F},
                  corner(-15.2F, 30)});
}

Outline parted()
{
    return both(curve({corner(-0.4F, 6.4F),
                       {8, 7.6F},
                       {14.6F, 12.6F},
                       {17.4F, 21},
                       corner(16.8F, 31),
                       corner(15.2F, 30),
                       {13.8F, 23.4F},
                       {8, 20},
                       corner(-0.4F, 12.4F)}));
}

} // namespace quantloupe::avatar_drawing::hair_shapes
