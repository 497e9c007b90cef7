<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>BitsText</name>
    <message>
        <source>fp</source>
        <translation>fp</translation>
    </message>
</context>
<context>
    <name>ComparePainter</name>
    <message>
        <source>Float</source>
        <translation>Float</translation>
    </message>
    <message>
        <source>Quantized</source>
        <translation>Quantisiert</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>distance
to float</source>
        <translation>Abstand
zu Float</translation>
    </message>
    <message>
        <source>PSNR, dB
SSIM</source>
        <translation>PSNR, dB
SSIM</translation>
    </message>
    <message>
        <source>identical</source>
        <translation>identisch</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Probe</translation>
    </message>
</context>
<context>
    <name>CompareText</name>
    <message>
        <source>%1x</source>
        <translation>%1x</translation>
    </message>
    <message>
        <source>identical</source>
        <translation>identisch</translation>
    </message>
    <message>
        <source>Sample %1, distance to float: PSNR %2 dB, SSIM %3</source>
        <translation>Probe %1, Abstand zu Float: PSNR %2 dB, SSIM %3</translation>
    </message>
    <message>
        <source>x %1, y %2   float %3   quantized %4   difference %5</source>
        <translation>x %1, y %2   Float %3   quantisiert %4   Differenz %5</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Float</translation>
    </message>
    <message>
        <source>Quantized</source>
        <translation>Quantisiert</translation>
    </message>
    <message>
        <source>not finite</source>
        <translation>nicht endlich</translation>
    </message>
    <message>
        <source>Sample %1, the output holds values that are not finite</source>
        <translation>Probe %1, die Ausgabe enthält Werte, die nicht endlich sind</translation>
    </message>
    <message>
        <source>Sample %1, identical to float</source>
        <translation>Probe %1, identisch mit Float</translation>
    </message>
    <message>
        <source>1:%1</source>
        <translation>1:%1</translation>
    </message>
    <message>
        <source>gain %1</source>
        <translation>Verstärkung %1</translation>
    </message>
    <message>
        <source>PSNR %1 dB   SSIM %2</source>
        <translation>PSNR %1 dB   SSIM %2</translation>
    </message>
    <message>
        <source>blue darker, red lighter</source>
        <translation>Blau dunkler, Rot heller</translation>
    </message>
    <message>
        <source>black equal, white far</source>
        <translation>Schwarz gleich, Weiß fern</translation>
    </message>
    <message>
        <source>Difference, gain %1; %2</source>
        <translation>Differenz, Verstärkung %1; %2</translation>
    </message>
    <message>
        <source>gain %1; %2</source>
        <translation>Verstärkung %1; %2</translation>
    </message>
    <message>
        <source>distance to float
%1</source>
        <translation>Abstand zu Float
%1</translation>
    </message>
</context>
<context>
    <name>LayerColumns</name>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Layers in the order they run</source>
        <translation>Schichten in der Reihenfolge, in der sie rechnen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>What the layer computes</source>
        <translation>Was die Schicht rechnet</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Shape of the layer&apos;s output, without the batch</source>
        <translation>Form der Ausgabe ohne den Stapel</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Shape of the layer&apos;s weight</source>
        <translation>Form des Gewichts der Schicht</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Weights and bias</source>
        <translation>Gewichte und Bias</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>MACs</translation>
    </message>
    <message>
        <source>Multiply-accumulates of one sample</source>
        <translation>Multiplikationen mit Addition für eine Probe</translation>
    </message>
    <message>
        <source>W bits</source>
        <translation>W-Bits</translation>
    </message>
    <message>
        <source>Bits of a weight; fp is float</source>
        <translation>Bits eines Gewichts; fp ist Float</translation>
    </message>
    <message>
        <source>A bits</source>
        <translation>A-Bits</translation>
    </message>
    <message>
        <source>Bits of the input activation; fp is float</source>
        <translation>Bits der Eingabeaktivierung; fp ist Float</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>How weights are turned into codes, and what shares a scale</source>
        <translation>Wie Gewichte zu Codes werden und was sich eine Skala teilt</translation>
    </message>
    <message>
        <source>Scales</source>
        <translation>Skalen</translation>
    </message>
    <message>
        <source>What shares one scale: an output channel or the whole weight</source>
        <translation>Was sich eine Skala teilt: ein Ausgabekanal oder das ganze Gewicht</translation>
    </message>
    <message>
        <source>SQNR</source>
        <translation>SQNR</translation>
    </message>
    <message>
        <source>Signal to quantization noise of the weight, in dB</source>
        <translation>Verhältnis von Signal zu Quantisierungsrauschen der Gewichte, in dB</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Codes, scales and zero points, or the float32 weights</source>
        <translation>Codes, Skalen und Nullpunkte, oder die Gewichte als float32</translation>
    </message>
    <message>
        <source>Nominal bits</source>
        <translation>Nominelle Bits</translation>
    </message>
    <message>
        <source>Bits of a code: 32 for float, 2 for ternary; of a group the mean over its weights</source>
        <translation>Bits eines Codes: 32 bei Float, 2 bei ternären Gewichten; bei einer Gruppe das Mittel über ihre Gewichte</translation>
    </message>
    <message>
        <source>Effective bits</source>
        <translation>Effektive Bits</translation>
    </message>
    <message>
        <source>Bytes of the layer in bits, scales included, by weight</source>
        <translation>Bytes der Schicht in Bits, mit Skalen, je Gewicht</translation>
    </message>
</context>
<context>
    <name>LayerTableModel</name>
    <message>
        <source>fp</source>
        <translation>fp</translation>
    </message>
