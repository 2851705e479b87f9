<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AbPlane</name>
    <message>
        <source>Colors in the a-b plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a swatch: its lightness stays. Shift keeps hue or chroma, Ctrl is slow.
Dotted: all that sRGB has at this lightness.
The mouse wheel zooms, a double click shows all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yellow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AbPlot</name>
    <message>
        <source>Mixture of the colors, a to b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yellow</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AlikeGroup</name>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the photo and the palette this way; again for normal vision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List more of them, or fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AlikeList</name>
    <message>
        <source>Look alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No two swatches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone can tell all swatches apart, with red, green or blue cones missing too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To everyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 look alike to everyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No red cones (protanopia)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 look alike to people without red cones (protanopia)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No green cones (deuteranopia)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 look alike to people without green cones (deuteranopia)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No blue cones (tritanopia)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 look alike to people without blue cones (tritanopia)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AlikeRow</name>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchDesk</name>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The batch is done: %1 photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside the first photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG, indexed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add photos…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose photos to add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add all photos of a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the chosen photos out of the list (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all photos out of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A double click shows the folder of a result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply a project or a recipe from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is done to the photo in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this window away; photos in work are finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do all photos that are not done; again to stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 done before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to do: Start goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results go to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add photos, or drop them here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a photo and change it, or choose a recipe: it will be applied to all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only photos that are mapped to a palette can be indexed. Choose another format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder for the results.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos (%1);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the photos of a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects and recipes (*.palettestudio *.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply a project or recipe</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchList</name>
    <message>
        <source>Photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop photos and folders here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchModel</name>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ORIGINAL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EDITED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CanvasDesk</name>
    <message>
        <source>Click a color, or drag over an area to average it. Esc leaves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This color is in the palette already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Channel</name>
    <message>
        <source>“%1” is no number. %2 goes from %3 to %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is out of range. %2 goes from %3 to %4.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Channels</name>
    <message>
        <source>Red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lab lightness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lab a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lab b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OKLCH lightness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OKLCH chroma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OKLCH hue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChecksPanel</name>
    <message>
        <source>Vision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How weak these cones are; at 100 % they are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row&apos;s color on column&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the photo and the palette as people do whose %1 cones are weak or missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red cones (protan)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green cones (deutan)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue cones (tritan)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No colors (achromat)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See lightness alone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChromaPlane</name>
    <message>
        <source>Colors of this lightness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to choose the color; these are all that this lightness can have</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColorChips</name>
    <message>
        <source>None yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColorWheel</name>
    <message>
        <source>Color wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a handle: angle is hue, distance is saturation. Shift keeps one, Ctrl is slow.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColorizeDesk</name>
    <message>
        <source>Add a hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move a hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of a hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear hints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color of a hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard holds no colors: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a color</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first %1 colors lead; more would not be told apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lead by a palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the photo its own colors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vividness %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Style of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the style</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColorizePanel</name>
    <message>
        <source>Color this photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors are made new from light and dark; those it had do not count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the color to take on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vividness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From careful colors to lively ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a photo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take on the kind of colors that another photo calls for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go by the photo itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested colors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent colors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear hints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all hints away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A smaller hint; so does the wheel over it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A larger hint; so does the wheel over it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors to be in the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From swatches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have the swatches below lead the colors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have the colors on the clipboard lead: any text that holds colors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let no palette lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Led by a palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 hints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the photo to hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let there be color!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One network that sees the whole scene and every place in it. The usual choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deep Colorization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is seen at each pixel decides, by a small network for this kind of scene</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandSearch</name>
    <message>
        <source>Find a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word of the name, of the menu, or of what it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a photo or a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open s&amp;equence…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a video or a folder of frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the photo or file on the clipboard, or take over the colors in its text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open pa&amp;lette…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map the photo to the colors of a palette file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply color &amp;table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade the photo by a .cube file or a Hald picture (LUT)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep photo, palette and every setting in a project; the photo itself is never changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save project &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the project under another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save rec&amp;ipe…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the edit without its photo, to apply it to others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bring back last edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back the edits that were set aside last, with their photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the recolored photo as a new file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export &amp;again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as last time, to a new name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export color ta&amp;ble…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the edit as a color table (LUT) for other programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batc&amp;h…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do the same to many photos: this edit, or a recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export pale&amp;tte…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the palette as a file for other programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave Palette Studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do the step again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy color</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected swatch as hex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the recolored photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme, swatches in a new palette, largest photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One photo pixel on one screen pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look closer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the original; hold the key for a glance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original and edited on either side of a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original and edited, zoomed as one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Turn the wipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the line between upright and level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;region of swatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dim all that the selected swatch does not reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Protan (red cones)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors as seen without red cones (protanopia), or with weak ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Deutan (green cones)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors as seen without green cones (deuteranopia), or with weak ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tritan (blue cones)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors as seen without blue cones (tritanopia), or with weak ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Achromat (no colors)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lightness alone, as seen without any color vision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the frames, or run the iterations; again to stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame &amp;back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame f&amp;orward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One frame, or one iteration, further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Automatic count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the number of swatches from the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick a color from the &amp;photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click or drag on the photo to add a swatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the chosen swatches as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the chosen swatches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose all s&amp;watches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit all swatches together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the swatch another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second swatch for each chosen one; the photo stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One swatch in place of the chosen ones, their mean by coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Even steps of color from the first to the last of the chosen swatches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;plit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two swatches in place of this one, for the two kinds of color it stands for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset &amp;swatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the chosen swatches their original colors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give all unlocked swatches their original colors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swatches in the order of their hues, grays last; the photo stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lightness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark swatches first; the photo stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Chroma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet swatches first; the photo stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;overage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swatches that cover least first; the photo stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;uminance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swatches in the order of their light; the photo stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swatches from A to Z; the photo stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reverse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last swatch first; the photo stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Complementary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocked swatches go to the hue of this one, or to its opposite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Analogous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocked swatches go to hues beside that of this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Split complementary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocked swatches go to the hue of this one, or beside its opposite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Triad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocked swatches go to three hues, from that of this one on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;etrad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocked swatches go to two pairs of opposites, from the hue of this one on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;quare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocked swatches go to four even hues, from that of this one on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Monochrome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocked swatches go to the hue of this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocked swatches get hues by chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lightness and chroma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocked swatches change lightness and chroma among them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocked swatches change their colors among them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lin&amp;k hues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn one swatch on the wheel, and all others turn with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the swatch one place to the left; the photo stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the swatch one place to the right; the photo stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colors of another photo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swatches take the colors of another photo&apos;s palette; pairs can be forced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More &amp;variations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw this photo in other colors, to choose from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save palette to librar&amp;y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the palette in the library under a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;color</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors follow the swatches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every pixel takes the nearest color of the palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divide the photo by a mixture of its values or colors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the photo the colors of another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colori&amp;ze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a gray photo color; your hints and palettes lead it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se&amp;quence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn the background of a video, and see what moves before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put all panels back in their places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hide panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the photo the whole window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find a command…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do anything by typing a word of its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is where in the window, in five steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys and what they do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EM in &amp;one dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch expectation maximization find two groups of values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EM in &amp;two dimensions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch expectation maximization find two clouds of points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy versions and folders, for a bug report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Palette Studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version, licenses, credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Demos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color &amp;vision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ort by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Harmonize</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sh&amp;uffle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen without red cones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen with weak red cones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen without green cones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen with weak green cones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen without blue cones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen with weak blue cones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen without color vision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen with little color vision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space, or middle button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 … 9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a swatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L, C or H with ↑ ↓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nudge lightness, chroma or hue; Shift ten times as far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+click on the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add that color as a swatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>← →   Ctrl+← →</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the palette: select, or move the swatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the drag, leave the tool</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>True</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group %1: mean %2, estimated %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Complaints</name>
    <message>
        <source>There is not enough memory for this. Close other programs, or open a smaller photo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed. The last picture stays; please report this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside. Your picture stays; please report this.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Contrast</name>
    <message>
        <source>%1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AAA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AAA for text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AA for text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AA for large text only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fails for text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContrastList</name>
    <message>
        <source>Contrast of the selected swatch with the others</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContrastMatrix</name>
    <message>
        <source>Contrast of every swatch with every other</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CountPlot</name>
    <message>
        <source>Histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to select a range: the photo shows its pixels alone. A click or Esc clears it; arrow keys move it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CraftDesk</name>
    <message>
        <source>There is no unlocked swatch between them to change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The swatches are in that order already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to turn: this swatch is gray, or all are in harmony.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CriterionCurve</name>
    <message>
        <source>Criterion by number of components</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DemoDesk</name>
    <message>
        <source>Demo: EM in one dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The colored curves made the dots. From the dots alone, EM finds the curves again, closer with every step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo: EM in two dimensions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The colored rings show two clouds of dots. From the dots alone, EM finds the rings again, closer with every step.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DemoWindow</name>
    <message>
        <source>Drawing points…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log likelihood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw other points from the same groups</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DressDesk</name>
    <message>
        <source>Choose the photo whose colors you want</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DressDialog</name>
    <message>
        <source>Colors of another photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every swatch takes the color its line leads to. Drag from one row to the other, or click one above and one below, to choose a pair yourself; the same again parts it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without my pairs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropDesk</name>
    <message>
        <source>Let go to make this part of the photo %1. Esc leaves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It took the hue and kept its light, else the whole photo would change its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop with Shift for the color as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The nearest these swatches come to %1 there is %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors can be dropped on the photo in Recolor and in Map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is locked; unlock it to change it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EngineDesk</name>
    <message>
        <source>Recolor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map to the palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colorize</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep light %1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG, indexed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the photo (%1 bits)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer side in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1 × %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The photo&apos;s own: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera data (EXIF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place (GPS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileDesk</name>
    <message>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos and projects (%1);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a photo or project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Palettes (%1);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One window shows one photo: the first was opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied the result</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is the photo&apos;s name, {date} the day, {k} the number of swatches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a free name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of that name exists; nothing will be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FrameSlider</name>
    <message>
        <source>Frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The frame that is shown. The model settles at frame %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The frame that is shown. The model would need %1 frames to settle</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FramesDesk</name>
    <message>
        <source>Export the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export masks to a new folder in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export clean frames to a new folder in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export recolored frames to a new folder in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 frames are in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 frames were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One frame was left out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GamutNote</name>
    <message>
        <source>Nearest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest in sRGB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside sRGB, inside %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside sRGB, and Rec. 2020 too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken: the nearest, ΔE %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken with less chroma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest in sRGB: %1, which differs least from it (ΔE %2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GuideColumn</name>
    <message>
        <source>Harmony guides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hues that go with the selected swatch, as the Palette menu has them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complementary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analogous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split complementary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Triad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tetrad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Square</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice as large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the middle of the scope larger: most photos have little chroma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turned %1°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mouse wheel turns them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HarmonyBar</name>
    <message>
        <source>How far swatches go to the hues of the harmony</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harmony</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perceptual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hues as far apart as they look (OKLCH)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hues of red, green and blue light (HSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Painter&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hues of red, yellow and blue paint (RYB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On which color wheel opposites are looked for</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HexField</name>
    <message>
        <source>Hex color</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>#RRGGBB, a CSS name, or rgb(), hsl(), lab(), oklch()</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HintLayer</name>
    <message>
        <source>Hints</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistogramPanel</name>
    <message>
        <source>Plot of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RGB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lightness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ab plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vectorscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic scale: rare colors show too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the counts of the original as a line, its colors in gray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lightness %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hue %1° to %2°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L %1:  %2 pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1°:  %2 pixels</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HuePanel</name>
    <message>
        <source>Photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hue distance: how far the photo&apos;s hues are from the reference&apos;s, before and after (EMD).
Own hues kept: how well the photo&apos;s own hues can be told from the result&apos;s (MI).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a reference to compare hues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hue distance %1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own hues kept %1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IterationBar</name>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch the iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One iteration further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The iteration that is shown; the last one is the fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop at this iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>Finding layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding the palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transferring colors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coloring the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting masks to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing for the first time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyPage</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of a command, or a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word of the name, of the menu, of what it does, or a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a command to give it other keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the keys that are to do it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the command these keys, beside none other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the command these keys, beside those that it has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the command its usual keys again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all keys from the command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All usual keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give every command its usual keys again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not the usual keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press new keys for %1 in the line above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a command to give it other keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be given: %2. Press other keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is now %2. Set or Add takes it away there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set or Add gives %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryDesk</name>
    <message>
        <source>Let go to map the photo to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds no colors. Choose another palette.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a photo first: a palette needs one to color.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The photo has these colors already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no palette yet: open a photo first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not the library&apos;s own, and stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has the present colors now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take its colors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map the photo to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No favorite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Favorite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace by the present palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy to Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch another folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch a folder of palettes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <source>No palette has that name or a color near it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or color</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name, or a color such as teal or #0088aa: near ones are found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show palettes as a grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch a folder
Its palette files stand here, and follow what changes in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Favorites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LightAxis</name>
    <message>
        <source>%1 of the swatches. Drag one to change it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LightnessStrip</name>
    <message>
        <source>Lightness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lightness of the selected swatch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LikelihoodStrip</name>
    <message>
        <source>Log likelihood of the iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log likelihood %1 nats %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinePlot</name>
    <message>
        <source>Values on a line, true and estimated densities</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LutDesk</name>
    <message>
        <source>Color tables (%1);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply a color table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LutDialog</name>
    <message>
        <source>Export color table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CIEDE2000 between the table and the exact result; 1 is just visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out: a table holds colors, no places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean ΔE %1, largest %2, over this photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>could not be measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being measured …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapPanel</name>
    <message>
        <source>Palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dither</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the dithering to apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 kept, %2 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dither in linear light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mix colors as light does: gradients keep their brightness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serpentine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn at the end of each row: fewer worm patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cubes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables of all 16.7 million colors, kept for palettes that come back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the color cubes on disk; they are made again when needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dither %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True to the pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least error in RGB; best beside PNG tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True to the eye</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least difference that the eye sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True to structure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps edges and textures best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance between channel values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance in CIELAB, even to the eye</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance in OKLab, even in hue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The standard for small color differences; slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error diffusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fixed pattern, steady from frame to frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flat areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error diffusion with high contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An even grain without patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diffusion along a curve: no direction shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fastest exact search for this photo and palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color cube (exact)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table of all 16.7 million colors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compiled loop (exact)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every pixel against every color, numba</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain loop (exact)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every distance in numpy; slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FLANN (approximate)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A search tree that sometimes errs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MixturePanel</name>
    <message>
        <source>Begin anew, without what was moved by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic scale: rare values show too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1:  component %2, %3 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MixturePlot</name>
    <message>
        <source>Mixture of the histogram</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>Name of the swatch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>%1 to %2. ↑ ↓ nudge, Shift ten times as far.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PagesDesk</name>
    <message>
        <source>Copied the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Palette Studio %1

Recolor photos by dragging the colors of their palette.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MIT license. Made with Qt (LGPL), numba, OpenCV, Pillow and pyqtgraph.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Palette Studio</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PairRows</name>
    <message>
        <source>Photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag from a color of the photo to one of the reference: it becomes that color</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs of colors: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag between them to make a pair</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaletteDesk</name>
    <message>
        <source>The swatches took over from the color table.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaletteDialog</name>
    <message>
        <source>Export palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing: all of this palette is kept</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaletteExportDesk</name>
    <message>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaletteList</name>
    <message>
        <source>Palettes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaletteModel</name>
    <message>
        <source>locked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PalettePanel</name>
    <message>
        <source>Palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of swatches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every pixel takes its nearest color</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>original above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>width is coverage</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaletteStrip</name>
    <message>
        <source>Palette</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PixelPlot</name>
    <message>
        <source>Gaussians of the pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model expects of this pixel: filled curves are background, dashed ones are not. The upright line is the pixel&apos;s value now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel %1, %2   now %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanePlot</name>
    <message>
        <source>Points on a plane, contours of true and estimated densities</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaneView</name>
    <message>
        <source>Lab lightness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Luma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chroma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off guide</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark, light or neutral gray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swatches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a new photo&apos;s palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>larger ones are not opened; each MP takes about 10 MB of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language of the window, and how it writes numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the next start on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProjectDesk</name>
    <message>
        <source>%1 has changed since its edits were saved. It is shown as it is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a recipe for photos. Open a photo first, then the recipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 belongs to it, but it is no longer in %2. Nothing changes until it is found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where is %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show where the photo is now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the project closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the edit as a recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Palette Studio (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the edits of %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are lost otherwise. The photo itself is never changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the project, then close the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window without the edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The edits of %1 were set aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Palette Studio</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Readouts</name>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved: share of pixels that changed
ΔE: mean and largest difference from the original (CIEDE2000; 1 is just visible)
clipped: share of pixels newly pressed against the edge of sRGB
fit: how far the photo is from its swatches, mixed, in steps of 255
nearest: how often the approximate search finds the true nearest color</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom: 2 to 6400 %. Ctrl+0 fits the photo, Ctrl+1 shows 100 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearest in %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecolorPanel</name>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the palette&apos;s change to apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the photo&apos;s own lightness to keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors between the swatches follow along; the usual choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The photo as layers of paint, one for each swatch; looks at places too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each color a blend of the swatches around it; even transitions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors move in groups, as clusters of the photo; neighbors stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest swatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each color moves with its nearest swatch alone; for posterized work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color table (LUT)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The colors of a .cube or Hald file in place of the swatches</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryDesk</name>
    <message>
        <source>Your edits are not safe from a crash: %1 Save the project to another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Palette Studio ended last time because of an error inside. Please report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Palette Studio ended twice with the edits of %1. They are kept in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Recover edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Palette Studio did not end as it should</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These edits were not saved. The photos are unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edits that can be recovered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the edits to recover or to discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;today,&apos; HH:mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;yesterday,&apos; HH:mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy what went wrong, to paste it into a bug report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the photo with these edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete these edits for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep all of them, and ask again at the next start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReferenceWell</name>
    <message>
        <source>Reference: none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the photo whose colors you want here, or click to choose it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to frame the part that counts; double-click for all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a photo here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your photo takes on its colors</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegionDesk</name>
    <message>
        <source>Recolor only component %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recolor only components %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors change in the region alone. Point at “Where” to see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The palette has the colors of the components. Change them in Recolor (F5).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Mixture engine moves their regions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indexed PNG (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export masks to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegionRow</name>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recolor all of the photo but the region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recolor the whole photo again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this part of the photo is recolored. Point here to see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Component %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Components %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All but %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All but component %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowModel</name>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 colors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>favorite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click: your swatches take its colors; in Map, the photo does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag onto the photo to map it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SegmentDesk</name>
    <message>
        <source>Open a photo to divide it by its colors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move component %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Widen component %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock component %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock component %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iteration %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin the mixture anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth %1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SegmentPanel</name>
    <message>
        <source>Divide by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignore clipped pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out the darkest and the lightest value, where clipped pixels pile up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let regions follow edges of the photo; 0 takes every pixel alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Component %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One component fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One component more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As many components as the criterion likes best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this component as it is while the others settle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recolor only here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Recolor, where colors change in the chosen components alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use components as palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The photo&apos;s palette becomes the colors of the components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export labels…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the regions as an indexed PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export masks…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a picture of each component, soft at its edges (PNG with alpha)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic number of components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One gray value a pixel: luma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lightness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CIE lightness: even steps for the eye</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hue alone, around its circle; grays have none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color (CIELAB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole colors; seen in the plane of a and b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color (OKLab)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole colors, with even hues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BIC for photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels of a photo are alike: fewer components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every pixel counts alone: as many components as can be told apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Components that hardly overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range divided into equal parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As many pixels in each part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>k-means of the values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values drawn by how often they occur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best of many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The likeliest fit of many beginnings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SequenceDesk</name>
    <message>
        <source>Videos, and frames (%1);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a video, or any frame of a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning %1 frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still learning, %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SequencePanel</name>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell shadows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is only darker than the background is shadow: gray in the mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussians</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>K: how many a pixel may have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussians of a pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One Gaussian fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One Gaussian more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames that are remembered: 1 over the learning rate α</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T: the share of a pixel&apos;s weights that counts as background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many deviations from a Gaussian still belong to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export masks…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PNG for every frame, in a new folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save what stands behind, as it is known by now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clean frames…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What moves alone, a PNG for every frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recolored…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every frame in the edited palette, as PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Gaussians</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of %1 frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match %1 σ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Means that move fast, and follow the light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stauffer &amp; Grimson 1999 to the letter; it adapts slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zivkovic 2004, with OpenCV&apos;s masks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A median filter takes specks from the mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mask as the model gives it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Photos (%1);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Showing</name>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SightLabel</name>
    <message>
        <source>The photo, its export and the numbers stay as they are. Press to see them so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Press for normal vision</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Or try a sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a photo here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JPEG, PNG, TIFF, WebP, AVIF, BMP or GIF. Ctrl+V pastes one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A video or a folder of frames opens as a sequence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open photo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a photo (Ctrl+O)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
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
    <name>Stepper</name>
    <message>
        <source>Fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One swatch fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One swatch more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Move %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harmonize: %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn all with %1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by %1, descending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reverse the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variation %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the region %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 swatches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all swatches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reorder swatches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find %1 swatches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color table %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Palette of %1 components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invert the region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recolor the whole photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shuffle hues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shuffle lightness and chroma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shuffle which swatch has which color</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>complementary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>analogous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>split complementary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>triad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tetrad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>square</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>monochrome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lightness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chroma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>luminance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SwatchDesk</name>
    <message>
        <source>Removed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 colors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard holds no photo and no color. Copy one of them and paste again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a photo; then its swatches can take these colors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard holds %1 colors; a palette holds at most %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is locked; unlock it to change it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SwatchTable</name>
    <message>
        <source>Numbers of the swatches</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThemeMenu</name>
    <message>
        <source>T&amp;heme</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Themes</name>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neutral gray</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Thumbnail</name>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>What can be done about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toasts</name>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Toolbar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Tour of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the tour (Esc); Help shows it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next step (Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TourDesk</name>
    <message>
        <source>Open a photo first: the tour is about its palette.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The palette of your photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As found above, as you make it below. Click a color to choose it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag its handle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The photo follows under your hand. Ctrl+Z takes a step back; the file stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point, compare, zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to choose the color there. W compares, B shows the original, the wheel zooms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other ways to work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map to few colors, divide, take colors from a photo, color gray ones, watch videos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export what you see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has exactly these pixels. Ctrl+Space finds every command, F1 shows all keys.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TransferDesk</name>
    <message>
        <source>Dropped picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard holds no photo. Copy one, or a photo file, and paste again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is the reference. Open the photo to be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Luminance %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intensity %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preserve lightness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let lightness change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair colors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part colors</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TransferPanel</name>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the new colors to take on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Luminance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The spread of light and dark that came with them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intensity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How colorful the new colors are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preserve lightness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light and dark stay the photo&apos;s own; colors alone change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let all of the reference count again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the photo its own colors back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the photo whose colors you want</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the photo or file on the clipboard as reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the photo in the window as reference; then open the one to be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full color</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All colors; like ones change alike, edges and grain stay. The usual choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full color, closer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearer to the reference; places of one color may part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full color, quick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closer, in fewer steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hues, learned (Hue-Net)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hues alone turn, by a network trained to keep what is told apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hues, fitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hues alone turn, fitted to these two photos in about a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Palette to palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The photo&apos;s swatches become the reference&apos;s; pairs decide which</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Averages (Reinhard)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average and spread of the colors, in CIELab; gentle and quick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Averages in l-alpha-beta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average and spread as first published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel histograms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red, green and blue, each by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best of all linear maps of color</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole distribution of colors; grain grows with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribution, grain kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole distribution, then the grain put right; slow</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TransportPanel</name>
    <message>
        <source>Frame back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch the frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One frame further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play as fast as the model learns; else 25 frames a second at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The frame as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands behind, as the model knows it by now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Foreground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mask: white moves, gray is shadow, black is background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What moves, before a dimmed background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recolored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The frame in the edited palette, one for all frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder of frames or a video, or drop it here, to see what moves in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open sequence…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder of frames or a video (Ctrl+Shift+O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop at this frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a pixel to see what the model knows of it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VariationsDesk</name>
    <message>
        <source>Open a photo to see it in other colors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here the picture does not follow the swatches. Go to Recolor or Map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All swatches are locked, or black and white: there is nothing to vary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variation %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to apply, Del to remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to apply, Shift+click to keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the photo&apos;s own colors. Click to apply, Shift+click to keep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VariationsPanel</name>
    <message>
        <source>Kept variations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+click keeps one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Vectorscope</name>
    <message>
        <source>Vectorscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a swatch: its luma stays. Shift keeps hue or chroma, Ctrl is slow.
The mouse wheel turns the guides, with Ctrl slowly; a double click sets them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skin</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Palette Studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Chip</name>
    <message>
        <source>Component %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to choose it for the region, or to leave it out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Delegate</name>
    <message>
        <source>Name of the palette</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_List</name>
    <message>
        <source>Components</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
