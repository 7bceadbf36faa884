/** Telephone links as HTML, SVG and image maps write them. Most elements have no address, which is found out at the first look. */
export const LINK_SELECTOR = `[href]:is(${["tel:", "callto:", "sip:", "sips:"].map((scheme) => `[href^="${scheme}" i]`).join(",")})`;