</context>
<context>
    <name>quantloupe</name>
    <message>
        <source>&amp;Open generator…</source>
        <translation>Generator &amp;öffnen…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open a generator (Ctrl+O)</source>
        <translation>Einen Generator öffnen (Strg+O)</translation>
    </message>
    <message>
        <source>&amp;Input pictures…</source>
        <translation>&amp;Eingabebilder…</translation>
    </message>
    <message>
        <source>Feed an image-to-image network with pictures of your own</source>
        <translation>Ein Bild-zu-Bild-Netz mit eigenen Bildern speisen</translation>
    </message>
    <message>
        <source>&amp;Load configuration…</source>
        <translation>Konfiguration &amp;laden…</translation>
    </message>
    <message>
        <source>&amp;Save configuration</source>
        <translation>Konfiguration &amp;speichern</translation>
    </message>
    <message>
        <source>Save configuration &amp;as…</source>
        <translation>Konfiguration speichern &amp;unter…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Filter layers</source>
        <translation>Schichten &amp;filtern</translation>
    </message>
    <message>
        <source>&amp;Cancel what is running</source>
        <translation>Laufendes &amp;abbrechen</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;About Quantloupe</source>
        <translation>Ü&amp;ber Quantloupe</translation>
    </message>
    <message>
        <source>Quantloupe</source>
        <translation>Quantloupe</translation>
    </message>
    <message>
        <source>The configuration has changes that are not saved.</source>
        <translation>Die Konfiguration hat Änderungen, die nicht gespeichert sind.</translation>
    </message>
    <message>
        <source>Save them?</source>
        <translation>Sollen sie gespeichert werden?</translation>
    </message>
    <message>
        <source>More bits</source>
        <translation>Mehr Bits</translation>
    </message>
    <message>
        <source>Fewer bits</source>
        <translation>Weniger Bits</translation>
    </message>
    <message>
        <source>Method %1</source>
        <translation>Verfahren %1</translation>
    </message>
    <message>
        <source>Scales %1</source>
        <translation>Skalen %1</translation>
    </message>
    <message>
        <source>The weight is float and has no scales; give it bits first.</source>
        <translation>Das Gewicht ist Float und hat keine Skalen; zuerst Bits vergeben.</translation>
    </message>
    <message>
        <source>Activation range by %1</source>
        <translation>Aktivierungsbereich nach %1</translation>
    </message>
    <message>
        <source>The activation is float and has no range; give it bits first.</source>
        <translation>Die Aktivierung ist Float und hat keinen Bereich; zuerst Bits vergeben.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1, in %2 groups</source>
        <translation>%1, in %2 Gruppen</translation>
    </message>
    <message>
        <source>float</source>
        <translation>Float</translation>
    </message>
    <message>
        <source>%1 bits, %2</source>
        <translation>%1 Bits, %2</translation>
    </message>
    <message>
        <source>, range %1 to %2, clipped %3 %</source>
        <translation>, Bereich %1 bis %2, %3 % abgeschnitten</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Output channel axis</source>
        <translation>Achse der Ausgabekanäle</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Multiply-accumulates</source>
        <translation>Multiplikationen mit Addition</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Verwendungen</translation>
    </message>
    <message>
        <source>Weight SQNR</source>
        <translation>SQNR der Gewichte</translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
    </message>
    <message>
        <source>Levels used</source>
        <translation>Genutzte Stufen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Entropy of the codes</source>
        <translation>Entropie der Codes</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 Bits</translation>
    </message>
    <message>
        <source>Clipped weights</source>
        <translation>Abgeschnittene Gewichte</translation>
    </message>
    <message>
        <source>Reads the network&apos;s own input: presets leave its activation float.</source>
        <translation>Liest die Eingabe des Netzes selbst: Voreinstellungen lassen diese Aktivierung Float.</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message>
        <source>, asymmetric</source>
        <translation>, asymmetrisch</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Weight setting</source>
        <translation>Einstellung der Gewichte</translation>
    </message>
    <message>
        <source>Activation setting</source>
        <translation>Einstellung der Aktivierungen</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Float</translation>
    </message>
    <message>
        <source>1 bit</source>
        <translation>1 Bit</translation>
    </message>
    <message>
        <source>Activations: %1</source>
        <translation>Aktivierungen: %1</translation>
    </message>
    <message>
        <source>Its input is no activation (an embedding reads indices), so there is nothing to quantize.</source>
        <translation>Ihre Eingabe ist keine Aktivierung (eine Einbettung liest Indizes); zu quantisieren gibt es nichts.</translation>
    </message>
    <message>
        <source>Its output channels could not be followed through the network&apos;s arithmetic on the weight, so the whole weight has one scale.</source>
        <translation>Ihre Ausgabekanäle ließen sich durch die Rechnung des Netzes auf dem Gewicht nicht verfolgen; daher hat das ganze Gewicht eine Skala.</translation>
    </message>
    <message>
        <source>conv</source>
        <translation>Faltung</translation>
    </message>
    <message>
        <source>transposed conv</source>
        <translation>transponierte Faltung</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>linear</translation>
    </message>
    <message>
        <source>matrix product</source>
        <translation>Matrixprodukt</translation>
    </message>
    <message>
        <source>embedding</source>
        <translation>Einbettung</translation>
    </message>
    <message>
        <source>min-max</source>
        <translation>Min-Max</translation>
    </message>
    <message>
        <source>MSE clip</source>
        <translation>MSE-Schnitt</translation>
    </message>
    <message>
        <source>ternary</source>
        <translation>ternär</translation>
    </message>
    <message>
        <source>exact ternary</source>
        <translation>exakt ternär</translation>
    </message>
    <message>
        <source>binary</source>
        <translation>binär</translation>
    </message>
    <message>
        <source>per tensor</source>
        <translation>je Tensor</translation>
    </message>
    <message>
        <source>per channel</source>
        <translation>je Kanal</translation>
    </message>
    <message>
        <source>percentile</source>
        <translation>Perzentil</translation>
    </message>
    <message>
        <source>MSE</source>
        <translation>MSE</translation>
    </message>
    <message>
        <source>1 layer</source>
        <translation>1 Schicht</translation>
    </message>
    <message>
        <source>%1 layers</source>
        <translation>%1 Schichten</translation>
    </message>
    <message>
        <source>All float</source>
        <translation>Alles Float</translation>
    </message>
    <message>
        <source>W8</source>
        <translation>W8</translation>
    </message>
    <message>
        <source>W4</source>
        <translation>W4</translation>
    </message>
    <message>
        <source>W8A8</source>
        <translation>W8A8</translation>
    </message>
    <message>
        <source>W4A8, first and last W8</source>
        <translation>W4A8, erste und letzte W8</translation>
    </message>
    <message>
        <source>Binary except last</source>
        <translation>Binär bis auf die letzte</translation>
    </message>
    <message>
        <source>No layer is quantized.</source>
        <translation>Keine Schicht ist quantisiert.</translation>
    </message>
    <message>
        <source>8-bit weights, symmetric per channel with MSE clip.</source>
        <translation>Gewichte mit 8 Bits, symmetrisch je Kanal mit MSE-Schnitt.</translation>
    </message>
    <message>
        <source>4-bit weights, symmetric per channel with MSE clip.</source>
        <translation>Gewichte mit 4 Bits, symmetrisch je Kanal mit MSE-Schnitt.</translation>
    </message>
    <message>
        <source>8-bit weights and calibrated 8-bit activations.</source>
        <translation>Gewichte mit 8 Bits und kalibrierte Aktivierungen mit 8 Bits.</translation>
    </message>
    <message>
        <source>4-bit weights, 8 bits in the first and the last layer, and calibrated 8-bit activations.</source>
        <translation>Gewichte mit 4 Bits, mit 8 in der ersten und der letzten Schicht, und kalibrierte Aktivierungen mit 8 Bits.</translation>
    </message>
    <message>
        <source>Binary weights; the last layer stays float.</source>
        <translation>Binäre Gewichte; die letzte Schicht bleibt Float.</translation>
    </message>
    <message>
        <source>&amp;Help on what has the focus</source>
        <translation>&amp;Hilfe zum Element mit dem Fokus</translation>
    </message>
    <message>
        <source>The size &apos;%1&apos; is not WxH, for example 1440x900.</source>
        <translation>Die Größe „%1“ ist nicht BxH, zum Beispiel 1440x900.</translation>
    </message>
    <message>
        <source>The theme &apos;%1&apos; is neither light nor dark.</source>
        <translation>Das Farbschema „%1“ ist weder light noch dark.</translation>
    </message>
    <message>
        <source>There is no translation to &apos;%1&apos;, only to %2.</source>
        <translation>Es gibt keine Übersetzung nach „%1“, nur nach %2.</translation>
    </message>
    <message>
        <source>Gives every layer of an image generator its bits and shows each bit&apos;s picture.</source>
        <translation>Gibt jeder Schicht eines Bildgenerators ihre Bits und zeigt das Bild zu jedem Bit.</translation>
    </message>
    <message>
        <source>A generator or a configuration to open; the built-in faces without it.</source>
        <translation>Ein Generator oder eine Konfiguration; ohne Angabe die eingebauten Gesichter.</translation>
    </message>
    <message>
        <source>A configuration for it.</source>
        <translation>Eine Konfiguration dazu.</translation>
    </message>
    <message>
        <source>Save a picture of the window once all is drawn, and quit.</source>
        <translation>Ein Bild des Fensters speichern, sobald alles gezeichnet ist, und beenden.</translation>
    </message>
    <message>
        <source>Limit the picture to the part of the window with this name.</source>
        <translation>Das Bild auf den Teil des Fensters mit diesem Namen beschränken.</translation>
    </message>
    <message>
        <source>en or de instead of the system&apos;s.</source>
        <translation>en oder de statt der Sprache des Systems.</translation>
    </message>
    <message>
        <source>light or dark instead of the system&apos;s.</source>
        <translation>light oder dark statt des Farbschemas des Systems.</translation>
    </message>
    <message>
        <source>quantloupe opens one generator, not %1.</source>
        <translation>quantloupe öffnet einen Generator, nicht %1.</translation>
    </message>
    <message>
        <source>&amp;Copy as command</source>
        <translation>Als Befehl &amp;kopieren</translation>
    </message>
    <message>
        <source>The quantloupe-cli command that gives what is shown, for a shell</source>
        <translation>Der Befehl von quantloupe-cli, der das Gezeigte in einer Shell ergibt</translation>
    </message>
    <message>
        <source>Command &amp;palette…</source>
        <translation>Befehls&amp;palette…</translation>
    </message>
    <message>
        <source>Every action and every layer by name</source>
        <translation>Jede Aktion und jede Schicht nach Namen</translation>
    </message>
    <message>
        <source>&amp;Presentation mode</source>
        <translation>&amp;Vorführmodus</translation>
    </message>
    <message>
        <source>Pictures alone, with larger type; Esc leaves</source>
        <translation>Nur die Bilder, mit größerer Schrift; Esc beendet</translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation>Zurzeit nicht verfügbar</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Setting of the input activation.</source>
        <translation>Einstellung der Eingabeaktivierung.</translation>
    </message>
    <message>
        <source>Input min.</source>
        <translation>Eingabe min.</translation>
    </message>
    <message>
        <source>Least value of the float network.</source>
        <translation>Kleinster Wert des Float-Netzes.</translation>
    </message>
    <message>
        <source>Input max.</source>
        <translation>Eingabe max.</translation>
    </message>
    <message>
        <source>Greatest value of the float network.</source>
        <translation>Größter Wert des Float-Netzes.</translation>
    </message>
    <message>
        <source>Input zeros, %</source>
        <translation>Nullen, %</translation>
    </message>
    <message>
        <source>Values that are exactly zero.</source>
        <translation>Werte, die genau null sind.</translation>
    </message>
    <message>
        <source>Input from</source>
        <translation>Eingabe von</translation>
    </message>
    <message>
        <source>Lowest level of the quantizer.</source>
        <translation>Unterste Stufe des Quantisierers.</translation>
    </message>
    <message>
        <source>Input to</source>
        <translation>Eingabe bis</translation>
    </message>
    <message>
        <source>Highest level of the quantizer.</source>
        <translation>Oberste Stufe des Quantisierers.</translation>
    </message>
    <message>
        <source>Input clip, %</source>
        <translation>Eing. abg., %</translation>
    </message>
    <message>
        <source>Values beyond the range.</source>
        <translation>Werte jenseits des Bereichs: der abgeschnittene Anteil.</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <translation>%1 bis %2: %3</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>number of the level</source>
        <translation>Nummer der Stufe</translation>
    </message>
    <message>
        <source>weight / scale of its channel</source>
        <translation>Gewicht / Skala seines Kanals</translation>
    </message>
    <message>
        <source>The band spans the %1 levels.</source>
        <translation>Das Band umfasst die %1 Stufen.</translation>
    </message>
    <message>
        <source>Ticks are the %1 levels.</source>
        <translation>Die Striche sind die %1 Stufen.</translation>
    </message>
    <message>
        <source>Ticks are the %1 levels, pale those that no weight takes (%2).</source>
        <translation>Die Striche sind die %1 Stufen, blass die, die kein Gewicht annimmt (%2).</translation>
    </message>
    <message>
        <source>Output channel %1, under the scale of the whole weight.</source>
        <translation>Ausgabekanal %1, unter der Skala des ganzen Gewichts.</translation>
    </message>
    <message>
        <source>Output channel %1.</source>
        <translation>Ausgabekanal %1.</translation>
    </message>
    <message>
        <source>All %1 output channels, each weight between the levels of its own.</source>
        <translation>Alle %1 Ausgabekanäle, jedes Gewicht zwischen den Stufen seines Kanals.</translation>
    </message>
    <message>
        <source>All %1 output channels, each in steps of its own scale.</source>
        <translation>Alle %1 Ausgabekanäle, jeder in Schritten seiner eigenen Skala.</translation>
    </message>
    <message>
        <source>All weights of the layer.</source>
        <translation>Alle Gewichte der Schicht.</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source> of channel %1</source>
        <translation> von Kanal %1</translation>
    </message>
    <message>
        <source>There is no finite weight to show.</source>
        <translation>Es gibt kein endliches Gewicht zu zeigen.</translation>
    </message>
    <message>
        <source>The weight is float and has no levels.</source>
        <translation>Das Gewicht ist Float und hat keine Stufen.</translation>
    </message>
    <message>
        <source>channel errors</source>
        <translation>Fehler der Kanäle</translation>
    </message>
    <message>
        <source>output channel</source>
        <translation>Ausgabekanal</translation>
    </message>
    <message>
        <source>error, %</source>
        <translation>Fehler, %</translation>
    </message>
    <message>
        <source>channel %1: %2</source>
        <translation>Kanal %1: %2</translation>
    </message>
    <message>
        <source>channel %1: all zero</source>
        <translation>Kanal %1: alles null</translation>
    </message>
    <message>
        <source>, %1 dB</source>
        <translation>, %1 dB</translation>
    </message>
    <message>
        <source>A float weight has no error.</source>
        <translation>Ein Float-Gewicht hat keinen Fehler.</translation>
    </message>
    <message>
        <source>The output channels could not be told apart, so there is one error for the whole weight.</source>
        <translation>Die Ausgabekanäle ließen sich nicht unterscheiden; daher gibt es einen Fehler für das ganze Gewicht.</translation>
    </message>
    <message>
        <source>RMS error of each channel&apos;s weights relative to them. Click a channel to see its weights, again to see all.</source>
        <translation>Quadratisches Mittel des Fehlers der Gewichte jedes Kanals, bezogen auf diese Gewichte. Ein Klick auf einen Kanal zeigt seine Gewichte, ein weiterer wieder alle.</translation>
    </message>
    <message>
        <source>input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>input activation</source>
        <translation>Eingabeaktivierung</translation>
    </message>
    <message>
        <source>Nothing to show: %1.</source>
        <translation>Nichts zu zeigen: %1.</translation>
    </message>
    <message>
        <source>The float network on %1 calibration samples.</source>
        <translation>Das Float-Netz auf %1 Kalibrierungsproben.</translation>
    </message>
    <message>
        <source>The float network on the %1 preview samples.</source>
        <translation>Das Float-Netz auf den %1 Proben der Vorschau.</translation>
    </message>
    <message>
        <source>%1 are exactly zero and not drawn.</source>
        <translation>%1 sind genau null und nicht gezeichnet.</translation>
    </message>
    <message>
        <source>The activation is float and has no range.</source>
        <translation>Die Aktivierung ist Float und hat keinen Bereich.</translation>
    </message>
    <message>
        <source>Dashed lines bound the range of %1 bits; %2 are clipped.</source>
        <translation>Gestrichelte Linien begrenzen den Bereich von %1 Bits; %2 sind abgeschnitten.</translation>
    </message>
    <message>
        <source>No maps: %1.</source>
        <translation>Keine Karten: %1.</translation>
    </message>
    <message>
        <source>%1 of %2 channels, %3 x %4. Black is %5, white %6.</source>
        <translation>%1 von %2 Kanälen, %3 x %4. Schwarz ist %5, Weiß %6.</translation>
    </message>
    <message>
        <source>One row and column in %1 is drawn.</source>
        <translation>Gezeichnet ist jede %1. Zeile und Spalte.</translation>
    </message>
    <message>
        <source>Full red is %1 more than float, full blue as much less.</source>
        <translation>Volles Rot ist %1 mehr als Float, volles Blau ebenso viel weniger.</translation>
    </message>
    <message>
        <source>Float and quantized are equal.</source>
        <translation>Float und quantisiert sind gleich.</translation>
    </message>
    <message>
        <source>tied to %1, which refuses: %2</source>
        <translation>verbunden mit %1; diese Schicht lehnt ab: %2</translation>
    </message>
    <message>
        <source>tied to %1, which is locked; select %1 and press L to unlock it</source>
        <translation>verbunden mit %1; diese Schicht ist gesperrt; wählen Sie %1, und L entsperrt sie</translation>
    </message>
    <message>
        <source>tied to %1, which would get another setting</source>
        <translation>verbunden mit %1; diese Schicht bekäme eine andere Einstellung</translation>
    </message>
    <message>
        <source>locked; press L to unlock</source>
        <translation>gesperrt; L entsperrt sie</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>Regel %1</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Ausfüllen</translation>
    </message>
    <message>
        <source>Locked: it keeps its setting; press L to unlock.</source>
        <translation>Gesperrt: Sie behält ihre Einstellung; L entsperrt sie.</translation>
    </message>
    <message>
        <source>Tied to %1: they always have the same setting.</source>
        <translation>Verbunden mit %1: Sie haben immer dieselbe Einstellung.</translation>
    </message>
    <message>
        <source>power of two</source>
        <translation>Zweierpotenz</translation>
    </message>
    <message>
        <source>EM</source>
        <translation>EM</translation>
    </message>
    <message>
        <source>k-means</source>
        <translation>k-Means</translation>
    </message>
    <message>
        <source>logarithmic</source>
        <translation>logarithmisch</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>Weights stay as they are.</source>
        <translation>Gewichte bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Equal steps over the whole range (Jacob et al., arXiv 1712.05877).</source>
        <translation>Gleiche Schritte über den ganzen Bereich (Jacob u. a., arXiv 1712.05877).</translation>
    </message>
    <message>
        <source>Equal steps fitted by expectation maximization, as QGAN names it (Wang et al., arXiv 1901.08263). The inner detail is the usual form.</source>
        <translation>Gleiche Schritte, angepasst durch Erwartungsmaximierung, wie QGAN sie nennt (Wang u. a., arXiv 1901.08263). Die Einzelheiten folgen der üblichen Form.</translation>
    </message>
    <message>
        <source>Free levels of least squared error, by dynamic programming (Wu, Journal of Algorithms 12, 1991).</source>
        <translation>Freie Stufen mit dem kleinsten quadratischen Fehler, durch dynamische Programmierung (Wu, Journal of Algorithms 12, 1991).</translation>
    </message>
    <message>
        <source>Signed powers of two, a baseline that QGAN names (Miyashita et al., arXiv 1603.01025). The rounding is the usual form.</source>
        <translation>Zweierpotenzen mit Vorzeichen, ein Vergleichsverfahren, das QGAN nennt (Miyashita u. a., arXiv 1603.01025). Gerundet wird in der üblichen Form.</translation>
    </message>
    <message>
        <source>Equal steps of tanh(w), from DoReFa (Zhou et al., arXiv 1606.06160), rescaled by least squares.</source>
        <translation>Gleiche Schritte von tanh(w), aus DoReFa (Zhou u. a., arXiv 1606.06160), nach kleinsten Quadraten neu skaliert.</translation>
    </message>
    <message>
        <source>Three levels, threshold 0.7 of the mean magnitude (Li et al., arXiv 1605.04711).</source>
        <translation>Drei Stufen, Schwelle beim 0,7-Fachen des mittleren Betrags (Li u. a., arXiv 1605.04711).</translation>
    </message>
    <message>
        <source>The sign times the mean magnitude (Rastegari et al., arXiv 1603.05279).</source>
        <translation>Das Vorzeichen mal den mittleren Betrag (Rastegari u. a., arXiv 1603.05279).</translation>
    </message>
    <message>
        <source>W2 EM</source>
        <translation>W2 EM</translation>
    </message>
    <message>
        <source>2-bit weights with the EM quantizer that QGAN names, per channel.</source>
        <translation>Gewichte mit 2 Bits und dem EM-Quantisierer, den QGAN nennt, je Kanal.</translation>
    </message>
    <message>
        <source>No layer matches.</source>
        <translation>Keine Schicht passt.</translation>
    </message>
    <message>
        <source>Write a setting, for example w4 or w4:mse:channel,a8.</source>
        <translation>Geben Sie eine Einstellung an, zum Beispiel w4 oder w4:mse:channel,a8.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Grid of latents</source>
        <translation>Raster der Latents</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>All latents as a grid</source>
        <translation>Alle Latents als Raster</translation>
    </message>
    <message>
        <source>One pair large</source>
        <translation>Ein Paar groß</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Paar</translation>
    </message>
    <message>
        <source>The current latent large, side by side</source>
        <translation>Das aktuelle Latent groß, nebeneinander</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>Wischen</translation>
    </message>
    <message>
        <source>The current latent large, float left of a divider</source>
        <translation>Das aktuelle Latent groß, Float links von einer Trennlinie</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>The difference of the current latent large</source>
        <translation>Die Differenz des aktuellen Latents groß</translation>
    </message>
    <message>
        <source>Reroll</source>
        <translation>Würfeln</translation>
    </message>
    <message>
        <source>Other latents</source>
        <translation>Andere Latents</translation>
    </message>
    <message>
        <source>Previous latent</source>
        <translation>Voriges Latent</translation>
    </message>
    <message>
        <source>Select the latent before the current one</source>
        <translation>Das Latent vor dem aktuellen auswählen</translation>
    </message>
    <message>
        <source>Next latent</source>
        <translation>Nächstes Latent</translation>
    </message>
    <message>
        <source>Select the latent after the current one</source>
        <translation>Das Latent nach dem aktuellen auswählen</translation>
    </message>
    <message>
        <source>Pin the latent</source>
        <translation>Latent anheften</translation>
    </message>
    <message>
        <source>Keep the current latent in front, also when rerolled</source>
        <translation>Das aktuelle Latent vorn behalten, auch wenn neu gewürfelt wird</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Worst first</source>
        <translation>Größter Abstand zuerst</translation>
    </message>
    <message>
        <source>Sort by distance to float, the largest first; distance is no measure of quality</source>
        <translation>Nach dem Abstand zu Float ordnen, der größte zuerst; der Abstand ist kein Maß der Qualität</translation>
    </message>
    <message>
        <source>Interpolate between latents</source>
        <translation>Zwischen Latents interpolieren</translation>
    </message>
    <message>
        <source>Move from the current latent to the next, or through the pinned ones</source>
        <translation>Vom aktuellen Latent zum nächsten gehen, oder durch die angehefteten</translation>
    </message>
    <message>
        <source>Flicker to float</source>
        <translation>Zu Float umschalten</translation>
    </message>
    <message>
        <source>Float in place of the quantized pictures while the key is held</source>
        <translation>Float anstelle der quantisierten Bilder, solange die Taste gehalten wird</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Show whole pictures, also by a double click</source>
        <translation>Ganze Bilder zeigen, auch durch Doppelklick</translation>
    </message>
    <message>
        <source>Add to comparison</source>
        <translation>Zum Vergleich behalten</translation>
    </message>
    <message>
        <source>Keep the present configuration in sight beside the one you edit</source>
        <translation>Die jetzige Konfiguration neben der bearbeiteten im Blick behalten</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Copy the pictures shown, with the configuration in them</source>
        <translation>Die gezeigten Bilder kopieren, mit der Konfiguration darin</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Bild speichern…</translation>
    </message>
    <message>
        <source>Save the pictures shown as PNG, with the configuration in it</source>
        <translation>Die gezeigten Bilder als PNG speichern, mit der Konfiguration darin</translation>
    </message>
    <message>
        <source>&amp;Lock or unlock</source>
        <translation>&amp;Sperren oder entsperren</translation>
    </message>
    <message>
        <source>Locked layers keep their settings</source>
        <translation>Gesperrte Schichten behalten ihre Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Tie together</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>Tied layers always have the same setting, that of the focused one</source>
        <translation>Verbundene Schichten haben immer dieselbe Einstellung, die der Schicht mit dem Fokus</translation>
    </message>
    <message>
        <source>&amp;Untie</source>
        <translation>Verbindung &amp;lösen</translation>
    </message>
    <message>
        <source>Give the selected layers settings of their own</source>
        <translation>Den ausgewählten Schichten eigene Einstellungen geben</translation>
    </message>
    <message>
        <source>&amp;Fill</source>
        <translation>&amp;Ausfüllen</translation>
    </message>
    <message>
        <source>Copy the focused cell&apos;s setting to the other selected layers</source>
        <translation>Die Einstellung der Zelle mit dem Fokus in die anderen ausgewählten Schichten kopieren</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected rows and the setting they share</source>
        <translation>Die ausgewählten Zeilen und ihre gemeinsame Einstellung kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste setting</source>
        <translation>&amp;Einstellung einfügen</translation>
    </message>
    <message>
        <source>Give the selected layers the setting that was copied, or one like w4:mse:channel,a8</source>
        <translation>Den ausgewählten Schichten die kopierte Einstellung geben, oder eine wie w4:mse:channel,a8</translation>
    </message>
    <message>
        <source>Set by &amp;rule</source>
        <translation>Nach &amp;Regel setzen</translation>
    </message>
    <message>
        <source>Set all layers that match a pattern (Ctrl+R)</source>
        <translation>Alle Schichten setzen, auf die ein Muster passt (Strg+R)</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Group by module</source>
        <translation>Nach Modulen gruppieren</translation>
    </message>
    <message>
        <source>Show layers under the module they belong to</source>
        <translation>Schichten unter dem Modul zeigen, zu dem sie gehören</translation>
    </message>
    <message>
        <source>1 layer matches.</source>
        <translation>1 Schicht passt.</translation>
    </message>
    <message>
        <source>%1 match.</source>
        <translation>%1 passen.</translation>
    </message>
    <message>
        <source>The network&apos;s own input stays as it is in %1.</source>
        <translation>Die Eingabe des Netzes selbst bleibt bei %1, wie sie ist.</translation>
    </message>
    <message>
        <source>%1 would refuse:</source>
        <translation>%1 würden ablehnen:</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Start with the built-in faces instead of the last session.</source>
        <translation>Mit den eingebauten Gesichtern beginnen statt mit der letzten Sitzung.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>Not finite</source>
        <translation>Nicht endlich</translation>
    </message>
    <message>
        <source>NaN or infinite weights; they are quantized as zero.</source>
        <translation>NaN oder unendliche Gewichte; sie werden als null quantisiert.</translation>
    </message>
    <message>
        <source>Energy of the weights over that of their error.</source>
        <translation>Energie der Gewichte im Verhältnis zu der ihres Fehlers.</translation>
    </message>
    <message>
        <source>Absent: %1.</source>
        <translation>Fehlt: %1.</translation>
    </message>
    <message>
        <source>SQNR, dB</source>
        <translation>SQNR, dB</translation>
    </message>
    <message>
        <source>Clipped, %</source>
        <translation>Abgeschn., %</translation>
    </message>
    <message>
        <source>Weights beyond the range; absent for methods without a range.</source>
        <translation>Gewichte jenseits des Bereichs: der abgeschnittene Anteil; fehlt bei Verfahren ohne Bereich.</translation>
    </message>
    <message>
        <source>Occupied, %</source>
        <translation>Belegt, %</translation>
    </message>
    <message>
        <source>Levels that at least one weight takes, per scale.</source>
        <translation>Stufen, die mindestens ein Gewicht annimmt, je Skala.</translation>
    </message>
    <message>
        <source>Entropy, bits</source>
        <translation>Entropie, Bits</translation>
    </message>
    <message>
        <source>Of the codes: what one needs at least when they are packed well.</source>
        <translation>Der Codes: was einer mindestens braucht, wenn sie gut gepackt sind.</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Lowest level</source>
        <translation>Unterste Stufe</translation>
    </message>
    <message>
        <source>Highest level</source>
        <translation>Oberste Stufe</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>gemischt</translation>
    </message>
    <message>
        <source>Edits here apply to all its layers.</source>
        <translation>Änderungen hier gelten für alle ihre Schichten.</translation>
    </message>
    <message>
        <source>%1, group of %2</source>
        <translation>%1, Gruppe von %2</translation>
    </message>
    <message>
        <source>Edits of an earlier session could not be read. %1 The file is kept as %2.</source>
        <translation>Änderungen einer früheren Sitzung ließen sich nicht lesen. %1 Die Datei bleibt als %2 erhalten.</translation>
    </message>
    <message>
        <source>#%1</source>
        <translation>Nr. %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>– (%1)</source>
        <translation>– (%1)</translation>
    </message>
    <message>
        <source>%1 (95 %: %2)</source>
        <translation>%1 (95 %: %2)</translation>
    </message>
    <message>
        <source>%1: %2 %3
