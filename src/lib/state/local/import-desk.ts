/** One import from files to tables, where it is done: in a worker. Holds what is too much for a page. */
import { zipSync } from 'fflate';
import type { DataSource } from '#lib/engine/index.ts';
import { importFiles } from '#lib/intake/import/import-files.ts';
import type { ImportFinding, ImportOutcome, ImportSeverity } from '#lib/intake/import/outcome.ts';
import { EMPTY_MAPPING, type Mapping } from '#lib/intake/mapping/mapping.ts';
import { parseMapping } from '#lib/intake/mapping/parse-mapping.ts';
import { openFolder } from '#lib/intake/import/folder.ts';
import { parsePeriod } from '#lib/intake/period.ts';
import { byCell } from '#lib/intake/report/by-cell.ts';
import { reportJson } from '#lib/intake/report/report.ts';
import { reportWorkbook } from '#lib/intake/report/xlsx-report.ts';
import { templateWorkbook } from '#lib/intake/template/template.ts';
import type { Manifest, Scheme } from '#lib/model/index.ts';
import { writeWorkbook, XLSX_TYPE, type WorkbookModel } from '#lib/office/xlsx/index.ts';
import { sortFiles, tooLargeFinding, type Sorted } from './handed-in.ts';
import type { LocalFile, LocalPack } from './local-pack.ts';
import { makePack } from './make-pack.ts';
import type {
  Asked,
  FindingFilter,
  ImportFault,
  ImportOrder,
  ImportSummary,
  Progress,
  SavedFile,
  YearToKeep,
} from './orders.ts';
import { preview, scoreManifest, type Preview, type PreviewScope, type Scored } from './preview.ts';
import { fetchFolder, overlaid } from './raw-folder.ts';
import { succession, type Succession, type YearsInForce } from './succession.ts';
import { answerChoices, summaryOf } from './summary.ts';

/** Why an import cannot go on; anything else that is thrown is a fault of the program. */
export class DeskError extends Error {
  override readonly name = 'DeskError';
  readonly fault: ImportFault;

  constructor(code: ImportFault['code'], detail: string) {
    super(`${code}: ${detail}`);
    this.fault = { code, detail };
  }
}

/** Institutions without a place that are sent along by name. */
const MOST_NAMED = 50;

const SEVERITIES: readonly ImportSeverity[] = ['error', 'warning', 'information'];

/** Errors first, otherwise in the order told. */
const errorsFirst = (findings: readonly ImportFinding[]): ImportFinding[] =>
  SEVERITIES.flatMap((severity) => findings.filter((one) => one.severity === severity));

export class ImportDesk {
  readonly #order: ImportOrder;
  readonly #source: DataSource;
  readonly #tell: (progress: Progress) => void;
  #folder: readonly LocalFile[] = [];
  #sorted: Sorted = { tables: [], tooLarge: [], mapping: null, leftOut: [] };
  #outcome: ImportOutcome | null = null;
  #findings: readonly ImportFinding[] = [];
  #mapping: string | null = null;
  #pack: LocalPack | null = null;
  readonly #scored = new Map<string, Promise<Scored>>();
  #preview: { readonly key: string; readonly made: Preview } | null = null;

  constructor(order: ImportOrder, source: DataSource, tell: (progress: Progress) => void) {
    this.#order = order;
    this.#source = source;
    this.#tell = tell;
  }

