/** The few signs of button and toast, drawn for a 16 × 16 field. Built as nodes: no markup is ever parsed. */

const SVG = "http://www.w3.org/2000/svg";

const PATHS = {
  phone:
    "M4.6 1.5c.5-.1 1 .2 1.2.6l1 2.2c.2.4.1.9-.2 1.2l-1 1c.7 1.6 2.2 3.1 3.9 3.9l1-1c.3-.3.8-.4 1.2-.2l2.2 1c.4.2.7.7.6 1.2l-.3 1.9c-.1.6-.6 1-1.2 1C6.600 14.300 1.700 9.400 1.700 3c0-.6.4-1.100 1-1.200z",
  check: "M6.500 12.600 2.400 8.500l1.400-1.400 2.700 2.700 5.700-5.700 1.400 1.400z",
  cross: "M12.700 4.700 9.400 8l3.300 3.300-1.400 1.400L8 9.400l-3.300 3.300-1.400-1.400L6.600 8 3.300 4.700l1.400-1.400L8 6.600l3.300-3.300z",
  exclamation: "M7 2.500h2v7H7zm0 9h2v2H7z",
  question: "M8 2.200c-2 0-3.400 1.200-3.500 3h2c.1-.8.6-1.300 1.500-1.300.8 0 1.400.5 1.400 1.200 0 .6-.3.9-1 1.400-.9.6-1.400 1.300-1.400 2.600v.5h2v-.4c0-.7.3-1 1-1.500.9-.6 1.500-1.400 1.500-2.600 0-1.700-1.400-2.900-3.500-2.900zM7 11.500h2v2H7z",
} as const;

export function icon(name: keyof typeof PATHS, size = 16): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("width", String(size));
  svg.setAttribute("height", String(size));
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