%4, %5: %6</source>
        <translation>%1: %2 %3
%4, %5: %6</translation>
    </message>
    <message>
        <source>Measurements left out: %1. The last because: %2</source>
        <translation>Ausgelassene Messungen: %1. Die letzte, weil: %2</translation>
    </message>
    <message>
        <source>float: %1</source>
        <translation>Float: %1</translation>
    </message>
    <message>
        <source>the first measurement</source>
        <translation>die erste Messung</translation>
    </message>
    <message>
        <source>no difference to %1: %2</source>
        <translation>keine Differenz zu %1: %2</translation>
    </message>
    <message>
        <source>no difference to %1</source>
        <translation>keine Differenz zu %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 by configuration</source>
        <translation>%1 nach Konfiguration</translation>
    </message>
    <message>
        <source>configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>%1 by level</source>
        <translation>%1 nach Stufe</translation>
    </message>
    <message>
        <source>level of the pyramid, pixels</source>
        <translation>Stufe der Pyramide, Pixel</translation>
    </message>
    <message>
        <source>quantized</source>
        <translation>quantisiert</translation>
    </message>
    <message>
        <source>floor</source>
        <translation>Boden</translation>
    </message>
    <message>
        <source>%1 pixels: float %2, quantized %3, floor %4</source>
        <translation>%1 Pixel: Float %2, quantisiert %3, Boden %4</translation>
    </message>
    <message>
        <source>%1 by samples</source>
        <translation>%1 nach Proben</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>N = %1: %2</source>
        <translation>N = %1: %2</translation>
    </message>
    <message>
        <source>N = %1: float %2, quantized %3</source>
        <translation>N = %1: Float %2, quantisiert %3</translation>
    </message>
    <message>
        <source>history of %1</source>
        <translation>Verlauf von %1</translation>
    </message>
    <message>
        <source>measurement of this session</source>
        <translation>Messung dieser Sitzung</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 gegen %2</translation>
    </message>
    <message>
        <source>%1
%2 %3</source>
        <translation>%1