  /** Reads the files and the tables that they are merged into. */
  async open(): Promise<void> {
    const { files, published, kept } = this.#order;
    this.#sorted = await sortFiles(files, (done) =>
      this.#tell({ stage: 'read', done, total: files.length }),
    );
    const folder = await fetchFolder(published, this.#source, (done, total) =>
      this.#tell({ stage: 'fetch', done, total }),
    ).catch((cause: unknown) => {
      throw new DeskError('no_tables', cause instanceof Error ? cause.message : String(cause));
    });
    this.#folder = overlaid(folder, kept?.tables ?? []);
  }

  /** Imports, with the answers given so far; may be called again with more of them. */
  async run(mapping: string | null, period: string | null): Promise<ImportSummary> {
    const { tables, tooLarge, leftOut } = this.#sorted;
    // What lies beside the tables is meant for them, until something is answered anew.
    this.#mapping = (this.#outcome === null ? this.#sorted.mapping : null) ?? mapping;
    const outcome = importFiles(tables, this.#folder, {
      mapping: readMapping(this.#mapping),
      period: period === null ? null : parsePeriod(period),
      onProgress: (done, total, stage) => this.#tell({ stage, done, total }),
    });
    this.#outcome = outcome;
    const refused = tooLarge.map(tooLargeFinding);
    this.#findings = errorsFirst([...refused, ...byCell(outcome.findings)]);
    await this.#merge(outcome);
    return summaryOf(outcome, {
      choices: answerChoices(this.#folder),
      mapping: this.#mapping,
      leftOut,
      years: this.#years(),
      refused: tooLarge.map(({ name, bytes }) => ({
        ...{ file: name, bytes, format: null, encoding: null, sheets: [] },
        refusal: 'too_large' as const,
      })),
    });
  }

  findings(filter: FindingFilter & { from: number; count: number }): Asked['findings']['answer'] {
    const { severity, file, from, count } = filter;
    const found = this.#findings.filter(
      (one) =>
        (severity === null || one.severity === severity) && (file === null || one.file === file),
    );
    return { findings: found.slice(from, from + count), total: found.length };
  }

  /** A page of the ranking with the new data beside the one that counts now. */
  async preview(asked: Asked['preview']['with']): Promise<Asked['preview']['answer']> {
    const { from, count, ...scope } = asked;
    const key = JSON.stringify(scope);
    if (this.#preview?.key !== key) this.#preview = { key, made: await this.#compare(scope) };
    const { made } = this.#preview;
    return {
      ...made,
      rows: made.rows.slice(from, from + count),
      total: made.rows.length,
      unranked: made.unranked.slice(0, MOST_NAMED),
      unrankedCount: made.unranked.length,
    };
  }

  /** Who would lose their place by the new year; throws where the import opens none. */
  async succession(): Promise<Succession> {
    const years = this.#years();
    const own = this.#pack;
    if (!own || !years) throw new DeskError('unsound', 'no new year');
    const { layer, scheme } = own.manifest.edition;
    const now = await this.#score('now', this.#now(), { layer, scheme });
    return succession(now, await this.#score('next', own, { layer, scheme }), years);
  }

  /** What to keep; throws where nothing was imported. */
  packFor(savedAt: string, year: YearToKeep = 'new'): LocalPack {
    const pack = this.#pack;
    if (!pack?.manifest.local) throw new DeskError('unsound', 'nothing was imported');
    const local = { ...pack.manifest.local, savedAt };
    // The tables hold the later cut-off either way, as the new year's numbers lie before it.
    const edition = year === 'new' ? pack.manifest.edition : this.#now().manifest.edition;
    return { ...pack, manifest: { ...pack.manifest, local, edition } };
  }

  /** What counts on the pages while the import is looked at. */
  #now(): Pick<LocalPack, 'manifest' | 'files'> {
    const { published, kept } = this.#order;
    return kept ?? { manifest: published, files: [] };
  }

  #years(): YearsInForce | null {
    if (!this.#pack) return null;
    const [before, after] = [this.#now(), this.#pack].map(({ manifest }) =>
      manifest.edition.cutoff.slice(0, 4),
    );
    return before !== undefined && after !== undefined && before < after ? { before, after } : null;
  }

  file({ what, locale, day }: Asked['file']['with']): SavedFile {
    switch (what) {
      case 'mapping':
        return json('mapping.json', this.#mapping ?? '');
      case 'report-json':
        return json('import-report.json', reportJson(this.#imported()));
      case 'report-xlsx':
        return workbook(
          'import-report.xlsx',
          reportWorkbook(this.#imported(), {
            ...{ locale, day, names: this.#names() },
            handedIn: this.#sorted.tables,
          }),
        );
      case 'tables':
        return {
          name: 'data.zip',
          mime: 'application/zip',
          bytes: this.#zip(),
        };
    }
  }

  /** A blank form of a layer's institutions. */
  async template(asked: Asked['template']['with']): Promise<SavedFile> {
    const { layer, level, period, scheme, locale } = asked;
    const found = parsePeriod(period);
    if (layer === 'reported' || !found) throw new DeskError('unsound', `no form of ${layer}`);
    const { data, catalogue } = openFolder(this.#folder);
    const order = { data, catalogue, layer, level, period: found, locale } as const;
    return workbook(
      `template-${layer}-${level}-${period}.xlsx`,
      templateWorkbook({ ...order, scheme: await this.#scheme(scheme) }),
    );
  }

  /** Of institutions and indicators by their codes. */
  #names(): ReadonlyMap<string, string> {
    const { indicators, institutions } = answerChoices(this.#folder);
    return new Map([...indicators, ...institutions].map(({ code, name }) => [code, name]));
  }

  /** The changed tables where data/ has them, and the answers they were made with. */
  #zip(): Uint8Array {
    const entries = this.#imported().tables.map(
      ({ path, bytes }) => [`data/${path}`, bytes] as const,
    );
    const mapping =
      this.#mapping === null
        ? []
        : [['data/mapping.json', new TextEncoder().encode(this.#mapping)] as const];
    return zipSync(Object.fromEntries([...entries, ...mapping]), { mtime: ZIP_DAY });
  }

  #imported(): ImportOutcome {
    if (!this.#outcome) throw new DeskError('unsound', 'nothing was read');
    return this.#outcome;
  }

  async #merge({ tables }: ImportOutcome): Promise<void> {
    this.#pack = null;
    this.#preview = null;
    this.#scored.delete('next');
    for (const key of [...this.#scored.keys()])
      if (key.startsWith('next')) this.#scored.delete(key);
    if (tables.length === 0) return;
    this.#tell({ stage: 'pack', done: 0, total: 1 });
    const { published, kept } = this.#order;
    const result = await makePack({
      published,
      source: this.#source,
      folder: overlaid(this.#folder, tables),
      tables: overlaid(kept?.tables ?? [], tables),
      imported: [
        ...new Set([
          ...(kept?.manifest.local?.files ?? []),
          ...this.#sorted.tables.map(({ name }) => name),
        ]),
      ],
    });
    if (!result.ok) {
      const [first] = result.findings;
      throw new DeskError('unsound', first ? `${first.file}: ${first.code}` : '');
    }
    this.#pack = result.pack;
    this.#tell({ stage: 'pack', done: 1, total: 1 });
  }

  async #compare(scope: PreviewScope): Promise<Preview> {
    const own = this.#pack;
    if (!own) throw new DeskError('unsound', 'nothing was imported');
    return preview(
      await this.#score('now', this.#now(), scope),
      await this.#score('next', own, scope),
      scope,
    );
  }

  #score(
    which: 'now' | 'next',
    { manifest, files }: { readonly manifest: Manifest; readonly files: readonly LocalFile[] },
    { layer, scheme: id }: Pick<PreviewScope, 'layer' | 'scheme'>,
  ): Promise<Scored> {
    const key = `${which} ${layer} ${id}`;
    const known =
      this.#scored.get(key) ??
      this.#scheme(id).then((scheme) =>
        scoreManifest(manifest, files, this.#source, layer, scheme),
      );
    this.#scored.set(key, known);
    return known;
  }

  async #scheme(id: string): Promise<Scheme> {
    const file = this.#order.published.schemes.find((one) => one.id === id);
    if (!file) throw new DeskError('unsound', `no scheme ${id}`);
    const bytes = await this.#source.read(file.path, { bytes: file.bytes });
    return JSON.parse(new TextDecoder().decode(bytes)) as Scheme;
  }
}

/** Zip files carry a time; the same tables are the same file at any hour. */
const ZIP_DAY = new Date(1980, 0, 1);

function workbook(name: string, model: WorkbookModel): SavedFile {
  return { name, mime: XLSX_TYPE, bytes: writeWorkbook(model) };
}

const json = (name: string, text: string): SavedFile => ({
  ...{ name, mime: 'application/json' },
  bytes: new TextEncoder().encode(text),
});

function readMapping(text: string | null): Mapping {
  if (text === null || text.trim() === '') return EMPTY_MAPPING;
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new DeskError('bad_mapping', cause instanceof Error ? cause.message : '');
  }
  const read = parseMapping(value);
  if (read.ok) return read.mapping;
  const [fault] = read.faults;
  throw new DeskError('bad_mapping', fault ? `${fault.path} ${fault.found}: ${fault.rule.zh}` : '');
}
