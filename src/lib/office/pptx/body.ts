/** Inches of the slide, and of the room for its body. */
export const SLIDE = { w: 13.333, h: 7.5 } as const;
export const BODY = { x: 0.5, y: 1.7, w: SLIDE.w - 1, h: 4.95 } as const;