%2 %3</translation>
    </message>
    <message>
        <source>%1, quantized minus float</source>
        <translation>%1, quantisiert minus Float</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Average bits</source>
        <translation>Bits im Mittel</translation>
    </message>
    <message>
        <source>BOPs</source>
        <translation>BOPs</translation>
    </message>
    <message>
        <source>size, kB</source>
        <translation>Größe, kB</translation>
    </message>
    <message>
        <source>average bits of a weight</source>
        <translation>Bits eines Gewichts im Mittel</translation>
    </message>
    <message>
        <source>GBOPs of a sample</source>
        <translation>GBOPs einer Probe</translation>
    </message>
    <message>
        <source>%1 was not measured</source>
        <translation>%1 wurde nicht gemessen</translation>
    </message>
    <message>
        <source>%1 to float is %2.</source>
        <translation>%1 zu Float ist %2.</translation>
    </message>
    <message>
        <source>%1 to float is %2 (95 %: %3).</source>
        <translation>%1 zu Float ist %2 (95 %: %3).</translation>
    </message>
    <message>
        <source>%1 is %2 above float (95 %: %3): more than noise.</source>
        <translation>%1 liegt %2 über Float (95 %: %3): mehr als Rauschen.</translation>
    </message>
    <message>
        <source>%1 is %2 below float (95 %: %3): nearer to the reference than float, by more than noise.</source>
        <translation>%1 liegt %2 unter Float (95 %: %3): näher an der Referenz als Float, um mehr als Rauschen.</translation>
    </message>
    <message>
        <source>%1 differs from float by %2 (95 %: %3): no more than noise.</source>
        <translation>%1 weicht um %2 von Float ab (95 %: %3): nicht mehr als Rauschen.</translation>
    </message>
    <message>
        <source>the float generator on other latents</source>
        <translation>der Float-Generator mit anderen Latents</translation>
    </message>
    <message>
        <source>%1 (crop %2, filter %3 of OpenCV)</source>
        <translation>%1 (Zuschnitt %2, Filter %3 von OpenCV)</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>interval</source>
        <translation>Intervall</translation>
    </message>
    <message>
        <source>the same configuration</source>
        <translation>dieselbe Konfiguration</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>Nothing could be computed; the notes say why.</source>
        <translation>Nichts ließ sich berechnen; die Anmerkungen sagen, warum.</translation>
    </message>
    <message>
        <source>N = %1, seed %2; reference: %3</source>
        <translation>N = %1, Seed %2; Referenz: %3</translation>
    </message>
    <message>
        <source>No change to the measurement before: %1</source>
        <translation>Keine Änderung zur Messung davor: %1</translation>
    </message>
    <message>
        <source>Pictures of the reference that could not be read: %1.</source>
        <translation>Bilder der Referenz, die sich nicht lesen ließen: %1.</translation>
    </message>
    <message>
        <source>%1 of %2 samples are measured already; about %3 for the rest</source>
        <translation>%1 von %2 Proben sind schon gemessen; etwa %3 für den Rest</translation>
    </message>
    <message>
        <source>%1 samples, about %2</source>
        <translation>%1 Proben, etwa %2</translation>
    </message>
    <message>
        <source>%1 is %2 above float; it has no interval.</source>
        <translation>%1 liegt %2 über Float; ein Intervall gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 is %2 below float; it has no interval.</source>
        <translation>%1 liegt %2 unter Float; ein Intervall gibt es nicht.</translation>
    </message>
    <message>
        <source>Its floor is %1.</source>
        <translation>Der Boden liegt bei %1.</translation>
    </message>
    <message>
        <source>Hatched: the floor, the reference against itself with N = %1.</source>
        <translation>Schraffiert: der Boden, die Referenz gegen sich selbst mit N = %1.</translation>
    </message>
    <message>
        <source>Raise the gain of the difference</source>
        <translation>Verstärkung der Differenz erhöhen</translation>
    </message>
    <message>
        <source>Differences twice as strong</source>
        <translation>Differenzen doppelt so stark</translation>
    </message>
    <message>
        <source>Lower the gain of the difference</source>
        <translation>Verstärkung der Differenz verringern</translation>
    </message>
    <message>
        <source>Differences half as strong</source>
        <translation>Differenzen halb so stark</translation>
    </message>
    <message>
        <source>Check that the file is still there and may be read, then open it again.</source>
        <translation>Prüfen Sie, ob die Datei noch da ist und gelesen werden darf, und öffnen Sie sie dann erneut.</translation>
    </message>
    <message>
        <source>It needs something that is not supported; see the details, or export it as TorchScript.</source>
        <translation>Sie braucht etwas, das nicht unterstützt wird; siehe die Einzelheiten, oder exportieren Sie sie als TorchScript.</translation>
    </message>
    <message>
        <source>It does not fit into memory; close other programs and open it again.</source>
        <translation>Sie passt nicht in den Speicher; schließen Sie andere Programme und öffnen Sie sie erneut.</translation>
    </message>
    <message>
        <source>Something went wrong that should not; see the details, and open it again.</source>
        <translation>Es ist etwas schiefgegangen, das nicht schiefgehen sollte; siehe die Einzelheiten, und öffnen Sie sie erneut.</translation>
    </message>
    <message>
        <source>Choose a generator saved as TorchScript or as a state dict; the details say what is wrong with this file.</source>
        <translation>Wählen Sie einen Generator, der als TorchScript oder als State-Dict gespeichert ist; die Einzelheiten sagen, was an dieser Datei nicht stimmt.</translation>
    </message>
    <message>
        <source>%1 could not be opened</source>
        <translation>%1 konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>no samples</source>
        <translation>keine Proben</translation>
    </message>
    <message>
        <source>the output holds values that are not finite</source>
        <translation>die Ausgabe enthält Werte, die nicht endlich sind</translation>
    </message>
    <message>
        <source>the outputs are identical</source>
        <translation>die Ausgaben sind gleich</translation>
    </message>
    <message>
        <source>the float output is zero</source>
        <translation>die Float-Ausgabe ist null</translation>
    </message>
    <message>
        <source>the pictures are identical on 8 bits</source>
        <translation>die Bilder sind auf 8 Bit gleich</translation>
    </message>
    <message>
        <source>the pictures are too small for SSIM</source>
        <translation>die Bilder sind zu klein für SSIM</translation>
    </message>
    <message>
        <source>the weight is float</source>
        <translation>das Gewicht ist Float</translation>
    </message>
    <message>
        <source>the weight holds values that are not finite</source>
        <translation>das Gewicht enthält Werte, die nicht endlich sind</translation>
    </message>
    <message>
        <source>the weight has no quantization error</source>
        <translation>das Gewicht hat keinen Quantisierungsfehler</translation>
    </message>
    <message>
        <source>no finite value was seen at the layer&apos;s input</source>
        <translation>am Eingang der Schicht war kein endlicher Wert</translation>
    </message>
    <message>
        <source>the layer&apos;s input holds indices, not activations</source>
        <translation>der Eingang der Schicht enthält Indizes, keine Aktivierungen</translation>
    </message>
    <message>
        <source>the layer&apos;s output is a list of values, not maps with height and width</source>
        <translation>die Ausgabe der Schicht ist eine Liste von Werten, keine Karten mit Höhe und Breite</translation>
    </message>
    <message>
        <source>%1 to %2 bits</source>
        <translation>%1 bis %2 Bit</translation>
    </message>
    <message>
        <source>A float weight has 32 bits, not %1; choose a method first.</source>
        <translation>Ein Float-Gewicht hat 32 Bit, nicht %1; wählen Sie zuerst eine Methode.</translation>
    </message>
    <message>
        <source>Weights cannot have %1 bits; use 1, 2 to 16, or float.</source>
        <translation>Gewichte können nicht %1 Bit haben; nehmen Sie 1, 2 bis 16 oder Float.</translation>
    </message>
    <message>
        <source>Activations cannot have %1 bits; use 2 to 16, or float.</source>
        <translation>Aktivierungen können nicht %1 Bit haben; nehmen Sie 2 bis 16 oder Float.</translation>
    </message>
    <message>
        <source>The percentile must be at least 0 and below 0.5; it is the share cut off at each end, for example 0.0001.</source>
        <translation>Das Perzentil muss mindestens 0 und kleiner als 0,5 sein; es ist der Anteil, der an jedem Ende abgeschnitten wird, zum Beispiel 0,0001.</translation>
    </message>
    <message>
        <source>The method %1 takes %2, not %3; choose another for that.</source>
        <translation>Die Methode %1 nimmt %2, nicht %3; wählen Sie dafür eine andere.</translation>
    </message>
    <message>
        <source>The method %1 has a mapping of its own; leave it symmetric, or choose another.</source>
        <translation>Die Methode %1 hat eine eigene Abbildung; lassen Sie sie symmetrisch, oder wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>The reference against itself has %1 with N = %2.</source>
        <translation>Die Referenz gegen sich selbst hat %1 bei N = %2.</translation>
    </message>
    <message>
        <source>%1 is %2 above float (95 %: %3): nearer to the reference than float, by more than noise.</source>
        <translation>%1 liegt %2 über Float (95 %: %3): näher an der Referenz als Float, um mehr als Rauschen.</translation>
    </message>
    <message>
        <source>%1 is %2 below float (95 %: %3): more than noise.</source>
        <translation>%1 liegt %2 unter Float (95 %: %3): mehr als Rauschen.</translation>
    </message>
    <message>
        <source>; %1: weights %2</source>
        <translation>; %1: Gewichte %2</translation>
    </message>
    <message>
        <source>Whiskers: one standard error.</source>
        <translation>Fehlerbalken: ein Standardfehler.</translation>
    </message>
    <message>
        <source>floor, N = %1</source>
        <translation>Boden, N = %1</translation>
    </message>
    <message>
        <source>%1 of the %2 pictures of %3, drawn by the seed</source>
        <translation>%1 der %2 Bilder von %3, durch den Seed gezogen</translation>
    </message>
    <message>
        <source>; features: %1 of %2 (SHA-256 %3…), pipeline %4</source>
        <translation>; Merkmale: %1 von %2 (SHA-256 %3…), Pipeline %4</translation>
    </message>
    <message>
        <source>; latents: %1</source>
        <translation>; Latents: %1</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0 bis 1</translation>
    </message>
    <message>
        <source>−1 to 1</source>
        <translation>−1 bis 1</translation>
    </message>
    <message>
        <source>0 to 255</source>
        <translation>0 bis 255</translation>
    </message>
    <message>
        <source>of ImageNet (DINOv2)</source>
        <translation>von ImageNet (DINOv2)</translation>
    </message>
    <message>
        <source>of CLIP</source>
        <translation>von CLIP</translation>
    </message>
    <message>
        <source>the float pictures of the same latents</source>
        <translation>die Float-Bilder derselben Latents</translation>
    </message>
    <message>
        <source>%1; for paired metrics %2</source>
        <translation>%1; für gepaarte Metriken %2</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>%1 (standard error)</source>
        <translation>%1 (Standardfehler)</translation>
    </message>
    <message>
        <source>Whiskers: 95 % of the bootstrap over samples.</source>
        <translation>Fehlerbalken: 95 % des Bootstraps über die Proben.</translation>
    </message>
    <message>
        <source>No whiskers: only the difference to float has an interval.</source>
        <translation>Keine Fehlerbalken: Nur die Differenz zu Float hat ein Intervall.</translation>
    </message>
    <message>
        <source>%1 ± %2</source>
        <translation>%1 ± %2</translation>
    </message>
    <message>
        <source>Calibrating activation ranges</source>
        <translation>Aktivierungsbereiche werden kalibriert</translation>
    </message>
    <message>
        <source>Computing KID</source>
        <translation>KID wird berechnet</translation>
    </message>
    <message>
        <source>Computing the Fréchet distance</source>
        <translation>Fréchet-Abstand wird berechnet</translation>
    </message>
    <message>
        <source>Computing the sliced Wasserstein distance of features</source>
        <translation>Sliced-Wasserstein-Abstand der Merkmale wird berechnet</translation>
    </message>
    <message>
        <source>Generating and measuring samples</source>
        <translation>Proben werden erzeugt und gemessen</translation>
    </message>
    <message>
        <source>Generating pictures</source>
        <translation>Bilder werden erzeugt</translation>
    </message>
    <message>
        <source>Generating the float reference</source>
        <translation>Float-Referenz wird erzeugt</translation>
    </message>
    <message>
        <source>Inspecting %1</source>
        <translation>%1 wird untersucht</translation>
    </message>
    <message>
        <source>Measuring the reference</source>
        <translation>Referenz wird gemessen</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>Projecting patches for SWD</source>
        <translation>Ausschnitte werden für SWD projiziert</translation>
    </message>
    <message>
        <source>Quantizing</source>
        <translation>Wird quantisiert</translation>
    </message>
    <message>
        <source>Searching neighbours</source>
        <translation>Nachbarn werden gesucht</translation>
    </message>
    <message>
        <source>SWD at %1 pixels</source>
        <translation>SWD bei %1 Pixeln</translation>
    </message>
    <message>
        <source>Trying %1</source>
        <translation>%1 wird ausprobiert</translation>
    </message>
    <message>
        <source>Trying %1 in a separate process</source>
        <translation>%1 wird in einem eigenen Prozess ausprobiert</translation>
    </message>
    <message>
        <source>per %1 weights</source>
        <translation>je %1 Gewichte</translation>
    </message>
    <message>
        <source>weight / scale of its group</source>
        <translation>Gewicht / Skala seiner Gruppe</translation>
    </message>
    <message>
        <source>Output channel %1, each weight between the levels of its group of %2.</source>
        <translation>Ausgabekanal %1, jedes Gewicht zwischen den Stufen seiner Gruppe von %2.</translation>
    </message>
    <message>
        <source>Output channel %1, each group of %2 weights in steps of its own scale.</source>
        <translation>Ausgabekanal %1, jede Gruppe von %2 Gewichten in Schritten ihrer eigenen Skala.</translation>
    </message>
    <message>
        <source>All %1 output channels, each weight between the levels of its group of %2.</source>
        <translation>Alle %1 Ausgabekanäle, jedes Gewicht zwischen den Stufen seiner Gruppe von %2.</translation>
    </message>
    <message>
        <source>All %1 output channels, each group of %2 weights in steps of its own scale.</source>
        <translation>Alle %1 Ausgabekanäle, jede Gruppe von %2 Gewichten in Schritten ihrer eigenen Skala.</translation>
    </message>
    <message>
        <source>%1 of seed %2</source>
        <translation>%1 von Seed %2</translation>
    </message>
    <message>
        <source>%1 % from %2 to %3</source>
        <translation>%1 % von %2 nach %3</translation>
    </message>
    <message>
        <source>spherical</source>
        <translation>sphärisch</translation>
    </message>
    <message>
        <source>Use an architecture file…</source>
        <translation>Architekturdatei verwenden…</translation>
    </message>
    <message>
        <source>Read these weights by a network description of your own.</source>
        <translation>Diese Gewichte nach einer eigenen Beschreibung des Netzes lesen.</translation>
    </message>
    <message>
        <source>Its weights alone do not tell their network; describe it in an architecture file that fits them, or export it as TorchScript.</source>
        <translation>Die Gewichte allein verraten ihr Netz nicht; beschreiben Sie es in einer Architekturdatei, die zu ihnen passt, oder exportieren Sie es als TorchScript.</translation>
    </message>
    <message>
        <source>there are no samples</source>
        <translation>es gibt keine Proben</translation>
    </message>
    <message>
        <source>there is no float value</source>
        <translation>es gibt keinen Wert von Float</translation>
    </message>
    <message>
        <source>there is no quantized value</source>
        <translation>es gibt keinen quantisierten Wert</translation>
    </message>
    <message>
        <source>%1 of %2 outputs hold values that are not finite</source>
        <translation>%1 von %2 Ausgaben enthalten Werte, die nicht endlich sind</translation>
    </message>
    <message>
        <source>two halves of %1 need %2 reference pictures, but there are %3</source>
        <translation>zwei Hälften zu %1 brauchen %2 Referenzbilder, es gibt aber %3</translation>
    </message>
    <message>
        <source>an interval needs %1 samples or more</source>
        <translation>ein Intervall braucht mindestens %1 Proben</translation>
    </message>
    <message>
        <source>an interval needs the whole measurement</source>
        <translation>ein Intervall braucht die ganze Messung</translation>
    </message>
    <message>
        <source>some resamples have no value</source>
        <translation>einige Ziehungen des Bootstraps haben keinen Wert</translation>
    </message>
    <message>
        <source>it is no paired metric</source>
        <translation>es ist keine gepaarte Metrik</translation>
    </message>
    <message>
        <source>it is a distance to the float output</source>
        <translation>es ist ein Abstand zur Float-Ausgabe</translation>
    </message>
    <message>
        <source>the float output has no distance to itself</source>
        <translation>die Float-Ausgabe hat keinen Abstand zu sich selbst</translation>
    </message>
    <message>
        <source>the pictures are too small for %1</source>
        <translation>die Bilder sind zu klein für %1</translation>
    </message>
    <message>
        <source>%1 sample identical on 8 bits left out</source>
        <translation>%1 Probe, die auf 8 Bit gleich ist, blieb außen vor</translation>
    </message>
    <message>
        <source>%1 samples identical on 8 bits left out</source>
        <translation>%1 Proben, die auf 8 Bit gleich sind, blieben außen vor</translation>
    </message>
    <message>
        <source>%1 sample with values that are not finite left out</source>
        <translation>%1 Probe mit nicht endlichen Werten blieb außen vor</translation>
    </message>
    <message>
        <source>%1 samples with values that are not finite left out</source>
        <translation>%1 Proben mit nicht endlichen Werten blieben außen vor</translation>
    </message>
    <message>
        <source>KID needs two pictures of each set or more</source>
        <translation>KID braucht mindestens zwei Bilder jeder Menge</translation>
    </message>
    <message>
        <source>KID carries its standard error</source>
        <translation>KID trägt seinen Standardfehler</translation>
    </message>
    <message>
        <source>some features are not finite numbers</source>
        <translation>einige Merkmale sind keine endlichen Zahlen</translation>
    </message>
    <message>
        <source>one picture has no covariance; give two or more of each set</source>
        <translation>ein einzelnes Bild hat keine Kovarianz; geben Sie von jeder Menge mindestens zwei</translation>
    </message>
    <message>
        <source>a set without pictures has no distance</source>
        <translation>eine Menge ohne Bilder hat keinen Abstand</translation>
    </message>
    <message>
        <source>a bootstrap with so many samples and features would take too long</source>
        <translation>ein Bootstrap mit so vielen Proben und Merkmalen würde zu lange dauern</translation>
    </message>
    <message>
        <source>fewer than %1 samples: not to be compared with FID of more</source>
        <translation>weniger als %1 Proben: nicht mit der FID von mehr Proben zu vergleichen</translation>
    </message>
    <message>
        <source>fewer than %1 reference pictures: not to be compared with FID of more</source>
        <translation>weniger als %1 Referenzbilder: nicht mit der FID von mehr Bildern zu vergleichen</translation>
    </message>
    <message>
        <source>no more samples than features</source>
        <translation>nicht mehr Proben als Merkmale</translation>
    </message>
    <message>
        <source>no more reference pictures than features</source>
        <translation>nicht mehr Referenzbilder als Merkmale</translation>
    </message>
    <message>
        <source>neighbours need %1 pictures of each set or more</source>
        <translation>Nachbarn brauchen mindestens %1 Bilder jeder Menge</translation>
    </message>
    <message>
        <source>each resample would have other neighbours</source>
        <translation>jede Ziehung des Bootstraps hätte andere Nachbarn</translation>
    </message>
    <message>
        <source>each resample would sort all features again</source>
        <translation>jede Ziehung des Bootstraps müsste alle Merkmale neu sortieren</translation>
    </message>
    <message>
        <source>sorted features need as many pictures in both sets, but there are %1 samples and %2 reference pictures</source>
        <translation>sortierte Merkmale brauchen gleich viele Bilder in beiden Mengen, es gibt aber %1 Proben und %2 Referenzbilder</translation>
    </message>
    <message>
        <source>it needs all features at once, and those of %1 samples need more than 2 GiB</source>
        <translation>es braucht alle Merkmale auf einmal, und die von %1 Proben brauchen mehr als 2 GiB</translation>
    </message>
    <message>
        <source>each resample would sort the patches of all samples again</source>
        <translation>jede Ziehung des Bootstraps müsste die Ausschnitte aller Proben neu sortieren</translation>
    </message>
    <message>
        <source>not the published setting</source>
        <translation>nicht die veröffentlichte Einstellung</translation>
    </message>
    <message>
        <source>SWD needs squares, and the pictures have %1</source>
        <translation>SWD braucht Quadrate, und die Bilder haben %1</translation>
    </message>
    <message>
        <source>SWD needs 16 x 16 pixels or more, and the pictures have %1</source>
        <translation>SWD braucht mindestens 16 x 16 Pixel, und die Bilder haben %1</translation>
    </message>
    <message>
        <source>SWD needs as many pictures in both sets, but there are %1 samples and %2 reference pictures</source>
        <translation>SWD braucht gleich viele Bilder in beiden Mengen, es gibt aber %1 Proben und %2 Referenzbilder</translation>
    </message>
    <message>
        <source>the generator&apos;s pictures are grey and the reference&apos;s are not; SWD and SWD-grey are different measures</source>
        <translation>die Bilder des Generators sind grau und die der Referenz nicht; SWD und SWD-grey sind verschiedene Maße</translation>
    </message>
    <message>
        <source>A colour channel has the same value in all patches of a set at %1 x %2 pixels, so that SWD cannot normalize it; give pictures with some content.</source>
        <translation>Ein Farbkanal hat in allen Ausschnitten einer Menge bei %1 x %2 Pixeln denselben Wert, sodass SWD ihn nicht normieren kann; geben Sie Bilder mit etwas Inhalt.</translation>
    </message>
    <message>
        <source>They differ in the weights of LPIPS.</source>
        <translation>Sie unterscheiden sich in den Gewichten von LPIPS.</translation>
    </message>
    <message>
        <source>They differ in the metric (%1 and %2).</source>
        <translation>Sie unterscheiden sich in der Metrik (%1 und %2).</translation>
    </message>
    <message>
        <source>They differ in the layer (%1 and %2).</source>
        <translation>Sie unterscheiden sich in der Schicht (%1 und %2).</translation>
    </message>
    <message>
        <source>They differ in the number of samples (%1 and %2).</source>
        <translation>Sie unterscheiden sich in der Zahl der Proben (%1 und %2).</translation>
    </message>
    <message>
        <source>They differ in the generator (%1 and %2).</source>
        <translation>Sie unterscheiden sich im Generator (%1 und %2).</translation>
    </message>
    <message>
        <source>They differ in the sampling plan (%1 and %2).</source>
        <translation>Sie unterscheiden sich im Ziehen der Proben (%1 und %2).</translation>
    </message>
    <message>
        <source>They differ in the seed (%1 and %2).</source>
        <translation>Sie unterscheiden sich im Seed (%1 und %2).</translation>
    </message>
    <message>
        <source>They differ in how the number is computed (%1 and %2).</source>
        <translation>Sie unterscheiden sich darin, wie die Zahl berechnet ist (%1 und %2).</translation>
    </message>
    <message>
        <source>They differ in the reference (%1 and %2).</source>
        <translation>Sie unterscheiden sich in der Referenz (%1 und %2).</translation>
    </message>
    <message>
        <source>They differ in how the reference was prepared (%1 and %2).</source>
        <translation>Sie unterscheiden sich darin, wie die Referenz vorbereitet ist (%1 und %2).</translation>
    </message>
    <message>
        <source>They differ in the number of reference pictures (%1 and %2).</source>
        <translation>Sie unterscheiden sich in der Zahl der Referenzbilder (%1 und %2).</translation>
    </message>
    <message>
        <source>They differ in the contents of the reference (%1 and %2).</source>
        <translation>Sie unterscheiden sich im Inhalt der Referenz (%1 und %2).</translation>
    </message>
    <message>
        <source>They differ in the extractor (%1 and %2).</source>
        <translation>Sie unterscheiden sich im Extraktor (%1 und %2).</translation>
    </message>
    <message>
        <source>They differ in the weights of the extractor (%1 and %2).</source>
        <translation>Sie unterscheiden sich in den Gewichten des Extraktors (%1 und %2).</translation>
    </message>
    <message>
        <source>They differ in the number of features (%1 and %2).</source>
        <translation>Sie unterscheiden sich in der Zahl der Merkmale (%1 und %2).</translation>
    </message>
    <message>
        <source>They differ in the pipeline (%1 and %2).</source>
        <translation>Sie unterscheiden sich in der Pipeline (%1 und %2).</translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>ausgelassen: %1</translation>
    </message>
    <message>
        <source>configuration: %1</source>
        <translation>Konfiguration: %1</translation>
    </message>
    <message>
        <source>Further ones, which the copied command lists with --json: %1.</source>
        <translation>Weitere, die der kopierte Befehl mit --json auflistet: %1.</translation>
    </message>
    <message>
        <source>the reference&apos;s pictures are grey and the generator&apos;s are not; SWD and SWD-grey are different measures</source>
        <translation>die Bilder der Referenz sind grau und die des Generators nicht; SWD und SWD-grey sind verschiedene Maße</translation>
    </message>
    <message>
        <source>Its architecture file %1 is not there any more, or may not be read.</source>
        <translation>Ihre Architekturdatei %1 ist nicht mehr da oder darf nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The architecture file %1 needs the tensor %2, which the weights do not hold.</source>
        <translation>Die Architekturdatei %1 braucht den Tensor %2, den die Gewichte nicht enthalten.</translation>
    </message>
    <message>
        <source>The source in the architecture file %1 does not compile (%2).</source>
        <translation>Der Quelltext in der Architekturdatei %1 lässt sich nicht übersetzen (%2).</translation>
    </message>
    <message>
        <source>The network of the architecture file %1 does not run: %2.</source>
        <translation>Das Netz der Architekturdatei %1 läuft nicht: %2.</translation>
    </message>
    <message>
        <source>The architecture file %1 is not written like one (it %2).</source>
        <translation>Die Architekturdatei %1 ist nicht wie eine solche geschrieben (%2).</translation>
    </message>
    <message>
        <source>%1 Use another architecture file, or export the network as TorchScript.</source>
        <translation>%1 Verwenden Sie eine andere Architekturdatei oder exportieren Sie das Netz als TorchScript.</translation>
    </message>
    <message>
        <source>Read by an &amp;architecture file…</source>
        <translation>Nach einer &amp;Architekturdatei lesen…</translation>
    </message>
    <message>
        <source>Read the open weights by a network description of your own</source>
        <translation>Die geöffneten Gewichte nach Ihrer eigenen Beschreibung des Netzes lesen</translation>
    </message>
    <message>
        <source>Size of the window, with its panels as at first start; the layout that is kept stays.</source>
        <translation>Größe des Fensters, mit den Bereichen wie beim ersten Start; die aufbewahrte Anordnung bleibt.</translation>
    </message>
    <message>
        <source>Equal steps, clipped where the squared error is least (as Banner et al., arXiv 1810.05723, who derive the clip; here it is searched).</source>
        <translation>Gleiche Schritte, abgeschnitten, wo der quadratische Fehler am kleinsten ist (wie Banner et al., arXiv 1810.05723, die den Schnitt herleiten; hier wird er gesucht).</translation>
    </message>
    <message>
        <source>Equal steps whose scale is a power of two (as TQT, Jain et al., MLSys 2020, which trains it; here it is the one of least squared error).</source>
        <translation>Gleiche Schritte, deren Skala eine Zweierpotenz ist (wie TQT, Jain et al., MLSys 2020, das sie trainiert; hier ist es die mit dem kleinsten quadratischen Fehler).</translation>
    </message>
    <message>
        <source>Three levels of least squared error, zero among them (Li et al., arXiv 1605.04711, equation 5, solved by sorting).</source>
        <translation>Drei Stufen mit dem kleinsten quadratischen Fehler, darunter null (Li et al., arXiv 1605.04711, Gleichung 5, durch Sortieren gelöst).</translation>
    </message>
    <message>
        <source>in %1 of the groups</source>
        <translation>in %1 der Gruppen</translation>
    </message>
    <message>
        <source>in %1 of the channels</source>
        <translation>in %1 der Kanäle</translation>
    </message>
    <message>
        <source>%1: level %2 of %3 at %4</source>
        <translation>%1: Stufe %2 von %3 bei %4</translation>
    </message>
    <message>
        <source>, taken by %1 of the weights</source>
        <translation>, von %1 der Gewichte angenommen</translation>
    </message>
    <message>
        <source>, taken by no weight</source>
        <translation>, von keinem Gewicht angenommen</translation>
    </message>
    <message>
        <source>weight / largest of its group</source>
        <translation>Gewicht / größtes seiner Gruppe</translation>
    </message>
    <message>
        <source>weight / largest of its channel</source>
        <translation>Gewicht / größtes seines Kanals</translation>
    </message>
    <message>
        <source>%1 quantizers</source>
        <translation>%1 Quantisierer</translation>
    </message>
    <message>
        <source>occupied</source>
        <translation>belegt</translation>
    </message>
    <message>
        <source>Levels are drawn for up to 8 bits.</source>
        <translation>Stufen werden bis zu 8 Bits gezeichnet.</translation>
    </message>
    <message>
        <source>Levels that no weight takes are pale.</source>
        <translation>Stufen, die kein Gewicht annimmt, sind blass.</translation>
    </message>
    <message>
        <source>A level is pale as far as groups do not take it; it stands where it is on average.</source>
        <translation>Eine Stufe ist so weit blass, wie Gruppen sie nicht annehmen; sie steht, wo sie im Mittel ist.</translation>
    </message>
    <message>
        <source>A level is pale as far as channels do not take it; it stands where it is on average.</source>
        <translation>Eine Stufe ist so weit blass, wie Kanäle sie nicht annehmen; sie steht, wo sie im Mittel ist.</translation>
    </message>
    <message>
        <source>%1, asymmetric</source>
        <translation>%1, asymmetrisch</translation>
    </message>
    <message>
        <source>%1, full range</source>
        <translation>%1, voller Bereich</translation>
    </message>
    <message>
        <source>Asymmetric: a zero point lets the range reach further to one side.</source>
        <translation>Asymmetrisch: Ein Nullpunkt lässt den Bereich auf einer Seite weiter reichen.</translation>
    </message>
    <message>
        <source>Full range: one level more below zero than above.</source>
        <translation>Voller Bereich: unter null eine Stufe mehr als darüber.</translation>
    </message>
