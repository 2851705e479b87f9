<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AbPlane</name>
    <message>
        <source>Colors in the a-b plane</source>
        <translation>Farben in der a-b-Ebene</translation>
    </message>
    <message>
        <source>Drag a swatch: its lightness stays. Shift keeps hue or chroma, Ctrl is slow.
Dotted: all of sRGB at this lightness. The mouse wheel zooms, a double click shows all.</source>
        <translation>Farbfeld ziehen: Seine Helligkeit bleibt. Umschalt hält Farbton oder Chroma, Strg bewegt langsam.
Gepunktet: ganz sRGB bei dieser Helligkeit. Das Mausrad zoomt, ein Doppelklick zeigt alles.</translation>
    </message>
    <message>
        <source>green</source>
        <translation>grün</translation>
    </message>
    <message>
        <source>red</source>
        <translation>rot</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>gelb</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>blau</translation>
    </message>
</context>
<context>
    <name>AbPlot</name>
    <message>
        <source>Mixture of the colors, a to b</source>
        <translation>Mischung der Farben, a gegen b</translation>
    </message>
    <message>
        <source>Drag a center to move a component, the rim to widen it; so do the arrows, and + and −.
Page up and page down go from one component to the next.</source>
        <translation>Mitte ziehen bewegt eine Komponente, Rand ziehen verbreitert sie; ebenso die Pfeiltasten sowie + und −.
Bild auf und Bild ab gehen von einer Komponente zur nächsten.</translation>
    </message>
    <message>
        <source>green</source>
        <translation>grün</translation>
    </message>
    <message>
        <source>red</source>
        <translation>rot</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>blau</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>gelb</translation>
    </message>
    <message>
        <source>Component %1 has its middle here</source>
        <translation>Komponente %1 hat hier ihre Mitte</translation>
    </message>
    <message>
        <source>Component %1 reaches to here</source>
        <translation>Komponente %1 reicht bis hierher</translation>
    </message>
</context>
<context>
    <name>AlikeGroup</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>See the photo and the palette this way; again for normal vision</source>
        <translation>Foto und Palette so sehen; noch einmal für normales Sehen</translation>
    </message>
    <message>
        <source>List more of them, or fewer</source>
        <translation>Mehr davon auflisten oder weniger</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Weniger</translation>
    </message>
</context>
<context>
    <name>AlikeList</name>
    <message>
        <source>Look alike</source>
        <translation>Gleich aussehend</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>No two swatches</source>
        <translation>Keine zwei Farbfelder</translation>
    </message>
    <message>
        <source>Everyone can tell all swatches apart, with red, green or blue cones missing too</source>
        <translation>Alle können alle Farbfelder unterscheiden, auch ohne Zapfen für Rot, Grün oder Blau</translation>
    </message>
    <message>
        <source>To everyone</source>
        <translation>Für alle</translation>
    </message>
    <message>
        <source>%1 look alike to everyone</source>
        <translation>%1 sehen für alle gleich aus</translation>
    </message>
    <message>
        <source>No red cones (protanopia)</source>
        <translation>Ohne Rotzapfen (Protanopie)</translation>
    </message>
    <message>
        <source>%1 look alike to people without red cones (protanopia)</source>
        <translation>%1 sehen für Menschen ohne Rotzapfen gleich aus (Protanopie)</translation>
    </message>
    <message>
        <source>No green cones (deuteranopia)</source>
        <translation>Ohne Grünzapfen (Deuteranopie)</translation>
    </message>
    <message>
        <source>%1 look alike to people without green cones (deuteranopia)</source>
        <translation>%1 sehen für Menschen ohne Grünzapfen gleich aus (Deuteranopie)</translation>
    </message>
    <message>
        <source>No blue cones (tritanopia)</source>
        <translation>Ohne Blauzapfen (Tritanopie)</translation>
    </message>
    <message>
        <source>%1 look alike to people without blue cones (tritanopia)</source>
        <translation>%1 sehen für Menschen ohne Blauzapfen gleich aus (Tritanopie)</translation>
    </message>
</context>
<context>
    <name>AlikeRow</name>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
