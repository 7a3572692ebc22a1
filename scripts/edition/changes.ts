/** What is different from the edition before, in sentences for the ledger. */
import type { LocalText, ManifestEdition } from '#lib/model/index.ts';
import type { PublishedRow } from './published-result.ts';

export interface Side {
  readonly edition: Pick<ManifestEdition, 'id' | 'scheme' | 'scheme_version' | 'inputs'>;
  readonly rows: readonly PublishedRow[];
}

export interface ChangeContext {
  /** Name of an institution by its id. */
  readonly name: (id: string) => LocalText;
  /** Numbers of the table that were corrected at least once. */
  readonly revisedIn: (path: string) => number;
}

const say = (zh: string, en: string): LocalText => ({ zh, en });
/** Named in a list before the rest is only counted. */
const NAMED = 5;

function names(ids: readonly string[], { name }: ChangeContext): LocalText {
  const said = ids.slice(0, NAMED).map(name);
  const more = ids.length - said.length;
  return say(
    said.map(({ zh }) => zh).join('、') + (more > 0 ? `等${ids.length}家` : ''),
    said.map(({ en }) => en).join(', ') + (more > 0 ? ` and ${more} more` : ''),
  );
}

const about = (
  ids: readonly string[],
  context: ChangeContext,
  word: (list: LocalText) => LocalText,
): LocalText[] => (ids.length === 0 ? [] : [word(names(ids, context))]);

/** The sentences, in the order scheme, data, institutions, places; before is null for the first. */
export function changesSince(before: Side | null, now: Side, context: ChangeContext): LocalText[] {
  if (before === null) return [say('首次发布', 'First edition')];
  return [
    schemeChange(before.edition, now.edition),
    ...dataChanges(before.edition, now.edition, context),
    ...comingAndGoing(before, now, context),
    ...movers(before, now, context),
  ];
}

type Entry = Side['edition'];

function schemeChange(before: Entry, now: Entry): LocalText {
  const of = ({ scheme, scheme_version }: Entry) => `${scheme} ${scheme_version}`;
  return of(before) === of(now)
    ? say(`方案未变（${of(now)}）`, `Same scheme (${of(now)})`)
    : say(`方案由 ${of(before)} 改为 ${of(now)}`, `Scheme ${of(now)} instead of ${of(before)}`);
}

const isObservation = (path: string) => /\/observations\/\d{4}\.csv$/.test(path);

function dataChanges(before: Entry, now: Entry, { revisedIn }: ChangeContext): LocalText[] {
  const then = new Map(before.inputs.map(({ path, sha256 }) => [path, sha256]));
  const tables = now.inputs.filter(({ path }) => isObservation(path));
  const years = tables.filter(({ path }) => !then.has(path)).map(({ path }) => path.slice(-8, -4));
  const changed = tables.filter(({ path, sha256 }) => then.has(path) && then.get(path) !== sha256);
  return [
    ...(years.length === 0
      ? []
      : [say(`新纳入${years.join('、')}年数据`, `Data of ${years.join(', ')} taken in`)]),
    ...changed.map(({ path }) => {
      const count = revisedIn(path);
      return say(
        `上一版（${before.id}）锁定后，${path} 有更正或补报，表中修订过的数共${count}个`,
        `${path} was corrected or completed since the edition ${before.id}; ${count} of its numbers are revised ones`,
      );
    }),
  ];
}

const institutionsOf = ({ rows }: Side) => [...new Set(rows.map((row) => row.institution_id))];

/** Rank in the index by institution; only those that were ranked. */
const ranksOf = ({ rows }: Side): Map<string, number> =>
  new Map(
    rows.flatMap(({ institution_id, rank }) =>
      rank === '' ? [] : [[institution_id, Number(rank)] as const],
    ),
  );

function comingAndGoing(before: Side, now: Side, context: ChangeContext): LocalText[] {
  const [old, fresh] = [institutionsOf(before), institutionsOf(now)];
  const [ranksOld, ranksNew] = [ranksOf(before), ranksOf(now)];
  const both = fresh.filter((id) => old.includes(id));
  return [
    ...about(
      fresh.filter((id) => !old.includes(id)),
      context,
      ({ zh, en }) => say(`新增机构：${zh}`, `New institutions: ${en}`),
    ),
    ...about(
      old.filter((id) => !fresh.includes(id)),
      context,
      ({ zh, en }) => say(`不再列入：${zh}`, `No longer listed: ${en}`),
    ),
    ...about(
      both.filter((id) => !ranksOld.has(id) && ranksNew.has(id)),
      context,
      ({ zh, en }) =>
        say(
          `上一版不参加排名，本版参加：${zh}`,
          `Ranked now, and not in the edition before: ${en}`,
        ),
    ),
    ...about(
      both.filter((id) => ranksOld.has(id) && !ranksNew.has(id)),
      context,
      ({ zh, en }) =>
        say(
          `上一版参加排名，本版不参加：${zh}`,
          `Ranked in the edition before, and not now: ${en}`,
        ),
    ),
  ];
}

interface Move {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** Moves of the largest size told one by one. */
const LARGEST = 3;

function movers(before: Side, now: Side, context: ChangeContext): LocalText[] {
  const old = ranksOf(before);
  const moves = [...ranksOf(now)].flatMap(([id, to]): Move[] => {
    const from = old.get(id);
    return from === undefined ? [] : [{ id, from, to }];
  });
  const up = moves
    .filter(({ from, to }) => to < from)
    .sort((a, b) => a.to - a.from - (b.to - b.from));
  const down = moves
    .filter(({ from, to }) => to > from)
    .sort((a, b) => b.to - b.from - (a.to - a.from));
  const same = moves.length - up.length - down.length;
  if (moves.length === 0) return [];
  const counts = say(
    `两版都参加排名的${moves.length}家：名次上升${up.length}家，下降${down.length}家，持平${same}家`,
    `Ranked in both editions: ${moves.length}; ${up.length} rose, ${down.length} fell, ${same} kept their rank`,
  );
  const told = (list: readonly Move[], zhWord: string, enWord: string): LocalText[] => {
    if (list.length === 0) return [];
    const said = list.slice(0, LARGEST).map(({ id, from, to }) => {
      const name = context.name(id);
      const by = Math.abs(to - from);
      return say(
        `${name.zh}${zhWord}${by}位（第${from}名→第${to}名）`,
        `${name.en} by ${by} (${from} to ${to})`,
      );
    });
    return [
      say(
        `${zhWord}最多：${said.map(({ zh }) => zh).join('、')}`,
        `${enWord}: ${said.map(({ en }) => en).join(', ')}`,
      ),
    ];
  };
  return [counts, ...told(up, '上升', 'Rose most'), ...told(down, '下降', 'Fell most')];
}
