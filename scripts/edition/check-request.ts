/** What may be locked, and what stands in the way. */
import type { Edition } from '#lib/intake/index.ts';
import type { ManifestEdition } from '#lib/model/index.ts';
import { problem, type Problem } from '../score/problem.ts';
import type { EditionOptions } from './options.ts';

export const yearOf = (id: string): string => id.slice(0, 4);

/** The edition that stands for a year now: the last one locked of it. */
export const standing = (
  ledger: readonly ManifestEdition[],
  { layer, scheme }: Pick<Edition, 'layer' | 'scheme'>,
  year: string,
): ManifestEdition | undefined =>
  ledger.filter((one) => one.layer === layer && one.scheme === scheme && one.period === year).pop();

/** Everything that forbids to lock the edition asked for; empty where nothing does. */
export function checkLock(
  id: string,
  { succeeds, date }: Pick<EditionOptions, 'succeeds' | 'date'>,
  inForce: Edition,
  ledger: readonly ManifestEdition[],
): Problem[] {
  const same = ledger.find((one) => one.id === id);
  if (same)
    return [
      problem(
        '--id',
        `${id} 版已于 ${same.locked_on} 锁定，不能改；要更正，另锁一版：--id ${yearOf(id)}-2 --succeeds ${id}`,
        `the edition ${id} was locked on ${same.locked_on} and is never changed; to correct it, lock another: --id ${yearOf(id)}-2 --succeeds ${id}`,
      ),
    ];
  const before = standing(ledger, inForce, yearOf(id));
  return [
    ...yearProblems(id, inForce, before),
    ...successionProblems(id, succeeds, before),
    ...dateProblems(date, before?.cutoff ?? inForce.cutoff, before),
  ];
}

function yearProblems(
  id: string,
  inForce: Edition,
  before: ManifestEdition | undefined,
): Problem[] {
  if (id === inForce.id)
    return inForce.cutoff.startsWith(yearOf(id))
      ? []
      : [
          problem(
            'edition.json',
            `截止日 ${inForce.cutoff} 不在 ${yearOf(id)} 年，版号与年度不符`,
            `the cut-off ${inForce.cutoff} is not in ${yearOf(id)}: id and year do not fit`,
          ),
        ];
  if (before) return [];
  return [
    problem(
      '--id',
      `正在编的是 ${inForce.id} 版（edition.json），${yearOf(id)} 年也没有可接替的版`,
      `the edition in work is ${inForce.id} (edition.json), and there is none of ${yearOf(id)} to succeed`,
      { found: id },
    ),
  ];
}

function successionProblems(
  id: string,
  succeeds: string | null,
  before: ManifestEdition | undefined,
): Problem[] {
  if (succeeds === (before?.id ?? null))
    // Where a year has several editions, the page shows the last by name.
    return before === undefined || id > before.id
      ? []
      : [
          problem(
            '--id',
            `接替的版号须排在 ${before.id} 之后（按文字排序）`,
            `the successor’s id sorts after ${before.id} (as text)`,
            { found: id },
          ),
        ];
  const year = yearOf(id);
  return [
    before === undefined
      ? problem(
          '--succeeds',
          `${year} 年没有锁定的版，不要写此项`,
          `no edition of ${year} is locked: leave it out`,
        )
      : problem(
          '--succeeds',
          `${year} 年已由 ${before.id} 版锁定；要出新的一版接替它，写 --succeeds ${before.id}`,
          `${year} is locked as edition ${before.id}; to publish one in its place: --succeeds ${before.id}`,
        ),
  ];
}

function dateProblems(
  date: string,
  cutoff: string,
  before: ManifestEdition | undefined,
): Problem[] {
  const earliest = before && before.locked_on > cutoff ? before.locked_on : cutoff;
  return date >= earliest
    ? []
    : [problem('--date', `锁定日不得早于 ${earliest}`, `not before ${earliest}`, { found: date })];
}

/** What forbids to move edition.json on; `locked` is the edition being locked by the same command. */
export function checkNext(
  next: string,
  locked: string | null,
  inForce: Edition,
  ledger: readonly ManifestEdition[],
): Problem[] {
  const refuse = (zh: string, en: string) => [problem('--next', zh, en, { found: next })];
  if (next === inForce.id || next === locked || ledger.some((one) => one.id === next))
    return refuse('这一版已经有了', 'there is that edition already');
  if (locked !== null && locked !== inForce.id)
    return refuse(
      `只随正在编的 ${inForce.id} 版一起用`,
      `goes with the edition in work, ${inForce.id}, only`,
    );
  if (locked === null && !ledger.some((one) => one.id === inForce.id))
    return refuse(
      `${inForce.id} 版还没有锁定，先锁定它`,
      `the edition ${inForce.id} is not locked yet: lock it first`,
    );
  if (next < inForce.id) return refuse(`须排在 ${inForce.id} 之后`, `sorts after ${inForce.id}`);
  return [];
}
