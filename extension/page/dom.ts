/** What kind of place an element is: looked at by name first, because that costs nothing. */

/** Never read: no text of the page, or somebody is writing in it. */
const SKIPPED = new Set([
  "script", "style", "noscript", "template", "head", "title", "meta", "link", "math", "canvas", "video", "audio",
  "object", "embed", "code", "kbd", "samp", "iframe", "frame", "frameset", "select", "datalist", "textarea", "input", "progress", "meter", "map",
  "defs", "desc", "metadata", "symbol",
]);
/** Preformatted text is code where it, or the box around it, is called so; letters and lists of numbers are preformatted, too. */
const CODE_NAME = /(?:^|[\s_-])(?:code(?:block|hilite)?(?![a-z])|highlight|hljs|prettyprint|brush|prism|shiki|sourcecode|literal-block|programlisting|lang(?:uage)?-)/iu;
/** What a drawing's words stand in; icons, which are most drawings, have none. */
const DRAWN_TEXT = "text,foreignObject";
/** Known code editors and rich text editors: their text is the person's, whatever the markup says, unless it says that it only shows. */
const EDITOR_CLASSES =
  ".CodeMirror,.cm-editor,.monaco-editor,.ace_editor,.ql-editor,.ProseMirror,.tox-edit-area,.ck-editor__editable,.trix-content-editor,.note-editable,.jodit-wysiwyg";
/** Somebody may be writing in these. */
const EDITOR = `[contenteditable]:not([contenteditable=false]),:is(${EDITOR_CLASSES}):not([contenteditable]),[role=textbox]:not([contenteditable],[aria-readonly=true])`;
/** Part of the line they stand in, unless a style says otherwise. Every other element stands by itself. */
const INLINE = new Set([
  "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "data", "del", "dfn", "em", "font", "i", "ins",
  "label", "mark", "nobr", "picture", "q", "s", "slot", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
  "var", "wbr", "output", "tspan",
]);
/** Elements by HTML's rules that may have a shadow root; custom elements may too. */
export const SHADOW_HOSTS = new Set([
  "article", "aside", "blockquote", "body", "div", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "main", "nav",
  "p", "section", "span",
]);

declare global {
  interface Element {
    /** Firefox tells it to extensions. */
    readonly openOrClosedShadowRoot?: ShadowRoot | null;
  }
}

export const ELEMENT = 1;
export const TEXT = 3;
/** The same in a page that is XML. */
const CDATA = 4;

export const isElement = (node: Node | null): node is Element => node?.nodeType === ELEMENT;
export const isText = (node: Node | null): node is Text => node?.nodeType === TEXT || node?.nodeType === CDATA;
export const isCustom = (element: Element): boolean => element.localName.includes("-");

/** May stand in a line with the text around it. A custom element is inline until its style says otherwise. */
export const mayBeInline = (element: Element): boolean => INLINE.has(element.localName) || isCustom(element);

/** Most have no attribute, which is asked sooner. */
const isEditor = (element: Element): boolean => element.hasAttributes() && element.matches(EDITOR);

/** Whether nothing in this element is read, unless it is an editor. */
function isUnread(element: Element): boolean {
  const { localName } = element;
  if (SKIPPED.has(localName)) return true;
  // A drawing without words.
  if (localName === "svg") return element.querySelector(DRAWN_TEXT) === null;
  return localName === "pre" && CODE_NAME.test(`${element.className} ${element.parentElement?.className ?? ""}`);
}

/** Whether nothing in this element is read. */
export const isSkipped = (element: Element): boolean => isUnread(element) || isEditor(element);

/**
 * Whether somebody can write here now, or an ancestor is not read. Walks out of shadow roots. `known` keeps the answers for as long as
 * the page cannot change: many nodes have their ancestors in common.
 */
export function isInSkipped(node: Node, known?: Map<Node, boolean>): boolean {
  // No recursion: a page may be deeper than the stack.
  const passed: Node[] = [];
  let answer: boolean | undefined;
  for (let at: Node | null = isText(node) ? node.parentNode : node; at !== null && answer === undefined; at = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null)) {
    answer = known?.get(at);
    if (answer !== undefined) break;
    passed.push(at);
    if (isElement(at) && isSkipped(at)) answer = true;
  }
  answer ??= node.ownerDocument?.designMode === "on" || (node instanceof Document && node.designMode === "on");
  for (const each of passed) known?.set(each, answer);
  return answer;
}

function closedRootOf(element: Element): ShadowRoot | null {
  if (!(element instanceof HTMLElement) || typeof chrome === "undefined" || !("dom" in chrome)) return null;
  try {
    return chrome.dom.openOrClosedShadowRoot(element);
  } catch {
    return null; // The extension was updated under us.
  }
}

/** The element's shadow root, closed ones included. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  // One look at each element, and not even at its name: to ask whether it can be asked takes Firefox longer than all else here.
  if (BROWSER === "firefox") return element.openOrClosedShadowRoot ?? null;
  if (element.shadowRoot !== null) return element.shadowRoot;
  return SHADOW_HOSTS.has(element.localName) || isCustom(element) ? closedRootOf(element) : null;
}

/** Up through shadow roots: the parent element as a person would see it. */
export function parentOf(node: Node): Element | null {
  const parent = node.parentNode;
  // In this order: to ask what it is an instance of takes Firefox 2 to 5 µs.
  if (isElement(parent)) return parent;
  return parent instanceof ShadowRoot ? parent.host : null;
}

/** The nearest ancestor (or the element itself) that fits, through shadow roots. */
export function closest(from: Element | null, selector: string): Element | null {
  for (let at = from; at !== null; ) {
    const found = at.closest(selector);
    if (found !== null) return found;
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}
