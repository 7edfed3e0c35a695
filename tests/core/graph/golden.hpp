#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "graph/leiden.hpp"
#include "graph/umap.hpp"
#include "parity/survey_expected.hpp"

/// One layout and one clustering as they came out on the day this was written (g++ 12, x86-64): natively and as WebAssembly the same is to
/// come out of the same input. After a change that is meant, `core_tests "[golden]"` prints them anew.
namespace golden {

/// Three clouds of thirty points in four dimensions, by integers alone: distributions differ between C++ libraries.
inline std::vector<float> points() {
    std::mt19937 random(7);
    std::vector<float> values;
    for (int i = 0; i < 90; ++i)
        for (int d = 0; d < 4; ++d) values.push_back(static_cast<float>(random() >> 8) * 0x1p-24f + (d == i % 3 ? 2.0f : 0.0f));
    return values;
}

/// x and y of each point after thirty epochs.
inline std::vector<float> layout() {
    const auto values = points();
    std::vector<float> start;
    for (std::size_t i = 0; i < values.size(); i += 4) start.insert(start.end(), {values[i], values[i + 1]});
    phenolens::Umap umap(phenolens::find_neighbors(values, 90, 4, {.k = 10}), start, {.epochs = 30, .seed = 5});
    umap.step(30);
    return {umap.positions().begin(), umap.positions().end()};
}

inline phenolens::Communities communities() {
    using namespace survey_expected;
    std::vector<phenolens::FuzzyEdge> edges;
    for (std::size_t i = 0; i < graph_first.size(); ++i)
        edges.push_back({graph_first[i], graph_second[i], static_cast<float>(graph_weight[i])});
    return phenolens::leiden(graph_points, edges, {.resolution = 1, .seed = 3});
}

inline const std::vector<float> kLayout = {
    7.07403374f, 0.893137813f,  -1.93734539f,   5.26327991f, -0.405103743f, -1.09118593f,   8.50533485f, 1.12543726f,   -0.381434053f,
    6.93273973f, -0.553070724f, -0.660208583f,  8.82543468f, 0.773404419f,  -2.57448101f,   6.27873516f, 0.777732849f,  -0.162462756f,
    9.57486153f, 0.840924919f,  -1.81494081f,   6.58971357f, 0.83653152f,   -0.170601055f,  10.0964527f, 0.327218652f,  -1.31589627f,
    7.01811838f, 0.104715474f,  -1.57413936f,   7.80087137f, 0.582566023f,  -1.84339154f,   6.14236259f, 1.12750459f,   -0.0285941213f,
    11.4053116f, 1.20316589f,   -0.276563108f,  6.37520409f, 1.37514603f,   -1.73950779f,   9.67536545f, 1.52147627f,   -1.90032446f,
    6.34598494f, -0.25501588f,  -0.0803111121f, 6.99176788f, 1.20029116f,   -0.746703267f,  7.45440435f, -0.207033306f, -1.87528133f,
    8.93139744f, 0.911085367f,  -2.41825938f,   7.01006269f, -0.115227126f, 0.389874995f,   10.0400181f, 1.62861681f,   -0.834614694f,
    6.75009251f, -0.504428685f, -0.745355368f,  11.2069349f, 3.14533114f,   -0.0111424979f, 5.83263016f, 0.121153444f,  -2.23000789f,
    7.23632526f, 1.36524737f,   -0.93099153f,   5.0764904f,  1.27787197f,   -1.00463176f,   8.18211651f, 0.636659086f,  -1.59907818f,
    7.55036879f, 0.559613883f,  -0.372615606f,  11.457202f,  2.1088562f,    -2.31885123f,   5.18681765f, -0.961984992f, -0.0264140107f,
    11.8674002f, 2.9636519f,    -1.94180799f,   6.98677826f, 1.95223892f,   -0.381877184f,  10.6514425f, 2.08974385f,   -2.60937333f,
    6.25594425f, 1.64583468f,   -0.13046433f,   10.2699413f, 1.30686927f,   -1.3937366f,    4.98313713f, -1.06403148f,  -0.909766316f,
    6.78090906f, 1.18772721f,   -1.63206398f,   7.74394512f, -1.02895582f,  -0.75010848f,   11.6461267f, 2.2157588f,    -1.86107075f,
    8.10468769f, -0.443269461f, -0.883227706f,  7.77554369f, 0.683198154f,  -1.12802458f,   7.16418362f, -0.543043315f, -2.03054333f,
    10.1651106f, 2.79103827f,   -0.290133655f,  5.69417858f, 0.600376129f,  -0.094638072f,  10.4914141f, 0.943527579f,  -3.19126701f,
    6.27287006f, 0.171722367f,  -2.04522491f,   9.85486984f, 2.27090406f,   0.0543227233f,  6.98966789f, 1.61541009f,   -1.13686001f,
    9.72024059f, 1.73151493f,   -2.34912944f,   5.87289906f, 0.498403758f,  -1.03476071f,   7.31845284f, 0.613351464f,  0.220748931f,
    7.04883242f, 1.9619875f,    -0.162139684f,  11.2909107f, 2.83336329f,   -0.476899207f,  5.37581587f, 1.63903904f,   0.403087288f,
    11.3960943f, 2.24769139f,   -1.66125965f,   4.93422699f, -0.643452406f, 0.340017408f,   7.3953414f,  0.0259497687f, -1.39251053f,
    8.03719711f, -0.3686831f,   -2.34863567f,   9.26909733f, 1.79795408f,   -0.0849109143f, 7.54715204f, 2.39108682f,   0.313539177f,
};

inline const double kModularity = 0.46739457380042448;

inline const std::vector<std::int32_t> kCommunities = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 3, 1, 1, 1, 1, 2, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
    2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 2, 2, 3, 3, 3, 3, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3,
    3, 3, 3, 3, 3, 1, 3, 3, 4, 4, 2, 4, 4, 4, 3, 4, 2, 4, 4, 2, 3, 4, 3, 1, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 3, 4, 4, 0, 4,
};

}  // namespace golden
