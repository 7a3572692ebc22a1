/** Where an import stands: nothing yet, at work, done with its report, or given up. */
import { parseMapping } from '#lib/intake/mapping/parse-mapping.ts';
import { printMapping } from '#lib/intake/mapping/print-mapping.ts';
import { withAnswer, type Answer } from '#lib/intake/mapping/with-answer.ts';
import { EMPTY_MAPPING, type Mapping, type Question } from '#lib/intake/mapping/mapping.ts';
import type { Manifest } from '#lib/model/index.ts';
import { ImportError, Importing, type ImportEffects } from '#lib/state/local/host.ts';
import { keepMapping, readKeptMapping } from '#lib/state/local/kept-mapping.ts';
import type { LocalData } from '#lib/state/local/local-data.svelte.ts';
import type {
  Asked,
  AskedKind,
  ImportFault,
  ImportSummary,
  Progress,
  YearToKeep,
} from '#lib/state/local/orders.ts';
import type { StoreFault } from '#lib/state/local/store.ts';

export type Phase =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly progress: Progress | null }
  | { readonly kind: 'done'; readonly summary: ImportSummary }
  | { readonly kind: 'failed'; readonly fault: ImportFault };

interface IntakeContext {
  readonly dataFolder: () => string;
  readonly published: Manifest;
  readonly local: LocalData;
  readonly now: () => Date;
  readonly effects?: ImportEffects;
}

/** The mapping of a file's text; null where it cannot be read. */
function mappingOf(text: string | null): Mapping | null {
  if (text === null) return EMPTY_MAPPING;
  try {
    const read = parseMapping(JSON.parse(text.replace(/^\uFEFF/, '')));
    return read.ok ? read.mapping : null;
  } catch {
    return null;
  }
}

const sizeOf = ({ headings, institutions, units }: Mapping): number =>
  headings.size + institutions.size + units.size;

export class Intake {
  readonly #context: IntakeContext;
  #importing: Importing | null = null;
  #files: readonly File[] = [];
  #phase = $state.raw<Phase>({ kind: 'idle' });
  /** What counted when the files were imported, and what they were kept as since. */
  readonly #bases = new Set<string | null>();
  #mapping = $state.raw<string | null>(null);
  #isMappingKept = $state(true);
  #kept = $state.raw<{ readonly savedAt: string; readonly unkept: StoreFault | null } | null>(null);
  /** Year for tables that tell none. */
  period = $state<string | null>(null);

  constructor(context: IntakeContext) {
    this.#context = context;
  }

  get phase(): Phase {
    return this.#phase;
  }

  /** Text of the mapping file; null while nothing was answered. */
  get mapping(): string | null {
    return this.#mapping;
  }

