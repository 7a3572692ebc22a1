/** An explained change in words and as a table in which the numbers shown add up. */
import { formatNumber } from '#lib/i18n/index.ts';
import { isGroup, type LocalText, type Scheme, type SchemeNode } from '#lib/model/index.ts';
import type { TableColumn, TableRow } from '#lib/ui/data-table.ts';
import type { Explained } from './explain.ts';
import { roundParts } from './round-parts.ts';
import { signed, type Speech } from './words.ts';

const SOURCES = ['own', 'peers', 'scheme'] as const;
const DECIMALS = 1;

export interface ExplainedTable {
  readonly sentence: string;
  /** Empty where the own part cannot be split. */
  readonly indicators: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

export function explainTable(
  { from, to, score, rank, indicators }: Explained,
  scheme: Scheme | undefined,
  { t, m, locale }: Speech,
): ExplainedTable {
  const points = roundParts(score.before, score.after, score.parts, DECIMALS);
  // A place gained is shown as positive, so the ends run the other way round.
  const places = roundParts(-rank.before, -rank.after, negated(rank.parts), DECIMALS);
  const place = (value: number) => t.place(formatNumber(-value, 0));
  const names = scheme ? namesBelow(scheme.index) : new Map<string, LocalText>();
  const list = indicators.map(({ code, points: moved }) =>
    t.explain.indicator(names.get(code)?.[locale] ?? code, signed(moved, DECIMALS)),
  );
  const row = (cells: string[]): TableRow => ({ id: null, cells });
  return {
    sentence: t.explain.sentence(
      signed(points.parts.own, DECIMALS),
      signed(points.parts.peers, DECIMALS),
      signed(points.parts.scheme, DECIMALS),
      // In whole tenths, so that no rest of a binary fraction shows.
      signed(Math.round((points.after - points.before) * 10) / 10, DECIMALS),
    ),
    indicators: list.length === 0 ? '' : t.explain.indicators(list.join(m.finding.nameJoin)),
    columns: [
      { label: t.explain.source },
      { label: t.explain.score, unit: t.explain.scoreUnit, numeric: true },
      { label: t.explain.rank, unit: t.explain.rankUnit, numeric: true },
    ],
    rows: [
      row([t.explain.at(from), formatNumber(points.before, DECIMALS), place(places.before)]),
      ...SOURCES.map((source) =>
        row([
          t.explain[source],
          signed(points.parts[source], DECIMALS),
          signed(places.parts[source], DECIMALS),
        ]),
      ),
      row([t.explain.at(to), formatNumber(points.after, DECIMALS), place(places.after)]),
    ],
  };
}

const negated = (parts: Explained['rank']['parts']): Explained['rank']['parts'] => ({
  own: -parts.own,
  peers: -parts.peers,
  scheme: -parts.scheme,
});

function namesBelow(node: SchemeNode): Map<string, LocalText> {
  if (!isGroup(node)) return new Map([[node.code, node.name]]);
  return new Map(node.children.flatMap((child) => [...namesBelow(child)]));
}
