/**
 * Text as GB18030, the encoding that older programs of Chinese offices open without being asked.
 * Browsers can only read it: the table for writing is the reading turned round, made when first
 * needed.
 */

/** Two bytes: 0x81–0xFE, then 0x40–0xFE without 0x7F. */
const LEADS = range(0x81, 0xfe);
const TRAILS = range(0x40, 0xfe).filter((byte) => byte !== 0x7f);
/** Four bytes for the rest of the basic plane: 0x81308130 to 0x8431A439. */
const BASIC_PLANE = 39_420;
/** Where the supplementary planes begin among the four-byte codes. */
const SUPPLEMENTARY = 189_000;
const NEWLINE = 0x0a;

/** Their two-byte codes differ between the editions of the standard; the four-byte ones do not. */
const UNSETTLED = /[\ue000-\uf8ff\ufe10-\ufe19\u9fb4-\u9fbb]/;

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

const fourBytes = (pointer: number): number[] => [
  0x81 + Math.floor(pointer / 12_600),
  0x30 + (Math.floor(pointer / 1_260) % 10),
  0x81 + (Math.floor(pointer / 10) % 126),
  0x30 + (pointer % 10),
];

type Table = ReadonlyMap<string, readonly number[]>;
let table: Table | undefined;

/** Codes are read a line each, so that one that a browser does not know spoils no other. */
function readCodes(codes: readonly (readonly number[])[]): readonly string[] {
  const bytes = Uint8Array.from(codes.flatMap((code) => [...code, NEWLINE]));
  return new TextDecoder('gb18030').decode(bytes).split('\n');
}

function makeTable(): Table {
  const made = new Map<string, readonly number[]>();
  const add = (codes: readonly (readonly number[])[], settledOnly: boolean) =>
    readCodes(codes).forEach((letter, i) => {
      const code = codes[i];
      const single = letter.length === 1 && letter !== '\ufffd';
      if (code === undefined || !single || made.has(letter)) return;
      if (!settledOnly || !UNSETTLED.test(letter)) made.set(letter, code);
    });
  add(
    LEADS.flatMap((lead) => TRAILS.map((trail) => [lead, trail])),
    true,
  );
  add(range(0, BASIC_PLANE - 1).map(fourBytes), false);
  return made;
}

const REPLACEMENT = fourBytes(39_417);

/** Every letter has a code; half a surrogate pair becomes that of U+FFFD. */
export function encodeGb18030(text: string): Uint8Array {
  table ??= makeTable();
  const bytes: number[] = [];
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0;
    if (point < 0x80) bytes.push(point);
    else if (point >= 0x10000) bytes.push(...fourBytes(SUPPLEMENTARY + point - 0x10000));
    else bytes.push(...(table.get(letter) ?? REPLACEMENT));
  }
  return Uint8Array.from(bytes);
}