  get answers(): number {
    return sizeOf(mappingOf(this.#mapping) ?? EMPTY_MAPPING);
  }

  get isMappingKept(): boolean {
    return this.#isMappingKept;
  }

  /** Set while the import counts on the pages; `unkept` where it lasts for the visit only. */
  get kept(): { readonly unkept: StoreFault | null } | null {
    const { state } = this.#context.local;
    // It may have been undone meanwhile, here or in another tab.
    const counts = state.kind === 'active' ? state.pack.manifest.local?.savedAt : null;
    return this.#kept !== null && this.#kept.savedAt === counts ? this.#kept : null;
  }

  /** Reads the answers of former visits; to be called when scripts run. */
  restore(): void {
    const kept = readKeptMapping();
    this.#mapping = mappingOf(kept) ? kept : null;
  }

  /** Imports files; what was imported before and not kept is gone. */
  async start(files: readonly File[]): Promise<void> {
    this.discard();
    this.#files = files;
    await this.#import();
  }

  /** The same files once more, e.g. after a fault. */
  again(): Promise<void> {
    return this.start(this.#files);
  }

  /** Answers questions and imports once more with the answers. */
  async answer(answers: readonly (readonly [Question, Answer])[]): Promise<void> {
    let mapping = mappingOf(this.#mapping) ?? EMPTY_MAPPING;
    for (const [question, answer] of answers) {
      const { key, kind } = question;
      if (kind !== 'period') mapping = withAnswer(mapping, { key, kind }, answer);
      else if (answer !== 'ignore') this.period = answer.code;
    }
    this.#setMapping(printMapping(mapping));
    await this.#run();
  }

  /** Another year for tables that tell none. */
  async setPeriod(period: string | null): Promise<void> {
    this.period = period;
    if (this.#phase.kind === 'done') await this.#run();
  }

  /** Takes over a mapping file; false where it is none. */
  async loadMapping(text: string): Promise<boolean> {
    const mapping = mappingOf(text);
    if (!mapping) return false;
    this.#setMapping(printMapping(mapping));
    if (this.#phase.kind === 'done') await this.#run();
    return true;
  }

  forgetMapping(): void {
    this.#setMapping(null);
  }

  cancel(): void {
    this.#importing?.cancel();
  }

  /** Back to the beginning; what counts on the pages is untouched. */
  discard(): void {
    this.#importing?.cancel();
    this.#importing = null;
    this.#kept = null;
    this.#phase = { kind: 'idle' };
  }

  ask<K extends AskedKind>(kind: K, what: Asked[K]['with']): Promise<Asked[K]['answer']> {
    const importing = this.#importing;
    if (!importing)
      return Promise.reject(new ImportError({ code: 'cancelled', detail: 'no import' }));
    return importing.ask(kind, what);
  }

  /** A blank form, for which nothing has to be imported. */
  async template(what: Asked['template']['with']): Promise<Asked['template']['answer']> {
    const importing = this.#open([], () => undefined);
    try {
      return await importing.ask('template', what);
    } finally {
      importing.cancel();
    }
  }

  /** Has all pages use what was imported. */
  async keep(year: YearToKeep): Promise<void> {
    const savedAt = this.#context.now().toISOString();
    try {
      // Merged into data that are gone, it would bring them back.
      if (!this.#bases.has(this.#context.local.basis))
        throw new ImportError({ code: 'changed', detail: '' });
      const { pack, unkept } = await this.ask('keep', { savedAt, year });
      this.#context.local.keep(pack, unkept);
      this.#bases.add(this.#context.local.basis);
      this.#kept = { savedAt: pack.manifest.local?.savedAt ?? '', unkept };
    } catch (error) {
      this.#fail(error);
    }
  }

  async #import(): Promise<void> {
    const { local } = this.#context;
    this.#phase = { kind: 'working', progress: null };
    // What is still being read belongs to what is imported into.
    if (local.state.kind === 'loading') await local.restore();
    if (this.#phase.kind !== 'working') return;
    this.#bases.clear();
    this.#bases.add(local.basis);
    try {
      this.#importing = this.#open(this.#files, (progress) => {
        if (this.#phase.kind === 'working') this.#phase = { kind: 'working', progress };
      });
    } catch (error) {
      return this.#fail(error);
    }
    await this.#run();
  }

  #open(files: readonly File[], onProgress: (progress: Progress) => void): Importing {
    const { dataFolder, published, local, effects } = this.#context;
    const kept = local.state.kind === 'active' ? local.state.pack : null;
    const order = { dataFolder: dataFolder(), published, kept, files };
    return new Importing(order, onProgress, effects);
  }

  async #run(): Promise<void> {
    const importing = this.#importing;
    if (!importing) return;
    this.#kept = null;
    this.#phase = { kind: 'working', progress: null };
    try {
      const summary = await importing.run(this.#mapping, this.period);
      if (importing !== this.#importing) return;
      // A mapping.json among the files is kept like answers given by hand.
      const { mapping } = summary;
      if (mapping !== null && mapping !== this.#mapping && mappingOf(mapping))
        this.#setMapping(mapping);
      this.#phase = { kind: 'done', summary };
    } catch (error) {
      if (importing === this.#importing) this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.#importing?.cancel();
    this.#importing = null;
    const fault: ImportFault =
      error instanceof ImportError
        ? error.fault
        : { code: 'crashed', detail: error instanceof Error ? error.message : String(error) };
    this.#phase = { kind: 'failed', fault };
  }

  #setMapping(text: string | null): void {
    this.#mapping = text;
    this.#isMappingKept = keepMapping(text);
  }
}
