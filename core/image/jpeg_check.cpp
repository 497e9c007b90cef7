// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/jpeg_check.h"

#include <csetjmp>
#include <cstdio>
#include <jpeglib.h>

namespace quantloupe {

namespace {

/// An error leaves the decoder, which is C and lets no exception through.
struct Judge
{
    jpeg_error_mgr manager;
    std::jmp_buf leave;
};

[[noreturn]] void leaveDecoder(j_common_ptr decoder)
{
    std::longjmp(reinterpret_cast<Judge *>(decoder->err)->leave, 1);
}

void printNothing(j_common_ptr) {}

/// At an eighth of the size, where all data is decoded and next to nothing computed from it.
void readAll(jpeg_decompress_struct &decoder, std::span<const std::uint8_t> encoded)
{
    jpeg_mem_src(&decoder, encoded.data(), encoded.size());
    jpeg_read_header(&decoder, TRUE);
    decoder.err->num_warnings = 0;
    decoder.out_color_space = decoder.jpeg_color_space;
    decoder.scale_num = 1;
    decoder.scale_denom = 8;
    jpeg_start_decompress(&decoder);
    const JDIMENSION values =
        decoder.output_width * static_cast<JDIMENSION>(decoder.output_components);
    const JSAMPARRAY row =
        decoder.mem->alloc_sarray(reinterpret_cast<j_common_ptr>(&decoder), JPOOL_IMAGE, values, 1);
    while (decoder.output_scanline < decoder.output_height)
        jpeg_read_scanlines(&decoder, row, 1);
    jpeg_finish_decompress(&decoder);
}

} // namespace

bool isSoundJpeg(std::span<const std::uint8_t> encoded)
{
    Judge judge;
    jpeg_decompress_struct decoder;
    decoder.err = jpeg_std_error(&judge.manager);
    judge.manager.error_exit = leaveDecoder;
    judge.manager.output_message = printNothing;
    jpeg_create_decompress(&decoder);
    bool isSound = false;
    // Nothing between here and the jump has a destructor.
    if (setjmp(judge.leave) == 0) {
        readAll(decoder, encoded);
        isSound = judge.manager.num_warnings == 0;
    }
    jpeg_destroy_decompress(&decoder);
    return isSound;
}

} // namespace quantloupe
