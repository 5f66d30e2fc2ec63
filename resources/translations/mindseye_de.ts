<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Mindseye</name>
    <message>
        <source>&amp;About Mindseye</source>
        <translation>Ü&amp;ber Mindseye</translation>
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
        <translation>&amp;Alben</translation>
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
        <translation>Zwei bis vier Fotos &amp;vergleichen</translation>
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
        <translation>An dieses Album an&amp;heften</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
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
        <translation>Foto &amp;groß anzeigen</translation>
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
        <translation>Schlagwörter in Begleit&amp;dateien schreiben …</translation>
    </message>
    <message>
        <source>1/{part} s</source>
        <translation>1/{part} s</translation>
    </message>
    <message>
        <source>A date such as 2023-05, or a name</source>
        <translation>Ein Datum wie 2023-05 oder ein Name</translation>
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
        <source>A pixel of a large photo as one of the screen</source>
        <translation>Ein Bildpunkt des großen Fotos als einer des Bildschirms</translation>
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
        <source>A tag, or a path of tags: Places/Norway</source>
        <translation>Ein Schlagwort oder ein Pfad: Orte/Norwegen</translation>
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
        <source>An album, or the name of a new one:</source>
        <translation>Ein Album oder der Name eines neuen:</translation>
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
        <source>Back  (Esc)</source>
        <translation>Zurück  (Esc)</translation>
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
        <source>Clear the search  (Esc)</source>
        <translation>Suche leeren  (Esc)</translation>
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
        <source>Import folder…</source>
        <translation>Ordner importieren …</translation>
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
        <translation>Indizierung im Akku&amp;betrieb</translation>
    </message>
    <message>
        <source>Indexing while the computer is bus&amp;y</source>
        <translation>Indizierung, während der Computer be&amp;schäftigt ist</translation>
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
    <message numerus="yes">
        <source>It knows {n} photos of this library. Without that, they are embedded again when it is used once more.</source>
        <translation>
            <numerusform>Es kennt {n} Foto dieser Bibliothek. Ohne das wird es neu eingelesen, wenn das Modell wieder verwendet wird.</numerusform>
            <numerusform>Es kennt {n} Fotos dieser Bibliothek. Ohne das werden sie neu eingelesen, wenn das Modell wieder verwendet wird.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It would be suggested for {n} photos of which nothing was said.</source>
        <translation>
            <numerusform>Es würde für {n} Foto vorgeschlagen, über das noch nichts gesagt wurde.</numerusform>
            <numerusform>Es würde für {n} Fotos vorgeschlagen, über die noch nichts gesagt wurde.</numerusform>
        </translation>
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
        <source>Keep this search as an album  (Ctrl+D)</source>
        <translation>Diese Suche als Album behalten  (Strg+D)</translation>
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
        <translation>Viele verschlagworten</translation>
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
        <source>Larger  (+)</source>
        <translation>Größer  (+)</translation>
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
        <translation>&amp;Karte aller Fotos</translation>
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
        <source>No rating</source>
        <translation>Ohne Bewertung</translation>
    </message>
    <message>
        <source>Nobody vouches for the exact files of this model yet. What comes the first time is tried, recorded and held from then on. Download it from {repository}?</source>
        <translation>Für die genauen Dateien dieses Modells bürgt noch niemand. Was beim ersten Mal kommt, wird ausprobiert, festgehalten und gilt von da an. Von {repository} herunterladen?</translation>
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
    <message numerus="yes">
        <source>Of {n} photos here {right} right, {wrong} wrong. Y right, N wrong</source>
        <translation>
            <numerusform>Von {n} Foto hier {right} richtig, {wrong} falsch. Y richtig, N falsch</numerusform>
            <numerusform>Von {n} Fotos hier {right} richtig, {wrong} falsch. Y richtig, N falsch</numerusform>
        </translation>
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
        <source>Search by a part  (B)</source>
        <translation>Mit einem Ausschnitt suchen  (B)</translation>
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
        <source>Smaller  (-)</source>
        <translation>Kleiner  (-)</translation>
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
        <source>The best: {reasons}</source>
        <translation>Das beste: {reasons}</translation>
    </message>
    <message>
        <source>The file is away. It opens when its drive is back.</source>
        <translation>Die Datei ist nicht verfügbar. Sie öffnet sich, wenn ihr Laufwerk wieder da ist.</translation>
    </message>
    <message>
        <source>The files are away. They can go to the trash when their drive is back.</source>
        <translation>Die Dateien sind nicht verfügbar. Sie können in den Papierkorb, wenn ihr Laufwerk wieder da ist.</translation>
    </message>
    <message>
        <source>The folders are added; the files beside them are left out.</source>
        <translation>Die Ordner sind hinzugefügt; die Dateien daneben wurden ausgelassen.</translation>
    </message>
    <message>
        <source>The largest of the first CLIPs at 224 pixels. For computers with a graphics card.</source>
        <comment>model</comment>
        <translation>Das größte der ersten CLIP-Modelle mit 224 Bildpunkten. Für Computer mit Grafikkarte.</translation>
    </message>
    <message>
        <source>The library cannot be opened</source>
        <translation>Die Bibliothek lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>The library is not open</source>
        <translation>Die Bibliothek ist nicht geöffnet</translation>
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
        <source>The same in all: {facts}</source>
        <translation>Bei allen gleich: {facts}</translation>
    </message>
    <message>
        <source>The search was stopped. Look again finds out whether there are near-duplicates.</source>
        <translation>Die Suche wurde angehalten. „Noch einmal suchen“ stellt fest, ob es Beinahe-Duplikate gibt.</translation>
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
        <source>The whole map</source>
        <translation>Die ganze Karte</translation>
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
        <source>There is nothing to lay out yet. Photos come onto the map once they are indexed.</source>
        <translation>Noch gibt es nichts anzuordnen. Fotos kommen auf die Karte, sobald sie indiziert sind.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Es gibt nichts wiederherzustellen.</translation>
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
        <source>Where in the photo  (W)</source>
        <translation>Wo im Foto  (W)</translation>
    </message>
    <message>
        <source>Where in the photo it lies which was asked for</source>
        <translation>Wo im Foto das Gesuchte liegt</translation>
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
        <source>Z or click; Delete</source>
        <translation>Z oder Klick; Entf</translation>
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
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
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
        <source>celebration</source>
        <comment>label</comment>
        <translation>Feier</translation>
    </message>
    <message>
        <source>changed meanwhile</source>
        <translation>inzwischen geändert</translation>
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
    <message>
        <source>getting ready to look at what they show</source>
        <translation>gleich wird auch durchsucht, was sie zeigen</translation>
    </message>
    <message>
        <source>given from {share}</source>
        <translation>vergeben ab {share}</translation>
    </message>
    <message>
        <source>indoors</source>
        <comment>label</comment>
        <translation>drinnen</translation>
    </message>
    <message>
        <source>is used</source>
        <translation>wird verwendet</translation>
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
    <message numerus="yes">
        <source>knows {n} photos</source>
        <translation>
            <numerusform>kennt {n} Foto</numerusform>
            <numerusform>kennt {n} Fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>like {pictures}</source>
        <translation>ähnlich {pictures}</translation>
    </message>
    <message>
        <source>many languages</source>
        <translation>viele Sprachen</translation>
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
    <message>
        <source>place</source>
        <comment>category</comment>
        <translation>Ort</translation>
    </message>
    <message>
        <source>renaming {name}</source>
        <translation>{name} umbenannt</translation>
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
        <source>sensitive</source>
        <comment>category</comment>
        <translation>heikel</translation>
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
    <message>
        <source>the dropped picture</source>
        <translation>das abgelegte Bild</translation>
    </message>
    <message>
        <source>the earliest</source>
        <translation>das früheste</translation>
    </message>
    <message>
        <source>the least compressed</source>
        <translation>am wenigsten komprimiert</translation>
    </message>
    <message>
        <source>the most pixels</source>
        <translation>die meisten Pixel</translation>
    </message>
    <message>
        <source>the picture {name}</source>
        <translation>das Bild {name}</translation>
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
        <source>without {words}</source>
        <translation>ohne {words}</translation>
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
    <message numerus="yes">
        <source>{chosen} of {n} photos selected</source>
        <translation>
            <numerusform>{chosen} von {n} Foto ausgewählt</numerusform>
            <numerusform>{chosen} von {n} Fotos ausgewählt</numerusform>
        </translation>
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
        <source>{examples} right and {counter_examples} wrong so far.</source>
        <translation>Bisher {examples} richtige und {counter_examples} falsche.</translation>
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
        <source>{folder} is away</source>
        <translation>{folder} ist nicht verfügbar</translation>
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
        <translation>{measure} {percent:.1f} %</translation>
    </message>
    <message>
        <source>{menu}: {choice}</source>
        <translation>{menu}: {choice}</translation>
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
        <source>{name} (away)</source>
        <translation>{name} (nicht verfügbar)</translation>
    </message>
    <message>
        <source>{name} (new)</source>
        <translation>{name} (neu)</translation>
    </message>
    <message>
        <source>{name} cannot be opened ({error}). It is shown when its folder is back.</source>
        <translation>{name} lässt sich nicht öffnen ({error}). Es wird gezeigt, wenn sein Ordner wieder da ist.</translation>
    </message>
    <message>
        <source>{name} cannot be searched by: {reason}</source>
        <translation>Mit {name} kann nicht gesucht werden: {reason}</translation>
    </message>
    <message>
        <source>{name} could not be put back: it has left the trash, or its place is taken.</source>
        <translation>{name} konnte nicht zurückgelegt werden: Es ist nicht mehr im Papierkorb, oder sein Platz ist belegt.</translation>
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
        <source>{name}, {count}</source>
        <translation>{name}, {count}</translation>
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
        <source>{path} is away. Its photos stay searchable; they open when it is back.</source>
        <translation>{path} ist nicht verfügbar. Die Fotos darin lassen sich weiter durchsuchen; sie öffnen sich, wenn er wieder da ist.</translation>
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
        <source>{right} of {checked} right by eye</source>
        <translation>{right} von {checked} nach Augenschein richtig</translation>
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
</context>
</TS>
