/** What a ranking comes to, in sentences. */
import type { LocalText, SchemeBand } from '#lib/model/index.ts';
import type { RankedRow, RankingModel } from '#lib/views/ranking/model.ts';
import { scoreDecimals } from '#lib/ui/score-decimals.ts';
import { names, points, type Words } from './words.ts';

/** Institutions named at the top before the last ones. */
const LEADING = 3;

/** In the order of places, whatever the table is sorted by. */
const byPlace = ({ ranked }: RankingModel): RankedRow[] =>
  [...ranked].sort((a, b) => a.rank - b.rank);

function groups(rows: readonly RankedRow[]): RankedRow[][] {
  const found: RankedRow[][] = [];
  for (const row of rows) {
    const last = found[found.length - 1];
    if (last?.[0]?.rank === row.rank) last.push(row);
    else found.push([row]);
  }
  return found;
}

const nameOf = ({ name }: RankedRow): LocalText => name;

/** How many there are, who stands first and last, how far apart they are. */
export function placesSentences(model: RankingModel, scope: string, words: Words): string {
  const { r } = words;
  const rows = byPlace(model);
  const all = rows.length + model.unranked.length;
  if (rows.length === 0) return r.nobody(scope, all);
  const counted = r.counted(scope, all, rows.length);
  const decimals = scoreDecimals(rows);
  const scoreOf = ([row]: readonly RankedRow[]) => points(row?.score ?? NaN, decimals);
  if (rows.length === 1) return counted + r.alone(names(rows.map(nameOf), words), scoreOf(rows));
  const placed = groups(rows);
  const leading: RankedRow[][] = [];
  for (const group of placed) if (leading.flat().length < LEADING) leading.push(group);
  const said = leading.map((group) => {
    const tied = group.length > 1;
    return (tied ? r.tiedPlace : r.place)(
      group[0]!.rank,
      ...([names(group.map(nameOf), words), scoreOf(group)] as const),
    );
  });
  const last = placed[placed.length - 1]!;
  const end =
    placed.length > leading.length
      ? [
          (last.length > 1 ? r.tiedLast : r.last)(
            names(last.map(nameOf), words),
            last[0]!.rank,
            scoreOf(last),
          ),
        ]
      : [];
  const sentence = r.sentence([said.join(r.comma), ...end].join(r.semicolon));
  return [counted, sentence, spreadSentence(rows, decimals, words)].join('');
}

function spreadSentence(rows: readonly RankedRow[], decimals: number, { r }: Words): string {
  const scores = rows.map(({ score }) => score).sort((a, b) => a - b);
  const middle =
    (scores[Math.floor((scores.length - 1) / 2)]! + scores[Math.ceil((scores.length - 1) / 2)]!) /
    2;
  const spread = scores[scores.length - 1]! - scores[0]!;
  return r.spread(points(middle, decimals), points(spread, decimals));
}

/** How many rose, fell, stayed, came in; who moved furthest. Nothing that happened to nobody. */
export function changeSentences({ ranked }: RankingModel, words: Words): string {
  const { r } = words;
  const kinds = (kind: RankedRow['change']['kind']) =>
    ranked.filter(({ change }) => change.kind === kind);
  if (ranked.length === 0) return '';
  if (kinds('noPrevious').length === ranked.length) return r.change.noPrevious;
  const same = kinds('same').length;
  if (same === ranked.length) return r.change.allSame(same);
  const counts = (['up', 'down', 'same', 'new'] as const).flatMap((kind) => {
    const n = kinds(kind).length;
    return n === 0 ? [] : [r.change[kind](n)];
  });
  const furthest = (kind: 'up' | 'down'): string => {
    const moved = ranked.flatMap((row) =>
      row.change.kind === kind ? [{ row, places: row.change.places }] : [],
    );
    const most = moved.reduce((a, { places }) => Math.max(a, places), 0);
    if (most === 0) return '';
    const who = moved.filter(({ places }) => places === most).map(({ row }) => row.name);
    return (kind === 'up' ? r.change.riser : r.change.faller)(names(who, words), most);
  };
  const [up, down] = [furthest('up'), furthest('down')];
  return (
    r.change.counts(counts.join(words.m.finding.nameJoin)) +
    (up === '' && down === '' ? '' : r.change.most(up, down))
  );
}

/** How many are in each band, the best first; empty where the scheme has none. */
export function bandSentence(
  { ranked }: RankingModel,
  bands: readonly SchemeBand[],
  { r, m, locale }: Words,
): string {
  const counts = bands.flatMap(({ code, name }) => {
    const n = ranked.filter(({ band }) => band === code).length;
    return n === 0 ? [] : [r.band(name[locale], n)];
  });
  return counts.length === 0 ? '' : r.bands(counts.join(m.finding.nameJoin));
}
