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
        <source>Difference: signed luminance, gain %1; blue darker, red lighter</source>
        <translation>Differenz: Helligkeit mit Vorzeichen, Verstärkung %1; blau dunkler, rot heller</translation>
    </message>
    <message>
        <source>Difference: largest channel, gain %1; black equal, white far</source>
        <translation>Differenz: größter Kanal, Verstärkung %1; schwarz gleich, weiß weit entfernt</translation>
    </message>
    <message>
        <source>identical</source>
        <translation>identisch</translation>
    </message>
    <message>
        <source>x %1, y %2   float %3   quantized %4</source>
        <translation>x %1, y %2   Float %3   quantisiert %4</translation>
    </message>
    <message>
        <source>Sample %1, distance to float: PSNR %2 dB, SSIM %3</source>
        <translation>Probe %1, Abstand zu Float: PSNR %2 dB, SSIM %3</translation>
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
        <source>, per tensor</source>
        <translation>, je Tensor</translation>
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
        <source>Size of the window.</source>
        <translation>Größe des Fensters.</translation>
    </message>
    <message>
        <source>light or dark instead of the system&apos;s.</source>
        <translation>light oder dark statt des Farbschemas des Systems.</translation>
    </message>
    <message>
        <source>quantloupe opens one generator, not %1.</source>
        <translation>quantloupe öffnet einen Generator, nicht %1.</translation>
    </message>
</context>
<context>
    <name>quantloupe::AssumptionEditor</name>
    <message>
        <source>Latent drawn from</source>
        <translation>Latenter Vektor gezogen aus</translation>
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
    <name>quantloupe::CompareFooter</name>
    <message>
        <source>Lower the gain of the difference</source>
        <translation>Verstärkung der Differenz verringern</translation>
    </message>
    <message>
        <source>Raise the gain of the difference</source>
        <translation>Verstärkung der Differenz erhöhen</translation>
    </message>
    <message>
        <source>Zoom or pixel under the cursor</source>
        <translation>Vergrößerung oder Pixel unter dem Zeiger</translation>
    </message>
    <message>
        <source>Zoom %1</source>
        <translation>Vergrößerung %1</translation>
    </message>
</context>
<context>
    <name>quantloupe::CompareGrid</name>
    <message>
        <source>Float and quantized pictures</source>
        <translation>Float-Bilder und quantisierte Bilder</translation>
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
        <source>The file could not be opened</source>
        <translation>Die Datei ließ sich nicht öffnen</translation>
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
</context>
<context>
    <name>quantloupe::CompareToolbar</name>
    <message>
        <source>Mean distance to float</source>
        <translation>Mittlerer Abstand zu Float</translation>
    </message>
    <message>
        <source>Seed of the latents</source>
        <translation>Seed der latenten Vektoren</translation>
    </message>
    <message>
        <source>The latents shown are a function of this number</source>
        <translation>Diese Zahl bestimmt die gezeigten latenten Vektoren</translation>
    </message>
    <message>
        <source>Reroll</source>
        <translation>Würfeln</translation>
    </message>
    <message>
        <source>Other latents (R)</source>
        <translation>Andere latente Vektoren (R)</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ganz</translation>
    </message>
    <message>
        <source>Show whole pictures (Ctrl+0, or double click)</source>
        <translation>Ganze Bilder zeigen (Strg+0 oder Doppelklick)</translation>
    </message>
    <message>
        <source>Previous latent</source>
        <translation>Voriger latenter Vektor</translation>
    </message>
    <message>
        <source>Next latent</source>
        <translation>Nächster latenter Vektor</translation>
    </message>
    <message>
        <source>Kind of difference</source>
        <translation>Art der Differenz</translation>
    </message>
    <message>
        <source>signed luminance</source>
        <translation>Helligkeit ±</translation>
    </message>
    <message>
        <source>largest channel</source>
        <translation>größter Kanal</translation>
    </message>
    <message>
        <source>Signed luminance: blue is darker than float, red lighter. Largest channel: its absolute difference as grey.</source>
        <translation>Helligkeit mit Vorzeichen: Blau ist dunkler als Float, Rot heller. Größter Kanal: seine absolute Differenz als Grau.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
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
</context>
<context>
    <name>quantloupe::LayerTableModel</name>
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
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Weights and bias</source>
        <translation>Gewichte und Bias</translation>
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
        <source>fp</source>
        <translation>fp</translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
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
</context>
<context>
    <name>quantloupe::LayersView</name>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Digits set the bits of the selected layers, F makes them float, plus and minus step them, Enter opens a list.</source>
        <translation>Ziffern setzen die Bits der ausgewählten Schichten, F macht sie zu Float, Plus und Minus ändern sie schrittweise, die Eingabetaste öffnet eine Liste.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Fit to width</source>
        <translation>An die Breite anpassen</translation>
    </message>
</context>
<context>
    <name>quantloupe::MainWindow</name>
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
        <source>Generators (*.pt *.pth *.ckpt *.pkl *.th *.safetensors *.bin);;All files (*)</source>
        <translation>Generatoren (*.pt *.pth *.ckpt *.pkl *.th *.safetensors *.bin);;Alle Dateien (*)</translation>
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
        <source>%1 holds %2 networks; %3 is open. Others can be chosen under “Inputs and assumptions”.</source>
        <translation>%1 enthält %2 Netze; geöffnet ist %3. Andere lassen sich unter „Eingaben und Annahmen“ wählen.</translation>
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
        <source>%1 kept their setting. %2</source>
        <translation>%1 behielten ihre Einstellung. %2</translation>
    </message>
    <message>
        <source>About Quantloupe</source>
        <translation>Über Quantloupe</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Quantloupe %1&lt;/h3&gt;&lt;p&gt;Every layer its bits, every bit its picture: a desktop explorer for quantizing image generators.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Quantloupe %1&lt;/h3&gt;&lt;p&gt;Jeder Schicht ihre Bits, jedem Bit sein Bild: erkundet die Quantisierung von Bildgeneratoren.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder neuer.&lt;/p&gt;</translation>
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
        <source>What shares one scale: an output channel or the whole weight</source>
        <translation>Was sich eine Skala teilt: ein Ausgabekanal oder das ganze Gewicht</translation>
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
        <translation>Aktivierungsbereich</translation>
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
</TS>
