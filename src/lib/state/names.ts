/** What institutions are called on the page. */
import type { LocalText } from '#lib/model/index.ts';
import type { Dataset, InstitutionRow } from './dataset.ts';

/** The name on its seal. */
export const institutionName = ({ name_zh, name_en }: InstitutionRow): LocalText => ({
  zh: name_zh,
  en: name_en,
});

/** The region's name where the institution is the only one of its level there, else its own. */
export function displayName(
  dataset: Pick<Dataset, 'institutions'>,
  institution: InstitutionRow,
): LocalText {
  const { region_code, level, region_name_zh, region_name_en } = institution;
  const shared = dataset.institutions.filter(
    (other) => other.region_code === region_code && other.level === level,
  ).length;
  if (region_name_zh === null || shared > 1) return institutionName(institution);
  return { zh: region_name_zh, en: region_name_en ?? region_name_zh };
}
