<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Mindseye</name>
    <message>
        <source>&amp;About Mindseye</source>
        <translation>Übe&amp;r Mindseye</translation>
    </message>
    <message>
        <source>&amp;Add folder…</source>
        <translation>Ordner &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Add to album…</source>
        <translation>Zu Album &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Albums</source>
        <translation>A&amp;lben</translation>
    </message>
    <message>
        <source>&amp;Caption…</source>
        <translation>&amp;Bildunterschrift …</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>&amp;Befehle …</translation>
    </message>
    <message>
        <source>&amp;Compare two to four photos</source>
        <translation>Zwei bis vier Fotos vergleic&amp;hen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Find similar</source>
        <translation>Ä&amp;hnliche suchen</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Gently</source>
        <translation>&amp;Schonend</translation>
    </message>
    <message>
        <source>&amp;Headings</source>
        <translation>Ü&amp;berschriften</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Jump to a date or name…</source>
        <translation>Zu Datum oder &amp;Name springen …</translation>
    </message>
    <message>
        <source>&amp;Keep this search as an album…</source>
        <translation>Diese Suche als Album &amp;behalten …</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>&amp;Tastenkürzel …</translation>
    </message>
    <message>
        <source>&amp;Label many…</source>
        <translation>&amp;Viele verschlagworten …</translation>
    </message>
    <message>
        <source>&amp;Larger photos</source>
        <translation>&amp;Größere Fotos</translation>
    </message>
    <message>
        <source>&amp;Last added first</source>
        <translation>&amp;Zuletzt hinzugefügte zuerst</translation>
    </message>
    <message>
        <source>&amp;Leave to the search of this album</source>
        <translation>Der &amp;Suche dieses Albums überlassen</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Look for changes now</source>
        <translation>Jetzt nach &amp;Änderungen suchen</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>&amp;Modelle …</translation>
    </message>
    <message>
        <source>&amp;New album of these photos…</source>
        <translation>&amp;Neues Album aus diesen Fotos …</translation>
    </message>
    <message>
        <source>&amp;Newest first</source>
        <translation>&amp;Neueste zuerst</translation>
    </message>
    <message>
        <source>&amp;No rating</source>
        <translation>&amp;Ohne Bewertung</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <comment>headings</comment>
        <translation>&amp;Keine</translation>
    </message>
    <message>
        <source>&amp;Oldest first</source>
        <translation>Äl&amp;teste zuerst</translation>
    </message>
    <message>
        <source>&amp;One item</source>
        <translation>&amp;Ein Eintrag</translation>
    </message>
    <message>
        <source>&amp;Open in another program</source>
        <translation>In anderem &amp;Programm öffnen</translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation>&amp;Reihenfolge</translation>
    </message>
    <message>
        <source>&amp;Photo</source>
        <translation>&amp;Foto</translation>
    </message>
    <message>
        <source>&amp;Pin to this album</source>
        <translation>An dieses Album &amp;anheften</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>&amp;Raw and JPEG of one shot</source>
        <translation>&amp;Raw und JPEG einer Aufnahme</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Redo {what}</source>
        <translation>&amp;Wiederherstellen: {what}</translation>
    </message>
    <message>
        <source>&amp;Reject the suggested tag</source>
        <translation>Vorgeschlagenes Schlagwort ab&amp;lehnen</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Show the photo large</source>
        <translation>Foto gr&amp;oß anzeigen</translation>
    </message>
    <message>
        <source>&amp;Show what is kept out of this album</source>
        <translation>Von diesem Album Aus&amp;geschlossenes zeigen</translation>
    </message>
    <message>
        <source>&amp;Tag…</source>
        <translation>&amp;Schlagwörter …</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>&amp;Two items</source>
        <translation>&amp;Zwei Einträge</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo {what}</source>
        <translation>&amp;Rückgängig: {what}</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Wait</source>
        <translation>&amp;Warten</translation>
    </message>
    <message>
        <source>&amp;Why this?</source>
        <translation>Warum dieses &amp;Foto?</translation>
    </message>
    <message>
        <source>&amp;Write tags to sidecars…</source>
        <translation>Schlagwörter in Begleitda&amp;teien schreiben …</translation>
    </message>
    <message>
        <source>0 to 5 stars or a range: 4, &gt;=3, 2..4</source>
        <translation>0 bis 5 Sterne oder ein Bereich: 4, &gt;=3, 2..4</translation>
    </message>
    <message>
        <source>1/{part} s</source>
        <translation>1/{part} s</translation>
    </message>
    <message>
        <source>A camera raw format this version cannot read.</source>
        <translation>Ein Raw-Format, das diese Version nicht lesen kann.</translation>
    </message>
    <message>
        <source>A caption has at most {most} characters; this has {count}.</source>
        <translation>Eine Bildunterschrift hat höchstens {most} Zeichen; diese hat {count}.</translation>
    </message>
    <message>
        <source>A date such as 2023-05, or a name</source>
        <translation>Ein Datum wie 2023-05 oder ein Name</translation>
    </message>
    <message>
        <source>A list of photos can be written as {one} or {two}, not as {other}.</source>
        <translation>Eine Liste von Fotos kann als {one} oder {two} geschrieben werden, nicht als {other}.</translation>
    </message>
    <message>
        <source>A long query</source>
        <translation>Lange Anfrage</translation>
    </message>
    <message>
        <source>A model tells what pictures show. Another one can be used at any time: it is prepared in the background, and the one before answers until then. A download is the only time this program uses the network.</source>
        <translation>Ein Modell erkennt, was Bilder zeigen. Sie können jederzeit ein anderes verwenden: Es wird im Hintergrund vorbereitet, und bis dahin antwortet das bisherige. Nur beim Herunterladen benutzt dieses Programm das Netz.</translation>
    </message>
    <message>
        <source>A photo without a file</source>
        <translation>Ein Foto ohne Datei</translation>
    </message>
    <message>
        <source>A picture for the network is {shape}, not {size} pixels square.</source>
        <translation>Ein Bild für das Netz ist {shape}, nicht {size} Bildpunkte im Quadrat.</translation>
    </message>
    <message>
        <source>A pixel of a large photo as one of the screen</source>
        <translation>Ein Bildpunkt des großen Fotos als einer des Bildschirms</translation>
    </message>
    <message>
        <source>A rating is a number from 0 to 5, not {rating}.</source>
        <translation>Eine Bewertung ist eine Zahl von 0 bis 5, nicht {rating}.</translation>
    </message>
    <message>
        <source>A region is left, top, right, bottom, each 0 to 1: [0.1,0.2,0.5,0.6].</source>
        <translation>Ein Ausschnitt ist links, oben, rechts, unten, je 0 bis 1: [0.1,0.2,0.5,0.6].</translation>
    </message>
    <message>
        <source>A region of {name} cannot be searched by: its file is not there. Connect its drive.</source>
        <translation>Mit einem Ausschnitt von {name} kann nicht gesucht werden: Die Datei ist nicht da. Verbinden Sie ihr Laufwerk.</translation>
    </message>
    <message>
        <source>A short query</source>
        <translation>Kurze Anfrage</translation>
    </message>
    <message>
        <source>A small CLIP with 8-bit weights, for small computers. Less sure of itself than the large ones.</source>
        <comment>model</comment>
        <translation>Ein kleines CLIP mit 8-Bit-Gewichten für kleine Computer. Weniger sicher als die großen.</translation>
    </message>
    <message>
        <source>A tag has at most {most} characters; “{name}…” has {count}.</source>
        <translation>Ein Schlagwort hat höchstens {most} Zeichen; „{name}…“ hat {count}.</translation>
    </message>
    <message>
        <source>A tag needs a name.</source>
        <translation>Ein Schlagwort braucht einen Namen.</translation>
    </message>
    <message>
        <source>A tag, or a path of tags: Places/Norway</source>
        <translation>Ein Schlagwort oder ein Pfad: Orte/Norwegen</translation>
    </message>
    <message>
        <source>A weight is above 0. To take something away put a minus before it: -{word}.</source>
        <translation>Ein Gewicht ist größer als 0. Um etwas auszuschließen, setzen Sie ein Minus davor: -{word}.</translation>
    </message>
    <message>
        <source>A weight is {least} to {most}.</source>
        <translation>Ein Gewicht ist {least} bis {most}.</translation>
    </message>
    <message>
        <source>About Mindseye</source>
        <translation>Über Mindseye</translation>
    </message>
    <message>
        <source>Accept a group of near-duplicates; say that it is none</source>
        <translation>Eine Gruppe von Beinahe-Duplikaten annehmen; sagen, dass es keine sind</translation>
    </message>
    <message>
        <source>Accept and go on</source>
        <translation>Annehmen und weiter</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Add label</source>
        <translation>Merkmal hinzufügen</translation>
    </message>
    <message>
        <source>Add to album</source>
        <translation>Zu Album hinzufügen</translation>
    </message>
    <message>
        <source>Add words or a filter</source>
        <translation>Wörter oder einen Filter ergänzen</translation>
    </message>
    <message>
        <source>After {name}: belongs {expected}.</source>
        <translation>Nach {name}: gehört {expected}.</translation>
    </message>
    <message>
        <source>After {name}: belongs, without a space, {expected}.</source>
        <translation>Nach {name}: gehört, ohne Leerzeichen, {expected}.</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>Alben</translation>
    </message>
    <message>
        <source>Alike</source>
        <translation>Ähnlich</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>Alle Fotos</translation>
    </message>
    <message>
        <source>Alt+Up and Alt+Down change how much it counts, minus excludes it, Return edits it, Delete removes it.</source>
        <translation>Alt+Aufwärts und Alt+Abwärts ändern das Gewicht, Minus schließt aus, Eingabe bearbeitet, Entf entfernt.</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>An album needs a name, and “none” stands for no album.</source>
        <translation>Ein Album braucht einen Namen, und „none“ steht für kein Album.</translation>
    </message>
    <message>
        <source>An album, or the name of a new one:</source>
        <translation>Ein Album oder der Name eines neuen:</translation>
    </message>
    <message>
        <source>Another Mindseye is getting the model {name} right now.</source>
        <translation>Ein anderes Mindseye lädt gerade das Modell {name}.</translation>
    </message>
    <message>
        <source>Another name for {name}:</source>
        <translation>Neuer Name für {name}:</translation>
    </message>
    <message>
        <source>Aperture</source>
        <translation>Blende</translation>
    </message>
    <message>
        <source>Apply to the library</source>
        <translation>Auf die Bibliothek anwenden</translation>
    </message>
    <message>
        <source>Arrows, Home, End, Page Up, Page Down</source>
        <translation>Pfeiltasten, Pos1, Ende, Bild auf, Bild ab</translation>
    </message>
    <message>
        <source>Arrows; Space, with Shift and arrows several</source>
        <translation>Pfeiltasten; Leertaste, mit Umschalt und Pfeiltasten mehrere</translation>
    </message>
    <message>
        <source>Arrows; Space; O</source>
        <translation>Pfeiltasten; Leertaste; O</translation>
    </message>
    <message>
        <source>As good as the others</source>
        <translation>So gut wie die anderen</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Wie vorgegeben</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>Danach suchen</translation>
    </message>
    <message>
        <source>Asking for the files</source>
        <translation>Dateien werden angefragt</translation>
    </message>
    <message>
        <source>At &amp;full speed</source>
        <translation>Mit &amp;voller Geschwindigkeit</translation>
    </message>
    <message>
        <source>Away, stays</source>
        <translation>Nicht verfügbar, bleibt</translation>
    </message>
    <message>
        <source>Away: it can be opened when its drive is back.</source>
        <translation>Nicht verfügbar: Es lässt sich öffnen, wenn sein Laufwerk wieder da ist.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Being prepared</source>
        <translation>Wird vorbereitet</translation>
    </message>
    <message>
        <source>Besides, crops and shots of one scene; of those none is proposed to go</source>
        <translation>Außerdem Ausschnitte und Aufnahmen einer Szene; von diesen wird keine zum Wegwerfen vorgeschlagen</translation>
    </message>
    <message>
        <source>Besides, one picture in another size, format or compression</source>
        <translation>Außerdem ein Bild in anderer Größe, anderem Format oder anderer Kompression</translation>
    </message>
    <message>
        <source>Between the parentheses belong words.</source>
        <translation>Zwischen die Klammern gehören Wörter.</translation>
    </message>
    <message>
        <source>Between the quotation marks belong the words to look for.</source>
        <translation>Zwischen die Anführungszeichen gehören die gesuchten Wörter.</translation>
    </message>
    <message>
        <source>Bright is what looks most like it. The model judges the part inside the line.</source>
        <translation>Hell ist, was dem am ähnlichsten sieht. Das Modell beurteilt den Teil innerhalb der Linie.</translation>
    </message>
    <message>
        <source>Bright is what looks most like what was searched for.</source>
        <translation>Hell ist, was dem Gesuchten am ähnlichsten sieht.</translation>
    </message>
    <message>
        <source>Bringing what is alike together</source>
        <translation>Ähnliches wird zusammengerückt</translation>
    </message>
    <message>
        <source>By &amp;day</source>
        <translation>Nach &amp;Tag</translation>
    </message>
    <message>
        <source>By &amp;month</source>
        <translation>Nach &amp;Monat</translation>
    </message>
    <message>
        <source>By &amp;year</source>
        <translation>Nach &amp;Jahr</translation>
    </message>
    <message>
        <source>By f&amp;older</source>
        <translation>Nach &amp;Ordner</translation>
    </message>
    <message>
        <source>By n&amp;ame</source>
        <translation>Nach N&amp;ame</translation>
    </message>
    <message>
        <source>By year or month, as &amp;fits</source>
        <translation>Nach Jahr oder Monat, wie es &amp;passt</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the change</source>
        <translation>Wechsel abbrechen</translation>
    </message>
    <message>
        <source>Cannot be read: {error}</source>
        <translation>Nicht lesbar: {error}</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Bildunterschrift</translation>
    </message>
    <message>
        <source>Caption…</source>
        <translation>Bildunterschrift …</translation>
    </message>
    <message>
        <source>Cate&amp;gories…</source>
        <translation>Kate&amp;gorien …</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>Category “{name}”</source>
        <translation>Kategorie „{name}“</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Changes by file</source>
        <translation>Änderungen nach Datei</translation>
    </message>
    <message>
        <source>Check for &amp;updates…</source>
        <translation>Nach &amp;Aktualisierungen suchen …</translation>
    </message>
    <message>
        <source>Check for updates</source>
        <translation>Nach Aktualisierungen suchen</translation>
    </message>
    <message>
        <source>Checking what came</source>
        <translation>Geladenes wird geprüft</translation>
    </message>
    <message>
        <source>Choose a folder of photographs</source>
        <translation>Ordner mit Fotos wählen</translation>
    </message>
    <message>
        <source>Choose a folder with a CLIP model in ONNX form</source>
        <translation>Ordner mit einem CLIP-Modell im ONNX-Format wählen</translation>
    </message>
    <message>
        <source>Choose a folder, or drop one here. Everything stays on this computer, and no file is changed.</source>
        <translation>Wählen Sie einen Ordner oder ziehen Sie einen hierher. Alles bleibt auf diesem Computer, und keine Datei wird verändert.</translation>
    </message>
    <message>
        <source>Choose an action to give it another key.</source>
        <translation>Wählen Sie eine Aktion, um ihr eine andere Taste zu geben.</translation>
    </message>
    <message>
        <source>Choose folders</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Clear equal files…</source>
        <translation>Gleiche Dateien aufräumen …</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Con&amp;firm the suggested tag</source>
        <translation>Vorgeschlagenes Schlagwort best&amp;ätigen</translation>
    </message>
    <message>
        <source>Confirm {label}</source>
        <translation>„{label}“ bestätigen</translation>
    </message>
    <message>
        <source>Copy &amp;path</source>
        <translation>P&amp;fad kopieren</translation>
    </message>
    <message>
        <source>Copying and trying it</source>
        <translation>Wird kopiert und ausprobiert</translation>
    </message>
    <message>
        <source>Counts less</source>
        <translation>Weniger Gewicht</translation>
    </message>
    <message>
        <source>Counts more</source>
        <translation>Mehr Gewicht</translation>
    </message>
    <message>
        <source>Ctrl with arrows; Plus, Minus, wheel, pinch; Home</source>
        <translation>Strg mit Pfeiltasten; Plus, Minus, Mausrad, Fingergeste; Pos1</translation>
    </message>
    <message>
        <source>Ctrl with the wheel</source>
        <translation>Strg mit Mausrad</translation>
    </message>
    <message>
        <source>Current step</source>
        <translation>Aktueller Schritt</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>Date not known</source>
        <translation>Datum unbekannt</translation>
    </message>
    <message>
        <source>Decoding took longer than {seconds:.0f} s and was given up.</source>
        <translation>Das Dekodieren dauerte länger als {seconds:.0f} s und wurde aufgegeben.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Wird gelöscht</translation>
    </message>
    <message>
        <source>Describe a photo, or drop a picture here</source>
        <translation>Foto beschreiben oder Bild hierher ziehen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Done again: {what}.</source>
        <translation>Wiederhergestellt: {what}.</translation>
    </message>
    <message>
        <source>Done: {words}. Undo takes it back.</source>
        <translation>Erledigt: {words}. „Rückgängig“ nimmt es zurück.</translation>
    </message>
    <message>
        <source>Down or Esc</source>
        <translation>Abwärts oder Esc</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Download {model}?</source>
        <translation>{model} herunterladen?</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Wird heruntergeladen</translation>
    </message>
    <message>
        <source>Drag photos onto the album, or select some and press A.</source>
        <translation>Ziehen Sie Fotos auf das Album, oder wählen Sie welche aus und drücken Sie A.</translation>
    </message>
    <message>
        <source>Draw a box around what is wanted. Arrows move it, with Shift they size it; Return searches, Esc leaves.</source>
        <translation>Ziehen Sie einen Rahmen um das Gesuchte. Pfeiltasten verschieben ihn, mit Umschalt ändern sie die Größe; Eingabe sucht, Esc schließt.</translation>
    </message>
    <message>
        <source>Draw about photos on the map</source>
        <translation>Auf der Karte um Fotos herum zeichnen</translation>
    </message>
    <message>
        <source>Draw about photos to select them</source>
        <translation>Um Fotos herum zeichnen, um sie auszuwählen</translation>
    </message>
    <message>
        <source>Drop the picture itself, not its address: Mindseye does not open web pages.</source>
        <translation>Ziehen Sie das Bild selbst hierher, nicht seine Adresse: Mindseye öffnet keine Webseiten.</translation>
    </message>
    <message>
        <source>E</source>
        <comment>east</comment>
        <translation>O</translation>
    </message>
    <message>
        <source>Each label for itself, given from {share} on; a photo may have several or none.</source>
        <translation>Jedes Merkmal für sich, vergeben ab {share}; ein Foto kann mehrere oder keines haben.</translation>
    </message>
    <message>
        <source>Each left out in turn, {found} of {examples} right ones are found and {mistaken} of {counter_examples} wrong ones taken for right.</source>
        <translation>Lässt man je eines weg, werden {found} von {examples} richtigen gefunden und {mistaken} von {counter_examples} falschen für richtig gehalten.</translation>
    </message>
    <message>
        <source>Each left out in turn, {found} of {examples} right ones are found.</source>
        <translation>Lässt man je eines weg, werden {found} von {examples} richtigen gefunden.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>Enlarge a large photo, and move it</source>
        <translation>Ein großes Foto vergrößern und verschieben</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>key</comment>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Enter adds a tag; Enter on an empty line is done. Untick a tag to take it off.</source>
        <translation>Eingabe fügt ein Schlagwort hinzu; in der leeren Zeile schließt sie ab. Ein Häkchen entfernen nimmt das Schlagwort weg.</translation>
    </message>
    <message>
        <source>Enter; N</source>
        <translation>Eingabetaste; N</translation>
    </message>
    <message>
        <source>Equal files</source>
        <translation>Gleiche Dateien</translation>
    </message>
    <message>
        <source>Every byte is as it should be.</source>
        <translation>Jedes Byte ist, wie es sein soll.</translation>
    </message>
    <message>
        <source>Exactly one label fits a photo</source>
        <translation>Genau ein Merkmal passt zu einem Foto</translation>
    </message>
    <message>
        <source>Exclude it</source>
        <translation>Ausschließen</translation>
    </message>
    <message>
        <source>ExifTool did not write it</source>
        <translation>ExifTool hat es nicht geschrieben</translation>
    </message>
    <message>
        <source>ExifTool would have changed more than the keywords, so it stays as it is</source>
        <translation>ExifTool hätte mehr als die Schlagwörter geändert, daher bleibt es, wie es ist</translation>
    </message>
    <message>
        <source>ExifTool, which writes into pictures, is not installed. Install it (Debian: libimage-exiftool-perl), or write sidecars.</source>
        <translation>ExifTool, das in Bilder schreibt, ist nicht installiert. Installieren Sie es (Debian: libimage-exiftool-perl), oder schreiben Sie Begleitdateien.</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Belichtung</translation>
    </message>
    <message>
        <source>F2, Delete</source>
        <translation>F2, Entf</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>Weiter weg</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Files with the very same content, in several places</source>
        <translation>Dateien mit genau demselben Inhalt an mehreren Orten</translation>
    </message>
    <message>
        <source>Film s&amp;trip</source>
        <translation>Films&amp;treifen</translation>
    </message>
    <message>
        <source>Find a program</source>
        <translation>Programm suchen</translation>
    </message>
    <message>
        <source>Find similar</source>
        <translation>Ähnliche suchen</translation>
    </message>
    <message>
        <source>Finds pictures by what they show. Nothing leaves this computer.</source>
        <translation>Findet Bilder nach dem, was sie zeigen. Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>Focal length</source>
        <translation>Brennweite</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Forget the photos</source>
        <translation>Fotos vergessen</translation>
    </message>
    <message>
        <source>Forget what was searc&amp;hed before</source>
        <translation>Frühere Suchen &amp;vergessen</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Free software under the MIT licence.</source>
        <translation>Freie Software unter der MIT-Lizenz.</translation>
    </message>
    <message>
        <source>From one near-duplicate to the next; keep it or not; keep it alone</source>
        <translation>Von einem Beinahe-Duplikat zum nächsten; behalten oder nicht; nur dieses behalten</translation>
    </message>
    <message>
        <source>From one photo to the next that are compared</source>
        <translation>Von einem verglichenen Foto zum nächsten</translation>
    </message>
    <message>
        <source>From the search bar to the photos</source>
        <translation>Von der Suchleiste zu den Fotos</translation>
    </message>
    <message>
        <source>Full speed</source>
        <translation>Volle Geschwindigkeit</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Get it</source>
        <translation>Erhalten es</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Wird vorbereitet</translation>
    </message>
    <message>
        <source>Give the category a name, and add labels with phrases that describe them. What it would say of the library is shown here.</source>
        <translation>Geben Sie der Kategorie einen Namen und fügen Sie Merkmale mit beschreibenden Wendungen hinzu. Hier steht dann, was sie über die Bibliothek sagen würde.</translation>
    </message>
    <message>
        <source>Given from</source>
        <translation>Vergeben ab</translation>
    </message>
    <message>
        <source>Go from photo to photo</source>
        <translation>Von Foto zu Foto gehen</translation>
    </message>
    <message>
        <source>Go from photo to photo on the map, select one</source>
        <translation>Auf der Karte von Foto zu Foto gehen, eines auswählen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Go on indexing</source>
        <translation>Indizierung fortsetzen</translation>
    </message>
    <message>
        <source>Group {place} of {count}</source>
        <translation>Gruppe {place} von {count}</translation>
    </message>
    <message>
        <source>Groups of near-duplicates</source>
        <translation>Gruppen von Beinahe-Duplikaten</translation>
    </message>
    <message>
        <source>Hide {count} less likely photos</source>
        <translation>{count} weniger wahrscheinliche Fotos ausblenden</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>Hold an animation, and let it go on</source>
        <translation>Eine Animation anhalten und weiterlaufen lassen</translation>
    </message>
    <message>
        <source>How far the work is</source>
        <translation>Wie weit die Arbeit ist</translation>
    </message>
    <message>
        <source>ImageNet zero-shot top-1</source>
        <comment>measure</comment>
        <translation>ImageNet zero-shot Top-1</translation>
    </message>
    <message>
        <source>ImageNet zero-shot top-1, before the weights were cut to 8 bits</source>
        <comment>measure</comment>
        <translation>ImageNet zero-shot Top-1, vor dem Kürzen der Gewichte auf 8 Bit</translation>
    </message>
    <message>
        <source>Import folder…</source>
        <translation>Ordner importieren …</translation>
    </message>
    <message>
        <source>In the query, at {place}: {mistake}</source>
        <translation>In der Anfrage bei {place}: {mistake}</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Index at &amp;full speed now</source>
        <translation>Jetzt mit &amp;voller Geschwindigkeit indizieren</translation>
    </message>
    <message>
        <source>Index at full speed now</source>
        <translation>Jetzt mit voller Geschwindigkeit indizieren</translation>
    </message>
    <message>
        <source>Index at full speed now, whatever the battery and other programs do</source>
        <translation>Jetzt mit voller Geschwindigkeit indizieren, unabhängig von Akku und anderen Programmen</translation>
    </message>
    <message>
        <source>Indexing</source>
        <translation>Indizierung</translation>
    </message>
    <message>
        <source>Indexing on &amp;battery</source>
        <translation>Indizierung im &amp;Akkubetrieb</translation>
    </message>
    <message>
        <source>Indexing stopped because of an error in Mindseye. Start it again to go on.</source>
        <translation>Die Indizierung endete durch einen Fehler in Mindseye. Starten Sie es neu, um fortzufahren.</translation>
    </message>
    <message>
        <source>Indexing waits for mains power, at {done} of {total}</source>
        <translation>Indizierung wartet auf Netzstrom, bei {done} von {total}</translation>
    </message>
    <message>
        <source>Indexing waits until the computer is less busy, at {done} of {total}</source>
        <translation>Indizierung wartet, bis der Computer weniger zu tun hat, bei {done} von {total}</translation>
    </message>
    <message>
        <source>Indexing while the computer is bus&amp;y</source>
        <translation>Indizierung, während der Computer be&amp;schäftigt ist</translation>
    </message>
    <message>
        <source>Indexing {done} of {total}</source>
        <translation>Indizierung: {done} von {total}</translation>
    </message>
    <message>
        <source>Is it “{label}”? Y right, N wrong</source>
        <translation>Ist das „{label}“? Y richtig, N falsch</translation>
    </message>
    <message>
        <source>It is here, and it works.</source>
        <translation>Es ist da und funktioniert.</translation>
    </message>
    <message>
        <source>It is here, complete and checked.</source>
        <translation>Es ist da, vollständig und geprüft.</translation>
    </message>
    <message numerus="yes">
        <source>It is suggested already; with these examples for {n} photos.</source>
        <translation>
            <numerusform>Es wird bereits vorgeschlagen; mit diesen Beispielen für {n} Foto.</numerusform>
            <numerusform>Es wird bereits vorgeschlagen; mit diesen Beispielen für {n} Fotos.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is the same file as {path}.</source>
        <translation>Es ist dieselbe Datei wie {path}.</translation>
    </message>
    <message numerus="yes">
        <source>It knows {n} photos of this library. Without that, they are embedded again when it is used once more.</source>
        <translation>
            <numerusform>Es kennt {n} Foto dieser Bibliothek. Ohne das wird es neu eingelesen, wenn das Modell wieder verwendet wird.</numerusform>
            <numerusform>Es kennt {n} Fotos dieser Bibliothek. Ohne das werden sie neu eingelesen, wenn das Modell wieder verwendet wird.</numerusform>
        </translation>
    </message>
    <message>
        <source>It stays, since {name}, which was to be kept, {reason}.</source>
        <translation>Sie bleibt, denn {name}, die bleiben sollte, {reason}.</translation>
    </message>
    <message>
        <source>It stays, since {reason}.</source>
        <translation>Sie bleibt: {reason}.</translation>
    </message>
    <message numerus="yes">
        <source>It would be suggested for {n} photos of which nothing was said.</source>
        <translation>
            <numerusform>Es würde für {n} Foto vorgeschlagen, über das noch nichts gesagt wurde.</numerusform>
            <numerusform>Es würde für {n} Fotos vorgeschlagen, über die noch nichts gesagt wurde.</numerusform>
        </translation>
    </message>
    <message>
        <source>It {reason}.</source>
        <translation>Sie {reason}.</translation>
    </message>
    <message>
        <source>Its photos appear when the drive or folder is back.</source>
        <translation>Seine Fotos erscheinen, wenn das Laufwerk oder der Ordner wieder da ist.</translation>
    </message>
    <message>
        <source>Its photos can no longer be found here. The files stay where they are, untouched.</source>
        <translation>Seine Fotos sind hier nicht mehr zu finden. Die Dateien bleiben unberührt, wo sie sind.</translation>
    </message>
    <message>
        <source>Its suggestions go. What you confirmed stays with the photos, and the shipped categories come back when your file of categories is deleted.</source>
        <translation>Ihre Vorschläge verschwinden. Was Sie bestätigt haben, bleibt bei den Fotos, und die mitgelieferten Kategorien kommen wieder, wenn Ihre Kategoriendatei gelöscht wird.</translation>
    </message>
    <message>
        <source>Jump to a photo</source>
        <translation>Zu einem Foto springen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep &amp;out of this album</source>
        <translation>Aus diesem Album heraus&amp;halten</translation>
    </message>
    <message>
        <source>Keep as a category</source>
        <translation>Als Kategorie behalten</translation>
    </message>
    <message>
        <source>Keep this search as an album</source>
        <translation>Diese Suche als Album behalten</translation>
    </message>
    <message>
        <source>Keep {name}</source>
        <translation>{name} behalten</translation>
    </message>
    <message>
        <source>Kept as the category “{name}”; the Categories page (Ctrl+G) changes it.</source>
        <translation>Als Kategorie „{name}“ behalten; die Seite „Kategorien“ (Strg+G) ändert sie.</translation>
    </message>
    <message>
        <source>Kept by the search: {query}</source>
        <translation>Gefüllt durch die Suche: {query}</translation>
    </message>
    <message>
        <source>Kept out of {album}</source>
        <translation>Aus {album} ausgeschlossen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>Label many</source>
        <translation>Verschlagworten</translation>
    </message>
    <message>
        <source>Label many photos</source>
        <translation>Viele Fotos verschlagworten</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Labels to choose from</source>
        <translation>Merkmale zur Auswahl</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>Spra&amp;che</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Larger and smaller photos</source>
        <translation>Größere und kleinere Fotos</translation>
    </message>
    <message>
        <source>Larger photos</source>
        <translation>Größere Fotos</translation>
    </message>
    <message>
        <source>Laying out the photos</source>
        <translation>Fotos werden angeordnet</translation>
    </message>
    <message>
        <source>Learn and ask again</source>
        <translation>Lernen und weiterfragen</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Leave out…</source>
        <translation>Auslassen …</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>Links, Rechts</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>Objektiv</translation>
    </message>
    <message>
        <source>Less &amp;motion</source>
        <translation>&amp;Weniger Bewegung</translation>
    </message>
    <message>
        <source>Less likely: {count}  ·  hide</source>
        <translation>Weniger wahrscheinlich: {count}  ·  ausblenden</translation>
    </message>
    <message>
        <source>Less likely: {count} more  ·  show</source>
        <translation>Weniger wahrscheinlich: {count} weitere  ·  zeigen</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Library and settings: {folder}</source>
        <translation>Bibliothek und Einstellungen: {folder}</translation>
    </message>
    <message>
        <source>Loads in</source>
        <translation>Lädt in</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal suchen</translation>
    </message>
    <message>
        <source>Look at near-duplicates closely; move what was accepted to the trash</source>
        <translation>Beinahe-Duplikate genau ansehen; Angenommenes in den Papierkorb legen</translation>
    </message>
    <message>
        <source>Look for</source>
        <translation>Suchen nach</translation>
    </message>
    <message>
        <source>Looking at its parts one by one…</source>
        <translation>Seine Teile werden nacheinander betrachtet …</translation>
    </message>
    <message>
        <source>Looking at photos</source>
        <translation>Fotos werden betrachtet</translation>
    </message>
    <message>
        <source>Looking at the models</source>
        <translation>Modelle werden angesehen</translation>
    </message>
    <message>
        <source>Looking at what would change</source>
        <translation>Es wird nachgesehen, was sich ändern würde</translation>
    </message>
    <message>
        <source>Looking for near-duplicates</source>
        <translation>Beinahe-Duplikate werden gesucht</translation>
    </message>
    <message>
        <source>Looking for photographs</source>
        <translation>Fotos werden gesucht</translation>
    </message>
    <message>
        <source>Looking for pictures</source>
        <translation>Bilder werden gesucht</translation>
    </message>
    <message>
        <source>Looking for scenes that are alike</source>
        <translation>Ähnliche Szenen werden gesucht</translation>
    </message>
    <message>
        <source>Lose it</source>
        <translation>Verlieren es</translation>
    </message>
    <message>
        <source>MIT for the files; trained on research-only photographs, see README.md before any commercial use</source>
        <comment>licence</comment>
        <translation>MIT für die Dateien; mit nur für die Forschung freigegebenen Fotos trainiert, vor gewerblicher Nutzung siehe README.md</translation>
    </message>
    <message>
        <source>Ma&amp;p of all photos</source>
        <translation>K&amp;arte aller Fotos</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Map of photos</source>
        <translation>Karte der Fotos</translation>
    </message>
    <message>
        <source>Mindseye itself asks nobody. It connects to nothing by itself.</source>
        <translation>Mindseye selbst fragt niemanden. Es stellt von sich aus keine Verbindung her.</translation>
    </message>
    <message>
        <source>Mindseye may write into these pictures themselves</source>
        <translation>Mindseye darf in diese Bilder selbst schreiben</translation>
    </message>
    <message>
        <source>Mindseye may write sidecars (.xmp) beside my photographs</source>
        <translation>Mindseye darf Begleitdateien (.xmp) neben meine Fotos schreiben</translation>
    </message>
    <message>
        <source>Mindseye speaks the chosen language when it is started again.</source>
        <translation>Die gewählte Sprache gilt ab dem nächsten Start von Mindseye.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Most doubtful</source>
        <translation>Zweifelhafteste</translation>
    </message>
    <message>
        <source>Mostly dark.</source>
        <translation>Überwiegend dunkel.</translation>
    </message>
    <message>
        <source>Mostly light.</source>
        <translation>Überwiegend hell.</translation>
    </message>
    <message>
        <source>Move the map</source>
        <translation>Karte verschieben</translation>
    </message>
    <message>
        <source>Move the map, come nearer, see all of it</source>
        <translation>Die Karte verschieben, näher kommen, alles sehen</translation>
    </message>
    <message>
        <source>Move to the &amp;trash…</source>
        <translation>In den Papierk&amp;orb legen …</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>In den Papierkorb legen</translation>
    </message>
    <message>
        <source>Move to the trash…</source>
        <comment>near-duplicates</comment>
        <translation>In den Papierkorb legen …</translation>
    </message>
    <message>
        <source>Move {count} files of {groups} groups to the trash?</source>
        <translation>{count} Dateien aus {groups} Gruppen in den Papierkorb legen?</translation>
    </message>
    <message>
        <source>Move {name} to the trash?</source>
        <translation>{name} in den Papierkorb legen?</translation>
    </message>
    <message numerus="yes">
        <source>Move {n} files of one group to the trash?</source>
        <translation>
            <numerusform>{n} Datei in den Papierkorb legen?</numerusform>
            <numerusform>{n} Dateien einer Gruppe in den Papierkorb legen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move {n} files to the trash…</source>
        <translation>
            <numerusform>{n} Datei in den Papierkorb legen …</numerusform>
            <numerusform>{n} Dateien in den Papierkorb legen …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move {n} photos to the trash?</source>
        <translation>
            <numerusform>{n} Foto in den Papierkorb legen?</numerusform>
            <numerusform>{n} Fotos in den Papierkorb legen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move {n} photos, which are {count} files, to the trash?</source>
        <translation>
            <numerusform>{n} Foto mit {count} Dateien in den Papierkorb legen?</numerusform>
            <numerusform>{n} Fotos mit {count} Dateien in den Papierkorb legen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Moving files to the trash</source>
        <translation>Dateien werden in den Papierkorb gelegt</translation>
    </message>
    <message>
        <source>N</source>
        <comment>north</comment>
        <translation>N</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name a tag and, if you like, words to start from; then Enter. Photos to judge come here: Y for right, N for wrong, Enter to let the tag learn from them.</source>
        <translation>Nennen Sie ein Schlagwort und, wenn Sie mögen, Wörter für den Anfang; dann Eingabe. Hier erscheinen Fotos zur Beurteilung: Y für richtig, N für falsch, mit Eingabe lernt das Schlagwort daraus.</translation>
    </message>
    <message>
        <source>Name of a command</source>
        <translation>Name eines Befehls</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Name:</translation>
    </message>
    <message>
        <source>Near-&amp;duplicates…</source>
        <translation>Beinahe-&amp;Duplikate …</translation>
    </message>
    <message>
        <source>Near-duplicates</source>
        <translation>Beinahe-Duplikate</translation>
    </message>
    <message>
        <source>Nearer</source>
        <translation>Näher</translation>
    </message>
    <message>
        <source>Nearest photo {place}</source>
        <translation>Nächstliegendes Foto {place}</translation>
    </message>
    <message>
        <source>Nearest words</source>
        <translation>Nächstliegende Wörter</translation>
    </message>
    <message>
        <source>Neither dark nor light.</source>
        <translation>Weder dunkel noch hell.</translation>
    </message>
    <message>
        <source>New album</source>
        <translation>Neues Album</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>Neue Kategorie</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>New ones appear here by themselves.</source>
        <translation>Neue erscheinen hier von selbst.</translation>
    </message>
    <message>
        <source>New ones appear here by themselves. You can add another folder at the left.</source>
        <translation>Neue erscheinen hier von selbst. Links können Sie einen weiteren Ordner hinzufügen.</translation>
    </message>
    <message>
        <source>Newer versions are on {page}</source>
        <translation>Neuere Versionen gibt es auf {page}</translation>
    </message>
    <message>
        <source>Newer versions are where you got this one.</source>
        <translation>Neuere Versionen gibt es dort, woher Sie diese haben.</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Neu …</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächstes</translation>
    </message>
    <message>
        <source>No answer for {asked}</source>
        <translation>Keine Antwort auf {asked}</translation>
    </message>
    <message>
        <source>No command is called so</source>
        <translation>Kein Befehl heißt so</translation>
    </message>
    <message>
        <source>No file is named {words}. What your photos show is searched as soon as the model is loaded.</source>
        <translation>Keine Datei heißt {words}. Was Ihre Fotos zeigen, wird durchsucht, sobald das Modell geladen ist.</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>Kein Ordner</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>No near-duplicates here.</source>
        <translation>Hier gibt es keine Beinahe-Duplikate.</translation>
    </message>
    <message>
        <source>No photo carries this tag now.</source>
        <translation>Kein Foto trägt jetzt dieses Schlagwort.</translation>
    </message>
    <message>
        <source>No photo with this label is left to look at.</source>
        <translation>Es gibt kein Foto mit diesem Merkmal mehr anzusehen.</translation>
    </message>
    <message>
        <source>No photo would change.</source>
        <translation>Kein Foto würde sich ändern.</translation>
    </message>
    <message>
        <source>No photos here</source>
        <translation>Hier sind keine Fotos</translation>
    </message>
    <message>
        <source>No photos in this album</source>
        <translation>Keine Fotos in diesem Album</translation>
    </message>
    <message>
        <source>No photos in this folder</source>
        <translation>Keine Fotos in diesem Ordner</translation>
    </message>
    <message>
        <source>No photos in your folders</source>
        <translation>Keine Fotos in Ihren Ordnern</translation>
    </message>
    <message>
        <source>No process to decode it could be started: {error}.</source>
        <translation>Es konnte kein Prozess zum Dekodieren gestartet werden: {error}.</translation>
    </message>
    <message>
        <source>No rating</source>
        <translation>Ohne Bewertung</translation>
    </message>
    <message>
        <source>Nobody vouches for the exact files of this model yet. What comes the first time is tried, recorded and held from then on. Download it from {repository}?</source>
        <translation>Für die genauen Dateien dieses Modells bürgt noch niemand. Was beim ersten Mal kommt, wird ausprobiert, festgehalten und gilt von da an. Von {repository} herunterladen?</translation>
    </message>
    <message>
        <source>Nobody vouches for the exact files of {name} yet. What comes from {repository} is recorded and held from then on; to agree: mindseye models download {name} --yes</source>
        <translation>Für die genauen Dateien von {name} bürgt noch niemand. Was von {repository} kommt, wird festgehalten und gilt von da an; zum Zustimmen: mindseye models download {name} --yes</translation>
    </message>
    <message>
        <source>Not a picture this version can read.</source>
        <translation>Kein Bild, das diese Version lesen kann.</translation>
    </message>
    <message>
        <source>Not downloaded</source>
        <translation>Nicht heruntergeladen</translation>
    </message>
    <message>
        <source>Not duplicates</source>
        <translation>Keine Duplikate</translation>
    </message>
    <message>
        <source>Nothing is kept out of {album}</source>
        <translation>Aus {album} ist nichts ausgeschlossen</translation>
    </message>
    <message>
        <source>Nothing is left to ask: everything was judged.</source>
        <translation>Nichts mehr zu fragen: Alles ist beurteilt.</translation>
    </message>
    <message>
        <source>Nothing more to judge here. Look for something else, or give another tag.</source>
        <translation>Hier ist nichts mehr zu beurteilen. Suchen Sie etwas anderes oder vergeben Sie ein anderes Schlagwort.</translation>
    </message>
    <message>
        <source>Nothing was accepted yet: Enter accepts the group that is looked at.</source>
        <translation>Noch ist nichts angenommen: Die Eingabetaste nimmt die gezeigte Gruppe an.</translation>
    </message>
    <message>
        <source>Nothing was shown to it yet.</source>
        <translation>Ihm wurde noch nichts gezeigt.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Numbers are hardly understood: photos with more or fewer come up as well.</source>
        <translation>Zahlen werden kaum verstanden: Auch Fotos mit mehr oder weniger kommen vor.</translation>
    </message>
    <message numerus="yes">
        <source>Of {n} photos here {right} right, {wrong} wrong. Y right, N wrong</source>
        <translation>
            <numerusform>Von {n} Foto hier {right} richtig, {wrong} falsch. Y richtig, N falsch</numerusform>
            <numerusform>Von {n} Fotos hier {right} richtig, {wrong} falsch. Y richtig, N falsch</numerusform>
        </translation>
    </message>
    <message>
        <source>On battery, indexing gently: {done} of {total}</source>
        <translation>Akkubetrieb, schonende Indizierung: {done} von {total}</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>One a line; each phrase is put in at {}</source>
        <translation>Eine je Zeile; jede Wendung wird bei {} eingesetzt</translation>
    </message>
    <message>
        <source>One file of each photo stays where it is.</source>
        <translation>Von jedem Foto bleibt eine Datei, wo sie ist.</translation>
    </message>
    <message>
        <source>One label a photo, given from {share} on; below that it stays undecided.</source>
        <translation>Ein Merkmal je Foto, vergeben ab {share}; darunter bleibt es offen.</translation>
    </message>
    <message>
        <source>One of them has to stay, and to be there to be looked at.</source>
        <translation>Eines von ihnen muss bleiben, und es muss verfügbar sein.</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>button</comment>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open &amp;with…</source>
        <translation>Öffnen &amp;mit …</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>Open with</source>
        <translation>Öffnen mit</translation>
    </message>
    <message>
        <source>Open {count} photos in</source>
        <translation>{count} Fotos öffnen mit</translation>
    </message>
    <message>
        <source>Open {name} in</source>
        <translation>{name} öffnen mit</translation>
    </message>
    <message>
        <source>Opening the library</source>
        <translation>Bibliothek wird geöffnet</translation>
    </message>
    <message>
        <source>Order and headings</source>
        <translation>Reihenfolge und Überschriften</translation>
    </message>
    <message>
        <source>Other photos</source>
        <translation>Andere Fotos</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>Andere Programme</translation>
    </message>
    <message>
        <source>Over {count} photos together</source>
        <translation>Über {count} Fotos zusammen</translation>
    </message>
    <message>
        <source>Pa&amp;use indexing</source>
        <translation>Indizierung a&amp;nhalten</translation>
    </message>
    <message>
        <source>Page Down</source>
        <comment>key</comment>
        <translation>Bild ab</translation>
    </message>
    <message>
        <source>Part of the picture to search by</source>
        <translation>Ausschnitt, mit dem gesucht wird</translation>
    </message>
    <message>
        <source>Partly downloaded</source>
        <translation>Teilweise heruntergeladen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Pause indexing</source>
        <translation>Indizierung anhalten</translation>
    </message>
    <message>
        <source>Paused at {done} of {total}</source>
        <translation>Angehalten bei {done} von {total}</translation>
    </message>
    <message>
        <source>Paused preparing {model} at {done} of {total}</source>
        <translation>Vorbereitung von {model} angehalten bei {done} von {total}</translation>
    </message>
    <message>
        <source>Photo {name}</source>
        <translation>Foto {name}</translation>
    </message>
    <message>
        <source>Photo {number} of {count}</source>
        <translation>Foto {number} von {count}</translation>
    </message>
    <message>
        <source>Photo {place} of {count}</source>
        <translation>Foto {place} von {count}</translation>
    </message>
    <message>
        <source>Photo {place} of {count}, {name}</source>
        <translation>Foto {place} von {count}, {name}</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Photos after</source>
        <translation>Nächste Fotos</translation>
    </message>
    <message>
        <source>Photos are compared in the background; everything else can go on meanwhile.</source>
        <translation>Fotos werden im Hintergrund verglichen; alles andere kann inzwischen weitergehen.</translation>
    </message>
    <message>
        <source>Photos before</source>
        <translation>Vorige Fotos</translation>
    </message>
    <message>
        <source>Photos before and after</source>
        <translation>Fotos davor und danach</translation>
    </message>
    <message>
        <source>Photos by label</source>
        <translation>Fotos nach Merkmal</translation>
    </message>
    <message>
        <source>Photos by probability</source>
        <translation>Fotos nach Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Photos come here as the search of this album finds them.</source>
        <translation>Fotos kommen hierher, sobald die Suche dieses Albums sie findet.</translation>
    </message>
    <message>
        <source>Photos of this group</source>
        <translation>Fotos dieser Gruppe</translation>
    </message>
    <message>
        <source>Photos of this page</source>
        <translation>Fotos dieser Seite</translation>
    </message>
    <message>
        <source>Photos that you take out of a live album stay out of it; they are shown here.</source>
        <translation>Fotos, die Sie aus einem lebenden Album nehmen, bleiben draußen; hier werden sie gezeigt.</translation>
    </message>
    <message>
        <source>Photos to check</source>
        <translation>Fotos zum Prüfen</translation>
    </message>
    <message>
        <source>Photos to judge</source>
        <translation>Fotos zum Beurteilen</translation>
    </message>
    <message>
        <source>Phrases of the label</source>
        <translation>Wendungen des Merkmals</translation>
    </message>
    <message>
        <source>Phrases that describe the label, one a line</source>
        <translation>Wendungen, die das Merkmal beschreiben, eine je Zeile</translation>
    </message>
    <message>
        <source>Picked on the map</source>
        <translation>Auf der Karte ausgewählt</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Pictures ({kinds})</source>
        <translation>Bilder ({kinds})</translation>
    </message>
    <message>
        <source>Pictures a second</source>
        <translation>Bilder je Sekunde</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Bildpunkte</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Speicherort</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Plus, Minus, wheel, pinch; Shift with arrows</source>
        <translation>Plus, Minus, Mausrad, Fingergeste; Umschalt mit Pfeiltasten</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Preparing {model}: {done} of {total}</source>
        <translation>{model} wird vorbereitet: {done} von {total}</translation>
    </message>
    <message>
        <source>Press the key for “{action}”:</source>
        <translation>Drücken Sie die Taste für „{action}“:</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Voriges</translation>
    </message>
    <message>
        <source>Probably no photo of {words} here</source>
        <translation>Vermutlich kein Foto von {words} dabei</translation>
    </message>
    <message>
        <source>Probably no photo {like} here</source>
        <translation>Vermutlich kein Foto {like} dabei</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Progress of {name}</source>
        <translation>Fortschritt von {name}</translation>
    </message>
    <message>
        <source>Rate &amp;1</source>
        <translation>Mit &amp;1 bewerten</translation>
    </message>
    <message>
        <source>Rate &amp;2</source>
        <translation>Mit &amp;2 bewerten</translation>
    </message>
    <message>
        <source>Rate &amp;3</source>
        <translation>Mit &amp;3 bewerten</translation>
    </message>
    <message>
        <source>Rate &amp;4</source>
        <translation>Mit &amp;4 bewerten</translation>
    </message>
    <message>
        <source>Rate &amp;5</source>
        <translation>Mit &amp;5 bewerten</translation>
    </message>
    <message>
        <source>Rate {star}</source>
        <translation>Mit {star} bewerten</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Rating {rating} of {most}</source>
        <translation>Bewertung {rating} von {most}</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>&amp;Umbenennen …</translation>
    </message>
    <message>
        <source>Read-only library: it can be searched but not changed</source>
        <translation>Schreibgeschützte Bibliothek: Sie lässt sich durchsuchen, aber nicht ändern</translation>
    </message>
    <message>
        <source>Reading every byte</source>
        <translation>Jedes Byte wird gelesen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Recent searches</source>
        <translation>Letzte Suchen</translation>
    </message>
    <message>
        <source>Refused files</source>
        <translation>Abgewiesene Dateien</translation>
    </message>
    <message>
        <source>Reject {label}</source>
        <translation>„{label}“ ablehnen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove from library</source>
        <translation>Aus der Bibliothek entfernen</translation>
    </message>
    <message>
        <source>Remove from library…</source>
        <translation>Aus der Bibliothek entfernen …</translation>
    </message>
    <message>
        <source>Remove label</source>
        <translation>Merkmal entfernen</translation>
    </message>
    <message>
        <source>Remove the model</source>
        <translation>Modell entfernen</translation>
    </message>
    <message>
        <source>Remove {folder} from the library?</source>
        <translation>{folder} aus der Bibliothek entfernen?</translation>
    </message>
    <message>
        <source>Remove {model}?</source>
        <translation>{model} entfernen?</translation>
    </message>
    <message>
        <source>Remove {spoken} from the search</source>
        <translation>{spoken} aus der Suche entfernen</translation>
    </message>
    <message>
        <source>Remove “{name}”?</source>
        <translation>„{name}“ entfernen?</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>Removing the model deletes its files; it can be downloaded or imported again.</source>
        <translation>Beim Entfernen werden die Dateien des Modells gelöscht; es lässt sich wieder herunterladen oder importieren.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Rename or delete an album in the side bar</source>
        <translation>Ein Album in der Seitenleiste umbenennen oder löschen</translation>
    </message>
    <message>
        <source>Rename the album</source>
        <translation>Album umbenennen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>S</source>
        <comment>south</comment>
        <translation>S</translation>
    </message>
    <message>
        <source>S&amp;maller photos</source>
        <translation>&amp;Kleinere Fotos</translation>
    </message>
    <message>
        <source>S&amp;quare photos</source>
        <translation>&amp;Quadratische Fotos</translation>
    </message>
    <message>
        <source>Same picture</source>
        <translation>Gleiches Bild</translation>
    </message>
    <message>
        <source>Say what to look for, or leave that empty for the photos shown before; then the tag, and Enter.</source>
        <translation>Sagen Sie, wonach gesucht wird, oder lassen Sie es für die zuvor gezeigten Fotos leer; dann das Schlagwort und Eingabe.</translation>
    </message>
    <message>
        <source>Search by a &amp;picture…</source>
        <translation>Mit einem &amp;Bild suchen …</translation>
    </message>
    <message>
        <source>Search by a par&amp;t of this photo…</source>
        <translation>Nach einem &amp;Teil dieses Fotos suchen …</translation>
    </message>
    <message>
        <source>Search by a part</source>
        <translation>Mit einem Ausschnitt suchen</translation>
    </message>
    <message>
        <source>Search by a part of a picture in the search bar</source>
        <translation>Nach einem Teil eines Bildes in der Suchzeile suchen</translation>
    </message>
    <message>
        <source>Search by a part of {name}</source>
        <translation>Mit einem Ausschnitt von {name} suchen</translation>
    </message>
    <message>
        <source>Search by a part…</source>
        <translation>Mit einem Ausschnitt suchen …</translation>
    </message>
    <message>
        <source>Search by a picture</source>
        <translation>Mit einem Bild suchen</translation>
    </message>
    <message>
        <source>Search by a picture in a file…</source>
        <translation>Mit einem Bild aus einer Datei suchen …</translation>
    </message>
    <message>
        <source>Search by the picture on the clip&amp;board</source>
        <translation>Mit dem Bild der &amp;Zwischenablage suchen</translation>
    </message>
    <message>
        <source>Search for that</source>
        <translation>Danach suchen</translation>
    </message>
    <message>
        <source>Search for words or a picture first; then this shows where in a photo it lies.</source>
        <translation>Suchen Sie zuerst nach Wörtern oder einem Bild; dann zeigt dies, wo im Foto es liegt.</translation>
    </message>
    <message>
        <source>Search for {words}</source>
        <translation>Nach {words} suchen</translation>
    </message>
    <message>
        <source>Search photos</source>
        <translation>Fotos suchen</translation>
    </message>
    <message>
        <source>Searching by the first {most} of {count} pictures.</source>
        <translation>Gesucht wird mit den ersten {most} von {count} Bildern.</translation>
    </message>
    <message>
        <source>See the models</source>
        <translation>Modelle ansehen</translation>
    </message>
    <message>
        <source>See your photos appear</source>
        <translation>Fotos erscheinen sehen</translation>
    </message>
    <message>
        <source>Sees finer detail than ViT-B/32 and takes about four times as long.</source>
        <comment>model</comment>
        <translation>Sieht feinere Einzelheiten als ViT-B/32 und braucht etwa viermal so lange.</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Alle auswäh&amp;len</translation>
    </message>
    <message>
        <source>Select a photo to see where it lies and what is known of it.</source>
        <translation>Wählen Sie ein Foto aus, um zu sehen, wo es liegt und was darüber bekannt ist.</translation>
    </message>
    <message>
        <source>Select photos in a rectangle</source>
        <translation>Fotos in einem Rechteck auswählen</translation>
    </message>
    <message>
        <source>Select several photos</source>
        <translation>Mehrere Fotos auswählen</translation>
    </message>
    <message>
        <source>Several photos begin with the content {content}: give more digits.</source>
        <translation>Mehrere Fotos beginnen mit dem Inhalt {content}: Geben Sie mehr Stellen an.</translation>
    </message>
    <message>
        <source>Shift and pull; with Ctrl besides what is selected</source>
        <translation>Umschalt und ziehen; mit Strg zusätzlich zur Auswahl</translation>
    </message>
    <message>
        <source>Shift or Ctrl with click or arrows</source>
        <translation>Umschalt oder Strg mit Klick oder Pfeiltasten</translation>
    </message>
    <message>
        <source>Show as a &amp;grid</source>
        <translation>Als &amp;Raster zeigen</translation>
    </message>
    <message>
        <source>Show as a grid</source>
        <translation>Als Raster zeigen</translation>
    </message>
    <message>
        <source>Show in file &amp;manager</source>
        <translation>Im &amp;Dateimanager zeigen</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>Im Dateimanager zeigen</translation>
    </message>
    <message>
        <source>Show its search</source>
        <translation>Seine Suche zeigen</translation>
    </message>
    <message>
        <source>Show or hide less &amp;likely results</source>
        <translation>Weniger wahr&amp;scheinliche Treffer zeigen oder ausblenden</translation>
    </message>
    <message>
        <source>Show the photo large, and back</source>
        <translation>Foto groß anzeigen und zurück</translation>
    </message>
    <message>
        <source>Show the {others} nearest photos</source>
        <translation>Die {others} nächstliegenden Fotos zeigen</translation>
    </message>
    <message>
        <source>Show what is kept out</source>
        <translation>Ausgeschlossenes zeigen</translation>
    </message>
    <message>
        <source>Show {count} less likely photos</source>
        <translation>{count} weniger wahrscheinliche Fotos zeigen</translation>
    </message>
    <message>
        <source>Side &amp;bar</source>
        <translation>Seiten&amp;leiste</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Size of the photos</source>
        <translation>Größe der Fotos</translation>
    </message>
    <message>
        <source>Skip the first steps</source>
        <translation>Erste Schritte überspringen</translation>
    </message>
    <message>
        <source>Skip this page</source>
        <translation>Diese Seite überspringen</translation>
    </message>
    <message>
        <source>Slide sho&amp;w</source>
        <translation>D&amp;iashow</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Smaller photos</source>
        <translation>Kleinere Fotos</translation>
    </message>
    <message>
        <source>Something went wrong because of an error in Mindseye. What is stored is safe; see the log for details.</source>
        <translation>Durch einen Fehler in Mindseye ist etwas schiefgegangen. Gespeichertes ist sicher; Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>Space, Enter, double-click; Esc</source>
        <translation>Leertaste, Eingabe, Doppelklick; Esc</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Ausgehen von</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop suggesting it</source>
        <translation>Nicht mehr vorschlagen</translation>
    </message>
    <message>
        <source>Stopped. What came is kept; Resume goes on from there.</source>
        <translation>Angehalten. Was da ist, bleibt; „Fortsetzen“ macht dort weiter.</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird angehalten</translation>
    </message>
    <message>
        <source>Suggest it for all photos</source>
        <translation>Für alle Fotos vorschlagen</translation>
    </message>
    <message>
        <source>Surest</source>
        <translation>Sicherste</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Tag the ticked and go on</source>
        <translation>Angehakte verschlagworten und weiter</translation>
    </message>
    <message>
        <source>Tag to add</source>
        <translation>Schlagwort hinzufügen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Tags of the photos</source>
        <translation>Schlagwörter der Fotos</translation>
    </message>
    <message numerus="yes">
        <source>Tags of {n} photos</source>
        <translation>
            <numerusform>Schlagwörter von {n} Foto</numerusform>
            <numerusform>Schlagwörter von {n} Fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>Schlagwörter …</translation>
    </message>
    <message>
        <source>Take &amp;out of this album</source>
        <translation>Aus diesem Album h&amp;erausnehmen</translation>
    </message>
    <message>
        <source>Take {label} off</source>
        <translation>„{label}“ wegnehmen</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>Teac&amp;h a tag…</source>
        <translation>Schlagwort anle&amp;rnen …</translation>
    </message>
    <message>
        <source>Teach a tag</source>
        <translation>Schlagwort anlernen</translation>
    </message>
    <message>
        <source>Teach this tag…</source>
        <translation>Dieses Schlagwort anlernen …</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>That was the last group. Nothing is to go to the trash.</source>
        <translation>Das war die letzte Gruppe. Nichts soll in den Papierkorb.</translation>
    </message>
    <message numerus="yes">
        <source>That was the last group. {n} files are ready to go to the trash.</source>
        <translation>
            <numerusform>Das war die letzte Gruppe. {n} Datei ist bereit für den Papierkorb.</numerusform>
            <numerusform>Das war die letzte Gruppe. {n} Dateien sind bereit für den Papierkorb.</numerusform>
        </translation>
    </message>
    <message>
        <source>The XMP holds a document type, which no XMP has; it is not read.</source>
        <translation>Das XMP enthält einen Dokumenttyp, den kein XMP hat; es wird nicht gelesen.</translation>
    </message>
    <message>
        <source>The XMP is damaged: it is nested too deeply.</source>
        <translation>Das XMP ist beschädigt: Es ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>The XMP is damaged: it is not well-formed ({error}).</source>
        <translation>Das XMP ist beschädigt: Es ist nicht wohlgeformt ({error}).</translation>
    </message>
    <message>
        <source>The XMP is damaged: there is no rdf:RDF in it.</source>
        <translation>Das XMP ist beschädigt: Es enthält kein rdf:RDF.</translation>
    </message>
    <message>
        <source>The album {name} is filled by hand and has no query.</source>
        <translation>Das Album {name} wird von Hand gefüllt und hat keine Suche.</translation>
    </message>
    <message>
        <source>The album {name} stays as it was: {reason}</source>
        <translation>Das Album {name} bleibt, wie es war: {reason}</translation>
    </message>
    <message>
        <source>The best: {reasons}</source>
        <translation>Das beste: {reasons}</translation>
    </message>
    <message>
        <source>The catalog was damaged. The backup of {moment} took its place, and photos since then are found again by themselves; the damaged file is kept as {path}.</source>
        <translation>Der Katalog war beschädigt. Die Sicherung vom {moment} ist an seine Stelle getreten, und seither hinzugekommene Fotos werden von selbst wiedergefunden; die beschädigte Datei liegt unter {path}.</translation>
    </message>
    <message>
        <source>The catalog {catalog} is damaged ({reason}). Start Mindseye again: the newest backup takes its place. Without one, move the file away to index the folders anew.</source>
        <translation>Der Katalog {catalog} ist beschädigt ({reason}). Starten Sie Mindseye neu: Die neueste Sicherung tritt an seine Stelle. Gibt es keine, verschieben Sie die Datei, um die Ordner neu zu indizieren.</translation>
    </message>
    <message>
        <source>The categories in {path} cannot be read ({error}).</source>
        <translation>Die Kategorien in {path} lassen sich nicht lesen ({error}).</translation>
    </message>
    <message>
        <source>The categories in {path} cannot be written ({error}).</source>
        <translation>Die Kategorien in {path} lassen sich nicht schreiben ({error}).</translation>
    </message>
    <message>
        <source>The categories in {path} do not work, line {line}: {error}.</source>
        <translation>Die Kategorien in {path} funktionieren nicht, Zeile {line}: {error}.</translation>
    </message>
    <message>
        <source>The closing parenthesis is missing.</source>
        <translation>Die schließende Klammer fehlt.</translation>
    </message>
    <message>
        <source>The closing quotation mark is missing.</source>
        <translation>Das schließende Anführungszeichen fehlt.</translation>
    </message>
    <message>
        <source>The computer is busy, indexing gently: {done} of {total}</source>
        <translation>Der Computer ist beschäftigt, schonende Indizierung: {done} von {total}</translation>
    </message>
    <message>
        <source>The configuration files in {folder} are not understood ({kind}: {error}).</source>
        <translation>Die Konfigurationsdateien in {folder} sind nicht verständlich ({kind}: {error}).</translation>
    </message>
    <message>
        <source>The decoder crashed on this file, twice.</source>
        <translation>Der Dekoder ist an dieser Datei abgestürzt, zweimal.</translation>
    </message>
    <message>
        <source>The disk is full: indexing waits for room</source>
        <translation>Der Datenträger ist voll: Die Indizierung wartet auf Platz</translation>
    </message>
    <message>
        <source>The disk of {home} has {free:,.0f} MB free; {wanted:,.0f} MB are needed.</source>
        <translation>Auf dem Datenträger von {home} sind {free:,.0f} MB frei; {wanted:,.0f} MB werden gebraucht.</translation>
    </message>
    <message>
        <source>The disk that holds {folder} does not answer ({error}). Check drive and room.</source>
        <translation>Der Datenträger mit {folder} antwortet nicht ({error}). Prüfen Sie Laufwerk und Platz.</translation>
    </message>
    <message>
        <source>The disk that holds {folder} is full. Make room; nothing that was stored is lost.</source>
        <translation>Der Datenträger mit {folder} ist voll. Schaffen Sie Platz; nichts Gespeichertes ist verloren.</translation>
    </message>
    <message>
        <source>The export lacks {path}.</source>
        <translation>Dem Export fehlt {path}.</translation>
    </message>
    <message>
        <source>The file begins like a picture, but this version cannot read its header.</source>
        <translation>Die Datei beginnt wie ein Bild, aber diese Version kann ihren Kopf nicht lesen.</translation>
    </message>
    <message>
        <source>The file is away. It opens when its drive is back.</source>
        <translation>Die Datei ist nicht verfügbar. Sie öffnet sich, wenn ihr Laufwerk wieder da ist.</translation>
    </message>
    <message>
        <source>The file is cut short: a part of the camera raw data is missing.</source>
        <translation>Die Datei ist abgeschnitten: Ein Teil der Raw-Daten fehlt.</translation>
    </message>
    <message>
        <source>The file is cut short: a part of the picture is missing ({detail}).</source>
        <translation>Die Datei ist abgeschnitten: Ein Teil des Bildes fehlt ({detail}).</translation>
    </message>
    <message>
        <source>The file is cut short: a part of the picture is missing.</source>
        <translation>Die Datei ist abgeschnitten: Ein Teil des Bildes fehlt.</translation>
    </message>
    <message>
        <source>The file is damaged: its picture cannot be decoded ({detail}).</source>
        <translation>Die Datei ist beschädigt: Ihr Bild lässt sich nicht dekodieren ({detail}).</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The files are away. They can go to the trash when their drive is back.</source>
        <translation>Die Dateien sind nicht verfügbar. Sie können in den Papierkorb, wenn ihr Laufwerk wieder da ist.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be read: {error}.</source>
        <translation>Der Ordner {folder} kann nicht gelesen werden: {error}.</translation>
    </message>
    <message>
        <source>The folder {path} cannot be read: its permissions forbid it.</source>
        <translation>Der Ordner {path} kann nicht gelesen werden: Seine Rechte verbieten es.</translation>
    </message>
    <message>
        <source>The folders are added; the files beside them are left out.</source>
        <translation>Die Ordner sind hinzugefügt; die Dateien daneben wurden ausgelassen.</translation>
    </message>
    <message>
        <source>The hashes of the model cannot be recorded in {path}: {error}.</source>
        <translation>Die Prüfsummen des Modells lassen sich nicht in {path} festhalten: {error}.</translation>
    </message>
    <message>
        <source>The hub sends more bytes than the file has; another file lies there.</source>
        <translation>Der Server sendet mehr Bytes, als die Datei hat; dort liegt eine andere Datei.</translation>
    </message>
    <message>
        <source>The largest of the first CLIPs at 224 pixels. For computers with a graphics card.</source>
        <comment>model</comment>
        <translation>Das größte der ersten CLIP-Modelle mit 224 Bildpunkten. Für Computer mit Grafikkarte.</translation>
    </message>
    <message>
        <source>The last category cannot be removed; switch it off instead.</source>
        <translation>Die letzte Kategorie lässt sich nicht entfernen; schalten Sie sie stattdessen aus.</translation>
    </message>
    <message>
        <source>The library cannot be opened</source>
        <translation>Die Bibliothek lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>The library folder {folder} cannot be looked into ({error}). Check the path and its permissions, or choose another.</source>
        <translation>In den Bibliotheksordner {folder} lässt sich nicht hineinsehen ({error}). Prüfen Sie Pfad und Rechte, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The library folder {folder} cannot be made ({error}). Choose another.</source>
        <translation>Der Bibliotheksordner {folder} lässt sich nicht anlegen ({error}). Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The library has no folder {path}. See those it has: mindseye folders</source>
        <translation>Die Bibliothek hat keinen Ordner {path}. Ihre Ordner zeigt: mindseye folders</translation>
    </message>
    <message>
        <source>The library holds no photo with the content {content}.</source>
        <translation>Die Bibliothek enthält kein Foto mit dem Inhalt {content}.</translation>
    </message>
    <message>
        <source>The library in {folder} cannot be opened. Check the folder and its permissions.</source>
        <translation>Die Bibliothek in {folder} lässt sich nicht öffnen. Prüfen Sie den Ordner und seine Rechte.</translation>
    </message>
    <message>
        <source>The library in {folder} cannot be used ({error}). Check the drive.</source>
        <translation>Die Bibliothek in {folder} ist nicht benutzbar ({error}). Prüfen Sie das Laufwerk.</translation>
    </message>
    <message>
        <source>The library in {folder} is busy in another program. Close it there and try again.</source>
        <translation>Die Bibliothek in {folder} wird von einem anderen Programm benutzt. Schließen Sie sie dort und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The library in {folder} is closed.</source>
        <translation>Die Bibliothek in {folder} ist geschlossen.</translation>
    </message>
    <message>
        <source>The library in {folder} was made by a newer Mindseye. Update this one, or choose another library.</source>
        <translation>Die Bibliothek in {folder} stammt von einem neueren Mindseye. Aktualisieren Sie dieses, oder wählen Sie eine andere Bibliothek.</translation>
    </message>
    <message>
        <source>The library in {folder} was made by an older Mindseye and has to be brought up to date first, but it cannot be written. Copy it to another disk and open it there.</source>
        <translation>Die Bibliothek in {folder} stammt von einem älteren Mindseye und muss erst auf den neuen Stand gebracht werden, ist aber schreibgeschützt. Kopieren Sie sie auf einen anderen Datenträger und öffnen Sie sie dort.</translation>
    </message>
    <message>
        <source>The library in {library} can be searched but not changed, because it cannot be written. Change its permissions, or copy it to another disk.</source>
        <translation>Die Bibliothek in {library} lässt sich durchsuchen, aber nicht ändern, weil sie schreibgeschützt ist. Ändern Sie ihre Rechte, oder kopieren Sie sie auf einen anderen Datenträger.</translation>
    </message>
    <message>
        <source>The library is not open</source>
        <translation>Die Bibliothek ist nicht geöffnet</translation>
    </message>
    <message>
        <source>The library is open with {name} because --model names it. Open it without --model to change its model.</source>
        <translation>Die Bibliothek ist mit {name} geöffnet, weil --model es nennt. Öffnen Sie sie ohne --model, um ihr Modell zu wechseln.</translation>
    </message>
    <message>
        <source>The library&apos;s journal {path} cannot be written ({error}). Check the folder&apos;s permissions, or choose a library on another disk.</source>
        <translation>Das Journal der Bibliothek {path} lässt sich nicht schreiben ({error}). Prüfen Sie die Rechte des Ordners, oder wählen Sie eine Bibliothek auf einem anderen Datenträger.</translation>
    </message>
    <message>
        <source>The library&apos;s lock {path} cannot be taken ({error}). Check the folder&apos;s permissions, or choose a library on another disk.</source>
        <translation>Die Sperre der Bibliothek {path} ist nicht zu bekommen ({error}). Prüfen Sie die Rechte des Ordners, oder wählen Sie eine Bibliothek auf einem anderen Datenträger.</translation>
    </message>
    <message>
        <source>The limit must be 1 or more, not {limit}.</source>
        <translation>Die Grenze muss mindestens 1 sein, nicht {limit}.</translation>
    </message>
    <message>
        <source>The list of words {path} cannot be read ({error}).</source>
        <translation>Die Wörterliste {path} lässt sich nicht lesen ({error}).</translation>
    </message>
    <message>
        <source>The map {path} cannot be written ({error}). Make room or check the folder; the map is made again at the next start.</source>
        <translation>Die Karte {path} lässt sich nicht schreiben ({error}). Schaffen Sie Platz oder prüfen Sie den Ordner; die Karte wird beim nächsten Start neu gemacht.</translation>
    </message>
    <message>
        <source>The model catalog {path} cannot be read.</source>
        <translation>Der Modellkatalog {path} lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The model catalog {path} has a wrong value for {key}: {value}.</source>
        <translation>Der Modellkatalog {path} hat einen falschen Wert für {key}: {value}.</translation>
    </message>
    <message>
        <source>The model catalog {path} is damaged ({error}).</source>
        <translation>Der Modellkatalog {path} ist beschädigt ({error}).</translation>
    </message>
    <message>
        <source>The model catalog {path} is wrong about {name}: {error}.</source>
        <translation>Der Modellkatalog {path} irrt bei {name}: {error}.</translation>
    </message>
    <message>
        <source>The model catalog {path} lacks {error} of {name}.</source>
        <translation>Im Modellkatalog {path} fehlt {error} von {name}.</translation>
    </message>
    <message>
        <source>The model catalog {path} names {name} twice.</source>
        <translation>Der Modellkatalog {path} nennt {name} zweimal.</translation>
    </message>
    <message>
        <source>The model catalog {path} says {key} of {what}, which means nothing.</source>
        <translation>Der Modellkatalog {path} sagt {key} von {what}, was nichts bedeutet.</translation>
    </message>
    <message>
        <source>The model description {path} is damaged ({error}).</source>
        <translation>Die Modellbeschreibung {path} ist beschädigt ({error}).</translation>
    </message>
    <message>
        <source>The model description {path} is incomplete: {error}.</source>
        <translation>Die Modellbeschreibung {path} ist unvollständig: {error}.</translation>
    </message>
    <message>
        <source>The model description {path} lacks {error}.</source>
        <translation>In der Modellbeschreibung {path} fehlt {error}.</translation>
    </message>
    <message>
        <source>The model file {path} cannot be run on {provider} ({reason}).</source>
        <translation>Die Modelldatei {path} läuft nicht auf {provider} ({reason}).</translation>
    </message>
    <message>
        <source>The model file {path} is missing. Download or import the model again.</source>
        <translation>Die Modelldatei {path} fehlt. Laden oder importieren Sie das Modell erneut.</translation>
    </message>
    <message>
        <source>The model file {path} is not the one described: its SHA-256 is {actual}, not {expected}. Download or import the model again.</source>
        <translation>Die Modelldatei {path} ist nicht die beschriebene: Ihr SHA-256 ist {actual}, nicht {expected}. Laden oder importieren Sie das Modell erneut.</translation>
    </message>
    <message>
        <source>The model in {folder} cannot be deleted: {error}.</source>
        <translation>Das Modell in {folder} lässt sich nicht löschen: {error}.</translation>
    </message>
    <message>
        <source>The model scales to {shortest} pixels and cuts {side} out of them; that is not possible here.</source>
        <translation>Das Modell skaliert auf {shortest} Bildpunkte und schneidet {side} daraus; das ist hier nicht möglich.</translation>
    </message>
    <message>
        <source>The model {name} cannot be put into {home}: {error}.</source>
        <translation>Das Modell {name} lässt sich nicht nach {home} bringen: {error}.</translation>
    </message>
    <message>
        <source>The model {name} is in use or part of the program, so it stays.</source>
        <translation>Das Modell {name} ist in Gebrauch oder Teil des Programms, daher bleibt es.</translation>
    </message>
    <message>
        <source>The model {name} lacks {path}.</source>
        <translation>Dem Modell {name} fehlt {path}.</translation>
    </message>
    <message>
        <source>The name of an album has at most {most} letters.</source>
        <translation>Der Name eines Albums hat höchstens {most} Zeichen.</translation>
    </message>
    <message>
        <source>The original CLIP, float32. A good first choice on any computer.</source>
        <comment>model</comment>
        <translation>Das ursprüngliche CLIP, float32. Eine gute erste Wahl auf jedem Computer.</translation>
    </message>
    <message>
        <source>The part of the photo that the model was shown, as small as it was shown it</source>
        <translation>Der Teil des Fotos, der dem Modell gezeigt wurde, so klein, wie es ihn sah</translation>
    </message>
    <message>
        <source>The parts of the query cancel one another out: take one away or weigh it less.</source>
        <translation>Die Teile der Anfrage heben einander auf: Nehmen Sie einen weg oder geben Sie ihm weniger Gewicht.</translation>
    </message>
    <message>
        <source>The pattern {pattern} begins with an exclamation mark, which is not understood.</source>
        <translation>Das Muster {pattern} beginnt mit einem Ausrufezeichen, das nicht verstanden wird.</translation>
    </message>
    <message>
        <source>The pattern {pattern} would leave out everything.</source>
        <translation>Das Muster {pattern} würde alles auslassen.</translation>
    </message>
    <message>
        <source>The process that is to decode it does not start.</source>
        <translation>Der Prozess zum Dekodieren startet nicht.</translation>
    </message>
    <message>
        <source>The query of the album {name} cannot ask for the album itself.</source>
        <translation>Die Suche des Albums {name} kann nicht nach dem Album selbst fragen.</translation>
    </message>
    <message>
        <source>The query of the album {name} gives its order.</source>
        <translation>Die Suche des Albums {name} bestimmt seine Reihenfolge.</translation>
    </message>
    <message>
        <source>The recorded hashes in {path} cannot be read ({error}). Mend or delete the file; models without a published hash are then recorded anew.</source>
        <translation>Die festgehaltenen Prüfsummen in {path} lassen sich nicht lesen ({error}). Berichtigen oder löschen Sie die Datei; Modelle ohne veröffentlichte Prüfsumme werden dann neu festgehalten.</translation>
    </message>
    <message>
        <source>The same in all: {facts}</source>
        <translation>Bei allen gleich: {facts}</translation>
    </message>
    <message>
        <source>The search index {path} cannot be written ({error}). Make room or check the folder; nothing that was indexed is lost.</source>
        <translation>Der Suchindex {path} lässt sich nicht schreiben ({error}). Schaffen Sie Platz oder prüfen Sie den Ordner; nichts Indiziertes ist verloren.</translation>
    </message>
    <message>
        <source>The search was stopped. Look again finds out whether there are near-duplicates.</source>
        <translation>Die Suche wurde angehalten. „Noch einmal suchen“ stellt fest, ob es Beinahe-Duplikate gibt.</translation>
    </message>
    <message>
        <source>The setting {name} in {path} has a wrong value: {value}.</source>
        <translation>Die Einstellung {name} in {path} hat einen falschen Wert: {value}.</translation>
    </message>
    <message>
        <source>The settings in {path} are no JSON object. Delete the file.</source>
        <translation>Die Einstellungen in {path} sind kein JSON-Objekt. Löschen Sie die Datei.</translation>
    </message>
    <message>
        <source>The settings in {path} cannot be read ({error}). Check its permissions.</source>
        <translation>Die Einstellungen in {path} lassen sich nicht lesen ({error}). Prüfen Sie die Rechte.</translation>
    </message>
    <message>
        <source>The settings in {path} cannot be read ({error}). Mend or delete the file.</source>
        <translation>Die Einstellungen in {path} lassen sich nicht lesen ({error}). Berichtigen oder löschen Sie die Datei.</translation>
    </message>
    <message>
        <source>The settings in {path} cannot be written ({error}).</source>
        <translation>Die Einstellungen in {path} lassen sich nicht schreiben ({error}).</translation>
    </message>
    <message>
        <source>The system has no program that opens {name}.</source>
        <translation>Das System hat kein Programm, das {name} öffnet.</translation>
    </message>
    <message>
        <source>The system tells of no program that takes pictures.</source>
        <translation>Das System nennt kein Programm, das Bilder annimmt.</translation>
    </message>
    <message>
        <source>The tag to give: Boats</source>
        <translation>Das zu vergebende Schlagwort: Boote</translation>
    </message>
    <message>
        <source>The tag to teach: Boats</source>
        <translation>Das anzulernende Schlagwort: Boote</translation>
    </message>
    <message>
        <source>The tokenizer {path} cannot be read.</source>
        <translation>Der Tokenizer {path} lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The tokenizer {path} does not know its padding token {token}.</source>
        <translation>Der Tokenizer {path} kennt sein Füllzeichen {token} nicht.</translation>
    </message>
    <message>
        <source>The tokenizer {path} is damaged ({error}).</source>
        <translation>Der Tokenizer {path} ist beschädigt ({error}).</translation>
    </message>
    <message>
        <source>The trash did not take it ({error}).</source>
        <translation>Der Papierkorb hat sie nicht angenommen ({error}).</translation>
    </message>
    <message>
        <source>The vectors of a model that is in use cannot be dropped.</source>
        <translation>Die Vektoren eines Modells in Gebrauch lassen sich nicht löschen.</translation>
    </message>
    <message>
        <source>The vision tower takes {side} pixels, but its configuration says {size}.</source>
        <translation>Der Bilderteil nimmt {side} Bildpunkte, seine Konfiguration sagt aber {size}.</translation>
    </message>
    <message>
        <source>The vision tower&apos;s vectors depend on what else is in the batch.</source>
        <translation>Die Vektoren des Bilderteils hängen davon ab, was sonst im Stapel ist.</translation>
    </message>
    <message>
        <source>The whole map</source>
        <translation>Die ganze Karte</translation>
    </message>
    <message>
        <source>The {tower} tower of {name} gives vectors without a direction.</source>
        <translation>Der Teil „{tower}“ von {name} gibt Vektoren ohne Richtung.</translation>
    </message>
    <message>
        <source>The {tower} tower of {name} gives {shape}, not {count} vectors of {dimension} numbers.</source>
        <translation>Der Teil „{tower}“ von {name} gibt {shape}, nicht {count} Vektoren aus {dimension} Zahlen.</translation>
    </message>
    <message>
        <source>Their sidecars say already what the library says.</source>
        <translation>Ihre Begleitdateien sagen schon dasselbe wie die Bibliothek.</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Dann</translation>
    </message>
    <message>
        <source>There is a category of this name already.</source>
        <translation>Eine Kategorie dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>There is a file called {name} already. Choose another name.</source>
        <translation>Eine Datei namens {name} gibt es schon. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>There is a model {name} already; give this one another name with --name.</source>
        <translation>Ein Modell {name} gibt es schon; geben Sie diesem mit --name einen anderen Namen.</translation>
    </message>
    <message>
        <source>There is an album {name} already.</source>
        <translation>Ein Album {name} gibt es schon.</translation>
    </message>
    <message>
        <source>There is no album {name}. See: mindseye albums list</source>
        <translation>Es gibt kein Album {name}. Siehe: mindseye albums list</translation>
    </message>
    <message>
        <source>There is no category “{name}”.</source>
        <translation>Es gibt keine Kategorie „{name}“.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>Es gibt keine Datei {path}.</translation>
    </message>
    <message>
        <source>There is no filter {filter} Did you mean {near}? Known are {names}; to search for these words put them in parentheses.</source>
        <translation>Es gibt keinen Filter {filter} Meinten Sie {near}? Bekannt sind {names}; um nach diesen Wörtern zu suchen, setzen Sie sie in Klammern.</translation>
    </message>
    <message>
        <source>There is no filter {filter} Known are {names}; to search for these words put them in parentheses.</source>
        <translation>Es gibt keinen Filter {filter} Bekannt sind {names}; um nach diesen Wörtern zu suchen, setzen Sie sie in Klammern.</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>Es gibt keinen Ordner {folder}.</translation>
    </message>
    <message>
        <source>There is no folder {path}.</source>
        <translation>Es gibt keinen Ordner {path}.</translation>
    </message>
    <message>
        <source>There is no home folder for {path}.</source>
        <translation>Es gibt keinen persönlichen Ordner für {path}.</translation>
    </message>
    <message>
        <source>There is no library in {chosen}. Make one with: mindseye index FOLDER --library {chosen}</source>
        <translation>In {chosen} ist keine Bibliothek. Eine anlegen: mindseye index FOLDER --library {chosen}</translation>
    </message>
    <message>
        <source>There is no model {name} here. Installed: {names}.</source>
        <translation>Ein Modell {name} ist nicht da. Installiert: {names}.</translation>
    </message>
    <message>
        <source>There is no model {name} to download. There are: {names}.</source>
        <translation>Ein Modell {name} gibt es nicht zum Herunterladen. Es gibt: {names}.</translation>
    </message>
    <message>
        <source>There is no tag “{old}”.</source>
        <translation>Es gibt kein Schlagwort „{old}“.</translation>
    </message>
    <message>
        <source>There is nothing to lay out yet. Photos come onto the map once they are indexed.</source>
        <translation>Noch gibt es nichts anzuordnen. Fotos kommen auf die Karte, sobald sie indiziert sind.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Es gibt nichts wiederherzustellen.</translation>
    </message>
    <message>
        <source>There is nothing to search for: give words or a picture.</source>
        <translation>Es gibt nichts zu suchen: Geben Sie Wörter oder ein Bild an.</translation>
    </message>
    <message>
        <source>There is nothing to search in yet; photos can be found as soon as they are indexed.</source>
        <translation>Noch gibt es nichts zu durchsuchen; Fotos sind zu finden, sobald sie indiziert sind.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>These come nearest. Try other words for the same thing, or describe the whole scene: “a guitar on a stage” finds more than “guitar”.</source>
        <translation>Diese kommen dem am nächsten. Versuchen Sie andere Wörter dafür, oder beschreiben Sie die ganze Szene: „a guitar on a stage“ findet mehr als „guitar“.</translation>
    </message>
    <message>
        <source>These files could not be read as pictures. They are left as they are, and tried again when they change or when you ask for it. Double-click one to see it in the file manager.</source>
        <translation>Diese Dateien konnten nicht als Bilder gelesen werden. Sie bleiben, wie sie sind, und werden erneut versucht, wenn sie sich ändern oder wenn Sie es wünschen. Ein Doppelklick zeigt eine im Dateimanager.</translation>
    </message>
    <message>
        <source>These photos are not indexed yet; try again when the indexer is done with them.</source>
        <translation>Diese Fotos sind noch nicht indiziert; versuchen Sie es erneut, wenn die Indizierung damit fertig ist.</translation>
    </message>
    <message>
        <source>These pictures say already what the library says.</source>
        <translation>Diese Bilder sagen schon dasselbe wie die Bibliothek.</translation>
    </message>
    <message>
        <source>They appear here one after the other; searching works from the first one on.</source>
        <translation>Sie erscheinen hier eines nach dem anderen; suchen lässt sich vom ersten an.</translation>
    </message>
    <message>
        <source>This category is switched off: it is shown here, and asked of no photo until it is ticked.</source>
        <translation>Diese Kategorie ist ausgeschaltet: Sie wird hier gezeigt, aber auf kein Foto angewandt, bis sie angehakt ist.</translation>
    </message>
    <message>
        <source>This does not work: {what}.</source>
        <translation>Das geht so nicht: {what}.</translation>
    </message>
    <message>
        <source>This group is not proposed again</source>
        <translation>Diese Gruppe wird nicht wieder vorgeschlagen</translation>
    </message>
    <message>
        <source>This group is not proposed again. Undo takes that back.</source>
        <translation>Diese Gruppe wird nicht wieder vorgeschlagen. Rückgängig macht das ungeschehen.</translation>
    </message>
    <message>
        <source>This is Mindseye {version}.</source>
        <translation>Dies ist Mindseye {version}.</translation>
    </message>
    <message>
        <source>This is neither a picture nor a folder.</source>
        <translation>Dies ist weder ein Bild noch ein Ordner.</translation>
    </message>
    <message>
        <source>This library is read-only: near-duplicates can be looked at, and no more.</source>
        <translation>Diese Bibliothek ist schreibgeschützt: Beinahe-Duplikate lassen sich nur ansehen.</translation>
    </message>
    <message>
        <source>This photo is no longer in the library.</source>
        <translation>Dieses Foto ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <source>This photo is not in the library any more.</source>
        <translation>Dieses Foto ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <source>This photo is not indexed yet; try again when the indexer is done with it.</source>
        <translation>Dieses Foto ist noch nicht indiziert; versuchen Sie es erneut, wenn die Indizierung damit fertig ist.</translation>
    </message>
    <message>
        <source>This search asks for nothing that could lie in one place: add words or a picture to it.</source>
        <translation>Diese Suche fragt nach nichts, was an einer Stelle liegen könnte: Ergänzen Sie Wörter oder ein Bild.</translation>
    </message>
    <message>
        <source>This system has no list of its own to open {name} from.</source>
        <translation>Dieses System hat keine eigene Liste, aus der sich {name} öffnen ließe.</translation>
    </message>
    <message>
        <source>This would change:</source>
        <translation>Das würde sich ändern:</translation>
    </message>
    <message>
        <source>Ti&amp;meline</source>
        <translation>&amp;Zeitleiste</translation>
    </message>
    <message>
        <source>Ticked categories are asked of every photo</source>
        <translation>Angehakte Kategorien werden auf jedes Foto angewandt</translation>
    </message>
    <message>
        <source>Time it</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Timing it on each processor</source>
        <translation>Wird auf jedem Prozessor gemessen</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>Kommt noch</translation>
    </message>
    <message>
        <source>To the trash</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Too large to be shown moving.</source>
        <translation>Zu groß, um bewegt gezeigt zu werden.</translation>
    </message>
    <message>
        <source>Too large: it claims more pixels than any photograph has.</source>
        <translation>Zu groß: Sie behauptet mehr Bildpunkte, als irgendein Foto hat.</translation>
    </message>
    <message>
        <source>Too large: there is not enough memory to decode it.</source>
        <translation>Zu groß: Der Arbeitsspeicher reicht nicht zum Dekodieren.</translation>
    </message>
    <message>
        <source>Too large: {size:.1f} GB; the limit is {most} GB</source>
        <translation>Zu groß: {size:.1f} GB; die Grenze liegt bei {most} GB</translation>
    </message>
    <message>
        <source>Too large: {width} x {height} pixels of camera raw data.</source>
        <translation>Zu groß: {width} x {height} Bildpunkte Raw-Daten.</translation>
    </message>
    <message>
        <source>Too large: {width} x {height} pixels; the limit is {most} megapixels.</source>
        <translation>Zu groß: {width} x {height} Bildpunkte; die Grenze liegt bei {most} Megapixeln.</translation>
    </message>
    <message>
        <source>Try a search</source>
        <translation>Eine Suche versuchen</translation>
    </message>
    <message>
        <source>Try all again</source>
        <translation>Alle erneut versuchen</translation>
    </message>
    <message>
        <source>Try the chosen files again</source>
        <translation>Ausgewählte Dateien erneut versuchen</translation>
    </message>
    <message>
        <source>U; A ticks all</source>
        <translation>U; A hakt alle an</translation>
    </message>
    <message>
        <source>Understands many languages. The words tower has 8-bit weights, the picture tower float32.</source>
        <comment>model</comment>
        <translation>Versteht viele Sprachen. Der Wörterteil hat 8-Bit-Gewichte, der Bilderteil float32.</translation>
    </message>
    <message>
        <source>Undo takes this back as long as the trash is not emptied.</source>
        <translation>„Rückgängig“ nimmt es zurück, solange der Papierkorb nicht geleert ist.</translation>
    </message>
    <message>
        <source>Undone: {what}.</source>
        <translation>Rückgängig gemacht: {what}.</translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation>Alle Häkchen entfernen</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Auf dem neuesten Stand</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>W</source>
        <comment>west</comment>
        <translation>W</translation>
    </message>
    <message>
        <source>Waiting: another Mindseye is indexing this library</source>
        <translation>Wartet: Ein anderes Mindseye indiziert diese Bibliothek</translation>
    </message>
    <message>
        <source>What could be typed</source>
        <translation>Was sich eingeben lässt</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>What is in the trash of the system can be put back from there.</source>
        <translation>Was im Papierkorb des Systems liegt, lässt sich von dort zurücklegen.</translation>
    </message>
    <message>
        <source>What is not a picture is left out.</source>
        <translation>Was kein Bild ist, wird ausgelassen.</translation>
    </message>
    <message>
        <source>What it has learnt</source>
        <translation>Was es gelernt hat</translation>
    </message>
    <message numerus="yes">
        <source>What it knew of {n} photos is deleted.</source>
        <translation>
            <numerusform>Was es über {n} Foto wusste, ist gelöscht.</numerusform>
            <numerusform>Was es über {n} Fotos wusste, ist gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>What makes searches fast cannot be written to {path} ({error}). Make room or check the folder; searches go on, but more slowly.</source>
        <translation>Was Suchen schnell macht, lässt sich nicht nach {path} schreiben ({error}). Schaffen Sie Platz oder prüfen Sie den Ordner; Suchen gehen weiter, aber langsamer.</translation>
    </message>
    <message>
        <source>What of {folder} is left out, one pattern a line.
