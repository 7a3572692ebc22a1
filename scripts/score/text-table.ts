/** Chinese characters and full-width signs take two columns of a terminal. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Columns of a terminal that a text takes. */
export const widthOf = (text: string): number =>
  [...text].reduce((width, char) => width + (WIDE.test(char) ? 2 : 1), 0);

/** A column: its head, its cells, and on which side they are lined up. */
export interface TextColumn {
  readonly head: string;
  readonly cells: readonly string[];
  readonly align: 'left' | 'right';
}

/** Lines of a table: head, rule, one a row; columns as wide as their widest cell. */
export function textTable(columns: readonly TextColumn[]): string[] {
  const widths = columns.map(({ head, cells }) => Math.max(...[head, ...cells].map(widthOf)));
  const line = (texts: readonly string[]) =>
    texts
      .map((text, i) => {
        const gap = ' '.repeat(widths[i]! - widthOf(text));
        return columns[i]!.align === 'left' ? text + gap : gap + text;
      })
      .join('  ')
      .trimEnd();
  const rows = columns[0]?.cells.length ?? 0;
  return [
    line(columns.map(({ head }) => head)),
    widths.map((width) => '─'.repeat(width)).join('  '),
    ...Array.from({ length: rows }, (_, row) => line(columns.map(({ cells }) => cells[row]!))),
  ];
}