</context>
<context>
    <name>quantloupe::AssumptionEditor</name>
    <message>
        <source>Latent drawn from</source>
        <translation>Latent gezogen aus</translation>
    </message>
    <message>
        <source>Input range</source>
        <translation>Wertebereich der Eingabe</translation>
    </message>
    <message>
        <source>Output range</source>
        <translation>Wertebereich der Ausgabe</translation>
    </message>
    <message>
        <source>Input shape</source>
        <translation>Form der Eingabe</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Gelesen als</translation>
    </message>
    <message>
        <source>Hidden activation</source>
        <translation>Innere Aktivierung</translation>
    </message>
    <message>
        <source>After the projection</source>
        <translation>Nach der Projektion</translation>
    </message>
    <message>
        <source>Final activation</source>
        <translation>Letzte Aktivierung</translation>
    </message>
    <message>
        <source>Epsilon of norms</source>
        <translation>Epsilon der Normierungen</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>Auffüllung</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>Confirm: %1</source>
        <translation>Bestätigen: %1</translation>
    </message>
    <message>
        <source>Not in the file. Click to confirm.</source>
        <translation>Steht nicht in der Datei. Zum Bestätigen klicken.</translation>
    </message>
</context>
<context>
    <name>quantloupe::BitsDelegate</name>
    <message>
        <source>Activation bits</source>
        <translation>Bits der Aktivierung</translation>
    </message>
    <message>
        <source>Weight bits</source>
        <translation>Bits der Gewichte</translation>
    </message>
</context>
<context>
    <name>quantloupe::ChartStates</name>
    <message>
        <source>SWD is not among what was measured</source>
        <translation>SWD wurde nicht gemessen</translation>
    </message>
    <message>
        <source>Its levels are drawn here once it is.</source>
        <translation>Ihre Stufen werden hier gezeichnet, sobald sie gemessen ist.</translation>
    </message>
    <message>
        <source>This metric has no course</source>
        <translation>Diese Metrik hat keinen Verlauf</translation>
    </message>
    <message>
        <source>It is computed from all samples at once; choose another quantity above, or measure more metrics.</source>
        <translation>Sie wird aus allen Proben auf einmal berechnet; wählen Sie oben eine andere Größe, oder messen Sie weitere Metriken.</translation>
    </message>
    <message>
        <source>No generator is open</source>
        <translation>Kein Generator ist geöffnet</translation>
    </message>
    <message>
        <source>What is measured of its configurations is drawn here.</source>
        <translation>Was an seinen Konfigurationen gemessen wird, wird hier gezeichnet.</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>The chart is drawn once the measurement is complete.</source>
        <translation>Das Diagramm wird gezeichnet, sobald die Messung vollständig ist.</translation>
    </message>
    <message>
        <source>Nothing is measured yet</source>
        <translation>Noch ist nichts gemessen</translation>
    </message>
    <message>
        <source>What is measured of the configurations is drawn here.</source>
        <translation>Was an den Konfigurationen gemessen wird, wird hier gezeichnet.</translation>
    </message>
</context>
<context>
    <name>quantloupe::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Name of an action or a layer</source>
        <translation>Name einer Aktion oder einer Schicht</translation>
    </message>
    <message>
        <source>Type the name of an action or a layer</source>
        <translation>Geben Sie den Namen einer Aktion oder einer Schicht ein</translation>
    </message>
    <message>
        <source>Matching actions</source>
        <translation>Passende Aktionen</translation>
    </message>
    <message>
        <source>No action and no layer has this name.</source>
        <translation>Keine Aktion und keine Schicht heißt so.</translation>
    </message>
</context>
<context>
    <name>quantloupe::CompareFooter</name>
    <message>
        <source>Zoom or pixel under the cursor</source>
        <translation>Vergrößerung oder Pixel unter dem Zeiger</translation>
    </message>
    <message>
        <source>Zoom %1</source>
        <translation>Vergrößerung %1</translation>
    </message>
    <message>
        <source>Kind of difference</source>
        <translation>Art der Differenz</translation>
    </message>
    <message>
        <source>Signed luminance</source>
        <translation>Helligkeit ±</translation>
    </message>
    <message>
        <source>Largest channel</source>
        <translation>Größter Kanal</translation>
    </message>
    <message>
        <source>Signed luminance: blue is darker than float, red lighter. Largest channel: its absolute difference as grey.</source>
        <translation>Helligkeit ±, mit Vorzeichen: Blau ist dunkler als Float, Rot heller. Größter Kanal: seine absolute Differenz als Grau.</translation>
    </message>
    <message>
        <source>Lower the gain of the difference (,)</source>
        <translation>Verstärkung der Differenz verringern (,)</translation>
    </message>
    <message>
        <source>Raise the gain of the difference (.)</source>
        <translation>Verstärkung der Differenz erhöhen (.)</translation>
    </message>
    <message>
        <source>Largest distance to float first.</source>
        <translation>Größter Abstand zu Float zuerst.</translation>
    </message>
</context>
<context>
    <name>quantloupe::CompareGrid</name>
    <message>
        <source>Float and quantized pictures</source>
        <translation>Float-Bilder und quantisierte Bilder</translation>
    </message>
    <message>
        <source>distance to float: PSNR, dB
SSIM</source>
        <translation>Abstand zu Float: PSNR, dB
SSIM</translation>
    </message>
    <message>
        <source>Sample %1</source>
        <translation>Probe %1</translation>
    </message>
</context>
<context>
    <name>quantloupe::CompareLarge</name>
    <message>
        <source>Pictures of one latent</source>
        <translation>Bilder eines Latents</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Float</translation>
    </message>
    <message>
        <source>Quantized</source>
        <translation>Quantisiert</translation>
    </message>
    <message>
        <source>%1 minus %2</source>
        <translation>%1 minus %2</translation>
    </message>
    <message>
        <source>%1 | %2</source>
        <translation>%1 | %2</translation>
    </message>
    <message>
        <source>distance to float: %1</source>
        <translation>Abstand zu Float: %1</translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Sample %1</source>
        <translation>Probe %1</translation>
    </message>
    <message>
        <source>Sample %1: %2</source>
        <translation>Probe %1: %2</translation>
    </message>
    <message>
        <source>distance to float
%1: %2
%3: %4</source>
        <translation>Abstand zu Float
%1: %2
%3: %4</translation>
    </message>
    <message>
        <source>others: distance to float</source>
        <translation>die anderen: Abstand zu Float</translation>
    </message>
    <message>
        <source>others: to float</source>
        <translation>andere: zu Float</translation>
    </message>
</context>
<context>
    <name>quantloupe::ComparePage</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Float, quantized and difference pictures</source>
        <translation>Float-Bilder, quantisierte Bilder und Differenzen</translation>
    </message>
    <message>
        <source>No generator is open</source>
        <translation>Kein Generator ist geöffnet</translation>
    </message>
    <message>
        <source>Open a TorchScript file or the weights of a generator (.pt, .pth, .ckpt, .pkl, .safetensors), or drop one here.</source>
        <translation>Öffnen Sie eine TorchScript-Datei oder die Gewichte eines Generators (.pt, .pth, .ckpt, .pkl, .safetensors), oder ziehen Sie eine Datei hierher.</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>Reading the file and trying its network.</source>
        <translation>Die Datei wird gelesen und ihr Netz ausprobiert.</translation>
    </message>
    <message>
        <source>Mean distance to the float pictures over %1 samples; PSNR and SSIM on 8 bits, SQNR of the outputs. No measure of quality.</source>
        <translation>Mittlerer Abstand zu den Float-Bildern über %1 Proben; PSNR und SSIM auf 8 Bits, SQNR der Ausgaben. Kein Maß der Qualität.</translation>
    </message>
    <message>
        <source>Drawing was cancelled; dimmed pictures are of older settings.</source>
        <translation>Das Zeichnen wurde abgebrochen; abgedunkelte Bilder gehören zu älteren Einstellungen.</translation>
    </message>
    <message>
        <source>PSNR %1 dB</source>
        <translation>PSNR %1 dB</translation>
    </message>
    <message>
        <source>SSIM %1</source>
        <translation>SSIM %1</translation>
    </message>
    <message>
        <source>1 sample</source>
        <translation>1 Probe</translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>%1 Proben</translation>
    </message>
    <message>
        <source>Draw the others again</source>
        <translation>Die anderen neu zeichnen</translation>
    </message>
    <message>
        <source>Drawing the kept configurations was cancelled.</source>
        <translation>Das Zeichnen der behaltenen Konfigurationen wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>%1 takes pictures; only latents can be interpolated.</source>
        <translation>%1 nimmt Bilder; nur zwischen Latents kann interpoliert werden.</translation>
    </message>
    <message>
        <source>The pictures could not be drawn. %1</source>
        <translation>Die Bilder konnten nicht gezeichnet werden. %1</translation>
    </message>
    <message>
        <source>Interpolation: %1 (%2).</source>
        <translation>Interpolation: %1 (%2).</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Erneut öffnen</translation>
    </message>
    <message>
        <source>Opening %1 was cancelled</source>
        <translation>Öffnen von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>No generator is open.</source>
        <translation>Kein Generator ist geöffnet.</translation>
    </message>
</context>
<context>
    <name>quantloupe::CompareSet</name>
    <message>
        <source>Load %1</source>
        <translation>%1 laden</translation>
    </message>
</context>
<context>
    <name>quantloupe::CompareToolbar</name>
    <message>
        <source>Mean distance to float</source>
        <translation>Mittlerer Abstand zu Float</translation>
    </message>
    <message>
        <source>Seed of the latents</source>
        <translation>Seed der Latents</translation>
    </message>
    <message>
        <source>The latents shown are a function of this number</source>
        <translation>Diese Zahl bestimmt die gezeigten Latents</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>How pictures are compared</source>
        <translation>Wie Bilder verglichen werden</translation>
    </message>
</context>
<context>
    <name>quantloupe::CompareView</name>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
</context>
<context>
    <name>quantloupe::ConfigStore</name>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
    <message>
        <source>Loading %1</source>
        <translation>%1 wird geladen</translation>
    </message>
    <message>
        <source>%1 is a configuration for %2, which is neither beside it nor among the files opened lately; open that generator first.</source>
        <translation>%1 ist eine Konfiguration für %2. Diese Datei liegt weder daneben noch unter den zuletzt geöffneten; öffnen Sie zuerst den Generator.</translation>
    </message>
    <message>
        <source>%1 could not be saved</source>
        <translation>%1 konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>%1 could not be loaded</source>
        <translation>%1 konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>quantloupe::DetailsSection</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Details of the message</source>
        <translation>Einzelheiten der Meldung</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Angezeigt</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Ausgeblendet</translation>
    </message>
</context>
<context>
    <name>quantloupe::DockTitles</name>
    <message>
        <source>Detach %1</source>
        <translation>%1 abtrennen</translation>
    </message>
</context>
<context>
    <name>quantloupe::FeatureMapExport</name>
    <message>
        <source>&amp;Copy feature maps</source>
        <translation>Merkmalskarten &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Save feature maps…</source>
        <translation>Merkmalskarten &amp;speichern…</translation>
    </message>
    <message>
        <source>Save feature maps</source>
        <translation>Merkmalskarten speichern</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Feature maps of %1, %2</source>
        <translation>Merkmalskarten von %1, %2</translation>
    </message>
</context>
<context>
    <name>quantloupe::FeatureMapView</name>
    <message>
        <source>float</source>
        <translation>Float</translation>
    </message>
    <message>
        <source>quantized</source>
        <translation>quantisiert</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Differenz</translation>
    </message>
</context>
<context>
    <name>quantloupe::FileWriter</name>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
    <message>
        <source>%1 could not be saved. %2</source>
        <translation>%1 konnte nicht gespeichert werden. %2</translation>
    </message>
</context>
<context>
    <name>quantloupe::GeneratorOpener</name>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
</context>
<context>
    <name>quantloupe::HelpWindow</name>
    <message>
        <source>Quantloupe help</source>
        <translation>Quantloupe-Hilfe</translation>
    </message>
    <message>
        <source>Search all pages</source>
        <translation>Alle Seiten durchsuchen</translation>
    </message>
    <message>
        <source>Help page</source>
        <translation>Hilfeseite</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
</context>
<context>
    <name>quantloupe::InputsDock</name>
    <message>
        <source>Inputs and assumptions</source>
        <translation>Eingaben und Annahmen</translation>
    </message>
    <message>
        <source>What a generator is fed, and what had to be guessed to read it, stands here once one is open.</source>
        <translation>Womit ein Generator gespeist wird und was beim Lesen zu erraten war, steht hier, sobald einer geöffnet ist.</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Eingaben</translation>
    </message>
    <message>
        <source>A file is being opened; what it is fed will stand here.</source>
        <translation>Eine Datei wird geöffnet; hier steht dann, womit sie gespeist wird.</translation>
    </message>
</context>
<context>
    <name>quantloupe::InputsPanel</name>
    <message>
        <source>Network of the file</source>
        <translation>Netz der Datei</translation>
    </message>
    <message>
        <source>Keep training mode</source>
        <translation>Trainingsmodus behalten</translation>
    </message>
    <message>
        <source>Batch norm and dropout run in the mode a trace caught them in. Off: running statistics, no dropout.</source>
        <translation>Batch-Norm und Dropout laufen so, wie die Aufzeichnung sie festhielt. Aus: laufende Statistik, kein Dropout.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Eingaben</translation>
    </message>
    <message>
        <source>Assumptions</source>
        <translation>Annahmen</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Gelesen als</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Use an architecture file…</source>
        <translation>Architekturdatei verwenden…</translation>
    </message>
    <message>
        <source>Read these weights by a network description of your own.</source>
        <translation>Diese Gewichte nach einer eigenen Beschreibung des Netzes lesen.</translation>
    </message>
</context>
<context>
    <name>quantloupe::InspectionNumbersModel</name>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Ch. %1</source>
        <translation>K. %1</translation>
    </message>
</context>
<context>
    <name>quantloupe::InspectorController</name>
    <message>
        <source>Inspecting %1</source>
        <translation>%1 wird untersucht</translation>
    </message>
</context>
<context>
    <name>quantloupe::InspectorDock</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Inspecting %1</source>
        <translation>%1 wird untersucht</translation>
    </message>
    <message>
        <source>No layer is selected</source>
        <translation>Keine Schicht ist ausgewählt</translation>
    </message>
    <message>
        <source>Select one in the table of layers to see what its settings do.</source>
        <translation>Wählen Sie in der Tabelle der Schichten eine aus, um zu sehen, was ihre Einstellungen bewirken.</translation>
    </message>
    <message>
        <source>%1 cannot be inspected</source>
        <translation>%1 kann nicht untersucht werden</translation>
    </message>
    <message>
        <source>Its weight holds no finite value.</source>
        <translation>Ihr Gewicht enthält keinen endlichen Wert.</translation>
    </message>
    <message>
        <source>The layer could not be inspected</source>
        <translation>Die Schicht ließ sich nicht untersuchen</translation>
    </message>
    <message>
        <source>The inspection was cancelled</source>
        <translation>Die Untersuchung wurde abgebrochen</translation>
    </message>
    <message>
        <source>Nothing is known about the present settings of the layer.</source>
        <translation>Über die jetzigen Einstellungen der Schicht ist nichts bekannt.</translation>
    </message>
    <message>
        <source>Nothing to inspect yet</source>
        <translation>Noch nichts zu untersuchen</translation>
    </message>
    <message>
        <source>Weights, input and output of a selected layer are shown here once a generator is open.</source>
        <translation>Gewichte, Eingabe und Ausgabe einer ausgewählten Schicht stehen hier, sobald ein Generator geöffnet ist.</translation>
    </message>
    <message>
        <source>A file is being opened</source>
        <translation>Eine Datei wird geöffnet</translation>
    </message>
    <message>
        <source>picture %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>sample %1 of seed %2</source>
        <translation>Probe %1 von Seed %2</translation>
    </message>
