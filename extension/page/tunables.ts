/** Every limit and time of the page's part, with its unit and its reason. */

/** Longest stretch of our own work in one task, in ms: a frame at 60 Hz has 16, and the page needs most of it. */
export const SLICE_MS = 5;
/** The same where the page has changed since the slice before: it is at work itself, and what may be stale is read first. */
export const BUSY_SLICE_MS = 3;
/** What a slice may take together with the step it was in when its time was over, in ms. */
export const LIMIT_MS = 8;
/** Between two slices, in ms: the page's own tasks and its painting go first. */
export const PAUSE_MS = 1;
/** So many readings wait before they are put in order of distance to the viewport; fewer are done soon, and to ask for places makes the browser lay out a changing page once more. */
export const ORDERED_FROM = 500;
/** Text handed to the detector at once, in UTF-16 units: well within a slice for the densest text. */
export const WINDOW_UNITS = 4096;
/** Where a long text is cut, this much is read twice, so that no number is cut. Longer than any number written. */
export const OVERLAP_UNITS = 96;
/** Inline siblings looked at on each side of a changed text: a number is not split over more. */
export const NEIGHBOURS = 60;
/** What a label that changes may belong to: so many ancestors, as long as they have as few parts and as little text, in UTF-16 units; the rows under a heading. */
export const RELABELLED_LEVELS = 3;
export const RELABELLED_PARTS = 24;
export const RELABELLED_UNITS = 200;
export const RELABELLED_ROWS = 500;
/** Marks of nodes that left the page are dropped within this time, in ms. */
export const SWEEP_MS = 1000;
/** Marks looked at between two looks at the clock: less than half a millisecond. */
export const SWEPT_AT_ONCE = 200;
/** So many marks are painted whatever happens; with more, a changing page shows those near the viewport. */
export const ALL_SHOWN = 300;
/** More are not painted at once even on a page at rest: the browser would take longer over them than a key press may wait. */
export const MOST_SHOWN = 2000;
/** How far "near" reaches above and below the viewport, in heights of it: while the page changes, and at rest. */
export const NEAR_SCREENS = 1.5;
export const REST_SCREENS = 6;
/** A page that has not changed for this long, in ms, is at rest. */
export const QUIET_MS = 1200;
/** A rest that ends within this time, in ms, was none: the next is waited for twice as long, up to the longest wait. */
export const SHORT_REST_MS = 10_000;
export const PATIENCE_MS = 60_000;
/** What is near the viewport is found again at most this often, in ms, while somebody scrolls. */
export const RELOOK_MS = 200;
/** After the page has changed it is found again when that pauses for so long, in ms; if it never does, this often. */
export const CHANGED_LOOK_MS = 300;
export const BUSY_LOOK_MS = 3000;
/** Marks found since the last look whose places are asked for before the next one, each by itself. */
export const ROOM = 100;
/** Marks whose places are asked for at one frame: Chromium takes some 4 µs for each, Firefox 7. */
export const PLACES_AT_ONCE = 700;
/** Shadow roots whose sheets are looked after: to ask more of them after each change takes longer than a page may wait. */
export const MOST_ADOPTED = 100;
/** Rows looked at on the way up: to one that is the title of those below it, and to one whose cells reach down. */
export const TITLE_ROWS_UP = 100;
export const SPAN_ROWS_UP = 200;
/** How far a label may be from its number, in characters. */
export const LABEL_UNITS = 60;
/** What a click shows is shown by then, in ms. */
export const SHOWN_MS = 60;
/** Nodes the gate meets between two looks at the clock. */
export const NODES_AT_ONCE = 8;
/** The text of so many elements is read at once, and so many are asked for at once: a third of a slice on a slow machine. */
export const WHOLE_ELEMENTS = 40_000;
/** Looked through at once, in UTF-16 units: a millisecond where the script is not Latin. */
export const GATE_WINDOW_UNITS = 16_384;
/** What may be read in vain, in UTF-16 units, before it has to be earned by nodes that were met: a tree is as deep as the page likes, and its text is read once for each level. */
export const FREE_UNITS = 2_000_000;
export const EARNED_UNITS = 100;
/** A page that takes away what is read next, again and again, is not followed for ever: what it puts there is told of by itself. */
export const MOST_RESTARTS = 20;
/** Digits of neighbouring nodes may belong together: the tail of the text before, in UTF-16 units. */
export const TAIL_UNITS = 24;
/** So many elements of a tree are asked one by one for their shadow root, which takes Chromium 4 µs each. */
export const FIRST_HOSTS = 500;
/** First and longest wait, in ms, before elements that may still get a shadow root are looked at again. */
export const UPGRADE_FIRST_MS = 300;
export const UPGRADE_LONGEST_MS = 30_000;

/** The pointer rests this long on a number before the button shows, in ms: passing by shows nothing. */
export const HOVER_MS = 60;
/** The pointer may leave the number for this long on its way to the button, in ms. */
export const LEAVE_MS = 350;
/** The button takes no click in its first moment, in ms: nothing the person was about to click turns into a call. */
export const ARMING_MS = 100;
/** What calls has to have been in plain view for this long, in ms: no layer is taken away just before the click. */
export const SEEN_MS = 100;
/** The browser has looked by then whether something lies over a new button, in ms, if it can tell at all. */
export const FIRST_LOOK_MS = 250;
/** After something was read, in ms, numbers are counted for the badge: a page that changes all the time is counted now and then. */
export const COUNT_MS = 800;
/** Marks counted between two looks at the clock: some tenths of a millisecond. */
export const COUNTED_AT_ONCE = 200;
/** A second click on the same number within this time, in ms, is the same wish. */
export const REPEAT_MS = 1500;
/** How far the pointer may be beside a number, in CSS pixels. */
export const HIT_SLACK_PX = 1;
/** A selection or a drag is no click: pointer movement between press and release, in CSS pixels. */
export const DRAG_PX = 6;
/** Space between number and button, in CSS pixels. */
export const BUTTON_GAP_PX = 4;
/** Our host element leaves the page after nothing was shown for this long, in ms. */
export const IDLE_MS = 4000;
/** A good outcome stays on screen this long, in ms; a bad one until it is closed. */
export const TOAST_MS = 8000;
/** Given to a screen reader to notice a new live region before it speaks, in ms. */
export const ANNOUNCE_MS = 60;

/** As many numbers as one page lists. */
export const MAX_LISTED = 500;
/** The contract's longest number as written, in characters. */
export const MAX_WRITTEN = 128;

/** Waited for the rest of what the detector knows, when the person has asked, in ms; it comes in some 20. */
export const MORE_MS = 1000;