*.png leaves out files by name, raw/ folders, /old/** all that lies in old.</source>
        <translation>Was von {folder} ausgelassen wird, ein Muster je Zeile.
*.png lässt Dateien nach Namen aus, raw/ Ordner, /old/** alles, was in old liegt.</translation>
    </message>
    <message>
        <source>What the model sees</source>
        <translation>Was das Modell sieht</translation>
    </message>
    <message>
        <source>What to look for: a boat at sea</source>
        <translation>Wonach gesucht wird: a boat at sea</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Was sich ändern würde</translation>
    </message>
    <message>
        <source>What you keep stays, and takes over tags, rating, caption and albums of what goes.</source>
        <translation>Was Sie behalten, bleibt und übernimmt Stichwörter, Bewertung, Bildunterschrift und Alben von dem, was geht.</translation>
    </message>
    <message numerus="yes">
        <source>What {n} photos should say in words:</source>
        <translation>
            <numerusform>Was das Foto in Worten sagen soll:</numerusform>
            <numerusform>Was {n} Fotos in Worten sagen sollen:</numerusform>
        </translation>
    </message>
    <message>
        <source>Where are your photographs?</source>
        <translation>Wo sind Ihre Fotos?</translation>
    </message>
    <message>
        <source>Where in a large photo it lies which was searched for</source>
        <translation>Wo in einem großen Foto das Gesuchte liegt</translation>
    </message>
    <message>
        <source>Where in the photo</source>
        <translation>Wo im Foto</translation>
    </message>
    <message>
        <source>Where in the photo it lies which was asked for</source>
        <translation>Wo im Foto das Gesuchte liegt</translation>
    </message>
    <message>
        <source>Where things stand to one another is hardly understood, only what there is.</source>
        <translation>Wie Dinge zueinander stehen, wird kaum verstanden, nur was zu sehen ist.</translation>
    </message>
    <message>
        <source>Which &amp;of these…</source>
        <translation>&amp;Welches davon …</translation>
    </message>
    <message>
        <source>Which of these?</source>
        <translation>Welches davon?</translation>
    </message>
    <message>
        <source>Why this?</source>
        <translation>Warum dieses Foto?</translation>
    </message>
    <message>
        <source>Without {patterns}</source>
        <translation>Ohne {patterns}</translation>
    </message>
    <message>
        <source>Words and pictures disagree about plain colours: the towers may not belong together.</source>
        <translation>Wörter und Bilder sind sich bei einfachen Farben uneinig: Die Teile gehören vielleicht nicht zusammen.</translation>
    </message>
    <message>
        <source>Words to start from</source>
        <translation>Wörter für den Anfang</translation>
    </message>
    <message>
        <source>Words to start from, or none: a boat</source>
        <translation>Wörter für den Anfang oder keine: a boat</translation>
    </message>
    <message>
        <source>Would get it</source>
        <translation>Würden es erhalten</translation>
    </message>
    <message>
        <source>Would lose it</source>
        <translation>Würden es verlieren</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Write tags &amp;into pictures…</source>
        <translation>Schlagwörter &amp;in Bilder schreiben …</translation>
    </message>
    <message>
        <source>Write tags into pictures</source>
        <translation>Schlagwörter in Bilder schreiben</translation>
    </message>
    <message>
        <source>Write tags to sidecars</source>
        <translation>Schlagwörter in Begleitdateien schreiben</translation>
    </message>
    <message>
        <source>Writing in pictures is read badly; names, tags and captions are found in “quotation marks”.</source>
        <translation>Schrift in Bildern wird schlecht gelesen; Namen, Schlagwörter und Bildunterschriften findet man in „Anführungszeichen“.</translation>
    </message>
    <message>
        <source>XMP of {size} MB is too large to be read.</source>
        <translation>XMP von {size} MB ist zu groß, um gelesen zu werden.</translation>
    </message>
    <message>
        <source>Z or click; Delete</source>
        <translation>Z oder Klick; Entf</translation>
    </message>
    <message>
        <source>a category needs a name</source>
        <translation>eine Kategorie braucht einen Namen</translation>
    </message>
    <message>
        <source>a folder&apos;s name or path</source>
        <translation>Name oder Pfad eines Ordners</translation>
    </message>
    <message>
        <source>a kind of file: {names}</source>
        <translation>eine Dateiart: {names}</translation>
    </message>
    <message>
        <source>a label of {category} needs a name</source>
        <translation>ein Merkmal von {category} braucht einen Namen</translation>
    </message>
    <message>
        <source>a part of the camera&apos;s name</source>
        <translation>ein Teil des Kameranamens</translation>
    </message>
    <message>
        <source>a part of the lens&apos;s name</source>
        <translation>ein Teil des Objektivnamens</translation>
    </message>
    <message>
        <source>a person gave or confirmed a tag</source>
        <translation>jemand hat ein Schlagwort vergeben oder bestätigt</translation>
    </message>
    <message>
        <source>a photo</source>
        <translation>ein Foto</translation>
    </message>
    <message>
        <source>a raw file</source>
        <translation>eine Raw-Datei</translation>
    </message>
    <message>
        <source>a state of the photo</source>
        <translation>ein Zustand des Fotos</translation>
    </message>
    <message>
        <source>a tag&apos;s name</source>
        <translation>Name eines Schlagworts</translation>
    </message>
    <message>
        <source>a tag, confirmed or suggested</source>
        <translation>ein Schlagwort, bestätigt oder vorgeschlagen</translation>
    </message>
    <message>
        <source>a year, a month, a day or a range: 2022, 2022-06, 2022..2023-06, 30d</source>
        <translation>ein Jahr, ein Monat, ein Tag oder ein Bereich: 2022, 2022-06, 2022..2023-06, 30d</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message numerus="yes">
        <source>adding {n} photos to “{name}”</source>
        <translation>
            <numerusform>{n} Foto zu „{name}“ hinzugefügt</numerusform>
            <numerusform>{n} Fotos zu „{name}“ hinzugefügt</numerusform>
        </translation>
    </message>
    <message>
        <source>an album</source>
        <translation>ein Album</translation>
    </message>
    <message>
        <source>an album&apos;s name</source>
        <translation>Name eines Albums</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <source>as wide as tall</source>
        <translation>so breit wie hoch</translation>
    </message>
    <message>
        <source>at a photo</source>
        <translation>bei einem Foto</translation>
    </message>
    <message>
        <source>at {photo}</source>
        <translation>bei {photo}</translation>
    </message>
    <message>
        <source>away</source>
        <translation>nicht verfügbar</translation>
    </message>
    <message>
        <source>beach</source>
        <comment>label</comment>
        <translation>Strand</translation>
    </message>
    <message>
        <source>cannot run it</source>
        <translation>kann es nicht ausführen</translation>
    </message>
    <message>
        <source>caption “{before}” → “{after}”</source>
        <translation>Bildunterschrift „{before}“ → „{after}“</translation>
    </message>
    <message numerus="yes">
        <source>captioning {n} photos</source>
        <translation>
            <numerusform>{n} Foto mit Bildunterschrift versehen</numerusform>
            <numerusform>{n} Fotos mit Bildunterschrift versehen</numerusform>
        </translation>
    </message>
    <message>
        <source>celebration</source>
        <comment>label</comment>
        <translation>Feier</translation>
    </message>
    <message>
        <source>certain_from of {category} must lie between {least:.2f} and 1</source>
        <translation>certain_from von {category} muss zwischen {least:.2f} und 1 liegen</translation>
    </message>
    <message>
        <source>changed meanwhile</source>
        <translation>inzwischen geändert</translation>
    </message>
    <message>
        <source>changed since it was looked at</source>
        <comment>a file</comment>
        <translation>wurde seit dem Ansehen geändert</translation>
    </message>
    <message>
        <source>changing the query of “{name}”</source>
        <translation>Suche von „{name}“ geändert</translation>
    </message>
    <message>
        <source>chihuahua, muffin, …</source>
        <translation>chihuahua, muffin, …</translation>
    </message>
    <message>
        <source>city</source>
        <comment>label</comment>
        <translation>Stadt</translation>
    </message>
    <message>
        <source>close-up</source>
        <comment>label</comment>
        <translation>Nahaufnahme</translation>
    </message>
    <message>
        <source>crowds of {names}</source>
        <translation>Gruppen von {names}</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>d MMMM yyyy, HH:mm</source>
        <translation>d. MMMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>dawn or dusk</source>
        <comment>label</comment>
        <translation>Dämmerung</translation>
    </message>
    <message>
        <source>day</source>
        <comment>label</comment>
        <translation>Tag</translation>
    </message>
    <message>
        <source>degrees north and east, and a distance: 52.52,13.40,5km</source>
        <translation>Grad Nord und Ost und eine Entfernung: 52.52,13.40,5km</translation>
    </message>
    <message>
        <source>deleting the album “{name}”</source>
        <translation>Album „{name}“ gelöscht</translation>
    </message>
    <message>
        <source>document</source>
        <comment>label</comment>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>drawing</source>
        <comment>label</comment>
        <translation>Zeichnung</translation>
    </message>
    <message>
        <source>each template of {category} needs a place {place} for the prompt</source>
        <translation>jede Vorlage von {category} braucht einen Platz {place} für die Wendung</translation>
    </message>
    <message>
        <source>flowers</source>
        <comment>label</comment>
        <translation>Blumen</translation>
    </message>
    <message>
        <source>food</source>
        <comment>label</comment>
        <translation>Essen</translation>
    </message>
    <message>
        <source>forest</source>
        <comment>label</comment>
        <translation>Wald</translation>
    </message>
    <message numerus="yes">
        <source>forgetting {tags} for {n} photos</source>
        <translation>
            <numerusform>{tags} für {n} Foto vergessen</numerusform>
            <numerusform>{tags} für {n} Fotos vergessen</numerusform>
        </translation>
    </message>
    <message>
        <source>getting ready to look at what they show</source>
        <translation>gleich wird auch durchsucht, was sie zeigen</translation>
    </message>
    <message>
        <source>given from {share}</source>
        <translation>vergeben ab {share}</translation>
    </message>
    <message>
        <source>has a caption</source>
        <translation>hat eine Bildunterschrift</translation>
    </message>
    <message>
        <source>has a rating</source>
        <translation>hat eine Bewertung</translation>
    </message>
    <message>
        <source>indoors</source>
        <comment>label</comment>
        <translation>drinnen</translation>
    </message>
    <message>
        <source>is not there now</source>
        <comment>a file</comment>
        <translation>ist gerade nicht da</translation>
    </message>
    <message>
        <source>is used</source>
        <translation>wird verwendet</translation>
    </message>
    <message>
        <source>it changed since it was indexed; let it be looked at first</source>
        <translation>es wurde seit der Indizierung geändert und muss erst neu betrachtet werden</translation>
    </message>
    <message>
        <source>it holds more than one XMP packet</source>
        <translation>es enthält mehr als ein XMP-Paket</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>es ist beschädigt</translation>
    </message>
    <message>
        <source>it lies on a drive whose changes are not told</source>
        <translation>er auf einem Laufwerk liegt, dessen Änderungen nicht gemeldet werden</translation>
    </message>
    <message>
        <source>its XMP is compressed</source>
        <translation>sein XMP ist komprimiert</translation>
    </message>
    <message>
        <source>its XMP is in several parts</source>
        <translation>sein XMP ist in mehreren Teilen</translation>
    </message>
    <message>
        <source>its vectors differ from the CPU&apos;s (cosine {cosine:.4f})</source>
        <translation>seine Vektoren weichen von denen der CPU ab (Kosinus {cosine:.4f})</translation>
    </message>
    <message numerus="yes">
        <source>keeping what was said of duplicates with {n} photos</source>
        <translation>
            <numerusform>über Duplikate Gesagtes bei {n} Foto behalten</numerusform>
            <numerusform>über Duplikate Gesagtes bei {n} Fotos behalten</numerusform>
        </translation>
    </message>
    <message>
        <source>kept</source>
        <translation>wird behalten</translation>
    </message>
    <message>
        <source>kind</source>
        <comment>category</comment>
        <translation>Art</translation>
    </message>
    <message>
        <source>knows where it was taken</source>
        <translation>kennt seinen Aufnahmeort</translation>
    </message>
    <message numerus="yes">
        <source>knows {n} photos</source>
        <translation>
            <numerusform>kennt {n} Foto</numerusform>
            <numerusform>kennt {n} Fotos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>leaving {n} photos of “{name}” to its query</source>
        <translation>
            <numerusform>{n} Foto von „{name}“ der Suche überlassen</numerusform>
            <numerusform>{n} Fotos von „{name}“ der Suche überlassen</numerusform>
        </translation>
    </message>
    <message>
        <source>lies in more than one place</source>
        <translation>liegt an mehr als einem Ort</translation>
    </message>
    <message>
        <source>like {pictures}</source>
        <translation>ähnlich {pictures}</translation>
    </message>
    <message>
        <source>making the album “{name}”</source>
        <translation>Album „{name}“ angelegt</translation>
    </message>
    <message>
        <source>many languages</source>
        <translation>viele Sprachen</translation>
    </message>
    <message>
        <source>more than twice as long as high</source>
        <translation>mehr als doppelt so lang wie hoch</translation>
    </message>
    <message>
        <source>mountains</source>
        <comment>label</comment>
        <translation>Berge</translation>
    </message>
    <message>
        <source>moving {count} files to the trash</source>
        <translation>{count} Dateien in den Papierkorb gelegt</translation>
    </message>
    <message>
        <source>moving {name} to the trash</source>
        <translation>{name} in den Papierkorb gelegt</translation>
    </message>
    <message>
        <source>new label</source>
        <translation>neues Merkmal</translation>
    </message>
    <message>
        <source>night</source>
        <comment>label</comment>
        <translation>Nacht</translation>
    </message>
    <message>
        <source>no longer suggesting “{name}”</source>
        <translation>„{name}“ nicht mehr vorgeschlagen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>none of them stands out</source>
        <translation>keines sticht heraus</translation>
    </message>
    <message>
        <source>not</source>
        <comment>before what is unwanted</comment>
        <translation>nicht</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>nicht vergeben</translation>
    </message>
    <message>
        <source>not {what}</source>
        <translation>nicht {what}</translation>
    </message>
    <message>
        <source>nudity</source>
        <comment>label</comment>
        <translation>Nacktheit</translation>
    </message>
    <message>
        <source>on a drive that is not connected</source>
        <translation>auf einem nicht verbundenen Laufwerk</translation>
    </message>
    <message>
        <source>one of {names}</source>
        <translation>eines von {names}</translation>
    </message>
    <message>
        <source>only JPEG and PNG files can be written</source>
        <translation>nur JPEG- und PNG-Dateien lassen sich schreiben</translation>
    </message>
    <message>
        <source>ordering “{name}”</source>
        <translation>„{name}“ geordnet</translation>
    </message>
    <message>
        <source>outdoors</source>
        <comment>label</comment>
        <translation>draußen</translation>
    </message>
    <message>
        <source>part of a photo</source>
        <translation>Ausschnitt eines Fotos</translation>
    </message>
    <message>
        <source>part of {name}</source>
        <translation>Ausschnitt von {name}</translation>
    </message>
    <message>
        <source>people</source>
        <comment>label</comment>
        <translation>Menschen</translation>
    </message>
    <message>
        <source>pets</source>
        <comment>label</comment>
        <translation>Haustiere</translation>
    </message>
    <message>
        <source>photograph</source>
        <comment>label</comment>
        <translation>Foto</translation>
    </message>
    <message>
        <source>pinned to {album}</source>
        <translation>angeheftet an {album}</translation>
    </message>
    <message numerus="yes">
        <source>pinning {n} photos to “{name}”</source>
        <translation>
            <numerusform>{n} Foto an „{name}“ angeheftet</numerusform>
            <numerusform>{n} Fotos an „{name}“ angeheftet</numerusform>
        </translation>
    </message>
    <message>
        <source>pixels or bytes: 12MP, &gt;=1920x1080, &gt;10MB, 2MB..8MB</source>
        <translation>Bildpunkte oder Bytes: 12MP, &gt;=1920x1080, &gt;10MB, 2MB..8MB</translation>
    </message>
    <message>
        <source>pixels, or bytes of the file</source>
        <translation>Bildpunkte oder Bytes der Datei</translation>
    </message>
    <message>
        <source>place</source>
        <comment>category</comment>
        <translation>Ort</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>rating {before} → {after}</source>
        <translation>Bewertung {before} → {after}</translation>
    </message>
    <message numerus="yes">
        <source>rating {n} photos {rating}</source>
        <translation>
            <numerusform>{n} Foto mit {rating} bewertet</numerusform>
            <numerusform>{n} Fotos mit {rating} bewertet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>rejecting {tags} for {n} photos</source>
        <translation>
            <numerusform>{tags} für {n} Foto abgelehnt</numerusform>
            <numerusform>{tags} für {n} Fotos abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>renaming the album “{name}”</source>
        <translation>Album „{name}“ umbenannt</translation>
    </message>
    <message>
        <source>renaming {name}</source>
        <translation>{name} umbenannt</translation>
    </message>
    <message>
        <source>renaming “{old}” to “{new}”</source>
        <translation>„{old}“ in „{new}“ umbenannt</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>says when it was taken</source>
        <translation>sagt, wann es aufgenommen wurde</translation>
    </message>
    <message>
        <source>screenshot</source>
        <comment>label</comment>
        <translation>Bildschirmfoto</translation>
    </message>
    <message>
        <source>searched before</source>
        <translation>früher gesucht</translation>
    </message>
    <message>
        <source>sensitive</source>
        <comment>category</comment>
        <translation>Heikles</translation>
    </message>
    <message>
        <source>size not known yet</source>
        <translation>Größe noch unbekannt</translation>
    </message>
    <message>
        <source>snow</source>
        <comment>label</comment>
        <translation>Schnee</translation>
    </message>
    <message numerus="yes">
        <source>so far {n} photos tagged, {wrong} turned down</source>
        <translation>
            <numerusform>bisher {n} Foto verschlagwortet, {wrong} abgelehnt</numerusform>
            <numerusform>bisher {n} Fotos verschlagwortet, {wrong} abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>sport</source>
        <comment>label</comment>
        <translation>Sport</translation>
    </message>
    <message>
        <source>subjects</source>
        <comment>category</comment>
        <translation>Motive</translation>
    </message>
    <message numerus="yes">
        <source>tagging {n} photos {given} and taking {taken} off them</source>
        <translation>
            <numerusform>{n} Foto mit {given} verschlagwortet und {taken} weggenommen</numerusform>
            <numerusform>{n} Fotos mit {given} verschlagwortet und {taken} weggenommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tagging {n} photos {tags}</source>
        <translation>
            <numerusform>{n} Foto mit {tags} verschlagwortet</numerusform>
            <numerusform>{n} Fotos mit {tags} verschlagwortet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tagging {n} photos {tags} and rejecting it for {wrong}</source>
        <translation>
            <numerusform>{n} Foto mit {tags} verschlagwortet und es für {wrong} abgelehnt</numerusform>
            <numerusform>{n} Fotos mit {tags} verschlagwortet und es für {wrong} abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>taking the caption off {n} photos</source>
        <translation>
            <numerusform>Bildunterschrift von {n} Foto weggenommen</numerusform>
            <numerusform>Bildunterschrift von {n} Fotos weggenommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>taking {n} photos out of “{name}”</source>
        <translation>
            <numerusform>{n} Foto aus „{name}“ herausgenommen</numerusform>
            <numerusform>{n} Fotos aus „{name}“ herausgenommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>taking {tags} off {n} photos</source>
        <translation>
            <numerusform>{tags} von {n} Foto weggenommen</numerusform>
            <numerusform>{tags} von {n} Fotos weggenommen</numerusform>
        </translation>
    </message>
    <message>
        <source>taller than wide</source>
        <translation>höher als breit</translation>
    </message>
    <message>
        <source>teaching “{name}”</source>
        <translation>„{name}“ angelernt</translation>
    </message>
    <message numerus="yes">
        <source>telling {n} photos apart</source>
        <translation>
            <numerusform>{n} Foto darf an mehreren Orten liegen</numerusform>
            <numerusform>{n} Fotos als keine Duplikate vermerkt</numerusform>
        </translation>
    </message>
    <message>
        <source>the camera</source>
        <translation>die Kamera</translation>
    </message>
    <message>
        <source>the category {category} is there twice</source>
        <translation>die Kategorie {category} gibt es zweimal</translation>
    </message>
    <message>
        <source>the content hash or the number of a photo: photo:3f9ac2d1 or photo:#17</source>
        <translation>Prüfsumme oder Nummer eines Fotos: photo:3f9ac2d1 oder photo:#17</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>the dropped picture</source>
        <translation>das abgelegte Bild</translation>
    </message>
    <message>
        <source>the earliest</source>
        <translation>das früheste</translation>
    </message>
    <message>
        <source>the kind of file</source>
        <translation>die Dateiart</translation>
    </message>
    <message>
        <source>the label {label} of {category} is there twice</source>
        <translation>das Merkmal {label} von {category} gibt es zweimal</translation>
    </message>
    <message>
        <source>the label {label} of {category} needs prompts, none of them empty</source>
        <translation>das Merkmal {label} von {category} braucht Wendungen, keine davon leer</translation>
    </message>
    <message>
        <source>the labels of a category are [[category.label]]</source>
        <translation>die Merkmale einer Kategorie sind [[category.label]]</translation>
    </message>
    <message>
        <source>the least compressed</source>
        <translation>am wenigsten komprimiert</translation>
    </message>
    <message>
        <source>the lens</source>
        <translation>das Objektiv</translation>
    </message>
    <message>
        <source>the most pixels</source>
        <translation>die meisten Pixel</translation>
    </message>
    <message>
        <source>the one to keep is not known any more</source>
        <translation>die zu behaltende ist nicht mehr bekannt</translation>
    </message>
    <message>
        <source>the path of a picture file</source>
        <translation>der Pfad einer Bilddatei</translation>
    </message>
    <message>
        <source>the picture {name}</source>
        <translation>das Bild {name}</translation>
    </message>
    <message>
        <source>the stars</source>
        <translation>die Sterne</translation>
    </message>
    <message>
        <source>the system does not watch it ({error})</source>
        <translation>das System ihn nicht überwacht ({error})</translation>
    </message>
    <message>
        <source>the system watches no more folders</source>
        <translation>das System keine weiteren Ordner überwacht</translation>
    </message>
    <message>
        <source>there is no [[category]]</source>
        <translation>es gibt keine [[category]]</translation>
    </message>
    <message>
        <source>this photo</source>
        <translation>diesem Foto</translation>
    </message>
    <message>
        <source>time of day</source>
        <comment>category</comment>
        <translation>Tageszeit</translation>
    </message>
    <message>
        <source>to the trash</source>
        <translation>in den Papierkorb</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>offen</translation>
    </message>
    <message numerus="yes">
        <source>unrating {n} photos</source>
        <translation>
            <numerusform>Bewertung von {n} Foto entfernt</numerusform>
            <numerusform>Bewertung von {n} Fotos entfernt</numerusform>
        </translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>vehicles</source>
        <comment>label</comment>
        <translation>Fahrzeuge</translation>
    </message>
    <message>
        <source>violence</source>
        <comment>label</comment>
        <translation>Gewalt</translation>
    </message>
    <message>
        <source>when it was taken</source>
        <translation>wann es aufgenommen wurde</translation>
    </message>
    <message>
        <source>where it was taken</source>
        <translation>wo es aufgenommen wurde</translation>
    </message>
    <message>
        <source>where the file lies</source>
        <translation>wo die Datei liegt</translation>
    </message>
    <message>
        <source>wider than tall</source>
        <translation>breiter als hoch</translation>
    </message>
    <message>
        <source>without {words}</source>
        <translation>ohne {words}</translation>
    </message>
    <message numerus="yes">
        <source>writing into {n} pictures</source>
        <translation>
            <numerusform>in {n} Bild geschrieben</numerusform>
            <numerusform>in {n} Bilder geschrieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>writing {n} sidecars</source>
        <translation>
            <numerusform>{n} Begleitdatei geschrieben</numerusform>
            <numerusform>{n} Begleitdateien geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>{album}, kept out</source>
        <translation>{album}, ausgeschlossen</translation>
    </message>
    <message>
        <source>{album}, pinned</source>
        <translation>{album}, angeheftet</translation>
    </message>
    <message>
        <source>{before} is now {after}.</source>
        <translation>{before} heißt jetzt {after}.</translation>
    </message>
    <message>
        <source>{caption}, photo {place} of {count}</source>
        <translation>{caption}, Foto {place} von {count}</translation>
    </message>
    <message>
        <source>{category} needs a label</source>
        <translation>{category} braucht ein Merkmal</translation>
    </message>
    <message>
        <source>{category} needs two labels or more</source>
        <translation>{category} braucht zwei oder mehr Merkmale</translation>
    </message>
    <message numerus="yes">
        <source>{chosen} of {n} photos selected</source>
        <translation>
            <numerusform>{chosen} von {n} Foto ausgewählt</numerusform>
            <numerusform>{chosen} von {n} Fotos ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>{command} cannot be started ({error}).</source>
        <translation>{command} lässt sich nicht starten ({error}).</translation>
    </message>
    <message>
        <source>{command} is not installed any more. Choose another program.</source>
        <translation>{command} ist nicht mehr installiert. Wählen Sie ein anderes Programm.</translation>
    </message>
    <message>
        <source>{count} by name</source>
        <translation>{count} nach Namen</translation>
    </message>
    <message>
        <source>{count} files are in the trash.</source>
        <translation>{count} Dateien sind im Papierkorb.</translation>
    </message>
    <message>
        <source>{count} files stay. {name}: {reason}</source>
        <translation>{count} Dateien bleiben. {name}: {reason}</translation>
    </message>
    <message>
        <source>{count} less likely</source>
        <translation>{count} weniger wahrscheinlich</translation>
    </message>
    <message>
        <source>{count} likely</source>
        <translation>{count} wahrscheinlich</translation>
    </message>
    <message>
        <source>{count} nearest</source>
        <translation>{count} nächstliegende</translation>
    </message>
    <message>
        <source>{count} photos selected</source>
        <translation>{count} Fotos ausgewählt</translation>
    </message>
    <message>
        <source>{doing}, {count} refused</source>
        <translation>{doing}, {count} abgewiesen</translation>
    </message>
    <message>
        <source>{done} Nothing was put back: changed since by something else.</source>
        <translation>{done} Nichts wurde zurückgesetzt: seither anderweitig geändert.</translation>
    </message>
    <message>
        <source>{done} here</source>
        <translation>{done} da</translation>
    </message>
    <message numerus="yes">
        <source>{done} of {n} photos prepared. Until all are, the model in use goes on answering.</source>
        <translation>
            <numerusform>{done} von {n} Foto vorbereitet. Bis dahin antwortet das bisherige Modell weiter.</numerusform>
            <numerusform>{done} von {n} Fotos vorbereitet. Bis alle es sind, antwortet das bisherige Modell weiter.</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} of {total} here</source>
        <translation>{done} von {total} da</translation>
    </message>
    <message>
        <source>{done} {left} of {rows} stay: changed since by something else.</source>
        <translation>{done} {left} von {rows} bleiben: seither anderweitig geändert.</translation>
    </message>
    <message>
        <source>{endpoint} cannot be reached ({reason}). Check the network connection; what was fetched is kept, and the next attempt goes on from there.</source>
        <translation>{endpoint} ist nicht zu erreichen ({reason}). Prüfen Sie die Netzverbindung; Geladenes bleibt, und der nächste Versuch macht dort weiter.</translation>
    </message>
    <message>
        <source>{endpoint} does not give out {path} of {repository} at {revision} ({status}).</source>
        <translation>{endpoint} gibt {path} von {repository} bei {revision} nicht heraus ({status}).</translation>
    </message>
    <message>
        <source>{endpoint} does not have {path} of {repository} at {revision} ({status}).</source>
        <translation>{endpoint} hat {path} von {repository} bei {revision} nicht ({status}).</translation>
    </message>
    <message>
        <source>{endpoint} is asked too much (429) and wants {seconds:.0f} seconds of peace. Try again later; what was fetched is kept.</source>
        <translation>{endpoint} wird zu viel gefragt (429) und will {seconds:.0f} Sekunden Ruhe. Versuchen Sie es später erneut; Geladenes bleibt.</translation>
    </message>
    <message>
        <source>{endpoint} is too busy and answers {status} each time. Try again later; what was fetched is kept, and the next attempt goes on from there.</source>
        <translation>{endpoint} ist überlastet und antwortet jedes Mal {status}. Versuchen Sie es später erneut; Geladenes bleibt, und der nächste Versuch macht dort weiter.</translation>
    </message>
    <message>
        <source>{endpoint} offers another {path} of {repository} than the one described; nothing was fetched.</source>
        <translation>{endpoint} bietet eine andere Datei {path} von {repository} an als die beschriebene; nichts wurde geladen.</translation>
    </message>
    <message>
        <source>{endpoint} offers another {path} of {repository} than the one fetched before; nothing was fetched.</source>
        <translation>{endpoint} bietet eine andere Datei {path} von {repository} an als die zuvor geladene; nichts wurde geladen.</translation>
    </message>
    <message>
        <source>{examples} right and {counter_examples} wrong so far.</source>
        <translation>Bisher {examples} richtige und {counter_examples} falsche.</translation>
    </message>
    <message>
        <source>{far}, {count:.0f} a second</source>
        <translation>{far}, {count:.0f} je Sekunde</translation>
    </message>
    <message>
        <source>{far}, {time} left</source>
        <translation>{far}, noch {time}</translation>
    </message>
    <message>
        <source>{file} is no picture that can be read: {reason}</source>
        <translation>{file} ist kein lesbares Bild: {reason}</translation>
    </message>
    <message>
        <source>{first} to {last} of {count}</source>
        <translation>{first} bis {last} von {count}</translation>
    </message>
    <message>
        <source>{folder} cannot be opened in a file manager.</source>
        <translation>{folder} lässt sich in keiner Dateiverwaltung öffnen.</translation>
    </message>
    <message>
        <source>{folder} holds no model that is known: no model.toml, no onnx/vision_model.onnx with onnx/text_model.onnx, no visual/ with textual/, no pair of folders ...-vision and ...-text.</source>
        <translation>{folder} enthält kein bekanntes Modell: kein model.toml, kein onnx/vision_model.onnx mit onnx/text_model.onnx, kein visual/ mit textual/, kein Ordnerpaar ...-vision und ...-text.</translation>
    </message>
    <message>
        <source>{folder} holds no model: {name} cannot be read.</source>
        <translation>{folder} enthält kein Modell: {name} lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>{folder} is away</source>
        <translation>{folder} ist nicht verfügbar</translation>
    </message>
    <message>
        <source>{folder} is looked at every {time}, because {reason}.</source>
        <translation>{folder} wird alle {time} angesehen, weil {reason}.</translation>
    </message>
    <message>
        <source>{folder} wants its texts cleaned in a way that is not known.</source>
        <translation>{folder} will seine Texte auf unbekannte Weise bereinigt haben.</translation>
    </message>
    <message>
        <source>{format}, with its raw file</source>
        <translation>{format}, mit seiner Raw-Datei</translation>
    </message>
    <message numerus="yes">
        <source>{groups}; {n} files could go, {size}</source>
        <translation>
            <numerusform>{groups}; {n} Datei könnte weg, {size}</numerusform>
            <numerusform>{groups}; {n} Dateien könnten weg, {size}</numerusform>
        </translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{kept} cannot be written: {error}.</source>
        <translation>{kept} lässt sich nicht schreiben: {error}.</translation>
    </message>
    <message>
        <source>{key} has a wrong value, {value}</source>
        <translation>{key} hat einen falschen Wert, {value}</translation>
    </message>
    <message>
        <source>{key} is a list of phrases</source>
        <translation>{key} ist eine Liste von Wendungen</translation>
    </message>
    <message>
        <source>{key} is missing</source>
        <translation>{key} fehlt</translation>
    </message>
    <message>
        <source>{key} means nothing in a category</source>
        <translation>{key} bedeutet in einer Kategorie nichts</translation>
    </message>
    <message>
        <source>{label}, {count} of {photos} photos</source>
        <translation>{label}, {count} von {photos} Fotos</translation>
    </message>
    <message>
        <source>{label}: {above} from {share} on, {below} below</source>
        <translation>{label}: {above} ab {share}, {below} darunter</translation>
    </message>
    <message>
        <source>{latitude:.5f}° {north}, {longitude:.5f}° {east}</source>
        <translation>{latitude:.5f}° {north}, {longitude:.5f}° {east}</translation>
    </message>
    <message>
        <source>{length} mm</source>
        <translation>{length} mm</translation>
    </message>
    <message>
        <source>{measure} {percent:.1f} %</source>
        <translation>{measure} {percent:.1f}&#xa0;%</translation>
    </message>
    <message>
        <source>{menu}: {choice}</source>
        <translation>{menu}: {choice}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message numerus="yes">
        <source>{model} does not know {words}. A CLIP model knows them.</source>
        <translation>
            <numerusform>{model} kennt {words} nicht. Ein CLIP-Modell kennt es.</numerusform>
            <numerusform>{model} kennt {words} nicht. Ein CLIP-Modell kennt sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>{month} {year:d}</source>
        <translation>{month} {year:d}</translation>
    </message>
    <message>
        <source>{month}: {photos}</source>
        <translation>{month}: {photos}</translation>
    </message>
    <message>
        <source>{name} (away)</source>
        <translation>{name} (nicht verfügbar)</translation>
    </message>
    <message>
        <source>{name} (new)</source>
        <translation>{name} (neu)</translation>
    </message>
    <message>
        <source>{name} and {merges} in {folder} are no CLIP vocabulary ({error}).</source>
        <translation>{name} und {merges} in {folder} sind kein CLIP-Vokabular ({error}).</translation>
    </message>
    <message>
        <source>{name} cannot be kept in {folder} ({error}). Save it as a file and search by that.</source>
        <translation>{name} lässt sich nicht in {folder} ablegen ({error}). Speichern Sie es als Datei und suchen Sie damit.</translation>
    </message>
    <message>
        <source>{name} cannot be opened ({error}).</source>
        <translation>{name} lässt sich nicht öffnen ({error}).</translation>
    </message>
    <message>
        <source>{name} cannot be opened ({error}). It is shown when its folder is back.</source>
        <translation>{name} lässt sich nicht öffnen ({error}). Es wird gezeigt, wenn sein Ordner wieder da ist.</translation>
    </message>
    <message>
        <source>{name} cannot be renamed ({error}).</source>
        <translation>{name} lässt sich nicht umbenennen ({error}).</translation>
    </message>
    <message>
        <source>{name} cannot be searched by: {reason}</source>
        <translation>Mit {name} kann nicht gesucht werden: {reason}</translation>
    </message>
    <message>
        <source>{name} cannot name a model: use small letters, digits, points and dashes, at most 64.</source>
        <translation>{name} kann kein Modellname sein: nur Kleinbuchstaben, Ziffern, Punkte und Striche, höchstens 64.</translation>
    </message>
    <message>
        <source>{name} could not be put back: it has left the trash, or its place is taken.</source>
        <translation>{name} konnte nicht zurückgelegt werden: Es ist nicht mehr im Papierkorb, oder sein Platz ist belegt.</translation>
    </message>
    <message>
        <source>{name} failed; the work goes on with the processor ({reason})</source>
        <translation>{name} ist ausgefallen; die Arbeit geht mit dem Prozessor weiter ({reason})</translation>
    </message>
    <message>
        <source>{name} has its old name again.</source>
        <translation>{name} hat wieder seinen alten Namen.</translation>
    </message>
    <message>
        <source>{name} is away and stays; it can go when its drive is back.</source>
        <translation>{name} ist nicht verfügbar und bleibt; es kann weg, wenn sein Laufwerk wieder da ist.</translation>
    </message>
    <message>
        <source>{name} is away, so another one has to stay as well.</source>
        <translation>{name} ist nicht verfügbar, daher muss noch eines bleiben.</translation>
    </message>
    <message>
        <source>{name} is away. Its photos stay searchable; they open when it is back.</source>
        <translation>{name} ist nicht verfügbar. Die Fotos darin lassen sich weiter durchsuchen; sie öffnen sich, wenn er wieder da ist.</translation>
    </message>
    <message>
        <source>{name} is back.</source>
        <translation>{name} ist wieder da.</translation>
    </message>
    <message>
        <source>{name} is in the trash.</source>
        <translation>{name} ist im Papierkorb.</translation>
    </message>
    <message>
        <source>{name} is left alone: {reason}</source>
        <translation>{name} bleibt unberührt: {reason}</translation>
    </message>
    <message>
        <source>{name} is not a picture that Mindseye reads.</source>
        <translation>{name} ist kein Bild, das Mindseye lesen kann.</translation>
    </message>
    <message>
        <source>{name} is not in the library any more.</source>
        <translation>{name} ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <source>{name} is not installed any more. Choose another program.</source>
        <translation>{name} ist nicht mehr installiert. Wählen Sie ein anderes Programm.</translation>
    </message>
    <message>
        <source>{name} is not there now. Connect its drive and try again.</source>
        <translation>{name} ist gerade nicht da. Verbinden Sie sein Laufwerk und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>{name} is not there now. It can be renamed when its drive or folder is back.</source>
        <translation>{name} ist gerade nicht da. Umbenennen lässt es sich, wenn sein Laufwerk oder Ordner wieder da ist.</translation>
    </message>
    <message>
        <source>{name} is not used, the processor is instead ({reason})</source>
        <translation>{name} wird nicht verwendet, stattdessen der Prozessor ({reason})</translation>
    </message>
    <message>
        <source>{name} is not used: {reason}</source>
        <translation>{name} wird nicht verwendet: {reason}</translation>
    </message>
    <message>
        <source>{name} is set, so nothing is fetched. Unset it, or import a folder.</source>
        <translation>{name} ist gesetzt, daher wird nichts geladen. Heben Sie es auf, oder importieren Sie einen Ordner.</translation>
    </message>
    <message>
        <source>{name} is starting.</source>
        <translation>{name} wird gestartet.</translation>
    </message>
    <message>
        <source>{name} licence</source>
        <translation>{name}-Lizenz</translation>
    </message>
    <message>
        <source>{name} spoke against it: {share}</source>
        <translation>{name} sprach dagegen: {share}</translation>
    </message>
    <message>
        <source>{name} spoke for it: {share}</source>
        <translation>{name} sprach dafür: {share}</translation>
    </message>
    <message>
        <source>{name} stays. {reason}</source>
        <translation>{name} bleibt. {reason}</translation>
    </message>
    <message>
        <source>{name} stopped on {provider}: {reason}.</source>
        <translation>{name} ist auf {provider} stehen geblieben: {reason}.</translation>
    </message>
    <message>
        <source>{name}, {count}</source>
        <translation>{name}, {count}</translation>
    </message>
    <message>
        <source>{name}: {reason}</source>
        <translation>{name}: {reason}</translation>
    </message>
    <message>
        <source>{number:.1f}</source>
        <translation>{number:.1f}</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
    <message numerus="yes">
        <source>{n} files</source>
        <translation>
            <numerusform>{n} Datei</numerusform>
            <numerusform>{n} Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files are back.</source>
        <translation>
            <numerusform>Die Datei ist wieder da.</numerusform>
            <numerusform>{n} Dateien sind wieder da.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files written, {failed} left alone ({first}).</source>
        <translation>
            <numerusform>1 Datei geschrieben, {failed} ausgelassen ({first}).</numerusform>
            <numerusform>{n} Dateien geschrieben, {failed} ausgelassen ({first}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files written. Undo takes it back.</source>
        <translation>
            <numerusform>1 Datei geschrieben. „Rückgängig“ nimmt es zurück.</numerusform>
            <numerusform>{n} Dateien geschrieben. „Rückgängig“ nimmt es zurück.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} groups</source>
        <translation>
            <numerusform>{n} Gruppe</numerusform>
            <numerusform>{n} Gruppen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} photos</source>
        <translation>
            <numerusform>{n} Foto</numerusform>
            <numerusform>{n} Fotos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} photos can be found again when the drive or folder is back.</source>
        <translation>
            <numerusform>{n} Foto ist wieder zu finden, wenn das Laufwerk oder der Ordner zurück ist.</numerusform>
            <numerusform>{n} Fotos sind wieder zu finden, wenn das Laufwerk oder der Ordner zurück ist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} pictures would change. ExifTool writes the tags; a picture of which anything else would change is left alone. Undo puts every byte back. Sidecars are the gentler way: with them your pictures stay as they are.</source>
        <translation>
            <numerusform>1 Bild würde geändert. ExifTool schreibt die Schlagwörter; ein Bild, von dem sich sonst etwas ändern würde, bleibt unberührt. „Rückgängig“ stellt jedes Byte wieder her. Begleitdateien sind der schonendere Weg: Damit bleiben Ihre Bilder, wie sie sind.</numerusform>
            <numerusform>{n} Bilder würden geändert. ExifTool schreibt die Schlagwörter; ein Bild, von dem sich sonst etwas ändern würde, bleibt unberührt. „Rückgängig“ stellt jedes Byte wieder her. Begleitdateien sind der schonendere Weg: Damit bleiben Ihre Bilder, wie sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} selected</source>
        <translation>{n} ausgewählt</translation>
    </message>
    <message numerus="yes">
        <source>{n} sidecars would change. The pictures themselves stay as they are, and so does what else a sidecar holds. Undo takes it back.</source>
        <translation>
            <numerusform>1 Begleitdatei würde geändert. Die Bilder selbst bleiben, wie sie sind, ebenso alles andere in der Begleitdatei. „Rückgängig“ nimmt es zurück.</numerusform>
            <numerusform>{n} Begleitdateien würden geändert. Die Bilder selbst bleiben, wie sie sind, ebenso alles andere in den Begleitdateien. „Rückgängig“ nimmt es zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>{path} came from {endpoint} with wrong bytes (SHA-256 {found}..., not {wanted}...). It was thrown away; try again, or use another HF_ENDPOINT.</source>
        <translation>{path} kam von {endpoint} mit falschen Bytes (SHA-256 {found}..., nicht {wanted}...). Es wurde verworfen; versuchen Sie es erneut, oder verwenden Sie einen anderen HF_ENDPOINT.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {error}.</source>
        <translation>{path} lässt sich nicht lesen: {error}.</translation>
    </message>
    <message>
        <source>{path} gives no embeddings.</source>
        <translation>{path} gibt keine Einbettungen.</translation>
    </message>
    <message>
        <source>{path} gives {shape}, not one vector a picture.</source>
        <translation>{path} gibt {shape}, nicht einen Vektor je Bild.</translation>
    </message>
    <message>
        <source>{path} is a file, not a folder.</source>
        <translation>{path} ist eine Datei, kein Ordner.</translation>
    </message>
    <message>
        <source>{path} is a folder, not a picture.</source>
        <translation>{path} ist ein Ordner, kein Bild.</translation>
    </message>
    <message>
        <source>{path} is away. Its photos stay searchable; they open when it is back.</source>
        <translation>{path} ist nicht verfügbar. Die Fotos darin lassen sich weiter durchsuchen; sie öffnen sich, wenn er wieder da ist.</translation>
    </message>
    <message>
        <source>{path} is damaged ({error}).</source>
        <translation>{path} ist beschädigt ({error}).</translation>
    </message>
    <message>
        <source>{path} is missing</source>
        <translation>{path} fehlt</translation>
    </message>
    <message>
        <source>{path} is no JSON object.</source>
        <translation>{path} ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>{path} is no ordinary file.</source>
        <translation>{path} ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>{path} is no photo of this library, nor a folder that holds some.</source>
        <translation>{path} ist weder ein Foto dieser Bibliothek noch ein Ordner mit solchen.</translation>
    </message>
    <message>
        <source>{path} lies in {holder}, which is watched already. To leave something out there: mindseye folders {holder} --exclude PATTERN</source>
        <translation>{path} liegt in {holder}, der schon überwacht wird. Um dort etwas auszulassen: mindseye folders {holder} --exclude PATTERN</translation>
    </message>
    <message>
        <source>{path} takes no pictures.</source>
        <translation>{path} nimmt keine Bilder.</translation>
    </message>
    <message>
        <source>{path} takes no token ids.</source>
        <translation>{path} nimmt keine Token-Nummern.</translation>
    </message>
    <message numerus="yes">
        <source>{path}: {n} files could not be read; see Problems.</source>
        <translation>
            <numerusform>{path}: Eine Datei konnte nicht gelesen werden; siehe Probleme.</numerusform>
            <numerusform>{path}: {n} Dateien konnten nicht gelesen werden; siehe Probleme.</numerusform>
        </translation>
    </message>
    <message>
        <source>{percent}%</source>
        <translation>{percent}&#xa0;%</translation>
    </message>
    <message>
        <source>{place} was not refused. See the files that were: mindseye problems</source>
        <translation>{place} wurde nicht abgewiesen. Die abgewiesenen Dateien zeigt: mindseye problems</translation>
    </message>
    <message>
        <source>{problem} The categories that came with Mindseye are used until it is mended.</source>
        <translation>{problem} Bis das berichtigt ist, gelten die mit Mindseye gelieferten Kategorien.</translation>
    </message>
    <message>
        <source>{program} cannot open {name}. Choose another program.</source>
        <translation>{program} kann {name} nicht öffnen. Wählen Sie ein anderes Programm.</translation>
    </message>
    <message>
        <source>{provider} is not usable on this machine.</source>
        <translation>{provider} ist auf diesem Rechner nicht benutzbar.</translation>
    </message>
    <message>
        <source>{right} of {checked} right by eye</source>
        <translation>{right} von {checked} richtig</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{share} is black.</source>
        <translation>{share} ist schwarz.</translation>
    </message>
    <message>
        <source>{share} is white.</source>
        <translation>{share} ist weiß.</translation>
    </message>
    <message>
        <source>{side} × {side} pixels, no more.</source>
        <translation>{side} × {side} Bildpunkte, nicht mehr.</translation>
    </message>
    <message>
        <source>{size:.0f} MB</source>
        <translation>{size:.0f} MB</translation>
    </message>
    <message>
        <source>{size:.0f} kB</source>
        <translation>{size:.0f} kB</translation>
    </message>
    <message>
        <source>{size:.1f} MB</source>
        <translation>{size:.1f} MB</translation>
    </message>
    <message>
        <source>{size:.1f} MP</source>
        <translation>{size:.1f} MP</translation>
    </message>
    <message>
        <source>{size} of files go to the system&apos;s trash.</source>
        <translation>{size} an Dateien kommen in den Papierkorb des Systems.</translation>
    </message>
    <message>
        <source>{target} cannot be written: {reason}. What was fetched is kept.</source>
        <translation>{target} lässt sich nicht schreiben: {reason}. Geladenes bleibt.</translation>
    </message>
    <message>
        <source>{ticked} ticked, {unticked} not</source>
        <translation>{ticked} angehakt, {unticked} nicht</translation>
    </message>
    <message>
        <source>{time:.1f} ms</source>
        <translation>{time:.1f} ms</translation>
    </message>
    <message>
        <source>{time:.1f} s</source>
        <translation>{time:.1f} s</translation>
    </message>
    <message>
        <source>{title} answers now.</source>
        <translation>{title} antwortet jetzt.</translation>
    </message>
    <message>
        <source>{title} on {where}</source>
        <translation>{title} auf {where}</translation>
    </message>
    <message>
        <source>{unknown} Without one, try another word for the same thing.</source>
        <translation>{unknown} Versuchen Sie sonst ein anderes Wort dafür.</translation>
    </message>
    <message>
        <source>{weekday}, {date}</source>
        <translation>{weekday}, {date}</translation>
    </message>
    <message>
        <source>{what}, weight {weight}</source>
        <translation>{what}, Gewicht {weight}</translation>
    </message>
    <message>
        <source>{words} and {last}</source>
        <translation>{words} und {last}</translation>
    </message>
    <message>
        <source>{words} has neither tokenizer.json nor vocab.json with merges.txt.</source>
        <translation>{words} hat weder tokenizer.json noch vocab.json mit merges.txt.</translation>
    </message>
    <message>
        <source>{words}, {last}</source>
        <translation>{words}, {last}</translation>
    </message>
    <message>
        <source>“{action}” has it no longer.</source>
        <translation>„{action}“ hat sie nicht mehr.</translation>
    </message>
    <message>
        <source>“{action}” has no key.</source>
        <translation>„{action}“ hat keine Taste.</translation>
    </message>
    <message>
        <source>“{action}” has the key that it came with.</source>
        <translation>„{action}“ hat die vorgegebene Taste.</translation>
    </message>
    <message>
        <source>“{action}” has the key {key}.</source>
        <translation>„{action}“ hat die Taste {key}.</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>„{name}“</translation>
    </message>
    <message>
        <source>“{name}” cannot be the name of a file. Choose one without / and \.</source>
        <translation>„{name}“ kann kein Dateiname sein. Wählen Sie einen ohne / und \.</translation>
    </message>
    <message>
        <source>“{name}” is kept up to date by this search.</source>
        <translation>„{name}“ wird durch diese Suche aktuell gehalten.</translation>
    </message>
    <message>
        <source>“{name}” is made.</source>
        <translation>„{name}“ ist angelegt.</translation>
    </message>
    <message>
        <source>“{name}” is made. Drag photos onto it, or press A to add them.</source>
        <translation>„{name}“ ist angelegt. Ziehen Sie Fotos darauf, oder drücken Sie A, um sie hinzuzufügen.</translation>
    </message>
    <message>
        <source>“{name}” is not taught.</source>
        <translation>„{name}“ ist nicht angelernt.</translation>
    </message>
    <message numerus="yes">
        <source>“{name}” is suggested for {n} photos; it stands in the side bar.</source>
        <translation>
            <numerusform>„{name}“ wird für {n} Foto vorgeschlagen; es steht in der Seitenleiste.</numerusform>
            <numerusform>„{name}“ wird für {n} Fotos vorgeschlagen; es steht in der Seitenleiste.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” is suggested no longer; what was said of photos stays.</source>
        <translation>„{name}“ wird nicht mehr vorgeschlagen; was über Fotos gesagt wurde, bleibt.</translation>
    </message>
    <message>
        <source>“{wanted}” needs an example, or words to start from.</source>
        <translation>„{wanted}“ braucht ein Beispiel oder Wörter für den Anfang.</translation>
    </message>
    <message>
        <source>“{words}” cannot be kept, since it is no valid text. Type it anew.</source>
        <translation>„{words}“ lässt sich nicht behalten, weil es kein gültiger Text ist. Geben Sie es neu ein.</translation>
    </message>
    <message>
        <source>“{words}” is hardly understood; better: {query}</source>
        <translation>„{words}“ wird kaum verstanden; besser: {query}</translation>
    </message>
</context>
</TS>