</context>
<context>
    <name>quantloupe::InspectorPanel</name>
    <message>
        <source>Output channel whose weights are shown</source>
        <translation>Ausgabekanal, dessen Gewichte gezeigt werden</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Weight histogram</source>
        <translation>Histogramm der Gewichte</translation>
    </message>
    <message>
        <source>Error by output channel</source>
        <translation>Fehler je Ausgabekanal</translation>
    </message>
    <message>
        <source>Input activation histogram</source>
        <translation>Histogramm der Eingabeaktivierung</translation>
    </message>
    <message>
        <source>Numbers of the layer</source>
        <translation>Zahlen der Schicht</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy numbers</source>
        <translation>Zahlen kopieren</translation>
    </message>
    <message>
        <source>Copy the selected rows, or all, tab-separated with all digits</source>
        <translation>Die ausgewählten Zeilen oder alle kopieren, mit Tabulatoren getrennt und mit allen Stellen</translation>
    </message>
    <message>
        <source>Order of the feature maps</source>
        <translation>Reihenfolge der Merkmalskarten</translation>
    </message>
    <message>
        <source>Channels by their error, or as the network has them</source>
        <translation>Kanäle nach ihrem Fehler, oder wie das Netz sie hat</translation>
    </message>
    <message>
        <source>worst first</source>
        <translation>nach Fehler</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>der Reihe nach</translation>
    </message>
    <message>
        <source>Feature maps of the layer&apos;s output</source>
        <translation>Merkmalskarten der Ausgabe der Schicht</translation>
    </message>
    <message>
        <source>Error by channel</source>
        <translation>Fehler je Kanal</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>%1, weight %2, %3</source>
        <translation>%1, Gewicht %2, %3</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Wird berechnet…</translation>
    </message>
    <message>
        <source>channel %1, error %2</source>
        <translation>Kanal %1, Fehler %2</translation>
    </message>
    <message>
        <source>channel %1</source>
        <translation>Kanal %1</translation>
    </message>
    <message>
        <source>Export feature maps</source>
        <translation>Merkmalskarten exportieren</translation>
    </message>
    <message>
        <source>Copy the feature maps, or save them as PNG</source>
        <translation>Die Merkmalskarten kopieren oder als PNG speichern</translation>
    </message>
</context>
<context>
    <name>quantloupe::JobIndicator</name>
    <message>
        <source>Running job</source>
        <translation>Laufender Auftrag</translation>
    </message>
    <message>
        <source>Progress of the running job</source>
        <translation>Fortschritt des laufenden Auftrags</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop what is running (Esc)</source>
        <translation>Laufendes anhalten (Esc)</translation>
    </message>
    <message>
        <source>Cancel the running job</source>
        <translation>Laufenden Auftrag abbrechen</translation>
    </message>
    <message>
        <source> (+%1)</source>
        <translation> (+%1)</translation>
    </message>
    <message>
        <source>Being cancelled: %1</source>
        <translation>Wird abgebrochen: %1</translation>
    </message>
</context>
<context>
    <name>quantloupe::KeptBar</name>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
    </message>
    <message>
        <source>%1   SSIM %2</source>
        <translation>%1   SSIM %2</translation>
    </message>
    <message>
        <source>Left picture</source>
        <translation>Linkes Bild</translation>
    </message>
    <message>
        <source>Right picture</source>
        <translation>Rechtes Bild</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Float and every configuration side by side</source>
        <translation>Float und jede Konfiguration nebeneinander</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Current   %1</source>
        <translation>Aktuell   %1</translation>
    </message>
    <message numerus="yes">
        <source>Mean distance to float over %n samples</source>
        <translation>
            <numerusform>Mittlerer Abstand zu Float über %n Probe</numerusform>
            <numerusform>Mittlerer Abstand zu Float über %n Proben</numerusform>
        </translation>
    </message>
    <message>
        <source>%1   %2</source>
        <translation>%1   %2</translation>
    </message>
    <message>
        <source>Configuration %1: %2</source>
        <translation>Konfiguration %1: %2</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Float</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>Rename configuration</source>
        <translation>Konfiguration umbenennen</translation>
    </message>
    <message>
        <source>Name of the configuration</source>
        <translation>Name der Konfiguration</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2, mean distance to float over %n samples. Load, rename or remove it.</source>
        <translation>
            <numerusform>%1: %2, mittlerer Abstand zu Gleitkomma über %n Probe. Laden, umbenennen oder entfernen.</numerusform>
            <numerusform>%1: %2, mittlerer Abstand zu Gleitkomma über %n Proben. Laden, umbenennen oder entfernen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>quantloupe::KeptPreview</name>
    <message>
        <source>Drawing kept configurations</source>
        <translation>Behaltene Konfigurationen werden gezeichnet</translation>
    </message>
</context>
<context>
    <name>quantloupe::LayerTableModel</name>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
    </message>
    <message>
        <source>%1, locked</source>
        <translation>%1, gesperrt</translation>
    </message>
    <message>
        <source>%1, tied to %2</source>
        <translation>%1, verbunden mit %2</translation>
    </message>
</context>
<context>
    <name>quantloupe::LayersDock</name>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Filter layers</source>
        <translation>Schichten filtern</translation>
    </message>
    <message>
        <source>Filter by name or kind</source>
        <translation>Nach Name oder Art filtern</translation>
    </message>
    <message>
        <source>Set by rule</source>
        <translation>Nach Regel setzen</translation>
    </message>
    <message>
        <source>No layer matches the filter.</source>
        <translation>Auf den Filter passt keine Schicht.</translation>
    </message>
    <message>
        <source>Select at least two layers to tie them together.</source>
        <translation>Wählen Sie mindestens zwei Schichten aus, um sie zu verbinden.</translation>
    </message>
    <message>
        <source>Select the layers to fill; they get the setting of the focused one.</source>
        <translation>Wählen Sie die Schichten aus, die ausgefüllt werden sollen; sie bekommen die Einstellung der Schicht mit dem Fokus.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>The clipboard holds no setting; copy one layer, or a text such as w4:mse:channel,a8.</source>
        <translation>Die Zwischenablage enthält keine Einstellung; kopieren Sie eine Schicht oder einen Text wie w4:mse:channel,a8.</translation>
    </message>
    <message>
        <source>The layers of a generator stand here once one is open.</source>
        <translation>Hier stehen die Schichten eines Generators, sobald einer geöffnet ist.</translation>
    </message>
    <message>
        <source>A file is being opened; its layers will stand here.</source>
        <translation>Eine Datei wird geöffnet; hier stehen dann ihre Schichten.</translation>
    </message>
</context>
<context>
    <name>quantloupe::LayersView</name>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Fit to width</source>
        <translation>An die Breite anpassen</translation>
    </message>
    <message>
        <source>Digits set the bits of the selected layers, F makes them float, plus and minus step them, Enter opens a list; Left and Right close and open groups.</source>
        <translation>Ziffern setzen die Bits der ausgewählten Schichten, F macht sie zu Float, Plus und Minus ändern sie um eins, die Eingabetaste öffnet eine Liste; Links und Rechts schließen und öffnen Gruppen.</translation>
    </message>
    <message>
        <source>&amp;Columns of layers</source>
        <translation>&amp;Spalten der Schichten</translation>
    </message>
</context>
<context>
    <name>quantloupe::MainWindow</name>
    <message>
        <source>The network was read anew; earlier edits can no longer be undone.</source>
        <translation>Das Netz wurde neu gelesen; frühere Änderungen lassen sich nicht mehr rückgängig machen.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Built-in generators</source>
        <translation>E&amp;ingebaute Generatoren</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Presets</source>
        <translation>&amp;Voreinstellungen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Main toolbar</source>
        <translation>Hauptwerkzeugleiste</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Voreinstellungen</translation>
    </message>
    <message>
        <source>Settings for all layers at once</source>
        <translation>Einstellungen für alle Schichten zugleich</translation>
    </message>
    <message>
        <source>Open a generator</source>
        <translation>Generator öffnen</translation>
    </message>
    <message>
        <source>Load a configuration</source>
        <translation>Konfiguration laden</translation>
    </message>
    <message>
        <source>Configurations (*.json);;All files (*)</source>
        <translation>Konfigurationen (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Use an architecture file</source>
        <translation>Architekturdatei verwenden</translation>
    </message>
    <message>
        <source>Architectures (*.json);;All files (*)</source>
        <translation>Architekturen (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Input pictures</source>
        <translation>Eingabebilder</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.tar *.tgz);;All files (*)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.webp *.bmp *.tar *.tgz);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>Save the configuration</source>
        <translation>Konfiguration speichern</translation>
    </message>
    <message>
        <source>%1 was made for another generator and is not loaded: %2</source>
        <translation>%1 gehört zu einem anderen Generator und wird nicht geladen: %2</translation>
    </message>
    <message>
        <source>edit to picture %1 ms, all %2 ms</source>
        <translation>Änderung bis Bild %1 ms, alle %2 ms</translation>
    </message>
    <message>
        <source>edit to picture %1 ms</source>
        <translation>Änderung bis Bild %1 ms</translation>
    </message>
    <message>
        <source>Quantloupe</source>
        <translation>Quantloupe</translation>
    </message>
    <message>
        <source> – %1</source>
        <translation> – %1</translation>
    </message>
    <message>
        <source>%1[*] – Quantloupe</source>
        <translation>%1[*] – Quantloupe</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>About Quantloupe</source>
        <translation>Über Quantloupe</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Quantloupe %1&lt;/h3&gt;&lt;p&gt;Every layer its bits, every bit its picture: a desktop explorer for quantizing image generators.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Quantloupe %1&lt;/h3&gt;&lt;p&gt;Jeder Schicht ihre Bits, jedem Bit sein Bild: erkundet die Quantisierung von Bildgeneratoren.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder neuer.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&amp;Layers</source>
        <translation>&amp;Schichten</translation>
    </message>
    <message>
        <source>Generators (*.pt *.pth *.ckpt *.pkl *.th *.safetensors *.bin);;Pictures with a configuration (*.png);;All files (*)</source>
        <translation>Generatoren (*.pt *.pth *.ckpt *.pkl *.th *.safetensors *.bin);;Bilder mit einer Konfiguration (*.png);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Configurations (*.json *.png);;All files (*)</source>
        <translation>Konfigurationen (*.json *.png);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 holds %2 networks; %3 is open. Others can be chosen under “Inputs”.</source>
        <translation>%1 enthält %2 Netze; %3 ist geöffnet. Andere können unter „Eingaben“ gewählt werden.</translation>
    </message>
    <message>
        <source>Panels in this place</source>
        <translation>Fensterteile an dieser Stelle</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Zu %1 gehen</translation>
    </message>
    <message>
        <source>Open a generator first</source>
        <translation>Öffnen Sie zuerst einen Generator</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Nichts wiederherzustellen</translation>
    </message>
    <message>
        <source>Only for networks that are fed pictures</source>
        <translation>Nur für Netze, die mit Bildern gespeist werden</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>Nichts läuft</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>The pictures are copied.</source>
        <translation>Die Bilder sind kopiert.</translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation>%1 ist gespeichert.</translation>
    </message>
    <message>
        <source>%1 is a picture without a configuration; only pictures saved by Quantloupe hold one.</source>
        <translation>%1 ist ein Bild ohne Konfiguration; nur von Quantloupe gespeicherte Bilder enthalten eine.</translation>
    </message>
    <message>
        <source>Save the pictures</source>
        <translation>Bilder speichern</translation>
    </message>
    <message>
        <source>Pictures (*.png);;All files (*)</source>
        <translation>Bilder (*.png);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 kept their setting: %2</source>
        <translation>%1 behielten ihre Einstellung: %2</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Messen</translation>
    </message>
    <message>
        <source>Needs a generator, a metric, and that no measurement runs</source>
        <translation>Braucht einen Generator, eine Metrik und dass keine Messung läuft</translation>
    </message>
    <message>
        <source>Nothing is measured yet</source>
        <translation>Noch ist nichts gemessen</translation>
    </message>
    <message>
        <source>Load measurement #%1</source>
        <translation>Messung Nr. %1 laden</translation>
    </message>
    <message>
        <source>Built-in</source>
        <translation>Eingebaut</translation>
    </message>
    <message>
        <source>Open a generator that comes with Quantloupe</source>
        <translation>Einen Generator öffnen, der mit Quantloupe kommt</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>There was no room for all configurations of the picture; remove kept ones and open it again.</source>
        <translation>Für alle Konfigurationen des Bildes war kein Platz; entfernen Sie behaltene und öffnen Sie es erneut.</translation>
    </message>
    <message>
        <source>%1 could not be read. %2</source>
        <translation>%1 konnte nicht gelesen werden. %2</translation>
    </message>
    <message>
        <source>There is no command to copy. %1</source>
        <translation>Es gibt keinen Befehl zum Kopieren. %1</translation>
    </message>
    <message>
        <source>Kept by locks: %1.</source>
        <translation>Durch Sperren erhalten: %1.</translation>
    </message>
    <message>
        <source>Plots: %1</source>
        <translation>Diagramme: %1</translation>
    </message>
    <message>
        <source>Only for weights, whose file does not say what is computed</source>
        <translation>Nur für Gewichte, deren Datei nicht sagt, was gerechnet wird</translation>
    </message>
    <message>
        <source>Quantizers</source>
        <translation>Quantisierer</translation>
    </message>
</context>
<context>
    <name>quantloupe::MessageBanner</name>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Dismiss (Esc)</source>
        <translation>Ausblenden (Esc)</translation>
    </message>
</context>
<context>
    <name>quantloupe::MethodBar</name>
    <message>
        <source>Weight method of the selected layers</source>
        <translation>Verfahren für die Gewichte der ausgewählten Schichten</translation>
    </message>
    <message>
        <source>How weights of the selected layers are turned into codes</source>
        <translation>Wie die Gewichte der ausgewählten Schichten zu Codes werden</translation>
    </message>
    <message>
        <source>Scales of the selected layers</source>
        <translation>Skalen der ausgewählten Schichten</translation>
    </message>
    <message>
        <source>Activation range of the selected layers</source>
        <translation>Aktivierungsbereich der ausgewählten Schichten</translation>
    </message>
    <message>
        <source>How calibration chooses the range of quantized activations</source>
        <translation>Wie die Kalibrierung den Bereich quantisierter Aktivierungen wählt</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Scales</source>
        <translation>Skalen</translation>
    </message>
    <message>
        <source>Activation range</source>
        <translation>A-Bereich</translation>
    </message>
    <message>
        <source>What shares one scale: the whole weight, an output channel, or so many consecutive weights of a channel</source>
        <translation>Was sich eine Skala teilt: das ganze Gewicht, ein Ausgabekanal oder so viele aufeinander folgende Gewichte eines Kanals</translation>
    </message>
</context>
<context>
    <name>quantloupe::MetricBoxes</name>
    <message>
        <source>FID, FD</source>
        <translation>FID, FD</translation>
    </message>
    <message>
        <source>KID</source>
        <translation>KID</translation>
    </message>
    <message>
        <source>Feature SWD</source>
        <translation>Merkmals-SWD</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precision</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Density</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Coverage</translation>
    </message>
    <message>
        <source>SWD</source>
        <translation>SWD</translation>
    </message>
    <message>
        <source>PSNR</source>
        <translation>PSNR</translation>
    </message>
    <message>
        <source>SSIM</source>
        <translation>SSIM</translation>
    </message>
    <message>
        <source>LPIPS</source>
        <translation>LPIPS</translation>
    </message>
    <message>
        <source>SQNR</source>
        <translation>SQNR</translation>
    </message>
    <message>
        <source>SQNR by layer</source>
        <translation>SQNR je Schicht</translation>
    </message>
    <message>
        <source>Fréchet distance of features to the reference; FID on the 2,048 features of the Inception of 2015</source>
        <translation>Fréchet-Abstand der Merkmale zur Referenz; FID auf den 2.048 Merkmalen der Inception von 2015</translation>
    </message>
    <message>
        <source>Kernel distance of features to the reference, unbiased for few samples</source>
        <translation>Kernel-Abstand der Merkmale zur Referenz, unverzerrt bei wenigen Proben</translation>
    </message>
    <message>
        <source>Sliced Wasserstein distance of features to the reference: their distributions along random directions</source>
        <translation>Sliced-Wasserstein-Abstand der Merkmale zur Referenz: ihre Verteilungen entlang zufälliger Richtungen</translation>
    </message>
    <message>
        <source>Share of the pictures that lie among those of the reference, by neighbours of features</source>
        <translation>Anteil der Bilder, die unter denen der Referenz liegen, nach Nachbarn der Merkmale</translation>
    </message>
    <message>
        <source>Share of the reference that lies among the pictures, by neighbours of features</source>
        <translation>Anteil der Referenz, der unter den Bildern liegt, nach Nachbarn der Merkmale</translation>
    </message>
    <message>
        <source>How densely the reference lies around the pictures: a precision that outliers do not raise</source>
        <translation>Wie dicht die Referenz um die Bilder liegt: eine Precision, die Ausreißer nicht erhöhen</translation>
    </message>
    <message>
        <source>Share of the reference that has a picture near it: a recall that outliers do not raise</source>
        <translation>Anteil der Referenz, der ein Bild in der Nähe hat: ein Recall, den Ausreißer nicht erhöhen</translation>
    </message>
    <message>
        <source>Sliced Wasserstein distance of patches to the reference, by level of a pyramid</source>
        <translation>Sliced-Wasserstein-Abstand von Ausschnitten zur Referenz, nach Stufe einer Pyramide</translation>
    </message>
    <message>
        <source>Distance of each picture to the float one, dB</source>
        <translation>Abstand jedes Bildes zum Float-Bild, dB</translation>
    </message>
    <message>
        <source>Structural similarity of each picture to the float one</source>
        <translation>Strukturelle Ähnlichkeit jedes Bildes mit dem Float-Bild</translation>
    </message>
    <message>
        <source>Distance of each picture to the float one by activations of AlexNet or VGG-16, whose weights are yours to give</source>
        <translation>Abstand jedes Bildes zum Float-Bild nach Aktivierungen von AlexNet oder VGG-16, deren Gewichte Sie angeben</translation>
    </message>
    <message>
        <source>Energy of the float output over that of its error, dB</source>
        <translation>Energie der Float-Ausgabe zu der ihres Fehlers, dB</translation>
    </message>
    <message>
        <source>The same of what each layer gives, dB</source>
        <translation>Dasselbe für das, was jede Schicht liefert, dB</translation>
    </message>
