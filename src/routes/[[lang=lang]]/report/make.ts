/** Makes a report in the page; all of the code is fetched when the first one is asked for. */
import type * as Files from '#lib/export/index.ts';
import { watermarkInForce } from '#lib/figure/watermark.svelte.ts';
import type { Messages } from '#lib/i18n/index.ts';
import type { Locale, Scheme } from '#lib/model/index.ts';
import type { Choices } from '#lib/state/choices.ts';
import type { ReportFormat, ReportView } from '#lib/state/report-view.ts';
import type { Session } from '#lib/state/session.svelte.ts';
import {
  MakingError,
  type Collected,
  type MadeFile,
  type MakingWatch,
} from '#lib/views/report/making.svelte.ts';

interface Place {
  readonly session: Session;
  readonly schemes: readonly Scheme[];
  readonly choices: Choices;
  readonly locale: Locale;
  readonly m: Messages;
  /** Query string of the page, which the figures lead back to. */
  readonly search: string;
}

/** Everything that makes a report. */
const fetched = <T>(code: Promise<T>): Promise<T> =>
  code.catch((cause: unknown) => {
    throw new MakingError('notLoaded', { cause });
  });

/** The report of what was collected: it asks the site's data for nothing. */
export async function makeCollection(
  { locale, m }: Pick<Place, 'locale' | 'm'>,
  { title, figures }: Collected,
  format: ReportFormat,
  watch: MakingWatch,
): Promise<MadeFile> {
  const [{ collectionReport }, { writeReport }, files] = await fetched(
    Promise.all([
      import('#lib/briefing/collection.ts'),
      import('#lib/briefing/make-report.ts'),
      import('#lib/export/index.ts'),
    ]),
  );
  const report = collectionReport({ title, figures, locale, m });
  return writeReport(report, format, paintWith(files), {
    watch,
    watermark: watermarkInForce(),
  });
}

const paintWith =
  ({ figurePng }: Pick<typeof Files, 'figurePng'>) =>
  async (figure: Files.Figure) =>
    new Uint8Array(await (await figurePng(figure, { scale: 1 })).arrayBuffer());

export async function makeReport(
  { session, schemes, choices, locale, m, search }: Place,
  view: ReportView,
  watch: MakingWatch,
): Promise<MadeFile> {
  const [makers, materials, files] = await fetched(
    Promise.all([
      import('#lib/briefing/make-report.ts'),
      import('#lib/briefing/material.ts'),
      import('#lib/export/index.ts'),
    ]),
  );
  const { layer, format, template } = view;
  if (template === 'collection') throw new MakingError('noData');
  await session.ensure(layer, view.scheme);
  const loaded = session.get(layer, view.scheme);
  const scheme = schemes.find(({ id }) => id === view.scheme);
  if (!loaded || !scheme) throw new MakingError('noData');
  const { dataset, result } = loaded;
  const { manifest } = session;
  const request = { ...view, template, locale };
  const material = await materials.readMaterial(
    { manifest, choices, scheme, dataset, result },
    request,
    (query, params) => session.ask(layer, query, params),
    watch,
  );
  const report = makers.composeReport(material, request, search, m);
  return makers.writeReport(report, format, paintWith(files), {
    watch,
    watermark: watermarkInForce(),
  });
}
