/** Where one is between the province, a city and a county, and what lies below. */
import type { LocalText } from '#lib/model/index.ts';
import type { CompareView } from '#lib/state/compare-view.ts';
import type { InstitutionRow } from '#lib/state/dataset.ts';
import { displayName, institutionName } from '#lib/state/names.ts';
import { cityOf, provinceOf, type Ground } from './subjects.ts';

/** A place to go to; `view` is what differs there from where one is. */
export interface Step {
  readonly name: LocalText;
  readonly view: Partial<CompareView>;
}

export interface Trail {
  /** From the top down to where one is; only levels that the data have. */
  readonly crumbs: readonly Step[];
  /** One level further down. */
  readonly below: readonly Step[];
}

const nobody = { pick: [], against: null, open: [] } as const;

const cityStep = (code: string, name: LocalText): Step => ({
  name,
  view: { ...nobody, city: code, level: 'county' },
});

/** Counties are compared with their city's mean, where they lie in a city. */
const countyStep = (name: LocalText, one: InstitutionRow): Step => ({
  name,
  view: {
    ...nobody,
    city: one.city_code,
    level: 'county',
    pick: [one.institution_id],
    against: one.city_code === null ? 'province-mean' : 'city-mean',
  },
});

/** `only`: the one institution looked at; null where there are several. */
export function trailOf({ dataset, view }: Ground, only: InstitutionRow | null): Trail {
  const counties = dataset.institutions.filter(({ level }) => level === 'county');
  const cities = new Map<string, LocalText>();
  for (const one of counties) {
    const name = cityOf(one);
    if (one.city_code !== null && name !== null) cities.set(one.city_code, name);
  }
  const ofCity = (code: string | null) =>
    counties
      .filter(({ city_code }) => code === null || city_code === code)
      .map((one) => countyStep(displayName(dataset, one), one));
  const root = {
    name: provinceOf(dataset.institutions),
    view: { ...nobody, city: null, level: view.level },
  };
  const code = view.city ?? (view.level === 'county' ? (only?.city_code ?? null) : null);
  const city = code === null ? undefined : cities.get(code);
  const cityCrumb = city && code !== null ? [cityStep(code, city)] : [];
  if (only)
    return {
      crumbs: [
        root,
        ...(view.level === 'county' ? cityCrumb : []),
        {
          name: only.level === 'county' ? displayName(dataset, only) : institutionName(only),
          view: {},
        },
      ],
      below: [],
    };
  if (city) return { crumbs: [root, ...cityCrumb], below: ofCity(code) };
  return {
    crumbs: [root],
    below:
      cities.size > 0
        ? [...cities].map(([one, name]) => cityStep(one, name))
        : view.level === 'county'
          ? ofCity(null)
          : [],
  };
}
