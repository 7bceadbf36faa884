/** What is loaded where numbers may be, or where the person has asked: in this order. */
export const ENGINE = ["page/detector-data.js", "page/detector.js", "page/engine.js"];
/** What the detector needs for numbers and words that are met rarely. */
export const MORE = ["page/detector-more.js"];
