<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>BitsText</name>
    <message>
        <source>fp</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>The size &apos;%1&apos; is not WxH, for example 1440x900.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The theme &apos;%1&apos; is neither light nor dark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives every layer of an image generator its bits and shows each bit&apos;s picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A generator or a configuration to open; the built-in faces without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A configuration for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a picture of the window once all is drawn, and quit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit the picture to the part of the window with this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en or de instead of the system&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light or dark instead of the system&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quantloupe opens one generator, not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no translation to &apos;%1&apos;, only to %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparePainter</name>
    <message>
        <source>Float</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance
to float</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PSNR, dB
SSIM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>identical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareText</name>
    <message>
        <source>%1x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference: signed luminance, gain %1; blue darker, red lighter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference: largest channel, gain %1; black equal, white far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>identical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x %1, y %2   float %3   quantized %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample %1, distance to float: PSNR %2 dB, SSIM %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>quantloupe</name>
    <message>
        <source>&amp;Open generator…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a generator (Ctrl+O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Input pictures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feed an image-to-image network with pictures of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Load configuration…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save configuration &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filter layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel what is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Quantloupe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantloupe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration has changes that are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save them?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scales %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weight is float and has no scales; give it bits first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation range by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The activation is float and has no range; give it bits first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, in %2 groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>float</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bits, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, range %1 to %2, clipped %3 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output channel axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply-accumulates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight SQNR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levels used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entropy of the codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipped weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads the network&apos;s own input: presets leave its activation float.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, per tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, asymmetric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Float</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its input is no activation (an embedding reads indices), so there is nothing to quantize.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its output channels could not be followed through the network&apos;s arithmetic on the weight, so the whole weight has one scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transposed conv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>matrix product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min-max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MSE clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ternary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact ternary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>binary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>percentile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MSE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All float</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W8A8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W4A8, first and last W8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Binary except last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No layer is quantized.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8-bit weights, symmetric per channel with MSE clip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4-bit weights, symmetric per channel with MSE clip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8-bit weights and calibrated 8-bit activations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4-bit weights, 8 bits in the first and the last layer, and calibrated 8-bit activations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Binary weights; the last layer stays float.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>quantloupe::AssumptionEditor</name>
    <message>
        <source>Latent drawn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the projection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epsilon of norms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the file. Click to confirm.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>quantloupe::BitsDelegate</name>
    <message>
        <source>Activation bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight bits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>quantloupe::CompareFooter</name>
    <message>
        <source>Lower the gain of the difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the gain of the difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom or pixel under the cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>quantloupe::CompareGrid</name>
    <message>
        <source>Float and quantized pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>quantloupe::ComparePage</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Float, quantized and difference pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No generator is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a TorchScript file or the weights of a generator (.pt, .pth, .ckpt, .pkl, .safetensors), or drop one here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the file and trying its network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean distance to the float pictures over %1 samples; PSNR and SSIM on 8 bits, SQNR of the outputs. No measure of quality.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing was cancelled; dimmed pictures are of older settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PSNR %1 dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SSIM %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>quantloupe::CompareToolbar</name>
    <message>
        <source>Mean distance to float</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the latents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The latents shown are a function of this number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reroll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other latents (R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show whole pictures (Ctrl+0, or double click)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous latent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next latent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed luminance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed luminance: blue is darker than float, red lighter. Largest channel: its absolute difference as grey.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>quantloupe::CompareView</name>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>quantloupe::ConfigStore</name>
    <message>
        <source>Saving %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a configuration for %2, which is neither beside it nor among the files opened lately; open that generator first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>quantloupe::DetailsSection</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>quantloupe::GeneratorOpener</name>
    <message>
        <source>Opening %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>quantloupe::InputsDock</name>
    <message>
        <source>Inputs and assumptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a generator is fed, and what had to be guessed to read it, stands here once one is open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>quantloupe::InputsPanel</name>
    <message>
        <source>Network of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep training mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch norm and dropout run in the mode a trace caught them in. Off: running statistics, no dropout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assumptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use an architecture file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read these weights by a network description of your own.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>quantloupe::JobIndicator</name>
    <message>
        <source>Running job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the running job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop what is running (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the running job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (+%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>quantloupe::LayerTableModel</name>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers in the order they run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the layer computes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape of the layer&apos;s output, without the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights and bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits of a weight; fp is float</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits of the input activation; fp is float</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How weights are turned into codes, and what shares a scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQNR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signal to quantization noise of the weight, in dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes, scales and zero points, or the float32 weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>quantloupe::LayersDock</name>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by name or kind</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>quantloupe::LayersView</name>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits set the bits of the selected layers, F makes them float, plus and minus step them, Enter opens a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit to width</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>quantloupe::MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Built-in generators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main toolbar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings for all layers at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generators (*.pt *.pth *.ckpt *.pkl *.th *.safetensors *.bin);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configurations (*.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use an architecture file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Architectures (*.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.tar *.tgz);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds %2 networks; %3 is open. Others can be chosen under “Inputs and assumptions”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was made for another generator and is not loaded: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit to picture %1 ms, all %2 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit to picture %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantloupe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> – %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1[*] – Quantloupe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 kept their setting. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Quantloupe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h3&gt;Quantloupe %1&lt;/h3&gt;&lt;p&gt;Every layer its bits, every bit its picture: a desktop explorer for quantizing image generators.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>quantloupe::MessageBanner</name>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>quantloupe::MethodBar</name>
    <message>
        <source>Weight method of the selected layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How weights of the selected layers are turned into codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scales of the selected layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What shares one scale: an output channel or the whole weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation range of the selected layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How calibration chooses the range of quantized activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation range</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>quantloupe::PreviewController</name>
    <message>
        <source>Drawing pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>quantloupe::ProgressLine</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>quantloupe::QuantDocument</name>
    <message>
        <source>Load %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>quantloupe::RecentFilesMenu</name>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>quantloupe::SamplingForm</name>
    <message>
        <source>Class label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uniform over %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uniform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One class for all samples, or every class equally often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truncation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 draws from the whole distribution; less is closer to the mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uniform labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truncation %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>quantloupe::Screenshot</name>
    <message>
        <source>The window has no part %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>quantloupe::SizeBar</name>
    <message>
        <source>Model size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 bits average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 now, %2 as float32 (%3 times smaller), %4 in the file
%5 bits average asked for, %6 bits with scales and zero points
%7 for a picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>quantloupe::StatePage</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>quantloupe::StatusFields</name>
    <message>
        <source>Time from the last edit to its pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the last change to its first picture, and to all shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reuse of earlier results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps whose values were still known, of all steps of the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads and kernels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the pictures are computed with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cache %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 steps computed, %2 taken from the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