</context>
<context>
    <name>quantloupe::MetricsChartsView</name>
    <message>
        <source>Configurations</source>
        <translation>Konfigurationen</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Scatter</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Gegen</translation>
    </message>
    <message>
        <source>against</source>
        <translation>gegen</translation>
    </message>
    <message>
        <source>Measurement #%1.</source>
        <translation>Messung Nr. %1.</translation>
    </message>
    <message>
        <source>Measurement #%1; the configuration has been edited since.</source>
        <translation>Messung Nr. %1; die Konfiguration wurde seither bearbeitet.</translation>
    </message>
</context>
<context>
    <name>quantloupe::MetricsController</name>
    <message>
        <source>Estimating the time</source>
        <translation>Schätzen der Zeit</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Messen</translation>
    </message>
</context>
<context>
    <name>quantloupe::MetricsForm</name>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>Samples of the configuration that are measured; a FID to be quoted takes 50,000</source>
        <translation>Proben der Konfiguration, die gemessen werden; eine zitierbare FID braucht 50.000</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>Features of the Inception that are compared</source>
        <translation>Merkmale der Inception, die verglichen werden</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>wie üblich</translation>
    </message>
    <message>
        <source>float generator</source>
        <translation>Float-Generator</translation>
    </message>
    <message>
        <source>built-in avatars</source>
        <translation>eingebaute Avatare</translation>
    </message>
    <message>
        <source>Folder of pictures…</source>
        <translation>Ordner mit Bildern …</translation>
    </message>
    <message>
        <source>File of pictures…</source>
        <translation>Datei mit Bildern …</translation>
    </message>
    <message>
        <source>built in (avatarnet)</source>
        <translation>eingebaut (avatarnet)</translation>
    </message>
    <message>
        <source>Inception or network file…</source>
        <translation>Inception oder Netzdatei …</translation>
    </message>
    <message>
        <source>Reference pictures</source>
        <translation>Bilder der Referenz</translation>
    </message>
    <message>
        <source>Inception or another feature network</source>
        <translation>Inception oder ein anderes Merkmalsnetz</translation>
    </message>
    <message>
        <source>Networks (*.pth *.pt *.safetensors);;All files (*)</source>
        <translation>Netze (*.pth *.pt *.safetensors);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>LPIPS trunk</source>
        <translation>LPIPS-Netz</translation>
    </message>
    <message>
        <source>AlexNet or VGG-16 file…</source>
        <translation>Datei von AlexNet oder VGG-16 …</translation>
    </message>
    <message>
        <source>Trunk of LPIPS: AlexNet or VGG-16</source>
        <translation>Netz von LPIPS: AlexNet oder VGG-16</translation>
    </message>
    <message>
        <source>LPIPS heads</source>
        <translation>LPIPS-Köpfe</translation>
    </message>
    <message>
        <source>File of linear heads…</source>
        <translation>Datei der linearen Köpfe …</translation>
    </message>
    <message>
        <source>Linear heads of LPIPS</source>
        <translation>Lineare Köpfe von LPIPS</translation>
    </message>
    <message>
        <source>no file yet</source>
        <translation>noch keine Datei</translation>
    </message>
    <message>
        <source>in the trunk&apos;s file</source>
        <translation>in der Datei des Netzes</translation>
    </message>
    <message>
        <source>FID of fewer than 2,048 pictures</source>
        <translation>FID bei weniger als 2.048 Bildern</translation>
    </message>
    <message>
        <source>A FID of fewer than 2,048 samples or reference pictures is biased upwards and cannot be compared with others; KID has no such bias</source>
        <translation>Eine FID mit weniger als 2.048 Proben oder Bildern der Referenz ist nach oben verzerrt und lässt sich mit anderen nicht vergleichen; KID ist nicht so verzerrt</translation>
    </message>
    <message>
        <source>Fitted</source>
        <translation>Anpassung</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Pictures (*.tar *.tgz *.gz *.bin *ubyte *.safetensors *.png *.jpg *.jpeg *.webp *.bmp);;All files (*)</source>
        <translation>Bilder (*.tar *.tgz *.gz *.bin *ubyte *.safetensors *.png *.jpg *.jpeg *.webp *.bmp);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>quantloupe::MetricsPage</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel measuring</source>
        <translation>Messen abbrechen</translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation>Was gemessen wird</translation>
    </message>
    <message>
        <source>Measurement</source>
        <translation>Messung</translation>
    </message>
    <message>
        <source>These numbers are of measurement #%1; the configuration has been edited since.</source>
        <translation>Diese Zahlen gehören zu Messung Nr. %1; die Konfiguration wurde seither bearbeitet.</translation>
    </message>
    <message>
        <source>No generator is open</source>
        <translation>Kein Generator ist geöffnet</translation>
    </message>
    <message>
        <source>How far its configuration is from float is measured here.</source>
        <translation>Hier wird gemessen, wie weit seine Konfiguration von Float entfernt ist.</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Nothing is measured yet</source>
        <translation>Noch ist nichts gemessen</translation>
    </message>
    <message>
        <source>How far is this configuration from float, and is that more than noise?</source>
        <translation>Wie weit ist diese Konfiguration von Float entfernt, und ist das mehr als Rauschen?</translation>
    </message>
    <message>
        <source>%1 of %2 samples</source>
        <translation>%1 von %2 Proben</translation>
    </message>
    <message>
        <source>Resume (F5)</source>
        <translation>Fortsetzen (F5)</translation>
    </message>
    <message>
        <source>Measure (F5)</source>
        <translation>Messen (F5)</translation>
    </message>
    <message>
        <source>Choose a metric.</source>
        <translation>Wählen Sie eine Metrik.</translation>
    </message>
    <message>
        <source>%1 samples; the time is being estimated…</source>
        <translation>%1 Proben; die Zeit wird geschätzt …</translation>
    </message>
    <message>
        <source>The measurement failed</source>
        <translation>Die Messung ist gescheitert</translation>
    </message>
    <message>
        <source>The measurement was cancelled</source>
        <translation>Die Messung wurde abgebrochen</translation>
    </message>
    <message>
        <source>The measurement was cancelled. %1</source>
        <translation>Die Messung wurde abgebrochen. %1</translation>
    </message>
    <message>
        <source>These numbers are of measurement #%1; that of the present configuration was cancelled. %2</source>
        <translation>Diese Zahlen gehören zu Messung Nr. %1; die der jetzigen Konfiguration wurde abgebrochen. %2</translation>
    </message>
    <message>
        <source>%1 of %2 samples are kept; measuring again goes on from there.</source>
        <translation>%1 von %2 Proben sind aufbewahrt; erneutes Messen macht dort weiter.</translation>
    </message>
    <message>
        <source>The measurement failed. %1</source>
        <translation>Die Messung ist gescheitert. %1</translation>
    </message>
    <message>
        <source>Progress of measuring</source>
        <translation>Fortschritt der Messung</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Projections for SWD</source>
        <translation>Projektionen für SWD</translation>
    </message>
    <message>
        <source>Computing the numbers</source>
        <translation>Zahlen werden berechnet</translation>
    </message>
    <message>
        <source>%1: about %2 left, %3 until the end</source>
        <translation>%1: noch etwa %2, bis zum Ende %3</translation>
    </message>
    <message>
        <source>%1: about %2 left</source>
        <translation>%1: noch etwa %2</translation>
    </message>
    <message>
        <source>Nothing of it is kept; measuring again starts from the first sample.</source>
        <translation>Nichts davon ist aufbewahrt; erneutes Messen beginnt bei der ersten Probe.</translation>
    </message>
</context>
<context>
    <name>quantloupe::MetricsResult</name>
    <message>
        <source>Measured numbers</source>
        <translation>Gemessene Zahlen</translation>
    </message>
    <message>
        <source>Copy numbers</source>
        <translation>Zahlen kopieren</translation>
    </message>
    <message>
        <source>Copy the selected rows, or all, tab-separated with all digits</source>
        <translation>Die gewählten Zeilen kopieren, oder alle, mit Tabulatoren und allen Stellen</translation>
    </message>
    <message>
        <source>So far, of %1 samples:</source>
        <translation>Bisher, von %1 Bildern:</translation>
    </message>
</context>
<context>
    <name>quantloupe::MetricsTableModel</name>
    <message>
        <source>it is the first measurement</source>
        <translation>es ist die erste Messung</translation>
    </message>
    <message>
        <source>the measurement before did not have it</source>
        <translation>die Messung davor hatte sie nicht</translation>
    </message>
    <message>
        <source>one of both values is missing</source>
        <translation>einer der beiden Werte fehlt</translation>
    </message>
    <message>
        <source>%1, computed by the form “%2”</source>
        <translation>%1, berechnet in der Form „%2“</translation>
    </message>
    <message>
        <source>Absent: %1</source>
        <translation>Fehlt: %1</translation>
    </message>
    <message>
        <source>Quantized minus float</source>
        <translation>Quantisiert minus Float</translation>
    </message>
    <message>
        <source>95 % of the bootstrap over samples, of the difference to float</source>
        <translation>95 % des Bootstraps über die Proben, der Differenz zu Float</translation>
    </message>
    <message>
        <source>Change of the quantized value since the measurement before</source>
        <translation>Änderung des quantisierten Wertes seit der Messung davor</translation>
    </message>
    <message>
        <source>Two sets of the reference against each other: what a perfect generator would get</source>
        <translation>Zwei Teile der Referenz gegeneinander: was ein vollkommener Generator bekäme</translation>
    </message>
    <message>
        <source>Samples measured</source>
        <translation>Gemessene Proben</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Float</translation>
    </message>
    <message>
        <source>Quantized</source>
        <translation>Quantisiert</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>Delta</translation>
    </message>
    <message>
        <source>95 %</source>
        <translation>95 %</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorige</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Boden</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>After ± the standard error (jackknife)</source>
        <translation>Nach ± der Standardfehler (Jackknife)</translation>
    </message>
</context>
<context>
    <name>quantloupe::NetworkInputForm</name>
    <message>
        <source>Side of the network&apos;s input</source>
        <translation>Seite der Eingabe des Netzes</translation>
    </message>
    <message>
        <source>Side of the pictures that the network takes</source>
        <translation>Seite der Bilder, die das Netz nimmt</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Values of the network&apos;s input</source>
        <translation>Werte der Eingabe des Netzes</translation>
    </message>
    <message>
        <source>What black and white become, and the mean and deviation of each channel; wrong values give wrong features without any error</source>
        <translation>Was aus Schwarz und Weiß wird, dazu Mittel und Abweichung jedes Kanals; falsche Werte geben ohne jeden Fehler falsche Merkmale</translation>
    </message>
    <message>
        <source>as given</source>
        <translation>wie angegeben</translation>
    </message>
</context>
<context>
    <name>quantloupe::PathBar</name>
    <message>
        <source>Place on the path of latents</source>
        <translation>Stelle auf dem Weg durch die Latents</translation>
    </message>
    <message>
        <source>Move between the latents, also by the arrow keys</source>
        <translation>Zwischen den Latents bewegen, auch mit den Pfeiltasten</translation>
    </message>
    <message>
        <source>100 % from 00 to 00</source>
        <translation>100 % von 00 nach 00</translation>
    </message>
    <message>
        <source>End the interpolation</source>
        <translation>Interpolation beenden</translation>
    </message>
    <message>
        <source>linear, as latents are uniform</source>
        <translation>linear, da die Latents gleichverteilt sind</translation>
    </message>
    <message>
        <source>spherical, as latents are normal</source>
        <translation>sphärisch, da die Latents normalverteilt sind</translation>
    </message>
    <message>
        <source>Interpolation %1 (%2)</source>
        <translation>Interpolation %1 (%2)</translation>
    </message>
    <message>
        <source>End the interpolation (I or Esc)</source>
        <translation>Interpolation beenden (I oder Esc)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>quantloupe::PathPreview</name>
    <message>
        <source>Drawing an interpolated latent</source>
        <translation>Ein interpoliertes Latent wird gezeichnet</translation>
    </message>
</context>
<context>
    <name>quantloupe::PictureFiles</name>
    <message>
        <source>Copying the picture</source>
        <translation>Das Bild wird kopiert</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>No picture could be made</source>
        <translation>Es konnte kein Bild gemacht werden</translation>
    </message>
    <message>
        <source>%1 could not be read</source>
        <translation>%1 konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>quantloupe::PixelTip</name>
    <message>
        <source>Values of the pixel under the cursor</source>
        <translation>Werte des Pixels unter dem Zeiger</translation>
    </message>
    <message>
        <source>x %1, y %2</source>
        <translation>x %1, y %2</translation>
    </message>
</context>
<context>
    <name>quantloupe::PlotView</name>
    <message>
        <source>Left and Right read values; a right click or Shift+F10 exports the plot</source>
        <translation>Links und Rechts lesen Werte; ein Rechtsklick oder Umschalt+F10 exportiert das Diagramm</translation>
    </message>
    <message>
        <source>Save as PNG (2x)…</source>
        <translation>Als PNG (2x) speichern…</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>Als SVG speichern…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Als PDF speichern…</translation>
    </message>
    <message>
        <source>Save data as CSV…</source>
        <translation>Daten als CSV speichern…</translation>
    </message>
    <message>
        <source>Save as LaTeX (pgfplots)…</source>
        <translation>Als LaTeX (pgfplots) speichern…</translation>
    </message>
    <message>
        <source>Copy data</source>
        <translation>Daten kopieren</translation>
    </message>
    <message>
        <source>Save plot</source>
        <translation>Diagramm speichern</translation>
    </message>
</context>
<context>
    <name>quantloupe::PlotsDock</name>
    <message>
        <source>Plots</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Messen</translation>
    </message>
    <message>
        <source>How far the configuration is from float, on many samples (F5)</source>
        <translation>Wie weit die Konfiguration von Float entfernt ist, an vielen Proben (F5)</translation>
    </message>
    <message>
        <source>Measure &amp;anew</source>
        <translation>&amp;Neu messen</translation>
    </message>
    <message>
        <source>From the first sample, without what an interrupted measurement left</source>
        <translation>Ab der ersten Probe, ohne was eine unterbrochene Messung hinterließ</translation>
    </message>
    <message>
        <source>&amp;Copy measurement as command</source>
        <translation>Messung als Befehl &amp;kopieren</translation>
    </message>
    <message>
        <source>The quantloupe-cli command that gives the numbers shown, for a shell</source>
        <translation>Der Befehl von quantloupe-cli, der die gezeigten Zahlen liefert, für eine Shell</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Choose metrics</source>
        <translation>Metriken wählen</translation>
    </message>
    <message>
        <source>To what is measured next</source>
        <translation>Zu dem, was als Nächstes gemessen wird</translation>
    </message>
</context>
<context>
    <name>quantloupe::PreviewController</name>
    <message>
        <source>Drawing pictures</source>
        <translation>Bilder werden gezeichnet</translation>
    </message>
</context>
<context>
    <name>quantloupe::ProgressBanner</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop what is running (Esc)</source>
        <translation>Laufendes anhalten (Esc)</translation>
    </message>
