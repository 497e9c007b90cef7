// SPDX-License-Identifier: GPL-3.0-or-later
// What belongs to precompiled headers that many tests share.