</context>
<context>
    <name>BatchDesk</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>The batch is done: %1 photos</source>
        <translation>Der Stapel ist fertig: %1 Fotos</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>Batch</source>
        <translation>Stapelverarbeitung</translation>
    </message>
    <message>
        <source>Beside the first photo</source>
        <translation>Neben dem ersten Foto</translation>
    </message>
    <message>
        <source>PNG, indexed</source>
        <translation>PNG, indiziert</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Art der Datei</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Add photos…</source>
        <translation>Fotos hinzufügen…</translation>
    </message>
    <message>
        <source>Choose photos to add</source>
        <translation>Fotos zum Hinzufügen auswählen</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Add all photos of a folder</source>
        <translation>Alle Fotos eines Ordners hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Take the chosen photos out of the list (Delete)</source>
        <translation>Ausgewählte Fotos aus der Liste nehmen (Entf)</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Take all photos out of the list</source>
        <translation>Alle Fotos aus der Liste nehmen</translation>
    </message>
    <message>
        <source>A double click shows the folder of a result</source>
        <translation>Ein Doppelklick zeigt den Ordner eines Ergebnisses</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Apply a project or a recipe from a file</source>
        <translation>Ein Projekt oder Rezept aus einer Datei anwenden</translation>
    </message>
    <message>
        <source>What is done to the photo in the window</source>
        <translation>Was mit dem Foto im Fenster gemacht wird</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>What is done to every photo</source>
        <translation>Was mit jedem Foto gemacht wird</translation>
    </message>
    <message>
        <source>Progress of the batch</source>
        <translation>Fortschritt des Stapels</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Put this window away; photos in work are finished</source>
        <translation>Dieses Fenster weglegen; Fotos in Arbeit werden fertiggestellt</translation>
    </message>
    <message>
        <source>Do all photos that are not done; again to stop</source>
        <translation>Alle Fotos bearbeiten, die noch nicht fertig sind; noch einmal zum Anhalten</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>%1 fertig</translation>
    </message>
    <message>
        <source>%1 done before</source>
        <translation>%1 früher fertiggestellt</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>%1 übersprungen</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 to do: Start goes on</source>
        <translation>%1 offen: Starten setzt fort</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Results go to %1</source>
        <translation>Ergebnisse kommen nach %1</translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <translation>Fotos werden gesucht…</translation>
    </message>
    <message>
        <source>Add photos, or drop them here.</source>
        <translation>Fotos hinzufügen oder hier ablegen.</translation>
    </message>
    <message>
        <source>Open a photo and change it, or choose a recipe: it will be applied to all.</source>
        <translation>Ein Foto öffnen und verändern oder ein Rezept auswählen: Es wird auf alle angewendet.</translation>
    </message>
    <message>
        <source>Only photos that are mapped to a palette can be indexed. Choose another format.</source>
        <translation>Nur Fotos, die einer Palette zugeordnet sind, lassen sich indizieren. Ein anderes Format wählen.</translation>
    </message>
    <message>
        <source>Choose a folder for the results.</source>
        <translation>Einen Ordner für die Ergebnisse auswählen.</translation>
    </message>
    <message>
        <source>Photos (%1);;All files (*)</source>
        <translation>Fotos (%1);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>Fotos hinzufügen</translation>
    </message>
    <message>
        <source>Add the photos of a folder</source>
        <translation>Fotos eines Ordners hinzufügen</translation>
    </message>
    <message>
        <source>Projects and recipes (*.palettestudio *.json);;All files (*)</source>
        <translation>Projekte und Rezepte (*.palettestudio *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Apply a project or recipe</source>
        <translation>Projekt oder Rezept anwenden</translation>
    </message>
</context>
<context>
    <name>BatchList</name>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Drop photos and folders here</source>
        <translation>Fotos und Ordner hier ablegen</translation>
    </message>
</context>
<context>
    <name>BatchModel</name>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>In work</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Done before</source>
        <translation>Früher fertiggestellt</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Arrows move the photo, Ctrl+0 shows all of it, Return begins a cross.</source>
        <translation>Pfeile bewegen das Foto, Strg+0 zeigt alles, Eingabe beginnt ein Fadenkreuz.</translation>
    </message>
    <message>
        <source>ORIGINAL</source>
        <translation>ORIGINAL</translation>
    </message>
    <message>
        <source>EDITED</source>
        <translation>BEARBEITET</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
</context>
<context>
    <name>CanvasDesk</name>
    <message>
        <source>Click a color, or drag over an area to average it; or arrows, then Return. Esc leaves.</source>
        <translation>Auf eine Farbe klicken oder über eine Fläche ziehen, um sie zu mitteln; oder Pfeile, dann Eingabe. Esc verlässt.</translation>
    </message>
    <message>
        <source>This color is in the palette already.</source>
        <translation>Diese Farbe ist schon in der Palette.</translation>
    </message>
</context>
<context>
    <name>CanvasMenu</name>
    <message>
        <source>Compare along here</source>
        <translation>Entlang dieser Stelle vergleichen</translation>
    </message>
    <message>
        <source>Bring this to the middle</source>
        <translation>Diese Stelle in die Mitte holen</translation>
    </message>
    <message>
        <source>100 % here</source>
        <translation>100 % an dieser Stelle</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Pick the mean of %1 × %1 pixels</source>
        <translation>Mittel von %1 × %1 Pixeln aufnehmen</translation>
    </message>
    <message>
        <source>Move the hint here</source>
        <translation>Hinweis hierher setzen</translation>
    </message>
    <message>
        <source>Give this the swatch&apos;s color</source>
        <translation>Dem hier die Farbe des Farbfelds geben</translation>
    </message>
</context>
<context>
    <name>Channel</name>
    <message>
        <source>“%1” is no number. %2 goes from %3 to %4.</source>
        <translation>„%1“ ist keine Zahl. %2 reicht von %3 bis %4.</translation>
    </message>
    <message>
        <source>%1 is out of range. %2 goes from %3 to %4.</source>
        <translation>%1 liegt außerhalb des Bereichs. %2 reicht von %3 bis %4.</translation>
    </message>
</context>
<context>
    <name>Channels</name>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Hue</source>
        <translation>Farbton</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>Sättigung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Hellwert</translation>
    </message>
    <message>
        <source>Lab lightness</source>
        <translation>Lab-Helligkeit</translation>
    </message>
    <message>
        <source>Lab a</source>
        <translation>Lab a</translation>
    </message>
    <message>
        <source>Lab b</source>
        <translation>Lab b</translation>
    </message>
    <message>
        <source>OKLCH lightness</source>
        <translation>OKLCH-Helligkeit</translation>
    </message>
    <message>
        <source>OKLCH chroma</source>
        <translation>OKLCH-Chroma</translation>
    </message>
    <message>
        <source>OKLCH hue</source>
        <translation>OKLCH-Farbton</translation>
    </message>
</context>
<context>
    <name>ChecksPanel</name>
    <message>
        <source>Vision</source>
        <translation>Farbsehen</translation>
    </message>
    <message>
        <source>See the photo and the palette as other eyes do</source>
        <translation>Foto und Palette mit anderen Augen sehen</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>How weak these cones are; at 100 % they are missing</source>
        <translation>Wie schwach diese Zapfen sind; bei 100 % fehlen sie</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>row&apos;s color on column&apos;s</source>
        <translation>Farbe der Zeile auf der der Spalte</translation>
    </message>
    <message>
        <source>%1 on the others</source>
        <translation>%1 auf den anderen</translation>
    </message>
    <message>
        <source>See the photo and the palette as people do whose %1 cones are weak or missing</source>
        <translation>Foto und Palette so sehen wie Menschen, deren Zapfen für %1 schwach sind oder fehlen</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Colors as they are</source>
        <translation>Farben, wie sie sind</translation>
    </message>
    <message>
        <source>Red cones (protan)</source>
        <translation>Rotzapfen (Protan)</translation>
    </message>
    <message>
        <source>red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Green cones (deutan)</source>
        <translation>Grünzapfen (Deutan)</translation>
    </message>
    <message>
        <source>green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Blue cones (tritan)</source>
        <translation>Blauzapfen (Tritan)</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>No colors (achromat)</source>
        <translation>Keine Farben (Achromat)</translation>
    </message>
    <message>
        <source>See lightness alone</source>
        <translation>Nur die Helligkeit sehen</translation>
    </message>
</context>
<context>
    <name>ChromaPlane</name>
    <message>
        <source>Colors of this lightness</source>
        <translation>Farben dieser Helligkeit</translation>
    </message>
    <message>
        <source>Drag to choose the color; these are all that this lightness can have</source>
        <translation>Ziehen, um die Farbe zu wählen; mehr Farben gibt es bei dieser Helligkeit nicht</translation>
    </message>
</context>
<context>
    <name>ColorChips</name>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
</context>
<context>
    <name>ColorWheel</name>
    <message>
        <source>Color wheel</source>
        <translation>Farbkreis</translation>
    </message>
    <message>
        <source>Drag a handle: angle is hue, distance is saturation. Shift keeps one, Ctrl is slow.</source>
        <translation>Griff ziehen: Winkel ist Farbton, Abstand ist Sättigung. Umschalt hält eines davon, Strg bewegt langsam.</translation>
    </message>
    <message>
        <source>Swatch %1: hue %2°, saturation %3 %</source>
        <translation>Farbfeld %1: Farbton %2°, Sättigung %3 %</translation>
    </message>
</context>
<context>
    <name>ColorizeDesk</name>
    <message>
        <source>Add a hint</source>
        <translation>Hinweis setzen</translation>
    </message>
    <message>
        <source>Move a hint</source>
        <translation>Hinweis verschieben</translation>
    </message>
    <message>
        <source>Remove a hint</source>
        <translation>Hinweis entfernen</translation>
    </message>
    <message>
        <source>Size of a hint</source>
        <translation>Größe eines Hinweises</translation>
    </message>
    <message>
        <source>Clear hints</source>
        <translation>Hinweise löschen</translation>
    </message>
    <message>
        <source>Color of a hint</source>
        <translation>Farbe eines Hinweises</translation>
    </message>
    <message>
        <source>The clipboard holds no colors: %1</source>
        <translation>Die Zwischenablage enthält keine Farben: %1</translation>
    </message>
    <message>
        <source>Clear the palette</source>
        <translation>Palette leeren</translation>
    </message>
    <message>
        <source>Remove a color</source>
        <translation>Farbe entfernen</translation>
    </message>
    <message>
        <source>The first %1 colors lead; more would not be told apart.</source>
        <translation>Die ersten %1 Farben leiten; mehr ließen sich nicht unterscheiden.</translation>
    </message>
    <message>
        <source>Lead by a palette</source>
        <translation>Von einer Palette leiten lassen</translation>
    </message>
    <message>
        <source>Color the photo</source>
        <translation>Foto kolorieren</translation>
    </message>
    <message>
        <source>Give the photo its own colors</source>
        <translation>Dem Foto seine eigenen Farben geben</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modell: %1</translation>
    </message>
    <message>
        <source>Color %1 %</source>
        <translation>Farbe %1 %</translation>
    </message>
    <message>
        <source>Vividness %1 %</source>
        <translation>Lebhaftigkeit %1 %</translation>
    </message>
    <message>
        <source>Choose the style</source>
        <translation>Stil auswählen</translation>
    </message>
    <message>
        <source>Style of %1</source>
        <translation>Stil von %1</translation>
    </message>
    <message>
        <source>Remove the style</source>
        <translation>Stil entfernen</translation>
    </message>
</context>
<context>
    <name>ColorizePanel</name>
    <message>
        <source>Color this photo</source>
        <translation>Dieses Foto kolorieren</translation>
    </message>
    <message>
        <source>Colors are made new from light and dark; those it had do not count</source>
        <translation>Farben entstehen neu aus Hell und Dunkel; frühere zählen nicht</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Who makes the colors</source>
        <translation>Wer die Farben macht</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>How much of the color to take on</source>
        <translation>Wie viel der Farbe übernommen wird</translation>
    </message>
    <message>
        <source>Vividness</source>
        <translation>Lebhaftigkeit</translation>
    </message>
    <message>
        <source>From careful colors to lively ones</source>
        <translation>Von vorsichtigen bis zu lebhaften Farben</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Stil</translation>
    </message>
    <message>
        <source>Choose a photo…</source>
        <translation>Foto auswählen…</translation>
    </message>
    <message>
        <source>Take on the kind of colors that another photo calls for</source>
        <translation>Die Art von Farben annehmen, die ein anderes Foto verlangt</translation>
    </message>
    <message>
        <source>Remove the style</source>
        <translation>Stil entfernen</translation>
    </message>
    <message>
        <source>Go by the photo itself</source>
        <translation>Sich nach dem Foto selbst richten</translation>
    </message>
    <message>
        <source>Suggested colors</source>
        <translation>Vorgeschlagene Farben</translation>
    </message>
    <message>
        <source>Colors that suit this place; ← → and Return give the hint one</source>
        <translation>Farben, die hier passen; ← → und Eingabe geben dem Hinweis eine</translation>
    </message>
    <message>
        <source>Recent colors</source>
        <translation>Letzte Farben</translation>
    </message>
    <message>
        <source>Colors of your last hints; ← → and Return give the hint one</source>
        <translation>Farben der letzten Hinweise; ← → und Eingabe geben dem Hinweis eine</translation>
    </message>
    <message>
        <source>Colors that lead; ← → choose one, Return makes it the hint&apos;s, Del removes it</source>
        <translation>Farben, die leiten; ← → wählen eine, Eingabe gibt sie dem Hinweis, Entf entfernt sie</translation>
    </message>
    <message>
        <source>Clear hints</source>
        <translation>Hinweise löschen</translation>
    </message>
    <message>
        <source>Take all hints away</source>
        <translation>Alle Hinweise wegnehmen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>A smaller hint; so does the wheel over it</source>
        <translation>Kleinerer Hinweis; ebenso das Mausrad darüber</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>A larger hint; so does the wheel over it</source>
        <translation>Größerer Hinweis; ebenso das Mausrad darüber</translation>
    </message>
    <message>
        <source>Suggested here</source>
        <translation>Hier vorgeschlagen</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>Colors to be in the picture</source>
        <translation>Farben, die im Bild sein sollen</translation>
    </message>
    <message>
        <source>From swatches</source>
        <translation>Aus Farbfeldern</translation>
    </message>
    <message>
        <source>Have the swatches below lead the colors</source>
        <translation>Die Farbfelder unten leiten die Farben</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Have the colors on the clipboard lead: any text that holds colors</source>
        <translation>Die Farben in der Zwischenablage leiten: jeder Text, der Farben enthält</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Let no palette lead</source>
        <translation>Keine Palette leitet</translation>
    </message>
    <message>
        <source>Led by a palette</source>
        <translation>Von einer Palette geleitet</translation>
    </message>
    <message>
        <source>1 hint</source>
        <translation>1 Hinweis</translation>
    </message>
    <message>
        <source>%1 hints</source>
        <translation>%1 Hinweise</translation>
    </message>
    <message>
        <source>Click the photo to hint</source>
        <translation>Hinweis: ins Foto klicken</translation>
    </message>
    <message>
        <source>Let there be color!</source>
        <translation>Let there be color!</translation>
    </message>
    <message>
        <source>One network that sees the whole scene and every place in it. The usual choice</source>
        <translation>Ein Netz, das die ganze Szene und jede Stelle darin sieht. Die übliche Wahl</translation>
    </message>
    <message>
        <source>Deep Colorization</source>
        <translation>Deep Colorization</translation>
    </message>
    <message>
        <source>What is seen at each pixel decides, by a small network for this kind of scene</source>
        <translation>Was an jedem Pixel zu sehen ist, entscheidet: ein kleines Netz für diese Art von Szene</translation>
    </message>
</context>
<context>
    <name>Colors</name>
    <message>
        <source>Black</source>
        <translation>Schwarz</translation>
    </message>
    <message>
        <source>Soot</source>
        <translation>Ruß</translation>
    </message>
    <message>
        <source>Coal</source>
        <translation>Kohle</translation>
    </message>
    <message>
        <source>Charcoal</source>
        <translation>Anthrazit</translation>
    </message>
    <message>
        <source>Graphite</source>
        <translation>Graphit</translation>
    </message>
    <message>
        <source>Iron</source>
        <translation>Eisen</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Blei</translation>
    </message>
    <message>
        <source>Gray</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Pewter</source>
        <translation>Zinn</translation>
    </message>
    <message>
        <source>Ash</source>
        <translation>Asche</translation>
    </message>
    <message>
        <source>Silver</source>
        <translation>Silber</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Wolke</translation>
    </message>
    <message>
        <source>Fog</source>
        <translation>Nebel</translation>
    </message>
    <message>
        <source>Snow</source>
        <translation>Schnee</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Weiß</translation>
    </message>
    <message>
        <source>Raven</source>
        <translation>Rabe</translation>
    </message>
    <message>
        <source>Onyx</source>
        <translation>Onyx</translation>
    </message>
    <message>
        <source>Ebony</source>
        <translation>Ebenholz</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>Schiefer</translation>
    </message>
    <message>
        <source>Steel</source>
        <translation>Stahl</translation>
    </message>
    <message>
        <source>Zinc</source>
        <translation>Zink</translation>
    </message>
    <message>
        <source>Mist</source>
        <translation>Dunst</translation>
    </message>
    <message>
        <source>Frost</source>
        <translation>Raureif</translation>
    </message>
    <message>
        <source>Pearl</source>
        <translation>Perle</translation>
    </message>
    <message>
        <source>Chalk</source>
        <translation>Kreide</translation>
    </message>
    <message>
        <source>Ivory</source>
        <translation>Elfenbein</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>Knochen</translation>
    </message>
    <message>
        <source>Linen</source>
        <translation>Leinen</translation>
    </message>
    <message>
        <source>Oyster</source>
        <translation>Auster</translation>
    </message>
    <message>
        <source>Stone</source>
        <translation>Stein</translation>
    </message>
    <message>
        <source>Pebble</source>
        <translation>Kiesel</translation>
    </message>
    <message>
        <source>Taupe</source>
        <translation>Taupe</translation>
    </message>
    <message>
        <source>Mole</source>
        <translation>Maulwurf</translation>
    </message>
    <message>
        <source>Bark</source>
        <translation>Rinde</translation>
    </message>
    <message>
        <source>Peat</source>
        <translation>Torf</translation>
    </message>
    <message>
        <source>Umber</source>
        <translation>Umbra</translation>
    </message>
    <message>
        <source>Walnut</source>
        <translation>Walnuss</translation>
    </message>
    <message>
        <source>Cocoa</source>
        <translation>Kakao</translation>
    </message>
    <message>
        <source>Coffee</source>
        <translation>Mokka</translation>
    </message>
    <message>
        <source>Espresso</source>
        <translation>Espresso</translation>
    </message>
    <message>
        <source>Chestnut</source>
        <translation>Kastanie</translation>
    </message>
    <message>
        <source>Cinnamon</source>
        <translation>Zimt</translation>
    </message>
    <message>
        <source>Hazel</source>
        <translation>Haselnuss</translation>
    </message>
    <message>
        <source>Oak</source>
        <translation>Eiche</translation>
    </message>
    <message>
        <source>Camel</source>
        <translation>Kamel</translation>
    </message>
    <message>
        <source>Fawn</source>
        <translation>Rehbraun</translation>
    </message>
    <message>
        <source>Tan</source>
        <translation>Hellbraun</translation>
    </message>
    <message>
        <source>Sand</source>
        <translation>Sand</translation>
    </message>
    <message>
        <source>Biscuit</source>
        <translation>Biskuit</translation>
    </message>
    <message>
        <source>Cream</source>
        <translation>Creme</translation>
    </message>
    <message>
        <source>Wheat</source>
        <translation>Weizen</translation>
    </message>
    <message>
        <source>Straw</source>
        <translation>Stroh</translation>
    </message>
    <message>
        <source>Maroon</source>
        <translation>Rotbraun</translation>
    </message>
    <message>
        <source>Garnet</source>
        <translation>Granat</translation>
    </message>
    <message>
        <source>Wine</source>
        <translation>Wein</translation>
    </message>
    <message>
        <source>Burgundy</source>
        <translation>Burgunder</translation>
    </message>
    <message>
        <source>Oxblood</source>
        <translation>Ochsenblut</translation>
    </message>
    <message>
        <source>Crimson</source>
        <translation>Karmesin</translation>
    </message>
    <message>
        <source>Carmine</source>
        <translation>Karmin</translation>
    </message>
    <message>
        <source>Ruby</source>
        <translation>Rubin</translation>
    </message>
    <message>
        <source>Scarlet</source>
        <translation>Scharlach</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Poppy</source>
        <translation>Mohn</translation>
    </message>
    <message>
        <source>Vermilion</source>
        <translation>Zinnober</translation>
    </message>
    <message>
        <source>Tomato</source>
        <translation>Tomate</translation>
    </message>
    <message>
        <source>Brick</source>
        <translation>Ziegel</translation>
    </message>
    <message>
        <source>Rust</source>
        <translation>Rost</translation>
    </message>
    <message>
        <source>Henna</source>
        <translation>Henna</translation>
    </message>
    <message>
        <source>Mahogany</source>
        <translation>Mahagoni</translation>
    </message>
    <message>
        <source>Terracotta</source>
        <translation>Terrakotta</translation>
    </message>
    <message>
        <source>Clay</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Sienna</source>
        <translation>Siena</translation>
    </message>
    <message>
        <source>Copper</source>
        <translation>Kupfer</translation>
    </message>
    <message>
        <source>Bronze</source>
        <translation>Bronze</translation>
    </message>
    <message>
        <source>Coral</source>
        <translation>Koralle</translation>
    </message>
    <message>
        <source>Salmon</source>
        <translation>Lachs</translation>
    </message>
    <message>
        <source>Shrimp</source>
        <translation>Garnele</translation>
    </message>
    <message>
        <source>Peach</source>
        <translation>Pfirsich</translation>
    </message>
    <message>
        <source>Apricot</source>
        <translation>Aprikose</translation>
    </message>
    <message>
        <source>Blush</source>
        <translation>Rouge</translation>
    </message>
    <message>
        <source>Shell</source>
        <translation>Muschel</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Tangerine</source>
        <translation>Mandarine</translation>
    </message>
    <message>
        <source>Pumpkin</source>
        <translation>Kürbis</translation>
    </message>
    <message>
        <source>Carrot</source>
        <translation>Karotte</translation>
    </message>
    <message>
        <source>Ember</source>
        <translation>Glut</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Bernstein</translation>
    </message>
    <message>
        <source>Marigold</source>
        <translation>Ringelblume</translation>
    </message>
    <message>
        <source>Honey</source>
        <translation>Honig</translation>
    </message>
    <message>
        <source>Caramel</source>
        <translation>Karamell</translation>
    </message>
    <message>
        <source>Ochre</source>
        <translation>Ocker</translation>
    </message>
    <message>
        <source>Saffron</source>
        <translation>Safran</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>Gold</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>Sonne</translation>
    </message>
    <message>
        <source>Mustard</source>
        <translation>Senf</translation>
    </message>
    <message>
        <source>Brass</source>
        <translation>Messing</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Lemon</source>
        <translation>Zitrone</translation>
    </message>
    <message>
        <source>Canary</source>
        <translation>Kanarie</translation>
    </message>
    <message>
        <source>Butter</source>
        <translation>Butter</translation>
    </message>
    <message>
        <source>Primrose</source>
        <translation>Primel</translation>
    </message>
    <message>
        <source>Khaki</source>
        <translation>Khaki</translation>
    </message>
    <message>
        <source>Olive</source>
        <translation>Olive</translation>
    </message>
    <message>
        <source>Moss</source>
        <translation>Moos</translation>
    </message>
    <message>
        <source>Sage</source>
        <translation>Salbei</translation>
    </message>
    <message>
        <source>Lichen</source>
        <translation>Flechte</translation>
    </message>
    <message>
        <source>Reed</source>
        <translation>Schilf</translation>
    </message>
    <message>
        <source>Lime</source>
        <translation>Limette</translation>
    </message>
    <message>
        <source>Pear</source>
        <translation>Birne</translation>
    </message>
    <message>
        <source>Chartreuse</source>
        <translation>Chartreuse</translation>
    </message>
    <message>
        <source>Pistachio</source>
        <translation>Pistazie</translation>
    </message>
    <message>
        <source>Celery</source>
        <translation>Sellerie</translation>
    </message>
    <message>
        <source>Leaf</source>
        <translation>Blatt</translation>
    </message>
    <message>
        <source>Grass</source>
        <translation>Gras</translation>
    </message>
    <message>
        <source>Apple</source>
        <translation>Apfel</translation>
    </message>
    <message>
        <source>Fern</source>
        <translation>Farn</translation>
    </message>
    <message>
        <source>Ivy</source>
        <translation>Efeu</translation>
    </message>
    <message>
        <source>Pine</source>
        <translation>Kiefer</translation>
    </message>
    <message>
        <source>Forest</source>
        <translation>Wald</translation>
    </message>
    <message>
        <source>Spruce</source>
        <translation>Fichte</translation>
    </message>
    <message>
        <source>Bottle</source>
        <translation>Flasche</translation>
    </message>
    <message>
        <source>Holly</source>
        <translation>Stechpalme</translation>
    </message>
    <message>
        <source>Cypress</source>
        <translation>Zypresse</translation>
    </message>
    <message>
        <source>Basil</source>
        <translation>Basilikum</translation>
    </message>
    <message>
        <source>Clover</source>
        <translation>Klee</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Kelly</source>
        <translation>Kellygrün</translation>
    </message>
    <message>
        <source>Parakeet</source>
        <translation>Sittich</translation>
    </message>
    <message>
        <source>Mint</source>
        <translation>Minze</translation>
    </message>
    <message>
        <source>Jade</source>
        <translation>Jade</translation>
    </message>
    <message>
        <source>Emerald</source>
        <translation>Smaragd</translation>
    </message>
    <message>
        <source>Malachite</source>
        <translation>Malachit</translation>
    </message>
    <message>
        <source>Spring</source>
        <translation>Frühling</translation>
    </message>
    <message>
        <source>Dew</source>
        <translation>Tau</translation>
    </message>
    <message>
        <source>Celadon</source>
        <translation>Seladon</translation>
    </message>
    <message>
        <source>Eucalyptus</source>
        <translation>Eukalyptus</translation>
    </message>
    <message>
        <source>Verdigris</source>
        <translation>Grünspan</translation>
    </message>
    <message>
        <source>Viridian</source>
        <translation>Viridian</translation>
    </message>
    <message>
        <source>Lagoon</source>
        <translation>Lagune</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Blaugrün</translation>
    </message>
    <message>
        <source>Abyss</source>
        <translation>Abgrund</translation>
    </message>
    <message>
        <source>Petrol</source>
        <translation>Petrol</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>Pool</translation>
    </message>
    <message>
        <source>Turquoise</source>
        <translation>Türkis</translation>
    </message>
    <message>
        <source>Aqua</source>
        <translation>Aqua</translation>
    </message>
    <message>
        <source>Cyan</source>
        <translation>Cyan</translation>
    </message>
    <message>
        <source>Ice</source>
        <translation>Eis</translation>
    </message>
    <message>
        <source>Glacier</source>
        <translation>Gletscher</translation>
    </message>
    <message>
        <source>Sky</source>
        <translation>Himmel</translation>
    </message>
    <message>
        <source>Surf</source>
        <translation>Brandung</translation>
    </message>
    <message>
        <source>Cerulean</source>
        <translation>Coelin</translation>
    </message>
    <message>
        <source>Azure</source>
        <translation>Azur</translation>
    </message>
    <message>
        <source>Peacock</source>
        <translation>Pfau</translation>
    </message>
    <message>
        <source>Denim</source>
        <translation>Denim</translation>
    </message>
    <message>
        <source>Storm</source>
        <translation>Sturm</translation>
    </message>
    <message>
        <source>Harbor</source>
        <translation>Hafen</translation>
    </message>
    <message>
        <source>Navy</source>
        <translation>Marine</translation>
    </message>
    <message>
        <source>Midnight</source>
        <translation>Mitternacht</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>Tinte</translation>
    </message>
    <message>
        <source>Cobalt</source>
        <translation>Kobalt</translation>
    </message>
    <message>
        <source>Lapis</source>
        <translation>Lapis</translation>
    </message>
    <message>
        <source>Royal</source>
        <translation>Königsblau</translation>
    </message>
    <message>
        <source>Sapphire</source>
        <translation>Saphir</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Cornflower</source>
        <translation>Kornblume</translation>
    </message>
    <message>
        <source>Powder</source>
        <translation>Puder</translation>
    </message>
    <message>
        <source>Periwinkle</source>
        <translation>Immergrün</translation>
    </message>
    <message>
        <source>Iris</source>
        <translation>Iris</translation>
    </message>
    <message>
        <source>Indigo</source>
        <translation>Indigo</translation>
    </message>
    <message>
        <source>Ultramarine</source>
        <translation>Ultramarin</translation>
    </message>
    <message>
        <source>Dusk</source>
        <translation>Dämmerung</translation>
    </message>
    <message>
        <source>Thistle</source>
        <translation>Distel</translation>
    </message>
    <message>
        <source>Lavender</source>
        <translation>Lavendel</translation>
    </message>
    <message>
        <source>Lilac</source>
        <translation>Flieder</translation>
    </message>
    <message>
        <source>Wisteria</source>
        <translation>Blauregen</translation>
    </message>
    <message>
        <source>Amethyst</source>
        <translation>Amethyst</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Purpur</translation>
    </message>
    <message>
        <source>Grape</source>
        <translation>Traube</translation>
    </message>
    <message>
        <source>Eggplant</source>
        <translation>Aubergine</translation>
    </message>
    <message>
        <source>Fig</source>
        <translation>Feige</translation>
    </message>
    <message>
        <source>Plum</source>
        <translation>Pflaume</translation>
    </message>
    <message>
        <source>Mauve</source>
        <translation>Mauve</translation>
    </message>
    <message>
        <source>Heather</source>
        <translation>Heide</translation>
    </message>
    <message>
        <source>Orchid</source>
        <translation>Orchidee</translation>
    </message>
    <message>
        <source>Magenta</source>
        <translation>Magenta</translation>
    </message>
    <message>
        <source>Mulberry</source>
        <translation>Maulbeere</translation>
    </message>
    <message>
        <source>Fuchsia</source>
        <translation>Fuchsie</translation>
    </message>
    <message>
        <source>Cerise</source>
        <translation>Cerise</translation>
    </message>
    <message>
        <source>Raspberry</source>
        <translation>Himbeere</translation>
    </message>
    <message>
        <source>Cherry</source>
        <translation>Kirsche</translation>
    </message>
    <message>
        <source>Beet</source>
        <translation>Rote Bete</translation>
    </message>
    <message>
        <source>Berry</source>
        <translation>Beere</translation>
    </message>
    <message>
        <source>Rose</source>
        <translation>Rose</translation>
    </message>
    <message>
        <source>Flamingo</source>
        <translation>Flamingo</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Petal</source>
        <translation>Blütenblatt</translation>
    </message>
    <message>
        <source>Peony</source>
        <translation>Pfingstrose</translation>
    </message>
    <message>
        <source>Bubblegum</source>
        <translation>Kaugummi</translation>
    </message>
    <message>
        <source>Candy</source>
        <translation>Bonbon</translation>
    </message>
    <message>
        <source>Rosewood</source>
        <translation>Rosenholz</translation>
    </message>
    <message>
        <source>Dusty</source>
        <translation>Altrosa</translation>
    </message>
    <message>
        <source>Mallow</source>
        <translation>Malve</translation>
    </message>
    <message>
        <source>Treacle</source>
        <translation>Sirup</translation>
    </message>
    <message>
        <source>Byzantium</source>
        <translation>Byzanz</translation>
    </message>
    <message>
        <source>Pansy</source>
        <translation>Stiefmütterchen</translation>
    </message>
    <message>
        <source>Neon</source>
        <translation>Neon</translation>
    </message>
    <message>
        <source>Crocus</source>
        <translation>Krokus</translation>
    </message>
    <message>
        <source>Dahlia</source>
        <translation>Dahlie</translation>
    </message>
    <message>
        <source>Gentian</source>
        <translation>Enzian</translation>
    </message>
    <message>
        <source>Hyacinth</source>
        <translation>Hyazinthe</translation>
    </message>
    <message>
        <source>Petunia</source>
        <translation>Petunie</translation>
    </message>
    <message>
        <source>Aster</source>
        <translation>Aster</translation>
    </message>
    <message>
        <source>Blueberry</source>
        <translation>Blaubeere</translation>
    </message>
    <message>
        <source>Kingfisher</source>
        <translation>Eisvogel</translation>
    </message>
    <message>
        <source>Sorrel</source>
        <translation>Sauerampfer</translation>
    </message>
</context>
<context>
    <name>CommandSearch</name>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Words of a command</source>
        <translation>Wörter eines Befehls</translation>
    </message>
    <message>
        <source>A word of the name, of the menu, or of what it does</source>
        <translation>Ein Wort des Namens, des Menüs oder der Beschreibung</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>↑ ↓ choose a command, Return does it</source>
        <translation>↑ ↓ wählen einen Befehl, Eingabe führt ihn aus</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Öffnen…</translation>
    </message>
    <message>
        <source>Open a photo or a project</source>
        <translation>Ein Foto oder Projekt öffnen</translation>
    </message>
    <message>
        <source>Open s&amp;equence…</source>
        <translation>Se&amp;quenz öffnen…</translation>
    </message>
    <message>
        <source>Open a video or a folder of frames</source>
        <translation>Ein Video oder einen Ordner mit Einzelbildern öffnen</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Open the photo or file on the clipboard, or take over the colors in its text</source>
        <translation>Foto oder Datei aus der Zwischenablage öffnen oder die Farben in ihrem Text übernehmen</translation>
    </message>
    <message>
        <source>Open pa&amp;lette…</source>
        <translation>Pa&amp;lette öffnen…</translation>
    </message>
    <message>
        <source>Map the photo to the colors of a palette file</source>
        <translation>Das Foto den Farben einer Palettendatei zuordnen</translation>
    </message>
    <message>
        <source>Apply color &amp;table…</source>
        <translation>Farb&amp;tabelle anwenden…</translation>
    </message>
    <message>
        <source>Grade the photo by a .cube file or a Hald picture (LUT)</source>
        <translation>Das Foto mit einer .cube-Datei oder einem Hald-Bild (LUT) abstimmen</translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation>Projekt &amp;speichern</translation>
    </message>
    <message>
        <source>Keep photo, palette and every setting in a project; the photo itself is never changed</source>
        <translation>Foto, Palette und alle Einstellungen in einem Projekt aufheben; das Foto selbst wird nie verändert</translation>
    </message>
    <message>
        <source>Save project &amp;as…</source>
        <translation>Projekt speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Keep the project under another name</source>
        <translation>Das Projekt unter einem anderen Namen aufheben</translation>
    </message>
    <message>
        <source>Save rec&amp;ipe…</source>
        <translation>&amp;Rezept speichern…</translation>
    </message>
    <message>
        <source>Keep the edit without its photo, to apply it to others</source>
        <translation>Die Bearbeitung ohne ihr Foto aufheben, um sie auf andere anzuwenden</translation>
    </message>
    <message>
        <source>&amp;Bring back last edits</source>
        <translation>Letzte Bearbeitungen &amp;zurückholen</translation>
    </message>
    <message>
        <source>Bring back the edits that were set aside last, with their photo</source>
        <translation>Die zuletzt beiseitegelegten Bearbeitungen mit ihrem Foto zurückholen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>Save the recolored photo as a new file</source>
        <translation>Das umgefärbte Foto als neue Datei speichern</translation>
    </message>
    <message>
        <source>Export &amp;again</source>
        <translation>Er&amp;neut exportieren</translation>
    </message>
    <message>
        <source>Export as last time, to a new name</source>
        <translation>Exportieren wie zuletzt, unter neuem Namen</translation>
    </message>
    <message>
        <source>Export color ta&amp;ble…</source>
        <translation>Far&amp;btabelle exportieren…</translation>
    </message>
    <message>
        <source>Save the edit as a color table (LUT) for other programs</source>
        <translation>Die Bearbeitung als Farbtabelle (LUT) für andere Programme speichern</translation>
    </message>
    <message>
        <source>Batc&amp;h…</source>
        <translation>Stapel&amp;verarbeitung…</translation>
    </message>
    <message>
        <source>Do the same to many photos: this edit, or a recipe</source>
        <translation>Mit vielen Fotos dasselbe tun: diese Bearbeitung oder ein Rezept</translation>
    </message>
    <message>
        <source>Export pale&amp;tte…</source>
        <translation>&amp;Palette exportieren…</translation>
    </message>
    <message>
        <source>Save the palette as a file for other programs</source>
        <translation>Die Palette als Datei für andere Programme speichern</translation>
    </message>
    <message>
        <source>&amp;Close window</source>
        <translation>Fenster s&amp;chließen</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>Dieses Fenster schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Been&amp;den</translation>
    </message>
    <message>
        <source>Leave Palette Studio</source>
        <translation>Palette Studio verlassen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take back the last step</source>
        <translation>Den letzten Schritt zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Do the step again</source>
        <translation>Den Schritt noch einmal ausführen</translation>
    </message>
    <message>
        <source>&amp;Copy color</source>
        <translation>Farbe &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the selected swatch as hex</source>
        <translation>Das ausgewählte Farbfeld als Hexwert kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;result</source>
        <translation>&amp;Ergebnis kopieren</translation>
    </message>
    <message>
        <source>Copy the recolored photo</source>
        <translation>Das umgefärbte Foto kopieren</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>Ein&amp;stellungen…</translation>
    </message>
    <message>
        <source>Theme, swatches in a new palette, largest photo</source>
        <translation>Erscheinungsbild, Farbfelder einer neuen Palette, größtes Foto</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>&amp;Einpassen</translation>
    </message>
    <message>
        <source>Show the whole photo</source>
        <translation>Das ganze Foto zeigen</translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation>&amp;100 %</translation>
    </message>
    <message>
        <source>One photo pixel on one screen pixel</source>
        <translation>Ein Pixel des Fotos auf einem Pixel des Bildschirms</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Look closer</source>
        <translation>Näher herangehen</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>Einen Schritt zurücktreten</translation>
    </message>
    <message>
        <source>Show &amp;original</source>
        <translation>&amp;Original zeigen</translation>
    </message>
    <message>
        <source>Show the original; hold the key for a glance</source>
        <translation>Das Original zeigen; Taste halten für einen kurzen Blick</translation>
    </message>
    <message>
        <source>&amp;Wipe</source>
        <translation>Ge&amp;teilt</translation>
    </message>
    <message>
        <source>Original and edited on either side of a line</source>
        <translation>Original und Bearbeitung zu beiden Seiten einer Linie</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>&amp;Nebeneinander</translation>
    </message>
    <message>
        <source>Original and edited, zoomed as one</source>
        <translation>Original und Bearbeitung, gemeinsam gezoomt</translation>
    </message>
    <message>
        <source>&amp;Turn the wipe</source>
        <translation>Teilung &amp;drehen</translation>
    </message>
    <message>
        <source>Turn the line between upright and level</source>
        <translation>Die Linie zwischen senkrecht und waagerecht drehen</translation>
    </message>
    <message>
        <source>Show &amp;region of swatch</source>
        <translation>Be&amp;reich des Farbfelds zeigen</translation>
    </message>
    <message>
        <source>Dim all that the selected swatch does not reach</source>
        <translation>Alles abdunkeln, was das ausgewählte Farbfeld nicht erreicht</translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation>&amp;Normal</translation>
    </message>
    <message>
        <source>Colors as they are</source>
        <translation>Farben, wie sie sind</translation>
    </message>
    <message>
        <source>&amp;Protan (red cones)</source>
        <translation>&amp;Protan (Rotzapfen)</translation>
    </message>
    <message>
        <source>Colors as seen without red cones (protanopia), or with weak ones</source>
        <translation>Farben, wie sie ohne oder mit schwachen Rotzapfen zu sehen sind (Protanopie)</translation>
    </message>
    <message>
        <source>&amp;Deutan (green cones)</source>
        <translation>&amp;Deutan (Grünzapfen)</translation>
    </message>
    <message>
        <source>Colors as seen without green cones (deuteranopia), or with weak ones</source>
        <translation>Farben, wie sie ohne oder mit schwachen Grünzapfen zu sehen sind (Deuteranopie)</translation>
    </message>
    <message>
        <source>&amp;Tritan (blue cones)</source>
        <translation>&amp;Tritan (Blauzapfen)</translation>
    </message>
    <message>
        <source>Colors as seen without blue cones (tritanopia), or with weak ones</source>
        <translation>Farben, wie sie ohne oder mit schwachen Blauzapfen zu sehen sind (Tritanopie)</translation>
    </message>
    <message>
        <source>&amp;Achromat (no colors)</source>
        <translation>&amp;Achromat (keine Farben)</translation>
    </message>
    <message>
        <source>Lightness alone, as seen without any color vision</source>
        <translation>Nur die Helligkeit, wie ganz ohne Farbsehen</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Abspielen</translation>
    </message>
    <message>
        <source>Play the frames, or run the iterations; again to stop</source>
        <translation>Die Bilder abspielen oder die Iterationen laufen lassen; noch einmal zum Anhalten</translation>
    </message>
    <message>
        <source>Frame &amp;back</source>
        <translation>Bild &amp;zurück</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>Ein Bild zurück</translation>
    </message>
    <message>
        <source>Frame f&amp;orward</source>
        <translation>Bild &amp;vor</translation>
    </message>
    <message>
        <source>One frame, or one iteration, further</source>
        <translation>Ein Bild oder eine Iteration weiter</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>Voll&amp;bild</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>Den ganzen Bildschirm nutzen</translation>
    </message>
    <message>
        <source>&amp;Automatic count</source>
        <translation>&amp;Automatische Anzahl</translation>
    </message>
    <message>
        <source>Choose the number of swatches from the photo</source>
        <translation>Die Anzahl der Farbfelder nach dem Foto wählen</translation>
    </message>
    <message>
        <source>Pick a color from the &amp;photo</source>
        <translation>Pipette: Farbe aus dem &amp;Foto</translation>
    </message>
    <message>
        <source>Click or drag on the photo to add a swatch</source>
        <translation>Ins Foto klicken oder ziehen, um ein Farbfeld hinzuzufügen</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>&amp;Sperren</translation>
    </message>
    <message>
        <source>Keep the chosen swatches as they are</source>
        <translation>Die ausgewählten Farbfelder lassen, wie sie sind</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Remove the chosen swatches</source>
        <translation>Die ausgewählten Farbfelder entfernen</translation>
    </message>
    <message>
        <source>Choose all s&amp;watches</source>
        <translation>Alle Farbfelder aus&amp;wählen</translation>
    </message>
    <message>
        <source>Edit all swatches together</source>
        <translation>Alle Farbfelder gemeinsam bearbeiten</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Give the swatch another name</source>
        <translation>Dem Farbfeld einen anderen Namen geben</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>A second swatch for each chosen one; the photo stays</source>
        <translation>Ein zweites Farbfeld zu jedem ausgewählten; das Foto bleibt</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>&amp;Zusammenführen</translation>
    </message>
    <message>
        <source>One swatch in place of the chosen ones, their mean by coverage</source>
        <translation>Ein Farbfeld statt der ausgewählten, ihr Mittel nach Anteil</translation>
    </message>
    <message>
        <source>&amp;Gradient</source>
        <translation>&amp;Verlauf</translation>
    </message>
    <message>
        <source>Even steps of color from the first to the last of the chosen swatches</source>
        <translation>Gleichmäßige Farbschritte vom ersten bis zum letzten ausgewählten Farbfeld</translation>
    </message>
    <message>
        <source>S&amp;plit</source>
        <translation>&amp;Teilen</translation>
    </message>
    <message>
        <source>Two swatches in place of this one, for the two kinds of color it stands for</source>
        <translation>Zwei Farbfelder statt dieses einen, für die zwei Arten von Farbe, für die es steht</translation>
    </message>
    <message>
        <source>Reset &amp;swatch</source>
        <translation>Farbfeld zu&amp;rücksetzen</translation>
    </message>
    <message>
        <source>Give the chosen swatches their original colors</source>
        <translation>Den ausgewählten Farbfeldern ihre ursprünglichen Farben geben</translation>
    </message>
    <message>
        <source>Reset &amp;all</source>
        <translation>Alle zurücksetze&amp;n</translation>
    </message>
    <message>
        <source>Give all unlocked swatches their original colors</source>
        <translation>Allen nicht gesperrten Farbfeldern ihre ursprünglichen Farben geben</translation>
    </message>
    <message>
        <source>&amp;Hue</source>
        <translation>&amp;Farbton</translation>
    </message>
    <message>
        <source>Swatches in the order of their hues, grays last; the photo stays</source>
        <translation>Farbfelder in der Reihenfolge ihrer Farbtöne, Grautöne zuletzt; das Foto bleibt</translation>
    </message>
    <message>
        <source>&amp;Lightness</source>
        <translation>&amp;Helligkeit</translation>
    </message>
    <message>
        <source>Dark swatches first; the photo stays</source>
        <translation>Dunkle Farbfelder zuerst; das Foto bleibt</translation>
    </message>
    <message>
        <source>&amp;Chroma</source>
        <translation>&amp;Chroma</translation>
    </message>
    <message>
        <source>Quiet swatches first; the photo stays</source>
        <translation>Ruhige Farbfelder zuerst; das Foto bleibt</translation>
    </message>
    <message>
        <source>C&amp;overage</source>
        <translation>&amp;Anteil</translation>
    </message>
    <message>
        <source>Swatches that cover least first; the photo stays</source>
        <translation>Farbfelder mit dem kleinsten Anteil zuerst; das Foto bleibt</translation>
    </message>
    <message>
        <source>L&amp;uminance</source>
        <translation>&amp;Leuchtdichte</translation>
    </message>
    <message>
        <source>Swatches in the order of their light; the photo stays</source>
        <translation>Farbfelder in der Reihenfolge ihres Lichts; das Foto bleibt</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Swatches from A to Z; the photo stays</source>
        <translation>Farbfelder von A bis Z; das Foto bleibt</translation>
    </message>
    <message>
        <source>&amp;Reverse</source>
        <translation>Um&amp;kehren</translation>
    </message>
    <message>
        <source>The last swatch first; the photo stays</source>
        <translation>Das letzte Farbfeld zuerst; das Foto bleibt</translation>
    </message>
    <message>
        <source>&amp;Complementary</source>
        <translation>&amp;Komplementär</translation>
    </message>
    <message>
        <source>Unlocked swatches go to the hue of this one, or to its opposite</source>
        <translation>Nicht gesperrte Farbfelder gehen zum Farbton dieses Felds oder zu seinem Gegenüber</translation>
    </message>
    <message>
        <source>&amp;Analogous</source>
        <translation>&amp;Analog</translation>
    </message>
    <message>
        <source>Unlocked swatches go to hues beside that of this one</source>
        <translation>Nicht gesperrte Farbfelder gehen zu Farbtönen neben dem dieses Felds</translation>
    </message>
    <message>
        <source>&amp;Split complementary</source>
        <translation>&amp;Teilkomplementär</translation>
    </message>
    <message>
        <source>Unlocked swatches go to the hue of this one, or beside its opposite</source>
        <translation>Nicht gesperrte Farbfelder gehen zum Farbton dieses Felds oder neben sein Gegenüber</translation>
    </message>
    <message>
        <source>&amp;Triad</source>
        <translation>&amp;Dreiklang</translation>
    </message>
    <message>
        <source>Unlocked swatches go to three hues, from that of this one on</source>
        <translation>Nicht gesperrte Farbfelder gehen zu drei Farbtönen, vom Farbton dieses Felds an</translation>
    </message>
    <message>
        <source>T&amp;etrad</source>
        <translation>&amp;Vierklang</translation>
    </message>
    <message>
        <source>Unlocked swatches go to two pairs of opposites, from the hue of this one on</source>
        <translation>Nicht gesperrte Farbfelder gehen zu zwei Paaren von Gegenfarben, vom Farbton dieses Felds an</translation>
    </message>
    <message>
        <source>S&amp;quare</source>
        <translation>&amp;Quadrat</translation>
    </message>
    <message>
        <source>Unlocked swatches go to four even hues, from that of this one on</source>
        <translation>Nicht gesperrte Farbfelder gehen zu vier gleichmäßig verteilten Farbtönen, vom Farbton dieses Felds an</translation>
    </message>
    <message>
        <source>&amp;Monochrome</source>
        <translation>&amp;Monochrom</translation>
    </message>
    <message>
        <source>Unlocked swatches go to the hue of this one</source>
        <translation>Nicht gesperrte Farbfelder gehen zum Farbton dieses Felds</translation>
    </message>
    <message>
        <source>&amp;Hues</source>
        <translation>&amp;Farbtöne</translation>
    </message>
    <message>
        <source>Unlocked swatches get hues by chance</source>
        <translation>Nicht gesperrte Farbfelder bekommen zufällige Farbtöne</translation>
    </message>
    <message>
        <source>&amp;Lightness and chroma</source>
        <translation>&amp;Helligkeit und Chroma</translation>
    </message>
    <message>
        <source>Unlocked swatches change lightness and chroma among them</source>
        <translation>Nicht gesperrte Farbfelder tauschen Helligkeit und Chroma untereinander</translation>
    </message>
    <message>
        <source>&amp;Colors</source>
        <translation>Far&amp;ben</translation>
    </message>
    <message>
        <source>Unlocked swatches change their colors among them</source>
        <translation>Nicht gesperrte Farbfelder tauschen ihre Farben untereinander</translation>
    </message>
    <message>
        <source>Lin&amp;k hues</source>
        <translation>Farbtöne &amp;koppeln</translation>
    </message>
    <message>
        <source>Turn one swatch on the wheel, and all others turn with it</source>
        <translation>Ein Farbfeld auf dem Farbkreis drehen, und alle anderen drehen sich mit</translation>
    </message>
    <message>
        <source>Move &amp;left</source>
        <translation>Nach &amp;links</translation>
    </message>
    <message>
        <source>Move the swatch one place to the left; the photo stays</source>
        <translation>Das Farbfeld einen Platz nach links rücken; das Foto bleibt</translation>
    </message>
    <message>
        <source>Move &amp;right</source>
        <translation>Nach re&amp;chts</translation>
    </message>
    <message>
        <source>Move the swatch one place to the right; the photo stays</source>
        <translation>Das Farbfeld einen Platz nach rechts rücken; das Foto bleibt</translation>
    </message>
    <message>
        <source>&amp;Colors of another photo…</source>
        <translation>Far&amp;ben eines anderen Fotos…</translation>
    </message>
    <message>
        <source>Swatches take the colors of another photo&apos;s palette; pairs can be forced</source>
        <translation>Farbfelder nehmen die Farben aus der Palette eines anderen Fotos an; Paare lassen sich festlegen</translation>
    </message>
    <message>
        <source>More &amp;variations</source>
        <translation>Mehr Var&amp;iationen</translation>
    </message>
    <message>
        <source>Draw this photo in other colors, to choose from</source>
        <translation>Dieses Foto in anderen Farben zeichnen, zur Auswahl</translation>
    </message>
    <message>
        <source>Save palette to librar&amp;y</source>
        <translation>&amp;Palette in Bibliothek speichern</translation>
    </message>
    <message>
        <source>Keep the palette in the library under a name</source>
        <translation>Die Palette unter einem Namen in der Bibliothek aufheben</translation>
    </message>
    <message>
        <source>Re&amp;color</source>
        <translation>&amp;Umfärben</translation>
    </message>
    <message>
        <source>Colors follow the swatches</source>
        <translation>Farben folgen den Farbfeldern</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>&amp;Zuordnen</translation>
    </message>
    <message>
        <source>Every pixel takes the nearest color of the palette</source>
        <translation>Jedes Pixel nimmt die nächste Farbe der Palette an</translation>
    </message>
    <message>
        <source>&amp;Segment</source>
        <translation>&amp;Segmentieren</translation>
    </message>
    <message>
        <source>Divide the photo by a mixture of its values or colors</source>
        <translation>Das Foto nach einer Mischung seiner Werte oder Farben aufteilen</translation>
    </message>
    <message>
        <source>&amp;Transfer</source>
        <translation>Über&amp;tragen</translation>
    </message>
    <message>
        <source>Give the photo the colors of another one</source>
        <translation>Dem Foto die Farben eines anderen geben</translation>
    </message>
    <message>
        <source>Colori&amp;ze</source>
        <translation>&amp;Kolorieren</translation>
    </message>
    <message>
        <source>Give a gray photo color; your hints and palettes lead it</source>
        <translation>Einem grauen Foto Farbe geben; eigene Hinweise und Paletten leiten sie</translation>
    </message>
    <message>
        <source>Se&amp;quence</source>
        <translation>Se&amp;quenz</translation>
    </message>
    <message>
        <source>Learn the background of a video, and see what moves before it</source>
        <translation>Den Hintergrund eines Videos lernen und sehen, was sich davor bewegt</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>Anordnung zu&amp;rücksetzen</translation>
    </message>
    <message>
        <source>Put all panels back in their places</source>
        <translation>Alle Bedienfelder an ihren Platz zurückbringen</translation>
    </message>
    <message>
        <source>&amp;Hide panels</source>
        <translation>Bedienfelder aus&amp;blenden</translation>
    </message>
    <message>
        <source>Give the photo the whole window</source>
        <translation>Dem Foto das ganze Fenster geben</translation>
    </message>
    <message>
        <source>&amp;Find a command…</source>
        <translation>&amp;Befehl suchen…</translation>
    </message>
    <message>
        <source>Do anything by typing a word of its name</source>
        <translation>Alles tun, indem man ein Wort seines Namens tippt</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>&amp;Rundgang</translation>
    </message>
    <message>
        <source>What is where in the window, in five steps</source>
        <translation>Was wo im Fenster ist, in fünf Schritten</translation>
    </message>
    <message>
        <source>&amp;Documentation</source>
        <translation>D&amp;okumentation</translation>
    </message>
    <message>
        <source>Tutorials, answers and explanations, offline</source>
        <translation>Anleitungen, Antworten und Erklärungen, offline</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>All keys and what they do</source>
        <translation>Alle Tasten und was sie tun</translation>
    </message>
    <message>
        <source>EM in &amp;one dimension</source>
        <translation>EM in &amp;einer Dimension</translation>
    </message>
    <message>
        <source>Watch expectation maximization find two groups of values</source>
        <translation>Zusehen, wie Expectation Maximization zwei Gruppen von Werten findet</translation>
    </message>
    <message>
        <source>EM in &amp;two dimensions</source>
        <translation>EM in &amp;zwei Dimensionen</translation>
    </message>
    <message>
        <source>Watch expectation maximization find two clouds of points</source>
        <translation>Zusehen, wie Expectation Maximization zwei Punktwolken findet</translation>
    </message>
    <message>
        <source>Copy &amp;report</source>
        <translation>Bericht &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy versions and folders, for a bug report</source>
        <translation>Versionen und Ordner für einen Fehlerbericht kopieren</translation>
    </message>
    <message>
        <source>&amp;About Palette Studio</source>
        <translation>&amp;Über Palette Studio</translation>
    </message>
    <message>
        <source>Version, licenses, credits</source>
        <translation>Version, Lizenzen, Danksagung</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Palette</source>
        <translation>&amp;Palette</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;Fenster</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Demos</source>
        <translation>&amp;Demos</translation>
    </message>
    <message>
        <source>Color &amp;vision</source>
        <translation>&amp;Farbsehen</translation>
    </message>
    <message>
        <source>S&amp;ort by</source>
        <translation>S&amp;ortieren nach</translation>
    </message>
    <message>
        <source>&amp;Harmonize</source>
        <translation>&amp;Harmonisieren</translation>
    </message>
    <message>
        <source>Sh&amp;uffle</source>
        <translation>&amp;Mischen</translation>
    </message>
    <message>
        <source>Seen without red cones</source>
        <translation>Ohne Rotzapfen gesehen</translation>
    </message>
    <message>
        <source>Seen with weak red cones</source>
        <translation>Mit schwachen Rotzapfen gesehen</translation>
    </message>
    <message>
        <source>Seen without green cones</source>
        <translation>Ohne Grünzapfen gesehen</translation>
    </message>
    <message>
        <source>Seen with weak green cones</source>
        <translation>Mit schwachen Grünzapfen gesehen</translation>
    </message>
    <message>
        <source>Seen without blue cones</source>
        <translation>Ohne Blauzapfen gesehen</translation>
    </message>
    <message>
        <source>Seen with weak blue cones</source>
        <translation>Mit schwachen Blauzapfen gesehen</translation>
    </message>
    <message>
        <source>Seen without color vision</source>
        <translation>Ohne Farbsehen gesehen</translation>
    </message>
    <message>
        <source>Seen with little color vision</source>
        <translation>Mit wenig Farbsehen gesehen</translation>
    </message>
    <message>
        <source>Space, or middle button</source>
        <translation>Leertaste oder mittlere Maustaste</translation>
    </message>
    <message>
        <source>Move the photo</source>
        <translation>Das Foto verschieben</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Am Zeiger zoomen</translation>
    </message>
    <message>
        <source>1 … 9</source>
        <translation>1 … 9</translation>
    </message>
    <message>
        <source>Select a swatch</source>
        <translation>Ein Farbfeld auswählen</translation>
    </message>
    <message>
        <source>L, C or H with ↑ ↓</source>
        <translation>L, C oder H mit ↑ ↓</translation>
    </message>
    <message>
        <source>Nudge lightness, chroma or hue; Shift ten times as far</source>
        <translation>Helligkeit, Chroma oder Farbton schrittweise ändern; Umschalt zehnmal so weit</translation>
    </message>
    <message>
        <source>Alt+click on the photo</source>
        <translation>Alt+Klick ins Foto</translation>
    </message>
    <message>
        <source>Add that color as a swatch</source>
        <translation>Diese Farbe als Farbfeld hinzufügen</translation>
    </message>
    <message>
        <source>Return   ← ↑ ↓ →   Ctrl+Return</source>
        <translation>Eingabe   ← ↑ ↓ →   Strg+Eingabe</translation>
    </message>
    <message>
        <source>On the photo: a cross, where it is, and a click there</source>
        <translation>Auf dem Foto: ein Fadenkreuz, wo es steht, und dort klicken</translation>
    </message>
    <message>
        <source>Shift+← ↑ ↓ →</source>
        <translation>Umschalt+← ↑ ↓ →</translation>
    </message>
    <message>
        <source>On the photo: move the line between original and edited</source>
        <translation>Auf dem Foto: die Linie zwischen Original und Bearbeitung bewegen</translation>
    </message>
    <message>
        <source>Shift+F10</source>
        <translation>Umschalt+F10</translation>
    </message>
    <message>
        <source>Open the menu of what has the keys</source>
        <translation>Das Menü dessen öffnen, was die Tasten hat</translation>
    </message>
    <message>
        <source>← →   Ctrl+← →</source>
        <translation>← →   Strg+← →</translation>
    </message>
    <message>
        <source>On the palette: select, or move the swatch</source>
        <translation>In der Palette: auswählen oder das Farbfeld rücken</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Take back the drag, leave the tool</source>
        <translation>Das Ziehen zurücknehmen, das Werkzeug verlassen</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>True</source>
        <translation>Wahr</translation>
    </message>
    <message>
        <source>Estimated</source>
        <translation>Geschätzt</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>Gruppe %1</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Group %1: mean %2, estimated %3</source>
        <translation>Gruppe %1: Mittelwert %2, geschätzt %3</translation>
    </message>
</context>
<context>
    <name>Complaints</name>
    <message>
        <source>There is not enough memory for this. Close other programs, or open a smaller photo.</source>
        <translation>Dafür reicht der Arbeitsspeicher nicht. Andere Programme schließen oder ein kleineres Foto öffnen.</translation>
    </message>
    <message>
        <source>Something failed inside. The last picture stays; please report this.</source>
        <translation>Intern ist etwas fehlgeschlagen. Das letzte Bild bleibt; bitte melden.</translation>
    </message>
    <message>
        <source>Something went wrong inside. Your picture stays; please report this.</source>
        <translation>Im Programm ist etwas schiefgegangen. Das Bild bleibt; bitte melden.</translation>
    </message>
</context>
<context>
    <name>ComponentList</name>
    <message>
        <source>Components</source>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>A click, or ↑ ↓, selects a component</source>
        <translation>Ein Klick oder ↑ ↓ wählt eine Komponente aus</translation>
    </message>
</context>
<context>
    <name>Contrast</name>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>AAA</source>
        <translation>AAA</translation>
    </message>
    <message>
        <source>AAA for text</source>
        <translation>AAA für Text</translation>
    </message>
    <message>
        <source>AA</source>
        <translation>AA</translation>
    </message>
    <message>
        <source>AA for text</source>
        <translation>AA für Text</translation>
    </message>
    <message>
        <source>large</source>
        <translation>groß</translation>
    </message>
    <message>
        <source>AA for large text only</source>
        <translation>AA nur für großen Text</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>fails for text</source>
        <translation>zu wenig für Text</translation>
    </message>
</context>
<context>
    <name>ContrastList</name>
    <message>
        <source>Contrast of the selected swatch with the others</source>
        <translation>Kontrast des ausgewählten Farbfelds mit den anderen</translation>
    </message>
    <message>
        <source>A click or Return selects that swatch</source>
        <translation>Ein Klick oder Eingabe wählt dieses Farbfeld aus</translation>
    </message>
</context>
<context>
    <name>ContrastMatrix</name>
    <message>
        <source>Contrast of every swatch with every other</source>
        <translation>Kontrast jedes Farbfelds mit jedem anderen</translation>
    </message>
    <message>
        <source>A click or Return selects the swatch of that row</source>
        <translation>Ein Klick oder Eingabe wählt das Farbfeld dieser Zeile aus</translation>
    </message>
</context>
<context>
    <name>CountPlot</name>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>Drag to select a range: the photo shows its pixels alone. A click or Esc clears it; arrow keys move it.</source>
        <translation>Ziehen, um einen Bereich auszuwählen: Das Foto zeigt nur seine Pixel. Ein Klick oder Esc hebt ihn auf; Pfeiltasten verschieben ihn.</translation>
    </message>
    <message>
        <source>No range</source>
        <translation>Kein Bereich</translation>
    </message>
    <message>
        <source>Range from %1 to %2</source>
        <translation>Bereich von %1 bis %2</translation>
    </message>
    <message>
        <source>Range from here</source>
        <translation>Bereich ab hier</translation>
    </message>
    <message>
        <source>Range to here</source>
        <translation>Bereich bis hier</translation>
    </message>
</context>
<context>
    <name>CraftDesk</name>
    <message>
        <source>There is no unlocked swatch between them to change.</source>
        <translation>Dazwischen ist kein Farbfeld, das sich ändern ließe: Alle sind gesperrt.</translation>
    </message>
    <message>
        <source>The swatches are in that order already.</source>
        <translation>Die Farbfelder sind schon in dieser Reihenfolge.</translation>
    </message>
    <message>
        <source>Nothing to turn: this swatch is gray, or all are in harmony.</source>
        <translation>Nichts zu drehen: Dieses Farbfeld ist grau, oder alle sind schon in Harmonie.</translation>
    </message>
</context>
<context>
    <name>CriterionCurve</name>
    <message>
        <source>Criterion by number of components</source>
        <translation>Kriterium nach Anzahl der Komponenten</translation>
    </message>
</context>
<context>
    <name>DemoDesk</name>
    <message>
        <source>Demo: EM in one dimension</source>
        <translation>Demo: EM in einer Dimension</translation>
    </message>
    <message>
        <source>The colored curves made the points. From the points alone, EM finds the curves again, closer with every step.</source>
        <translation>Die farbigen Kurven haben die Punkte gemacht. Allein aus den Punkten findet EM die Kurven wieder, mit jedem Schritt genauer.</translation>
    </message>
    <message>
        <source>Demo: EM in two dimensions</source>
        <translation>Demo: EM in zwei Dimensionen</translation>
    </message>
    <message>
        <source>The colored rings show two clouds of points. From the points alone, EM finds the rings again, closer with every step.</source>
        <translation>Die farbigen Ringe zeigen zwei Punktwolken. Allein aus den Punkten findet EM die Ringe wieder, mit jedem Schritt genauer.</translation>
    </message>
</context>
<context>
    <name>DemoWindow</name>
    <message>
        <source>Drawing points…</source>
        <translation>Punkte werden gezogen…</translation>
    </message>
    <message>
        <source>a point</source>
        <translation>je Punkt</translation>
    </message>
    <message>
        <source>Log likelihood</source>
        <translation>Log-Likelihood</translation>
    </message>
    <message>
        <source>Back to the beginning</source>
        <translation>Zurück zum Anfang</translation>
    </message>
    <message>
        <source>New points</source>
        <translation>Neue Punkte</translation>
    </message>
    <message>
        <source>Draw other points from the same groups</source>
        <translation>Andere Punkte aus denselben Gruppen ziehen</translation>
    </message>
</context>
<context>
    <name>DressDesk</name>
    <message>
        <source>Choose the photo whose colors you want</source>
        <translation>Das Foto auswählen, dessen Farben gewünscht sind</translation>
    </message>
</context>
<context>
    <name>DressDialog</name>
    <message>
        <source>Colors of another photo</source>
        <translation>Farben eines anderen Fotos</translation>
    </message>
    <message>
        <source>Every swatch takes the color its line leads to. Drag from one row to the other, or click one above and one below, to choose a pair yourself; the same again parts it.</source>
        <translation>Jedes Farbfeld nimmt die Farbe an, zu der seine Linie führt. Von einer Reihe zur anderen ziehen oder oben und unten je eines anklicken, um ein Paar selbst zu wählen; noch einmal dasselbe trennt es.</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anderes</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Without my pairs</source>
        <translation>Ohne meine Paare</translation>
    </message>
    <message>
        <source>Keep these colors</source>
        <translation>Diese Farben behalten</translation>
    </message>
    <message>
        <source>Bring back the colors that were</source>
        <translation>Die früheren Farben zurückholen</translation>
    </message>
    <message>
        <source>Take back the pairs you chose, and find them again</source>
        <translation>Die selbst gewählten Paare zurücknehmen und neu ermitteln</translation>
    </message>
</context>
<context>
    <name>DropDesk</name>
    <message>
        <source>Let go to make this part of the photo %1. Esc leaves it.</source>
        <translation>Loslassen, um diesen Teil des Fotos %1 zu färben. Esc lässt ihn.</translation>
    </message>
    <message>
        <source>It took the hue and kept its light, else the whole photo would change its own.</source>
        <translation>Der Farbton ist übernommen, die Helligkeit bleibt, sonst würde sich das ganze Foto ändern.</translation>
    </message>
    <message>
        <source>Drop with Shift for the color as it is.</source>
        <translation>Mit Umschalt ablegen für die Farbe, wie sie ist.</translation>
    </message>
    <message>
        <source>The nearest these swatches come to %1 there is %2.</source>
        <translation>Am nächsten kommen diese Farbfelder %1 dort mit %2.</translation>
    </message>
    <message>
        <source>Colors can be dropped on the photo in Recolor and in Map.</source>
        <translation>Farben lassen sich in Umfärben und in Zuordnen auf dem Foto ablegen.</translation>
    </message>
    <message>
        <source>%1 is locked; unlock it to change it.</source>
        <translation>%1 ist gesperrt; zum Ändern entsperren.</translation>
    </message>
</context>
<context>
    <name>EngineDesk</name>
    <message>
        <source>Recolor</source>
        <translation>Umfärben</translation>
    </message>
    <message>
        <source>Map to the palette</source>
        <translation>Der Palette zuordnen</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segmentieren</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Übertragen</translation>
    </message>
    <message>
        <source>Colorize</source>
        <translation>Kolorieren</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Sequenz</translation>
    </message>
    <message>
        <source>Engine: %1</source>
        <translation>Verfahren: %1</translation>
    </message>
    <message>
        <source>Strength %1 %</source>
        <translation>Stärke %1 %</translation>
    </message>
    <message>
        <source>Keep light %1 %</source>
        <translation>Licht halten %1 %</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>%1 are both locked; unlock one of them to merge them.</source>
        <translation>%1 sind beide gesperrt; zum Zusammenführen eines davon entsperren.</translation>
    </message>
    <message>
        <source>%1 cannot be read: the decoders do not start. Install Palette Studio anew.</source>
        <translation>%1 lässt sich nicht lesen: Die Decoder starten nicht. Palette Studio neu installieren.</translation>
    </message>
    <message>
        <source>%1 cannot be read: the system starts no process for its decoder (%2). Close other programs and try again.</source>
        <translation>%1 lässt sich nicht lesen: Das System startet keinen Prozess für den Decoder (%2). Andere Programme schließen und erneut versuchen.</translation>
    </message>
    <message>
        <source>%1 cannot be read: you lack permission. Change the file&apos;s permissions, or copy it elsewhere.</source>
        <translation>%1 lässt sich nicht lesen: Die Berechtigung fehlt. Die Rechte der Datei ändern oder sie anderswohin kopieren.</translation>
    </message>
    <message>
        <source>%1 cannot be read; the system says: %2. Try a copy of the file.</source>
        <translation>%1 lässt sich nicht lesen; das System meldet: %2. Eine Kopie der Datei versuchen.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2 is only read. Palettes are written as %3.</source>
        <translation>%1 lässt sich nicht schreiben: %2 wird nur gelesen. Paletten werden geschrieben als %3.</translation>
    </message>
    <message>
        <source>%1 cannot say that the channels have different domains. Write it as a Hald picture.</source>
        <translation>%1 kann nicht ausdrücken, dass die Kanäle verschiedene Definitionsbereiche haben. Als Hald-Bild schreiben.</translation>
    </message>
    <message>
        <source>%1 claims to be %2 × %3 pixels: it is damaged. Get another copy of it.</source>
        <translation>%1 gibt an, %2 × %3 Pixel groß zu sein: Die Datei ist beschädigt. Eine andere Kopie davon besorgen.</translation>
    </message>
    <message>
        <source>%1 color</source>
        <translation>%1 Farbe</translation>
    </message>
    <message>
        <source>%1 color becomes</source>
        <translation>%1 Farbe wird</translation>
    </message>
    <message>
        <source>%1 color loses its</source>
        <translation>%1 Farbe verliert ihren</translation>
    </message>
    <message>
        <source>%1 colors</source>
        <translation>%1 Farben</translation>
    </message>
    <message>
        <source>%1 colors become</source>
        <translation>%1 Farben werden</translation>
    </message>
    <message>
        <source>%1 colors leave no place for a clear one; use at most %2</source>
        <translation>%1 Farben lassen keinen Platz für eine durchsichtige; höchstens %2 verwenden</translation>
    </message>
    <message>
        <source>%1 colors lose theirs</source>
        <translation>%1 Farben verlieren ihren</translation>
    </message>
    <message>
        <source>%1 could not be done: %2: %3. Please report this.</source>
        <translation>%1 ließ sich nicht bearbeiten: %2: %3. Bitte melden.</translation>
    </message>
    <message>
        <source>%1 could not be encoded as %2 (%3). Choose another format.</source>
        <translation>%1 ließ sich nicht als %2 kodieren (%3). Ein anderes Format wählen.</translation>
    </message>
    <message>
        <source>%1 could not be encoded as PNG. Choose another format.</source>
        <translation>%1 ließ sich nicht als PNG kodieren. Ein anderes Format wählen.</translation>
    </message>
    <message>
        <source>%1 could not be encoded as PNG. Write it as .cube.</source>
        <translation>%1 ließ sich nicht als PNG kodieren. Als .cube schreiben.</translation>
    </message>
    <message>
        <source>%1 could not be written as a video. Write frames instead.</source>
        <translation>%1 ließ sich nicht als Video schreiben. Stattdessen Einzelbilder schreiben.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2 is a file, not a folder.</source>
        <translation>%1 ließ sich nicht schreiben: %2 ist eine Datei, kein Ordner.</translation>
    </message>
    <message>
        <source>%1 could not be written: it is a device or pipe, not a file. Choose another name.</source>
        <translation>%1 ließ sich nicht schreiben: Es ist ein Gerät oder eine Pipe, keine Datei. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>%1 could not be written: it is a folder. Choose another name.</source>
        <translation>%1 ließ sich nicht schreiben: Es ist ein Ordner. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>%1 could not be written: it is write-protected. Choose another name, or lift that.</source>
        <translation>%1 ließ sich nicht schreiben: Die Datei ist schreibgeschützt. Einen anderen Namen wählen oder den Schutz aufheben.</translation>
    </message>
    <message>
        <source>%1 could not be written: its name is too long. Choose a shorter one.</source>
        <translation>%1 ließ sich nicht schreiben: Der Name ist zu lang. Einen kürzeren wählen.</translation>
    </message>
    <message>
        <source>%1 could not be written: the disk of the folder %2 is full. Make room there or choose another folder.</source>
        <translation>%1 ließ sich nicht schreiben: Der Datenträger des Ordners %2 ist voll. Dort Platz schaffen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>%1 could not be written: the folder %2 is read-only. Choose another folder.</source>
        <translation>%1 ließ sich nicht schreiben: Der Ordner %2 ist schreibgeschützt. Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>%1 could not be written: the system says: %2. Try another folder.</source>
        <translation>%1 ließ sich nicht schreiben: Das System meldet: %2. Einen anderen Ordner versuchen.</translation>
    </message>
    <message>
        <source>%1 could not be written: there is no folder %2. Make it first or choose another.</source>
        <translation>%1 ließ sich nicht schreiben: Es gibt keinen Ordner %2. Ihn zuerst anlegen oder einen anderen wählen.</translation>
    </message>
    <message>
        <source>%1 could not be written: you may not write to the folder %2. Choose another folder, or change its permissions.</source>
        <translation>%1 ließ sich nicht schreiben: Im Ordner %2 fehlt das Schreibrecht. Einen anderen Ordner wählen oder seine Rechte ändern.</translation>
    </message>
    <message>
        <source>%1 does not exist in %2. If it was moved or renamed, open it from there.</source>
        <translation>%1 gibt es nicht in %2. Falls verschoben oder umbenannt, die Datei von dort öffnen.</translation>
    </message>
    <message>
        <source>%1 file</source>
        <translation>%1 Datei</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 Dateien</translation>
    </message>
    <message>
        <source>%1 folder</source>
        <translation>%1 Ordner</translation>
    </message>
    <message>
        <source>%1 folders</source>
        <translation>%1 Ordner</translation>
    </message>
    <message>
        <source>%1 gathers groups, those without one first: the order of colors changes.</source>
        <translation>%1 fasst Gruppen zusammen, Farben ohne Gruppe zuerst: Die Reihenfolge der Farben ändert sich.</translation>
    </message>
    <message>
        <source>%1 group</source>
        <translation>%1 Gruppe</translation>
    </message>
    <message>
        <source>%1 groups</source>
        <translation>%1 Gruppen</translation>
    </message>
    <message>
        <source>%1 has %2 MB; no color table is so large. Get another file.</source>
        <translation>%1 hat %2 MB; keine Farbtabelle ist so groß. Eine andere Datei besorgen.</translation>
    </message>
    <message>
        <source>%1 has %2 colors; a palette holds at most %3. Take some out first.</source>
        <translation>%1 hat %2 Farben; eine Palette fasst höchstens %3. Zuerst einige herausnehmen.</translation>
    </message>
    <message>
        <source>%1 has %2 objects in its property list; no palette is so large.</source>
        <translation>%1 hat %2 Objekte in der Eigenschaftsliste; keine Palette ist so groß.</translation>
    </message>
    <message>
        <source>%1 has a %2 of more than %3 MB; no palette is so large.</source>
        <translation>%1 enthält eine Datei %2 von mehr als %3 MB; keine Palette ist so groß.</translation>
    </message>
    <message>
        <source>%1 has a DOCTYPE, which no palette needs. Take it out, or save the palette anew.</source>
        <translation>%1 enthält ein DOCTYPE, das keine Palette braucht. Es herausnehmen oder die Palette neu speichern.</translation>
    </message>
    <message>
        <source>%1 has a name that is too long for this system. Rename it first.</source>
        <translation>%1 hat einen Namen, der für dieses System zu lang ist. Die Datei zuerst umbenennen.</translation>
    </message>
    <message>
        <source>%1 has a property list of more parts than any palette.</source>
        <translation>%1 enthält eine Eigenschaftsliste mit mehr Teilen als jede Palette.</translation>
    </message>
    <message>
        <source>%1 has an XML element of more than %2 MB; palettes have none.</source>
        <translation>%1 enthält ein XML-Element von mehr als %2 MB; in Paletten gibt es keine solchen.</translation>
    </message>
    <message>
        <source>%1 has an empty domain: from %2 to %3. Get another copy of it, or export it again.</source>
        <translation>%1 hat einen leeren Definitionsbereich: von %2 bis %3. Eine andere Kopie davon besorgen oder neu exportieren.</translation>
    </message>
    <message>
        <source>%1 has more than %2 MB of XML; no palette is so large.</source>
        <translation>%1 hat mehr als %2 MB XML; keine Palette ist so groß.</translation>
    </message>
    <message>
        <source>%1 has more than %2 MB of text; no palette is so large.</source>
        <translation>%1 hat mehr als %2 MB Text; keine Palette ist so groß.</translation>
    </message>
    <message>
        <source>%1 has more than %2 MB; no palette is so large.</source>
        <translation>%1 hat mehr als %2 MB; keine Palette ist so groß.</translation>
    </message>
    <message>
        <source>%1 has more than %2 XML elements; no palette is so large.</source>
        <translation>%1 hat mehr als %2 XML-Elemente; keine Palette ist so groß.</translation>
    </message>
    <message>
        <source>%1 has more than %2 colors. Take some out first.</source>
        <translation>%1 hat mehr als %2 Farben. Zuerst einige herausnehmen.</translation>
    </message>
    <message>
        <source>%1 has more than %2 parts up to byte %3; no palette is so large.</source>
        <translation>%1 hat mehr als %2 Teile bis Byte %3; keine Palette ist so groß.</translation>
    </message>
    <message>
        <source>%1 has no colors. %2 Open another file.</source>
        <translation>%1 enthält keine Farben. %2 Eine andere Datei öffnen.</translation>
    </message>
    <message>
        <source>%1 has no colors. Open another file.</source>
        <translation>%1 enthält keine Farben. Eine andere Datei öffnen.</translation>
    </message>
    <message>
        <source>%1 has no extension of a color table: .cube, or .png for a Hald CLUT. Choose one.</source>
        <translation>%1 hat keine Endung einer Farbtabelle: .cube oder, für eine Hald-CLUT, .png. Eine davon wählen.</translation>
    </message>
    <message>
        <source>%1 has no extension of a palette. Palettes are written as %2.</source>
        <translation>%1 hat keine Endung einer Palette. Paletten werden geschrieben als %2.</translation>
    </message>
    <message>
        <source>%1 has no frame that can be read. Open another sequence.</source>
        <translation>%1 enthält kein lesbares Bild. Eine andere Sequenz öffnen.</translation>
    </message>
    <message>
        <source>%1 has no frame that can be read. Save it anew, as MP4 or AVI.</source>
        <translation>%1 enthält kein lesbares Bild. Neu speichern, als MP4 oder AVI.</translation>
    </message>
    <message>
        <source>%1 has pixels of an unusual kind (%2, %3). Save it with 8 or 16 bits first.</source>
        <translation>%1 hat Pixel von ungewöhnlicher Art (%2, %3). Zuerst mit 8 oder 16 Bit speichern.</translation>
    </message>
    <message>
        <source>%1 has pixels of an unusual kind. Save it as a plain PNG first.</source>
        <translation>%1 hat Pixel von ungewöhnlicher Art. Zuerst als einfaches PNG speichern.</translation>
    </message>
    <message>
        <source>%1 holds at most %2 colors; the palette has %3. Take some out, or choose another format.</source>
        <translation>%1 fasst höchstens %2 Farben; die Palette hat %3. Einige herausnehmen oder ein anderes Format wählen.</translation>
    </message>
    <message>
        <source>%1 holds numbers of a rare kind, of %2 bits, that nothing here can read. Save it as a TIFF of 8 or 16 bits a channel first.</source>
        <translation>%1 enthält Zahlen seltener Art mit %2 Bit, die hier nichts lesen kann. Zuerst als TIFF mit 8 oder 16 Bit je Kanal speichern.</translation>
    </message>
    <message>
        <source>%1 is %2 × %3 pixels (%4 MP); Palette Studio opens up to %5 MP. Make it smaller first, or raise the limit in Preferences.</source>
        <translation>%1 hat %2 × %3 Pixel (%4 MP); Palette Studio öffnet bis zu %5 MP. Zuerst verkleinern oder die Grenze in den Einstellungen erhöhen.</translation>
    </message>
    <message>
        <source>%1 is %2 × %3 pixels, the frames before it %4 × %5. Scale it to that size, or take it out of the sequence.</source>
        <translation>%1 hat %2 × %3 Pixel, die Bilder davor haben %4 × %5. Auf diese Größe bringen oder aus der Sequenz nehmen.</translation>
    </message>
    <message>
        <source>%1 is %2, not a video. Open a video, or a folder of frames.</source>
        <translation>%1 ist %2, kein Video. Ein Video oder einen Ordner mit Einzelbildern öffnen.</translation>
    </message>
    <message>
        <source>%1 is %2, whatever its name says. Palette Studio opens %3 and %4.</source>
        <translation>%1 ist %2, was auch immer der Name sagt. Palette Studio öffnet %3 und %4.</translation>
    </message>
    <message>
        <source>%1 is JSON in which no colors are found: %2. Open another file.</source>
        <translation>%1 ist JSON, in dem keine Farben zu finden sind: %2. Eine andere Datei öffnen.</translation>
    </message>
    <message>
        <source>%1 is JSON of more parts than any palette has. Take the colors out of it first.</source>
        <translation>%1 ist JSON mit mehr Teilen als jede Palette. Zuerst die Farben herausnehmen.</translation>
    </message>
    <message>
        <source>%1 is a %2 picture. To open it, install palette-studio[formats], or save it as TIFF or JPEG first.</source>
        <translation>%1 ist ein Bild der Art %2. Zum Öffnen palette-studio[formats] installieren oder es zuerst als TIFF oder JPEG speichern.</translation>
    </message>
    <message>
        <source>%1 is a PNG that cannot be read. %2</source>
        <translation>%1 ist ein PNG, das sich nicht lesen lässt. %2</translation>
    </message>
    <message>
        <source>%1 is a TIFF of a rare kind (not gray, RGB or CMYK). Save it as 16-bit RGB first.</source>
        <translation>%1 ist ein TIFF von seltener Art (weder Grau noch RGB oder CMYK). Zuerst als 16-Bit-RGB speichern.</translation>
    </message>
    <message>
        <source>%1 is a device or pipe, not a file. Save the %2 to a file first.</source>
        <translation>%1 ist ein Gerät oder eine Pipe, keine Datei. Zuerst in einer Datei speichern (%2).</translation>
    </message>
    <message>
        <source>%1 is a file, not a folder, or in one. Choose another name.</source>
        <translation>%1 ist eine Datei, kein Ordner, oder liegt in einer. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>%1 is a folder. Open one of the %2s in it.</source>
        <translation>%1 ist ein Ordner. Eine der Dateien darin öffnen (%2).</translation>
    </message>
    <message>
        <source>%1 is a link that leads back to itself. Open the file itself.</source>
        <translation>%1 ist eine Verknüpfung, die zu sich selbst zurückführt. Die Datei selbst öffnen.</translation>
    </message>
    <message>
        <source>%1 is a link to %2, which does not exist. Restore that file, or open another.</source>
        <translation>%1 ist eine Verknüpfung mit %2, das es nicht gibt. Diese Datei wiederherstellen oder eine andere öffnen.</translation>
    </message>
    <message>
        <source>%1 is a photo that is open; originals are never overwritten. Choose another name.</source>
        <translation>%1 ist ein geöffnetes Foto; Originale werden nie überschrieben. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>%1 is a picture of %2 colors. Open it as a photo: its palette is found.</source>
        <translation>%1 ist ein Bild mit %2 Farben. Es als Foto öffnen: Seine Palette wird ermittelt.</translation>
    </message>
    <message>
        <source>%1 is a picture of %2 × %3 pixels, and so no color table: a Hald CLUT is square, its side 8, 27, 64, 125 … or 4096. Open it as a photo, or get another file.</source>
        <translation>%1 ist ein Bild mit %2 × %3 Pixeln und damit keine Farbtabelle: Eine Hald-CLUT ist quadratisch, ihre Seite 8, 27, 64, 125 … oder 4096. Es als Foto öffnen oder eine andere Datei besorgen.</translation>
    </message>
    <message>
        <source>%1 is a picture of full color, which has no palette of its own. Open it as a photo: its palette is found.</source>
        <translation>%1 ist ein Vollfarbbild, das keine eigene Palette hat. Es als Foto öffnen: Seine Palette wird ermittelt.</translation>
    </message>
    <message>
        <source>%1 is a property list of another kind than color lists are today. Open it in the Colors window of macOS and save it anew, or make it binary with plutil.</source>
        <translation>%1 ist eine Eigenschaftsliste anderer Art, als Farblisten es heute sind. Sie im Farbfenster von macOS öffnen und neu speichern oder mit plutil binär machen.</translation>
    </message>
    <message>
        <source>%1 is a sprite without a palette. Save one in Aseprite as .gpl.</source>
        <translation>%1 ist ein Sprite ohne Palette. In Aseprite eine als .gpl speichern.</translation>
    </message>
    <message>
        <source>%1 is a style sheet of more than %2 MB. Take its colors out first.</source>
        <translation>%1 ist ein Stylesheet von mehr als %2 MB. Zuerst die Farben herausnehmen.</translation>
    </message>
    <message>
        <source>%1 is damaged and cannot be opened (%2). Get another copy of it.</source>
        <translation>%1 ist beschädigt und lässt sich nicht öffnen (%2). Eine andere Kopie davon besorgen.</translation>
    </message>
    <message>
        <source>%1 is damaged and cannot be opened. Get another copy of it.</source>
        <translation>%1 ist beschädigt und lässt sich nicht öffnen. Eine andere Kopie davon besorgen.</translation>
    </message>
    <message>
        <source>%1 is damaged and cannot be read. Save it anew.</source>
        <translation>%1 ist beschädigt und lässt sich nicht lesen. Neu speichern.</translation>
    </message>
    <message>
        <source>%1 is damaged: %2. Get another copy of it.</source>
        <translation>%1 ist beschädigt: %2. Eine andere Kopie davon besorgen.</translation>
    </message>
    <message>
        <source>%1 is damaged: line %2 %3. Get another copy of it, or export it again.</source>
        <translation>%1 ist beschädigt: Zeile %2 %3. Eine andere Kopie davon besorgen oder neu exportieren.</translation>
    </message>
    <message>
        <source>%1 is empty. Get another copy of it.</source>
        <translation>%1 ist leer. Eine andere Kopie davon besorgen.</translation>
    </message>
    <message>
        <source>%1 is empty: it holds no bytes at all. Get another copy of it.</source>
        <translation>%1 ist leer: Kein einziges Byte ist darin. Eine andere Kopie davon besorgen.</translation>
    </message>
    <message>
        <source>%1 is in %2 already, and this batch did not write it. Move it elsewhere, or choose another folder.</source>
        <translation>%1 liegt schon in %2 und stammt nicht aus dieser Stapelverarbeitung. Die Datei anderswohin verschieben oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>%1 is in the folder of the results, which is never read.</source>
        <translation>%1 liegt im Ordner der Ergebnisse, der nie gelesen wird.</translation>
    </message>
    <message>
        <source>%1 is incomplete: %2 %3 means %4 rows, and the file has %5 bytes. Get another copy of it, or export it again.</source>
        <translation>%1 ist unvollständig: %2 %3 bedeutet %4 Zeilen, und die Datei hat %5 Byte. Eine andere Kopie davon besorgen oder neu exportieren.</translation>
    </message>
    <message>
        <source>%1 is incomplete: it has %2 of the %3 rows that its size asks for. Get another copy of it, or export it again.</source>
        <translation>%1 ist unvollständig: Es sind %2 von den %3 Zeilen da, die zur angegebenen Größe gehören. Eine andere Kopie davon besorgen oder neu exportieren.</translation>
    </message>
    <message>
        <source>%1 is incomplete: its end is missing. Copy or download it again.</source>
        <translation>%1 ist unvollständig: Das Ende fehlt. Noch einmal kopieren oder herunterladen.</translation>
    </message>
    <message>
        <source>%1 is incomplete: the disk may be full. Make room, or choose another.</source>
        <translation>%1 ist unvollständig: Vielleicht ist der Datenträger voll. Platz schaffen oder einen anderen wählen.</translation>
    </message>
    <message>
        <source>%1 is larger than any project. Open another file.</source>
        <translation>%1 ist größer als jedes Projekt. Eine andere Datei öffnen.</translation>
    </message>
    <message>
        <source>%1 is locked by a password. Unpack %2 from it, or save it without one.</source>
        <translation>%1 ist mit einem Passwort geschützt. %2 daraus entpacken oder ohne Passwort speichern.</translation>
    </message>
    <message>
        <source>%1 is locked; unlock it to pair it.</source>
        <translation>%1 ist gesperrt; zum Paaren entsperren.</translation>
    </message>
    <message>
        <source>%1 is locked; unlock it to split it.</source>
        <translation>%1 ist gesperrt; zum Teilen entsperren.</translation>
    </message>
    <message>
        <source>%1 is made for video levels (%2), photos for full ones. Export it for data levels.</source>
        <translation>%1 ist für Videopegel gemacht (%2), Fotos haben volle. Für Datenpegel exportieren.</translation>
    </message>
    <message>
        <source>%1 is no color table: it has neither LUT_1D_SIZE nor LUT_3D_SIZE. Tables end in .cube, or are Hald pictures.</source>
        <translation>%1 ist keine Farbtabelle: Weder LUT_1D_SIZE noch LUT_3D_SIZE ist darin. Tabellen enden auf .cube oder sind Hald-Bilder.</translation>
    </message>
    <message>
        <source>%1 is no color table: it is no text. Tables end in .cube, or are Hald pictures.</source>
        <translation>%1 ist keine Farbtabelle: Es ist kein Text. Tabellen enden auf .cube oder sind Hald-Bilder.</translation>
    </message>
    <message>
        <source>%1 is no color table: its numbers begin in line %2, before LUT_1D_SIZE or LUT_3D_SIZE says how many there are. Get another copy of it, or export it again.</source>
        <translation>%1 ist keine Farbtabelle: Die Zahlen beginnen in Zeile %2, bevor LUT_1D_SIZE oder LUT_3D_SIZE sagt, wie viele es sind. Eine andere Kopie davon besorgen oder neu exportieren.</translation>
    </message>
    <message>
        <source>%1 is no color table: line %2 %3. Get another copy of it, or export it again.</source>
        <translation>%1 ist keine Farbtabelle: Zeile %2 %3. Eine andere Kopie davon besorgen oder neu exportieren.</translation>
    </message>
    <message>
        <source>%1 is no key that it knows; there are %2</source>
        <translation>%1 ist kein bekannter Schlüssel; es gibt %2</translation>
    </message>
    <message>
        <source>%1 is no longer there. Put it back, or choose another.</source>
        <translation>%1 ist nicht mehr da. Die Datei zurückbringen oder eine andere wählen.</translation>
    </message>
    <message>
        <source>%1 is no name of a file: %2.</source>
        <translation>%1 ist kein Name einer Datei: %2.</translation>
    </message>
    <message>
        <source>%1 is no palette format; there are %2</source>
        <translation>%1 ist kein Palettenformat; es gibt %2</translation>
    </message>
    <message>
        <source>%1 is no palette that Palette Studio reads. It reads %2.</source>
        <translation>%1 ist keine Palette, die Palette Studio liest. Gelesen werden %2.</translation>
    </message>
    <message>
        <source>%1 is no project of Palette Studio. Open a .palettestudio file, or a photo.</source>
        <translation>%1 ist kein Projekt von Palette Studio. Eine .palettestudio-Datei oder ein Foto öffnen.</translation>
    </message>
    <message>
        <source>%1 is no project of Palette Studio: it is no text. Open another file.</source>
        <translation>%1 ist kein Projekt von Palette Studio: Es ist kein Text. Eine andere Datei öffnen.</translation>
    </message>
    <message>
        <source>%1 is no project that can be opened: %2. Open an earlier copy of it.</source>
        <translation>%1 ist kein Projekt, das sich öffnen lässt: %2. Eine frühere Kopie davon öffnen.</translation>
    </message>
    <message>
        <source>%1 is no video that can be read. It is %2. Save it as MP4 or AVI.</source>
        <translation>%1 ist kein lesbares Video, sondern %2. Es als MP4 oder AVI speichern.</translation>
    </message>
    <message>
        <source>%1 is no video that can be read. Save it as MP4 or AVI.</source>
        <translation>%1 ist kein lesbares Video. Es als MP4 oder AVI speichern.</translation>
    </message>
    <message>
        <source>%1 is one of the photos themselves, which are never overwritten. Choose another folder or name.</source>
        <translation>%1 ist eines der Fotos selbst, die nie überschrieben werden. Einen anderen Ordner oder Namen wählen.</translation>
    </message>
    <message>
        <source>%1 is the folder of the results, which is never read.</source>
        <translation>%1 ist der Ordner der Ergebnisse, der nie gelesen wird.</translation>
    </message>
    <message>
        <source>%1 keeps %2: %3 opaque.</source>
        <translation>%1 behält %2: %3 deckend.</translation>
    </message>
    <message>
        <source>%1 keeps no alpha: %2 opaque.</source>
        <translation>%1 behält kein Alpha: %2 deckend.</translation>
    </message>
    <message>
        <source>%1 keeps no columns.</source>
        <translation>%1 behält keine Spalten.</translation>
    </message>
    <message>
        <source>%1 keeps no groups: %2 dissolved.</source>
        <translation>%1 behält keine Gruppen: %2 aufgelöst.</translation>
    </message>
    <message>
        <source>%1 keeps no locks.</source>
        <translation>%1 behält keine Sperren.</translation>
    </message>
    <message>
        <source>%1 keeps no name of the palette.</source>
        <translation>%1 behält keinen Namen der Palette.</translation>
    </message>
    <message>
        <source>%1 keeps no names: %2.</source>
        <translation>%1 behält keine Namen: %2.</translation>
    </message>
    <message>
        <source>%1 knows no spot inks: %2 no longer marked as such.</source>
        <translation>%1 kennt keine Schmuckfarben: %2 nicht mehr so gekennzeichnet.</translation>
    </message>
    <message>
        <source>%1 led its decoder astray (%2), which harmed nothing else. Get another copy of it.</source>
        <translation>%1 hat den Decoder in die Irre geführt (%2), was sonst nichts beschädigt hat. Eine andere Kopie davon besorgen.</translation>
    </message>
    <message>
        <source>%1 locked colors and %2 clear one are more than %3</source>
        <translation>%1 gesperrte Farben und %2 durchsichtige sind mehr als %3</translation>
    </message>
    <message>
        <source>%1 made its decoder crash, which harmed nothing else. It is damaged: get another copy of it.</source>
        <translation>%1 ließ den Decoder abstürzen, was sonst nichts beschädigt hat. Die Datei ist beschädigt: eine andere Kopie davon besorgen.</translation>
    </message>
    <message>
        <source>%1 needs more memory than is free.</source>
        <translation>%1 braucht mehr Arbeitsspeicher, als frei ist.</translation>
    </message>
    <message>
        <source>%1 needs more memory than is free. Close other programs, or export it smaller.</source>
        <translation>%1 braucht mehr Arbeitsspeicher, als frei ist. Andere Programme schließen oder kleiner exportieren.</translation>
    </message>
    <message>
        <source>%1 needs more memory than is free. Close other programs, or get a smaller table.</source>
        <translation>%1 braucht mehr Arbeitsspeicher, als frei ist. Andere Programme schließen oder eine kleinere Tabelle besorgen.</translation>
    </message>
    <message>
        <source>%1 needs more memory than is free. Close other programs.</source>
        <translation>%1 braucht mehr Arbeitsspeicher, als frei ist. Andere Programme schließen.</translation>
    </message>
    <message>
        <source>%1 needs more memory than this computer has free. Close other programs, or make it smaller.</source>
        <translation>%1 braucht mehr Arbeitsspeicher, als auf diesem Computer frei ist. Andere Programme schließen oder das Bild verkleinern.</translation>
    </message>
    <message>
        <source>%1 other becomes</source>
        <translation>%1 andere wird</translation>
    </message>
    <message>
        <source>%1 others become</source>
        <translation>%1 andere werden</translation>
    </message>
    <message>
        <source>%1 outside sRGB, clipped to it.</source>
        <translation>%1 außerhalb von sRGB, darauf beschnitten.</translation>
    </message>
    <message>
        <source>%1 s are over</source>
        <translation>%1 s sind um</translation>
    </message>
    <message>
        <source>%1 should be %2, not %3</source>
        <translation>%1 sollte %2 sein, nicht %3</translation>
    </message>
    <message>
        <source>%1 should be an object in braces, not %2</source>
        <translation>%1 sollte ein Objekt in geschweiften Klammern sein, nicht %2</translation>
    </message>
    <message>
        <source>%1 skipped: %2.</source>
        <translation>%1 übersprungen: %2.</translation>
    </message>
    <message>
        <source>%1 was being read when the system ended its decoder, most likely for want of memory. Close other programs and try again.</source>
        <translation>%1 wurde gerade gelesen, als das System den Decoder beendete, wahrscheinlich aus Mangel an Arbeitsspeicher. Andere Programme schließen und erneut versuchen.</translation>
    </message>
    <message>
        <source>%1 was given up: it could not be read in time (%2). Copy it to a faster disk, or get another copy of it.</source>
        <translation>%1 wurde aufgegeben: Die Zeit zum Lesen hat nicht gereicht (%2). Auf einen schnelleren Datenträger kopieren oder eine andere Kopie davon besorgen.</translation>
    </message>
    <message>
        <source>%1 was named twice; it is done once.</source>
        <translation>%1 wurde zweimal genannt und wird einmal bearbeitet.</translation>
    </message>
    <message>
        <source>%1 was saved by a newer Palette Studio (format %2; this one reads up to %3). Update the program to open it.</source>
        <translation>%1 wurde mit einem neueren Palette Studio gespeichert (Format %2; dieses liest bis %3). Zum Öffnen das Programm aktualisieren.</translation>
    </message>
    <message>
        <source>%1 would be %2 × %3 pixels; a %4 file has at most %5 a side. Export it smaller, or as PNG or TIFF.</source>
        <translation>%1 hätte %2 × %3 Pixel; eine Datei der Art %4 hat höchstens %5 je Seite. Kleiner exportieren oder als PNG oder TIFF.</translation>
    </message>
    <message>
        <source>%1 would be %2 × %3 pixels; a lossless WebP of more than %4 megapixels takes too much memory to make. Export it as PNG or TIFF, which are lossless too, or with a quality below 100.</source>
        <translation>%1 hätte %2 × %3 Pixel; ein verlustfreies WebP von mehr als %4 Megapixeln braucht zu viel Arbeitsspeicher. Als PNG oder TIFF exportieren, die auch verlustfrei sind, oder mit einer Qualität unter 100.</translation>
    </message>
    <message>
        <source>%1 would be among the frames you opened, which are never written to. Choose another folder.</source>
        <translation>%1 läge bei den geöffneten Einzelbildern, zu denen nie etwas geschrieben wird. Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>%1, twice. The file may be damaged, or need more memory than is free.</source>
        <translation>%1, zweimal. Vielleicht ist die Datei beschädigt oder braucht mehr Arbeitsspeicher, als frei ist.</translation>
    </message>
    <message>
        <source>%1: %2 in it not looked into.</source>
        <translation>%1: %2 darin nicht durchsucht.</translation>
    </message>
    <message>
        <source>%1: %2 is damaged.</source>
        <translation>%1: %2 ist beschädigt.</translation>
    </message>
    <message>
        <source>%1: %2 is damaged. It was kept as %3.</source>
        <translation>%1: %2 ist beschädigt. Die Datei wurde als %3 aufgehoben.</translation>
    </message>
    <message>
        <source>%1: %2 passed over, no photos by name.</source>
        <translation>%1: %2 übergangen, dem Namen nach keine Fotos.</translation>
    </message>
    <message>
        <source>%1: %2, or export PNG that is not indexed.</source>
        <translation>%1: %2, oder PNG exportieren, das nicht indiziert ist.</translation>
    </message>
    <message>
        <source>%1: photos are written as %2, not as %3. Choose another extension.</source>
        <translation>%1: Fotos werden als %2 geschrieben, nicht als %3. Eine andere Endung wählen.</translation>
    </message>
    <message>
        <source>%1: the system says: %2. Try again.</source>
        <translation>%1: Das System meldet: %2. Erneut versuchen.</translation>
    </message>
    <message>
        <source>(“%1”) has %2 numbers, not three</source>
        <translation>(„%1“) hat %2 Zahlen, nicht drei</translation>
    </message>
    <message>
        <source>(“%1”) has a number that is too large</source>
        <translation>(„%1“) hat eine zu große Zahl</translation>
    </message>
    <message>
        <source>(“%1”) is neither three numbers nor a keyword</source>
        <translation>(„%1“) enthält weder drei Zahlen noch ein Schlüsselwort</translation>
    </message>
    <message>
        <source>(“%1”) is no row of three numbers</source>
        <translation>(„%1“) ist keine Zeile mit drei Zahlen</translation>
    </message>
    <message>
        <source>64 hexadecimal digits</source>
        <translation>64 hexadezimale Ziffern</translation>
    </message>
    <message>
        <source>A file of that name exists.</source>
        <translation>Eine Datei dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>A gradient goes from one swatch to another; %1 is chosen.</source>
        <translation>Ein Verlauf geht von einem Farbfeld zum anderen; %1 ist ausgewählt.</translation>
    </message>
    <message>
        <source>Another batch is writing into %1. Wait until it ends, or choose another folder.</source>
        <translation>Eine andere Stapelverarbeitung schreibt in %1. Warten, bis sie endet, oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Broken pipe</source>
        <translation>Verbindung unterbrochen</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>Arbeitsspeicher reicht nicht</translation>
    </message>
    <message>
        <source>Choose at least two swatches to merge.</source>
        <translation>Mindestens zwei Farbfelder zum Zusammenführen auswählen.</translation>
    </message>
    <message>
        <source>Coloring needs torch: install palette-studio[models].</source>
        <translation>Zum Kolorieren ist torch nötig: palette-studio[models] installieren.</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>Zeit für die Verbindung abgelaufen</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>Gerät ist belegt</translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <translation>Ordner ist nicht leer</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>Speicherkontingent ist erschöpft</translation>
    </message>
    <message>
        <source>Expecting &apos;,&apos; delimiter</source>
        <translation>das Trennzeichen &apos;,&apos; fehlt</translation>
    </message>
    <message>
        <source>Expecting &apos;:&apos; delimiter</source>
        <translation>das Trennzeichen &apos;:&apos; fehlt</translation>
    </message>
    <message>
        <source>Expecting property name enclosed in double quotes</source>
        <translation>ein Name in Anführungszeichen fehlt</translation>
    </message>
    <message>
        <source>Expecting value</source>
        <translation>ein Wert fehlt</translation>
    </message>
    <message>
        <source>Extra data</source>
        <translation>hier steht zu viel</translation>
    </message>
    <message>
        <source>Favorites and recent palettes are lost</source>
        <translation>Favoriten und zuletzt verwendete Paletten sind verloren</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>Datei gibt es schon</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>Datei ist zu groß</translation>
    </message>
    <message>
        <source>Gray is taken as 0 for black; programs do not agree on its direction and curve. Compare it.</source>
        <translation>Grau wird als 0 für Schwarz gelesen; Programme sind sich über Richtung und Kurve nicht einig. Bitte vergleichen.</translation>
    </message>
    <message>
        <source>Gray is taken as linear light.</source>
        <translation>Grau wird als lineares Licht gelesen.</translation>
    </message>
    <message>
        <source>Gray is taken as sRGB; some programs mean linear light, which is brighter. Compare it with the original.</source>
        <translation>Grau wird als sRGB gelesen; manche Programme meinen lineares Licht, das heller ist. Mit dem Original vergleichen.</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Fehler beim Lesen oder Schreiben</translation>
    </message>
    <message>
        <source>Invalid control character at</source>
        <translation>unzulässiges Steuerzeichen</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>Ist ein Ordner</translation>
    </message>
    <message>
        <source>It has no variables that are colors; the colors of its rules are read, each once.</source>
        <translation>Keine Variable darin ist eine Farbe; gelesen werden die Farben der Regeln, jede einmal.</translation>
    </message>
    <message>
        <source>It is JSON of another program: every color in it is read, in its order.</source>
        <translation>Es ist JSON eines anderen Programms: Jede Farbe darin wird gelesen, in ihrer Reihenfolge.</translation>
    </message>
    <message>
        <source>It is a picture: its colors are read in order of appearance, each once.</source>
        <translation>Es ist ein Bild: Seine Farben werden in der Reihenfolge gelesen, in der sie vorkommen, jede einmal.</translation>
    </message>
    <message>
        <source>It says that %1 of its 256 colors count; all are read.</source>
        <translation>Laut Datei zählen %1 ihrer 256 Farben; gelesen werden alle.</translation>
    </message>
    <message>
        <source>It says that it has %1 blocks; %2 are there, and all are read.</source>
        <translation>Laut Datei sind es %1 Blöcke; %2 sind da, und alle werden gelesen.</translation>
    </message>
    <message>
        <source>It was not done within %1 minutes</source>
        <translation>Nach %1 Minuten war es noch nicht fertig</translation>
    </message>
    <message>
        <source>Its %1 are left out.</source>
        <translation>Ausgelassen: %1.</translation>
    </message>
    <message>
        <source>Its part with names is damaged, so that there are none: %1.</source>
        <translation>Der Teil mit den Namen ist beschädigt, so dass es keine gibt: %1.</translation>
    </message>
    <message>
        <source>Its third line says “%1”, but it has %2.</source>
        <translation>Laut dritter Zeile sind es „%1“, es sind aber %2.</translation>
    </message>
    <message>
        <source>Its version is %1, where 0x0300 is known.</source>
        <translation>Die Version ist %1, bekannt ist 0x0300.</translation>
    </message>
    <message>
        <source>No frames were named. Name a folder, a video, or the frames one by one.</source>
        <translation>Keine Einzelbilder angegeben. Einen Ordner, ein Video oder die Einzelbilder angeben.</translation>
    </message>
    <message>
        <source>No such device</source>
        <translation>Kein solches Gerät</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Keine solche Datei und kein solcher Ordner</translation>
    </message>
    <message>
        <source>None of the frames can be read. Open another sequence.</source>
        <translation>Keines der Bilder lässt sich lesen. Eine andere Sequenz öffnen.</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>Ist kein Ordner</translation>
    </message>
    <message>
        <source>Only a recipe that maps to palette colors can be written indexed; leave that out.</source>
        <translation>Nur ein Rezept, das Palettenfarben zuordnet, lässt sich indiziert schreiben; das weglassen.</translation>
    </message>
    <message>
        <source>Only locked swatches have this region; unlock one of them to change it.</source>
        <translation>Nur gesperrte Farbfelder haben diesen Bereich; zum Ändern eines davon entsperren.</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>Resource temporarily unavailable</source>
        <translation>Vorübergehend nicht verfügbar</translation>
    </message>
    <message>
        <source>Settings are back to their defaults</source>
        <translation>Die Einstellungen sind wieder die ursprünglichen</translation>
    </message>
    <message>
        <source>Settings are lost</source>
        <translation>Die Einstellungen sind verloren</translation>
    </message>
    <message>
        <source>Some of its colors have a color profile of their own; they are taken for sRGB.</source>
        <translation>Einige der Farben haben ein eigenes Farbprofil; sie werden als sRGB gelesen.</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>Netzwerkdatei ist nicht mehr gültig</translation>
    </message>
    <message>
        <source>The %1 bytes after its 256 colors mean nothing to us.</source>
        <translation>Die %1 Byte nach den 256 Farben sagen uns nichts.</translation>
    </message>
    <message>
        <source>The disk is full. Make room there and try again.</source>
        <translation>Der Datenträger ist voll. Dort Platz schaffen und erneut versuchen.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be read: %2.</source>
        <translation>Der Ordner %1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>The folder %1 has no frames: no PNG, JPEG, BMP, TIFF or WebP files.</source>
        <translation>Der Ordner %1 enthält keine Einzelbilder: keine Dateien als PNG, JPEG, BMP, TIFF oder WebP.</translation>
    </message>
    <message>
        <source>The folder %1 has too many exports. Choose another one.</source>
        <translation>Der Ordner %1 enthält zu viele Exporte. Einen anderen wählen.</translation>
    </message>
    <message>
        <source>The histogram is empty: there is no pixel to fit a mixture to.</source>
        <translation>Das Histogramm ist leer: Es gibt kein Pixel, an das sich eine Mischung anpassen ließe.</translation>
    </message>
    <message>
        <source>The name of the export is empty. Write one, such as {name}-recolored.</source>
        <translation>Der Name für den Export ist leer. Einen angeben, zum Beispiel {name}-recolored.</translation>
    </message>
    <message>
        <source>The name “%1” has a brace that stands alone; it may have {name}, {date} and {k}.</source>
        <translation>Der Name „%1“ enthält eine einzelne geschweifte Klammer; erlaubt sind {name}, {date} und {k}.</translation>
    </message>
    <message>
        <source>The name “%1” has {%2}; it may have {name}, {date} and {k}.</source>
        <translation>Der Name „%1“ enthält {%2}; erlaubt sind {name}, {date} und {k}.</translation>
    </message>
    <message>
        <source>The name “%1” may not have / \ &lt; &gt; : &quot; | ? or *. Folders are chosen above it.</source>
        <translation>Der Name „%1“ darf / \ &lt; &gt; : &quot; | ? und * nicht enthalten. Ordner werden darüber gewählt.</translation>
    </message>
    <message>
        <source>The other palette has no swatches.</source>
        <translation>Die andere Palette hat keine Farbfelder.</translation>
    </message>
    <message>
        <source>The palette has %1 swatches already; it holds at most %2.</source>
        <translation>Die Palette hat schon %1 Farbfelder; sie fasst höchstens %2.</translation>
    </message>
    <message>
        <source>The picture holds no pixel that shows: there are no colors to fit a mixture to.</source>
        <translation>Das Bild hat kein sichtbares Pixel: Es gibt keine Farben, an die sich eine Mischung anpassen ließe.</translation>
    </message>
    <message>
        <source>The pixels of this swatch have one color; there is nothing to split.</source>
        <translation>Die Pixel dieses Farbfelds haben nur eine Farbe; es gibt nichts zu teilen.</translation>
    </message>
    <message>
        <source>The pixels of this swatch look all the same; there is nothing to split.</source>
        <translation>Die Pixel dieses Farbfelds sehen alle gleich aus; es gibt nichts zu teilen.</translation>
    </message>
    <message>
        <source>The process that was at work on it ended (exit code %1)</source>
        <translation>Der Prozess, der daran arbeitete, wurde beendet (Exit-Code %1)</translation>
    </message>
    <message>
        <source>The process that was at work on it ended (signal %1)</source>
        <translation>Der Prozess, der daran arbeitete, wurde beendet (Signal %1)</translation>
    </message>
    <message>
        <source>The recipe looks at every photo by itself (it segments, transfers or colorizes), so that frames would flicker. For a sequence it must recolor, map, or grade by a color table.</source>
        <translation>Das Rezept betrachtet jedes Foto für sich (es teilt auf, überträgt Farben oder koloriert), so dass die Bilder flackern würden. Für eine Sequenz muss es umfärben, zuordnen oder mit einer Farbtabelle abstimmen.</translation>
    </message>
    <message>
        <source>The reference shows nothing: all of it is transparent; give another one.</source>
        <translation>Die Referenz zeigt nichts: Sie ist ganz durchsichtig; eine andere angeben.</translation>
    </message>
    <message>
        <source>The region is empty; choose some of the photo.</source>
        <translation>Der Bereich ist leer; etwas vom Foto auswählen.</translation>
    </message>
    <message>
        <source>The system says: %1. Try again.</source>
        <translation>Das System meldet: %1. Erneut versuchen.</translation>
    </message>
    <message>
        <source>The text has %1 characters; colors are looked for in up to %2.</source>
        <translation>Der Text hat %1 Zeichen; nach Farben gesucht wird in bis zu %2.</translation>
    </message>
    <message>
        <source>The window and its panels are where they were at first</source>
        <translation>Das Fenster und seine Bedienfelder sind wieder am ursprünglichen Platz</translation>
    </message>
    <message>
        <source>There are no photos to work on. Add some.</source>
        <translation>Es sind keine Fotos da. Welche hinzufügen.</translation>
    </message>
    <message>
        <source>There is no color in an empty text. Write #rrggbb, #rgb, a CSS name such as teal, a function such as hsl(200 50% 40%), or r, g, b.</source>
        <translation>In einem leeren Text ist keine Farbe. #rrggbb, #rgb, einen CSS-Namen wie teal, eine Funktion wie hsl(200 50% 40%) oder r, g, b schreiben.</translation>
    </message>
    <message>
        <source>There is no color in “%1”. Write #rrggbb, #rgb, a CSS name such as teal, a function such as hsl(200 50% 40%), or r, g, b.</source>
        <translation>In „%1“ ist keine Farbe. #rrggbb, #rgb, einen CSS-Namen wie teal, eine Funktion wie hsl(200 50% 40%) oder r, g, b schreiben.</translation>
    </message>
    <message>
        <source>There is no folder %1. Make it first or choose another.</source>
        <translation>Es gibt keinen Ordner %1. Ihn zuerst anlegen oder einen anderen wählen.</translation>
    </message>
    <message>
        <source>This failed without a reason (%1). Please report it.</source>
        <translation>Das ist ohne Angabe von Gründen fehlgeschlagen (%1). Bitte melden.</translation>
    </message>
    <message>
        <source>This method needs torch: install palette-studio[models], or choose another one.</source>
        <translation>Für dieses Verfahren ist torch nötig: palette-studio[models] installieren oder ein anderes wählen.</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>Zu viele offene Dateien</translation>
    </message>
    <message>
        <source>Transport endpoint is not connected</source>
        <translation>Verbindung zum Datenträger ist getrennt</translation>
    </message>
    <message>
        <source>Unterminated string starting at</source>
        <translation>ein Text endet nicht</translation>
    </message>
    <message>
        <source>You lack permission for %1. Change its permissions and try again.</source>
        <translation>Die Berechtigung für %1 fehlt. Die Rechte ändern und erneut versuchen.</translation>
    </message>
    <message>
        <source>[left, top, width, height] inside the picture, as shares of it</source>
        <translation>[links, oben, Breite, Höhe] innerhalb des Bilds, als Anteile davon</translation>
    </message>
    <message>
        <source>a DDS texture</source>
        <translation>eine DDS-Textur</translation>
    </message>
    <message>
        <source>a GIMP document</source>
        <translation>ein GIMP-Dokument</translation>
    </message>
    <message>
        <source>a JPEG 2000 picture</source>
        <translation>ein JPEG-2000-Bild</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>ein PDF-Dokument</translation>
    </message>
    <message>
        <source>a Photoshop document</source>
        <translation>ein Photoshop-Dokument</translation>
    </message>
    <message>
        <source>a QOI picture</source>
        <translation>ein QOI-Bild</translation>
    </message>
    <message>
        <source>a Radiance HDR picture</source>
        <translation>ein Radiance-HDR-Bild</translation>
    </message>
    <message>
        <source>a block</source>
        <translation>ein Block</translation>
    </message>
    <message>
        <source>a block&apos;s head</source>
        <translation>der Kopf eines Blocks</translation>
    </message>
    <message>
        <source>a checksum</source>
        <translation>eine Prüfsumme</translation>
    </message>
    <message>
        <source>a chunk</source>
        <translation>ein Abschnitt</translation>
    </message>
    <message>
        <source>a chunk&apos;s head</source>
        <translation>der Kopf eines Abschnitts</translation>
    </message>
    <message>
        <source>a chunk&apos;s name</source>
        <translation>der Name eines Abschnitts</translation>
    </message>
    <message>
        <source>a chunk&apos;s size</source>
        <translation>die Größe eines Abschnitts</translation>
    </message>
    <message>
        <source>a color</source>
        <translation>eine Farbe</translation>
    </message>
    <message>
        <source>a color for each of %1 components</source>
        <translation>eine Farbe für jede der %1 Komponenten</translation>
    </message>
    <message>
        <source>a color such as #A0522D</source>
        <translation>eine Farbe wie #A0522D</translation>
    </message>
    <message>
        <source>a color table has curves, a cube, or both</source>
        <translation>eine Farbtabelle hat Kurven, einen Würfel oder beides</translation>
    </message>
    <message>
        <source>a color&apos;s code</source>
        <translation>der Code einer Farbe</translation>
    </message>
    <message>
        <source>a color&apos;s kind</source>
        <translation>die Art einer Farbe</translation>
    </message>
    <message>
        <source>a color&apos;s model</source>
        <translation>das Modell einer Farbe</translation>
    </message>
    <message>
        <source>a count</source>
        <translation>eine Anzahl</translation>
    </message>
    <message>
        <source>a cube has %1 to %2 nodes an axis, not %3</source>
        <translation>ein Würfel hat %1 bis %2 Knoten je Achse, nicht %3</translation>
    </message>
    <message>
        <source>a cube is (n, n, n, 3)</source>
        <translation>ein Würfel ist (n, n, n, 3)</translation>
    </message>
    <message>
        <source>a domain from %1 to %2 is empty</source>
        <translation>ein Definitionsbereich von %1 bis %2 ist leer</translation>
    </message>
    <message>
        <source>a domain is of three channels, not %1 to %2</source>
        <translation>ein Definitionsbereich hat drei Kanäle, nicht %1 bis %2</translation>
    </message>
    <message>
        <source>a length at byte %1 is no number</source>
        <translation>eine Länge bei Byte %1 ist keine Zahl</translation>
    </message>
    <message>
        <source>a list of %1</source>
        <translation>eine Liste mit %1</translation>
    </message>
    <message>
        <source>a list of %1 numbers</source>
        <translation>eine Liste mit %1 Zahlen</translation>
    </message>
    <message>
        <source>a list of 1 to %1 numbers</source>
        <translation>eine Liste mit 1 bis %1 Zahlen</translation>
    </message>
    <message>
        <source>a list of different numbers</source>
        <translation>eine Liste verschiedener Zahlen</translation>
    </message>
    <message>
        <source>a list of up to %1</source>
        <translation>eine Liste mit höchstens %1</translation>
    </message>
    <message>
        <source>a list of up to %1 colors</source>
        <translation>eine Liste mit höchstens %1 Farben</translation>
    </message>
    <message>
        <source>a list of up to %1 pairs of swatches</source>
        <translation>eine Liste mit höchstens %1 Paaren von Farbfeldern</translation>
    </message>
    <message>
        <source>a list of up to %1 whole numbers below %2</source>
        <translation>eine Liste mit höchstens %1 ganzen Zahlen unter %2</translation>
    </message>
    <message>
        <source>a mixture</source>
        <translation>eine Mischung</translation>
    </message>
    <message>
        <source>a mixture of %1 components makes no %2 colors</source>
        <translation>aus einer Mischung von %1 Komponenten werden keine %2 Farben</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>ein Name</translation>
    </message>
    <message>
        <source>a name&apos;s length</source>
        <translation>die Länge eines Namens</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>eine Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>a packet&apos;s head</source>
        <translation>der Kopf eines Pakets</translation>
    </message>
    <message>
        <source>a picture&apos;s head</source>
        <translation>der Kopf eines Bilds</translation>
    </message>
    <message>
        <source>a stage is (n, 3) or (n, n, n, 3) float32, not %1 %2</source>
        <translation>eine Stufe ist (n, 3) oder (n, n, n, 3) float32, nicht %1 %2</translation>
    </message>
    <message>
        <source>a stage of %1; there are %2 to %3</source>
        <translation>eine Stufe mit %1; möglich sind %2 bis %3</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a text&apos;s length</source>
        <translation>die Länge eines Texts</translation>
    </message>
    <message>
        <source>a value is not finite</source>
        <translation>ein Wert ist nicht endlich</translation>
    </message>
    <message>
        <source>a value&apos;s kind</source>
        <translation>die Art eines Werts</translation>
    </message>
    <message>
        <source>a value&apos;s length</source>
        <translation>die Länge eines Werts</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>ein Video</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>eine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>a zip archive, or a document made of one</source>
        <translation>ein Zip-Archiv oder ein daraus gemachtes Dokument</translation>
    </message>
    <message>
        <source>an OpenEXR picture</source>
        <translation>ein OpenEXR-Bild</translation>
    </message>
    <message>
        <source>an SVG drawing</source>
        <translation>eine SVG-Zeichnung</translation>
    </message>
    <message>
        <source>an extension</source>
        <translation>eine Erweiterung</translation>
    </message>
    <message>
        <source>an icon</source>
        <translation>ein Symbol</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>an object of %1 parts at byte %2 goes beyond its end</source>
        <translation>ein Objekt mit %1 Teilen bei Byte %2 reicht über das Ende hinaus</translation>
    </message>
    <message>
        <source>and for other reasons</source>
        <translation>und aus anderen Gründen</translation>
    </message>
    <message>
        <source>at byte %1, where its first frame should be, is something else</source>
        <translation>bei Byte %1, wo das erste Einzelbild sein sollte, steht etwas anderes</translation>
    </message>
    <message>
        <source>camera raw</source>
        <translation>Kamera-Rohdaten</translation>
    </message>
    <message>
        <source>color %1 has a value of the unknown kind %2</source>
        <translation>Farbe %1 hat einen Wert der unbekannten Art %2</translation>
    </message>
    <message>
        <source>color %1 is neither a text such as #A0522D nor [r, g, b]</source>
        <translation>Farbe %1 ist weder ein Text wie #A0522D noch [r, g, b]</translation>
    </message>
    <message>
        <source>color cube</source>
        <translation>Farbwürfel</translation>
    </message>
    <message>
        <source>color space %1 is unknown</source>
        <translation>Farbraum %1 ist unbekannt</translation>
    </message>
    <message>
        <source>colors</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>curves are (n, 3)</source>
        <translation>Kurven sind (n, 3)</translation>
    </message>
    <message>
        <source>does not end</source>
        <translation>endet nicht</translation>
    </message>
    <message>
        <source>entry %1 is neither red, green and blue of 0 to 1 nor a text such as #a0522d</source>
        <translation>Eintrag %1 ist weder Rot, Grün und Blau von 0 bis 1 noch ein Text wie #a0522d</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>found has %1 colors and edited %2; they belong together</source>
        <translation>found hat %1 Farben und edited %2; beide gehören zusammen</translation>
    </message>
    <message>
        <source>gradients</source>
        <translation>Verläufe</translation>
    </message>
    <message>
        <source>images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>in the block at byte %1, %2</source>
        <translation>im Block bei Byte %1, %2</translation>
    </message>
    <message>
        <source>interlaced pixels are damaged</source>
        <translation>verschränkte Pixel sind beschädigt</translation>
    </message>
    <message>
        <source>is one of too many that are no rows</source>
        <translation>ist eine von zu vielen, die keine Tabellenzeilen sind</translation>
    </message>
    <message>
        <source>is one row more than the %1 that its size asks for</source>
        <translation>ist eine Zeile mehr als die %1, die zur angegebenen Größe gehören</translation>
    </message>
    <message>
        <source>it begins with version %1, where 1 or 2 should be</source>
        <translation>sie beginnt mit Version %1, wo 1 oder 2 sein sollte</translation>
    </message>
    <message>
        <source>it ends at byte %1, before its trailer</source>
        <translation>sie endet bei Byte %1, vor dem Abspann</translation>
    </message>
    <message>
        <source>it ends at byte %1, where %2 bytes of %3 from byte %4 on should be</source>
        <translation>sie endet bei Byte %1, wo %2 Byte (%3) ab Byte %4 sein sollten</translation>
    </message>
    <message>
        <source>it ends at byte %1; a color table has %2 bytes</source>
        <translation>sie endet bei Byte %1; eine Farbtabelle hat %2 Byte</translation>
    </message>
    <message>
        <source>it has %1 numbers where its color has %2</source>
        <translation>sie hat %1 Zahlen, wo die Farbe %2 hat</translation>
    </message>
    <message>
        <source>it has a number that is too long</source>
        <translation>sie enthält eine zu lange Zahl</translation>
    </message>
    <message>
        <source>it has a text encoding that XML readers do not know</source>
        <translation>ihre Textkodierung ist XML-Lesern unbekannt</translation>
    </message>
    <message>
        <source>it has more than %1 files in it</source>
        <translation>sie enthält mehr als %1 Dateien</translation>
    </message>
    <message>
        <source>it has no %1 in it</source>
        <translation>sie enthält kein %1</translation>
    </message>
    <message>
        <source>it has no chunk of colors up to byte %1</source>
        <translation>sie enthält keinen Abschnitt mit Farben bis Byte %1</translation>
    </message>
    <message>
        <source>it has no list of &quot;colors&quot;</source>
        <translation>sie enthält keine Liste „colors“</translation>
    </message>
    <message>
        <source>it has no list of colors up to byte %1</source>
        <translation>sie enthält keine Liste mit Farben bis Byte %1</translation>
    </message>
    <message>
        <source>it has no numbers</source>
        <translation>ohne Zahlen</translation>
    </message>
    <message>
        <source>it has no red, green and blue</source>
        <translation>ohne Rot, Grün und Blau</translation>
    </message>
    <message>
        <source>it has no table of colors up to byte %1</source>
        <translation>sie enthält keine Farbtabelle bis Byte %1</translation>
    </message>
    <message>
        <source>it has no values</source>
        <translation>ohne Werte</translation>
    </message>
    <message>
        <source>it is a color of the system, or a pattern</source>
        <translation>eine Systemfarbe oder ein Muster</translation>
    </message>
    <message>
        <source>it is an archive of something else than a list of colors</source>
        <translation>sie ist ein Archiv von etwas anderem als einer Farbliste</translation>
    </message>
    <message>
        <source>it is an indexed PNG without a palette up to byte %1</source>
        <translation>sie ist ein indiziertes PNG ohne Palette bis Byte %1</translation>
    </message>
    <message>
        <source>it is encrypted</source>
        <translation>verschlüsselt</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>sie ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>it is no JSON from line %1 on (%2)</source>
        <translation>kein JSON ab Zeile %1 (%2)</translation>
    </message>
    <message>
        <source>it is no XML from line %1 on (%2)</source>
        <translation>kein XML ab Zeile %1 (%2)</translation>
    </message>
    <message>
        <source>it is no hue, saturation and brightness</source>
        <translation>weder Farbton noch Sättigung und Helligkeit</translation>
    </message>
    <message>
        <source>it refers to an object at byte %1, but ends at byte %2</source>
        <translation>sie verweist auf ein Objekt bei Byte %1, endet aber bei Byte %2</translation>
    </message>
    <message>
        <source>its %1 cannot be unpacked</source>
        <translation>%1 darin lässt sich nicht entpacken</translation>
    </message>
    <message>
        <source>its %1 is packed in a way that palettes do not use</source>
        <translation>%1 darin ist auf eine Art gepackt, die Paletten nicht verwenden</translation>
    </message>
    <message>
        <source>its Swatches.json has no list of swatches</source>
        <translation>Swatches.json darin enthält keine Liste mit Farbfeldern</translation>
    </message>
    <message>
        <source>its XML is nested more than %1 deep</source>
        <translation>das XML ist mehr als %1-fach verschachtelt</translation>
    </message>
    <message>
        <source>its ZIP directory is broken</source>
        <translation>das ZIP-Verzeichnis ist kaputt</translation>
    </message>
    <message>
        <source>its color space at byte %1 is %2, where 0, 2 and 7 are known</source>
        <translation>der Farbraum bei Byte %1 ist %2, bekannt sind 0, 2 und 7</translation>
    </message>
    <message>
        <source>its first element is “%1”, where color-table should be</source>
        <translation>das erste Element ist „%1“, wo color-table sein sollte</translation>
    </message>
    <message>
        <source>line %1, “%2”, has a number above 255</source>
        <translation>Zeile %1, „%2“, enthält eine Zahl über 255</translation>
    </message>
    <message>
        <source>line %1, “%2”, is no color (AARRGGBB)</source>
        <translation>Zeile %1, „%2“, ist keine Farbe (AARRGGBB)</translation>
    </message>
    <message>
        <source>line %1, “%2”, is no color (three numbers 0 to 1)</source>
        <translation>Zeile %1, „%2“, ist keine Farbe (drei Zahlen von 0 bis 1)</translation>
    </message>
    <message>
        <source>line %1, “%2”, is no color (three numbers 0 to 255)</source>
        <translation>Zeile %1, „%2“, ist keine Farbe (drei Zahlen von 0 bis 255)</translation>
    </message>
    <message>
        <source>the color space “%1” is unknown</source>
        <translation>der Farbraum „%1“ ist unbekannt</translation>
    </message>
    <message>
        <source>its head</source>
        <translation>der Kopf</translation>
    </message>
    <message>
        <source>its header of %1 bytes at byte 14 is of no BMP</source>
        <translation>der Kopf von %1 Byte bei Byte 14 gehört zu keinem BMP</translation>
    </message>
    <message>
        <source>its light cannot be read</source>
        <translation>das Licht darin lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>its numbers are no color</source>
        <translation>die Zahlen sind keine Farbe</translation>
    </message>
    <message>
        <source>its palette ends before it begins</source>
        <translation>die Palette endet, bevor sie beginnt</translation>
    </message>
    <message>
        <source>its trailer at byte %1 does not fit the rest</source>
        <translation>der Abspann bei Byte %1 passt nicht zum Rest</translation>
    </message>
    <message>
        <source>k is %1; it is %2..%3</source>
        <translation>k ist %1; möglich ist %2..%3</translation>
    </message>
    <message>
        <source>lower triangles with positive diagonals</source>
        <translation>untere Dreiecke mit positiven Diagonalen</translation>
    </message>
    <message>
        <source>mismatched tag</source>
        <translation>ein Element endet falsch</translation>
    </message>
    <message>
        <source>no element found</source>
        <translation>kein Element</translation>
    </message>
    <message>
        <source>no picture that it knows</source>
        <translation>kein Bild bekannter Art</translation>
    </message>
    <message>
        <source>not well-formed (invalid token)</source>
        <translation>nicht wohlgeformt</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>nothing was written</source>
        <translation>nichts wurde geschrieben</translation>
    </message>
    <message>
        <source>one clear color</source>
        <translation>eine durchsichtige Farbe</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>eins von %1</translation>
    </message>
    <message>
        <source>one that the mixture is of</source>
        <translation>eines, aus dem die Mischung ist</translation>
    </message>
    <message>
        <source>palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>says %1 %2; it is %3 to %4</source>
        <translation>hat als %1 %2; möglich ist %3 bis %4</translation>
    </message>
    <message>
        <source>says %1 %2; it takes %3 numbers</source>
        <translation>hat als %1 %2; nötig sind %3 Zahlen</translation>
    </message>
    <message>
        <source>says %1 a second time</source>
        <translation>nennt %1 ein zweites Mal</translation>
    </message>
    <message>
        <source>the block at byte %1</source>
        <translation>der Block bei Byte %1</translation>
    </message>
    <message>
        <source>the book names a material that is not there</source>
        <translation>das Buch nennt ein Material, das nicht da ist</translation>
    </message>
    <message>
        <source>the card %1 of weights is damaged; install Palette Studio anew</source>
        <translation>die Karte %1 der Gewichte ist beschädigt; Palette Studio neu installieren</translation>
    </message>
    <message>
        <source>the chunk at byte %1</source>
        <translation>der Abschnitt bei Byte %1</translation>
    </message>
    <message>
        <source>the chunk at byte %1 has %2 bytes, too few for its %3 colors</source>
        <translation>der Abschnitt bei Byte %1 hat %2 Byte, zu wenige für seine %3 Farben</translation>
    </message>
    <message>
        <source>the color model “%1” is unknown</source>
        <translation>das Farbmodell „%1“ ist unbekannt</translation>
    </message>
    <message>
        <source>the color model “?” is unknown</source>
        <translation>das Farbmodell „?“ ist unbekannt</translation>
    </message>
    <message>
        <source>the count</source>
        <translation>die Anzahl</translation>
    </message>
    <message>
        <source>the first frame</source>
        <translation>das erste Einzelbild</translation>
    </message>
    <message>
        <source>the numbers of a table, packed</source>
        <translation>die Zahlen einer Tabelle, gepackt</translation>
    </message>
    <message>
        <source>the numbers of at least one component</source>
        <translation>die Zahlen von mindestens einer Komponente</translation>
    </message>
    <message>
        <source>the object at byte %1 refers to one that is not there</source>
        <translation>das Objekt bei Byte %1 verweist auf eines, das nicht da ist</translation>
    </message>
    <message>
        <source>the palette&apos;s head</source>
        <translation>der Kopf der Palette</translation>
    </message>
    <message>
        <source>the picture in it is damaged</source>
        <translation>das Bild darin ist beschädigt</translation>
    </message>
    <message>
        <source>the place of a file</source>
        <translation>der Ort einer Datei</translation>
    </message>
    <message>
        <source>the value %1</source>
        <translation>der Wert %1</translation>
    </message>
    <message>
        <source>the version</source>
        <translation>die Version</translation>
    </message>
    <message>
        <source>the weights %1 are damaged: %2 is not all numbers; install anew, or take others</source>
        <translation>die Gewichte %1 sind beschädigt: %2 besteht nicht nur aus Zahlen; neu installieren oder andere nehmen</translation>
    </message>
    <message>
        <source>the weights %1 are damaged: they are not those of %2; install anew</source>
        <translation>die Gewichte %1 sind beschädigt: es sind nicht die von %2; neu installieren</translation>
    </message>
    <message>
        <source>the weights %1 are not there; install Palette Studio anew, or name a file that train wrote</source>
        <translation>die Gewichte %1 sind nicht da; Palette Studio neu installieren oder eine Datei angeben, die train geschrieben hat</translation>
    </message>
    <message>
        <source>the weights %1 are of no %2: %3</source>
        <translation>die Gewichte %1 gehören zu keinem Netz der Art %2: %3</translation>
    </message>
    <message>
        <source>the weights %1 are of no deep-colorization: %2</source>
        <translation>die Gewichte %1 gehören zu keinem Netz der Art deep-colorization: %2</translation>
    </message>
    <message>
        <source>the weights %1 can&apos;t be read: %2; install anew, or take others</source>
        <translation>die Gewichte %1 lassen sich nicht lesen: %2; neu installieren oder andere nehmen</translation>
    </message>
    <message>
        <source>the weights %1 have %2 MB; models have up to %3</source>
        <translation>die Gewichte %1 haben %2 MB; Modelle haben bis zu %3</translation>
    </message>
    <message>
        <source>the whole should be an object in braces, not %1</source>
        <translation>das Ganze sollte ein Objekt in geschweiften Klammern sein, nicht %1</translation>
    </message>
    <message>
        <source>they are numbers in a book of Focoltone</source>
        <translation>es sind Nummern in einem Buch von Focoltone</translation>
    </message>
    <message>
        <source>they are numbers in a book of HKS</source>
        <translation>es sind Nummern in einem Buch von HKS</translation>
    </message>
    <message>
        <source>they are numbers in a book of Pantone</source>
        <translation>es sind Nummern in einem Buch von Pantone</translation>
    </message>
    <message>
        <source>they are numbers in a book of Toyo</source>
        <translation>es sind Nummern in einem Buch von Toyo</translation>
    </message>
    <message>
        <source>they are numbers in a book of Trumatch</source>
        <translation>es sind Nummern in einem Buch von Trumatch</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>unclosed token</source>
        <translation>etwas bleibt offen</translation>
    </message>
    <message>
        <source>undefined entity</source>
        <translation>unbekannte Entität</translation>
    </message>
    <message>
        <source>version should be a whole number from 1 to %1</source>
        <translation>version sollte eine ganze Zahl von 1 bis %1 sein</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2 is too large. Write #rrggbb, #rgb, a CSS name such as teal, a function such as hsl(200 50% 40%), or r, g, b.</source>
        <translation>„%1“ lässt sich nicht lesen: %2 ist zu groß. #rrggbb, #rgb, einen CSS-Namen wie teal, eine Funktion wie hsl(200 50% 40%) oder r, g, b schreiben.</translation>
    </message>
    <message>
        <source>“%1” cannot be read: “%2” is no number here. Write #rrggbb, #rgb, a CSS name such as teal, a function such as hsl(200 50% 40%), or r, g, b.</source>
        <translation>„%1“ lässt sich nicht lesen: „%2“ ist hier keine Zahl. #rrggbb, #rgb, einen CSS-Namen wie teal, eine Funktion wie hsl(200 50% 40%) oder r, g, b schreiben.</translation>
    </message>
    <message>
        <source>“%1” has %2 numbers; %3() has 3, and maybe / alpha.</source>
        <translation>„%1“ hat %2 Zahlen; %3() hat 3 und vielleicht / Alpha.</translation>
    </message>
    <message>
        <source>“%1” has %2; red, green and blue are 0 to 255.</source>
        <translation>„%1“ enthält %2; Rot, Grün und Blau sind 0 bis 255.</translation>
    </message>
    <message>
        <source>“%1” is no #ccmmyykk</source>
        <translation>„%1“ ist kein #ccmmyykk</translation>
    </message>
    <message>
        <source>“%1” is no #rrggbb</source>
        <translation>„%1“ ist kein #rrggbb</translation>
    </message>
    <message>
        <source>“%1” is no color</source>
        <translation>„%1“ ist keine Farbe</translation>
    </message>
    <message>
        <source>“%1” is no color. Write #rrggbb, #rgb, a CSS name such as teal, a function such as hsl(200 50% 40%), or r, g, b.</source>
        <translation>„%1“ ist keine Farbe. #rrggbb, #rgb, einen CSS-Namen wie teal, eine Funktion wie hsl(200 50% 40%) oder r, g, b schreiben.</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>PNG, indexed</source>
        <translation>PNG, indiziert</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Art der Datei</translation>
    </message>
    <message>
        <source>Like the photo (%1 bits)</source>
        <translation>Wie das Foto (%1 Bit)</translation>
    </message>
    <message>
        <source>8 bits</source>
        <translation>8 Bit</translation>
    </message>
    <message>
        <source>16 bits</source>
        <translation>16 Bit</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Farbtiefe</translation>
    </message>
    <message>
        <source>How fine the steps between two colors are</source>
        <translation>Wie fein die Stufen zwischen zwei Farben sind</translation>
    </message>
    <message>
        <source>Longer side</source>
        <translation>Längere Seite</translation>
    </message>
    <message>
        <source>Write a larger or smaller picture</source>
        <translation>Ein größeres oder kleineres Bild schreiben</translation>
    </message>
    <message>
        <source>Longer side in pixels</source>
        <translation>Längere Seite in Pixeln</translation>
    </message>
    <message>
        <source>of %1 × %2</source>
        <translation>von %1 × %2</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>The photo&apos;s own: %1</source>
        <translation>Das des Fotos: %1</translation>
    </message>
    <message>
        <source>Color profile</source>
        <translation>Farbprofil</translation>
    </message>
    <message>
        <source>Which colors the numbers in the file stand for</source>
        <translation>Für welche Farben die Zahlen in der Datei stehen</translation>
    </message>
    <message>
        <source>Camera data (EXIF)</source>
        <translation>Kameradaten (EXIF)</translation>
    </message>
    <message>
        <source>Keep what the camera noted: time, lens, exposure</source>
        <translation>Behalten, was die Kamera notiert hat: Zeit, Objektiv, Belichtung</translation>
    </message>
    <message>
        <source>Place (GPS)</source>
        <translation>Ort (GPS)</translation>
    </message>
    <message>
        <source>Keep where the photo was taken</source>
        <translation>Behalten, wo das Foto aufgenommen wurde</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>FileDesk</name>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 Bit</translation>
    </message>
    <message>
        <source>%1 frames</source>
        <translation>%1 Bilder</translation>
    </message>
    <message>
        <source>Photos and projects (%1);;All files (*)</source>
        <translation>Fotos und Projekte (%1);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a photo or project</source>
        <translation>Foto oder Projekt öffnen</translation>
    </message>
    <message>
        <source>Palettes (%1);;All files (*)</source>
        <translation>Paletten (%1);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a palette</source>
        <translation>Palette öffnen</translation>
    </message>
    <message>
        <source>One window shows one photo: the first was opened.</source>
        <translation>Ein Fenster zeigt ein Foto: Das erste wurde geöffnet.</translation>
    </message>
    <message>
        <source>Pasted photo</source>
        <translation>Eingefügtes Foto</translation>
    </message>
    <message>
        <source>Copied the result</source>
        <translation>Ergebnis kopiert</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Write the file</source>
        <translation>Die Datei schreiben</translation>
    </message>
    <message>
        <source>Write nothing</source>
        <translation>Nichts schreiben</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Where to write</source>
        <translation>Wohin geschrieben wird</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Einen Ordner auswählen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>{name} is the photo&apos;s name, {date} the day, {k} the number of swatches</source>
        <translation>{name} ist der Name des Fotos, {date} der Tag, {k} die Anzahl der Farbfelder</translation>
    </message>
    <message>
        <source>Find a free name</source>
        <translation>Freien Namen finden</translation>
    </message>
    <message>
        <source>Replace the file</source>
        <translation>Datei ersetzen</translation>
    </message>
    <message>
        <source>Do not export</source>
        <translation>Nicht exportieren</translation>
    </message>
    <message>
        <source>If it exists</source>
        <translation>Falls vorhanden</translation>
    </message>
    <message>
        <source>What to do where a file of that name is</source>
        <translation>Was geschieht, wenn es eine Datei dieses Namens gibt</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Higher looks better, lower is a smaller file</source>
        <translation>Höher sieht besser aus, niedriger gibt eine kleinere Datei</translation>
    </message>
    <message>
        <source>A file of that name exists; nothing will be written.</source>
        <translation>Eine Datei dieses Namens ist vorhanden; es wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>Writes %1</source>
        <translation>Schreibt %1</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
</context>
<context>
    <name>FrameSlider</name>
    <message>
        <source>Frame</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>The frame that is shown. The model settles at frame %1</source>
        <translation>Das gezeigte Bild. Das Modell ist bei Bild %1 eingeschwungen</translation>
    </message>
    <message>
        <source>The frame that is shown. The model would need %1 frames to settle</source>
        <translation>Das gezeigte Bild. Das Modell bräuchte %1 Bilder zum Einschwingen</translation>
    </message>
</context>
<context>
    <name>FramesDesk</name>
    <message>
        <source>Export the background</source>
        <translation>Hintergrund exportieren</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>Export masks to a new folder in</source>
        <translation>Masken in einen neuen Ordner exportieren, in</translation>
    </message>
    <message>
        <source>Export clean frames to a new folder in</source>
        <translation>Freigestellte Bilder in einen neuen Ordner exportieren, in</translation>
    </message>
    <message>
        <source>Export recolored frames to a new folder in</source>
        <translation>Umgefärbte Bilder in einen neuen Ordner exportieren, in</translation>
    </message>
    <message>
        <source>%1 frames are in %2</source>
        <translation>%1 Bilder sind in %2</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>%1 frames were left out.</source>
        <translation>%1 Bilder wurden ausgelassen.</translation>
    </message>
    <message>
        <source>One frame was left out.</source>
        <translation>Ein Bild wurde ausgelassen.</translation>
    </message>
</context>
<context>
    <name>GamutNote</name>
    <message>
        <source>Nearest</source>
        <translation>Nächste</translation>
    </message>
    <message>
        <source>Nearest in sRGB</source>
        <translation>Nächste in sRGB</translation>
    </message>
    <message>
        <source>Take the color of sRGB that differs least</source>
        <translation>Die Farbe von sRGB nehmen, die am wenigsten abweicht</translation>
    </message>
    <message>
        <source>Outside sRGB, inside %1.</source>
        <translation>Außerhalb von sRGB, innerhalb von %1.</translation>
    </message>
    <message>
        <source>Outside sRGB, and Rec. 2020 too.</source>
        <translation>Außerhalb von sRGB und auch von Rec. 2020.</translation>
    </message>
    <message>
        <source>Taken: the nearest, ΔE %1.</source>
        <translation>Genommen: die nächste, ΔE %1.</translation>
    </message>
    <message>
        <source>Taken with less chroma.</source>
        <translation>Mit weniger Chroma genommen.</translation>
    </message>
    <message>
        <source>Nearest in sRGB: %1, which differs least from it (ΔE %2)</source>
        <translation>Nächste in sRGB: %1, die am wenigsten davon abweicht (ΔE %2)</translation>
    </message>
</context>
<context>
    <name>GripPlot</name>
    <message>
        <source>Component %1 of %2</source>
        <translation>Komponente %1 von %2</translation>
    </message>
</context>
<context>
    <name>GuideColumn</name>
    <message>
        <source>Harmony guides</source>
        <translation>Harmoniehilfen</translation>
    </message>
    <message>
        <source>Hues that go with the selected swatch, as the Palette menu has them</source>
        <translation>Farbtöne, die zum ausgewählten Farbfeld passen, wie im Menü Palette</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Complementary</source>
        <translation>Komplementär</translation>
    </message>
    <message>
        <source>Analogous</source>
        <translation>Analog</translation>
    </message>
    <message>
        <source>Split complementary</source>
        <translation>Teilkomplementär</translation>
    </message>
    <message>
        <source>Triad</source>
        <translation>Dreiklang</translation>
    </message>
    <message>
        <source>Tetrad</source>
        <translation>Vierklang</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Quadrat</translation>
    </message>
    <message>
        <source>Twice as large</source>
        <translation>Doppelt so groß</translation>
    </message>
    <message>
        <source>Show the middle of the scope larger: most photos have little chroma</source>
        <translation>Die Mitte größer zeigen: Die meisten Fotos haben wenig Chroma</translation>
    </message>
    <message>
        <source>Turned %1°</source>
        <translation>Gedreht um %1°</translation>
    </message>
    <message>
        <source>Mouse wheel turns them</source>
        <translation>Mausrad dreht sie</translation>
    </message>
</context>
<context>
    <name>HarmonyBar</name>
    <message>
        <source>How far swatches go to the hues of the harmony</source>
        <translation>Wie weit die Farbfelder zu den Farbtönen der Harmonie gehen</translation>
    </message>
    <message>
        <source>Harmony</source>
        <translation>Harmonie</translation>
    </message>
    <message>
        <source>Color wheel</source>
        <translation>Farbkreis</translation>
    </message>
    <message>
        <source>Perceptual</source>
        <translation>Wahrnehmung</translation>
    </message>
    <message>
        <source>Hues as far apart as they look (OKLCH)</source>
        <translation>Farbtöne so weit auseinander, wie sie aussehen (OKLCH)</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <source>Hues of red, green and blue light (HSV)</source>
        <translation>Farbtöne aus rotem, grünem und blauem Licht (HSV)</translation>
    </message>
    <message>
        <source>Painter&apos;s</source>
        <translation>Malkasten</translation>
    </message>
    <message>
        <source>Hues of red, yellow and blue paint (RYB)</source>
        <translation>Farbtöne aus roter, gelber und blauer Malfarbe (RYB)</translation>
    </message>
    <message>
        <source>On which color wheel opposites are looked for</source>
        <translation>Auf welchem Farbkreis Gegenfarben gesucht werden</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Documentation</source>
        <translation>Dokumentation</translation>
    </message>
    <message>
        <source>The pages are not there. Install Palette Studio again.</source>
        <translation>Die Seiten fehlen. Palette Studio erneut installieren.</translation>
    </message>
    <message>
        <source>Search the pages</source>
        <translation>Seiten durchsuchen</translation>
    </message>
    <message>
        <source>Words to search for</source>
        <translation>Suchwörter</translation>
    </message>
    <message>
        <source>Words that a page should have; Enter opens the first page</source>
        <translation>Wörter, die eine Seite enthalten soll; Eingabe öffnet die erste Seite</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Choose a page to read it</source>
        <translation>Eine Seite zum Lesen auswählen</translation>
    </message>
    <message>
        <source>No page has these words.</source>
        <translation>Keine Seite enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>The page before (Alt+←)</source>
        <translation>Die Seite davor (Alt+←)</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>The page after (Alt+→)</source>
        <translation>Die Seite danach (Alt+→)</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
</context>
<context>
    <name>HexField</name>
    <message>
        <source>Hex color</source>
        <translation>Hexfarbe</translation>
    </message>
    <message>
        <source>#RRGGBB, a CSS name, or rgb(), hsl(), lab(), oklch()</source>
        <translation>#RRGGBB, ein CSS-Name oder rgb(), hsl(), lab(), oklch()</translation>
    </message>
</context>
<context>
    <name>HintLayer</name>
    <message>
        <source>Hints</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Return puts a hint in the middle, page up and page down choose one, arrows move it, + and − size it, Del removes it.</source>
        <translation>Eingabe setzt einen Hinweis in die Mitte, Bild auf und Bild ab wählen einen, Pfeiltasten bewegen ihn, + und − ändern seine Größe, Entf entfernt ihn.</translation>
    </message>
    <message>
        <source>No hint in hand</source>
        <translation>Kein Hinweis gewählt</translation>
    </message>
    <message>
        <source>Hint %1 of %2</source>
        <translation>Hinweis %1 von %2</translation>
    </message>
</context>
<context>
    <name>HistogramPanel</name>
    <message>
        <source>Plot of</source>
        <translation>Diagramm von</translation>
    </message>
    <message>
        <source>What is plotted; ← → go from one to the next</source>
        <translation>Was im Diagramm steht; ← → gehen vom einen zum nächsten</translation>
    </message>
    <message>
        <source>RGB</source>
        <translation>RGB</translation>
    </message>
    <message>
        <source>Lightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>Hue</source>
        <translation>Farbton</translation>
    </message>
    <message>
        <source>ab plane</source>
        <translation>ab-Ebene</translation>
    </message>
    <message>
        <source>Vectorscope</source>
        <translation>Vektorskop</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Logarithmic scale: rare colors show too</source>
        <translation>Logarithmische Skala: Auch seltene Farben sind zu sehen</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Show the counts of the original as a line, its colors in gray</source>
        <translation>Die Zählung des Originals als Linie zeigen, seine Farben in Grau</translation>
    </message>
    <message>
        <source>Red %1 to %2</source>
        <translation>Rot %1 bis %2</translation>
    </message>
    <message>
        <source>Green %1 to %2</source>
        <translation>Grün %1 bis %2</translation>
    </message>
    <message>
        <source>Blue %1 to %2</source>
        <translation>Blau %1 bis %2</translation>
    </message>
    <message>
        <source>Lightness %1 to %2</source>
        <translation>Helligkeit %1 bis %2</translation>
    </message>
    <message>
        <source>Hue %1° to %2°</source>
        <translation>Farbton %1° bis %2°</translation>
    </message>
    <message>
        <source>%1 of the photo</source>
        <translation>%1 des Fotos</translation>
    </message>
    <message>
        <source>L %1:  %2 pixels</source>
        <translation>L %1:  %2 Pixel</translation>
    </message>
    <message>
        <source>%1°:  %2 pixels</source>
        <translation>%1°:  %2 Pixel</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Click a step, or go to it with ↑ ↓, to be back there</source>
        <translation>Einen Schritt anklicken oder mit ↑ ↓ zu ihm gehen, um dorthin zurückzukehren</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Geöffnet</translation>
    </message>
</context>
<context>
    <name>HuePanel</name>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Hue distance: how far the photo&apos;s hues are from the reference&apos;s, before and after (EMD).
Own hues kept: how well the photo&apos;s own hues can be told from the result&apos;s (MI).</source>
        <translation>Farbtonabstand: wie weit die Farbtöne des Fotos von denen der Referenz entfernt sind, vorher und nachher (EMD).
Eigene Farbtöne: wie gut sich die Farbtöne des Fotos aus denen des Ergebnisses ablesen lassen (MI).</translation>
    </message>
    <message>
        <source>Drop a reference to compare hues</source>
        <translation>Zum Vergleich der Farbtöne eine Referenz ablegen</translation>
    </message>
    <message>
        <source>Hue distance %1 → %2</source>
        <translation>Farbtonabstand %1 → %2</translation>
    </message>
    <message>
        <source>Own hues kept %1 %</source>
        <translation>Eigene Farbtöne %1 %</translation>
    </message>
</context>
<context>
    <name>IterationBar</name>
    <message>
        <source>Run</source>
        <translation>Laufen</translation>
    </message>
    <message>
        <source>Watch the iterations</source>
        <translation>Den Iterationen zusehen</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>One iteration further</source>
        <translation>Eine Iteration weiter</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Iteration</source>
        <translation>Iteration</translation>
    </message>
    <message>
        <source>The iteration that is shown; the last one is the fit</source>
        <translation>Die gezeigte Iteration; die letzte ist das Ergebnis</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop at this iteration</source>
        <translation>Bei dieser Iteration anhalten</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>Finding layers</source>
        <translation>Ebenen werden ermittelt</translation>
    </message>
    <message>
        <source>Finding the palette</source>
        <translation>Palette wird ermittelt</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>%1 wird exportiert</translation>
    </message>
    <message>
        <source>Transferring colors</source>
        <translation>Farben werden übertragen</translation>
    </message>
    <message>
        <source>Coloring the photo</source>
        <translation>Foto wird koloriert</translation>
    </message>
    <message>
        <source>Exporting masks to %1</source>
        <translation>Masken werden nach %1 exportiert</translation>
    </message>
    <message>
        <source>Preparing for the first time</source>
        <translation>Vorbereitung beim ersten Mal</translation>
    </message>
</context>
<context>
    <name>KeyCursor</name>
    <message>
        <source>Pixel %1, %2</source>
        <translation>Pixel %1, %2</translation>
    </message>
</context>
<context>
    <name>KeyPage</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>Befehl oder Taste suchen</translation>
    </message>
    <message>
        <source>Words of a command, or a key</source>
        <translation>Wörter eines Befehls oder eine Taste</translation>
    </message>
    <message>
        <source>A word of the name, of the menu, of what it does, or a key</source>
        <translation>Ein Wort des Namens, des Menüs oder der Beschreibung oder eine Taste</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Choose a command to give it other keys</source>
        <translation>Einen Befehl auswählen, um ihm andere Tasten zu geben</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Neue Tasten</translation>
    </message>
    <message>
        <source>Press the keys that are to do it</source>
        <translation>Die gewünschten Tasten drücken</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Festlegen</translation>
    </message>
    <message>
        <source>Give the command these keys, beside none other</source>
        <translation>Dem Befehl nur diese Tasten geben</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Give the command these keys, beside those that it has</source>
        <translation>Dem Befehl diese Tasten zusätzlich zu seinen geben</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Üblich</translation>
    </message>
    <message>
        <source>Give the command its usual keys again</source>
        <translation>Dem Befehl wieder seine üblichen Tasten geben</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Take all keys from the command</source>
        <translation>Dem Befehl alle Tasten nehmen</translation>
    </message>
    <message>
        <source>Put this page away; every choice is kept</source>
        <translation>Diese Seite weglegen; jede Wahl bleibt</translation>
    </message>
    <message>
        <source>All usual keys</source>
        <translation>Alle üblichen Tasten</translation>
    </message>
    <message>
        <source>Give every command its usual keys again</source>
        <translation>Jedem Befehl wieder seine üblichen Tasten geben</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>Not the usual keys</source>
        <translation>Nicht die üblichen Tasten</translation>
    </message>
    <message>
        <source>Press new keys for %1 in the line above.</source>
        <translation>In der Zeile darüber neue Tasten für %1 drücken.</translation>
    </message>
    <message>
        <source>Choose a command to give it other keys.</source>
        <translation>Einen Befehl auswählen, um ihm andere Tasten zu geben.</translation>
    </message>
    <message>
        <source>%1 cannot be given: %2. Press other keys.</source>
        <translation>%1 ist vergeben: %2. Andere Tasten drücken.</translation>
    </message>
    <message>
        <source>%1 is now %2. Set or Add takes it away there.</source>
        <translation>%1 gehört jetzt zu %2. Festlegen oder Hinzufügen nimmt sie dort weg.</translation>
    </message>
    <message>
        <source>Set or Add gives %1 to %2.</source>
        <translation>Festlegen oder Hinzufügen gibt %1 an %2.</translation>
    </message>
</context>
<context>
    <name>LibraryDesk</name>
    <message>
        <source>Let go to map the photo to %1.</source>
        <translation>Loslassen, um das Foto %1 zuzuordnen.</translation>
    </message>
    <message>
        <source>%1 holds no colors. Choose another palette.</source>
        <translation>%1 enthält keine Farben. Eine andere Palette auswählen.</translation>
    </message>
    <message>
        <source>Open a photo first: a palette needs one to color.</source>
        <translation>Zuerst ein Foto öffnen: Eine Palette braucht eines zum Färben.</translation>
    </message>
    <message>
        <source>The photo has these colors already.</source>
        <translation>Das Foto hat diese Farben schon.</translation>
    </message>
    <message>
        <source>There is no palette yet: open a photo first.</source>
        <translation>Es gibt noch keine Palette: Zuerst ein Foto öffnen.</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>%1 is not the library&apos;s own, and stays.</source>
        <translation>%1 gehört nicht der Bibliothek und bleibt.</translation>
    </message>
    <message>
        <source>Deleted %1</source>
        <translation>%1 gelöscht</translation>
    </message>
    <message>
        <source>%1 has the present colors now</source>
        <translation>%1 hat jetzt die aktuellen Farben</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take its colors</source>
        <translation>Ihre Farben annehmen</translation>
    </message>
    <message>
        <source>Map the photo to it</source>
        <translation>Ihr das Foto zuordnen</translation>
    </message>
    <message>
        <source>No favorite</source>
        <translation>Kein Favorit</translation>
    </message>
    <message>
        <source>Favorite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Replace by the present palette</source>
        <translation>Durch die aktuelle Palette ersetzen</translation>
    </message>
    <message>
        <source>Copy to Mine</source>
        <translation>Nach „Eigene“ kopieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Watch another folder…</source>
        <translation>Anderen Ordner beobachten…</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Nicht mehr beobachten</translation>
    </message>
    <message>
        <source>Watch a folder of palettes</source>
        <translation>Einen Ordner mit Paletten beobachten</translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <source>No palette has that name or a color near it.</source>
        <translation>Keine Palette hat diesen Namen oder eine ähnliche Farbe.</translation>
    </message>
    <message>
        <source>Name or color</source>
        <translation>Name oder Farbe</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>Bibliothek durchsuchen</translation>
    </message>
    <message>
        <source>A name, or a color such as teal or #0088aa: near ones are found</source>
        <translation>Ein Name oder eine Farbe wie teal oder #0088aa: Ähnliche werden gefunden</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Save palette</source>
        <translation>Palette speichern</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>Ordner beobachten</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>Show palettes as a grid</source>
        <translation>Paletten als Raster zeigen</translation>
    </message>
    <message>
        <source>Watch a folder
Its palette files stand here, and follow what changes in it</source>
        <translation>Ordner beobachten
Seine Palettendateien stehen hier und folgen allem, was sich darin ändert</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Favorites</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>From images</source>
        <translation>Aus Bildern</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vorlagen</translation>
    </message>
</context>
<context>
    <name>LightAxis</name>
    <message>
        <source>%1 of the swatches. Drag one to change it.</source>
        <translation>%1 der Farbfelder. Eines ziehen, um es zu ändern.</translation>
    </message>
</context>
<context>
    <name>LightnessStrip</name>
    <message>
        <source>Lightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>Lightness of the selected swatch</source>
        <translation>Helligkeit des ausgewählten Farbfelds</translation>
    </message>
</context>
<context>
    <name>LikelihoodStrip</name>
    <message>
        <source>Log likelihood of the iterations</source>
        <translation>Log-Likelihood der Iterationen</translation>
    </message>
    <message>
        <source>Log likelihood %1 nats %2</source>
        <translation>Log-Likelihood %1 nats %2</translation>
    </message>
</context>
<context>
    <name>LinePlot</name>
    <message>
        <source>Values on a line, true and estimated densities</source>
        <translation>Werte auf einer Linie, wahre und geschätzte Dichten</translation>
    </message>
</context>
<context>
    <name>LutDesk</name>
    <message>
        <source>Color tables (%1);;All files (*)</source>
        <translation>Farbtabellen (%1);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Apply a color table</source>
        <translation>Farbtabelle anwenden</translation>
    </message>
</context>
<context>
    <name>LutDialog</name>
    <message>
        <source>Export color table</source>
        <translation>Farbtabelle exportieren</translation>
    </message>
    <message>
        <source>.cube with curves (Resolve, OCIO)</source>
        <translation>.cube mit Kurven (Resolve, OCIO)</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Stützstellen</translation>
    </message>
    <message>
        <source>Kind of table, by the program that is to read it</source>
        <translation>Art der Tabelle, nach dem Programm, das sie lesen soll</translation>
    </message>
    <message>
        <source>Colors that the table holds: more are closer to the edit</source>
        <translation>Farben, die die Tabelle enthält: Mehr sind näher an der Bearbeitung</translation>
    </message>
    <message>
        <source>CIEDE2000 between the table and the exact result; 1 is just visible</source>
        <translation>CIEDE2000 zwischen der Tabelle und dem genauen Ergebnis; 1 ist gerade sichtbar</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>left out: a table holds colors, no places</source>
        <translation>entfällt: Eine Tabelle enthält Farben, keine Orte</translation>
    </message>
    <message>
        <source>mean ΔE %1, largest %2, over this photo</source>
        <translation>im Mittel ΔE %1, höchstens %2, über dieses Foto</translation>
    </message>
    <message>
        <source>could not be measured</source>
        <translation>ließ sich nicht messen</translation>
    </message>
    <message>
        <source>being measured …</source>
        <translation>wird gemessen …</translation>
    </message>
</context>
<context>
    <name>MapPanel</name>
    <message>
        <source>Palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Dither</source>
        <translation>Rasterung</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>How much of the dithering to apply</source>
        <translation>Wie viel der Rasterung (Dithering) angewendet wird</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>%1 kept, %2 MB</source>
        <translation>%1 aufgehoben, %2 MB</translation>
    </message>
    <message>
        <source>none kept</source>
        <translation>keine aufgehoben</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Dither in linear light</source>
        <translation>In linearem Licht rastern</translation>
    </message>
    <message>
        <source>Mix colors as light does: gradients keep their brightness</source>
        <translation>Farben mischen, wie Licht es tut: Verläufe behalten ihre Helligkeit</translation>
    </message>
    <message>
        <source>Serpentine</source>
        <translation>Serpentinen</translation>
    </message>
    <message>
        <source>Turn at the end of each row: fewer worm patterns</source>
        <translation>Am Ende jeder Zeile wenden: weniger Wurmmuster</translation>
    </message>
    <message>
        <source>Cubes</source>
        <translation>Farbwürfel</translation>
    </message>
    <message>
        <source>Tables of all 16.7 million colors, kept for palettes that come back</source>
        <translation>Tabellen aller 16,7 Millionen Farben, aufgehoben für Paletten, die wiederkommen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete the color cubes on disk; they are made again when needed</source>
        <translation>Die Farbwürfel auf der Festplatte löschen; bei Bedarf entstehen sie neu</translation>
    </message>
    <message>
        <source>Dither %1 %</source>
        <translation>Rasterung %1 %</translation>
    </message>
    <message>
        <source>True to the pixels</source>
        <translation>Treu den Pixeln</translation>
    </message>
    <message>
        <source>Least error in RGB; best beside PNG tools</source>
        <translation>Kleinster Fehler in RGB; am besten neben PNG-Werkzeugen</translation>
    </message>
    <message>
        <source>True to the eye</source>
        <translation>Treu dem Auge</translation>
    </message>
    <message>
        <source>Least difference that the eye sees</source>
        <translation>Kleinster Unterschied, den das Auge sieht</translation>
    </message>
    <message>
        <source>True to structure</source>
        <translation>Treu der Struktur</translation>
    </message>
    <message>
        <source>Keeps edges and textures best</source>
        <translation>Erhält Kanten und Texturen am besten</translation>
    </message>
    <message>
        <source>Distance between channel values</source>
        <translation>Abstand der Kanalwerte</translation>
    </message>
    <message>
        <source>Distance in CIELAB, even to the eye</source>
        <translation>Abstand in CIELAB, gleichmäßig fürs Auge</translation>
    </message>
    <message>
        <source>Distance in OKLab, even in hue</source>
        <translation>Abstand in OKLab, gleichmäßig im Farbton</translation>
    </message>
    <message>
        <source>The standard for small color differences; slower</source>
        <translation>Der Standard für kleine Farbunterschiede; langsamer</translation>
    </message>
    <message>
        <source>Error diffusion</source>
        <translation>Fehlerdiffusion</translation>
    </message>
    <message>
        <source>A fixed pattern, steady from frame to frame</source>
        <translation>Ein festes Muster, ruhig von Bild zu Bild</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Flat areas</source>
        <translation>Glatte Flächen</translation>
    </message>
    <message>
        <source>Error diffusion with high contrast</source>
        <translation>Fehlerdiffusion mit hohem Kontrast</translation>
    </message>
    <message>
        <source>Blue noise</source>
        <translation>Blaues Rauschen</translation>
    </message>
    <message>
        <source>An even grain without patterns</source>
        <translation>Gleichmäßiges Korn ohne Muster</translation>
    </message>
    <message>
        <source>Diffusion along a curve: no direction shows</source>
        <translation>Diffusion entlang einer Kurve: Keine Richtung fällt auf</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>The fastest exact search for this photo and palette</source>
        <translation>Die schnellste genaue Suche für dieses Foto und diese Palette</translation>
    </message>
    <message>
        <source>Color cube (exact)</source>
        <translation>Farbwürfel (genau)</translation>
    </message>
    <message>
        <source>A table of all 16.7 million colors</source>
        <translation>Eine Tabelle aller 16,7 Millionen Farben</translation>
    </message>
    <message>
        <source>Compiled loop (exact)</source>
        <translation>Kompilierte Schleife (genau)</translation>
    </message>
    <message>
        <source>Every pixel against every color, numba</source>
        <translation>Jedes Pixel gegen jede Farbe, numba</translation>
    </message>
    <message>
        <source>Plain loop (exact)</source>
        <translation>Einfache Schleife (genau)</translation>
    </message>
    <message>
        <source>Every distance in numpy; slow</source>
        <translation>Jeder Abstand in numpy; langsam</translation>
    </message>
    <message>
        <source>FLANN (approximate)</source>
        <translation>FLANN (angenähert)</translation>
    </message>
    <message>
        <source>A search tree that sometimes errs</source>
        <translation>Ein Suchbaum, der manchmal irrt</translation>
    </message>
</context>
<context>
    <name>MixturePanel</name>
    <message>
        <source>Begin anew, without what was moved by hand</source>
        <translation>Neu beginnen, ohne das von Hand Verschobene</translation>
    </message>
    <message>
        <source>a pixel</source>
        <translation>je Pixel</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Logarithmic scale: rare values show too</source>
        <translation>Logarithmische Skala: Auch seltene Werte sind zu sehen</translation>
    </message>
    <message>
        <source>%1:  component %2, %3 %</source>
        <translation>%1:  Komponente %2, %3 %</translation>
    </message>
</context>
<context>
    <name>MixturePlot</name>
    <message>
        <source>Mixture of the histogram</source>
        <translation>Mischung des Histogramms</translation>
    </message>
    <message>
        <source>Drag a top to move a component, its wings to widen it; so do the arrows, and + and −.
Page up and page down go from one component to the next.</source>
        <translation>Gipfel ziehen bewegt eine Komponente, Flügel ziehen verbreitert sie; ebenso die Pfeiltasten sowie + und −.
Bild auf und Bild ab gehen von einer Komponente zur nächsten.</translation>
    </message>
    <message>
        <source>Component %1 has its top here</source>
        <translation>Komponente %1 hat hier ihren Gipfel</translation>
    </message>
    <message>
        <source>Component %1 reaches to here</source>
        <translation>Komponente %1 reicht bis hierher</translation>
    </message>
    <message>
        <source>The nearest threshold is here</source>
        <translation>Die nächste Schwelle liegt hier</translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>Name of the swatch</source>
        <translation>Name des Farbfelds</translation>
    </message>
    <message>
        <source>Return keeps the name, Esc does not</source>
        <translation>Eingabe behält den Namen, Esc nicht</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>%1 to %2. ↑ ↓ nudge, Shift ten times as far.</source>
        <translation>%1 bis %2. ↑ ↓ ändern in Schritten, Umschalt zehnmal so weit.</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>.</source>
        <translation>,</translation>
    </message>
</context>
<context>
    <name>PagesDesk</name>
    <message>
        <source>Copied the report</source>
        <translation>Bericht kopiert</translation>
    </message>
    <message>
        <source>Palette Studio %1

Recolor photos by dragging the colors of their palette.</source>
        <translation>Palette Studio %1

Fotos umfärben, indem man die Farben ihrer Palette zieht.</translation>
    </message>
    <message>
        <source>MIT license. Made with Qt (LGPL), numba, OpenCV, Pillow and pyqtgraph.</source>
        <translation>MIT-Lizenz. Gemacht mit Qt (LGPL), numba, OpenCV, Pillow und pyqtgraph.</translation>
    </message>
    <message>
        <source>About Palette Studio</source>
        <translation>Über Palette Studio</translation>
    </message>
    <message>
        <source>Put this page away</source>
        <translation>Diese Seite weglegen</translation>
    </message>
</context>
<context>
    <name>PairRows</name>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Drag from a color of the photo to one of the reference: it becomes that color</source>
        <translation>Von einer Farbe des Fotos zu einer der Referenz ziehen: Sie wird zu dieser Farbe</translation>
    </message>
    <message>
        <source>Pairs of colors: %1</source>
        <translation>Farbpaare: %1</translation>
    </message>
    <message>
        <source>Drag between them to make a pair</source>
        <translation>Dazwischen ziehen, um ein Paar zu bilden</translation>
    </message>
</context>
<context>
    <name>PaletteDesk</name>
    <message>
        <source>The swatches took over from the color table.</source>
        <translation>Die Farbfelder haben die Farbtabelle abgelöst.</translation>
    </message>
</context>
<context>
    <name>PaletteDialog</name>
    <message>
        <source>Export palette</source>
        <translation>Palette exportieren</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Kind of palette file</source>
        <translation>Art der Palettendatei</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Verwendet von</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Entfällt</translation>
    </message>
    <message>
        <source>nothing: all of this palette is kept</source>
        <translation>nichts: Die ganze Palette bleibt erhalten</translation>
    </message>
</context>
<context>
    <name>PaletteExportDesk</name>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
</context>
<context>
    <name>PaletteList</name>
    <message>
        <source>Palettes</source>
        <translation>Paletten</translation>
    </message>
    <message>
        <source>A click or Return takes a palette, F2 names it, Del deletes it</source>
        <translation>Ein Klick oder Eingabe nimmt eine Palette, F2 benennt sie, Entf löscht sie</translation>
    </message>
</context>
<context>
    <name>PaletteModel</name>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
</context>
<context>
    <name>PalettePanel</name>
    <message>
        <source>Palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>Number of swatches</source>
        <translation>Anzahl der Farbfelder</translation>
    </message>
    <message>
        <source>every pixel takes its nearest color</source>
        <translation>jedes Pixel nimmt seine nächste Farbe an</translation>
    </message>
    <message>
        <source>original above</source>
        <translation>oben das Original</translation>
    </message>
    <message>
        <source>width is coverage</source>
        <translation>Breite ist Anteil</translation>
    </message>
</context>
<context>
    <name>PaletteStrip</name>
    <message>
        <source>Palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>Swatches; ← → choose one, with Ctrl they move it</source>
        <translation>Farbfelder; ← → wählen eines aus, mit Strg rücken sie es</translation>
    </message>
</context>
<context>
    <name>PanelMenu</name>
    <message>
        <source>&amp;Arrange panels</source>
        <translation>Bedienfelder an&amp;ordnen</translation>
    </message>
    <message>
        <source>&amp;Wider</source>
        <translation>&amp;Breiter</translation>
    </message>
    <message>
        <source>&amp;Narrower</source>
        <translation>&amp;Schmaler</translation>
    </message>
    <message>
        <source>&amp;Taller</source>
        <translation>&amp;Höher</translation>
    </message>
    <message>
        <source>&amp;Lower</source>
        <translation>&amp;Niedriger</translation>
    </message>
    <message>
        <source>To the l&amp;eft</source>
        <translation>Nach &amp;links</translation>
    </message>
    <message>
        <source>To the &amp;right</source>
        <translation>Nach &amp;rechts</translation>
    </message>
    <message>
        <source>&amp;Below the photo</source>
        <translation>&amp;Unter das Foto</translation>
    </message>
</context>
<context>
    <name>PixelPlot</name>
    <message>
        <source>Gaussians of the pixel</source>
        <translation>Gaußkurven des Pixels</translation>
    </message>
    <message>
        <source>What the model expects of this pixel: filled curves are background, dashed ones are not. The upright line is the pixel&apos;s value now.</source>
        <translation>Was das Modell von diesem Pixel erwartet: Gefüllte Kurven sind Hintergrund, gestrichelte nicht. Die senkrechte Linie ist der jetzige Wert des Pixels.</translation>
    </message>
    <message>
        <source>background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>not background</source>
        <translation>kein Hintergrund</translation>
    </message>
    <message>
        <source>Pixel %1, %2   now %3</source>
        <translation>Pixel %1, %2   jetzt %3</translation>
    </message>
</context>
<context>
    <name>PlanePlot</name>
    <message>
        <source>Points on a plane, contours of true and estimated densities</source>
        <translation>Punkte in einer Ebene, Höhenlinien wahrer und geschätzter Dichten</translation>
    </message>
</context>
<context>
    <name>PlaneView</name>
    <message>
        <source>Lab lightness</source>
        <translation>Lab-Helligkeit</translation>
    </message>
    <message>
        <source>Luma</source>
        <translation>Luma</translation>
    </message>
    <message>
        <source>Pixel %1</source>
        <translation>Pixel %1</translation>
    </message>
    <message>
        <source>chroma</source>
        <translation>Chroma</translation>
    </message>
    <message>
        <source>off guide</source>
        <translation>neben der Hilfslinie</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Dark, light or neutral gray</source>
        <translation>Dunkel, hell oder neutralgrau</translation>
    </message>
    <message>
        <source>Swatches</source>
        <translation>Farbfelder</translation>
    </message>
    <message>
        <source>in a new photo&apos;s palette</source>
        <translation>in der Palette eines neuen Fotos</translation>
    </message>
    <message>
        <source>Largest photo</source>
        <translation>Größtes Foto</translation>
    </message>
    <message>
        <source>larger ones are not opened; each MP takes about 10 MB of memory</source>
        <translation>größere werden nicht geöffnet; jedes MP braucht etwa 10 MB Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Put this page away; every choice is kept</source>
        <translation>Diese Seite weglegen; jede Wahl bleibt</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>The language of the window, and how it writes numbers</source>
        <translation>Die Sprache des Fensters und wie es Zahlen schreibt</translation>
    </message>
    <message>
        <source>from the next start on</source>
        <translation>ab dem nächsten Start</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>How large everything but the photo is shown, from the next start on</source>
        <translation>Wie groß alles außer dem Foto gezeigt wird, ab dem nächsten Start</translation>
    </message>
</context>
<context>
    <name>ProjectDesk</name>
    <message>
        <source>%1 has changed since its edits were saved. It is shown as it is now.</source>
        <translation>%1 hat sich geändert, seit die Bearbeitungen gespeichert wurden. Gezeigt wird der jetzige Stand.</translation>
    </message>
    <message>
        <source>%1 is a recipe for photos. Open a photo first, then the recipe.</source>
        <translation>%1 ist ein Rezept für Fotos. Zuerst ein Foto öffnen, dann das Rezept.</translation>
    </message>
    <message>
        <source>Recipe %1</source>
        <translation>Rezept %1</translation>
    </message>
    <message>
        <source>Applied %1</source>
        <translation>%1 angewendet</translation>
    </message>
    <message>
        <source>%1 belongs to it, but it is no longer in %2. Nothing changes until it is found.</source>
        <translation>%1 gehört dazu, ist aber nicht mehr in %2. Nichts ändert sich, bis es gefunden ist.</translation>
    </message>
    <message>
        <source>Where is %1?</source>
        <translation>Wo ist %1?</translation>
    </message>
    <message>
        <source>Find the photo</source>
        <translation>Foto suchen</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>Show where the photo is now</source>
        <translation>Zeigen, wo das Foto jetzt ist</translation>
    </message>
    <message>
        <source>Leave the project closed</source>
        <translation>Das Projekt geschlossen lassen</translation>
    </message>
    <message>
        <source>Find %1</source>
        <translation>%1 suchen</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>Projekt speichern</translation>
    </message>
    <message>
        <source>Save the edit as a recipe</source>
        <translation>Bearbeitung als Rezept speichern</translation>
    </message>
    <message>
        <source>Palette Studio (%1)</source>
        <translation>Palette Studio (%1)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Save the edits of %1?</source>
        <translation>Bearbeitungen von %1 speichern?</translation>
    </message>
    <message>
        <source>They are lost otherwise. The photo itself is never changed.</source>
        <translation>Sonst sind sie verloren. Das Foto selbst wird nie verändert.</translation>
    </message>
    <message>
        <source>Save the edits</source>
        <translation>Bearbeitungen speichern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save the project, then close the window</source>
        <translation>Das Projekt speichern, dann das Fenster schließen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Close the window without the edits</source>
        <translation>Das Fenster ohne die Bearbeitungen schließen</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>The edits of %1 were set aside.</source>
        <translation>Die Bearbeitungen von %1 wurden beiseitegelegt.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Palette Studio</source>
        <translation>Palette Studio</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Readouts</name>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>moved: share of pixels that changed
ΔE: mean and largest difference from the original (CIEDE2000; 1 is just visible)
clipped: share of pixels newly pressed against the edge of sRGB
fit: how far the photo is from its swatches, mixed, in steps of 255
nearest: how often the approximate search finds the true nearest color</source>
        <translation>verändert: Anteil der veränderten Pixel
ΔE: mittlerer und größter Unterschied zum Original (CIEDE2000; 1 ist gerade sichtbar)
beschnitten: Anteil der Pixel, die neu an den Rand von sRGB gedrückt sind
Passung: wie weit das Foto von seinen gemischten Farbfeldern entfernt ist, in Stufen von 255
nächste: wie oft die angenäherte Suche die wirklich nächste Farbe findet</translation>
    </message>
    <message>
        <source>Zoom: 2 to 6400 %. Ctrl+0 fits the photo, Ctrl+1 shows 100 %.</source>
        <translation>Zoom: 2 bis 6400 %. Strg+0 passt das Foto ein, Strg+1 zeigt 100 %.</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>verändert</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>clipped</source>
        <translation>beschnitten</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>Passung</translation>
    </message>
    <message>
        <source>nearest in %1</source>
        <translation>nächste in %1</translation>
    </message>
</context>
<context>
    <name>RecolorPanel</name>
    <message>
        <source>Engine</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>How much of the palette&apos;s change to apply</source>
        <translation>Wie viel von der Änderung der Palette angewendet wird</translation>
    </message>
    <message>
        <source>Keep light</source>
        <translation>Licht halten</translation>
    </message>
    <message>
        <source>How much of the photo&apos;s own lightness to keep</source>
        <translation>Wie viel von der Helligkeit des Fotos bleibt</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Weich</translation>
    </message>
    <message>
        <source>Colors between the swatches follow along; the usual choice</source>
        <translation>Farben zwischen den Farbfeldern gehen mit; die übliche Wahl</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>The photo as layers of paint, one for each swatch; looks at places too</source>
        <translation>Das Foto als Malschichten, eine je Farbfeld; beachtet auch den Ort</translation>
    </message>
    <message>
        <source>Mean value</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Each color a blend of the swatches around it; even transitions</source>
        <translation>Jede Farbe eine Mischung der Farbfelder um sie herum; gleichmäßige Übergänge</translation>
    </message>
    <message>
        <source>Mixture</source>
        <translation>Mischung</translation>
    </message>
    <message>
        <source>Colors move in groups, as clusters of the photo; neighbors stay</source>
        <translation>Farben bewegen sich in Gruppen, als Cluster des Fotos; Nachbarn bleiben</translation>
    </message>
    <message>
        <source>Nearest swatch</source>
        <translation>Nächstes Farbfeld</translation>
    </message>
    <message>
        <source>Each color moves with its nearest swatch alone; for posterized work</source>
        <translation>Jede Farbe bewegt sich nur mit ihrem nächsten Farbfeld; für flächige Arbeiten</translation>
    </message>
    <message>
        <source>Color table (LUT)…</source>
        <translation>Farbtabelle (LUT)…</translation>
    </message>
    <message>
        <source>The colors of a .cube or Hald file in place of the swatches</source>
        <translation>Die Farben einer .cube- oder Hald-Datei statt der Farbfelder</translation>
    </message>
</context>
<context>
    <name>RecoveryDesk</name>
    <message>
        <source>Your edits are not safe from a crash: %1 Save the project to another folder.</source>
        <translation>Die Bearbeitungen sind vor einem Absturz nicht sicher: %1 Das Projekt in einem anderen Ordner speichern.</translation>
    </message>
    <message>
        <source>Palette Studio ended last time because of an error inside. Please report it.</source>
        <translation>Palette Studio endete beim letzten Mal durch einen internen Fehler. Bitte melden.</translation>
    </message>
    <message>
        <source>Palette Studio ended twice with the edits of %1. They are kept in %2.</source>
        <translation>Palette Studio endete zweimal mit den Bearbeitungen von %1. Sie sind in %2 aufgehoben.</translation>
    </message>
    <message>
        <source>Open them</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Recover edits</source>
        <translation>Bearbeitungen wiederherstellen</translation>
    </message>
    <message>
        <source>Palette Studio did not end as it should</source>
        <translation>Palette Studio wurde nicht ordentlich beendet</translation>
    </message>
    <message>
        <source>These edits were not saved. The photos are unchanged.</source>
        <translation>Diese Bearbeitungen waren nicht gespeichert. Die Fotos sind unverändert.</translation>
    </message>
    <message>
        <source>Edits that can be recovered</source>
        <translation>Bearbeitungen, die sich wiederherstellen lassen</translation>
    </message>
    <message>
        <source>Choose the edits to recover or to discard</source>
        <translation>Bearbeitungen zum Wiederherstellen oder Verwerfen auswählen</translation>
    </message>
    <message>
        <source>A photo</source>
        <translation>Ein Foto</translation>
    </message>
    <message>
        <source>&apos;today,&apos; HH:mm</source>
        <translation>&apos;heute,&apos; HH:mm</translation>
    </message>
    <message>
        <source>&apos;yesterday,&apos; HH:mm</source>
        <translation>&apos;gestern,&apos; HH:mm</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <translation>d. MMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>Edited %1</source>
        <translation>Bearbeitet %1</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Copy what went wrong, to paste it into a bug report</source>
        <translation>Kopieren, was schiefging, um es in einen Fehlerbericht einzufügen</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Open the photo with these edits</source>
        <translation>Das Foto mit diesen Bearbeitungen öffnen</translation>
    </message>
    <message>
        <source>Delete these edits for good</source>
        <translation>Diese Bearbeitungen endgültig löschen</translation>
    </message>
    <message>
        <source>Keep all of them, and ask again at the next start</source>
        <translation>Alle behalten und beim nächsten Start wieder fragen</translation>
    </message>
</context>
<context>
    <name>ReferenceWell</name>
    <message>
        <source>Reference: none</source>
        <translation>Referenz: keine</translation>
    </message>
    <message>
        <source>Drop the photo whose colors you want here, or click to choose it</source>
        <translation>Das Foto, dessen Farben gewünscht sind, hier ablegen oder klicken, um es auszuwählen</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Drag, or − and arrows, to frame the part that counts; double-click for all of it</source>
        <translation>Ziehen, oder − und Pfeiltasten, um den Teil einzurahmen, der zählt; Doppelklick für alles</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Ganzes Bild</translation>
    </message>
    <message>
        <source>Upper half</source>
        <translation>Obere Hälfte</translation>
    </message>
    <message>
        <source>Lower half</source>
        <translation>Untere Hälfte</translation>
    </message>
    <message>
        <source>Left half</source>
        <translation>Linke Hälfte</translation>
    </message>
    <message>
        <source>Right half</source>
        <translation>Rechte Hälfte</translation>
    </message>
    <message>
        <source>The middle</source>
        <translation>Die Mitte</translation>
    </message>
    <message>
        <source>A third of it around here</source>
        <translation>Ein Drittel um diese Stelle</translation>
    </message>
    <message>
        <source>Drop a photo here</source>
        <translation>Hier ein Foto ablegen</translation>
    </message>
    <message>
        <source>Your photo takes on its colors</source>
        <translation>Das Foto nimmt seine Farben an</translation>
    </message>
</context>
<context>
    <name>RegionDesk</name>
    <message>
        <source>Recolor only component %1</source>
        <translation>Nur Komponente %1 umfärben</translation>
    </message>
    <message>
        <source>Recolor only components %1</source>
        <translation>Nur Komponenten %1 umfärben</translation>
    </message>
    <message>
        <source>Colors change in the region alone. Point at “Where” to see it.</source>
        <translation>Farben ändern sich nur in diesem Bereich. Auf „Wo“ zeigen, um ihn zu sehen.</translation>
    </message>
    <message>
        <source>The palette has the colors of the components. Change them in Recolor (F5).</source>
        <translation>Die Palette hat die Farben der Komponenten. Sie lassen sich in Umfärben (F5) ändern.</translation>
    </message>
    <message>
        <source>The Mixture engine moves their regions.</source>
        <translation>Das Verfahren Mischung bewegt ihre Bereiche.</translation>
    </message>
    <message>
        <source>Export labels</source>
        <translation>Labels exportieren</translation>
    </message>
    <message>
        <source>Indexed PNG (*.png)</source>
        <translation>Indiziertes PNG (*.png)</translation>
    </message>
    <message>
        <source>Export masks to</source>
        <translation>Masken exportieren nach</translation>
    </message>
</context>
<context>
    <name>RegionRow</name>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Umkehren</translation>
    </message>
    <message>
        <source>Recolor all of the photo but the region</source>
        <translation>Alles außer dem Bereich umfärben</translation>
    </message>
    <message>
        <source>Whole photo</source>
        <translation>Ganzes Foto</translation>
    </message>
    <message>
        <source>Recolor the whole photo again</source>
        <translation>Wieder das ganze Foto umfärben</translation>
    </message>
    <message>
        <source>Only this part of the photo is recolored. Point here to see it.</source>
        <translation>Nur dieser Teil des Fotos wird umgefärbt. Hierher zeigen, um ihn zu sehen.</translation>
    </message>
    <message>
        <source>%1 of %2 components</source>
        <translation>%1 von %2 Komponenten</translation>
    </message>
    <message>
        <source>Component %1</source>
        <translation>Komponente %1</translation>
    </message>
    <message>
        <source>Components %1</source>
        <translation>Komponenten %1</translation>
    </message>
    <message>
        <source>All but %1</source>
        <translation>Alle außer %1</translation>
    </message>
    <message>
        <source>All but component %1</source>
        <translation>Alle außer Komponente %1</translation>
    </message>
</context>
<context>
    <name>RowModel</name>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>%1 colors</source>
        <translation>%1 Farben</translation>
    </message>
    <message>
        <source>favorite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Click: your swatches take its colors; in Map, the photo does.</source>
        <translation>Klicken: Die Farbfelder nehmen ihre Farben an; in Zuordnen tut es das Foto.</translation>
    </message>
    <message>
        <source>Drag onto the photo to map it.</source>
        <translation>Auf das Foto ziehen, um es ihr zuzuordnen.</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>Astronaut</source>
        <translation>Astronautin</translation>
    </message>
    <message>
        <source>Bowl with fig</source>
        <translation>Schale mit Feige</translation>
    </message>
    <message>
        <source>Cat</source>
        <translation>Katze</translation>
    </message>
    <message>
        <source>Coffee</source>
        <translation>Kaffee</translation>
    </message>
    <message>
        <source>Mountain path</source>
        <translation>Bergpfad</translation>
    </message>
    <message>
        <source>Rocket</source>
        <translation>Rakete</translation>
    </message>
</context>
<context>
    <name>SegmentDesk</name>
    <message>
        <source>Open a photo to divide it by its colors</source>
        <translation>Ein Foto öffnen, um es nach seinen Farben aufzuteilen</translation>
    </message>
    <message>
        <source>Move component %1</source>
        <translation>Komponente %1 bewegen</translation>
    </message>
    <message>
        <source>Threshold at %1</source>
        <translation>Schwelle bei %1</translation>
    </message>
    <message>
        <source>Widen component %1</source>
        <translation>Komponente %1 verbreitern</translation>
    </message>
    <message>
        <source>Lock component %1</source>
        <translation>Komponente %1 sperren</translation>
    </message>
    <message>
        <source>Unlock component %1</source>
        <translation>Komponente %1 entsperren</translation>
    </message>
    <message>
        <source>Iteration %1</source>
        <translation>Iteration %1</translation>
    </message>
    <message>
        <source>Begin the mixture anew</source>
        <translation>Mischung neu beginnen</translation>
    </message>
    <message>
        <source>Smooth %1 %</source>
        <translation>Glättung %1 %</translation>
    </message>
</context>
<context>
    <name>SegmentPanel</name>
    <message>
        <source>Divide by</source>
        <translation>Aufteilen nach</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Kriterium</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Ignore clipped pixels</source>
        <translation>Beschnittene Pixel auslassen</translation>
    </message>
    <message>
        <source>Leave out the darkest and the lightest value, where clipped pixels pile up</source>
        <translation>Den dunkelsten und den hellsten Wert auslassen, wo sich beschnittene Pixel häufen</translation>
    </message>
    <message>
        <source>Let regions follow edges of the photo; 0 takes every pixel alone</source>
        <translation>Bereiche folgen den Kanten des Fotos; bei 0 zählt jedes Pixel für sich</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Component %1</source>
        <translation>Komponente %1</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Komponente</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>One component fewer</source>
        <translation>Eine Komponente weniger</translation>
    </message>
    <message>
        <source>One component more</source>
        <translation>Eine Komponente mehr</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>As many components as the criterion likes best</source>
        <translation>So viele Komponenten, wie dem Kriterium am besten gefallen</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Keep this component as it is while the others settle</source>
        <translation>Diese Komponente lassen, wie sie ist, während sich die anderen einstellen</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Recolor only here</source>
        <translation>Nur hier umfärben</translation>
    </message>
    <message>
        <source>Go to Recolor, where colors change in the chosen components alone</source>
        <translation>Zu Umfärben gehen, wo sich Farben nur in den gewählten Komponenten ändern</translation>
    </message>
    <message>
        <source>Use components as palette</source>
        <translation>Komponenten als Palette</translation>
    </message>
    <message>
        <source>The photo&apos;s palette becomes the colors of the components</source>
        <translation>Die Palette des Fotos wird zu den Farben der Komponenten</translation>
    </message>
    <message>
        <source>Export labels…</source>
        <translation>Labels exportieren…</translation>
    </message>
    <message>
        <source>Save the regions as an indexed PNG</source>
        <translation>Die Bereiche als indiziertes PNG speichern</translation>
    </message>
    <message>
        <source>Export masks…</source>
        <translation>Masken exportieren…</translation>
    </message>
    <message>
        <source>Save a picture of each component, soft at its edges (PNG with alpha)</source>
        <translation>Ein Bild jeder Komponente speichern, weich an den Kanten (PNG mit Alpha)</translation>
    </message>
    <message>
        <source>%1 components</source>
        <translation>%1 Komponenten</translation>
    </message>
    <message>
        <source>Automatic number of components</source>
        <translation>Automatische Anzahl der Komponenten</translation>
    </message>
    <message>
        <source>Gray</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>One gray value a pixel: luma</source>
        <translation>Ein Grauwert je Pixel: Luma</translation>
    </message>
    <message>
        <source>Lightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>CIE lightness: even steps for the eye</source>
        <translation>CIE-Helligkeit: gleichmäßige Stufen fürs Auge</translation>
    </message>
    <message>
        <source>Hue</source>
        <translation>Farbton</translation>
    </message>
    <message>
        <source>The hue alone, around its circle; grays have none</source>
        <translation>Nur der Farbton, rund um seinen Kreis; Grautöne haben keinen</translation>
    </message>
    <message>
        <source>Color (CIELAB)</source>
        <translation>Farbe (CIELAB)</translation>
    </message>
    <message>
        <source>Whole colors; seen in the plane of a and b</source>
        <translation>Ganze Farben; zu sehen in der Ebene von a und b</translation>
    </message>
    <message>
        <source>Color (OKLab)</source>
        <translation>Farbe (OKLab)</translation>
    </message>
    <message>
        <source>Whole colors, with even hues</source>
        <translation>Ganze Farben, mit gleichmäßigen Farbtönen</translation>
    </message>
    <message>
        <source>BIC for photos</source>
        <translation>BIC für Fotos</translation>
    </message>
    <message>
        <source>Pixels of a photo are alike: fewer components</source>
        <translation>Pixel eines Fotos ähneln sich: weniger Komponenten</translation>
    </message>
    <message>
        <source>Every pixel counts alone: as many components as can be told apart</source>
        <translation>Jedes Pixel zählt für sich: so viele Komponenten, wie sich unterscheiden lassen</translation>
    </message>
    <message>
        <source>The most components</source>
        <translation>Die meisten Komponenten</translation>
    </message>
    <message>
        <source>Components that hardly overlap</source>
        <translation>Komponenten, die sich kaum überlappen</translation>
    </message>
    <message>
        <source>Equal parts</source>
        <translation>Gleiche Abschnitte</translation>
    </message>
    <message>
        <source>The range divided into equal parts</source>
        <translation>Der Bereich in gleiche Abschnitte geteilt</translation>
    </message>
    <message>
        <source>Equal areas</source>
        <translation>Gleiche Flächen</translation>
    </message>
    <message>
        <source>As many pixels in each part</source>
        <translation>In jedem Abschnitt gleich viele Pixel</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>k-means of the values</source>
        <translation>k-means der Werte</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Zufällig</translation>
    </message>
    <message>
        <source>Values drawn by how often they occur</source>
        <translation>Werte, gezogen nach ihrer Häufigkeit</translation>
    </message>
    <message>
        <source>Best of many</source>
        <translation>Bester von vielen</translation>
    </message>
    <message>
        <source>The likeliest fit of many beginnings</source>
        <translation>Die wahrscheinlichste Anpassung aus vielen Anfängen</translation>
    </message>
</context>
<context>
    <name>SequenceDesk</name>
    <message>
        <source>Videos, and frames (%1);;All files (*)</source>
        <translation>Videos und Einzelbilder (%1);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a video, or any frame of a folder</source>
        <translation>Ein Video oder ein beliebiges Bild eines Ordners öffnen</translation>
    </message>
    <message>
        <source>Learning %1 frames</source>
        <translation>%1 Bilder werden gelernt</translation>
    </message>
    <message>
        <source>%1 % moves</source>
        <translation>%1 % bewegt sich</translation>
    </message>
    <message>
        <source>still learning, %1 of %2</source>
        <translation>lernt noch, %1 von %2</translation>
    </message>
</context>
<context>
    <name>SequencePanel</name>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Tell shadows</source>
        <translation>Schatten erkennen</translation>
    </message>
    <message>
        <source>What is only darker than the background is shadow: gray in the mask</source>
        <translation>Was nur dunkler ist als der Hintergrund, ist Schatten: grau in der Maske</translation>
    </message>
    <message>
        <source>Gaussians</source>
        <translation>Gaußkurven</translation>
    </message>
    <message>
        <source>K: how many a pixel may have</source>
        <translation>K: wie viele ein Pixel haben darf</translation>
    </message>
    <message>
        <source>Gaussians of a pixel</source>
        <translation>Gaußkurven eines Pixels</translation>
    </message>
    <message>
        <source>One Gaussian fewer</source>
        <translation>Eine Gaußkurve weniger</translation>
    </message>
    <message>
        <source>One Gaussian more</source>
        <translation>Eine Gaußkurve mehr</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Gedächtnis</translation>
    </message>
    <message>
        <source>Frames that are remembered: 1 over the learning rate α</source>
        <translation>Bilder, die im Gedächtnis bleiben: 1 geteilt durch die Lernrate α</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>T: the share of a pixel&apos;s weights that counts as background</source>
        <translation>T: der Anteil der Gewichte eines Pixels, der als Hintergrund zählt</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>How many deviations from a Gaussian still belong to it</source>
        <translation>Wie viele Abweichungen von einer Gaußkurve noch zu ihr gehören</translation>
    </message>
    <message>
        <source>Export masks…</source>
        <translation>Masken exportieren…</translation>
    </message>
    <message>
        <source>A PNG for every frame, in a new folder</source>
        <translation>Ein PNG je Bild, in einem neuen Ordner</translation>
    </message>
    <message>
        <source>Background…</source>
        <translation>Hintergrund…</translation>
    </message>
    <message>
        <source>Save what stands behind, as it is known by now</source>
        <translation>Speichern, was dahinter steht, soweit es schon bekannt ist</translation>
    </message>
    <message>
        <source>Clean frames…</source>
        <translation>Freigestellt…</translation>
    </message>
    <message>
        <source>What moves alone, a PNG for every frame</source>
        <translation>Nur was sich bewegt, ein PNG je Bild</translation>
    </message>
    <message>
        <source>Recolored…</source>
        <translation>Umgefärbt…</translation>
    </message>
    <message>
        <source>Every frame in the edited palette, as PNG</source>
        <translation>Jedes Bild in der bearbeiteten Palette, als PNG</translation>
    </message>
    <message>
        <source>Export: %1</source>
        <translation>Export: %1</translation>
    </message>
    <message>
        <source>Median: %1</source>
        <translation>Median: %1</translation>
    </message>
    <message>
        <source>%1 Gaussians</source>
        <translation>%1 Gaußkurven</translation>
    </message>
    <message>
        <source>Memory of %1 frames</source>
        <translation>Gedächtnis von %1 Bildern</translation>
    </message>
    <message>
        <source>Threshold %1 %</source>
        <translation>Schwelle %1 %</translation>
    </message>
    <message>
        <source>Match %1 σ</source>
        <translation>Treffer %1 σ</translation>
    </message>
    <message>
        <source>Means that move fast, and follow the light</source>
        <translation>Mittelwerte, die sich schnell bewegen und dem Licht folgen</translation>
    </message>
    <message>
        <source>As in the paper</source>
        <translation>Wie im Aufsatz</translation>
    </message>
    <message>
        <source>Stauffer &amp; Grimson 1999 to the letter; it adapts slowly</source>
        <translation>Stauffer &amp; Grimson 1999, genau nach dem Text; passt sich langsam an</translation>
    </message>
    <message>
        <source>Zivkovic 2004, with OpenCV&apos;s masks</source>
        <translation>Zivkovic 2004, mit den Masken von OpenCV</translation>
    </message>
    <message>
        <source>A median filter takes specks from the mask</source>
        <translation>Ein Medianfilter nimmt Flecken aus der Maske</translation>
    </message>
    <message>
        <source>The mask as the model gives it</source>
        <translation>Die Maske, wie das Modell sie liefert</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Photos (%1);;All files (*)</source>
        <translation>Fotos (%1);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>Showing</name>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
</context>
<context>
    <name>SightLabel</name>
    <message>
        <source>The photo, its export and the numbers stay as they are. Press to see them so.</source>
        <translation>Foto, Export und Zahlen bleiben, wie sie sind. Drücken, um sie so zu sehen.</translation>
    </message>
    <message>
        <source>%1. Press for normal vision</source>
        <translation>%1. Drücken für normales Sehen</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Or try a sample</source>
        <translation>Oder ein Beispiel ausprobieren</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Drop a photo here</source>
        <translation>Hier ein Foto ablegen</translation>
    </message>
    <message>
        <source>JPEG, PNG, TIFF, WebP, AVIF, BMP or GIF. Ctrl+V pastes one.</source>
        <translation>JPEG, PNG, TIFF, WebP, AVIF, BMP oder GIF. Strg+V fügt eines ein.</translation>
    </message>
    <message>
        <source>A video or a folder of frames opens as a sequence.</source>
        <translation>Ein Video oder ein Ordner mit Einzelbildern öffnet sich als Sequenz.</translation>
    </message>
    <message>
        <source>Open photo…</source>
        <translation>Foto öffnen…</translation>
    </message>
    <message>
        <source>Open a photo (Ctrl+O)</source>
        <translation>Ein Foto öffnen (Strg+O)</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop what is under way</source>
        <translation>Anhalten, was gerade läuft</translation>
    </message>
    <message>
        <source>%1: canceled</source>
        <translation>%1: abgebrochen</translation>
    </message>
    <message>
        <source>%1: ended</source>
        <translation>%1: beendet</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Fewer</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>One swatch fewer</source>
        <translation>Ein Farbfeld weniger</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>One swatch more</source>
        <translation>Ein Farbfeld mehr</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Move %1</source>
        <translation>%1 bewegen</translation>
    </message>
    <message>
        <source>Colors for %1</source>
        <translation>Farben für %1</translation>
    </message>
    <message>
        <source>Harmonize: %1 of %2</source>
        <translation>Harmonie (%1) zu %2</translation>
    </message>
    <message>
        <source>Turn all with %1 → %2</source>
        <translation>Alle drehen mit %1 → %2</translation>
    </message>
    <message>
        <source>Sort by %1, descending</source>
        <translation>Nach %1 sortieren, absteigend</translation>
    </message>
    <message>
        <source>Sort by %1</source>
        <translation>Nach %1 sortieren</translation>
    </message>
    <message>
        <source>Reverse the order</source>
        <translation>Reihenfolge umkehren</translation>
    </message>
    <message>
        <source>Gradient from %1 to %2</source>
        <translation>Verlauf von %1 bis %2</translation>
    </message>
    <message>
        <source>Split %1</source>
        <translation>%1 teilen</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>%1 duplizieren</translation>
    </message>
    <message>
        <source>Merge %1</source>
        <translation>%1 zusammenführen</translation>
    </message>
    <message>
        <source>Variation %1</source>
        <translation>Variation %1</translation>
    </message>
    <message>
        <source>Colors of %1</source>
        <translation>Farben von %1</translation>
    </message>
    <message>
        <source>Make the region %1</source>
        <translation>Bereich %1 färben</translation>
    </message>
    <message>
        <source>%1 swatches</source>
        <translation>%1 Farbfelder</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
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
        <source>Reset %1</source>
        <translation>%1 zurücksetzen</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>%1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>Reset all swatches</source>
        <translation>Alle Farbfelder zurücksetzen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Reorder swatches</source>
        <translation>Farbfelder umordnen</translation>
    </message>
    <message>
        <source>Find %1 swatches</source>
        <translation>%1 Farbfelder ermitteln</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Color table %1</source>
        <translation>Farbtabelle %1</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Palette of %1 components</source>
        <translation>Palette aus %1 Komponenten</translation>
    </message>
    <message>
        <source>Invert the region</source>
        <translation>Bereich umkehren</translation>
    </message>
    <message>
        <source>Recolor the whole photo</source>
        <translation>Ganzes Foto umfärben</translation>
    </message>
    <message>
        <source>Shuffle hues</source>
        <translation>Farbtöne mischen</translation>
    </message>
    <message>
        <source>Shuffle lightness and chroma</source>
        <translation>Helligkeit und Chroma mischen</translation>
    </message>
    <message>
        <source>Shuffle which swatch has which color</source>
        <translation>Farben der Farbfelder vertauschen</translation>
    </message>
    <message>
        <source>complementary</source>
        <translation>komplementär</translation>
    </message>
    <message>
        <source>analogous</source>
        <translation>analog</translation>
    </message>
    <message>
        <source>split complementary</source>
        <translation>teilkomplementär</translation>
    </message>
    <message>
        <source>triad</source>
        <translation>Dreiklang</translation>
    </message>
    <message>
        <source>tetrad</source>
        <translation>Vierklang</translation>
    </message>
    <message>
        <source>square</source>
        <translation>Quadrat</translation>
    </message>
    <message>
        <source>monochrome</source>
        <translation>monochrom</translation>
    </message>
    <message>
        <source>hue</source>
        <translation>Farbton</translation>
    </message>
    <message>
        <source>lightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>chroma</source>
        <translation>Chroma</translation>
    </message>
    <message>
        <source>coverage</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>luminance</source>
        <translation>Leuchtdichte</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>SwatchDesk</name>
    <message>
        <source>Removed %1</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>%1 colors</source>
        <translation>%1 Farben</translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation>%1 kopiert</translation>
    </message>
    <message>
        <source>The clipboard holds no photo and no color. Copy one of them and paste again.</source>
        <translation>Die Zwischenablage enthält weder Foto noch Farbe. Eines davon kopieren und erneut einfügen.</translation>
    </message>
    <message>
        <source>Open a photo; then its swatches can take these colors.</source>
        <translation>Ein Foto öffnen; dann können seine Farbfelder diese Farben annehmen.</translation>
    </message>
    <message>
        <source>The clipboard holds %1 colors; a palette holds at most %2.</source>
        <translation>Die Zwischenablage enthält %1 Farben; eine Palette fasst höchstens %2.</translation>
    </message>
    <message>
        <source>the clipboard</source>
        <translation>die Zwischenablage</translation>
    </message>
    <message>
        <source>%1 is locked; unlock it to change it.</source>
        <translation>%1 ist gesperrt; zum Ändern entsperren.</translation>
    </message>
    <message>
        <source>Merge with the one at the left</source>
        <translation>Mit dem linken zusammenführen</translation>
    </message>
</context>
<context>
    <name>SwatchTable</name>
    <message>
        <source>Numbers of the swatches</source>
        <translation>Zahlen der Farbfelder</translation>
    </message>
    <message>
        <source>A click, or ↑ ↓, selects a swatch</source>
        <translation>Ein Klick oder ↑ ↓ wählt ein Farbfeld aus</translation>
    </message>
</context>
<context>
    <name>ThemeMenu</name>
    <message>
        <source>T&amp;heme</source>
        <translation>Ersc&amp;heinungsbild</translation>
    </message>
</context>
<context>
    <name>Themes</name>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Neutral gray</source>
        <translation>Neutralgrau</translation>
    </message>
</context>
<context>
    <name>Thumbnail</name>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
</context>
<context>
    <name>TitleTabs</name>
    <message>
        <source>Panel</source>
        <translation>Bedienfeld</translation>
    </message>
    <message>
        <source>Which panel is in front; ← → go from one to the next</source>
        <translation>Welches Bedienfeld vorn ist; ← → gehen vom einen zum nächsten</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>What can be done about it</source>
        <translation>Was sich tun lässt</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>Toasts</name>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Toolbar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Tour of the window</source>
        <translation>Rundgang durch das Fenster</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>End the tour (Esc); Help shows it again</source>
        <translation>Den Rundgang beenden (Esc); die Hilfe zeigt ihn wieder</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>The step before</source>
        <translation>Der Schritt davor</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>The next step (Return)</source>
        <translation>Der nächste Schritt (Eingabe)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>TourDesk</name>
    <message>
        <source>Open a photo first: the tour is about its palette.</source>
        <translation>Zuerst ein Foto öffnen: Im Rundgang geht es um seine Palette.</translation>
    </message>
    <message>
        <source>The palette of your photo</source>
        <translation>Die Palette des Fotos</translation>
    </message>
    <message>
        <source>As found above, as you make it below. Click a color to choose it.</source>
        <translation>Oben wie ermittelt, unten wie bearbeitet. Eine Farbe anklicken, um sie auszuwählen.</translation>
    </message>
    <message>
        <source>Drag its handle</source>
        <translation>Den Griff ziehen</translation>
    </message>
    <message>
        <source>The photo follows under your hand. Ctrl+Z takes a step back; the file stays as it is.</source>
        <translation>Das Foto folgt der Hand. Strg+Z nimmt einen Schritt zurück; die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Point, compare, zoom</source>
        <translation>Zeigen, vergleichen, zoomen</translation>
    </message>
    <message>
        <source>Click to choose the color there. W compares, B shows the original, the wheel zooms.</source>
        <translation>Klicken wählt die Farbe dort aus. W vergleicht, B zeigt das Original, das Mausrad zoomt.</translation>
    </message>
    <message>
        <source>Other ways to work</source>
        <translation>Andere Arbeitsweisen</translation>
    </message>
    <message>
        <source>Map to few colors, divide, take colors from a photo, color gray ones, watch videos.</source>
        <translation>Wenigen Farben zuordnen, aufteilen, Farben von einem Foto nehmen, graue kolorieren, Videos ansehen.</translation>
    </message>
    <message>
        <source>Export what you see</source>
        <translation>Exportieren, was zu sehen ist</translation>
    </message>
    <message>
        <source>The file has exactly these pixels. Ctrl+Space finds every command, F1 opens the manual.</source>
        <translation>Die Datei hat genau diese Pixel. Strg+Leertaste findet jeden Befehl, F1 öffnet das Handbuch.</translation>
    </message>
</context>
<context>
    <name>TransferDesk</name>
    <message>
        <source>Dropped picture</source>
        <translation>Abgelegtes Bild</translation>
    </message>
    <message>
        <source>Colors of %1</source>
        <translation>Farben von %1</translation>
    </message>
    <message>
        <source>Choose the reference</source>
        <translation>Referenz auswählen</translation>
    </message>
    <message>
        <source>Pasted photo</source>
        <translation>Eingefügtes Foto</translation>
    </message>
    <message>
        <source>The clipboard holds no photo. Copy one, or a photo file, and paste again.</source>
        <translation>Die Zwischenablage enthält kein Foto. Eines oder eine Fotodatei kopieren und erneut einfügen.</translation>
    </message>
    <message>
        <source>%1 is the reference. Open the photo to be changed.</source>
        <translation>%1 ist die Referenz. Das Foto öffnen, das sich ändern soll.</translation>
    </message>
    <message>
        <source>Remove the reference</source>
        <translation>Referenz entfernen</translation>
    </message>
    <message>
        <source>Part of the reference</source>
        <translation>Ausschnitt der Referenz</translation>
    </message>
    <message>
        <source>Method: %1</source>
        <translation>Verfahren: %1</translation>
    </message>
    <message>
        <source>Transfer %1 %</source>
        <translation>Übertragung %1 %</translation>
    </message>
    <message>
        <source>Luminance %1 %</source>
        <translation>Luminanz %1 %</translation>
    </message>
    <message>
        <source>Intensity %1 %</source>
        <translation>Intensität %1 %</translation>
    </message>
    <message>
        <source>Preserve lightness</source>
        <translation>Helligkeit erhalten</translation>
    </message>
    <message>
        <source>Let lightness change</source>
        <translation>Helligkeit darf sich ändern</translation>
    </message>
    <message>
        <source>Pair colors</source>
        <translation>Farben paaren</translation>
    </message>
    <message>
        <source>Part colors</source>
        <translation>Farben trennen</translation>
    </message>
</context>
<context>
    <name>TransferPanel</name>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>How much of the new colors to take on</source>
        <translation>Wie viel von den neuen Farben übernommen wird</translation>
    </message>
    <message>
        <source>Luminance</source>
        <translation>Luminanz</translation>
    </message>
    <message>
        <source>The spread of light and dark that came with them</source>
        <translation>Die Spanne von Hell und Dunkel, die mit ihnen kam</translation>
    </message>
    <message>
        <source>Intensity</source>
        <translation>Intensität</translation>
    </message>
    <message>
        <source>How colorful the new colors are</source>
        <translation>Wie farbig die neuen Farben sind</translation>
    </message>
    <message>
        <source>Preserve lightness</source>
        <translation>Helligkeit erhalten</translation>
    </message>
    <message>
        <source>Light and dark stay the photo&apos;s own; colors alone change</source>
        <translation>Hell und Dunkel bleiben die des Fotos; nur Farben ändern sich</translation>
    </message>
    <message>
        <source>Whole reference</source>
        <translation>Ganze Referenz</translation>
    </message>
    <message>
        <source>Let all of the reference count again</source>
        <translation>Wieder die ganze Referenz zählen lassen</translation>
    </message>
    <message>
        <source>Remove the reference</source>
        <translation>Referenz entfernen</translation>
    </message>
    <message>
        <source>Give the photo its own colors back</source>
        <translation>Dem Foto seine eigenen Farben zurückgeben</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Choose the photo whose colors you want</source>
        <translation>Das Foto auswählen, dessen Farben gewünscht sind</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Take the photo or file on the clipboard as reference</source>
        <translation>Foto oder Datei aus der Zwischenablage als Referenz nehmen</translation>
    </message>
    <message>
        <source>This photo</source>
        <translation>Dieses Foto</translation>
    </message>
    <message>
        <source>Keep the photo in the window as reference; then open the one to be changed</source>
        <translation>Das Foto im Fenster als Referenz behalten; dann das zu ändernde öffnen</translation>
    </message>
    <message>
        <source>Full color</source>
        <translation>Alle Farben</translation>
    </message>
    <message>
        <source>All colors; like ones change alike, edges and grain stay. The usual choice</source>
        <translation>Alle Farben; gleiche ändern sich gleich, Kanten und Korn bleiben. Die übliche Wahl</translation>
    </message>
    <message>
        <source>Full color, closer</source>
        <translation>Alle Farben, näher</translation>
    </message>
    <message>
        <source>Nearer to the reference; places of one color may part</source>
        <translation>Näher an der Referenz; Stellen einer Farbe können sich trennen</translation>
    </message>
    <message>
        <source>Full color, quick</source>
        <translation>Alle Farben, schnell</translation>
    </message>
    <message>
        <source>Closer, in fewer steps</source>
        <translation>Näher, in weniger Schritten</translation>
    </message>
    <message>
        <source>Hues, learned (Hue-Net)</source>
        <translation>Farbtöne, gelernt (Hue-Net)</translation>
    </message>
    <message>
        <source>Hues alone turn, by a network trained to keep what is told apart</source>
        <translation>Nur Farbtöne drehen sich, durch ein Netz, das Unterscheidbares unterscheidbar hält</translation>
    </message>
    <message>
        <source>Hues, fitted</source>
        <translation>Farbtöne, angepasst</translation>
    </message>
    <message>
        <source>Hues alone turn, fitted to these two photos in about a second</source>
        <translation>Nur Farbtöne drehen sich, in etwa einer Sekunde an diese beiden Fotos angepasst</translation>
    </message>
    <message>
        <source>Palette to palette</source>
        <translation>Palette zu Palette</translation>
    </message>
    <message>
        <source>The photo&apos;s swatches become the reference&apos;s; pairs decide which</source>
        <translation>Die Farbfelder des Fotos werden zu denen der Referenz; Paare bestimmen, welche</translation>
    </message>
    <message>
        <source>Averages (Reinhard)</source>
        <translation>Mittelwerte (Reinhard)</translation>
    </message>
    <message>
        <source>Average and spread of the colors, in CIELab; gentle and quick</source>
        <translation>Mittel und Streuung der Farben, in CIELab; sanft und schnell</translation>
    </message>
    <message>
        <source>Averages in l-alpha-beta</source>
        <translation>Mittelwerte in l-alpha-beta</translation>
    </message>
    <message>
        <source>Average and spread as first published</source>
        <translation>Mittel und Streuung, wie zuerst veröffentlicht</translation>
    </message>
    <message>
        <source>Channel histograms</source>
        <translation>Kanalhistogramme</translation>
    </message>
    <message>
        <source>Red, green and blue, each by itself</source>
        <translation>Rot, Grün und Blau, jedes für sich</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>The best of all linear maps of color</source>
        <translation>Die beste aller linearen Abbildungen der Farben</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Verteilung</translation>
    </message>
    <message>
        <source>The whole distribution of colors; grain grows with it</source>
        <translation>Die ganze Verteilung der Farben; das Korn wächst mit</translation>
    </message>
    <message>
        <source>Distribution, grain kept</source>
        <translation>Verteilung, Korn erhalten</translation>
    </message>
    <message>
        <source>The whole distribution, then the grain put right; slow</source>
        <translation>Die ganze Verteilung, danach das Korn berichtigt; langsam</translation>
    </message>
</context>
<context>
    <name>TransportPanel</name>
    <message>
        <source>Frame back</source>
        <translation>Bild zurück</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>Ein Bild zurück</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Watch the frames</source>
        <translation>Den Bildern zusehen</translation>
    </message>
    <message>
        <source>Frame forward</source>
        <translation>Bild vor</translation>
    </message>
    <message>
        <source>One frame further</source>
        <translation>Ein Bild weiter</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Play as fast as the model learns; else 25 frames a second at most</source>
        <translation>So schnell abspielen, wie das Modell lernt; sonst höchstens 25 Bilder je Sekunde</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>What the canvas shows of each frame; ← → go from one to the next</source>
        <translation>Was von jedem Bild gezeigt wird; ← → gehen vom einen zum nächsten</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>The frame as it is</source>
        <translation>Das Bild, wie es ist</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>What stands behind, as the model knows it by now</source>
        <translation>Was dahinter steht, soweit das Modell es schon kennt</translation>
    </message>
    <message>
        <source>Foreground</source>
        <translation>Vordergrund</translation>
    </message>
    <message>
        <source>The mask: white moves, gray is shadow, black is background</source>
        <translation>Die Maske: Weiß bewegt sich, Grau ist Schatten, Schwarz ist Hintergrund</translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>Freigestellt</translation>
    </message>
    <message>
        <source>What moves, before a dimmed background</source>
        <translation>Was sich bewegt, vor abgedunkeltem Hintergrund</translation>
    </message>
    <message>
        <source>Recolored</source>
        <translation>Umgefärbt</translation>
    </message>
    <message>
        <source>The frame in the edited palette, one for all frames</source>
        <translation>Das Bild in der bearbeiteten Palette, einer für alle Bilder</translation>
    </message>
    <message>
        <source>Open a folder of frames or a video, or drop it here, to see what moves in it</source>
        <translation>Einen Ordner mit Einzelbildern oder ein Video öffnen oder hier ablegen, um zu sehen, was sich darin bewegt</translation>
    </message>
    <message>
        <source>Open sequence…</source>
        <translation>Sequenz öffnen…</translation>
    </message>
    <message>
        <source>Open a folder of frames or a video (Ctrl+Shift+O)</source>
        <translation>Einen Ordner mit Einzelbildern oder ein Video öffnen (Strg+Umschalt+O)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop at this frame</source>
        <translation>Bei diesem Bild anhalten</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Click a pixel to see what the model knows of it</source>
        <translation>Ein Pixel anklicken, um zu sehen, was das Modell von ihm weiß</translation>
    </message>
</context>
<context>
    <name>VariationsDesk</name>
    <message>
        <source>Open a photo to see it in other colors.</source>
        <translation>Ein Foto öffnen, um es in anderen Farben zu sehen.</translation>
    </message>
    <message>
        <source>Here the picture does not follow the swatches. Go to Recolor or Map.</source>
        <translation>Hier folgt das Bild den Farbfeldern nicht. Zu Umfärben oder Zuordnen gehen.</translation>
    </message>
    <message>
        <source>All swatches are locked, or black and white: there is nothing to vary.</source>
        <translation>Alle Farbfelder sind gesperrt oder schwarz und weiß: Es gibt nichts zu variieren.</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>Gezeichnet</translation>
    </message>
    <message>
        <source>Variation %1</source>
        <translation>Variation %1</translation>
    </message>
    <message>
        <source>Click to apply, Del to remove</source>
        <translation>Klicken zum Anwenden, Entf zum Entfernen</translation>
    </message>
    <message>
        <source>Click to apply, Shift+click to keep</source>
        <translation>Klicken zum Anwenden, Umschalt+Klick zum Behalten</translation>
    </message>
    <message>
        <source>From the photo&apos;s own colors. Click to apply, Shift+click to keep</source>
        <translation>Aus den eigenen Farben des Fotos. Klicken zum Anwenden, Umschalt+Klick zum Behalten</translation>
    </message>
</context>
<context>
    <name>VariationsPanel</name>
    <message>
        <source>Kept variations</source>
        <translation>Behaltene Variationen</translation>
    </message>
    <message>
        <source>A click or Return takes one, Del removes it</source>
        <translation>Ein Klick oder Eingabe nimmt eine, Entf entfernt sie</translation>
    </message>
    <message>
        <source>Variations</source>
        <translation>Variationen</translation>
    </message>
    <message>
        <source>A click or Return takes one, with Shift it is kept</source>
        <translation>Ein Klick oder Eingabe nimmt eine, mit Umschalt wird sie behalten</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Shift+click keeps one</source>
        <translation>Umschalt+Klick behält eine</translation>
    </message>
    <message>
        <source>Drawing %1 of %2</source>
        <translation>%1 von %2 wird gezeichnet</translation>
    </message>
</context>
<context>
    <name>Vectorscope</name>
    <message>
        <source>Vectorscope</source>
        <translation>Vektorskop</translation>
    </message>
    <message>
        <source>Drag a swatch: its luma stays. Shift keeps hue or chroma, Ctrl is slow.
The mouse wheel turns the guides, with Ctrl slowly; a double click sets them back.</source>
        <translation>Farbfeld ziehen: Seine Luma bleibt. Umschalt hält Farbton oder Chroma, Strg bewegt langsam.
Das Mausrad dreht die Hilfslinien, mit Strg langsam; ein Doppelklick setzt sie zurück.</translation>
    </message>
    <message>
        <source>skin</source>
        <translation>Haut</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Palette Studio</source>
        <translation>Palette Studio</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Zuletzt &amp;geöffnet</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Variations</source>
        <translation>Variationen</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Color</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
</context>
<context>
    <name>_Chip</name>
    <message>
        <source>Component %1</source>
        <translation>Komponente %1</translation>
    </message>
    <message>
        <source>Click to choose it for the region, or to leave it out</source>
        <translation>Anklicken, um sie für den Bereich zu wählen oder auszulassen</translation>
    </message>
</context>
<context>
    <name>_Delegate</name>
    <message>
        <source>Name of the palette</source>
        <translation>Name der Palette</translation>
    </message>
</context>
</TS>