</context>
<context>
    <name>quantloupe::ProgressLine</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>quantloupe::QuantDocument</name>
    <message>
        <source>Load %1</source>
        <translation>%1 laden</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>Restore edits</source>
        <translation>Änderungen wiederherstellen</translation>
    </message>
    <message>
        <source>Lock %1</source>
        <translation>%1 sperren</translation>
    </message>
    <message>
        <source>Unlock %1</source>
        <translation>%1 entsperren</translation>
    </message>
    <message>
        <source>Tie %1</source>
        <translation>%1 verbinden</translation>
    </message>
    <message>
        <source>Untie %1</source>
        <translation>Verbindung von %1 lösen</translation>
    </message>
</context>
<context>
    <name>quantloupe::QuantizerController</name>
    <message>
        <source>Comparing quantizers on %1</source>
        <translation>Vergleich der Quantisierer an %1</translation>
    </message>
    <message>
        <source>Quantizer %1</source>
        <translation>Quantisierer %1</translation>
    </message>
</context>
<context>
    <name>quantloupe::QuantizerTableModel</name>
    <message>
        <source>%1 – in use</source>
        <translation>%1 – in Gebrauch</translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Absent: the method has no range beyond which weights are clipped.</source>
        <translation>Fehlt: Das Verfahren hat keinen Bereich, jenseits dessen Gewichte abgeschnitten werden.</translation>
    </message>
    <message>
        <source>Absent: %1.</source>
        <translation>Fehlt: %1.</translation>
    </message>
    <message>
        <source>Quantizer</source>
        <translation>Quantisierer</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <source>SQNR</source>
        <translation>SQNR</translation>
    </message>
    <message>
        <source>Occupied</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>Entropie</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Clipped</source>
        <translation>Abgeschnitten</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>The method, and its variant where it has one</source>
        <translation>Das Verfahren und, wo es eine hat, seine Variante</translation>
    </message>
    <message>
        <source>Bits of a code</source>
        <translation>Bits eines Codes</translation>
    </message>
    <message>
        <source>Energy of the weights over that of their error</source>
        <translation>Energie der Gewichte im Verhältnis zu der ihres Fehlers</translation>
    </message>
    <message>
        <source>Levels that at least one weight takes, per scale</source>
        <translation>Stufen, die mindestens ein Gewicht annimmt, je Skala</translation>
    </message>
    <message>
        <source>Of the codes, in bits: what one needs at least when they are packed well</source>
        <translation>Der Codes, in Bits: was einer gut gepackt mindestens braucht</translation>
    </message>
    <message>
        <source>Mean squared error of the weights</source>
        <translation>Mittlerer quadratischer Fehler der Gewichte</translation>
    </message>
    <message>
        <source>Weights beyond the range; absent for methods without a range</source>
        <translation>Gewichte jenseits des Bereichs; fehlt bei Verfahren ohne Bereich</translation>
    </message>
    <message>
        <source>To quantize the weight once, on one core</source>
        <translation>Um das Gewicht einmal zu quantisieren, auf einem Kern</translation>
    </message>
</context>
<context>
    <name>quantloupe::QuantizersPage</name>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Levels of quantizers</source>
        <translation>Stufen der Quantisierer</translation>
    </message>
    <message>
        <source>Bits that are tried</source>
        <translation>Bits, die probiert werden</translation>
    </message>
    <message>
        <source>Bits that are tried, besides those of the layer</source>
        <translation>Bits, die außer denen der Schicht probiert werden</translation>
    </message>
    <message>
        <source>1 to 4 bits</source>
        <translation>1 bis 4 Bits</translation>
    </message>
    <message>
        <source>1 to 8 bits</source>
        <translation>1 bis 8 Bits</translation>
    </message>
    <message>
        <source>bits of the layer</source>
        <translation>Bits der Schicht</translation>
    </message>
    <message>
        <source>Give to the layer</source>
        <translation>Der Schicht geben</translation>
    </message>
    <message>
        <source>The layer is quantized by the method of the selected row (Enter)</source>
        <translation>Die Schicht wird mit dem Verfahren der ausgewählten Zeile quantisiert (Eingabetaste)</translation>
    </message>
    <message>
        <source>No generator is open</source>
        <translation>Kein Generator ist geöffnet</translation>
    </message>
    <message>
        <source>Quantizers are compared here on the weight of a selected layer.</source>
        <translation>Hier werden Quantisierer am Gewicht einer ausgewählten Schicht verglichen.</translation>
    </message>
    <message>
        <source>Several layers are selected</source>
        <translation>Mehrere Schichten sind ausgewählt</translation>
    </message>
    <message>
        <source>Quantizers are compared on one layer; select one in the table of layers.</source>
        <translation>Quantisierer werden an einer Schicht verglichen; wählen Sie eine in der Tabelle der Schichten aus.</translation>
    </message>
    <message>
        <source>No layer is selected</source>
        <translation>Keine Schicht ist ausgewählt</translation>
    </message>
    <message>
        <source>Select one in the table of layers to compare quantizers on its weight.</source>
        <translation>Wählen Sie eine in der Tabelle der Schichten aus, um an ihrem Gewicht Quantisierer zu vergleichen.</translation>
    </message>
    <message>
        <source>Quantizers cannot be compared on %1</source>
        <translation>An %1 lassen sich keine Quantisierer vergleichen</translation>
    </message>
    <message>
        <source>Its weight holds no finite value.</source>
        <translation>Ihr Gewicht enthält keinen endlichen Wert.</translation>
    </message>
    <message>
        <source>The comparison was cancelled</source>
        <translation>Der Vergleich wurde abgebrochen</translation>
    </message>
    <message>
        <source>Nothing is known yet of the quantizers on %1.</source>
        <translation>Über die Quantisierer an %1 ist noch nichts bekannt.</translation>
    </message>
    <message>
        <source>Comparing quantizers on %1</source>
        <translation>Vergleich der Quantisierer an %1</translation>
    </message>
    <message>
        <source>The quantizers could not be compared</source>
        <translation>Die Quantisierer konnten nicht verglichen werden</translation>
    </message>
    <message>
        <source>%1, scales %2</source>
        <translation>%1, Skalen %2</translation>
    </message>
    <message>
        <source>%1; %2 quantizers</source>
        <translation>%1; %2 Quantisierer</translation>
    </message>
    <message>
        <source>%1; cancelled after %2 of %3 quantizers</source>
        <translation>%1; abgebrochen nach %2 von %3 Quantisierern</translation>
    </message>
    <message>
        <source>%1; %2 of %3 quantizers</source>
        <translation>%1; %2 von %3 Quantisierern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel comparing quantizers</source>
        <translation>Vergleich der Quantisierer abbrechen</translation>
    </message>
    <message>
        <source>Continue comparing quantizers</source>
        <translation>Vergleich der Quantisierer fortsetzen</translation>
    </message>
</context>
<context>
    <name>quantloupe::QuantizersTable</name>
    <message>
        <source>Quantizers of the layer</source>
        <translation>Quantisierer der Schicht</translation>
    </message>
    <message>
        <source>Enter or a double click gives the quantizer to the layer</source>
        <translation>Die Eingabetaste oder ein Doppelklick gibt der Schicht den Quantisierer</translation>
    </message>
    <message>
        <source>Give to the layer</source>
        <translation>Der Schicht geben</translation>
    </message>
    <message>
        <source>The layer is quantized by the method of the selected row (Enter)</source>
        <translation>Die Schicht wird mit dem Verfahren der ausgewählten Zeile quantisiert (Eingabetaste)</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>Als Befehl kopieren</translation>
    </message>
    <message>
        <source>Sort by %1</source>
        <translation>Nach %1 ordnen</translation>
    </message>
</context>
<context>
    <name>quantloupe::RecentFilesMenu</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation>Diese vergessen</translation>
    </message>
    <message>
        <source>%1, read by %2</source>
        <translation>%1, gelesen nach %2</translation>
    </message>
</context>
<context>
    <name>quantloupe::ReferenceFit</name>
    <message>
        <source>Crop of the reference</source>
        <translation>Zuschnitt der Referenz</translation>
    </message>
    <message>
        <source>Pictures that are no squares lose their borders, or their proportions</source>
        <translation>Bilder, die nicht quadratisch sind, verlieren ihre Ränder oder ihre Proportionen</translation>
    </message>
    <message>
        <source>centre square</source>
        <translation>Quadrat der Mitte</translation>
    </message>
    <message>
        <source>squeezed whole</source>
        <translation>ganz, gestaucht</translation>
    </message>
    <message>
        <source>Filter that resizes the reference</source>
        <translation>Filter, der die Referenz skaliert</translation>
    </message>
    <message>
        <source>OpenCV&apos;s filter; of pictures that shrink only “area” looks at every pixel</source>
        <translation>Filter von OpenCV; von Bildern, die schrumpfen, sieht nur „area“ jeden Bildpunkt</translation>
    </message>
</context>
<context>
    <name>quantloupe::RuleBar</name>
    <message>
        <source>Pattern of the rule</source>
        <translation>Muster der Regel</translation>
    </message>
    <message>
        <source>Names with * ? [], re: and a regular expression, kind:linear, kernel:3x3, position:first or position:last</source>
        <translation>Namen mit * ? [], re: und ein regulärer Ausdruck, kind:linear, kernel:3x3, position:first oder position:last</translation>
    </message>
    <message>
        <source>Pattern, such as kernel:3x3</source>
        <translation>Muster, etwa kernel:3x3</translation>
    </message>
    <message>
        <source>Setting of the rule</source>
        <translation>Einstellung der Regel</translation>
    </message>
    <message>
        <source>w4,a8</source>
        <translation>w4,a8</translation>
    </message>
    <message>
        <source>A setting in the command line&apos;s notation, such as w4, w8:minmax:tensor or w4:mse:channel,a8</source>
        <translation>Eine Einstellung in der Schreibweise der Befehlszeile, etwa w4, w8:minmax:tensor oder w4:mse:channel,a8</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Close the rule</source>
        <translation>Regel schließen</translation>
    </message>
    <message>
        <source>Set by rule</source>
        <translation>Nach Regel setzen</translation>
    </message>
    <message>
        <source>Write or choose a pattern of layer names or properties.</source>
        <translation>Schreiben oder wählen Sie ein Muster aus Namen oder Eigenschaften von Schichten.</translation>
    </message>
</context>
<context>
    <name>quantloupe::SamplingForm</name>
    <message>
        <source>Class label</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>uniform over %1</source>
        <translation>gleichverteilt über %1</translation>
    </message>
    <message>
        <source>uniform</source>
        <translation>gleichverteilt</translation>
    </message>
    <message>
        <source>One class for all samples, or every class equally often.</source>
        <translation>Eine Klasse für alle Proben, oder jede Klasse gleich oft.</translation>
    </message>
    <message>
        <source>Truncation</source>
        <translation>Trunkierung</translation>
    </message>
    <message>
        <source>1 draws from the whole distribution; less is closer to the mean.</source>
        <translation>1 zieht aus der ganzen Verteilung; weniger liegt näher am Mittelwert.</translation>
    </message>
    <message>
        <source>Input %1</source>
        <translation>Eingabe %1</translation>
    </message>
    <message>
        <source>Label %1</source>
        <translation>Klasse %1</translation>
    </message>
    <message>
        <source>Uniform labels</source>
        <translation>Gleichverteilte Klassen</translation>
    </message>
    <message>
        <source>Truncation %1</source>
        <translation>Trunkierung %1</translation>
    </message>
</context>
<context>
    <name>quantloupe::Screenshot</name>
    <message>
        <source>The window has no part %1.</source>
        <translation>Das Fenster hat keinen Teil %1.</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 ließ sich nicht schreiben.</translation>
    </message>
</context>
<context>
    <name>quantloupe::SessionOffers</name>
    <message>
        <source>Restore these edits</source>
        <translation>Diese Änderungen wiederherstellen</translation>
    </message>
    <message>
        <source>Open the generator and set its layers as they were when that session ended</source>
        <translation>Den Generator öffnen und seine Schichten so einstellen, wie sie beim Ende jener Sitzung waren</translation>
    </message>
    <message>
        <source>Edits of %1 that were not saved are kept from a session that ended unexpectedly (%2).</source>
        <translation>Nicht gespeicherte Änderungen an %1 sind von einer Sitzung aufbewahrt, die unerwartet endete (%2).</translation>
    </message>
    <message>
        <source>Discard these edits</source>
        <translation>Diese Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Keep nothing of that session</source>
        <translation>Nichts aus dieser Sitzung behalten</translation>
    </message>
</context>
<context>
    <name>quantloupe::SessionStore</name>
    <message>
        <source>Discard these edits</source>
        <translation>Diese Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Go back to the configuration without the edits of the last session</source>
        <translation>Zur Konfiguration ohne die Änderungen der letzten Sitzung zurückkehren</translation>
    </message>
    <message>
        <source>Apply these edits</source>
        <translation>Diese Änderungen anwenden</translation>
    </message>
    <message>
        <source>Set the layers as they were in the last session</source>
        <translation>Die Schichten so setzen, wie sie in der letzten Sitzung waren</translation>
    </message>
    <message>
        <source>Looking for the last session</source>
        <translation>Die letzte Sitzung wird gesucht</translation>
    </message>
    <message>
        <source>%1 has changed since the last session; its settings of then are not applied.</source>
        <translation>%1 hat sich seit der letzten Sitzung geändert; die Einstellungen von damals werden nicht angewandt.</translation>
    </message>
    <message>
        <source>The settings of the last session do not fit %1 any more: %2</source>
        <translation>Die Einstellungen der letzten Sitzung passen nicht mehr zu %1: %2</translation>
    </message>
    <message>
        <source>last session</source>
        <translation>letzte Sitzung</translation>
    </message>
    <message>
        <source>Edits of %1 that were not saved were restored.</source>
        <translation>Nicht gespeicherte Änderungen an %1 wurden wiederhergestellt.</translation>
    </message>
    <message>
        <source>Edits of %1 that were not saved are kept until it can be opened again.</source>
        <translation>Nicht gespeicherte Änderungen an %1 werden aufbewahrt, bis es wieder geöffnet werden kann.</translation>
    </message>
    <message>
        <source>Keeping the session</source>
        <translation>Die Sitzung wird aufbewahrt</translation>
    </message>
    <message>
        <source>Edits are not kept should the program end unexpectedly; save the configuration to keep it. %1</source>
        <translation>Änderungen bleiben nicht erhalten, falls das Programm unerwartet endet; speichern Sie die Konfiguration, um sie zu behalten. %1</translation>
    </message>
    <message>
        <source>Edits of %1 that were not saved are kept from an earlier session.</source>
        <translation>Nicht gespeicherte Änderungen an %1 sind aus einer früheren Sitzung aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>quantloupe::SizeBar</name>
    <message>
        <source>Model size</source>
        <translation>Größe des Modells</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, %2x</source>
        <translation>%1, %2x</translation>
    </message>
    <message>
        <source>%1, %2 bits average</source>
        <translation>%1, im Mittel %2 Bits</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 now, %2 as float32 (%3 times smaller), %4 in the file
%5 bits average asked for, %6 bits with scales and zero points
%7 for a picture</source>
        <translation>%1 jetzt, %2 als float32 (%3-mal kleiner), %4 in der Datei
im Mittel %5 Bits verlangt, %6 Bits mit Skalen und Nullpunkten
%7 für ein Bild</translation>
    </message>
</context>
<context>
    <name>quantloupe::StatePage</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>quantloupe::StatusFields</name>
    <message>
        <source>Time from the last edit to its pictures</source>
        <translation>Zeit von der letzten Änderung bis zu ihren Bildern</translation>
    </message>
    <message>
        <source>From the last change to its first picture, and to all shown</source>
        <translation>Von der letzten Änderung bis zum ersten Bild und bis zu allen gezeigten</translation>
    </message>
    <message>
        <source>Reuse of earlier results</source>
        <translation>Wiederverwendung früherer Ergebnisse</translation>
    </message>
    <message>
        <source>Steps whose values were still known, of all steps of the network</source>
        <translation>Schritte, deren Werte noch bekannt waren, von allen Schritten des Netzes</translation>
    </message>
    <message>
        <source>Threads and kernels</source>
        <translation>Threads und Kernel</translation>
    </message>
    <message>
        <source>What the pictures are computed with</source>
        <translation>Womit die Bilder gerechnet werden</translation>
    </message>
    <message>
        <source>cache %1 %</source>
        <translation>Cache %1 %</translation>
    </message>
    <message>
        <source>%1 steps computed, %2 taken from the cache</source>
        <translation>%1 Schritte gerechnet, %2 aus dem Cache</translation>
    </message>
    <message>
        <source>1 thread</source>
        <translation>1 Thread</translation>
    </message>
    <message>
        <source>%1 threads</source>
        <translation>%1 Threads</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>quantloupe::ThemeMenu</name>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
</context>
</TS>
