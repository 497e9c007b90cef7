// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/features/inception_graph.h"

namespace quantloupe {

namespace {

using Pooling = InceptionPooling;

/// Convolutions of one block, named after it.
class Namer
{
public:
    explicit Namer(std::string block) : m_block(std::move(block)) {}

    InceptionConvolution operator()(const std::string &name, int outputs, int height = 1,
                                    int width = 1) const
    {
        return {m_block + "." + name, outputs, height, width};
    }
    InceptionConvolution halving(const std::string &name, int outputs) const
    {
        return {m_block + "." + name, outputs, 3, 3, 2, false};
    }

private:
    std::string m_block;
};

InceptionBlock plain(const std::string &name, int outputs, int side, int stride, bool padded)
{
    return {{Pooling::None, {{name, outputs, side, side, stride, padded}}}};
}

InceptionBlock halving()
{
    return {{Pooling::Halving, {}}};
}

InceptionBlock blockA(const std::string &block, int pooled)
{
    const Namer c(block);
    return {
        {Pooling::None, {c("branch1x1", 64)}},
        {Pooling::None, {c("branch5x5_1", 48), c("branch5x5_2", 64, 5, 5)}},
        {Pooling::None,
         {c("branch3x3dbl_1", 64), c("branch3x3dbl_2", 96, 3, 3), c("branch3x3dbl_3", 96, 3, 3)}},
        {Pooling::Average, {c("branch_pool", pooled)}}};
}

InceptionBlock blockB(const std::string &block)
{
    const Namer c(block);
    return {
        {Pooling::None, {c.halving("branch3x3", 384)}},
        {Pooling::None,
         {c("branch3x3dbl_1", 64), c("branch3x3dbl_2", 96, 3, 3), c.halving("branch3x3dbl_3", 96)}},
        {Pooling::Halving, {}}};
}

InceptionBlock blockC(const std::string &block, int inner)
{
    const Namer c(block);
    return {{Pooling::None, {c("branch1x1", 192)}},
            {Pooling::None,
             {c("branch7x7_1", inner), c("branch7x7_2", inner, 1, 7), c("branch7x7_3", 192, 7, 1)}},
            {Pooling::None,
             {c("branch7x7dbl_1", inner), c("branch7x7dbl_2", inner, 7, 1),
              c("branch7x7dbl_3", inner, 1, 7), c("branch7x7dbl_4", inner, 7, 1),
              c("branch7x7dbl_5", 192, 1, 7)}},
            {Pooling::Average, {c("branch_pool", 192)}}};
}

InceptionBlock blockD(const std::string &block)
{
    const Namer c(block);
    return {{Pooling::None, {c("branch3x3_1", 192), c.halving("branch3x3_2", 320)}},
            {Pooling::None,
             {c("branch7x7x3_1", 192), c("branch7x7x3_2", 192, 1, 7), c("branch7x7x3_3", 192, 7, 1),
              c.halving("branch7x7x3_4", 192)}},
            {Pooling::Halving, {}}};
}

InceptionBlock blockE(const std::string &block, Pooling pooling)
{
    const Namer c(block);
    return {{Pooling::None, {c("branch1x1", 320)}},
            {Pooling::None,
             {c("branch3x3_1", 384)},
             {c("branch3x3_2a", 384, 1, 3), c("branch3x3_2b", 384, 3, 1)}},
            {Pooling::None,
             {c("branch3x3dbl_1", 448), c("branch3x3dbl_2", 384, 3, 3)},
             {c("branch3x3dbl_3a", 384, 1, 3), c("branch3x3dbl_3b", 384, 3, 1)}},
            {pooling, {c("branch_pool", 192)}}};
}

std::vector<InceptionStage> makeStages()
{
    return {{64,
             {plain("Conv2d_1a_3x3", 32, 3, 2, false), plain("Conv2d_2a_3x3", 32, 3, 1, false),
              plain("Conv2d_2b_3x3", 64, 3, 1, true), halving()}},
            {192,
             {plain("Conv2d_3b_1x1", 80, 1, 1, true), plain("Conv2d_4a_3x3", 192, 3, 1, false),
              halving()}},
            {768,
             {blockA("Mixed_5b", 32), blockA("Mixed_5c", 64), blockA("Mixed_5d", 64),
              blockB("Mixed_6a"), blockC("Mixed_6b", 128), blockC("Mixed_6c", 160),
              blockC("Mixed_6d", 160), blockC("Mixed_6e", 192)}},
            {2048,
             {blockD("Mixed_7a"), blockE("Mixed_7b", Pooling::Average),
              blockE("Mixed_7c", Pooling::Maximum)}}};
}

} // namespace

const std::vector<InceptionStage> &inceptionStages()
{
    static const std::vector<InceptionStage> stages = makeStages();
    return stages;
}

} // namespace quantloupe
