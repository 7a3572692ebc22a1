/** Running text as official documents set it. */
import type { Piece, Report } from './report.ts';

const HAN = '[\\p{Script=Han}，。；：、（）“”《》]';
const BEFORE = new RegExp(`(${HAN}) +(?=[\\d+A-Za-z\\u2212])`, 'gu');
const AFTER = new RegExp(`([\\d%A-Za-z]|\\d[年月日]) +(?=${HAN})`, 'gu');

/** 共 30 家 on screens is 共30家 on paper: word processors set the gap between two scripts. */
export const officialSpacing = (text: string): string =>
  text.replace(BEFORE, '$1').replace(AFTER, '$1');

/** Of a Chinese report, title, headings, paragraphs and captions; cells of tables stay as they are. */
export function inOfficialSpacing(report: Report): Report {
  if (report.locale !== 'zh') return report;
  const piece = (one: Piece): Piece => {
    if ('text' in one) return { ...one, text: officialSpacing(one.text) };
    if ('caption' in one) return { ...one, caption: officialSpacing(one.caption) };
    if (one.kind !== 'pair') return one;
    const [first, second] = one.figures;
    const captioned = (figure: typeof first) => ({
      ...figure,
      caption: officialSpacing(figure.caption),
    });
    return { ...one, figures: [captioned(first), captioned(second)] };
  };
  return {
    ...report,
    title: officialSpacing(report.title),
    sources: report.sources.map(officialSpacing),
    pieces: report.pieces.map(piece),
  };
}
