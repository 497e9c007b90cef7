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
        <translation>%1 (95&#xa0;%: %2)</translation>
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
        <translation>%1 zu Float ist %2 (95&#xa0;%: %3).</translation>
    </message>
    <message>
        <source>%1 is %2 above float (95 %: %3): more than noise.</source>
        <translation>%1 liegt %2 über Float (95&#xa0;%: %3): mehr als Rauschen.</translation>
    </message>
    <message>
        <source>%1 is %2 below float (95 %: %3): nearer to the reference than float, by more than noise.</source>
        <translation>%1 liegt %2 unter Float (95&#xa0;%: %3): näher an der Referenz als Float, um mehr als Rauschen.</translation>
    </message>
    <message>
        <source>%1 differs from float by %2 (95 %: %3): no more than noise.</source>
        <translation>%1 weicht um %2 von Float ab (95&#xa0;%: %3): nicht mehr als Rauschen.</translation>
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
        <source>It does not fit into memory; close other programs and open it again.</source>
        <translation>Sie passt nicht in den Speicher; schließen Sie andere Programme und öffnen Sie sie erneut.</translation>
    </message>
    <message>
        <source>Something went wrong that should not; see the details, and open it again.</source>
        <translation>Es ist etwas schiefgegangen, das nicht schiefgehen sollte; siehe die Einzelheiten, und öffnen Sie sie erneut.</translation>
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
        <translation>%1 liegt %2 über Float (95&#xa0;%: %3): näher an der Referenz als Float, um mehr als Rauschen.</translation>
    </message>
    <message>
        <source>%1 is %2 below float (95 %: %3): more than noise.</source>
        <translation>%1 liegt %2 unter Float (95&#xa0;%: %3): mehr als Rauschen.</translation>
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
        <source>%1 is no session this program can read: %2.</source>
        <translation>%1 ist keine Sitzung, die dieses Programm lesen kann: %2.</translation>
    </message>
    <message>
        <source>it is of another kind or version</source>
        <translation>die Datei ist von anderer Art oder Version</translation>
    </message>
    <message>
        <source>it names no generator</source>
        <translation>sie nennt keinen Generator</translation>
    </message>
    <message>
        <source>%1 ends in the middle of %2; it was cut short or damaged, copy or download it again.</source>
        <translation>%1 endet mitten in %2; die Datei ist unvollständig oder beschädigt. Kopieren Sie die Datei erneut oder laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <source>its pickle</source>
        <translation>ihrem Pickle</translation>
    </message>
    <message>
        <source>its tensor data</source>
        <translation>ihren Tensordaten</translation>
    </message>
    <message>
        <source>its safetensors header</source>
        <translation>ihrem Safetensors-Kopf</translation>
    </message>
    <message>
        <source>its zip directory</source>
        <translation>ihrem Zip-Verzeichnis</translation>
    </message>
    <message>
        <source>its member &apos;%1&apos;</source>
        <translation>ihrem Bestandteil „%1“</translation>
    </message>
    <message>
        <source>%1 is larger than 16 GiB, the most that is opened.</source>
        <translation>%1 ist größer als 16 GiB; mehr wird nicht geöffnet.</translation>
    </message>
    <message>
        <source>%1 is empty; copy or download it again.</source>
        <translation>%1 ist leer. Kopieren Sie die Datei erneut oder laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <source>%1 is neither a TorchScript, PyTorch nor safetensors file.</source>
        <translation>%1 ist weder eine TorchScript- noch eine PyTorch- oder Safetensors-Datei.</translation>
    </message>
    <message>
        <source>%1 is a tar archive, as PyTorch before 0.2 wrote; load it in PyTorch and save it again with torch.save.</source>
        <translation>%1 ist ein tar-Archiv, wie es PyTorch vor 0.2 schrieb; laden Sie es in PyTorch und speichern Sie es mit torch.save neu.</translation>
    </message>
    <message>
        <source>%1 is a Python pickle without PyTorch&apos;s weights; save the network with torch.save(model.state_dict(), ...).</source>
        <translation>%1 ist ein Python-Pickle ohne Gewichte von PyTorch; speichern Sie das Netz mit torch.save(model.state_dict(), ...).</translation>
    </message>
    <message>
        <source>%1 is a TorchScript program, not a file of weights alone; open it as a TorchScript generator.</source>
        <translation>%1 ist ein TorchScript-Programm, keine Datei nur mit Gewichten; öffnen Sie es als TorchScript-Generator.</translation>
    </message>
    <message>
        <source>%1 holds no tensors.</source>
        <translation>%1 enthält keine Tensoren.</translation>
    </message>
    <message>
        <source>%1 holds no network: no dictionary of named tensors was found; save one with torch.save(model.state_dict(), ...).</source>
        <translation>%1 enthält kein Netz: Es wurde kein Verzeichnis benannter Tensoren gefunden; speichern Sie eines mit torch.save(model.state_dict(), ...).</translation>
    </message>
    <message>
        <source>%1 holds more than 1000 networks, the most that is opened.</source>
        <translation>%1 enthält mehr als 1000 Netze; mehr werden nicht geöffnet.</translation>
    </message>
    <message>
        <source>%1 holds tensors of more than 8 GiB, the most that is opened.</source>
        <translation>%1 enthält Tensoren von mehr als 8 GiB; mehr wird nicht geöffnet.</translation>
    </message>
    <message>
        <source>%1 describes tensors that are far larger than its data (at &apos;%2&apos;); it was cut short or damaged.</source>
        <translation>%1 beschreibt Tensoren, die weit größer sind als die Daten (bei „%2“); die Datei ist unvollständig oder beschädigt.</translation>
    </message>
    <message>
        <source>%1 names a tensor with more than 1024 bytes; it was damaged, copy or download it again.</source>
        <translation>%1 enthält einen Tensornamen von mehr als 1024 Byte; die Datei ist beschädigt. Kopieren Sie die Datei erneut oder laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <source>%1 names a tensor &apos;%2&apos; that is no text; it was damaged, copy or download it again.</source>
        <translation>%1 enthält einen Tensornamen „%2“, der kein Text ist; die Datei ist beschädigt. Kopieren Sie die Datei erneut oder laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <source>The tensors were saved from %1; they are opened in main memory.</source>
        <translation>Die Tensoren wurden von %1 gespeichert; sie werden im Hauptspeicher geöffnet.</translation>
    </message>
    <message>
        <source>%1 holds a tensor &apos;%2&apos; that %3; it was damaged, copy or download it again.</source>
        <translation>%1 enthält einen Tensor „%2“, der %3; die Datei ist beschädigt. Kopieren Sie die Datei erneut oder laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <source>lacks its shape</source>
        <translation>keine Form nennt</translation>
    </message>
    <message>
        <source>lacks its element type</source>
        <translation>keinen Elementtyp nennt</translation>
    </message>
    <message>
        <source>is malformed</source>
        <translation>fehlerhaft beschrieben ist</translation>
    </message>
    <message>
        <source>has a shape and strides of different length</source>
        <translation>Form und Schrittweiten verschiedener Länge hat</translation>
    </message>
    <message>
        <source>has a negative or malformed size</source>
        <translation>eine negative oder fehlerhafte Größe hat</translation>
    </message>
    <message>
        <source>has a malformed shape</source>
        <translation>eine fehlerhafte Form hat</translation>
    </message>
    <message>
        <source>has an absurd shape</source>
        <translation>eine unmögliche Form hat</translation>
    </message>
    <message>
        <source>reaches beyond its storage</source>
        <translation>über seinen Speicher hinausreicht</translation>
    </message>
    <message>
        <source>has a malformed data range</source>
        <translation>einen fehlerhaften Datenbereich hat</translation>
    </message>
    <message>
        <source>has a data range that does not fit its shape</source>
        <translation>einen Datenbereich hat, der nicht zu seiner Form passt</translation>
    </message>
    <message>
        <source>has no proper %1</source>
        <translation>kein brauchbares Feld %1 hat</translation>
    </message>
    <message>
        <source>%1 holds the tensor &apos;%2&apos; of a complex, quantized or unsigned type; save the network with real floating-point weights.</source>
        <translation>%1 enthält den Tensor „%2“ eines komplexen, quantisierten oder vorzeichenlosen Typs; speichern Sie das Netz mit reellen Gleitkommagewichten.</translation>
    </message>
    <message>
        <source>%1 holds tensors of a complex or quantized type; save the network with real floating-point weights.</source>
        <translation>%1 enthält Tensoren eines komplexen oder quantisierten Typs; speichern Sie das Netz mit reellen Gleitkommagewichten.</translation>
    </message>
    <message>
        <source>%1 holds the tensor &apos;%2&apos; of the type &apos;%3&apos;; save it as F32, F16 or BF16.</source>
        <translation>%1 enthält den Tensor „%2“ vom Typ „%3“; speichern Sie ihn als F32, F16 oder BF16.</translation>
    </message>
    <message>
        <source>%1 lacks data of the tensor &apos;%2&apos;; it was cut short, copy or download it again.</source>
        <translation>%1 fehlen Daten des Tensors „%2“; die Datei ist unvollständig. Kopieren Sie die Datei erneut oder laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <source>%1 describes a tensor storage in a malformed way; it was damaged, copy or download it again.</source>
        <translation>%1 beschreibt einen Tensorspeicher fehlerhaft; die Datei ist beschädigt. Kopieren Sie die Datei erneut oder laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <source>%1 has overlapping or unused data at its tensor &apos;%2&apos;; it was damaged, copy or download it again.</source>
        <translation>%1 enthält beim Tensor „%2“ überlappende oder ungenutzte Daten; die Datei ist beschädigt. Kopieren Sie die Datei erneut oder laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <source>%1 has unused data at its end; it was damaged, copy or download it again.</source>
        <translation>%1 enthält am Ende ungenutzte Daten; die Datei ist beschädigt. Kopieren Sie die Datei erneut oder laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <source>%1 declares a safetensors header of more than 100 MB.</source>
        <translation>%1 nennt einen Safetensors-Kopf von mehr als 100 MB.</translation>
    </message>
    <message>
        <source>%1 has a safetensors header that is nested or long beyond need.</source>
        <translation>%1 hat einen Safetensors-Kopf, der tiefer oder länger ist als nötig.</translation>
    </message>
    <message>
        <source>%1 has a safetensors header that is no JSON object; it was damaged, copy or download it again.</source>
        <translation>%1 hat einen Safetensors-Kopf, der kein JSON-Objekt ist; die Datei ist beschädigt. Kopieren Sie die Datei erneut oder laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <source>%1 packs its member &apos;%2&apos; in a way other than deflate; save it again with torch.save.</source>
        <translation>%1 packt den Bestandteil „%2“ anders als mit Deflate; speichern Sie die Datei mit torch.save neu.</translation>
    </message>
    <message>
        <source>%1 declares an impossible size of its member &apos;%2&apos;; it was damaged, copy or download it again.</source>
        <translation>%1 nennt eine unmögliche Größe des Bestandteils „%2“; die Datei ist beschädigt. Kopieren Sie die Datei erneut oder laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <source>%1 would expand to more than %2 MiB, which is not plausible for its size; it is refused.</source>
        <translation>%1 würde entpackt mehr als %2 MiB groß, was bei dieser Dateigröße nicht glaubhaft ist; die Datei wird abgelehnt.</translation>
    </message>
    <message>
        <source>%1 holds two members named &apos;%2&apos;; save it again with torch.save.</source>
        <translation>%1 enthält zwei Bestandteile namens „%2“; speichern Sie die Datei mit torch.save neu.</translation>
    </message>
    <message>
        <source>%1 has a damaged header of its member &apos;%2&apos;; copy or download it again.</source>
        <translation>%1 hat einen beschädigten Kopf des Bestandteils „%2“. Kopieren Sie die Datei erneut oder laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <source>%1 has a damaged member &apos;%2&apos; (it does not unpack to its declared size); copy or download it again.</source>
        <translation>%1 hat einen beschädigten Bestandteil „%2“ (entpackt hat er nicht die angegebene Größe). Kopieren Sie die Datei erneut oder laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <source>%1 declares more zip members than it has room for; copy or download it again.</source>
        <translation>%1 nennt mehr Bestandteile, als in das Zip-Archiv passen. Kopieren Sie die Datei erneut oder laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <source>%1 has no zip directory at its end; it was cut short, copy or download it again.</source>
        <translation>%1 hat am Ende kein Zip-Verzeichnis; die Datei ist unvollständig. Kopieren Sie die Datei erneut oder laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <source>%1 has a damaged zip64 directory; copy or download it again.</source>
        <translation>%1 hat ein beschädigtes Zip64-Verzeichnis. Kopieren Sie die Datei erneut oder laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <source>%1 has a damaged zip directory; copy or download it again.</source>
        <translation>%1 hat ein beschädigtes Zip-Verzeichnis. Kopieren Sie die Datei erneut oder laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <source>%1 is an encrypted zip file; save it without a password.</source>
        <translation>%1 ist eine verschlüsselte Zip-Datei; speichern Sie sie ohne Passwort.</translation>
    </message>
    <message>
        <source>%1 is a zip file, but not one of PyTorch; if it holds a model, unpack it and open that file.</source>
        <translation>%1 ist eine Zip-Datei, aber keine von PyTorch; enthält sie ein Modell, so entpacken Sie sie und öffnen Sie dieses.</translation>
    </message>
    <message>
        <source>%1 holds a pickle of more than 256 MiB, which no weight file needs.</source>
        <translation>%1 enthält ein Pickle von mehr als 256 MiB; keine Gewichtsdatei braucht so viel.</translation>
    </message>
    <message>
        <source>The checksums of %1 of its parts do not match, so the file may be damaged.</source>
        <translation>Die Prüfsummen von %1 Teilen der Datei stimmen nicht; sie ist womöglich beschädigt.</translation>
    </message>
    <message>
        <source>A measurement needs a metric and a sample or more.</source>
        <translation>Eine Messung braucht eine Metrik und mindestens eine Probe.</translation>
    </message>
    <message>
        <source>The generator&apos;s pictures have %1 x %2 pixels, but those of a reference are prepared as squares; use the reference float.</source>
        <translation>Die Bilder des Generators haben %1 x %2 Pixel, die einer Referenz werden aber quadratisch vorbereitet; verwenden Sie die Referenz float.</translation>
    </message>
    <message>
        <source>FID of %1 samples is far from that of many; measure KID, take %2 samples or more, or say yes to a FID of few samples.</source>
        <translation>Eine FID von %1 Proben weicht weit von der vieler ab; messen Sie KID, nehmen Sie mindestens %2 Proben oder lassen Sie eine FID weniger Proben zu.</translation>
    </message>
    <message>
        <source>FID of %1 reference pictures is far from that of many; measure KID, take %2 reference pictures or more, or say yes to a FID of few samples.</source>
        <translation>Eine FID von %1 Referenzbildern weicht weit von der vieler ab; messen Sie KID, nehmen Sie mindestens %2 Referenzbilder oder lassen Sie eine FID weniger Proben zu.</translation>
    </message>
    <message>
        <source>%1 is no built-in feature network; there is %2.</source>
        <translation>%1 ist kein eingebautes Merkmalsnetz; es gibt %2.</translation>
    </message>
    <message>
        <source>%1 has one pipeline, clean.</source>
        <translation>%1 hat nur eine Pipeline, clean.</translation>
    </message>
    <message>
        <source>LPIPS needs the weights of its AlexNet or VGG-16, which do not come with the program; give their file.</source>
        <translation>LPIPS braucht die Gewichte von AlexNet oder VGG-16, die dem Programm nicht beiliegen; geben Sie deren Datei an.</translation>
    </message>
    <message>
        <source>There is no metric &apos;%1&apos;; the metrics are %2.</source>
        <translation>Eine Metrik „%1“ gibt es nicht; die Metriken sind %2.</translation>
    </message>
    <message>
        <source>There is no pipeline &apos;%1&apos;; choose tf-legacy, pytorch-fid or clean.</source>
        <translation>Eine Pipeline „%1“ gibt es nicht; wählen Sie tf-legacy, pytorch-fid oder clean.</translation>
    </message>
    <message>
        <source>%1 lacks the tensor %2 of the built-in feature network, or holds it in another shape.</source>
        <translation>%1 fehlt der Tensor %2 des eingebauten Merkmalsnetzes, oder er hat dort eine andere Form.</translation>
    </message>
    <message>
        <source>The feature network returns vectors whose number or length changes with the pictures; use one that returns a vector of one length for each.</source>
        <translation>Das Merkmalsnetz liefert Vektoren, deren Zahl oder Länge sich mit den Bildern ändert; verwenden Sie eines, das für jedes Bild einen Vektor derselben Länge liefert.</translation>
    </message>
    <message>
        <source>The Inception has no features of depth %1; choose 64, 192, 768 or 2048.</source>
        <translation>Die Inception hat keine Merkmale der Tiefe %1; wählen Sie 64, 192, 768 oder 2048.</translation>
    </message>
    <message>
        <source>%1 lacks the tensor %2, so the Inception features of depth %3 cannot be computed from it; %4</source>
        <translation>%1 fehlt der Tensor %2; daher lassen sich daraus keine Inception-Merkmale der Tiefe %3 berechnen; %4</translation>
    </message>
    <message>
        <source>%1 holds the tensor %2 in another shape than the Inception of 2015, so the Inception features of depth %3 cannot be computed from it; %4</source>
        <translation>%1 enthält den Tensor %2 in einer anderen Form als die Inception von 2015; daher lassen sich daraus keine Inception-Merkmale der Tiefe %3 berechnen; %4</translation>
    </message>
    <message>
        <source>give a complete file or a smaller depth.</source>
        <translation>geben Sie eine vollständige Datei oder eine kleinere Tiefe an.</translation>
    </message>
    <message>
        <source>give pt_inception-2015-12-05-6726825d.pth of pytorch-fid.</source>
        <translation>geben Sie pt_inception-2015-12-05-6726825d.pth von pytorch-fid an.</translation>
    </message>
    <message>
        <source>%1 holds no tensor of the Inception of 2015; give pt_inception-2015-12-05-6726825d.pth of pytorch-fid, a file of train-features, or TorchScript.</source>
        <translation>%1 enthält keinen Tensor der Inception von 2015; geben Sie pt_inception-2015-12-05-6726825d.pth von pytorch-fid, eine Datei von train-features oder TorchScript an.</translation>
    </message>
    <message>
        <source>LPIPS compares pictures of one size.</source>
        <translation>LPIPS vergleicht Bilder einer Größe.</translation>
    </message>
    <message>
        <source>%1 is no trunk of LPIPS: it lacks the first convolution of AlexNet or VGG-16, features.0.weight; give torchvision&apos;s weights.</source>
        <translation>%1 ist kein Stamm von LPIPS: Es fehlt die erste Faltung von AlexNet oder VGG-16, features.0.weight; geben Sie die Gewichte von torchvision an.</translation>
    </message>
    <message>
        <source>%1 lacks the tensor %2 of LPIPS.</source>
        <translation>%1 fehlt der Tensor %2 von LPIPS.</translation>
    </message>
    <message>
        <source>%1 holds the tensor %2 in another shape than LPIPS.</source>
        <translation>%1 enthält den Tensor %2 in einer anderen Form als LPIPS.</translation>
    </message>
    <message>
        <source>%1 has no method forward; it is no network that maps pictures to vectors.</source>
        <translation>%1 hat keine Methode forward; die Datei ist kein Netz, das aus Bildern Vektoren macht.</translation>
    </message>
    <message>
        <source>the features of a picture change with the pictures beside it, or from one run to the next; save the network in evaluation mode, without random steps.</source>
        <translation>die Merkmale eines Bildes ändern sich mit den Bildern daneben oder von einem Lauf zum nächsten; speichern Sie das Netz im Auswertungsmodus ohne zufällige Schritte.</translation>
    </message>
    <message>
        <source>the network returns values of shape %1 for %2 pictures, not one vector for each.</source>
        <translation>das Netz liefert Werte der Form %1 für %2 Bilder, nicht einen Vektor für jedes.</translation>
    </message>
    <message>
        <source>the network returns a %1 for %2 pictures, not one vector for each.</source>
        <translation>das Netz liefert ein Objekt vom Typ %1 für %2 Bilder, nicht einen Vektor für jedes.</translation>
    </message>
    <message>
        <source>the network fails on pictures of %1: %2.</source>
        <translation>das Netz scheitert an Bildern der Form %1: %2.</translation>
    </message>
    <message>
        <source>SWD needs as many pictures in both sets.</source>
        <translation>SWD braucht in beiden Mengen gleich viele Bilder.</translation>
    </message>
    <message>
        <source>Pictures of %1 x %2 pixels are too small for SWD, which needs 16 x 16 pixels or more.</source>
        <translation>Bilder von %1 x %2 Pixeln sind zu klein für SWD; nötig sind mindestens 16 x 16 Pixel.</translation>
    </message>
    <message>
        <source>Features of %1 and %2 dimensions have no distance.</source>
        <translation>Merkmale mit %1 und %2 Dimensionen haben keinen Abstand.</translation>
    </message>
    <message>
        <source>Features of %1 and %2 dimensions have no neighbours.</source>
        <translation>Merkmale mit %1 und %2 Dimensionen haben keine Nachbarn.</translation>
    </message>
    <message>
        <source>The sliced distance needs as many features of the same length in both sets, and one direction or more; there are %1 and %2.</source>
        <translation>Der Sliced-Abstand braucht in beiden Mengen gleich viele Merkmale derselben Länge und mindestens eine Richtung; es gibt %1 und %2.</translation>
    </message>
    <message>
        <source>No distance: %1.</source>
        <translation>Kein Abstand: %1.</translation>
    </message>
    <message>
        <source>the sets were measured with different numbers of features (%1 and %2)</source>
        <translation>die Mengen wurden mit verschieden vielen Merkmalen gemessen (%1 und %2)</translation>
    </message>
    <message>
        <source>the sets were measured with different extractors (%1 and %2)</source>
        <translation>die Mengen wurden mit verschiedenen Merkmalsnetzen gemessen (%1 und %2)</translation>
    </message>
    <message>
        <source>the sets were measured with different weights of %1 (%2 and %3)</source>
        <translation>die Mengen wurden mit verschiedenen Gewichten von %1 gemessen (%2 und %3)</translation>
    </message>
    <message>
        <source>the sets were measured with different pipelines (%1 and %2)</source>
        <translation>die Mengen wurden mit verschiedenen Pipelines gemessen (%1 und %2)</translation>
    </message>
    <message>
        <source>An interrupted measurement has other sets.</source>
        <translation>Eine unterbrochene Messung hat andere Mengen.</translation>
    </message>
    <message>
        <source>The part lacks %1.</source>
        <translation>Dem Teil der Messung fehlt %1.</translation>
    </message>
    <message>
        <source>The state of a histogram is of another size.</source>
        <translation>Der Stand eines Histogramms hat eine andere Größe.</translation>
    </message>
    <message>
        <source>normal, input range %1, output range %2, class uniform, truncation %3</source>
        <translation>normalverteilt, Eingabebereich %1, Ausgabebereich %2, Klasse gleichverteilt, Trunkierung %3</translation>
    </message>
    <message>
        <source>normal, input range %1, output range %2, class %3, truncation %4</source>
        <translation>normalverteilt, Eingabebereich %1, Ausgabebereich %2, Klasse %3, Trunkierung %4</translation>
    </message>
    <message>
        <source>uniform, input range %1, output range %2, class uniform, truncation %3</source>
        <translation>gleichverteilt, Eingabebereich %1, Ausgabebereich %2, Klasse gleichverteilt, Trunkierung %3</translation>
    </message>
    <message>
        <source>uniform, input range %1, output range %2, class %3, truncation %4</source>
        <translation>gleichverteilt, Eingabebereich %1, Ausgabebereich %2, Klasse %3, Trunkierung %4</translation>
    </message>
    <message>
        <source>%1 pixels, crop %2, OpenCV %3</source>
        <translation>%1 Pixel, Zuschnitt %2, OpenCV %3</translation>
    </message>
    <message>
        <source>%1 x %2 pixels</source>
        <translation>%1 x %2 Pixel</translation>
    </message>
    <message>
        <source>%1 directions</source>
        <translation>%1 Richtungen</translation>
    </message>
    <message>
        <source>%1 could not be opened: %2.</source>
        <translation>%1 lässt sich nicht öffnen: %2.</translation>
    </message>
    <message>
        <source>%1 could not be opened.</source>
        <translation>%1 lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>%1 could not be read: %2.</source>
        <translation>%1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>%1 could not be replaced: %2.</source>
        <translation>%1 lässt sich nicht ersetzen: %2.</translation>
    </message>
    <message>
        <source>%1 could not be listed: %2.</source>
        <translation>Der Inhalt von %1 lässt sich nicht auflisten: %2.</translation>
    </message>
    <message>
        <source>%1 could not be read; check that it exists and that you may read it.</source>
        <translation>%1 lässt sich nicht lesen; prüfen Sie, ob die Datei da ist und gelesen werden darf.</translation>
    </message>
    <message>
        <source>%1 could not be read to its end.</source>
        <translation>%1 lässt sich nicht bis zum Ende lesen.</translation>
    </message>
    <message>
        <source>%1 is a folder; choose a file.</source>
        <translation>%1 ist ein Ordner; wählen Sie eine Datei.</translation>
    </message>
    <message>
        <source>%1 is not a regular file.</source>
        <translation>%1 ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>%1 is larger than %2, the most that is read of this kind of file (%3).</source>
        <translation>%1 ist größer als %2, die Höchstgröße für Dateien dieser Art (%3).</translation>
    </message>
    <message>
        <source>%1 is not part of this program; built-in generators are %2.</source>
        <translation>%1 gehört nicht zu diesem Programm; eingebaute Generatoren sind %2.</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Verzeichnis nicht gefunden</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>der Pfad ist ein Verzeichnis</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>ein Teil des Pfades ist kein Verzeichnis</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>der Dateiname ist zu lang</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>auf dem Datenträger ist kein Platz mehr</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>das Kontingent ist ausgeschöpft</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>das Dateisystem erlaubt nur Lesen</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>zu viele Dateien sind geöffnet</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>das Gerät ist belegt</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>der Speicher reicht nicht</translation>
    </message>
    <message>
        <source>%1 is not a PNG, JPEG, WebP or BMP picture, or its start is damaged.</source>
        <translation>%1 ist kein Bild (PNG, JPEG, WebP, BMP), oder sein Anfang ist beschädigt.</translation>
    </message>
    <message>
        <source>%1 has %2 x %3 pixels; at most 100 million are read. Use a smaller picture.</source>
        <translation>%1 hat %2 x %3 Pixel; höchstens 100 Millionen werden gelesen. Verwenden Sie ein kleineres Bild.</translation>
    </message>
    <message>
        <source>%1 could not be decoded; the file is damaged or ends too early.</source>
        <translation>%1 lässt sich nicht dekodieren; die Datei ist beschädigt oder endet zu früh.</translation>
    </message>
    <message>
        <source>%1 could not be decoded; the file is damaged.</source>
        <translation>%1 lässt sich nicht dekodieren; die Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>%1 is no PNG picture.</source>
        <translation>%1 ist kein PNG-Bild.</translation>
    </message>
    <message>
        <source>%1 ends too early; the picture is damaged.</source>
        <translation>%1 endet zu früh; das Bild ist beschädigt.</translation>
    </message>
    <message>
        <source>%1 holds a text longer than 64 MiB.</source>
        <translation>%1 enthält einen Text von mehr als 64 MiB.</translation>
    </message>
    <message>
        <source>%1 could not be read.</source>
        <translation>%1 lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>%1 fails a checksum; the picture is damaged.</source>
        <translation>Eine Prüfsumme von %1 stimmt nicht; das Bild ist beschädigt.</translation>
    </message>
    <message>
        <source>%1 holds a damaged text.</source>
        <translation>%1 enthält einen beschädigten Text.</translation>
    </message>
    <message>
        <source>The text in the picture %1 is damaged or longer than 64 MiB.</source>
        <translation>Der Text im Bild %1 ist beschädigt oder länger als 64 MiB.</translation>
    </message>
    <message>
        <source>The text of %1 could not be uncompressed.</source>
        <translation>Der Text von %1 lässt sich nicht entpacken.</translation>
    </message>
    <message>
        <source>There is no resize filter &apos;%1&apos;; choose area, nearest, linear, cubic or lanczos.</source>
        <translation>Einen Filter „%1“ gibt es nicht; wählen Sie area, nearest, linear, cubic oder lanczos.</translation>
    </message>
    <message>
        <source>%1 holds no readable picture (PNG, JPEG, WebP, BMP).</source>
        <translation>%1 enthält kein lesbares Bild (PNG, JPEG, WebP, BMP).</translation>
    </message>
    <message>
        <source>%1 holds no picture; give PNG, JPEG, WebP or BMP files.</source>
        <translation>%1 enthält kein Bild; geben Sie PNG-, JPEG-, WebP- oder BMP-Dateien an.</translation>
    </message>
    <message>
        <source>%1 holds no PNG, JPEG, WebP or BMP files, but sets of pictures; name one of them, such as %2.</source>
        <translation>%1 enthält keine PNG-, JPEG-, WebP- oder BMP-Dateien, aber Bildersammlungen; wählen Sie eine davon, etwa %2.</translation>
    </message>
    <message>
        <source>There are no built-in pictures &apos;%1&apos;; there is builtin:avatars.</source>
        <translation>Eingebaute Bilder „%1“ gibt es nicht; es gibt builtin:avatars.</translation>
    </message>
    <message>
        <source>The pictures of the float generator are a reference of `metrics` only; write them with `sample` and name their folder.</source>
        <translation>Die Bilder des Float-Generators dienen nur `metrics` als Referenz; schreiben Sie sie mit `sample` und nennen Sie deren Ordner.</translation>
    </message>
    <message>
        <source>%1 is no IDX file of 8-bit pictures; give a folder, a tar, IDX or CIFAR binary file of pictures.</source>
        <translation>%1 ist keine IDX-Datei mit 8-Bit-Bildern; geben Sie einen Ordner oder eine tar-, IDX- oder CIFAR-Binärdatei mit Bildern an.</translation>
    </message>
    <message>
        <source>%1 is shorter than its header says; copy or download it again.</source>
        <translation>%1 ist kürzer, als der Dateikopf angibt. Kopieren Sie die Datei erneut oder laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <source>%1 is longer than its header says, so one of both is wrong; copy or download it again.</source>
        <translation>%1 ist länger, als der Dateikopf angibt; eines von beiden ist also falsch. Kopieren Sie die Datei erneut oder laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <source>%1 is no CIFAR binary batch (records of 3073 or 3074 bytes).</source>
        <translation>%1 ist keine CIFAR-Binärdatei (Einträge von 3073 oder 3074 Byte).</translation>
    </message>
    <message>
        <source>%1 holds more than 4 GiB.</source>
        <translation>%1 enthält mehr als 4 GiB.</translation>
    </message>
    <message>
        <source>%1 is damaged or cut short; copy or download it again.</source>
        <translation>%1 ist beschädigt oder unvollständig. Kopieren Sie die Datei erneut oder laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <source>%1 could not be read as a tar archive.</source>
        <translation>%1 lässt sich nicht als tar-Archiv lesen.</translation>
    </message>
    <message>
        <source>%1 is no tar archive, or was cut short; copy or download it again.</source>
        <translation>%1 ist kein tar-Archiv oder unvollständig. Kopieren Sie die Datei erneut oder laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <source>%1 holds more than 4 GiB of pictures; unpack it into a folder.</source>
        <translation>%1 enthält Bilder von mehr als 4 GiB; entpacken Sie das Archiv in einen Ordner.</translation>
    </message>
    <message>
        <source>%1 in %2 is too large for a picture.</source>
        <translation>%1 in %2 ist zu groß für ein Bild.</translation>
    </message>
    <message>
        <source>%1 in %2 is cut short.</source>
        <translation>%1 in %2 ist unvollständig.</translation>
    </message>
    <message>
        <source>%1 is no IDX file of labels; give the one that belongs to the pictures.</source>
        <translation>%1 ist keine IDX-Datei mit Klassen; geben Sie die an, die zu den Bildern gehört.</translation>
    </message>
    <message>
        <source>Picture %1 has %2 x %3 pixels instead of %4 x %5; resize all pictures to squares of one size.</source>
        <translation>Bild %1 hat %2 x %3 statt %4 x %5 Pixel; bringen Sie alle Bilder als Quadrate auf eine Größe.</translation>
    </message>
    <message>
        <source>%1 pictures of %2 x %3 pixels need more than 16 GiB; use fewer.</source>
        <translation>%1 Bilder von %2 x %3 Pixeln brauchen mehr als 16 GiB; verwenden Sie weniger.</translation>
    </message>
    <message>
        <source>The weights of %1 hold values that are not finite.</source>
        <translation>Die Gewichte von %1 enthalten Werte, die nicht endlich sind.</translation>
    </message>
    <message>
        <source>The file&apos;s tensor %1 is not used.</source>
        <translation>Der Tensor %1 der Datei wird nicht verwendet.</translation>
    </message>
    <message>
        <source>%1 tensors of the file are not used, %2 the first of them.</source>
        <translation>%1 Tensoren der Datei werden nicht verwendet; der erste ist %2.</translation>
    </message>
    <message>
        <source>The network has no layer with a parameter of its own; nothing can be quantized.</source>
        <translation>Das Netz hat keine Schicht mit eigenem Parameter; es gibt nichts zu quantisieren.</translation>
    </message>
    <message>
        <source>The batch norm %1 was saved in training mode; it has no running statistics, so pictures depend on their batch.</source>
        <translation>Die Batch-Norm %1 wurde im Trainingsmodus gespeichert; sie hat keine laufende Statistik, daher hängen die Bilder von ihrem Stapel ab.</translation>
    </message>
    <message>
        <source>The batch norm %1 was saved in training mode; batch statistics are kept.</source>
        <translation>Die Batch-Norm %1 wurde im Trainingsmodus gespeichert; die Statistik des Stapels wird beibehalten.</translation>
    </message>
    <message>
        <source>The batch norm %1 was saved in training mode; running statistics are used instead.</source>
        <translation>Die Batch-Norm %1 wurde im Trainingsmodus gespeichert; statt dessen wird die laufende Statistik verwendet.</translation>
    </message>
    <message>
        <source>The %1 was saved in training mode; it is kept.</source>
        <translation>%1 wurde im Trainingsmodus gespeichert und wird beibehalten.</translation>
    </message>
    <message>
        <source>The %1 was saved in training mode; it is switched off.</source>
        <translation>%1 wurde im Trainingsmodus gespeichert und wird abgeschaltet.</translation>
    </message>
    <message>
        <source>An operation writes into its own input; results are not cached and edits are slower.</source>
        <translation>Eine Operation überschreibt ihre eigene Eingabe; Ergebnisse werden nicht zwischengespeichert, und Änderungen dauern länger.</translation>
    </message>
    <message>
        <source>The network was traced for batches of %1 and runs in chunks of that size.</source>
        <translation>Das Netz wurde für Stapel von %1 aufgezeichnet und läuft in Portionen dieser Größe.</translation>
    </message>
    <message>
        <source>The layer %1 stands inside a condition or loop of the network; it stays float, and its multiply-accumulates are not counted.</source>
        <translation>Die Schicht %1 steht in einer Bedingung oder Schleife des Netzes; sie bleibt Float, und ihre Multiplikationen werden nicht gezählt.</translation>
    </message>
    <message>
        <source>The output channels of %1 could not be followed to its weight; it is quantized with one scale for the whole tensor.</source>
        <translation>Die Ausgabekanäle von %1 ließen sich nicht bis zum Gewicht verfolgen; es wird mit einer Skala für den ganzen Tensor quantisiert.</translation>
    </message>
    <message>
        <source>Given by the architecture.</source>
        <translation>Von der Architektur angegeben.</translation>
    </message>
    <message>
        <source>Stated by the file.</source>
        <translation>In der Datei angegeben.</translation>
    </message>
    <message>
        <source>The first shape that fits the network&apos;s first layer and gives a picture.</source>
        <translation>Die erste Form, die zur ersten Schicht des Netzes passt und ein Bild ergibt.</translation>
    </message>
    <message>
        <source>Not in the file; taken to be the range of the output.</source>
        <translation>Nicht in der Datei; angenommen wird der Bereich der Ausgabe.</translation>
    </message>
    <message>
        <source>Not in the file; N(0,1) is the common choice, U(-1,1) the other.</source>
        <translation>Nicht in der Datei; üblich ist N(0,1), seltener U(-1,1).</translation>
    </message>
    <message>
        <source>The network ends with tanh.</source>
        <translation>Das Netz endet mit tanh.</translation>
    </message>
    <message>
        <source>The network ends with a sigmoid.</source>
        <translation>Das Netz endet mit einer Sigmoidfunktion.</translation>
    </message>
    <message>
        <source>The network ends with a clamp to %1.</source>
        <translation>Das Netz endet mit einer Begrenzung auf %1.</translation>
    </message>
    <message>
        <source>Values of a sample output lie between %1 and %2.</source>
        <translation>Die Werte einer probeweisen Ausgabe liegen zwischen %1 und %2.</translation>
    </message>
    <message>
        <source>The tensors fit several networks; the one with the commonest strides was taken.</source>
        <translation>Die Tensoren passen zu mehreren Netzen; genommen wurde das mit den üblichsten Schrittweiten.</translation>
    </message>
    <message>
        <source>Not in the file; generators that upsample before plain convolutions commonly use a leaky ReLU of slope 0.2.</source>
        <translation>Nicht in der Datei; Generatoren, die vor einfachen Faltungen vergrößern, verwenden meist eine Leaky-ReLU mit Steigung 0,2.</translation>
    </message>
    <message>
        <source>Not in the file; ReLU is the common choice.</source>
        <translation>Nicht in der Datei; üblich ist ReLU.</translation>
    </message>
    <message>
        <source>Not in the file; what follows the projection of the latent.</source>
        <translation>Nicht in der Datei; das, was auf die Projektion des Latents folgt.</translation>
    </message>
    <message>
        <source>Not in the file; tanh gives pictures in -1..1.</source>
        <translation>Nicht in der Datei; tanh ergibt Bilder in -1..1.</translation>
    </message>
    <message>
        <source>Not in the file; the default of PyTorch&apos;s normalizations.</source>
        <translation>Nicht in der Datei; die Voreinstellung von PyTorchs Normierungen.</translation>
    </message>
    <message>
        <source>Not in the file; the form published networks of this shape have.</source>
        <translation>Nicht in der Datei; so sind veröffentlichte Netze dieser Form gebaut.</translation>
    </message>
    <message>
        <source>Not in the file; style transfer networks return plain values, CycleGAN&apos;s end with tanh.</source>
        <translation>Nicht in der Datei; Netze zur Stilübertragung liefern die Werte unverändert, die von CycleGAN enden mit tanh.</translation>
    </message>
    <message>
        <source>residual image-to-image</source>
        <translation>residuales Bild-zu-Bild-Netz</translation>
    </message>
    <message>
        <source>%1 residual blocks of %2 channels</source>
        <translation>%1 Residualblöcke mit %2 Kanälen</translation>
    </message>
    <message>
        <source>reflect everywhere</source>
        <translation>überall gespiegelt</translation>
    </message>
    <message>
        <source>reflect in blocks and ends</source>
        <translation>in Blöcken und an den Enden gespiegelt</translation>
    </message>
    <message>
        <source>The assumption input.shape cannot be &apos;%1&apos;; give sizes such as 100, 100x1x1 or 3x128x128.</source>
        <translation>Die Form der Eingabe kann nicht „%1“ sein; geben Sie Größen wie 100, 100x1x1 oder 3x128x128 an.</translation>
    </message>
    <message>
        <source>The assumption latent.distribution cannot be &apos;%1&apos;; choose normal or uniform.</source>
        <translation>Die Verteilung der Latents kann nicht „%1“ sein; wählen Sie normal oder uniform.</translation>
    </message>
    <message>
        <source>The assumption norm.eps cannot be &apos;%1&apos;; give a number between 0 and 10.</source>
        <translation>Das Epsilon der Normierungen kann nicht „%1“ sein; geben Sie eine Zahl zwischen 0 und 10 an.</translation>
    </message>
    <message>
        <source>The assumption architecture.reading cannot be &apos;%1&apos;; choose one of: %2.</source>
        <translation>Die Lesart kann nicht „%1“ sein; wählen Sie eine von diesen: %2.</translation>
    </message>
    <message>
        <source>The assumption %1 cannot be &apos;%2&apos;; choose one of %3.</source>
        <translation>Die Annahme %1 kann nicht „%2“ sein; möglich sind: %3.</translation>
    </message>
    <message>
        <source>The range &apos;%1&apos; is not two numbers LO,HI with LO &lt; HI; write for example -1,1.</source>
        <translation>Der Bereich „%1“ besteht nicht aus zwei Zahlen, deren erste kleiner ist; schreiben Sie zum Beispiel -1,1.</translation>
    </message>
    <message>
        <source>latent</source>
        <translation>Latent</translation>
    </message>
    <message>
        <source>image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>one-hot label</source>
        <translation>Klasse als One-Hot-Vektor</translation>
    </message>
    <message>
        <source>truncation</source>
        <translation>Trunkierung</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>Konstante</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>Normalverteilung</translation>
    </message>
    <message>
        <source>uniform</source>
        <translation>Gleichverteilung</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>Nullen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 cannot be run as %2 describes it: %3.</source>
        <translation>%1 läuft nicht so, wie %2 das Netz beschreibt: %3.</translation>
    </message>
    <message>
        <source>%1 cannot be run: %2.</source>
        <translation>%1 lässt sich nicht ausführen: %2.</translation>
    </message>
    <message>
        <source>%1 uses the operator %2, which LibTorch %3 does not have; export it with that version of PyTorch or write the operation differently.</source>
        <translation>%1 verwendet den Operator %2, den LibTorch %3 nicht hat; exportieren Sie die Datei mit dieser Version von PyTorch oder schreiben Sie die Operation anders.</translation>
    </message>
    <message>
        <source>%1 could not be read as TorchScript: %2</source>
        <translation>%1 lässt sich nicht als TorchScript lesen: %2</translation>
    </message>
    <message>
        <source>%1 was given up after %2 seconds: its program does not end.</source>
        <translation>%1 wurde nach %2 Sekunden abgebrochen: Das Programm der Datei endet nicht.</translation>
    </message>
    <message>
        <source>%1 made LibTorch crash when it was tried in a separate process; the file is damaged or no network this program can run.</source>
        <translation>%1 ließ LibTorch abstürzen, als die Datei in einem eigenen Prozess ausprobiert wurde; sie ist beschädigt oder kein Netz, das dieses Programm ausführen kann.</translation>
    </message>
    <message>
        <source>%1 is TorchScript and holds its own architecture; leave --architecture out.</source>
        <translation>%1 ist TorchScript und enthält seine eigene Architektur; lassen Sie die Architekturdatei weg.</translation>
    </message>
    <message>
        <source>%1 holds no network &apos;%2&apos;; it holds %3.</source>
        <translation>%1 enthält kein Netz „%2“; vorhanden: %3.</translation>
    </message>
    <message>
        <source>%1 is a set of pictures, not a generator; open builtin:avatars-64, or write the pictures with `quantloupe-cli images %2`.</source>
        <translation>%1 ist eine Bildersammlung, kein Generator; öffnen Sie builtin:avatars-64 oder schreiben Sie die Bilder mit `quantloupe-cli images %2`.</translation>
    </message>
    <message>
        <source>The network takes no input, so it is no generator.</source>
        <translation>Das Netz nimmt keine Eingabe; es ist also kein Generator.</translation>
    </message>
    <message>
        <source>The network changes its own attributes or calls itself while it runs, which cannot be taken apart into layers; export it with torch.jit.trace.</source>
        <translation>Das Netz ändert beim Laufen seine eigenen Attribute oder ruft sich selbst auf und lässt sich so nicht in Schichten zerlegen; exportieren Sie es mit torch.jit.trace.</translation>
    </message>
    <message>
        <source>The network&apos;s output is no picture (%1); open a generator that returns 1 or 3 channels of at least 8x8 pixels.</source>
        <translation>Die Ausgabe des Netzes ist kein Bild (%1); öffnen Sie einen Generator, der 1 oder 3 Kanäle von mindestens 8x8 Pixeln liefert.</translation>
    </message>
    <message>
        <source>values of shape %1</source>
        <translation>Werte der Form %1</translation>
    </message>
    <message>
        <source>no tensor</source>
        <translation>kein Tensor</translation>
    </message>
    <message>
        <source>The network failed on every input that was tried (%1); give its size with --assume input.shape=N for a latent or CxHxW for a picture.</source>
        <translation>Das Netz scheiterte an jeder ausprobierten Eingabe (%1); geben Sie ihre Größe mit --assume input.shape=N für ein Latent oder CxHxW für ein Bild an.</translation>
    </message>
    <message>
        <source>%1 fits no generator architecture this program knows (%2); describe it in an architecture file (--architecture FILE) or export the network as TorchScript.</source>
        <translation>%1 passt zu keiner Architektur von Generatoren, die dieses Programm kennt (%2); beschreiben Sie das Netz in einer Architekturdatei (--architecture DATEI) oder exportieren Sie es als TorchScript.</translation>
    </message>
    <message>
        <source>its layers do not chain from a latent to a picture of 1 or 3 channels</source>
        <translation>die Schichten bilden keine Kette von einem Latent zu einem Bild mit 1 oder 3 Kanälen</translation>
    </message>
    <message>
        <source>the tensor %1 (%2) is no part of a linear, convolution or normalization layer</source>
        <translation>der Tensor %1 (%2) gehört zu keiner linearen, Faltungs- oder Normierungsschicht</translation>
    </message>
    <message>
        <source>it holds the linear layer %1, which no residual image-to-image network has</source>
        <translation>es enthält die lineare Schicht %1, die kein residuales Bild-zu-Bild-Netz hat</translation>
    </message>
    <message>
        <source>the layer %1 (%2) continues no residual image-to-image network at %3 channels</source>
        <translation>die Schicht %1 (%2) setzt kein residuales Bild-zu-Bild-Netz mit %3 Kanälen fort</translation>
    </message>
    <message>
        <source>it has too few convolutions for a residual image-to-image network</source>
        <translation>es hat zu wenige Faltungen für ein residuales Bild-zu-Bild-Netz</translation>
    </message>
    <message>
        <source>it does not lead from a picture to a picture</source>
        <translation>es führt nicht von einem Bild zu einem Bild</translation>
    </message>
    <message>
        <source>the residual block of %1 has one convolution</source>
        <translation>der Residualblock von %1 hat nur eine Faltung</translation>
    </message>
    <message>
        <source>its last convolution does not continue the one before</source>
        <translation>die letzte Faltung setzt die vorige nicht fort</translation>
    </message>
    <message>
        <source>it scales down and up by different factors</source>
        <translation>es verkleinert und vergrößert um verschiedene Faktoren</translation>
    </message>
    <message>
        <source>it has %1 normalizations for %2 convolutions</source>
        <translation>es hat %1 Normierungen für %2 Faltungen</translation>
    </message>
    <message>
        <source>the normalization %1 does not fit %2</source>
        <translation>die Normierung %1 passt nicht zu %2</translation>
    </message>
    <message>
        <source>The architecture %1 needs the tensor &apos;%2&apos;, which the file does not hold.</source>
        <translation>Die Architektur %1 braucht den Tensor „%2“, den die Datei nicht enthält.</translation>
    </message>
    <message>
        <source>The source of the architecture %1 does not compile: %2</source>
        <translation>Der Quelltext der Architektur %1 lässt sich nicht übersetzen: %2</translation>
    </message>
    <message>
        <source>The architecture file %1 does not say &quot;format&quot;: &quot;quantloupe-architecture&quot;.</source>
        <translation>Der Architekturdatei %1 fehlt &quot;format&quot;: &quot;quantloupe-architecture&quot;.</translation>
    </message>
    <message>
        <source>The architecture file %1 has a version other than 1, the only one this program reads.</source>
        <translation>Die Architekturdatei %1 hat eine andere Version als 1; nur diese liest das Programm.</translation>
    </message>
    <message>
        <source>The architecture file %1 could not be understood: %2.</source>
        <translation>Die Architekturdatei %1 ist nicht zu verstehen: %2.</translation>
    </message>
    <message>
        <source>The architecture file %1 has a value out of range in %2.</source>
        <translation>Die Architekturdatei %1 enthält in %2 einen Wert außerhalb des Erlaubten.</translation>
    </message>
    <message>
        <source>The architecture file %1 holds no &quot;def forward(self, x: Tensor) -&gt; Tensor:&quot; in &quot;source&quot;.</source>
        <translation>Der Architekturdatei %1 fehlt &quot;def forward(self, x: Tensor) -&gt; Tensor:&quot; in &quot;source&quot;.</translation>
    </message>
    <message>
        <source>The architecture file %1</source>
        <translation>Zur Architekturdatei: %1</translation>
    </message>
    <message>
        <source>does not say &quot;format&quot;: &quot;quantloupe-architecture&quot;</source>
        <translation>&quot;format&quot;: &quot;quantloupe-architecture&quot; fehlt</translation>
    </message>
    <message>
        <source>has a version other than 1, the only one this program reads</source>
        <translation>nur Version 1 liest das Programm</translation>
    </message>
    <message>
        <source>could not be understood: %1</source>
        <translation>nicht zu verstehen: %1</translation>
    </message>
    <message>
        <source>has a value out of range in %1</source>
        <translation>ein Wert in %1 liegt außerhalb des Erlaubten</translation>
    </message>
    <message>
        <source>holds no &quot;def forward(self, x: Tensor) -&gt; Tensor:&quot; in &quot;source&quot;</source>
        <translation>&quot;def forward(self, x: Tensor) -&gt; Tensor:&quot; fehlt in &quot;source&quot;</translation>
    </message>
    <message>
        <source>%1 is not a readable pickle: %2 at byte %3; it was damaged, copy or download it again.</source>
        <translation>%1 ist kein lesbares Pickle (Byte %3): %2; die Datei ist beschädigt. Kopieren Sie die Datei erneut oder laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <source>a value added to something that is no container for it</source>
        <translation>ein Wert für etwas, das ihn nicht aufnehmen kann</translation>
    </message>
    <message>
        <source>a key without a value</source>
        <translation>ein Schlüssel ohne Wert</translation>
    </message>
    <message>
        <source>unknown opcode %1</source>
        <translation>unbekannter Befehl %1</translation>
    </message>
    <message>
        <source>more values than a weight file needs</source>
        <translation>mehr Werte, als eine Gewichtsdatei braucht</translation>
    </message>
    <message>
        <source>more values on the stack than a weight file needs</source>
        <translation>mehr Werte auf dem Stapel, als eine Gewichtsdatei braucht</translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation>ein Wert fehlt</translation>
    </message>
    <message>
        <source>a mark is missing</source>
        <translation>eine Marke fehlt</translation>
    </message>
    <message>
        <source>an unknown protocol</source>
        <translation>ein unbekanntes Protokoll</translation>
    </message>
    <message>
        <source>nesting deeper than a weight file needs</source>
        <translation>eine tiefere Schachtelung, als eine Gewichtsdatei braucht</translation>
    </message>
    <message>
        <source>a malformed memo index</source>
        <translation>ein fehlerhafter Index im Zwischenspeicher</translation>
    </message>
    <message>
        <source>more memo entries than a weight file needs</source>
        <translation>mehr Einträge im Zwischenspeicher, als eine Gewichtsdatei braucht</translation>
    </message>
    <message>
        <source>a missing memo entry</source>
        <translation>ein fehlender Eintrag im Zwischenspeicher</translation>
    </message>
    <message>
        <source>a global whose name is no text</source>
        <translation>ein globales Objekt, dessen Name kein Text ist</translation>
    </message>
    <message>
        <source>a persistent id that is no storage</source>
        <translation>eine dauerhafte Kennung, die kein Speicher ist</translation>
    </message>
    <message>
        <source>a call of something that is no global</source>
        <translation>ein Aufruf von etwas, das kein globales Objekt ist</translation>
    </message>
    <message>
        <source>a call whose arguments are no tuple</source>
        <translation>ein Aufruf, dessen Argumente kein Tupel sind</translation>
    </message>
    <message>
        <source>a call without its argument</source>
        <translation>ein Aufruf ohne sein Argument</translation>
    </message>
    <message>
        <source>a call of a global that cannot be called</source>
        <translation>ein Aufruf eines globalen Objekts, das sich nicht aufrufen lässt</translation>
    </message>
    <message>
        <source>a dictionary made from something that is no pair</source>
        <translation>ein Verzeichnis aus etwas, das kein Paar ist</translation>
    </message>
    <message>
        <source>a tensor subclass with malformed arguments</source>
        <translation>eine Tensor-Unterklasse mit fehlerhaften Argumenten</translation>
    </message>
    <message>
        <source>an object whose class is no global</source>
        <translation>ein Objekt, dessen Klasse kein globales Objekt ist</translation>
    </message>
    <message>
        <source>an object of a class that has none</source>
        <translation>ein Objekt einer Klasse, die keine hat</translation>
    </message>
    <message>
        <source>a state given to something that takes none</source>
        <translation>ein Zustand für etwas, das keinen annimmt</translation>
    </message>
    <message>
        <source>an object without a class</source>
        <translation>ein Objekt ohne Klasse</translation>
    </message>
    <message>
        <source>an extension that weight files do not use</source>
        <translation>eine Erweiterung, die Gewichtsdateien nicht verwenden</translation>
    </message>
    <message>
        <source>a malformed integer</source>
        <translation>eine fehlerhafte Ganzzahl</translation>
    </message>
    <message>
        <source>%1 lacks the data of storage &apos;%2&apos;; copy or download it again.</source>
        <translation>%1 fehlen die Daten des Speichers „%2“. Kopieren Sie die Datei erneut oder laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <source>%1 was saved by torch.save with an unknown protocol; save it again with a current PyTorch.</source>
        <translation>%1 wurde von torch.save mit einem unbekannten Protokoll gespeichert; speichern Sie die Datei mit einem aktuellen PyTorch neu.</translation>
    </message>
    <message>
        <source>%1 was saved on a big-endian machine; load it in PyTorch on this machine and save it again with torch.save.</source>
        <translation>%1 wurde auf einem Big-Endian-Rechner gespeichert; laden Sie die Datei auf diesem Rechner in PyTorch und speichern Sie sie mit torch.save neu.</translation>
    </message>
    <message>
        <source>%1 states an unknown byte order; copy or download it again.</source>
        <translation>%1 nennt eine unbekannte Bytefolge. Kopieren Sie die Datei erneut oder laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <source>%1 lists a storage that none of its tensors uses; it was damaged, copy or download it again.</source>
        <translation>%1 führt einen Speicher auf, den keiner der Tensoren nutzt; die Datei ist beschädigt. Kopieren Sie die Datei erneut oder laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <source>%1 states two sizes of the storage &apos;%2&apos;; it was damaged, copy or download it again.</source>
        <translation>%1 nennt zwei Größen des Speichers „%2“; die Datei ist beschädigt. Kopieren Sie die Datei erneut oder laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <source>%1 holds live Python objects (&apos;%2&apos;), as NVIDIA&apos;s StyleGAN releases do; convert it once with packaging/export_torchscript.py and open the file that script writes.</source>
        <translation>%1 enthält lebende Python-Objekte („%2“), wie NVIDIAs Veröffentlichungen von StyleGAN; wandeln Sie die Datei einmal mit packaging/export_torchscript.py um und öffnen Sie die Datei, die dieses Skript schreibt.</translation>
    </message>
    <message>
        <source>%1 was written by Python&apos;s pickle module instead of torch.save (&apos;%2&apos;); save only the state dict with torch.save(model.state_dict(), ...) and open that file.</source>
        <translation>%1 wurde von Pythons Modul pickle statt von torch.save geschrieben („%2“); speichern Sie mit torch.save(model.state_dict(), ...) nur das State-Dict und öffnen Sie diese Datei.</translation>
    </message>
    <message>
        <source>%1 holds a quantized, sparse or empty tensor (&apos;%2&apos;); save the dense floating-point model&apos;s state dict and open that file.</source>
        <translation>%1 enthält einen quantisierten, dünn besetzten oder leeren Tensor („%2“); speichern Sie das State-Dict des dichten Gleitkommamodells und öffnen Sie diese Datei.</translation>
    </message>
    <message>
        <source>%1 holds live Python objects (&apos;%2&apos;) instead of weights; save only the state dict with torch.save(model.state_dict(), ...) and open that file.</source>
        <translation>%1 enthält lebende Python-Objekte („%2“) statt Gewichten; speichern Sie mit torch.save(model.state_dict(), ...) nur das State-Dict und öffnen Sie diese Datei.</translation>
    </message>
    <message>
        <source>%1 names the Python global &apos;%2&apos;, which a weight file has no need for; if you trust its source, save only the state dict with torch.save(model.state_dict(), ...) and open that file.</source>
        <translation>%1 nennt das globale Python-Objekt „%2“, das eine Gewichtsdatei nicht braucht; wenn Sie der Quelle trauen, speichern Sie mit torch.save(model.state_dict(), ...) nur das State-Dict und öffnen Sie diese Datei.</translation>
    </message>
    <message>
        <source>it is computed from all samples</source>
        <translation>sie wird aus allen Proben berechnet</translation>
    </message>
    <message>
        <source>Latent %1 was asked for, but only %2 are given.</source>
        <translation>Verlangt wurde Latent %1, es gibt aber nur %2.</translation>
    </message>
    <message>
        <source>The given latents have %1 values; the generator takes %2.</source>
        <translation>Die gegebenen Latents haben %1 Werte; der Generator nimmt %2.</translation>
    </message>
    <message>
        <source>Picture %1 was asked for, but only %2 are given.</source>
        <translation>Verlangt wurde Bild %1, es gibt aber nur %2.</translation>
    </message>
    <message>
        <source>%1 takes pictures; only latents can be interpolated.</source>
        <translation>%1 nimmt Bilder; nur zwischen Latents kann interpoliert werden.</translation>
    </message>
    <message>
        <source>%1 has no class label input; leave the label out.</source>
        <translation>%1 hat keine Eingabe für eine Klasse; lassen Sie die Klasse weg.</translation>
    </message>
    <message>
        <source>The label %1 is not among the %2 classes of %3.</source>
        <translation>Die Klasse %1 gehört nicht zu den %2 Klassen von %3.</translation>
    </message>
    <message>
        <source>%1 has no truncation input; leave the truncation at 1.</source>
        <translation>%1 hat keine Eingabe für die Trunkierung; lassen Sie die Trunkierung bei 1.</translation>
    </message>
    <message>
        <source>%1 holds no tensor &apos;%2&apos;; it holds %3.</source>
        <translation>%1 enthält keinen Tensor „%2“; vorhanden: %3.</translation>
    </message>
    <message>
        <source>The tensor &apos;%1&apos; of %2 is no list of latents.</source>
        <translation>Der Tensor „%1“ von %2 ist keine Liste von Latents.</translation>
    </message>
    <message>
        <source>The tensor &apos;%1&apos; of %2 holds no pictures; they are uint8 values of N x 1 or 3 x height x width.</source>
        <translation>Der Tensor „%1“ von %2 enthält keine Bilder; das sind uint8-Werte der Form N x 1 oder 3 x Höhe x Breite.</translation>
    </message>
    <message>
        <source>%1 has no layer &apos;%2&apos;; `inspect` without --layer lists its layers.</source>
        <translation>%1 hat keine Schicht „%2“; `inspect` ohne --layer führt die Schichten auf.</translation>
    </message>
    <message>
        <source>There is no output channel %1; the layer has %2, counted from 0.</source>
        <translation>Einen Ausgabekanal %1 gibt es nicht; die Schicht hat %2, gezählt ab 0.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be written in a command, because a &apos;%2&apos; parts the settings of a kept configuration there.</source>
        <translation>„%1“ lässt sich nicht in einen Befehl schreiben, weil dort „%2“ die Einstellungen einer behaltenen Konfiguration trennt.</translation>
    </message>
    <message>
        <source>The pictures come from latents that were given one by one; a command can name those of a seed only. Show latents of a seed and copy again.</source>
        <translation>Die Bilder stammen von einzeln gegebenen Latents; ein Befehl kann nur die eines Seeds nennen. Zeigen Sie Latents eines Seeds und kopieren Sie erneut.</translation>
    </message>
    <message>
        <source>The network is fed with pictures of your own, which the window has fitted and holds no path of; write the command with --images instead.</source>
        <translation>Das Netz wird mit eigenen Bildern gespeist, die das Fenster angepasst hat und deren Pfad es nicht kennt; schreiben Sie den Befehl statt dessen mit --images.</translation>
    </message>
    <message>
        <source>Pictures of a grid differ in size.</source>
        <translation>Die Bilder eines Rasters sind verschieden groß.</translation>
    </message>
    <message>
        <source>Pictures of different size or channels are compared.</source>
        <translation>Es werden Bilder verschiedener Größe oder mit verschiedenen Kanälen verglichen.</translation>
    </message>
    <message>
        <source>A picture can be enlarged by whole factors from 1 on.</source>
        <translation>Ein Bild lässt sich nur um ganze Faktoren ab 1 vergrößern.</translation>
    </message>
    <message>
        <source>The PNG keyword &apos;%1&apos; must have 1 to 79 bytes.</source>
        <translation>Das PNG-Schlüsselwort „%1“ muss 1 bis 79 Byte lang sein.</translation>
    </message>
    <message>
        <source>An empty or malformed picture cannot be written.</source>
        <translation>Ein leeres oder fehlerhaftes Bild lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>The picture could not be encoded as PNG.</source>
        <translation>Das Bild ließ sich nicht als PNG kodieren.</translation>
    </message>
    <message>
        <source>A zip archive of this size cannot be written.</source>
        <translation>Ein Zip-Archiv dieser Größe lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Features of another dimension cannot be added.</source>
        <translation>Merkmale einer anderen Dimension lassen sich nicht hinzufügen.</translation>
    </message>
    <message>
        <source>The tensor &apos;%1&apos; cannot be written as safetensors.</source>
        <translation>Der Tensor „%1“ lässt sich nicht als Safetensors schreiben.</translation>
    </message>
    <message>
        <source>Two tensors are named &apos;%1&apos;.</source>
        <translation>Zwei Tensoren heißen „%1“.</translation>
    </message>
    <message>
        <source>The output-channel axis %1 is outside a weight of %2 dimensions.</source>
        <translation>Die Achse %1 der Ausgabekanäle liegt außerhalb eines Gewichts mit %2 Dimensionen.</translation>
    </message>
    <message>
        <source>A leading size of %1 cannot be split into %2 groups.</source>
        <translation>Eine führende Größe von %1 lässt sich nicht in %2 Gruppen teilen.</translation>
    </message>
    <message>
        <source>A weight of %1 elements does not fit its channel layout of %2.</source>
        <translation>Ein Gewicht mit %1 Elementen passt nicht zu seinem Kanalaufbau von %2.</translation>
    </message>
    <message>
        <source>There must be one blend for each sample, or none.</source>
        <translation>Zu jeder Probe muss es eine Mischung geben, oder gar keine.</translation>
    </message>
    <message>
        <source>A helper process could not be started: %1.</source>
        <translation>Ein Hilfsprozess ließ sich nicht starten: %1.</translation>
    </message>
    <message>
        <source>SHA-256 is not available in the system&apos;s libcrypto.</source>
        <translation>Die libcrypto des Systems bietet kein SHA-256.</translation>
    </message>
    <message>
        <source>Not enough memory while %1; use fewer samples or a smaller batch.</source>
        <translation>Der Speicher reicht nicht für den Schritt „%1“; verwenden Sie weniger Proben oder einen kleineren Stapel.</translation>
    </message>
    <message>
        <source>Failed while %1: %2.</source>
        <translation>Fehler im Schritt „%1“: %2.</translation>
    </message>
    <message>
        <source>Failed while %1 with an error of unknown type.</source>
        <translation>Fehler unbekannter Art im Schritt „%1“.</translation>
    </message>
    <message>
        <source>opening %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>trying the file</source>
        <translation>die Datei ausprobieren</translation>
    </message>
    <message>
        <source>trying the network</source>
        <translation>das Netz ausprobieren</translation>
    </message>
    <message>
        <source>answering to an action</source>
        <translation>einer Aktion nachkommen</translation>
    </message>
    <message>
        <source>&apos;%1&apos; contradicts &apos;%2&apos;; give only one of them.</source>
        <translation>„%1“ widerspricht „%2“; geben Sie nur eines davon an.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no bit-width of weights; write w4, w8 or wfloat.</source>
        <translation>„%1“ ist keine Bitbreite von Gewichten; schreiben Sie w4, w8 oder wfloat.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no bit-width of activations; write a4, a8 or afloat.</source>
        <translation>„%1“ ist keine Bitbreite von Aktivierungen; schreiben Sie a4, a8 oder afloat.</translation>
    </message>
    <message>
        <source>The granularity &apos;%1&apos; does not exist; groups have 16, 32, 64 or 128 weights.</source>
        <translation>Die Granularität „%1“ gibt es nicht; Gruppen haben 16, 32, 64 oder 128 Gewichte.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no word of a weight setting; accepted are %2.</source>
        <translation>„%1“ ist kein Wort einer Einstellung von Gewichten; möglich sind %2.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has no meaning for %2 weights; leave it out.</source>
        <translation>„%1“ hat bei Gewichten mit %2 keine Bedeutung; lassen Sie es weg.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has no meaning for %2 weights, whose levels are fitted; leave it out.</source>
        <translation>„%1“ hat bei Gewichten mit %2 keine Bedeutung, denn deren Stufen werden angepasst; lassen Sie es weg.</translation>
    </message>
    <message>
        <source>An asymmetric mapping always uses all levels; leave &apos;narrow&apos; out or use &apos;sym&apos;.</source>
        <translation>Eine asymmetrische Abbildung nutzt immer alle Stufen; lassen Sie „narrow“ weg oder verwenden Sie „sym“.</translation>
    </message>
    <message>
        <source>A float weight has no settings; leave out &apos;%1&apos;.</source>
        <translation>Ein Float-Gewicht hat keine Einstellungen; lassen Sie „%1“ weg.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no percentile; write for example percentile=0.0001.</source>
        <translation>„%1“ ist kein Perzentil; schreiben Sie zum Beispiel percentile=0.0001.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no word of an activation setting; accepted are %2.</source>
        <translation>„%1“ ist kein Wort einer Einstellung von Aktivierungen; möglich sind %2.</translation>
    </message>
    <message>
        <source>A float activation has no settings; leave out &apos;%1&apos;.</source>
        <translation>Eine Float-Aktivierung hat keine Einstellungen; lassen Sie „%1“ weg.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no setting; write w&lt;bits&gt; or wfloat for weights, a&lt;bits&gt; or afloat for activations, for example w4:mse:channel,a8:percentile.</source>
        <translation>„%1“ ist keine Einstellung; schreiben Sie w&lt;bits&gt; oder wfloat für Gewichte, a&lt;bits&gt; oder afloat für Aktivierungen, zum Beispiel w4:mse:channel,a8:percentile.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; sets the same site a second time; give each site once.</source>
        <translation>„%1“ legt dieselbe Stelle ein zweites Mal fest; nennen Sie jede Stelle nur einmal.</translation>
    </message>
    <message>
        <source>A float weight has 32 bits, not %1; choose a method such as mse.</source>
        <translation>Ein Float-Gewicht hat 32 Bit, nicht %1; wählen Sie eine Methode wie mse.</translation>
    </message>
    <message>
        <source>The method %1 takes %2, not %3; %4</source>
        <translation>Die Methode %1 nimmt %2, nicht %3; %4</translation>
    </message>
    <message>
        <source>%1 bit</source>
        <translation>%1 Bit</translation>
    </message>
    <message>
        <source>write w1 or choose another method.</source>
        <translation>schreiben Sie w1 oder wählen Sie eine andere Methode.</translation>
    </message>
    <message>
        <source>write w2:%1 or choose another method.</source>
        <translation>schreiben Sie w2:%1 oder wählen Sie eine andere Methode.</translation>
    </message>
    <message>
        <source>use mse or minmax for more.</source>
        <translation>verwenden Sie für mehr mse oder minmax.</translation>
    </message>
    <message>
        <source>for 1 bit use binary, for no quantizer wfloat.</source>
        <translation>verwenden Sie für 1 Bit binary, ohne Quantisierer wfloat.</translation>
    </message>
    <message>
        <source>The method %1 has a mapping of its own; leave asym out, or use minmax or mse.</source>
        <translation>Die Methode %1 hat eine eigene Abbildung; lassen Sie asym weg oder verwenden Sie minmax oder mse.</translation>
    </message>
    <message>
        <source>The pattern &apos;%1&apos; matches no layer; there are none.</source>
        <translation>Das Muster „%1“ passt auf keine Schicht; es gibt keine.</translation>
    </message>
    <message>
        <source>The pattern &apos;%1&apos; matches no layer; layers are %2.</source>
        <translation>Das Muster „%1“ passt auf keine Schicht; Schichten sind %2.</translation>
    </message>
    <message>
        <source>The pattern &apos;%1&apos; names no kind of layer; kinds are convolution, transposed, linear, matrix and embedding.</source>
        <translation>Das Muster „%1“ nennt keine Art von Schicht; Arten sind convolution, transposed, linear, matrix und embedding.</translation>
    </message>
    <message>
        <source>The pattern &apos;%1&apos; names no position; positions are first and last.</source>
        <translation>Das Muster „%1“ nennt keine Stelle; Stellen sind first und last.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no setting of layers; write PATTERN=SPEC, for example &apos;*=w4:mse:channel,a8:percentile&apos;.</source>
        <translation>„%1“ ist keine Einstellung von Schichten; schreiben Sie MUSTER=EINSTELLUNG, zum Beispiel „*=w4:mse:channel,a8:percentile“.</translation>
    </message>
    <message>
        <source>The regular expression has more than %1 letters; write several rules.</source>
        <translation>Der reguläre Ausdruck hat mehr als %1 Zeichen; schreiben Sie mehrere Regeln.</translation>
    </message>
    <message>
        <source>The regular expression &apos;%1&apos; cannot be used (%2); write it as RE2 reads it.</source>
        <translation>Der reguläre Ausdruck „%1“ ist nicht brauchbar (%2); schreiben Sie ihn so, wie RE2 ihn liest.</translation>
    </message>
    <message>
        <source>%1 is no JSON file.</source>
        <translation>%1 ist keine JSON-Datei.</translation>
    </message>
    <message>
        <source>%1 is no configuration this program can read; it has %2.</source>
        <translation>%1 ist keine Konfiguration, die dieses Programm lesen kann; die Datei enthält %2.</translation>
    </message>
    <message>
        <source>%1 is no configuration this program can read: %2.</source>
        <translation>%1 ist keine Konfiguration, die dieses Programm lesen kann: %2.</translation>
    </message>
    <message>
        <source>%1 is no configuration this program can read: %2</source>
        <translation>%1 ist keine Konfiguration, die dieses Programm lesen kann: %2</translation>
    </message>
    <message>
        <source>%1 is a picture without a configuration; only pictures saved by Quantloupe hold one.</source>
        <translation>%1 ist ein Bild ohne Konfiguration; nur von Quantloupe gespeicherte Bilder enthalten eine.</translation>
    </message>
    <message>
        <source>%1 holds further configurations that cannot be read; save the picture again.</source>
        <translation>%1 enthält weitere Konfigurationen, die sich nicht lesen lassen; speichern Sie das Bild neu.</translation>
    </message>
    <message>
        <source>an unknown layer kind &apos;%1&apos;</source>
        <translation>eine unbekannte Art von Schicht „%1“</translation>
    </message>
    <message>
        <source>two settings for %1: &quot;%2&quot;: %3 and &quot;spec&quot;: %4</source>
        <translation>zwei Einstellungen für %1: &quot;%2&quot;: %3 und &quot;spec&quot;: %4</translation>
    </message>
    <message>
        <source>two settings for %1 and %2, which it ties together</source>
        <translation>zwei Einstellungen für %1 und %2, die sie miteinander verbindet</translation>
    </message>
    <message>
        <source>a range whose ends are not in order</source>
        <translation>einen Bereich, dessen Enden vertauscht sind</translation>
    </message>
    <message>
        <source>an unknown distribution &apos;%1&apos;</source>
        <translation>eine unbekannte Verteilung „%1“</translation>
    </message>
    <message>
        <source>the layer %1 twice</source>
        <translation>die Schicht %1 zweimal</translation>
    </message>
    <message>
        <source>no &quot;format&quot;: &quot;quantloupe-configuration&quot;</source>
        <translation>kein &quot;format&quot;: &quot;quantloupe-configuration&quot;</translation>
    </message>
    <message>
        <source>a version other than 1, the only one this program reads</source>
        <translation>eine andere Version als 1, die einzige, die dieses Programm liest</translation>
    </message>
    <message>
        <source>a calibration count below 1</source>
        <translation>eine Kalibrierung mit weniger als einer Probe</translation>
    </message>
    <message>
        <source>key &apos;%1&apos; not found</source>
        <translation>der Schlüssel „%1“ fehlt</translation>
    </message>
    <message>
        <source>type must be %1, but is %2</source>
        <translation>erwartet wird der Typ %1, nicht %2</translation>
    </message>
    <message>
        <source>cannot use %1 with %2</source>
        <translation>%1 ist beim Typ %2 nicht möglich</translation>
    </message>
    <message>
        <source>array index %1 is out of range</source>
        <translation>der Index %1 liegt außerhalb des Feldes</translation>
    </message>
    <message>
        <source>The layer %1 is not in %2.</source>
        <translation>Die Schicht %1 kommt in %2 nicht vor.</translation>
    </message>
    <message>
        <source>%1 is a %2, not a %3.</source>
        <translation>%1 ist von der Art „%2“, nicht „%3“.</translation>
    </message>
    <message>
        <source>%1 has weights %2, not %3.</source>
        <translation>%1 hat Gewichte der Form %2, nicht %3.</translation>
    </message>
    <message>
        <source>The layer %1 of %2 is not in the configuration.</source>
        <translation>Die Schicht %1 von %2 kommt in der Konfiguration nicht vor.</translation>
    </message>
    <message>
        <source>The configuration was made for %1, other weights than those of %2 in the same layers; its bits may not suit them.</source>
        <translation>Die Konfiguration wurde für %1 gemacht, das in denselben Schichten andere Gewichte hat als %2; ihre Bits passen vielleicht nicht dazu.</translation>
    </message>
    <message>
        <source>The configuration names the layer %1, which %2 does not have.</source>
        <translation>Die Konfiguration nennt die Schicht %1, die %2 nicht hat.</translation>
    </message>
    <message>
        <source>The input of %1 holds indices and cannot be quantized; leave its activation float.</source>
        <translation>Die Eingabe von %1 enthält Indizes und lässt sich nicht quantisieren; lassen Sie ihre Aktivierung Float.</translation>
    </message>
    <message>
        <source>A set without pictures has no SWD; give two sets of pictures.</source>
        <translation>Eine Menge ohne Bilder hat keine SWD; geben Sie zwei Mengen mit Bildern an.</translation>
    </message>
    <message>
        <source>One set is coloured, the other grey; SWD and SWD-grey are different measures, so give sets of one kind.</source>
        <translation>Eine Menge ist farbig, die andere grau; SWD und SWD-grey sind verschiedene Maße, geben Sie also gleichartige Mengen an.</translation>
    </message>
    <message>
        <source>One set is grey, the other coloured; SWD and SWD-grey are different measures, so give sets of one kind.</source>
        <translation>Eine Menge ist grau, die andere farbig; SWD und SWD-grey sind verschiedene Maße, geben Sie also gleichartige Mengen an.</translation>
    </message>
    <message>
        <source>The pictures have %1 and %2; resize both sets to one size.</source>
        <translation>Die Bilder haben %1 und %2; bringen Sie beide Mengen auf eine Größe.</translation>
    </message>
    <message>
        <source>SWD needs as many pictures in both sets, but there are %1 and %2; take the first %3 of each.</source>
        <translation>SWD braucht in beiden Mengen gleich viele Bilder, es gibt aber %1 und %2; nehmen Sie von jeder die ersten %3.</translation>
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
        <source>identical</source>
        <translation>identisch</translation>
    </message>
    <message>
        <source>sequential</source>
        <translation>sequenziell</translation>
    </message>
    <message>
        <source>perceptron</source>
        <translation>Perzeptron</translation>
    </message>
    <message>
        <source>Dashed lines bound the range of %1 bits by %2; %3 are clipped.</source>
        <translation>Gestrichelte Linien begrenzen den Bereich von %1 Bits nach %2; %3 sind abgeschnitten.</translation>
    </message>
    <message>
        <source>, symmetric</source>
        <translation>, symmetrisch</translation>
    </message>
    <message>
        <source>moving average</source>
        <translation>gleitendes Mittel</translation>
    </message>
    <message>
        <source>mean extremes</source>
        <translation>mittlere Extreme</translation>
    </message>
    <message>
        <source>entropy</source>
        <translation>Entropie</translation>
    </message>
    <message>
        <source>Activation mapping %1</source>
        <translation>Abbildung der Aktivierung %1</translation>
    </message>
    <message>
        <source>Activation range by %1 %</source>
        <translation>Aktivierungsbereich nach %1 %</translation>
    </message>
    <message>
        <source>The observer %1 takes no number.</source>
        <translation>Der Beobachter %1 nimmt keine Zahl.</translation>
    </message>
    <message>
        <source>symmetric</source>
        <translation>symmetrisch</translation>
    </message>
    <message>
        <source>asymmetric</source>
        <translation>asymmetrisch</translation>
    </message>
    <message>
        <source>As far below zero as above, with zero point 0.</source>
        <translation>Unter null so weit wie darüber, mit Nullpunkt 0.</translation>
    </message>
    <message>
        <source>From the lowest to the highest value, with a zero point.</source>
        <translation>Vom niedrigsten zum höchsten Wert, mit einem Nullpunkt.</translation>
    </message>
    <message>
        <source>The extremes of all calibration values (Jacob et al., arXiv 1712.05877).</source>
        <translation>Die äußersten aller Werte der Kalibrierung (Jacob et al., arXiv 1712.05877).</translation>
    </message>
    <message>
        <source>Extremes of the samples, each further one with a small weight, as PyTorch&apos;s moving average takes those of batches.</source>
        <translation>Die äußersten Werte der Proben, jede weitere mit einem kleinen Gewicht, so wie das gleitende Mittel von PyTorch die der Stapel nimmt.</translation>
    </message>
    <message>
        <source>Means of the extremes of the samples, as OpenVINO&apos;s post-training optimization tool.</source>
        <translation>Mittel der äußersten Werte der Proben, wie das Post-Training-Optimierungswerkzeug von OpenVINO.</translation>
    </message>
    <message>
        <source>A small share of the values is cut off at each end.</source>
        <translation>An jedem Ende wird ein kleiner Anteil der Werte abgeschnitten.</translation>
    </message>
    <message>
        <source>Clips where the squared error is least.</source>
        <translation>Schneidet dort ab, wo der quadratische Fehler am kleinsten ist.</translation>
    </message>
    <message>
        <source>Clips where the Kullback-Leibler divergence of the histograms is least, as TensorRT and ONNX Runtime; the usual form.</source>
        <translation>Schneidet dort ab, wo die Kullback-Leibler-Divergenz der Histogramme am kleinsten ist, wie TensorRT und ONNX Runtime; die übliche Form.</translation>
    </message>
    <message>
        <source>The weight of a sample in a moving average must be above 0 and at most 1, for example 0.01.</source>
        <translation>Das Gewicht einer Probe in einem gleitenden Mittel muss über 0 und höchstens 1 sein, zum Beispiel 0.01.</translation>
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
    <message>
        <source>&apos;%1&apos; is no weight of a sample in a moving average; write for example average=0.01.</source>
        <translation>„%1“ ist kein Gewicht einer Probe in einem gleitenden Mittel; schreiben Sie zum Beispiel average=0.01.</translation>
    </message>
    <message>
        <source>estimators minmax average average=&lt;c&gt; meanmax percentile percentile=&lt;p&gt; mse entropy, flags sym asym</source>
        <translation>die Schätzer minmax average average=&lt;c&gt; meanmax percentile percentile=&lt;p&gt; mse entropy, die Schalter sym asym</translation>
    </message>
    <message>
        <source>an unknown calibration source &apos;%1&apos;</source>
        <translation>eine unbekannte Quelle der Kalibrierung „%1“</translation>
    </message>
    <message>
        <source>an activation range that %1 cannot have: %2</source>
        <translation>ein Aktivierungsbereich, den %1 nicht haben kann: %2</translation>
    </message>
    <message>
        <source>The input of %1 has no activation range yet, and the pictures that the others come from are not given; give those, or leave the observers as they were.</source>
        <translation>Die Eingabe von %1 hat noch keinen Aktivierungsbereich, und die Bilder, aus denen die anderen stammen, sind nicht angegeben; geben Sie diese an, oder lassen Sie die Beobachter, wie sie waren.</translation>
    </message>
    <message>
        <source>The input of %1 has no activation range yet, and the pictures %2 that the others come from are not given; give those, or leave the observers as they were.</source>
        <translation>Die Eingabe von %1 hat noch keinen Aktivierungsbereich, und die Bilder %2, aus denen die anderen stammen, sind nicht angegeben; geben Sie diese an, oder lassen Sie die Beobachter, wie sie waren.</translation>
    </message>
    <message>
        <source>The activation ranges come from pictures of which the window holds no path; save the configuration, which holds the ranges, and copy again.</source>
        <translation>Die Aktivierungsbereiche stammen aus Bildern, deren Pfad das Fenster nicht kennt; speichern Sie die Konfiguration, die die Bereiche enthält, und kopieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>%1 labels %2 pictures, but %3 holds %4; give the labels of these pictures.</source>
        <translation>%1 nennt die Klassen von %2 Bildern, aber %3 enthält %4; geben Sie die Klassen dieser Bilder an.</translation>
    </message>
    <message>
        <source>Not in the file; how the values of the class join those of the latent.</source>
        <translation>Nicht in der Datei; wie die Werte der Klasse zu denen des Latents kommen.</translation>
    </message>
    <message>
        <source>%1 classes, %2</source>
        <translation>%1 Klassen, %2</translation>
    </message>
    <message>
        <source>added</source>
        <translation>addiert</translation>
    </message>
    <message>
        <source>multiplied</source>
        <translation>multipliziert</translation>
    </message>
    <message>
        <source>after the latent</source>
        <translation>nach dem Latent</translation>
    </message>
    <message>
        <source>before the latent</source>
        <translation>vor dem Latent</translation>
    </message>
    <message>
        <source>The weight of the layer %1 depends on the network&apos;s input and has no fixed value; it stays float.</source>
        <translation>Das Gewicht der Schicht %1 hängt von der Eingabe des Netzes ab und hat keinen festen Wert; sie bleibt in Gleitkomma.</translation>
    </message>
    <message>
        <source>Not in the file; const takes the noise that it holds.</source>
        <translation>Nicht in der Datei; const nimmt das Rauschen, das sie enthält.</translation>
    </message>
    <message>
        <source>Not in the file; 256 is what networks trained in half precision have.</source>
        <translation>Nicht in der Datei; 256 haben Netze, die in halber Genauigkeit trainiert wurden.</translation>
    </message>
    <message>
        <source>Not in the file; the learning rate multiplier of the mapping layers, which scales their weights.</source>
        <translation>Nicht in der Datei; der Faktor der Lernrate der Mapping-Schichten, der ihre Gewichte skaliert.</translation>
    </message>
    <message>
        <source>the weight of %1 is computed from %2 in a way that gives it no fixed value</source>
        <translation>das Gewicht von %1 wird aus %2 so berechnet, dass es keinen festen Wert hat</translation>
    </message>
    <message>
        <source>it resembles %1, but lacks the tensor %2</source>
        <translation>es ähnelt %1, aber ihm fehlt der Tensor %2</translation>
    </message>
    <message>
        <source>it resembles %1, which has no tensor %2</source>
        <translation>es ähnelt %1, das keinen Tensor %2 hat</translation>
    </message>
    <message>
        <source>it resembles %1, but its tensor %2 (%3) is not of the shape %4</source>
        <translation>es ähnelt %1, aber sein Tensor %2 (%3) hat nicht die Form %4</translation>
    </message>
    <message>
        <source>no block of it has the channels of its self-attention</source>
        <translation>keiner seiner Blöcke hat die Kanäle seiner Self-Attention</translation>
    </message>
    <message>
        <source>Pale: not taken by all groups. Places are averages.</source>
        <translation>Blass: nicht in allen Gruppen angenommen. Orte sind Mittel.</translation>
    </message>
    <message>
        <source>Pale: not taken by all channels. Places are averages.</source>
        <translation>Blass: nicht in allen Kanälen angenommen. Orte sind Mittel.</translation>
    </message>
    <message>
        <source>const</source>
        <translation>fest</translation>
    </message>
    <message>
        <source>random</source>
        <translation>zufällig</translation>
    </message>
    <message>
        <source>Correcting</source>
        <translation>Korrigieren</translation>
    </message>
    <message>
        <source>Measuring corrections</source>
        <translation>Korrekturen messen</translation>
    </message>
    <message>
        <source>an unknown correction &apos;%1&apos;</source>
        <translation>eine unbekannte Korrektur „%1“</translation>
    </message>
    <message>
        <source>There is no correction &apos;%1&apos;; there are %2.</source>
        <translation>Es gibt keine Korrektur „%1“; es gibt %2.</translation>
    </message>
    <message>
        <source>The pattern &apos;%1&apos; of %2 matches no layer; `inspect` lists them.</source>
        <translation>Das Muster „%1“ von %2 passt auf keine Schicht; `inspect` listet sie.</translation>
    </message>
    <message>
        <source>The corrections need the calibration&apos;s pictures, which are not given; give those, or switch the corrections off.</source>
        <translation>Die Korrekturen brauchen die Bilder der Kalibrierung, die nicht gegeben sind; geben Sie diese an oder schalten Sie die Korrekturen aus.</translation>
    </message>
    <message>
        <source>The corrections need the calibration&apos;s pictures %1, which are not given; give those, or switch the corrections off.</source>
        <translation>Die Korrekturen brauchen die Bilder %1 der Kalibrierung, die nicht gegeben sind; geben Sie diese an oder schalten Sie die Korrekturen aus.</translation>
    </message>
    <message>
        <source>Batch norms folded</source>
        <translation>Batch-Norms gefaltet</translation>
    </message>
    <message>
        <source>Cross-layer equalization</source>
        <translation>Schichtausgleich</translation>
    </message>
    <message>
        <source>AdaRound</source>
        <translation>AdaRound</translation>
    </message>
    <message>
        <source>Batch-norm re-estimation</source>
        <translation>Batch-Norm-Neuschätzung</translation>
    </message>
    <message>
        <source>Bias correction</source>
        <translation>Bias-Korrektur</translation>
    </message>
    <message>
        <source>Batch norms become part of the weight before them (Jacob et al., arXiv 1712.05877).</source>
        <translation>Batch-Norms werden Teil des Gewichts vor ihnen (Jacob et al., arXiv 1712.05877).</translation>
    </message>
    <message>
        <source>The ranges of the channels between two layers are made even (Nagel et al., arXiv 1906.04721).</source>
        <translation>Die Bereiche der Kanäle zwischen zwei Schichten werden einander angeglichen (Nagel et al., arXiv 1906.04721).</translation>
    </message>
    <message>
        <source>Each weight is rounded up or down so that the layer&apos;s output errs least (Nagel et al., arXiv 2004.10568).</source>
        <translation>Jedes Gewicht wird so auf- oder abgerundet, dass die Ausgabe der Schicht am wenigsten abweicht (Nagel et al., arXiv 2004.10568).</translation>
    </message>
    <message>
        <source>The running statistics of the batch norms behind the layer move as far as quantization moved what they normalize (as Sun et al., NeurIPS 2019, who take those of the quantized network; the float network keeps its own here).</source>
        <translation>Die laufende Statistik der Batch-Norms hinter der Schicht bewegt sich so weit, wie die Quantisierung bewegt hat, was sie normieren (wie Sun et al., NeurIPS 2019, die die des quantisierten Netzes nehmen; hier behält das Float-Netz die seine).</translation>
    </message>
    <message>
        <source>The mean of every output channel becomes that of the float network, layer after layer (Nagel et al., arXiv 1906.04721, the empirical form).</source>
        <translation>Das Mittel jedes Ausgabekanals wird das des Float-Netzes, Schicht nach Schicht (Nagel et al., arXiv 1906.04721, die empirische Form).</translation>
    </message>
    <message>
        <source>output %1 → %2 dB</source>
        <translation>Ausgabe %1 → %2 dB</translation>
    </message>
    <message>
        <source>Bias correction left %1 of %2 channels alone: their means differ too much.</source>
        <translation>Die Bias-Korrektur hat %1 von %2 Kanälen gelassen, wie sie sind: Ihre Mittel unterscheiden sich zu sehr.</translation>
    </message>
    <message>
        <source>Batch norms re-estimated: %1.</source>
        <translation>Neu geschätzte Batch-Norms: %1.</translation>
    </message>
    <message>
        <source>No layer matches. Write a name, with * for any letters, a kernel such as 3x3, or a kind such as kind:linear.</source>
        <translation>Keine Schicht passt. Schreiben Sie einen Namen, mit * für beliebige Zeichen, einen Kernel wie 3x3 oder eine Art wie kind:linear.</translation>
    </message>
    <message>
        <source>The paper&apos;s: the EM quantizer (in its usual form) and the quantizers it is compared with. Ours: a finished generator instead of one trained with quantized weights, one scale for each weight, all layers at the same bits; a method that does not take a bit-width is left out.</source>
        <translation>Von der Arbeit: der EM-Quantisierer (in seiner üblichen Form) und die Quantisierer, mit denen er verglichen wird. Von uns: ein fertiger Generator statt eines mit quantisierten Gewichten trainierten, eine Skala je Gewicht, alle Schichten mit gleich vielen Bits; ein Verfahren, das eine Bitbreite nicht nimmt, fehlt.</translation>
    </message>
    <message>
        <source>The paper&apos;s: binary weights in all layers, in all but the last, in one layer alone and in more and more layers. Ours: a finished generator instead of a trained one, a scale per output channel (mean magnitude), and the four measures of redundancy, since the formula of the paper&apos;s own is not in its abstract.</source>
        <translation>Von der Arbeit: binäre Gewichte in allen Schichten, in allen bis auf die letzte, in einer allein und in immer mehr Schichten. Von uns: ein fertiger Generator statt eines trainierten, eine Skala je Ausgangskanal (mittlerer Betrag) und die vier Maße der Redundanz, da die Formel der Arbeit nicht in ihrer Zusammenfassung steht.</translation>
    </message>
    <message>
        <source>The network&apos;s own input, which is that of %1, is not quantized.</source>
        <translation>Die Eingabe des Netzes selbst, also die von %1, wird nicht quantisiert.</translation>
    </message>
    <message>
        <source>What is no layer stays float: %1.</source>
        <translation>Was keine Schicht ist, bleibt Float: %1.</translation>
    </message>
    <message>
        <source>Mapping, styles and the layers that make colours keep 8 bits in W4A8.</source>
        <translation>Mapping, Stile und die Schichten, die Farben machen, behalten in W4A8 8 Bits.</translation>
    </message>
    <message>
        <source>all layers binary</source>
        <translation>alle Schichten binär</translation>
    </message>
    <message>
        <source>all but the last</source>
        <translation>alle bis auf die letzte</translation>
    </message>
    <message>
        <source>all layers but the last binary</source>
        <translation>alle Schichten bis auf die letzte binär</translation>
    </message>
    <message>
        <source>W4A8; first, last and style layers W8</source>
        <translation>W4A8; erste, letzte und Stilschichten W8</translation>
    </message>
    <message>
        <source>W4A8; first and last layer W8</source>
        <translation>W4A8; erste und letzte Schicht W8</translation>
    </message>
    <message>
        <source>W4A8 in every layer</source>
        <translation>W4A8 in jeder Schicht</translation>
    </message>
    <message>
        <source>Generators trained with weights of 1 or 2 bits by EM come close to the quality of float.</source>
        <translation>Generatoren, die mit Gewichten von 1 oder 2 Bits nach EM trainiert sind, kommen der Qualität von Float nahe.</translation>
    </message>
    <message>
        <source>Min-max, log and tanh fail at few bits because they leave levels underrepresented.</source>
        <translation>Min-Max, Log und Tanh versagen bei wenigen Bits, weil sie Stufen unterrepräsentiert lassen.</translation>
    </message>
    <message>
        <source>Without training, EM is nearer to the reference than min-max, log and tanh at the same bits.</source>
        <translation>Ohne Training ist EM der Referenz näher als Min-Max, Log und Tanh mit gleich vielen Bits.</translation>
    </message>
    <message>
        <source>On the same finished weights, codes of EM hold more information than those of min-max, log and tanh at the same bits.</source>
        <translation>Bei denselben fertigen Gewichten tragen Codes von EM mehr Information als die von Min-Max, Log und Tanh mit gleich vielen Bits.</translation>
    </message>
    <message>
        <source>With all layers binary, SWD grows to 2.83 times that of float.</source>
        <translation>Sind alle Schichten binär, wächst SWD auf das 2,83-Fache von Float.</translation>
    </message>
    <message>
        <source>With chosen layers binary, the generator keeps its quality at 25.81 times less memory.</source>
        <translation>Sind gewählte Schichten binär, behält der Generator seine Qualität bei einem 25,81-tel des Speichers.</translation>
    </message>
    <message>
        <source>The dimensions of a deconvolution tell which layers can be binary.</source>
        <translation>Die Maße einer transponierten Faltung sagen, welche Schichten binär sein können.</translation>
    </message>
    <message>
        <source>Generator and discriminator should be made binary together.</source>
        <translation>Generator und Diskriminator sollten gemeinsam binär werden.</translation>
    </message>
    <message>
        <source>Binary layers make inference 1.96 and training 1.32 times faster.</source>
        <translation>Binäre Schichten machen die Inferenz 1,96- und das Training 1,32-mal so schnell.</translation>
    </message>
    <message>
        <source>Without training, a layer with more %1 (%2) costs less when it alone is binary.</source>
        <translation>Ohne Training kostet eine Schicht mit mehr %1 (%2) weniger, wenn sie allein binär ist.</translation>
    </message>
    <message>
        <source>values of the input to one of the output, c_in / (s^2 c_out)</source>
        <translation>Werte der Eingabe auf einen der Ausgabe, c_in / (s^2 c_out)</translation>
    </message>
    <message>
        <source>weights that reach one value of the output, c_in k^2 / s^2</source>
        <translation>Gewichte, die einen Wert der Ausgabe erreichen, c_in k^2 / s^2</translation>
    </message>
    <message>
        <source>weights of the layer to one value of its output</source>
        <translation>Gewichte der Schicht auf einen Wert ihrer Ausgabe</translation>
    </message>
    <message>
        <source>inputs that reach one s x s block of the output less its values, c_in (k/s)^2 - s^2 c_out</source>
        <translation>Eingaben, die einen Block von s x s der Ausgabe erreichen, weniger dessen Werte, c_in (k/s)^2 - s^2 c_out</translation>
    </message>
    <message>
        <source>8-bit weights and 8-bit activations keep the quality of float, by post-training quantization.</source>
        <translation>Gewichte und Aktivierungen mit 8 Bits behalten die Qualität von Float, durch Quantisierung nach dem Training.</translation>
    </message>
    <message>
        <source>4-bit weights and 8-bit activations keep the quality of float, by quantization-aware training.</source>
        <translation>Gewichte mit 4 und Aktivierungen mit 8 Bits behalten die Qualität von Float, durch Training mit Quantisierung.</translation>
    </message>
    <message>
        <source>It is about training with quantized weights, which does not exist here yet.</source>
        <translation>Es geht um Training mit quantisierten Gewichten, das es hier noch nicht gibt.</translation>
    </message>
    <message>
        <source>Binary layers are computed as float ones here, and training with them does not exist yet.</source>
        <translation>Binäre Schichten werden hier wie solche in Float gerechnet, und Training mit ihnen gibt es noch nicht.</translation>
    </message>
    <message>
        <source>No distance was measured.</source>
        <translation>Es wurde kein Abstand gemessen.</translation>
    </message>
    <message>
        <source>%1 against %2 of float</source>
        <translation>%1 gegenüber %2 von Float</translation>
    </message>
    <message>
        <source>%1 against %2 of float, %3 times as much</source>
        <translation>%1 gegenüber %2 von Float, das %3-Fache</translation>
    </message>
    <message>
        <source>95 % of the difference in %1 lie in %2 .. %3</source>
        <translation>95 % des Unterschieds in %1 liegen in %2 .. %3</translation>
    </message>
    <message>
        <source>the whole generator is %1 times smaller</source>
        <translation>der ganze Generator ist %1-mal kleiner</translation>
    </message>
    <message>
        <source>at 2 bits, codes hold %1</source>
        <translation>mit 2 Bits tragen Codes %1</translation>
    </message>
    <message>
        <source>rank correlations of our measures with the rise of one layer alone are %1</source>
        <translation>Rangkorrelationen unserer Maße mit dem Anstieg bei einer Schicht allein sind %1</translation>
    </message>
    <message>
        <source>It takes %1 layers or more with different values; %2 were measured.</source>
        <translation>Es braucht mindestens %1 Schichten mit verschiedenen Werten; gemessen wurden %2.</translation>
    </message>
    <message>
        <source>Nothing was measured of the entropy of codes.</source>
        <translation>Von der Entropie der Codes wurde nichts gemessen.</translation>
    </message>
    <message>
        <source>%1 of %2 comparisons of distances say so</source>
        <translation>%1 von %2 Vergleichen der Abstände sagen das</translation>
    </message>
    <message>
        <source>%1 of %2 comparisons of distances say so, not %3</source>
        <translation>%1 von %2 Vergleichen der Abstände sagen das, nicht %3</translation>
    </message>
    <message>
        <source>%1 of %2 comparisons of the entropy of codes say so</source>
        <translation>%1 von %2 Vergleichen der Entropie der Codes sagen das</translation>
    </message>
    <message>
        <source>%1 of %2 comparisons of the entropy of codes say so, not %3</source>
        <translation>%1 von %2 Vergleichen der Entropie der Codes sagen das, nicht %3</translation>
    </message>
    <message>
        <source>%1 at %2 by %3, %4 against %5</source>
        <translation>%1 mit %2 nach %3, %4 gegenüber %5</translation>
    </message>
    <message>
        <source>%1 at %2, %3 against %4 bits a code</source>
        <translation>%1 mit %2, %3 gegenüber %4 Bits je Code</translation>
    </message>
    <message>
        <source>Held-out clip, %</source>
        <translation>Zurückgehalten, %</translation>
    </message>
    <message>
        <source>Values beyond the range, of samples that calibration did not see.</source>
        <translation>Werte jenseits des Bereichs, bei Proben, die die Kalibrierung nicht sah.</translation>
    </message>
    <message>
        <source>Of %1 held-out samples, which calibration did not see, %2 are clipped.</source>
        <translation>Von %1 zurückgehaltenen Proben, die die Kalibrierung nicht sah, sind %2 abgeschnitten.</translation>
    </message>
    <message>
        <source>× float</source>
        <translation>× Float</translation>
    </message>
    <message>
        <source>95 %</source>
        <translation>95 %</translation>
    </message>
    <message>
        <source>95 % of change</source>
        <translation>95 % der Änderung</translation>
    </message>
    <message>
        <source>Bits a code</source>
        <translation>Bits je Code</translation>
    </message>
    <message>
        <source>× smaller</source>
        <translation>× kleiner</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Distance to the float pictures of the same inputs</source>
        <translation>Abstand zu den Float-Bildern derselben Eingaben</translation>
    </message>
    <message>
        <source>Distance to the reference</source>
        <translation>Abstand zur Referenz</translation>
    </message>
    <message>
        <source>Distance to the reference over that of float</source>
        <translation>Abstand zur Referenz, geteilt durch den von Float</translation>
    </message>
    <message>
        <source>95 % of the bootstrap over the samples</source>
        <translation>95 % des Bootstraps über die Proben</translation>
    </message>
    <message>
        <source>Levels that at least one weight takes, as a mean over all quantized weights</source>
        <translation>Stufen, die mindestens ein Gewicht annimmt, als Mittel über alle quantisierten Gewichte</translation>
    </message>
    <message>
        <source>Entropy of the codes: what one needs at least when they are packed well</source>
        <translation>Entropie der Codes: was einer mindestens braucht, wenn sie gut gepackt sind</translation>
    </message>
    <message>
        <source>Bytes of the whole generator</source>
        <translation>Bytes des ganzen Generators</translation>
    </message>
    <message>
        <source>Bytes of float over those of the configuration</source>
        <translation>Bytes von Float, geteilt durch die der Konfiguration</translation>
    </message>
    <message>
        <source>Enter or a double click loads it</source>
        <translation>Eingabe oder Doppelklick lädt sie</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Gilt</translation>
    </message>
    <message>
        <source>Holds partly</source>
        <translation>Gilt teilweise</translation>
    </message>
    <message>
        <source>Does not hold here</source>
        <translation>Gilt hier nicht</translation>
    </message>
    <message>
        <source>Not yet testable</source>
        <translation>Noch nicht prüfbar</translation>
    </message>
    <message>
        <source>the paper&apos;s claim</source>
        <translation>Behauptung der Arbeit</translation>
    </message>
    <message>
        <source>our question</source>
        <translation>unsere Frage</translation>
    </message>
    <message>
        <source>Without training: %1</source>
        <translation>Ohne Training: %1</translation>
    </message>
    <message>
        <source>No setting is left for %1; allow more bits, or lock it.</source>
        <translation>Für %1 bleibt keine Einstellung; mehr Bits erlauben oder sperren.</translation>
    </message>
    <message>
        <source>There is no layer to search bits for; open a generator with layers.</source>
        <translation>Es gibt keine Schicht, für die Bits gesucht werden könnten; einen Generator mit Schichten öffnen.</translation>
    </message>
    <message>
        <source>A setting of %1 in a search has no cost or no error.</source>
        <translation>Eine Einstellung von %1 in einer Suche hat keine Kosten oder keinen Fehler.</translation>
    </message>
    <message>
        <source>The layer %1 has no size.</source>
        <translation>Die Schicht %1 hat keine Größe.</translation>
    </message>
    <message>
        <source>There is no search algorithm &apos;%1&apos;; there are %2.</source>
        <translation>Es gibt kein Suchverfahren „%1“; es gibt %2.</translation>
    </message>
    <message>
        <source>%1 is no paused search of these layers; start it anew.</source>
        <translation>%1 ist keine angehaltene Suche dieser Schichten; neu beginnen.</translation>
    </message>
    <message>
        <source>%1 and %2 are tied and locked, but have two settings; give them one, or untie them.</source>
        <translation>%1 und %2 sind gekoppelt und gesperrt, haben aber zwei Einstellungen; ihnen eine geben oder die Kopplung lösen.</translation>
    </message>
    <message>
        <source>A budget is bytes=1MB, bits=4 (on average) or bops=2.5G, one of them, not &apos;%1&apos;.</source>
        <translation>Ein Budget ist bytes=1MB, bits=4 (im Mittel) oder bops=2.5G, eines davon, nicht „%1“.</translation>
    </message>
    <message>
        <source>A bound is a metric and the value it may have, such as swd=3.5, fid=20 or sqnr=30, not &apos;%1&apos;.</source>
        <translation>Eine Schranke ist eine Metrik und der Wert, den sie haben darf, etwa swd=3.5, fid=20 oder sqnr=30, nicht „%1“.</translation>
    </message>
    <message>
        <source>A search needs either a budget or a bound; give one of them.</source>
        <translation>Eine Suche braucht entweder ein Budget oder eine Schranke; eines von beiden angeben.</translation>
    </message>
    <message>
        <source>The bound&apos;s metric could not be measured: %1.</source>
        <translation>Die Metrik der Schranke konnte nicht gemessen werden: %1.</translation>
    </message>
    <message>
        <source>No configuration keeps the budget; the cheapest one has %1.</source>
        <translation>Keine Konfiguration hält das Budget ein; die billigste hat %1.</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>%1 bit operations</source>
        <translation>%1 Bitoperationen</translation>
    </message>
    <message>
        <source>%1 bits on average</source>
        <translation>%1 Bits im Mittel</translation>
    </message>
    <message>
        <source>On samples that the search never saw, the bound is not met; choose the next larger configuration of the front.</source>
        <translation>Auf Proben, die die Suche nie gesehen hat, wird die Schranke nicht eingehalten; die nächstgrößere Konfiguration der Front wählen.</translation>
    </message>
    <message>
        <source>Measuring layers</source>
        <translation>Schichten messen</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Measuring points of the front</source>
        <translation>Punkte der Front messen</translation>
    </message>
    <message>
        <source>Confirming on samples that the search never saw</source>
        <translation>Auf Proben bestätigen, die die Suche nie gesehen hat</translation>
    </message>
    <message>
        <source>least sum of the layers&apos; errors, exactly: multiple-choice knapsack by dynamic programming with bounds (Nemhauser, Ullmann 1969; Sinha, Zoltners 1979)</source>
        <translation>kleinste Summe der Fehler der Schichten, exakt: Rucksackproblem mit Mehrfachauswahl durch dynamische Programmierung mit Schranken (Nemhauser, Ullmann 1969; Sinha, Zoltners 1979)</translation>
    </message>
    <message>
        <source>from the least error down, always the step of least error for what it saves; usual form</source>
        <translation>vom kleinsten Fehler abwärts, stets der Schritt mit dem kleinsten Fehler für das, was er spart; übliche Form</translation>
    </message>
    <message>
        <source>errors of pairs of layers too: local search from the knapsack&apos;s answer, restarted by seed</source>
        <translation>auch Fehler von Paaren von Schichten: lokale Suche ab der Antwort des Rucksackproblems, neu gestartet nach Seed</translation>
    </message>
    <message>
        <source>one bit-width for all layers, raised from the least; QGAN (arXiv 1901.08263), usual form, for the generator alone</source>
        <translation>eine Bitbreite für alle Schichten, von der kleinsten an erhöht; QGAN (arXiv 1901.08263), übliche Form, nur für den Generator</translation>
    </message>
    <message>
        <source>The target %1 has no activations of %2 bits, which %3 has; give it others.</source>
        <translation>Das Gerät %1 hat keine Aktivierungen mit %2 Bits, die %3 hat; ihr andere geben.</translation>
    </message>
    <message>
        <source>%1 is no target profile: %2.</source>
        <translation>%1 ist kein Geräteprofil: %2.</translation>
    </message>
    <message>
        <source>%1 is no object</source>
        <translation>%1 ist kein Objekt</translation>
    </message>
    <message>
        <source>the whole</source>
        <translation>das Ganze</translation>
    </message>
    <message>
        <source>an entry of &quot;weights&quot;</source>
        <translation>ein Eintrag von „weights“</translation>
    </message>
    <message>
        <source>the field &quot;%1&quot; is not known</source>
        <translation>das Feld „%1“ ist nicht bekannt</translation>
    </message>
    <message>
        <source>the field &quot;%1&quot; is no text</source>
        <translation>das Feld „%1“ ist kein Text</translation>
    </message>
    <message>
        <source>the field &quot;%1&quot; is no list, or an empty one</source>
        <translation>das Feld „%1“ ist keine Liste oder eine leere</translation>
    </message>
    <message>
        <source>the field &quot;%1&quot; holds %2, which is not known</source>
        <translation>das Feld „%1“ enthält %2, das nicht bekannt ist</translation>
    </message>
    <message>
        <source>the field &quot;%1&quot; holds %2, which is no bit-width from %3 to %4</source>
        <translation>das Feld „%1“ enthält %2, was keine Bitbreite von %3 bis %4 ist</translation>
    </message>
    <message>
        <source>it has no &quot;format&quot;: &quot;quantloupe-target&quot;</source>
        <translation>es hat kein „format“: „quantloupe-target“</translation>
    </message>
    <message>
        <source>its version is not 1, the only one this program reads</source>
        <translation>seine Version ist nicht 1, die einzige, die dieses Programm liest</translation>
    </message>
    <message>
        <source>it has no name</source>
        <translation>es hat keinen Namen</translation>
    </message>
    <message>
        <source>it has no field &quot;weights&quot;</source>
        <translation>es hat kein Feld „weights“</translation>
    </message>
    <message>
        <source>the field &quot;float&quot; is neither true nor false</source>
        <translation>das Feld „float“ ist weder true noch false</translation>
    </message>
    <message>
        <source>Running the network that the sweep starts from</source>
        <translation>Das Netz, von dem die Messung ausgeht, läuft</translation>
    </message>
    <message>
        <source>Measuring %1</source>
        <translation>%1 wird gemessen</translation>
    </message>
    <message>
        <source>Sketching how weights act on the output</source>
        <translation>Die Wirkung der Gewichte auf die Ausgabe wird skizziert</translation>
    </message>
    <message>
        <source>The generator has no layer &apos;%1&apos;; `inspect` lists its layers.</source>
        <translation>Der Generator hat keine Schicht „%1“; `inspect` führt die Schichten auf.</translation>
    </message>
    <message>
        <source>There is nothing to measure: none of these layers has such a site at these bit-widths; choose other layers, sites or bits.</source>
        <translation>Es gibt nichts zu messen: Keine dieser Schichten hat eine solche Stelle mit diesen Bitbreiten; wähle andere Schichten, Stellen oder Bits.</translation>
    </message>
    <message>
        <source>The activation of %1 stays float: it is the network&apos;s own input.</source>
        <translation>Die Aktivierung von %1 bleibt Float: Sie ist die Eingabe des Netzes selbst.</translation>
    </message>
    <message>
        <source>The input of %1 holds indices and stays as it is.</source>
        <translation>Die Eingabe von %1 enthält Indizes und bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Activations have no quantizer of 1 bit and stay float there.</source>
        <translation>Aktivierungen haben keinen Quantisierer mit 1 Bit und bleiben dort Float.</translation>
    </message>
    <message>
        <source>Corrections are left aside: the sweep measures quantizers alone.</source>
        <translation>Korrekturen bleiben beiseite: Gemessen werden allein die Quantisierer.</translation>
    </message>
    <message>
        <source>A sensitivity is of the output; choose the metric sqnr instead of layer-sqnr.</source>
        <translation>Eine Empfindlichkeit gilt der Ausgabe; wähle die Metrik sqnr statt layer-sqnr.</translation>
    </message>
    <message>
        <source>A sensitivity needs one sample and one repeat at least.</source>
        <translation>Eine Empfindlichkeit braucht mindestens eine Probe und eine Wiederholung.</translation>
    </message>
    <message>
        <source>A sketch of %1 takes %2 bytes at least; give it more memory, or measure without one.</source>
        <translation>Eine Skizze von %1 braucht mindestens %2 Bytes; gib ihr mehr Speicher oder miss ohne sie.</translation>
    </message>
    <message>
        <source>The output of %1 has no gradient by its weights, so that nothing can be predicted; measure without a sketch.</source>
        <translation>Die Ausgabe von %1 hat keinen Gradienten nach ihren Gewichten, sodass sich nichts vorhersagen lässt; miss ohne Skizze.</translation>
    </message>
    <message>
        <source>A change must have one value for each weight.</source>
        <translation>Eine Änderung muss einen Wert für jedes Gewicht haben.</translation>
    </message>
    <message>
        <source>A kept result of a sweep is damaged; it will be measured again.</source>
        <translation>Ein behaltenes Ergebnis ist beschädigt; es wird erneut gemessen.</translation>
    </message>
    <message>
        <source>%1 is no run store; choose another file.</source>
        <translation>%1 ist kein Lauf-Speicher; wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>There is no run store %1; check its name.</source>
        <translation>Es gibt keinen Lauf-Speicher %1; prüfen Sie den Namen.</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Quantloupe; update the program to read it.</source>
        <translation>%1 wurde von einer neueren Version von Quantloupe geschrieben; aktualisieren Sie das Programm, um die Datei zu lesen.</translation>
    </message>
    <message>
        <source>%1 is damaged; `quantloupe-cli runs recover` saves what is intact into a new file beside it.</source>
        <translation>%1 ist beschädigt; `quantloupe-cli runs recover` rettet, was unversehrt ist, in eine neue Datei daneben.</translation>
    </message>
    <message>
        <source>%1 holds nothing that could be recovered.</source>
        <translation>%1 enthält nichts, was sich retten ließe.</translation>
    </message>
    <message>
        <source>%1 is in use by another program; try again when that is done.</source>
        <translation>%1 wird von einem anderen Programm benutzt; versuchen Sie es erneut, wenn es fertig ist.</translation>
    </message>
    <message>
        <source>%1 cannot be written; check that you may write it and its folder.</source>
        <translation>%1 lässt sich nicht schreiben; prüfen Sie, ob Sie die Datei und ihren Ordner schreiben dürfen.</translation>
    </message>
    <message>
        <source>%1 could not be read or written: %2.</source>
        <translation>%1 lässt sich nicht lesen oder schreiben: %2.</translation>
    </message>
    <message>
        <source>There is not enough memory to read %1; close other programs.</source>
        <translation>Der Speicher reicht nicht, um %1 zu lesen; schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>A text or picture of %1 is larger than 64 MiB, the most that a run store holds.</source>
        <translation>Ein Text oder Bild von %1 ist größer als 64 MiB; mehr fasst ein Lauf-Speicher nicht.</translation>
    </message>
    <message>
        <source>The run store %1 failed: %2.</source>
        <translation>Der Lauf-Speicher %1 versagte: %2.</translation>
    </message>
    <message>
        <source>There is no run %1 in %2; `quantloupe-cli runs list` lists them.</source>
        <translation>Es gibt keinen Lauf %1 in %2; `quantloupe-cli runs list` listet die Läufe.</translation>
    </message>
    <message>
        <source>Run %1 is still running; stop it first.</source>
        <translation>Lauf %1 läuft noch; halten Sie ihn zuerst an.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no tag; give 1 to 64 letters in one line.</source>
        <translation>„%1“ ist kein Schlagwort; geben Sie 1 bis 64 Zeichen in einer Zeile an.</translation>
    </message>
    <message>
        <source>The note is longer than 64 KiB; write a shorter one, or a file of its own.</source>
        <translation>Die Notiz ist länger als 64 KiB; schreiben Sie eine kürzere oder eine eigene Datei.</translation>
    </message>
    <message>
        <source>Run %1 of the run store is not running here.</source>
        <translation>Lauf %1 des Lauf-Speichers läuft hier nicht.</translation>
    </message>
    <message>
        <source>What was to be stored is no JSON.</source>
        <translation>Was gespeichert werden sollte, ist kein JSON.</translation>
    </message>
    <message>
        <source>A thumbnail of more than 4 MiB is not stored.</source>
        <translation>Ein Vorschaubild von mehr als 4 MiB wird nicht gespeichert.</translation>
    </message>
    <message>
        <source>There is no format &apos;%1&apos; to export; there are %2.</source>
        <translation>Es gibt kein Format „%1“ für den Export; es gibt %2.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no name of a file to export to; give one such as bits%2.</source>
        <translation>„%1“ ist kein Name einer Datei, in die exportiert werden kann; geben Sie einen an wie bits%2.</translation>
    </message>
    <message>
        <source>The packed format was asked for without codes.</source>
        <translation>Das gepackte Format wurde ohne Codes verlangt.</translation>
    </message>
    <message>
        <source>The overrides of %1 are %2 instead of %3.</source>
        <translation>Die Vorgaben für %1 sind %2 statt %3.</translation>
    </message>
    <message>
        <source>%1 is no JSON object of names; write {&quot;LAYER&quot;: {&quot;node&quot;: ..., &quot;weight&quot;: ..., &quot;input&quot;: ...}}.</source>
        <translation>%1 ist kein JSON-Objekt von Namen; schreiben Sie {&quot;LAYER&quot;: {&quot;node&quot;: ..., &quot;weight&quot;: ..., &quot;input&quot;: ...}}.</translation>
    </message>
    <message>
        <source>%1 names the layer %2, which %3 does not have.</source>
        <translation>%1 nennt die Schicht %2, die %3 nicht hat.</translation>
    </message>
    <message>
        <source>%1 gives no names of %2; write {&quot;node&quot;: ..., &quot;weight&quot;: ..., &quot;input&quot;: ...}.</source>
        <translation>%1 nennt keine Namen von %2; schreiben Sie {&quot;node&quot;: ..., &quot;weight&quot;: ..., &quot;input&quot;: ...}.</translation>
    </message>
    <message>
        <source>%1 has the key &quot;%2&quot; for %3; there are node, weight and input.</source>
        <translation>%1 hat den Schlüssel „%2“ für %3; es gibt node, weight und input.</translation>
    </message>
    <message>
        <source>%1 gives %2 a &quot;%3&quot; that is no name; write it as &quot;%4&quot;: &quot;NAME&quot;.</source>
        <translation>%1 gibt %2 ein „%3“, das kein Name ist; schreiben Sie es als &quot;%4&quot;: &quot;NAME&quot;.</translation>
    </message>
    <message>
        <source>%1 gives the name &apos;%2&apos; to %3 and %4; a node and a weight belong to one layer.</source>
        <translation>%1 gibt den Namen „%2“ sowohl %3 als auch %4; ein Knoten und ein Gewicht gehören zu einer Schicht.</translation>
    </message>
    <message>
        <source>%1 is no packed generator; `export --format safetensors` writes one.</source>
        <translation>%1 ist kein gepackter Generator; `export --format safetensors` schreibt einen.</translation>
    </message>
    <message>
        <source>A packed weight has not the sizes of its setting %1; it was damaged, export it again.</source>
        <translation>Ein gepacktes Gewicht hat nicht die Größen seiner Einstellung %1; es wurde beschädigt, exportieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 is a page without a configuration; only reports written by Quantloupe hold one.</source>
        <translation>%1 ist eine Seite ohne Konfiguration; nur von Quantloupe geschriebene Berichte enthalten eine.</translation>
    </message>
    <message>
        <source>Rounding %1</source>
        <translation>%1 wird gerundet</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Korrekturen</translation>
    </message>
    <message>
        <source>in this configuration</source>
        <translation>in dieser Konfiguration</translation>
    </message>
    <message>
        <source>at 1 bit</source>
        <translation>bei 1 Bit</translation>
    </message>
    <message>
        <source>at %1 bits</source>
        <translation>bei %1 Bit</translation>
    </message>
    <message>
        <source>one of %1 layers</source>
        <translation>eine von %1 Schichten</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>no layer is told apart %1</source>
        <translation>keine Schicht hebt sich %1 ab</translation>
    </message>
    <message>
        <source>%1 hurts most %2</source>
        <translation>%1 schadet %2 am meisten</translation>
    </message>
    <message>
        <source>%1 is worth most in float %2</source>
        <translation>%1 ist %2 als Float am meisten wert</translation>
    </message>
    <message>
        <source>none %1</source>
        <translation>keine %1</translation>
    </message>
    <message>
        <source>So far: %1</source>
        <translation>Bisher: %1</translation>
    </message>
    <message>
        <source>Predicted: %1</source>
        <translation>Vorhergesagt: %1</translation>
    </message>
    <message>
        <source>sensitivity by %1</source>
        <translation>Empfindlichkeit nach %1</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>Bit</translation>
    </message>
    <message>
        <source>sensitivity at %1</source>
        <translation>Empfindlichkeit bei %1</translation>
    </message>
    <message>
        <source>layer, the most sensitive first</source>
        <translation>Schicht, die empfindlichste zuerst</translation>
    </message>
    <message>
        <source>sensitivity by bits</source>
        <translation>Empfindlichkeit nach Bit</translation>
    </message>
    <message>
        <source>redundancy at %1</source>
        <translation>Redundanz bei %1</translation>
    </message>
    <message>
        <source>measure of redundancy</source>
        <translation>Maß der Redundanz</translation>
    </message>
    <message>
        <source>rank correlation with sensitivity</source>
        <translation>Rangkorrelation mit der Empfindlichkeit</translation>
    </message>
    <message>
        <source>%1: %2
too few layers have it</source>
        <translation>%1: %2
zu wenige Schichten haben es</translation>
    </message>
    <message>
        <source>%1: %2
rank correlation %3; the lower, the better it tells insensitive layers
share of all orders that are as low: %4</source>
        <translation>%1: %2
Rangkorrelation %3; je niedriger, desto besser findet es unempfindliche Schichten
Anteil aller Reihenfolgen, die so niedrig sind: %4</translation>
    </message>
    <message>
        <source>the output of float, to the bit</source>
        <translation>die Ausgabe von Float, auf das Bit genau</translation>
    </message>
    <message>
        <source>%1 %2, predicted and not measured yet</source>
        <translation>%1 %2, vorhergesagt und noch nicht gemessen</translation>
    </message>
    <message>
        <source>%1, float %2</source>
        <translation>%1, Float %2</translation>
    </message>
    <message>
        <source>%1, predicted %2</source>
        <translation>%1, vorhergesagt %2</translation>
    </message>
    <message>
        <source>rank %1 of %2</source>
        <translation>Rang %1 von %2</translation>
    </message>
    <message>
        <source>%1, not told apart from %2</source>
        <translation>%1, nicht zu unterscheiden von %2</translation>
    </message>
    <message>
        <source>Enter or a click returns it to float</source>
        <translation>Enter oder ein Klick setzt sie auf Float zurück</translation>
    </message>
    <message>
        <source>Enter or a click gives it %1</source>
        <translation>Enter oder ein Klick gibt ihr %1</translation>
    </message>
    <message>
        <source>activations</source>
        <translation>Aktivierungen</translation>
    </message>
    <message>
        <source>weights and activations</source>
        <translation>Gewichte und Aktivierungen</translation>
    </message>
    <message>
        <source>The weight of a layer is quantized: per channel, by MSE clip.</source>
        <translation>Das Gewicht einer Schicht wird quantisiert: je Kanal, mit MSE-Schnitt.</translation>
    </message>
    <message>
        <source>The input of a layer is quantized, with a range by percentile.</source>
        <translation>Die Eingabe einer Schicht wird quantisiert, mit einem Bereich nach Perzentil.</translation>
    </message>
    <message>
        <source>Weight and input of a layer are quantized together.</source>
        <translation>Gewicht und Eingabe einer Schicht werden zusammen quantisiert.</translation>
    </message>
    <message>
        <source>alone</source>
        <translation>allein</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>One layer is quantized and all others are float: what it costs.</source>
        <translation>Eine Schicht ist quantisiert und alle anderen sind Float: was sie kostet.</translation>
    </message>
    <message>
        <source>One layer is returned to float and the others are quantized, as the configuration has them or, where that is float, all alike: what it would buy.</source>
        <translation>Eine Schicht ist wieder Float und die anderen sind quantisiert, wie die Konfiguration sie hat oder, wo diese Float ist, alle gleich: was es brächte.</translation>
    </message>
    <message>
        <source>as configured</source>
        <translation>wie eingestellt</translation>
    </message>
    <message>
        <source>%1: it has no such quantizer</source>
        <translation>%1: sie hat keinen solchen Quantisierer</translation>
    </message>
    <message>
        <source>%1: not measured yet
%2</source>
        <translation>%1: noch nicht gemessen
%2</translation>
    </message>
    <message>
        <source>%1 samples, repeats: %2, seed %3; %4, one layer %5</source>
        <translation>%1 Proben, Wiederholungen: %2, Seed %3; %4, eine Schicht %5</translation>
    </message>
    <message>
        <source>; reference: %1</source>
        <translation>; Referenz: %1</translation>
    </message>
    <message>
        <source>Predictions from %1 probes: rank correlation %2 with what was measured, mean error %3 dB over %4 cells.</source>
        <translation>Vorhersagen aus %1 Stichproben: Rangkorrelation %2 mit dem Gemessenen, mittlerer Fehler %3 dB über %4 Zellen.</translation>
    </message>
    <message>
        <source>At each bit-width: %1.</source>
        <translation>Bei jeder Bitbreite: %1.</translation>
    </message>
    <message>
        <source>Equalization has no effect from here on: it takes one quantized layer behind this one, with nothing but folded batch norms, ReLU, leaky ReLU or resampling between them.</source>
        <translation>Der Schichtausgleich wirkt von hier aus nicht: Hinter dieser Schicht muss genau eine quantisierte Schicht liegen, mit nichts als gefalteten Batch-Norms, ReLU, Leaky-ReLU oder Größenänderung dazwischen.</translation>
    </message>
    <message>
        <source>Batch-norm re-estimation has no effect here: the batch norm is folded into the weight. Bias correction moves its mean.</source>
        <translation>Die Batch-Norm-Neuschätzung wirkt hier nicht: Die Batch-Norm ist in das Gewicht gefaltet. Die Bias-Korrektur verschiebt ihr Mittel.</translation>
    </message>
    <message>
        <source>&amp;First five minutes</source>
        <translation>&amp;Die ersten fünf Minuten</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>The weight is the one that the folded batch norm or equalization makes.</source>
        <translation>Es ist das Gewicht, das die gefaltete Batch-Norm oder die Angleichung ergibt.</translation>
    </message>
    <message>
        <source>Predictions: rank correlation %1, mean error %2 dB.</source>
        <translation>Vorhersagen: Rangkorrelation %1, mittlerer Fehler %2 dB.</translation>
    </message>
    <message>
        <source>Keep configuration</source>
        <translation>Konfiguration behalten</translation>
    </message>
    <message>
        <source>this program; also with names, scales and codebooks for others</source>
        <translation>dieses Programm; auch mit Namen, Skalen und Codebüchern für andere</translation>
    </message>
    <message>
        <source>spreadsheets: one row a layer</source>
        <translation>Tabellenkalkulationen: eine Zeile je Schicht</translation>
    </message>
    <message>
        <source>AIMET, Qualcomm&apos;s SNPE and QNN: encodings by ONNX tensor, 4 bits or more</source>
        <translation>AIMET, SNPE und QNN von Qualcomm: Encodings nach ONNX-Tensor, ab 4 Bit</translation>
    </message>
    <message>
        <source>the same from AIMET 1.35 on, with blocks</source>
        <translation>dasselbe ab AIMET 1.35, mit Blöcken</translation>
    </message>
    <message>
        <source>the same with ONNX&apos;s types; needs QAIRT 2.37 or later</source>
        <translation>dasselbe mit den Typen von ONNX; braucht QAIRT 2.37 oder neuer</translation>
    </message>
    <message>
        <source>ONNX Runtime&apos;s TensorQuantOverrides, and a .py that reads them</source>
        <translation>TensorQuantOverrides von ONNX Runtime und eine .py, die sie liest</translation>
    </message>
    <message>
        <source>NNCF&apos;s ignored scope, which layers stay float, and a .py</source>
        <translation>Ignored Scope von NNCF, welche Schichten Float bleiben, und eine .py</translation>
    </message>
    <message>
        <source>torchao&apos;s FqnToConfig: weights of linear layers and 2-D convolutions</source>
        <translation>FqnToConfig von torchao: Gewichte linearer Schichten und zweidimensionaler Faltungen</translation>
    </message>
    <message>
        <source>torch.ao.quantization: a QConfigMapping in Python</source>
        <translation>torch.ao.quantization: ein QConfigMapping in Python</translation>
    </message>
    <message>
        <source>NVIDIA ModelOpt: YAML by module</source>
        <translation>NVIDIA ModelOpt: YAML nach Modulen</translation>
    </message>
    <message>
        <source>Google Model Explorer: SQNR of the weights, or a sweep, over the graph</source>
        <translation>Google Model Explorer: SQNR der Gewichte oder ein Durchlauf auf dem Graphen</translation>
    </message>
    <message>
        <source>packed codes, scales and codebooks, and all float tensors</source>
        <translation>gepackte Codes, Skalen und Codebücher sowie alle Float-Tensoren</translation>
    </message>
    <message>
        <source>weight %1</source>
        <translation>Gewicht %1</translation>
    </message>
    <message>
        <source>activation %1</source>
        <translation>Aktivierung %1</translation>
    </message>
    <message>
        <source>correction %1</source>
        <translation>Korrektur %1</translation>
    </message>
    <message>
        <source>32-bit float weight</source>
        <translation>Gewicht als 32-Bit-Float</translation>
    </message>
    <message>
        <source>%1, fewer than 4 bits</source>
        <translation>%1, weniger als 4 Bit</translation>
    </message>
    <message>
        <source>%1, more than 8 bits</source>
        <translation>%1, mehr als 8 Bit</translation>
    </message>
    <message>
        <source>%1, scales of blocks</source>
        <translation>%1, Skalen für Blöcke</translation>
    </message>
    <message>
        <source>%1, groups of a convolution</source>
        <translation>%1, Gruppen einer Faltung</translation>
    </message>
    <message>
        <source>%1, one scale for the tensor</source>
        <translation>%1, eine Skala für den Tensor</translation>
    </message>
    <message>
        <source>%1, whose levels no scale says</source>
        <translation>%1, dessen Stufen keine Skala sagt</translation>
    </message>
    <message>
        <source>%1, scales of %2 groups of a transposed convolution</source>
        <translation>%1, Skalen für %2 Gruppen einer transponierten Faltung</translation>
    </message>
    <message>
        <source>%1, scales of %2 weights each that end within an input channel</source>
        <translation>%1, Skalen für je %2 Gewichte, die innerhalb eines Eingangskanals enden</translation>
    </message>
    <message>
        <source>%1, without error</source>
        <translation>%1, ohne Fehler</translation>
    </message>
    <message>
        <source>%1, scale of the full range</source>
        <translation>%1, Skala des vollen Bereichs</translation>
    </message>
    <message>
        <source>%1, whose range is searched</source>
        <translation>%1, dessen Bereich gesucht wird</translation>
    </message>
    <message>
        <source>%1, which has no range</source>
        <translation>%1, die keinen Bereich hat</translation>
    </message>
    <message>
        <source>%1, codes %2..%3</source>
        <translation>%1, Codes von %2 bis %3</translation>
    </message>
    <message>
        <source>%1 with its range</source>
        <translation>%1 mit ihrem Bereich</translation>
    </message>
    <message>
        <source>%1 before a float weight</source>
        <translation>%1 vor einem Float-Gewicht</translation>
    </message>
    <message>
        <source>%1 of a matrix product, which is no module</source>
        <translation>%1 eines Matrixprodukts, das kein Modul ist</translation>
    </message>
    <message>
        <source>%1 of a %2 with output axis %3</source>
        <translation>%1 einer Schicht (%2) mit der Ausgangsachse %3</translation>
    </message>
    <message>
        <source>float activation before a quantized weight</source>
        <translation>Float-Aktivierung vor einem quantisierten Gewicht</translation>
    </message>
    <message>
        <source>activation %1 at %2 places</source>
        <translation>Aktivierung %1 an %2 Stellen</translation>
    </message>
    <message>
        <source>activation %1 of %2</source>
        <translation>Aktivierung %1 von %2</translation>
    </message>
    <message>
        <source>ONNX names, which no map gives</source>
        <translation>ONNX-Namen, die keine Datei nennt</translation>
    </message>
    <message>
        <source>left float</source>
        <translation>bleibt Float</translation>
    </message>
    <message>
        <source>left out, 16-bit float</source>
        <translation>weggelassen, 16-Bit-Float</translation>
    </message>
    <message>
        <source>16-bit float</source>
        <translation>16-Bit-Float</translation>
    </message>
    <message>
        <source>node excluded, left float</source>
        <translation>Knoten ausgeschlossen, bleibt Float</translation>
    </message>
    <message>
        <source>left float, as the weight</source>
        <translation>bleibt Float wie das Gewicht</translation>
    </message>
    <message>
        <source>quantized, as NNCF&apos;s preset says</source>
        <translation>quantisiert, wie es die Voreinstellung von NNCF sagt</translation>
    </message>
    <message>
        <source>as quantize_static calibrates it</source>
        <translation>wie quantize_static sie kalibriert</translation>
    </message>
    <message>
        <source>its SQNR alone</source>
        <translation>nur sein SQNR</translation>
    </message>
    <message>
        <source>no value, no colour</source>
        <translation>kein Wert, keine Farbe</translation>
    </message>
    <message>
        <source>largest magnitude</source>
        <translation>größter Betrag</translation>
    </message>
    <message>
        <source>largest magnitude over %1</source>
        <translation>größter Betrag durch %1</translation>
    </message>
    <message>
        <source>symmetric, largest magnitude of the tool&apos;s own calibration</source>
        <translation>symmetrisch, größter Betrag der eigenen Kalibrierung des Werkzeugs</translation>
    </message>
    <message>
        <source>min-max range</source>
        <translation>Bereich von Minimum bis Maximum</translation>
    </message>
    <message>
        <source>scale of the larger magnitude over half of the codes</source>
        <translation>Skala aus dem größeren Betrag und der Hälfte der Codes</translation>
    </message>
    <message>
        <source>one scale for each output channel</source>
        <translation>eine Skala je Ausgangskanal</translation>
    </message>
    <message>
        <source>codes %1..%2, the largest magnitude at %3.5</source>
        <translation>Codes von %1 bis %2, der größte Betrag bei %3,5</translation>
    </message>
    <message>
        <source>int%1 with the same scale, codes %2..%3</source>
        <translation>int%1 mit derselben Skala, Codes von %2 bis %3</translation>
    </message>
    <message>
        <source>uint%1 with the same scale, codes %2..%3</source>
        <translation>uint%1 mit derselben Skala, Codes von %2 bis %3</translation>
    </message>
    <message>
        <source>%1, %2 and %3, derived from the module&apos;s path</source>
        <translation>%1, %2 und %3, aus dem Pfad des Moduls abgeleitet</translation>
    </message>
    <message>
        <source>one range, for %1</source>
        <translation>ein Bereich, für %1</translation>
    </message>
    <message>
        <source>that of %1, which reads it too</source>
        <translation>die von %1, das ihn auch liest</translation>
    </message>
    <message>
        <source>only in the configuration</source>
        <translation>nur in der Konfiguration</translation>
    </message>
    <message>
        <source>only in the configuration; made again from its calibration</source>
        <translation>nur in der Konfiguration; entsteht aus deren Kalibrierung neu</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>Nichts geht verloren.</translation>
    </message>
    <message>
        <source>The format cannot say all, in %1:</source>
        <translation>Das Format kann nicht alles sagen, in %1:</translation>
    </message>
    <message>
        <source>%1 is written to %2.</source>
        <translation>%1 steht nun in %2.</translation>
    </message>
    <message>
        <source>%1 and %2 are written to %3.</source>
        <translation>%1 und %2 stehen nun in %3.</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Generator</source>
        <translation>Generator</translation>
    </message>
    <message>
        <source>%1 (SHA-256 %2…)</source>
        <translation>%1 (SHA-256 %2…)</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be tied in a command, because a comma parts the layers there; save the configuration, which holds its ties, and pass it by --config.</source>
        <translation>&apos;%1&apos; lässt sich in einem Befehl nicht verbinden, weil dort ein Komma die Schichten trennt; speichern Sie die Konfiguration, die ihre Verbindungen enthält, und geben Sie sie mit --config an.</translation>
    </message>
    <message>
        <source>Size, kB</source>
        <translation>Größe, kB</translation>
    </message>
    <message>
        <source>Bit operations, MBOPs</source>
        <translation>Bitoperationen, MBOPs</translation>
    </message>
    <message>
        <source>%1, predicted from the errors of layers</source>
        <translation>%1, aus den Fehlern der Schichten vorhergesagt</translation>
    </message>
    <message>
        <source>%1, on %2 samples that the search never saw</source>
        <translation>%1, auf %2 Proben, die die Suche nie gesehen hat</translation>
    </message>
    <message>
        <source>the best of the search</source>
        <translation>das Beste der Suche</translation>
    </message>
    <message>
        <source>on the front</source>
        <translation>auf der Front</translation>
    </message>
    <message>
        <source>another one is as good for no more</source>
        <translation>ein anderer ist ebenso gut und kostet nicht mehr</translation>
    </message>
    <message>
        <source>Enter or a click loads it, K keeps it for Compare</source>
        <translation>Eingabe oder Klick lädt ihn, K behält ihn für den Vergleich</translation>
    </message>
    <message>
        <source>SQNR %1</source>
        <translation>SQNR %1</translation>
    </message>
    <message>
        <source>the output of float</source>
        <translation>die Ausgabe von Float</translation>
    </message>
    <message>
        <source>%1; %2 measured by the search</source>
        <translation>%1; %2 von der Suche gemessen</translation>
    </message>
    <message>
        <source>Best: %1. Predicted: %2. On %3 samples that the search never saw: %4.</source>
        <translation>Bestes: %1. Vorhergesagt: %2. Auf %3 Proben, die die Suche nie gesehen hat: %4.</translation>
    </message>
    <message>
        <source>Best: %1; predicted %2, exact %3</source>
        <translation>Bestes: %1; vorhergesagt %2, genau %3</translation>
    </message>
    <message>
        <source>Best: %1</source>
        <translation>Bestes: %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>knapsack</source>
        <translation>Rucksack</translation>
    </message>
    <message>
        <source>greedy</source>
        <translation>gierig</translation>
    </message>
    <message>
        <source>quadratic</source>
        <translation>quadratisch</translation>
    </message>
    <message>
        <source>QGAN&apos;s order</source>
        <translation>Reihenfolge von QGAN</translation>
    </message>
    <message>
        <source>%1 at %2 bits</source>
        <translation>%1 mit %2 Bit</translation>
    </message>
    <message>
        <source>%1 That is %2, predicted %3.</source>
        <translation>%1 Das sind %2, vorhergesagt %3.</translation>
    </message>
    <message>
        <source>Best so far: %1; predicted %2</source>
        <translation>Bisher bestes: %1; vorhergesagt %2</translation>
    </message>
    <message>
        <source>Best so far: %1</source>
        <translation>Bisher bestes: %1</translation>
    </message>
    <message>
        <source>The bound is met on the unseen samples, too.</source>
        <translation>Die Schranke ist auch auf den ungesehenen Proben eingehalten.</translation>
    </message>
    <message>
        <source>No other choice has a smaller sum of the layers&apos; errors.</source>
        <translation>Keine andere Wahl hat eine kleinere Summe der Fehler der Schichten.</translation>
    </message>
    <message>
        <source>The time was up; a longer search may find a better one.</source>
        <translation>Die Zeit war um; eine längere Suche findet vielleicht ein besseres.</translation>
    </message>
    <message>
        <source>%1, %2; bits %3 by %4; %5 samples for each layer, %6 for each point, seed %7</source>
        <translation>%1, %2; Bits %3 mit %4; %5 Proben für jede Schicht, %6 für jeden Punkt, Seed %7</translation>
    </message>
    <message>
        <source>; target: %1</source>
        <translation>; Zielgerät: %1</translation>
    </message>
    <message>
        <source>Named samples are the same in every repeat; leave the repeats out.</source>
        <translation>Benannte Proben sind in jeder Wiederholung dieselben; lassen Sie die Wiederholungen weg.</translation>
    </message>
    <message>
        <source>Named samples and regions of pictures are compared by sqnr, psnr or ssim; choose one of them.</source>
        <translation>Benannte Proben und Teile von Bildern werden mit sqnr, psnr oder ssim verglichen; wählen Sie eines davon.</translation>
    </message>
    <message>
        <source>A sketch predicts whole pictures of random latents; leave it out for named samples and regions.</source>
        <translation>Eine Skizze sagt ganze Bilder zufälliger Latents voraus; lassen Sie sie bei benannten Proben und Teilen weg.</translation>
    </message>
    <message>
        <source>The region %1 does not lie within pictures of %2x%3 pixels; choose another one.</source>
        <translation>Der Teil %1 liegt nicht in Bildern von %2x%3 Pixeln; wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>one layer %1</source>
        <translation>eine Schicht %1</translation>
    </message>
    <message>
        <source>Find what harms a part…</source>
        <translation>Finden, was einem Teil schadet…</translation>
    </message>
    <message>
        <source>Choose a part of the current picture, and see which layers, returned to float, repair it</source>
        <translation>Einen Teil des aktuellen Bildes wählen und sehen, welche Schichten ihn reparieren, wenn sie zu Float zurückkehren</translation>
    </message>
    <message>
        <source>&apos;%1&apos; allows no bits; write PATTERN=BITS, bit-widths from 1 to 16 or float with commas between them.</source>
        <translation>„%1“ erlaubt keine Bits; schreiben Sie MUSTER=BITS, Bitbreiten von 1 bis 16 oder float mit Kommas dazwischen.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; matches no layer; write the name of one, or a pattern.</source>
        <translation>„%1“ trifft keine Schicht; schreiben Sie den Namen einer Schicht oder ein Muster.</translation>
    </message>
    <message>
        <source>%1 pixels of sample %2</source>
        <translation>%1 Pixel von Probe %2</translation>
    </message>
    <message>
        <source>%1, sample %2</source>
        <translation>%1, Probe %2</translation>
    </message>
    <message>
        <source>Without training, 4-bit weights and 8-bit activations keep the quality of float.</source>
        <translation>Ohne Training behalten Gewichte mit 4 und Aktivierungen mit 8 Bits die Qualität von Float.</translation>
    </message>
    <message>
        <source>By %1 it cannot be told: the noise is larger than that.</source>
        <translation>Nach %1 lässt es sich nicht sagen: Das Rauschen ist größer.</translation>
    </message>
    <message>
        <source>noise hides %1 of them</source>
        <translation>das Rauschen verdeckt %1 davon</translation>
    </message>
    <message>
        <source>methods minmax mse extremes em kmeans log tanh ternary ternary-exact binary pow2, granularities tensor channel group16 group32 group64 group128, flags sym asym narrow full</source>
        <translation>die Methoden minmax mse extremes em kmeans log tanh ternary ternary-exact binary pow2, die Granularitäten tensor channel group16 group32 group64 group128 und die Angaben sym asym narrow full</translation>
    </message>
    <message>
        <source>extremes</source>
        <translation>Extreme</translation>
    </message>
    <message>
        <source>Equal steps from the least weight to the greatest, both of them levels: where EM begins, and the min-max that QGAN compares with (Wang et al., arXiv 1901.08263), in its usual form.</source>
        <translation>Gleiche Schritte vom kleinsten bis zum größten Gewicht, beide selbst Stufen: womit EM beginnt, und das Min-Max, mit dem QGAN vergleicht (Wang et al., arXiv 1901.08263), in seiner üblichen Form.</translation>
    </message>
    <message>
        <source>an unknown origin &apos;%1&apos;</source>
        <translation>eine unbekannte Herkunft „%1“</translation>
    </message>
    <message>
        <source>results that are no list of at most %1</source>
        <translation>Ergebnisse, die keine Liste von höchstens %1 sind</translation>
    </message>
    <message>
        <source>a result without the name of its metric</source>
        <translation>ein Ergebnis ohne den Namen seines Maßes</translation>
    </message>
    <message>
        <source>a result %1 without a value</source>
        <translation>ein Ergebnis %1 ohne Wert</translation>
    </message>
    <message>
        <source>a result %1 whose &quot;%2&quot; is no number</source>
        <translation>ein Ergebnis %1, dessen „%2“ keine Zahl ist</translation>
    </message>
    <message>
        <source>a result %1 whose &quot;%2&quot; is no whole number from 0 on</source>
        <translation>ein Ergebnis %1, dessen „%2“ keine ganze Zahl ab 0 ist</translation>
    </message>
    <message>
        <source>a result %1 whose &quot;%2&quot; is no text</source>
        <translation>ein Ergebnis %1, dessen „%2“ kein Text ist</translation>
    </message>
    <message>
        <source>a result %1 whose &quot;interval&quot; is no two numbers in order</source>
        <translation>ein Ergebnis %1, dessen „interval“ nicht aus zwei Zahlen in ihrer Reihenfolge besteht</translation>
    </message>
    <message>
        <source>a provenance that is no object</source>
        <translation>eine Entstehung, die kein Objekt ist</translation>
    </message>
    <message>
        <source>a provenance whose &quot;%1&quot; is no text</source>
        <translation>eine Entstehung, deren „%1“ kein Text ist</translation>
    </message>
    <message>
        <source>a provenance whose &quot;%1&quot; is no plain text</source>
        <translation>eine Entstehung, deren „%1“ kein einfacher Text ist</translation>
    </message>
    <message>
        <source>a provenance whose &quot;%1&quot; is longer than %2 bytes</source>
        <translation>eine Entstehung, deren „%1“ länger als %2 Bytes ist</translation>
    </message>
    <message>
        <source>a provenance whose &quot;%1&quot; is no time such as 2025-01-31T09:30:00Z</source>
        <translation>eine Entstehung, deren „%1“ keine Zeit wie 2025-01-31T09:30:00Z ist</translation>
    </message>
    <message>
        <source>a provenance whose &quot;%1&quot; is no SHA-256</source>
        <translation>eine Entstehung, deren „%1“ kein SHA-256 ist</translation>
    </message>
    <message>
        <source>Nothing that was measured until the time was up meets the bound; the nearest one has %1 %2.</source>
        <translation>Nichts, was bis zum Ablauf der Zeit gemessen wurde, hält die Schranke ein; das Nächste hat %1 %2.</translation>
    </message>
    <message>
        <source>The target %1 does not support the settings of locked layers: %2; give them others, or unlock them.</source>
        <translation>Das Zielgerät %1 unterstützt die Einstellungen gesperrter Schichten nicht: %2; ihnen andere geben oder sie entsperren.</translation>
    </message>
    <message>
        <source>%1 was written by an older version of Quantloupe, which alone can read it; choose another file.</source>
        <translation>%1 wurde von einer älteren Version von Quantloupe geschrieben, die allein sie lesen kann; wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>The time was up before the whole front was found.</source>
        <translation>Die Zeit war um, bevor die ganze Front gefunden war.</translation>
    </message>
    <message>
        <source>float activation of %1</source>
        <translation>Float-Aktivierung von %1</translation>
    </message>
    <message>
        <source>%1 samples need as many input pictures, but %2 are given; measure fewer samples.</source>
        <translation>%1 Proben brauchen ebenso viele Eingabebilder, aber gegeben sind %2; messen Sie weniger Proben.</translation>
    </message>
    <message>
        <source>The reference float needs inputs that are not measured, and there are none beside the given pictures; give pictures as the reference.</source>
        <translation>Die Referenz Float braucht Eingaben, die nicht gemessen werden, und neben den gegebenen Bildern gibt es keine; geben Sie Bilder als Referenz an.</translation>
    </message>
    <message>
        <source>The export would give the name &apos;%1&apos; to the weight and to the input of %2; name both in a map of ONNX names.</source>
        <translation>Der Export gäbe dem Gewicht und der Eingabe von %2 denselben Namen &apos;%1&apos;; benennen Sie beide in einer Zuordnung von ONNX-Namen.</translation>
    </message>
    <message>
        <source>The export would give the name &apos;%1&apos; to parts of %2 and %3; name node, weight and input of both in a map of ONNX names.</source>
        <translation>Der Export gäbe Teilen von %2 und %3 denselben Namen &apos;%1&apos;; benennen Sie Knoten, Gewicht und Eingabe beider in einer Zuordnung von ONNX-Namen.</translation>
    </message>
    <message>
        <source>The paper&apos;s: 8- and 4-bit weights with 8-bit activations. Ours: the quantizers (weights per channel with MSE clip, activations by percentile), 8 bits in the first and the last layer, and the rules for layers of style-based generators.</source>
        <translation>Von der Arbeit: Gewichte mit 8 und 4 Bits bei Aktivierungen mit 8 Bits. Von uns: die Quantisierer (Gewichte je Kanal mit MSE-Beschnitt, Aktivierungen nach Perzentil), 8 Bits in der ersten und der letzten Schicht und die Regeln für Schichten stilbasierter Generatoren.</translation>
    </message>
    <message>
        <source>The inputs are drawn by the seed and are no pictures, so that no claim is judged; give the network pictures of its own kind.</source>
        <translation>Die Eingaben sind durch den Seed gezeichnet und keine Bilder, sodass keine Behauptung beurteilt wird; geben Sie dem Netz Bilder seiner Art.</translation>
    </message>
    <message>
        <source>A multi-precision search finds the bits that generator and discriminator need for a wanted quality.</source>
        <translation>Eine Suche über mehrere Genauigkeiten findet die Bits, die Generator und Diskriminator für eine gewünschte Qualität brauchen.</translation>
    </message>
    <message>
        <source>Float has no distance to the reference.</source>
        <translation>Float hat keinen Abstand zur Referenz.</translation>
    </message>
    <message>
        <source>up to %1 more in %2 counts as float quality</source>
        <translation>bis zu %1 mehr in %2 gilt als Qualität von Float</translation>
    </message>
    <message>
        <source>The bound is %1 % of what float&apos;s distance lies above the floor.</source>
        <translation>Die Grenze ist %1 % dessen, was der Abstand von Float über dem Boden liegt.</translation>
    </message>
    <message>
        <source>The inputs were drawn, not pictures.</source>
        <translation>Die Eingaben waren gezeichnet, keine Bilder.</translation>
    </message>
    <message>
        <source>By %1 it cannot be told: float is no farther than the floor.</source>
        <translation>Nach %1 lässt es sich nicht sagen: Float ist nicht weiter entfernt als der Boden.</translation>
    </message>
    <message>
        <source>By %1 it cannot be told: there are too few samples for its features.</source>
        <translation>Nach %1 lässt es sich nicht sagen: Für seine Merkmale sind es zu wenige Proben.</translation>
    </message>
    <message>
        <source>By %1 it cannot be told: it has no floor.</source>
        <translation>Nach %1 lässt es sich nicht sagen: Es gibt keinen Boden.</translation>
    </message>
    <message>
        <source>Spearman&apos;s rank correlation with the rise is %1 over %2 layers, of which %3 are apart by more than noise (it takes %4), and an order as good comes up by accident in %5 % of cases</source>
        <translation>Spearmans Rangkorrelation mit dem Anstieg ist %1 über %2 Schichten, von denen %3 um mehr als das Rauschen auseinanderliegen (nötig sind %4), und eine so gute Ordnung kommt in %5 % der Fälle durch Zufall heraus</translation>
    </message>
    <message>
        <source>no rank correlation over %1 layers</source>
        <translation>keine Rangkorrelation über %1 Schichten</translation>
    </message>
    <message>
        <source>No configuration of the front meets the bound; the nearest one has %1 %2.</source>
        <translation>Keine Konfiguration der Front hält die Schranke ein; die nächste hat %1 %2.</translation>
    </message>
    <message>
        <source>%1 names no layer; give %2 for all of them, or %3=PATTERN for some.</source>
        <translation>%1 nennt keine Schicht; geben Sie %2 für alle an oder %3=MUSTER für einige.</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>ohne %1</translation>
    </message>
    <message>
        <source>SQNR of the output in dB, each added to those before it: %1.</source>
        <translation>SQNR der Ausgabe in dB, jede zu denen davor hinzugefügt: %1.</translation>
    </message>
    <message>
        <source>SQNR of the layer&apos;s output: %1 dB without corrections, %2 dB with all together.</source>
        <translation>SQNR der Ausgabe der Schicht: %1 dB ohne Korrekturen, %2 dB mit allen zusammen.</translation>
    </message>
    <message>
        <source>AdaRound by itself: the error that rounding this weight makes goes from %1 % of the layer&apos;s squared output to %2 %.</source>
        <translation>AdaRound für sich: Der Fehler durch das Runden dieses Gewichts geht von %1 % der quadrierten Ausgabe der Schicht auf %2 %.</translation>
    </message>
    <message>
        <source>Of %1 held-out inputs, which are drawn and no pictures, %2 are clipped.</source>
        <translation>Von %1 zurückgehaltenen Eingaben, die gezeichnet und keine Bilder sind, werden %2 abgeschnitten.</translation>
    </message>
    <message>
        <source>; inputs: drawn, not pictures; input range %1, output range %2</source>
        <translation>; Eingaben: gezeichnet, keine Bilder; Eingabebereich %1, Ausgabebereich %2</translation>
    </message>
    <message>
        <source>; inputs: your pictures; input range %1, output range %2</source>
        <translation>; Eingaben: Ihre Bilder; Eingabebereich %1, Ausgabebereich %2</translation>
    </message>
    <message>
        <source>The window cannot set %1 as this run has it; copy the command instead</source>
        <translation>Das Fenster kann %1 nicht so einstellen, wie dieser Lauf es hat; kopieren Sie stattdessen den Befehl</translation>
    </message>
    <message>
        <source>The window has no page for %1; copy the command instead</source>
        <translation>Das Fenster hat keine Seite für %1; kopieren Sie stattdessen den Befehl</translation>
    </message>
    <message>
        <source>Nothing says all that this run was asked, such as pictures of your own</source>
        <translation>Nichts sagt alles, was dieser Lauf gefragt wurde, etwa eigene Bilder</translation>
    </message>
    <message>
        <source>No generator is open; open that of the run, or copy the command</source>
        <translation>Es ist kein Generator offen; öffnen Sie den des Laufs, oder kopieren Sie den Befehl</translation>
    </message>
    <message>
        <source>The run is of %1; open that generator, or copy the command</source>
        <translation>Der Lauf gehört zu %1; öffnen Sie diesen Generator, oder kopieren Sie den Befehl</translation>
    </message>
    <message>
        <source>The window feeds pictures of your own, which the run did not; copy the command instead</source>
        <translation>Das Fenster gibt eigene Bilder ein, was der Lauf nicht tat; kopieren Sie stattdessen den Befehl</translation>
    </message>
    <message>
        <source>The run read the generator with other choices than this window; copy the command instead</source>
        <translation>Der Lauf las den Generator mit anderen Vorgaben als dieses Fenster; kopieren Sie stattdessen den Befehl</translation>
    </message>
    <message>
        <source>The run reads a configuration file, which may have changed; copy the command instead</source>
        <translation>Der Lauf liest eine Konfigurationsdatei, die sich geändert haben kann; kopieren Sie stattdessen den Befehl</translation>
    </message>
    <message>
        <source>the number that the sweep measured with %1</source>
        <translation>die Zahl, die der Durchlauf mit %1 gemessen hat</translation>
    </message>
    <message>
        <source>The sweep whose values are shown is no run of a run store, by which a command could name it; find sensitivities again while a store keeps new runs, or choose the SQNR of the weights.</source>
        <translation>Der Durchlauf, dessen Werte gezeigt werden, ist kein Lauf eines Lauf-Speichers, mit dem ein Befehl ihn nennen könnte; messen Sie die Empfindlichkeiten erneut, während ein Speicher neue Läufe aufbewahrt, oder wählen Sie das SQNR der Gewichte.</translation>
    </message>
    <message>
        <source>%1 and %2, derived from the module&apos;s path</source>
        <translation>%1 und %2, aus dem Pfad des Moduls abgeleitet</translation>
    </message>
    <message>
        <source>%1, derived from the module&apos;s path</source>
        <translation>%1, aus dem Pfad des Moduls abgeleitet</translation>
    </message>
    <message>
        <source>Batch-norm re-estimation has no effect here: no batch norm with stored statistics is behind the layer.</source>
        <translation>Die Batch-Norm-Neuschätzung wirkt hier nicht: Hinter der Schicht liegt keine Batch-Norm mit gespeicherten Statistiken.</translation>
    </message>
    <message>
        <source>Bias correction has no effect here: the channels of the layer&apos;s output cannot be told apart.</source>
        <translation>Die Bias-Korrektur wirkt hier nicht: Die Kanäle der Ausgabe der Schicht lassen sich nicht auseinanderhalten.</translation>
    </message>
    <message>
        <source>%1, measured by the search on %2 samples</source>
        <translation>%1, von der Suche auf %2 Proben gemessen</translation>
    </message>
    <message>
        <source>the nearest of the search</source>
        <translation>das Nächste der Suche</translation>
    </message>
    <message>
        <source>%1, measured by the search on %2 samples: %3.</source>
        <translation>%1, von der Suche auf %2 Proben gemessen: %3.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1 is a packed generator, exported to be deployed; open the generator it was made from, and take this file as its configuration.</source>
        <translation>%1 ist ein gepackter Generator, exportiert für den Einsatz; öffnen Sie den Generator, aus dem er gemacht wurde, und nehmen Sie diese Datei als seine Konfiguration.</translation>
    </message>
    <message>
        <source>%1, the range of its input</source>
        <translation>%1, der Bereich ihres Eingangs</translation>
    </message>
    <message>
        <source>min-max range of its output, which torch&apos;s own calibration finds</source>
        <translation>Bereich ihres Ausgangs von Minimum bis Maximum, den die Kalibrierung von torch selbst findet</translation>
    </message>
    <message>
        <source>Measured, the knapsack&apos;s choice errs less than that of the quadratic strategy, and is the answer.</source>
        <translation>Gemessen macht die Wahl des Rucksacks weniger Fehler als die der quadratischen Strategie und ist die Antwort.</translation>
    </message>
    <message>
        <source>The target %1 computes with activations of %2 bits, but that of %3 is float; quantize activations first (--set &apos;*=a%4&apos; on the command line), or choose another target.</source>
        <translation>Das Zielgerät %1 rechnet mit Aktivierungen von %2 Bits, aber die von %3 ist Float; zuerst Aktivierungen quantisieren (--set &apos;*=a%4&apos; auf der Befehlszeile) oder ein anderes Zielgerät wählen.</translation>
    </message>
    <message>
        <source>The target %1 takes none of the chosen methods for %2; choose from those that it takes (--method %3).</source>
        <translation>Das Zielgerät %1 nimmt für %2 keines der gewählten Verfahren; eines von denen wählen, die es nimmt (--method %3).</translation>
    </message>
    <message>
        <source>The target %1 takes no scale for each %2 of %3; choose one of --granularity %4.</source>
        <translation>Das Zielgerät %1 nimmt keine Skale je %2 von %3; eine von --granularity %4 wählen.</translation>
    </message>
    <message>
        <source>A sketch predicts the SQNR of the output; choose the metric sqnr or leave the sketch out.</source>
        <translation>Eine Skizze sagt das SQNR der Ausgabe voraus; wählen Sie die Metrik sqnr, oder lassen Sie die Skizze weg.</translation>
    </message>
    <message>
        <source>Fewer than %1 samples give values without intervals, so that no ranks are told apart; measure more samples, or two repeats or more.</source>
        <translation>Weniger als %1 Proben ergeben Werte ohne Intervalle, sodass keine Ränge zu unterscheiden sind; messen Sie mehr Proben, oder zwei Wiederholungen oder mehr.</translation>
    </message>
    <message>
        <source>Values by %1 have no intervals within one repeat, so that no ranks are told apart; measure two repeats or more.</source>
        <translation>Werte nach %1 haben innerhalb einer Wiederholung keine Intervalle, sodass keine Ränge zu unterscheiden sind; messen Sie zwei Wiederholungen oder mehr.</translation>
    </message>
    <message>
        <source>Values by %1 of %2 samples each: %3.</source>
        <translation>Werte nach %1 an je %2 Proben: %3.</translation>
    </message>
    <message>
        <source>AdaRound has no effect here: it rounds weights of the uniform methods (min-max, MSE clip, power of two), which take 2 bits or more, of two-dimensional convolutions and linear layers that use their weight once and unchanged.</source>
        <translation>AdaRound wirkt hier nicht: Es rundet Gewichte der gleichmäßigen Verfahren (Min-Max, MSE-Clip, Zweierpotenz), die 2 Bits oder mehr nehmen, von zweidimensionalen Faltungen und linearen Schichten, die ihr Gewicht einmal und unverändert benutzen.</translation>
    </message>
    <message>
        <source>; no interval</source>
        <translation>; ohne Intervall</translation>
    </message>
    <message>
        <source>ONNX name of the input, which cannot be derived</source>
        <translation>ONNX-Name der Eingabe, der sich nicht ableiten lässt</translation>
    </message>
    <message>
        <source>%1, which the exporter may call otherwise; give its name in a map (--names)</source>
        <translation>%1, was der Exporter anders nennen kann; geben Sie den Namen in einer Zuordnung an (--names)</translation>
    </message>
    <message>
        <source>%1, which is in no file of torch&apos;s exporter; give its name in a map (--names)</source>
        <translation>%1, was in keiner Datei des Exports von torch steht; geben Sie den Namen in einer Zuordnung an (--names)</translation>
    </message>
    <message>
        <source>The script that reads the export would be called %1, too; give the export another ending, such as %2.</source>
        <translation>Das Skript, das den Export liest, hieße auch %1; geben Sie dem Export eine andere Endung, etwa %2.</translation>
    </message>
    <message>
        <source>Python would take %1 for the module %2, which the export needs; give the export another name, such as %3-bits%4.</source>
        <translation>Python hielte %1 für das Modul %2, das der Export braucht; geben Sie dem Export einen anderen Namen, etwa %3-bits%4.</translation>
    </message>
    <message>
        <source>The rules keep every layer at 8 bits, so that W4A8 is measured in every layer.</source>
        <translation>Die Regeln lassen jeder Schicht 8 Bits, sodass W4A8 in jeder Schicht gemessen wird.</translation>
    </message>
    <message>
        <source>No layer is left for 4 bits.</source>
        <translation>Für 4 Bits bleibt keine Schicht.</translation>
    </message>
    <message>
        <source>W4A8 in every layer, since the rules leave no layer at 4 bits</source>
        <translation>W4A8 in jeder Schicht, da die Regeln keiner Schicht 4 Bits lassen</translation>
    </message>
    <message>
        <source>%1 is no run store, or its first page is damaged; choose another file, or save what is intact by `quantloupe-cli runs recover`.</source>
        <translation>%1 ist kein Lauf-Speicher, oder seine erste Seite ist beschädigt; wählen Sie eine andere Datei, oder retten Sie mit `quantloupe-cli runs recover`, was unversehrt ist.</translation>
    </message>
    <message>
        <source>No value in %1 of %2 cells: %3.</source>
        <translation>Kein Wert in %1 von %2 Zellen: %3.</translation>
    </message>
    <message>
        <source>A sketch tells nothing of quantized activations, and each of these cells has one.</source>
        <translation>Eine Skizze sagt nichts über quantisierte Aktivierungen, und jede dieser Zellen hat eine.</translation>
    </message>
    <message>
        <source>Weights take 1 to 16 bits, or 32 for float, not %1.</source>
        <translation>Gewichte haben 1 bis 16 Bits oder 32 für Float, nicht %1.</translation>
    </message>
    <message>
        <source>Activations take 2 to 16 bits, or 32 for float, not %1.</source>
        <translation>Aktivierungen haben 2 bis 16 Bits oder 32 für Float, nicht %1.</translation>
    </message>
    <message>
        <source>The float network on 1 calibration sample.</source>
        <translation>Das Float-Netz auf 1 Kalibrierungsprobe.</translation>
    </message>
    <message>
        <source>The float network on the one preview sample.</source>
        <translation>Das Float-Netz auf der einen Vorschauprobe.</translation>
    </message>
    <message>
        <source>Weights take 1 to 16 bits or float, not %1.</source>
        <translation>Gewichte haben 1 bis 16 Bits oder Float, nicht %1.</translation>
    </message>
    <message>
        <source>Activations take 2 to 16 bits or float, not %1.</source>
        <translation>Aktivierungen haben 2 bis 16 Bits oder Float, nicht %1.</translation>
    </message>
    <message>
        <source>No batch norm is folded here: that takes one with values of its own directly behind the layer and nothing else there, a weight of 3 bits or more that is used once, and levels that do not suffer from it (those of min-max, MSE clip, EM and k-means with a scale for each channel do not, except over the full range).</source>
        <translation>Hier wird keine Batch-Norm gefaltet: Dazu gehört eine mit eigenen Werten unmittelbar hinter der Schicht und nichts anderes dort, ein Gewicht mit 3 Bits oder mehr, das einmal benutzt wird, und Stufen, die nicht darunter leiden (die von Min-Max, MSE-Schnitt, EM und k-Means mit einer Skala je Kanal tun es nicht, außer über den vollen Bereich).</translation>
    </message>
</context>
<context>
    <name>quantloupe::AssumptionEditor</name>
    <message>
        <source>Latent drawn from</source>
        <translation>Verteilung der Latents</translation>
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
    <name>quantloupe::CalibrationForm</name>
    <message>
        <source>Calibration samples</source>
        <translation>Proben der Kalibrierung</translation>
    </message>
    <message>
        <source>Samples that activation ranges are made from; of a network that takes pictures at most 16.</source>
        <translation>Proben, aus denen Aktivierungsbereiche bestimmt werden; bei einem Netz, das Bilder nimmt, höchstens 16.</translation>
    </message>
    <message>
        <source>Samples that activation ranges are made from.</source>
        <translation>Proben, aus denen Aktivierungsbereiche bestimmt werden.</translation>
    </message>
    <message>
        <source>Calibration seed</source>
        <translation>Seed der Kalibrierung</translation>
    </message>
    <message>
        <source>Seed of those samples. They are others than those shown, even of the same seed.</source>
        <translation>Seed dieser Proben. Es sind andere als die gezeigten, auch bei demselben Seed.</translation>
    </message>
    <message>
        <source>Calibration inputs</source>
        <translation>Eingaben der Kalibrierung</translation>
    </message>
    <message>
        <source>your pictures</source>
        <translation>eigene Bilder</translation>
    </message>
    <message>
        <source>drawn pictures</source>
        <translation>gezeichnete Bilder</translation>
    </message>
    <message>
        <source>both</source>
        <translation>beide</translation>
    </message>
    <message>
        <source>What the network is calibrated on. Without pictures of your own, drawn ones serve in any case.</source>
        <translation>Worauf das Netz kalibriert wird. Ohne eigene Bilder dienen in jedem Fall gezeichnete.</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Eingaben</translation>
    </message>
    <message numerus="yes">
        <source>Calibration on %n samples</source>
        <translation>
            <numerusform>Kalibrierung auf %n Probe</numerusform>
            <numerusform>Kalibrierung auf %n Proben</numerusform>
        </translation>
    </message>
    <message>
        <source>Calibration seed %1</source>
        <translation>Seed der Kalibrierung %1</translation>
    </message>
    <message>
        <source>Calibration on %1</source>
        <translation>Kalibrierung: %1</translation>
    </message>
</context>
<context>
    <name>quantloupe::CellPreview</name>
    <message>
        <source>Drawing a cell</source>
        <translation>Eine Zelle wird gezeichnet</translation>
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
    <message>
        <source>Drawing was cancelled.</source>
        <translation>Das Zeichnen wurde abgebrochen.</translation>
    </message>
    <message>
        <source>A path needs two latents; show two samples or pin two.</source>
        <translation>Ein Pfad braucht zwei latente Vektoren; zwei Proben zeigen oder zwei anheften.</translation>
    </message>
    <message>
        <source>The present configuration is kept already, as %1. Change a setting first, then keep that one beside it.</source>
        <translation>Die jetzige Konfiguration wird schon behalten, als %1. Erst eine Einstellung ändern, dann die neue daneben behalten.</translation>
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
    <name>quantloupe::CorrectionField</name>
    <message>
        <source>Corrections of the selected layers and the generator</source>
        <translation>Korrekturen der ausgewählten Schichten und des Generators</translation>
    </message>
    <message>
        <source>Corrections of the selected layers</source>
        <translation>Korrekturen der ausgewählten Schichten</translation>
    </message>
    <message>
        <source>Corrections of the whole generator</source>
        <translation>Korrekturen des ganzen Generators</translation>
    </message>
    <message numerus="yes">
        <source>%n corrections</source>
        <translation>
            <numerusform>%n Korrektur</numerusform>
            <numerusform>%n Korrekturen</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <comment>corrections</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>What mends the quantized layers without training, made from the samples of the calibration</source>
        <translation>Was die quantisierten Schichten ohne Training richtet, gemacht aus den Proben der Kalibrierung</translation>
    </message>
    <message>
        <source>other layers: %1</source>
        <translation>andere Schichten: %1</translation>
    </message>
    <message>
        <source>Without corrections and with all together, by the SQNR of the output on %1 samples.</source>
        <translation>Ohne Korrekturen und mit allen zusammen, nach dem SQNR der Ausgabe an %1 Proben.</translation>
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
    <name>quantloupe::DifferencePage</name>
    <message>
        <source>First configuration</source>
        <translation>Erste Konfiguration</translation>
    </message>
    <message>
        <source>Second configuration</source>
        <translation>Zweite Konfiguration</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>Alle Schichten</translation>
    </message>
    <message>
        <source>Layers that are the same, too</source>
        <translation>Auch Schichten, die gleich sind</translation>
    </message>
    <message>
        <source>Layers that differ</source>
        <translation>Schichten, die sich unterscheiden</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>No generator is open</source>
        <translation>Kein Generator ist geöffnet</translation>
    </message>
    <message>
        <source>What differs between two of its configurations is shown here.</source>
        <translation>Hier steht, worin sich zwei seiner Konfigurationen unterscheiden.</translation>
    </message>
    <message>
        <source>What differs?</source>
        <translation>Worin liegt der Unterschied?</translation>
    </message>
    <message>
        <source>Keep a configuration beside the one you edit, and this tab shows layer by layer what differs.</source>
        <translation>Behalten Sie eine Konfiguration neben der, die Sie bearbeiten, und dieser Reiter zeigt Schicht für Schicht, was sich unterscheidet.</translation>
    </message>
    <message>
        <source>%1 of %2 layers differ; %3 → %4, %5 → %6 bits on average</source>
        <translation>%1 von %2 Schichten unterscheiden sich; %3 → %4, %5 → %6 Bit im Mittel</translation>
    </message>
</context>
<context>
    <name>quantloupe::DifferenceTableModel</name>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erste</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Zweite</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Corrections that differ</source>
        <translation>Korrekturen, die sich unterscheiden</translation>
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
    <name>quantloupe::ExportController</name>
    <message>
        <source>Looking what an export loses</source>
        <translation>Nachsehen, was ein Export verliert</translation>
    </message>
</context>
<context>
    <name>quantloupe::ExportDialog</name>
    <message>
        <source>Export the configuration</source>
        <translation>Die Konfiguration exportieren</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>What the format cannot say</source>
        <translation>Was das Format nicht sagen kann</translation>
    </message>
    <message>
        <source>What is lost is told here once a generator is open.</source>
        <translation>Was verloren geht, steht hier, sobald ein Generator offen ist.</translation>
    </message>
    <message>
        <source>What is lost could not be found out. %1</source>
        <translation>Was verloren geht, war nicht herauszufinden. %1</translation>
    </message>
    <message>
        <source>Looking what is lost…</source>
        <translation>Es wird nachgesehen, was verloren geht…</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>What stands over the graph: the SQNR of each weight, or what the tab Sensitivity has measured of each layer alone, at the bits it has now.</source>
        <translation>Was auf dem Graphen steht: das SQNR jedes Gewichts oder was der Reiter Empfindlichkeit an jeder Schicht einzeln gemessen hat, bei den Bits, die sie jetzt hat.</translation>
    </message>
    <message>
        <source>SQNR of the weights</source>
        <translation>SQNR der Gewichte</translation>
    </message>
    <message>
        <source>&amp;Values</source>
        <translation>&amp;Werte</translation>
    </message>
    <message>
        <source>Sensitivity: %1 of the sweep shown</source>
        <translation>Empfindlichkeit: %1 des gezeigten Durchlaufs</translation>
    </message>
    <message>
        <source>The sweep has no value at the bits of the configuration: the file shows none. %1</source>
        <translation>Der Durchlauf hat keinen Wert bei den Bits der Konfiguration: Die Datei zeigt keinen. %1</translation>
    </message>
</context>
<context>
    <name>quantloupe::ExportLossModel</name>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>What it cannot say</source>
        <translation>Was es nicht sagen kann</translation>
    </message>
    <message>
        <source>Written instead</source>
        <translation>Stattdessen geschrieben</translation>
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
    <message>
        <source>No feature maps are shown</source>
        <translation>Es sind keine Merkmalskarten zu sehen</translation>
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
    <name>quantloupe::HeatMapPlot</name>
    <message>
        <source>Arrow keys read values, Enter or a click acts; a right click or Shift+F10 exports the plot</source>
        <translation>Pfeiltasten lesen Werte, Enter oder ein Klick wendet sie an; ein Rechtsklick oder Umschalt+F10 exportiert das Diagramm</translation>
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
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
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
        <translation>Fehler</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>Kanal</translation>
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
    <message>
        <source>%1, with %2</source>
        <translation>%1, mit %2</translation>
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
    <name>quantloupe::LedgerPage</name>
    <message>
        <source>What bought what</source>
        <translation>Was was gebracht hat</translation>
    </message>
    <message>
        <source>Edits: %1; bytes saved: %2</source>
        <translation>Änderungen: %1; gesparte Bytes: %2</translation>
    </message>
    <message>
        <source>%1; SQNR over %2 pictures</source>
        <translation>%1; SQNR über %2 Bilder</translation>
    </message>
    <message>
        <source>No generator is open</source>
        <translation>Kein Generator ist geöffnet</translation>
    </message>
    <message>
        <source>What each edit saves and costs is listed here.</source>
        <translation>Hier steht, was jede Änderung spart und kostet.</translation>
    </message>
    <message>
        <source>What bought what?</source>
        <translation>Was hat was gebracht?</translation>
    </message>
    <message>
        <source>Edits that change settings are listed here, with the bytes that each saves and the quality that it costs.</source>
        <translation>Hier stehen Änderungen, die Einstellungen ändern, mit den Bytes, die jede spart, und der Güte, die sie kostet.</translation>
    </message>
</context>
<context>
    <name>quantloupe::LedgerTableModel</name>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>float</source>
        <translation>Float</translation>
    </message>
    <message>
        <source>The model grew by this edit.</source>
        <translation>Durch diese Änderung wurde das Modell größer.</translation>
    </message>
    <message>
        <source>These pictures were not drawn with the configuration then; undo and redo draw them.</source>
        <translation>Diese Bilder wurden mit der damaligen Konfiguration nicht gezeichnet; Rückgängig und Wiederholen zeichnen sie.</translation>
    </message>
    <message>
        <source>Measure the configuration before and after the edit, on the same samples.</source>
        <translation>Messen Sie die Konfiguration vor und nach der Änderung, auf denselben Proben.</translation>
    </message>
    <message>
        <source>Of the output, mean over the pictures that Compare averages</source>
        <translation>Der Ausgabe, Mittel über die Bilder, über die der Vergleich mittelt</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Bytes saved</source>
        <translation>Gesparte Bytes</translation>
    </message>
    <message>
        <source>Size after</source>
        <translation>Größe danach</translation>
    </message>
    <message>
        <source>SQNR, dB</source>
        <translation>SQNR, dB</translation>
    </message>
    <message>
        <source>Measured metric</source>
        <translation>Gemessene Metrik</translation>
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
    <message>
        <source>Papers</source>
        <translation>Arbeiten</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Empfindlichkeit</translation>
    </message>
    <message>
        <source>Needs a generator, a bit-width, and that no sweep runs</source>
        <translation>Braucht einen Generator, eine Bitbreite und dass kein Durchlauf läuft</translation>
    </message>
    <message>
        <source>Generators (*.pt *.pth *.ckpt *.pkl *.th *.safetensors *.bin);;Pictures and reports with a configuration (*.png *.html);;All files (*)</source>
        <translation>Generatoren (*.pt *.pth *.ckpt *.pkl *.th *.safetensors *.bin);;Bilder und Berichte mit Konfiguration (*.png *.html);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Configurations (*.json *.png *.html);;All files (*)</source>
        <translation>Konfigurationen (*.json *.png *.html);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Bilanz</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Needs a generator, a bit-width, a method, and that no search runs</source>
        <translation>Braucht einen Generator, eine Bitbreite, ein Verfahren und dass keine Suche läuft</translation>
    </message>
    <message>
        <source>Nothing was searched yet</source>
        <translation>Noch wurde nichts gesucht</translation>
    </message>
    <message>
        <source>Needs a search, and room among the kept configurations</source>
        <translation>Braucht eine Suche und Platz bei den behaltenen Konfigurationen</translation>
    </message>
    <message>
        <source>Select layers first</source>
        <translation>Zuerst Schichten auswählen</translation>
    </message>
    <message>
        <source>Run the recipe first</source>
        <translation>Zuerst das Rezept ausführen</translation>
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
    <message>
        <source>Corrections</source>
        <translation>Korrekturen</translation>
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
    <name>quantloupe::OutputDialog</name>
    <message>
        <source>File to write</source>
        <translation>Zu schreibende Datei</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen…</translation>
    </message>
    <message>
        <source>&amp;Copy as command</source>
        <translation>Als &amp;Befehl kopieren</translation>
    </message>
    <message>
        <source>The quantloupe-cli command that writes the same file, for a shell</source>
        <translation>Der Befehl von quantloupe-cli, der dieselbe Datei schreibt, für eine Shell</translation>
    </message>
    <message>
        <source>&amp;Write</source>
        <translation>&amp;Schreiben</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>Da&amp;tei</translation>
    </message>
    <message>
        <source>It was cancelled; nothing is written.</source>
        <translation>Abgebrochen; es ist nichts geschrieben.</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>%1 wird geschrieben</translation>
    </message>
    <message>
        <source>No generator is open; open one first.</source>
        <translation>Kein Generator ist offen; öffnen Sie zuerst einen.</translation>
    </message>
    <message>
        <source>Name a file to write.</source>
        <translation>Nennen Sie eine Datei, die geschrieben werden soll.</translation>
    </message>
    <message>
        <source>That is the generator&apos;s own file; name another one.</source>
        <translation>Das ist die Datei des Generators selbst; nennen Sie eine andere.</translation>
    </message>
    <message>
        <source>%1 is there already and will be replaced.</source>
        <translation>%1 gibt es schon und wird ersetzt.</translation>
    </message>
</context>
<context>
    <name>quantloupe::OutputDialogs</name>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>The configuration in the formats of other programs</source>
        <translation>Die Konfiguration in den Formaten anderer Programme</translation>
    </message>
    <message>
        <source>Repor&amp;t…</source>
        <translation>Be&amp;richt…</translation>
    </message>
    <message>
        <source>Pictures and numbers of the configuration in one file</source>
        <translation>Bilder und Zahlen der Konfiguration in einer Datei</translation>
    </message>
    <message>
        <source>Open a generator first</source>
        <translation>Öffnen Sie zuerst einen Generator</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>There is no command to copy. %1</source>
        <translation>Es gibt keinen Befehl zum Kopieren. %1</translation>
    </message>
</context>
<context>
    <name>quantloupe::PairPopup</name>
    <message>
        <source>float</source>
        <translation>Float</translation>
    </message>
    <message>
        <source>quantized</source>
        <translation>quantisiert</translation>
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
    <message>
        <source>No %1 on %2</source>
        <comment>a correction</comment>
        <translation>Keine %1 bei %2</translation>
    </message>
    <message>
        <source>%1 on all layers</source>
        <translation>%1 bei allen Schichten</translation>
    </message>
    <message>
        <source>No %1 on any layer</source>
        <comment>a correction</comment>
        <translation>%1 bei keiner Schicht</translation>
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
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>%1, scales %2; %3</source>
        <translation>%1, Skalen %2; %3</translation>
    </message>
    <message>
        <source>%1 quantizers</source>
        <translation>%1 Quantisierer</translation>
    </message>
    <message>
        <source>cancelled after %1 of %2 quantizers</source>
        <translation>abgebrochen nach %1 von %2 Quantisierern</translation>
    </message>
    <message>
        <source>%1 of %2 quantizers</source>
        <translation>%1 von %2 Quantisierern</translation>
    </message>
    <message>
        <source>Levels appear with the first quantizers of the layer&apos;s bits.</source>
        <translation>Stufen erscheinen mit den ersten Quantisierern der Bits der Schicht.</translation>
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
    <name>quantloupe::RangeField</name>
    <message>
        <source>Activation range of the selected layers</source>
        <translation>Aktivierungsbereich der ausgewählten Schichten</translation>
    </message>
    <message>
        <source>How calibration chooses the range of quantized activations</source>
        <translation>Wie die Kalibrierung den Bereich quantisierter Aktivierungen wählt</translation>
    </message>
    <message>
        <source> %</source>
        <comment>percent</comment>
        <translation> %</translation>
    </message>
    <message>
        <source>Activation mapping of the selected layers</source>
        <translation>Abbildung der Aktivierungen der ausgewählten Schichten</translation>
    </message>
    <message>
        <source>Whether ranges lie evenly around zero; without negative values, as after a ReLU, they begin at zero either way</source>
        <translation>Ob Bereiche gleich weit um null liegen; ohne negative Werte, etwa nach einer ReLU, beginnen sie ohnehin bei null</translation>
    </message>
    <message>
        <source>Weight of each further sample in the moving average</source>
        <translation>Gewicht jeder weiteren Probe im gleitenden Mittel</translation>
    </message>
    <message>
        <source>Share of the values cut off at each end</source>
        <translation>Anteil der Werte, der an jedem Ende abgeschnitten wird</translation>
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
    <name>quantloupe::RecipeController</name>
    <message>
        <source>Reproducing %1</source>
        <translation>%1 wird nachgestellt</translation>
    </message>
    <message>
        <source>Load %1 of %2</source>
        <translation>%1 von %2 laden</translation>
    </message>
</context>
<context>
    <name>quantloupe::RecipePage</name>
    <message>
        <source>Reproduce %1</source>
        <translation>%1 nachstellen</translation>
    </message>
    <message>
        <source>What the numbers say about the paper&apos;s claims</source>
        <translation>Was die Zahlen über die Behauptungen der Arbeit sagen</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Load configuration</source>
        <translation>Konfiguration laden</translation>
    </message>
    <message>
        <source>The layers get the settings of the selected row (Enter)</source>
        <translation>Die Schichten erhalten die Einstellungen der ausgewählten Zeile (Eingabe)</translation>
    </message>
    <message>
        <source>other pictures of the float generator</source>
        <translation>andere Bilder des Float-Generators</translation>
    </message>
    <message>
        <source>The verdict follows when all configurations are measured.</source>
        <translation>Das Urteil folgt, wenn alle Konfigurationen gemessen sind.</translation>
    </message>
    <message>
        <source>Configurations of the paper on this generator, without training: %1 samples each against %2, as chosen under Metrics.</source>
        <translation>Konfigurationen der Arbeit an diesem Generator, ohne Training: je %1 Proben gegen %2, wie unter Metriken gewählt.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>No generator is open</source>
        <translation>Kein Generator ist geöffnet</translation>
    </message>
    <message>
        <source>The experiments of the papers are run here on the open generator.</source>
        <translation>Hier werden die Experimente der Arbeiten am geöffneten Generator ausgeführt.</translation>
    </message>
    <message>
        <source>%1 has not been run yet</source>
        <translation>%1 wurde noch nicht ausgeführt</translation>
    </message>
    <message>
        <source>%1 could not be run</source>
        <translation>%1 konnte nicht ausgeführt werden</translation>
    </message>
    <message>
        <source>Reproducing %1</source>
        <translation>%1 wird nachgestellt</translation>
    </message>
    <message>
        <source>%1 was cancelled</source>
        <translation>%1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>None of its configurations is measured yet.</source>
        <translation>Noch keine der Konfigurationen ist gemessen.</translation>
    </message>
    <message>
        <source>%1 of %2 configurations</source>
        <translation>%1 von %2 Konfigurationen</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>The time is being estimated…</source>
        <translation>Die Zeit wird geschätzt …</translation>
    </message>
    <message>
        <source>cancelled after %1</source>
        <translation>abgebrochen nach %1</translation>
    </message>
    <message>
        <source>%1 configurations</source>
        <translation>%1 Konfigurationen</translation>
    </message>
    <message>
        <source>%1, at most %2 in all</source>
        <translation>%1, höchstens %2 insgesamt</translation>
    </message>
    <message>
        <source>%1; measured by other settings than those under Metrics now</source>
        <translation>%1; gemessen mit anderen Einstellungen als den jetzigen unter Metriken</translation>
    </message>
    <message>
        <source>%1; other settings</source>
        <translation>%1; andere Einstellungen</translation>
    </message>
    <message>
        <source>%1, %2 samples each against %3</source>
        <translation>%1, je %2 Proben gegen %3</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the recipe</source>
        <translation>Das Rezept abbrechen</translation>
    </message>
    <message>
        <source>Run the recipe</source>
        <translation>Das Rezept ausführen</translation>
    </message>
</context>
<context>
    <name>quantloupe::RecipeTable</name>
    <message>
        <source>Configurations of the recipe</source>
        <translation>Konfigurationen des Rezepts</translation>
    </message>
    <message>
        <source>Enter or a double click loads the configuration</source>
        <translation>Eingabe oder Doppelklick lädt die Konfiguration</translation>
    </message>
    <message>
        <source>Load configuration</source>
        <translation>Konfiguration laden</translation>
    </message>
    <message>
        <source>The layers get the settings of the selected row (Enter)</source>
        <translation>Die Schichten erhalten die Einstellungen der ausgewählten Zeile (Eingabe)</translation>
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
        <source>The quantloupe-cli command that gives this table, for a shell</source>
        <translation>Der Befehl für quantloupe-cli, der diese Tabelle ergibt, für eine Shell</translation>
    </message>
</context>
<context>
    <name>quantloupe::RecipeTableModel</name>
    <message>
        <source>Float</source>
        <translation>Float</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Boden</translation>
    </message>
    <message>
        <source>Absent: %1.</source>
        <translation>Fehlt: %1.</translation>
    </message>
    <message>
        <source>What a perfect generator would get with as many pictures</source>
        <translation>Was ein vollkommener Generator mit ebenso vielen Bildern bekäme</translation>
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
    <name>quantloupe::RegionBrush</name>
    <message>
        <source>Part of the picture</source>
        <translation>Teil des Bildes</translation>
    </message>
    <message>
        <source>%1x%2 pixels at %3, %4</source>
        <translation>%1x%2 Pixel bei %3, %4</translation>
    </message>
    <message>
        <source>Drag over a part of the picture, or use the arrow keys, Shift for the size, and Enter</source>
        <translation>Über einen Teil des Bildes ziehen, oder Pfeiltasten, Umschalt für die Größe, und Eingabetaste</translation>
    </message>
</context>
<context>
    <name>quantloupe::ReportDialog</name>
    <message>
        <source>Report on the configuration</source>
        <translation>Bericht über die Konfiguration</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Page (.html)
pictures, charts and tables in one file; opened here, it brings the configuration back</source>
        <translation>Seite (.html)
Bilder, Diagramme und Tabellen in einer Datei; hier geöffnet, bringt sie die Konfiguration zurück</translation>
    </message>
    <message>
        <source>Markdown (.md)
the tables, for notes and issues</source>
        <translation>Markdown (.md)
die Tabellen, für Notizen und Issues</translation>
    </message>
    <message>
        <source>LaTeX (.tex)
the tables, for papers</source>
        <translation>LaTeX (.tex)
die Tabellen, für Veröffentlichungen</translation>
    </message>
    <message>
        <source>The name of this form ends in %1.</source>
        <translation>Der Name dieser Form endet auf %1.</translation>
    </message>
    <message>
        <source>In it: pictures of float and quantized samples compared, sizes, all layers, seeds, hashes and the command.</source>
        <translation>Darin: Bilder von Float und quantisiert im Vergleich, Größen, alle Schichten, Seeds, Prüfsummen und der Befehl.</translation>
    </message>
    <message>
        <source>Metrics such as SWD or FID come in once this configuration is measured (F5).</source>
        <translation>Metriken wie SWD oder FID kommen hinein, sobald diese Konfiguration gemessen ist (F5).</translation>
    </message>
    <message>
        <source>The metrics of measurement #%1: %2.</source>
        <translation>Die Metriken der Messung #%1: %2.</translation>
    </message>
</context>
<context>
    <name>quantloupe::RuleBar</name>
    <message>
        <source>Pattern of the rule</source>
        <translation>Muster der Regel</translation>
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
    <message>
        <source>Names with * ? [], re: and a regular expression, kind:linear, 3x3 for a kernel, position:first or position:last</source>
        <translation>Namen mit * ? [], re: und ein regulärer Ausdruck, kind:linear, 3x3 für einen Kernel, position:first oder position:last</translation>
    </message>
    <message>
        <source>Pattern, such as 3x3</source>
        <translation>Muster, etwa 3x3</translation>
    </message>
</context>
<context>
    <name>quantloupe::RunDetails</name>
    <message>
        <source>What is known of the run</source>
        <translation>Was von dem Lauf bekannt ist</translation>
    </message>
    <message>
        <source>Pictures of the run: float, quantized, difference</source>
        <translation>Bilder des Laufs: Float, quantisiert, Differenz</translation>
    </message>
    <message>
        <source>Rows: float, quantized and difference of the first samples</source>
        <translation>Zeilen: Float, quantisiert und Differenz der ersten Proben</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>between commas</source>
        <translation>zwischen Kommas</translation>
    </message>
</context>
<context>
    <name>quantloupe::RunLog</name>
    <message>
        <source>This run is not kept. %1</source>
        <translation>Dieser Lauf wird nicht aufbewahrt. %1</translation>
    </message>
</context>
<context>
    <name>quantloupe::RunRepeater</name>
    <message>
        <source>Choose a run first</source>
        <translation>Wählen Sie zuerst einen Lauf</translation>
    </message>
    <message>
        <source>Another one of its kind is running; wait for it, or cancel it</source>
        <translation>Eine andere Messung dieser Art läuft; warten Sie auf sie, oder brechen Sie sie ab</translation>
    </message>
    <message>
        <source>Load the settings of run %1</source>
        <translation>Die Einstellungen von Lauf %1 laden</translation>
    </message>
</context>
<context>
    <name>quantloupe::RunTableModel</name>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Generator</source>
        <translation>Generator</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
</context>
<context>
    <name>quantloupe::RunsController</name>
    <message>
        <source>%1 is damaged. What is intact, %2 runs, is in %3 and shown here; %4 damaged entries are left out. The damaged file is as it was.</source>
        <translation>%1 ist beschädigt. Das Unversehrte, %2 Läufe, liegt in %3 und wird hier gezeigt; %4 beschädigte Einträge sind weggelassen. Die beschädigte Datei ist, wie sie war.</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>Listing runs</source>
        <translation>Läufe auflisten</translation>
    </message>
    <message>
        <source>Reading run %1</source>
        <translation>Lauf %1 lesen</translation>
    </message>
    <message>
        <source>No generator is open; open one first.</source>
        <translation>Kein Generator ist offen; öffnen Sie zuerst einen.</translation>
    </message>
    <message>
        <source>Run %1 is of %2; open that generator first.</source>
        <translation>Lauf %1 gehört zu %2; öffnen Sie zuerst diesen Generator.</translation>
    </message>
    <message>
        <source>Run %1 names no configuration.</source>
        <translation>Lauf %1 nennt keine Konfiguration.</translation>
    </message>
    <message>
        <source>Load the configuration of run %1</source>
        <translation>Die Konfiguration von Lauf %1 laden</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>Load the best of run %1</source>
        <translation>Das Beste aus Lauf %1 laden</translation>
    </message>
    <message>
        <source>%1 An unknown number of entries, perhaps none, could not be read.</source>
        <translation>%1 Eine unbekannte Zahl von Einträgen, vielleicht keiner, konnte nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>quantloupe::RunsPage</name>
    <message>
        <source>Open a run store…</source>
        <translation>Einen Lauf-Speicher öffnen…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Load configuration</source>
        <translation>Konfiguration laden</translation>
    </message>
    <message>
        <source>The layers get the settings that the run was asked with (Enter)</source>
        <translation>Die Schichten bekommen die Einstellungen, mit denen der Lauf gefragt wurde (Eingabe)</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>Als Befehl kopieren</translation>
    </message>
    <message>
        <source>The command that was asked, in its folder, for a shell</source>
        <translation>Der Befehl, der gefragt wurde, in seinem Ordner, für eine Shell</translation>
    </message>
    <message>
        <source>Copy command to repeat it</source>
        <translation>Befehl zum Wiederholen kopieren</translation>
    </message>
    <message>
        <source>Runs it again and keeps the answer in the same store</source>
        <translation>Führt ihn noch einmal aus und bewahrt die Antwort im selben Speicher auf</translation>
    </message>
    <message>
        <source>Copy command to verify it</source>
        <translation>Befehl zum Nachprüfen kopieren</translation>
    </message>
    <message>
        <source>Runs it again and compares every value with the stored one</source>
        <translation>Führt ihn noch einmal aus und vergleicht jeden Wert mit dem gespeicherten</translation>
    </message>
    <message>
        <source>Delete run</source>
        <translation>Lauf löschen</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Filter the runs</source>
        <translation>Die Läufe filtern</translation>
    </message>
    <message>
        <source>Command, generator, note or tag</source>
        <translation>Befehl, Generator, Notiz oder Schlagwort</translation>
    </message>
    <message>
        <source>Open a run store</source>
        <translation>Einen Lauf-Speicher öffnen</translation>
    </message>
    <message>
        <source>Run stores (*.db);;All files (*)</source>
        <translation>Lauf-Speicher (*.db);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>No run store is open</source>
        <translation>Kein Lauf-Speicher ist offen</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>All of it is read once, to know that it is whole.</source>
        <translation>Die Datei wird einmal ganz gelesen, damit bekannt ist, dass sie heil ist.</translation>
    </message>
    <message>
        <source>%1 could not be opened</source>
        <translation>%1 konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>%1 holds no runs</source>
        <translation>%1 enthält keine Läufe</translation>
    </message>
    <message>
        <source>No run fits the filter</source>
        <translation>Kein Lauf passt zum Filter</translation>
    </message>
    <message>
        <source>It looks into commands, generators, notes and tags.</source>
        <translation>Er sucht in Befehlen, Generatoren, Notizen und Schlagwörtern.</translation>
    </message>
    <message>
        <source>Run %1 is deleted.</source>
        <translation>Lauf %1 ist gelöscht.</translation>
    </message>
    <message>
        <source>New run store…</source>
        <translation>Neuer Lauf-Speicher…</translation>
    </message>
    <message>
        <source>Keep new runs</source>
        <translation>Neue Läufe aufbewahren</translation>
    </message>
    <message>
        <source>Measurements of this window become runs of the open store</source>
        <translation>Messungen dieses Fensters werden Läufe des offenen Speichers</translation>
    </message>
    <message>
        <source>Load best configuration</source>
        <translation>Beste Konfiguration laden</translation>
    </message>
    <message>
        <source>The layers get the best settings that the search found</source>
        <translation>Die Schichten erhalten die besten Einstellungen, die die Suche fand</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Run store</source>
        <translation>Lauf-Speicher</translation>
    </message>
    <message>
        <source>New run store</source>
        <translation>Neuer Lauf-Speicher</translation>
    </message>
    <message>
        <source>Measurements of this window, and of quantloupe-cli with --store, are kept in a file: open one or make a new one, to look runs up, note what they told, and load their configurations.</source>
        <translation>Messungen dieses Fensters, und von quantloupe-cli mit --store, werden in einer Datei aufbewahrt: eine öffnen oder eine neue anlegen, um Läufe nachzuschlagen, zu notieren, was sie ergaben, und ihre Konfigurationen zu laden.</translation>
    </message>
    <message>
        <source>Measure something in this window, or give --store with this file to a command, and the run is kept.</source>
        <translation>In diesem Fenster etwas messen oder einem Befehl --store mit dieser Datei geben, dann wird der Lauf aufbewahrt.</translation>
    </message>
    <message>
        <source>Repeat this run</source>
        <translation>Diesen Lauf wiederholen</translation>
    </message>
    <message>
        <source>Sets layers and pages to what the run asked, in one step for the layers, and asks it again (Ctrl+Enter)</source>
        <translation>Stellt Schichten und Seiten auf das ein, was der Lauf fragte, die Schichten in einem Schritt, und fragt noch einmal (Strg+Enter)</translation>
    </message>
</context>
<context>
    <name>quantloupe::RunsTab</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Choose a run first</source>
        <translation>Wählen Sie zuerst einen Lauf</translation>
    </message>
    <message>
        <source>Choose a search that came to its end first</source>
        <translation>Zuerst eine Suche wählen, die zu Ende kam</translation>
    </message>
    <message>
        <source>Open a run store first</source>
        <translation>Zuerst einen Lauf-Speicher öffnen</translation>
    </message>
</context>
<context>
    <name>quantloupe::RunsTable</name>
    <message>
        <source>Runs of the store</source>
        <translation>Läufe des Speichers</translation>
    </message>
    <message>
        <source>Enter or a double click loads the configuration</source>
        <translation>Eingabe oder Doppelklick lädt die Konfiguration</translation>
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
    <name>quantloupe::SearchController</name>
    <message>
        <source>Searching for bits</source>
        <translation>Nach Bits wird gesucht</translation>
    </message>
    <message>
        <source>Load %1</source>
        <translation>%1 laden</translation>
    </message>
</context>
<context>
    <name>quantloupe::SearchForm</name>
    <message>
        <source>float</source>
        <translation>Float</translation>
    </message>
    <message>
        <source>any device</source>
        <translation>jedes Gerät</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Made small</source>
        <translation>Klein gemacht</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Zielgerät</translation>
    </message>
    <message>
        <source>Target profile…</source>
        <translation>Profil eines Zielgeräts…</translation>
    </message>
    <message>
        <source>What a device supports</source>
        <translation>Was ein Gerät unterstützt</translation>
    </message>
    <message>
        <source>Target profiles (*.json);;All files (*)</source>
        <translation>Profile von Zielgeräten (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Measure the front</source>
        <translation>Die Front messen</translation>
    </message>
    <message>
        <source>Every point of the front is measured by the metric, which takes a measurement for each</source>
        <translation>Jeder Punkt der Front wird mit der Metrik gemessen, was für jeden eine Messung kostet</translation>
    </message>
    <message>
        <source>Samples for a layer</source>
        <translation>Proben für eine Schicht</translation>
    </message>
    <message>
        <source>Samples on which each layer alone is measured at each setting</source>
        <translation>Proben, auf denen jede Schicht allein mit jeder Einstellung gemessen wird</translation>
    </message>
    <message>
        <source>Samples for a point</source>
        <translation>Proben für einen Punkt</translation>
    </message>
    <message>
        <source>Samples on which points are measured and the best is confirmed</source>
        <translation>Proben, auf denen Punkte gemessen werden und das Beste bestätigt wird</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Of the latents and of restarts</source>
        <translation>Der Latents und der Neustarts</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>That the strategy, its front and points within a bound may take; the best until then counts. Layers and the best are measured beyond it.</source>
        <translation>Die die Strategie, ihre Front und Punkte innerhalb einer Schranke brauchen dürfen; das bis dahin Beste zählt. Schichten und das Beste werden darüber hinaus gemessen.</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Per layer</source>
        <translation>Je Schicht</translation>
    </message>
    <message>
        <source>Per point</source>
        <translation>Je Punkt</translation>
    </message>
    <message>
        <source> dB</source>
        <translation> dB</translation>
    </message>
    <message>
        <source> kB</source>
        <translation> kB</translation>
    </message>
    <message>
        <source> bits</source>
        <translation> Bit</translation>
    </message>
    <message>
        <source> MBOPs</source>
        <translation> MBOPs</translation>
    </message>
    <message>
        <source>Scales</source>
        <translation>Skalen</translation>
    </message>
    <message>
        <source>Bits of some layers</source>
        <translation>Bits einiger Schichten</translation>
    </message>
    <message>
        <source>Bit-widths of some layers instead of those above, each as PATTERN=BITS with semicolons between them: 3x3=4,8; *.0=8</source>
        <translation>Bitbreiten einiger Schichten statt der obigen, jede als MUSTER=BITS mit Strichpunkten dazwischen: 3x3=4,8; *.0=8</translation>
    </message>
    <message>
        <source>Only</source>
        <translation>Nur</translation>
    </message>
</context>
<context>
    <name>quantloupe::SearchPage</name>
    <message>
        <source>Search for &amp;bits</source>
        <translation>Nach Bits &amp;suchen</translation>
    </message>
    <message>
        <source>The best bits of each layer under a budget or within a bound</source>
        <translation>Die besten Bits jeder Schicht unter einem Budget oder innerhalb einer Schranke</translation>
    </message>
    <message>
        <source>Copy search as comman&amp;d</source>
        <translation>Suche als Befe&amp;hl kopieren</translation>
    </message>
    <message>
        <source>The quantloupe-cli command that gives this front, for a shell</source>
        <translation>Der Befehl von quantloupe-cli, der diese Front gibt, für eine Shell</translation>
    </message>
    <message>
        <source>What is searched</source>
        <translation>Was gesucht wird</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>The search failed. %1</source>
        <translation>Die Suche ist fehlgeschlagen. %1</translation>
    </message>
    <message>
        <source>Choose a bit-width.</source>
        <translation>Eine Bitbreite wählen.</translation>
    </message>
    <message>
        <source>Choose a method.</source>
        <translation>Ein Verfahren wählen.</translation>
    </message>
    <message>
        <source>Each layer alone is measured at each setting, the best settings are found from those errors, and measured anew on samples that the search never saw.</source>
        <translation>Jede Schicht allein wird mit jeder Einstellung gemessen; aus diesen Fehlern werden die besten Einstellungen gefunden und auf Proben, die die Suche nie gesehen hat, neu gemessen.</translation>
    </message>
    <message>
        <source>No generator is open</source>
        <translation>Kein Generator ist geöffnet</translation>
    </message>
    <message>
        <source>The best bits of its layers under a budget are found here.</source>
        <translation>Hier werden die besten Bits seiner Schichten unter einem Budget gefunden.</translation>
    </message>
    <message>
        <source>Which bits are best?</source>
        <translation>Welche Bits sind die besten?</translation>
    </message>
    <message>
        <source>The search failed</source>
        <translation>Die Suche ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Searching for bits</source>
        <translation>Nach Bits wird gesucht</translation>
    </message>
    <message>
        <source>The search was cancelled</source>
        <translation>Die Suche wurde abgebrochen</translation>
    </message>
    <message>
        <source>No point of its front is known yet; what was measured is kept.</source>
        <translation>Noch kein Punkt ihrer Front ist bekannt; was gemessen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Values measured or known: %1</source>
        <translation>Werte gemessen oder bekannt: %1</translation>
    </message>
    <message>
        <source>1 configuration</source>
        <translation>1 Konfiguration</translation>
    </message>
    <message>
        <source>%1 configurations</source>
        <translation>%1 Konfigurationen</translation>
    </message>
    <message>
        <source>cancelled after %1</source>
        <translation>abgebrochen nach %1</translation>
    </message>
    <message>
        <source>%1; found by other settings than those chosen now</source>
        <translation>%1; mit anderen Einstellungen gefunden als den jetzt gewählten</translation>
    </message>
    <message>
        <source>%1; other settings</source>
        <translation>%1; andere Einstellungen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the search</source>
        <translation>Die Suche abbrechen</translation>
    </message>
    <message>
        <source>Start the search</source>
        <translation>Die Suche starten</translation>
    </message>
    <message>
        <source>KID of the best is not measured, since the file of the features that are chosen under Metrics is not there.</source>
        <translation>Das KID des Besten ist nicht gemessen, da die Datei der unter Metriken gewählten Merkmale nicht da ist.</translation>
    </message>
</context>
<context>
    <name>quantloupe::SearchResults</name>
    <message>
        <source>Front of the search</source>
        <translation>Front der Suche</translation>
    </message>
    <message>
        <source>Horizontal</source>
        <translation>Waagerecht</translation>
    </message>
    <message>
        <source>Vertical</source>
        <translation>Senkrecht</translation>
    </message>
    <message>
        <source>Load trial</source>
        <translation>Versuch laden</translation>
    </message>
    <message>
        <source>The layers get the weights of this configuration (Enter)</source>
        <translation>Die Schichten bekommen die Gewichte dieser Konfiguration (Eingabetaste)</translation>
    </message>
    <message>
        <source>Keep trial for Compare</source>
        <translation>Versuch für den Vergleich behalten</translation>
    </message>
    <message>
        <source>Compare it with the configuration you edit (K)</source>
        <translation>Ihn mit der Konfiguration vergleichen, die Sie bearbeiten (K)</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
</context>
<context>
    <name>quantloupe::SearchTable</name>
    <message>
        <source>Configurations of the search</source>
        <translation>Konfigurationen der Suche</translation>
    </message>
    <message>
        <source>Enter or a double click loads the configuration</source>
        <translation>Eingabe oder Doppelklick lädt die Konfiguration</translation>
    </message>
</context>
<context>
    <name>quantloupe::SearchTableModel</name>
    <message>
        <source>best</source>
        <translation>bestes</translation>
    </message>
    <message>
        <source>present</source>
        <translation>jetzige</translation>
    </message>
    <message>
        <source>Absent: %1.</source>
        <translation>Fehlt: %1.</translation>
    </message>
    <message>
        <source>Only the best is measured on samples that the search never saw.</source>
        <translation>Nur das Beste wird auf Proben gemessen, die die Suche nie gesehen hat.</translation>
    </message>
    <message>
        <source>The output is that of float.</source>
        <translation>Die Ausgabe ist die von Float.</translation>
    </message>
    <message>
        <source>Not measured.</source>
        <translation>Nicht gemessen.</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>SQNR, predicted</source>
        <translation>SQNR, vorhergesagt</translation>
    </message>
    <message>
        <source>%1, measured</source>
        <translation>%1, gemessen</translation>
    </message>
    <message>
        <source>%1, unseen</source>
        <translation>%1, ungesehen</translation>
    </message>
    <message>
        <source>Bits by layer</source>
        <translation>Bits nach Schicht</translation>
    </message>
    <message>
        <source>On samples that neither sweep nor search ever saw</source>
        <translation>Auf Proben, die weder Durchlauf noch Suche je gesehen haben</translation>
    </message>
    <message>
        <source>nearest</source>
        <translation>nächstes</translation>
    </message>
    <message>
        <source>%1, measured on %2 samples that the search chose by</source>
        <translation>%1, auf %2 Proben gemessen, nach denen die Suche gewählt hat</translation>
    </message>
    <message>
        <source>; no interval</source>
        <translation>; ohne Intervall</translation>
    </message>
</context>
<context>
    <name>quantloupe::SensitivityController</name>
    <message>
        <source>Weights and activations: %1</source>
        <translation>Gewichte und Aktivierungen: %1</translation>
    </message>
    <message>
        <source>Finding sensitivities</source>
        <translation>Empfindlichkeiten werden gesucht</translation>
    </message>
</context>
<context>
    <name>quantloupe::SensitivityForm</name>
    <message>
        <source>Samples</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>Samples on which each cell is measured, once in each repeat</source>
        <translation>Proben, an denen jede Zelle gemessen wird, in jeder Wiederholung einmal</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>At most so many times, each on other latents; less where all ranks are told apart before</source>
        <translation>Höchstens so oft, jedes Mal mit anderen Latents; seltener, wo vorher alle Ränge unterschieden sind</translation>
    </message>
    <message>
        <source>Predict first</source>
        <translation>Zuerst vorhersagen</translation>
    </message>
    <message>
        <source>SQNR under quantized weights is predicted from a few gradients, in the time of a few cells; measured values replace the predictions</source>
        <translation>Das SQNR bei quantisierten Gewichten wird aus einigen Gradienten vorhergesagt, in der Zeit einiger Zellen; gemessene Werte ersetzen die Vorhersagen</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>both</source>
        <translation>beides</translation>
    </message>
    <message>
        <source>One layer</source>
        <translation>Eine Schicht</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <source>Compare whole pictures</source>
        <translation>Ganze Bilder vergleichen</translation>
    </message>
    <message>
        <source>Compare whole pictures of many samples again</source>
        <translation>Wieder ganze Bilder vieler Proben vergleichen</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
</context>
<context>
    <name>quantloupe::SensitivityPage</name>
    <message>
        <source>Find &amp;sensitive layers</source>
        <translation>&amp;Empfindliche Schichten finden</translation>
    </message>
    <message>
        <source>Which layer hurts, at which bit-width</source>
        <translation>Welche Schicht schadet, bei welcher Bitbreite</translation>
    </message>
    <message>
        <source>Copy sensiti&amp;vity as command</source>
        <translation>Empfindlichkeit als &amp;Befehl kopieren</translation>
    </message>
    <message>
        <source>The quantloupe-cli command that gives this map, for a shell</source>
        <translation>Der Befehl von quantloupe-cli, der diese Karte gibt, für eine Shell</translation>
    </message>
    <message>
        <source>What is swept</source>
        <translation>Was durchlaufen wird</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>The sweep failed. %1</source>
        <translation>Der Durchlauf ist gescheitert. %1</translation>
    </message>
    <message>
        <source>Choose a bit-width.</source>
        <translation>Eine Bitbreite wählen.</translation>
    </message>
    <message>
        <source>Each layer is measured by itself at each of the bit-widths, on %1 samples. A click then gives a layer its bits.</source>
        <translation>Jede Schicht wird für sich bei jeder der Bitbreiten gemessen, an %1 Proben. Ein Klick gibt danach einer Schicht ihre Bits.</translation>
    </message>
    <message>
        <source>No generator is open</source>
        <translation>Kein Generator ist geöffnet</translation>
    </message>
    <message>
        <source>Which of its layers hurts, at which bit-width, is found out here.</source>
        <translation>Welche seiner Schichten schadet, bei welcher Bitbreite, findet man hier heraus.</translation>
    </message>
    <message>
        <source>Which layer hurts, at which bit-width?</source>
        <translation>Welche Schicht schadet, bei welcher Bitbreite?</translation>
    </message>
    <message>
        <source>The sensitivity could not be measured</source>
        <translation>Die Empfindlichkeit konnte nicht gemessen werden</translation>
    </message>
    <message>
        <source>Finding sensitivities</source>
        <translation>Empfindlichkeiten werden gesucht</translation>
    </message>
    <message>
        <source>The sweep was cancelled</source>
        <translation>Der Durchlauf wurde abgebrochen</translation>
    </message>
    <message>
        <source>None of its cells is measured yet.</source>
        <translation>Noch keine seiner Zellen ist gemessen.</translation>
    </message>
    <message>
        <source>%1 of %2 cells</source>
        <translation>%1 von %2 Zellen</translation>
    </message>
    <message>
        <source>cancelled after %1</source>
        <translation>abgebrochen nach %1</translation>
    </message>
    <message>
        <source>%1 cells</source>
        <translation>%1 Zellen</translation>
    </message>
    <message>
        <source>%1, all ranks told apart after %2 repeats</source>
        <translation>%1, alle Ränge nach %2 Wiederholungen unterschieden</translation>
    </message>
    <message>
        <source>%1; measured by other settings than those chosen now</source>
        <translation>%1; mit anderen Einstellungen gemessen als den jetzt gewählten</translation>
    </message>
    <message>
        <source>%1; other settings</source>
        <translation>%1; andere Einstellungen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the sweep</source>
        <translation>Den Durchlauf abbrechen</translation>
    </message>
    <message>
        <source>Start the sweep</source>
        <translation>Den Durchlauf starten</translation>
    </message>
</context>
<context>
    <name>quantloupe::SensitivityPlots</name>
    <message>
        <source>Sensitivity of layers by bits</source>
        <translation>Empfindlichkeit der Schichten nach Bit</translation>
    </message>
    <message>
        <source>Sensitivity of layers</source>
        <translation>Empfindlichkeit der Schichten</translation>
    </message>
    <message>
        <source>Sensitivity by bits</source>
        <translation>Empfindlichkeit nach Bit</translation>
    </message>
    <message>
        <source>Redundancy and sensitivity</source>
        <translation>Redundanz und Empfindlichkeit</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>layers × bits</source>
        <translation>Schichten × Bits</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <source>redundancy</source>
        <translation>Redundanz</translation>
    </message>
    <message>
        <source>Bits shown</source>
        <translation>Gezeigte Bits</translation>
    </message>
    <message>
        <source>Redundancy is compared with the ranks when all cells are measured.</source>
        <translation>Redundanz wird mit den Rängen verglichen, wenn alle Zellen gemessen sind.</translation>
    </message>
    <message>
        <source>Measures of the dimensions alone; -1 would tell the insensitive layers.</source>
        <translation>Maße der Abmessungen allein; -1 fände die unempfindlichen Schichten.</translation>
    </message>
    <message>
        <source>The %1 layers most sensitive at the fewest bits, as far as they are measured.</source>
        <translation>Die %1 bei den wenigsten Bits empfindlichsten Schichten, soweit sie gemessen sind.</translation>
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
