/** Five linked yearly series for one institution: stocks follow from the year before. */
import { YEARS, type YearValues } from './panel.ts';
import type { Profile } from './profiles.ts';
import { type Random, stream } from './random.ts';

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
const whole = (value: number) => Math.max(0, Math.round(value));
/** Inspection scores are given in half points. */
const halfPoint = (value: number) => Math.round(value * 2) / 2;

/** Certified engineers: the share rises towards the 80 % target, at most a few people a year. */
function certified(profile: Profile, step: number, staff: number, before: number | null): number {
  const level = capability(profile, 2, step);
  const share = clamp(0.32 + 0.5 * level + 0.05 * step, 0.32, 0.94);
  const wanted = Math.round(share * staff);
  const moves = Math.max(1, Math.round(staff * 0.12));
  const near = before === null ? wanted : clamp(wanted, before - 1, before + moves);
  return clamp(near, Math.ceil(0.31 * staff), Math.floor(0.95 * staff));
}

/** Capability of a dimension `step` years after the first; -1 is the year before it. */
function capability(profile: Profile, dimension: number, step: number): number {
  return profile.capability[dimension]?.[step + 1] ?? 0;
}

function standards(profile: Profile, step: number, before: number | null, random: Random) {
  const { low, span } = profile.standards;
  const wanted = Math.round(low + span * capability(profile, 1, step) + random.bell());
  const previous =
    before ?? Math.round(low + span * capability(profile, 1, step - 1) + random.bell());
  const shrink = clamp(previous - wanted, 0, 2);
  const retired = Math.max(shrink, random.chance(0.08) ? 1 : 0);
  const fresh = Math.max(0, wanted - previous + retired);
  return { held: previous + fresh - retired, fresh, retired };
}

function inspection(profile: Profile, step: number, random: Random): number {
  return clamp(halfPoint(60 + 34 * capability(profile, 5, step) + 5 * random.bell()), 50, 98);
}

function service(profile: Profile, step: number, random: Random) {
  const level = capability(profile, 3, step);
  const firms = whole(
    (profile.firms.low + profile.firms.span * level) * (1 + 0.12 * random.bell()),
  );
  return {
    TZ4A: firms,
    TZ4B: whole(firms * (0.1 + 0.08 * level) * (1 + 0.2 * random.bell())),
    TZ4C: whole(firms * (0.4 + 0.35 * level) * (1 + 0.2 * random.bell())),
  };
}

/** Values of one year, given those of the year before (null in the first). */
function yearValues(
  seed: number,
  profile: Profile,
  step: number,
  before: YearValues | null,
): YearValues {
  const random = stream(seed, `${profile.place}/${YEARS[step] ?? step}`);
  const { held, fresh, retired } = standards(profile, step, before?.TZ2 ?? null, random);
  const items = Math.round(profile.items.low + profile.items.span * capability(profile, 0, step));
  const staff = (before?.TZ3D ?? profile.staff) + (random.chance(0.3) ? random.integer(-1, 1) : 0);
  const engineers = certified(profile, step, staff, before && before.TZ3A + before.TZ3B);
  const level1 = clamp(Math.round(engineers * 0.22), before?.TZ3A ?? 1, (before?.TZ3A ?? 99) + 1);
  const lasting = (scale: { low: number; span: number }, dimension: number) =>
    whole(scale.low + scale.span * capability(profile, dimension, step));
  const mandatory = clamp(items, before?.TZ1 ?? 0, profile.assigned);
  return {
    TZ1: mandatory,
    TZ1N: profile.assigned,
    TZ_ALL: Math.max(mandatory, Math.round(held * profile.breadth)),
    TZ2: held,
    TZ2N: fresh,
    TZ2X: retired,
    TZ2H: Math.round(held * 0.3),
    TZ3A: Math.min(level1, engineers),
    TZ3B: engineers - Math.min(level1, engineers),
    TZ3D: staff,
    ...service(profile, step, random),
    TZ4D: Math.max(before?.TZ4D ?? 0, lasting(profile.centres, 3)),
    TZ5: Math.max(before?.TZ5 ?? 0, lasting(profile.labs, 4)),
    TZ5R: whole(
      profile.projects.low + profile.projects.span * capability(profile, 4, step) + random.bell(),
    ),
    TZ6A: inspection(profile, step, random),
    TZ6B: inspection(profile, step, random),
    TZ6C: inspection(profile, step, random),
    TZ6D: inspection(profile, step, random),
  };
}

/** The years of one institution, in order. */
export function series(seed: number, profile: Profile): YearValues[] {
  const years: YearValues[] = [];
  for (const step of YEARS.keys())
    years.push(yearValues(seed, profile, step, years[step - 1] ?? null));
  return years;
}
