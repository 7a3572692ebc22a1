/** What targets are judged by: the yearly numbers of institutions, published facts, activities. */
import type {
  Activity,
  Indicator,
  Layer,
  LocalText,
  SeriesBreak,
  Source,
} from '#lib/model/index.ts';
import type {
  InstitutionRow,
  ReportedFact,
  SchemeObservation,
  TargetRow,
} from '#lib/queries/index.ts';

export interface TargetInstitution extends Pick<
  InstitutionRow,
  | 'institution_id'
  | 'level'
  | 'region_code'
  | 'city_code'
  | 'province_code'
  | 'valid_from'
  | 'valid_to'
> {
  /** What people call it: the name of its region, where it is the only one of its level there. */
  readonly name: LocalText;
}

/** A yearly number of an institution, in its latest revision. */
export type TargetCell = Pick<
  SchemeObservation,
  | 'institution_id'
  | 'indicator'
  | 'period'
  | 'value'
  | 'missing_reason'
  | 'value_text'
  | 'qualifier'
  | 'numerator'
  | 'denominator'
  | 'denominator_kind'
  | 'source_id'
  | 'locator'
  | 'note'
>;

/** A cell that leaves out what is absent: most are plain numbers, and there are many. */
export type PackedCell = Pick<TargetCell, 'institution_id' | 'indicator' | 'period'> &
  Partial<TargetCell>;

const PLAIN: Omit<TargetCell, 'institution_id' | 'indicator' | 'period'> = {
  value: null,
  missing_reason: null,
  value_text: null,
  qualifier: 'exact',
  numerator: null,
  denominator: null,
  denominator_kind: null,
  source_id: '',
  locator: '',
  note: null,
};

/** The inverse of what `indexEvidence` does to every cell. */
export function packCell({ institution_id, indicator, period, ...rest }: TargetCell): PackedCell {
  const said = Object.entries(rest).filter(
    ([name, value]) => value !== PLAIN[name as keyof typeof PLAIN],
  );
  return {
    institution_id,
    indicator,
    period,
    ...(Object.fromEntries(said) as Partial<TargetCell>),
  };
}

/** Everything about the targets of one layer; layers never answer for one another. */
export interface TargetEvidence {
  readonly layer: Layer;
  readonly targets: readonly TargetRow[];
  readonly institutions: readonly TargetInstitution[];
  readonly cells: readonly PackedCell[];
  /** Published facts that may tell a result. */
  readonly facts: readonly ReportedFact[];
  readonly activities: readonly Activity[];
  readonly breaks: readonly SeriesBreak[];
  /** The indicators of the targets and of the facts. */
  readonly indicators: readonly Indicator[];
  readonly sources: readonly Source[];
  /** Names of the regions that targets are set for, by code. */
  readonly regions: Readonly<Record<string, LocalText>>;
}

/** Evidence with its cells by place. */
export interface IndexedEvidence extends TargetEvidence {
  /** Years with numbers, ascending. */
  readonly periods: readonly string[];
  cell(institution: string, period: string, indicator: string): TargetCell | null;
}

const key = (institution: string, period: string, indicator: string) =>
  `${institution} ${period} ${indicator}`;

export function indexEvidence(evidence: TargetEvidence): IndexedEvidence {
  const cells = new Map(
    evidence.cells.map((cell) => [
      key(cell.institution_id, cell.period, cell.indicator),
      { ...PLAIN, ...cell },
    ]),
  );
  return {
    ...evidence,
    periods: [...new Set(evidence.cells.map(({ period }) => period))].sort(),
    cell: (institution, period, indicator) =>
      cells.get(key(institution, period, indicator)) ?? null,
  };
}

/** The institutions in a region that existed in a year: its own and all below it. */
export const institutionsOf = (
  { institutions }: Pick<TargetEvidence, 'institutions'>,
  region: string,
  year: string,
): TargetInstitution[] =>
  institutions.filter(
    ({ region_code, city_code, province_code, valid_from, valid_to }) =>
      [region_code, city_code, province_code].includes(region) &&
      valid_from <= `${year}-12-31` &&
      (valid_to === null || valid_to >= `${year}-01-01`),
  );
