/** Comments of cells: their texts, and the boxes that older and newer programs alike draw. */
import { element, XML_HEAD } from '../xml.ts';
import { cellText, tElement } from './cell-text.ts';
import type { PlacedComment } from './cells-xml.ts';
import { SPREADSHEET } from './namespaces.ts';
import { cellReference } from './references.ts';
import { printedWidth } from './printed-width.ts';

/** The texts. */
export function commentsPart(comments: readonly PlacedComment[], author: string): string {
  const list = comments.map(({ row, column, text }) =>
    element(
      'comment',
      { ref: cellReference(row, column), authorId: 0 },
      element('text', {}, `<r>${tElement(text)}</r>`),
    ),
  );
  return (
    XML_HEAD +
    element(
      'comments',
      { xmlns: SPREADSHEET },
      element('authors', {}, element('author', {}, cellText(author))) +
        element('commentList', {}, list.join('')),
    )
  );
}

/** Letters a line of a box holds, and the height of a line in points. */
const LINE = { letters: 40, points: 15 };

function boxHeight(text: string): number {
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(printedWidth(line) / LINE.letters)), 0);
  return (lines + 1) * LINE.points;
}

function boxXml({ row, column, text }: PlacedComment, index: number): string {
  const style =
    `position:absolute;margin-left:60pt;margin-top:2pt;width:240pt;height:${boxHeight(text)}pt;` +
    `z-index:${index + 1};visibility:hidden`;
  const client =
    '<x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill>' +
    `<x:Row>${row}</x:Row><x:Column>${column}</x:Column>`;
  return element(
    'v:shape',
    {
      // The names that spreadsheets themselves give.
      id: `_x0000_s${String(index + 1).padStart(4, '0')}`,
      type: '#_x0000_t202',
      style,
      fillcolor: '#ffffe1',
      'o:insetmode': 'auto',
    },
    element('v:fill', { color2: '#ffffe1' }) +
      element('v:shadow', { color: 'black', obscured: 't' }) +
      element('v:path', { 'o:connecttype': 'none' }) +
      element(
        'v:textbox',
        { style: 'mso-direction-alt:auto' },
        element('div', { style: 'text-align:left' }),
      ) +
      element('x:ClientData', { ObjectType: 'Note' }, client),
  );
}

/** The boxes. */
export function boxesPart(comments: readonly PlacedComment[]): string {
  const shapeType = element(
    'v:shapetype',
    {
      id: '_x0000_t202',
      coordsize: '21600,21600',
      'o:spt': 202,
      path: 'm,l,21600r21600,l21600,xe',
    },
    element('v:stroke', { joinstyle: 'miter' }) +
      element('v:path', { gradientshapeok: 't', 'o:connecttype': 'rect' }),
  );
  return element(
    'xml',
    {
      'xmlns:v': 'urn:schemas-microsoft-com:vml',
      'xmlns:o': 'urn:schemas-microsoft-com:office:office',
      'xmlns:x': 'urn:schemas-microsoft-com:office:excel',
    },
    element(
      'o:shapelayout',
      { 'v:ext': 'edit' },
      element('o:idmap', { 'v:ext': 'edit', data: 1 }),
    ) +
      shapeType +
      comments.map(boxXml).join(''),
  );
}
