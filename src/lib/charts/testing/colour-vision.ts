/** Colour arithmetic for testing palettes: sRGB, contrast, colour blindness, CIEDE2000. */

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/**
 * Full dichromacy in linear sRGB: Machado, Oliveira and Fernandes, IEEE TVCG 15 (2009), severity 1.
 */
export const DEFICIENCIES: Readonly<Record<'protanopia' | 'deuteranopia' | 'tritanopia', Matrix>> =
  {
    protanopia: [
      [0.152286, 1.052583, -0.204868],
      [0.114503, 0.786281, 0.099216],
      [-0.003882, -0.048116, 1.051998],
    ],
    deuteranopia: [
      [0.367322, 0.860646, -0.227968],
      [0.280085, 0.672501, 0.047413],
      [-0.01182, 0.04294, 0.968881],
    ],
    tritanopia: [
      [1.255528, -0.076749, -0.178779],
      [-0.078411, 0.930809, 0.147602],
      [0.004733, 0.691367, 0.3039],
    ],
  };

export type Vision = 'normal' | 'greyscale' | keyof typeof DEFICIENCIES;
export const VISIONS: readonly Vision[] = [
  'normal',
  'protanopia',
  'deuteranopia',
  'tritanopia',
  'greyscale',
];

function linear(hex: string): Triple {
  const channel = (start: number) => {
    const c = parseInt(hex.slice(start, start + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const luminance = ([r, g, b]: Triple): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** WCAG contrast ratio of two colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [x, y] = [luminance(linear(a)), luminance(linear(b))];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

function seen(hex: string, vision: Vision): Triple {
  const rgb = linear(hex);
  if (vision === 'normal') return rgb;
  if (vision === 'greyscale') {
    const y = luminance(rgb);
    return [y, y, y];
  }
  const row = ([a, b, c]: Triple) => Math.min(1, Math.max(0, a * rgb[0] + b * rgb[1] + c * rgb[2]));
  const [r, g, b] = DEFICIENCIES[vision];
  return [row(r), row(g), row(b)];
}

/** CIELAB under D65 as the given eye sees it. */
export function lab(hex: string, vision: Vision = 'normal'): Triple {
  const [r, g, b] = seen(hex, vision);
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const radians = Math.PI / 180;

function hue(a: number, b: number): number {
  return a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / radians + 360) % 360;
}

/** CIEDE2000 of two CIELAB colours (Sharma, Wu and Dalal, 2005). */
export function deltaE2000([L1, a1, b1]: Triple, [L2, a2, b2]: Triple): number {
  const mean = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const G = 0.5 * (1 - Math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7)));
  const [x1, x2] = [a1 * (1 + G), a2 * (1 + G)];
  const [C1, C2] = [Math.hypot(x1, b1), Math.hypot(x2, b2)];
  const [h1, h2] = [hue(x1, b1), hue(x2, b2)];
  const grey = C1 * C2 === 0;
  const turn = h2 - h1;
  const dh = grey ? 0 : turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn;
  const dL = L2 - L1;
  const dC = C2 - C1;
  const dH = 2 * Math.sqrt(C1 * C2) * Math.sin((dh / 2) * radians);
  const L = (L1 + L2) / 2;
  const C = (C1 + C2) / 2;
  const sum = h1 + h2;
  const H = grey
    ? sum
    : Math.abs(h1 - h2) <= 180
      ? sum / 2
      : sum < 360
        ? (sum + 360) / 2
        : (sum - 360) / 2;
  const T =
    1 -
    0.17 * Math.cos((H - 30) * radians) +
    0.24 * Math.cos(2 * H * radians) +
    0.32 * Math.cos((3 * H + 6) * radians) -
    0.2 * Math.cos((4 * H - 63) * radians);
  const SL = 1 + (0.015 * (L - 50) ** 2) / Math.sqrt(20 + (L - 50) ** 2);
  const SC = 1 + 0.045 * C;
  const SH = 1 + 0.015 * C * T;
  const RC = 2 * Math.sqrt(C ** 7 / (C ** 7 + 25 ** 7));
  const RT = -Math.sin(60 * Math.exp(-(((H - 275) / 25) ** 2)) * radians) * RC;
  return Math.sqrt((dL / SL) ** 2 + (dC / SC) ** 2 + (dH / SH) ** 2 + RT * (dC / SC) * (dH / SH));
}

/** How far apart two colours are for an eye. */
export const distance = (a: string, b: string, vision: Vision): number =>
  deltaE2000(lab(a, vision), lab(b, vision));
