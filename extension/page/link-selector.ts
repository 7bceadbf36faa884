/** Telephone links as HTML, SVG and image maps write them. */
export const LINK_SELECTOR = ["tel:", "callto:", "sip:", "sips:"].map((scheme) => `[href^="${scheme}" i]`).join(",");
