import { institutions } from '#lib/queries/index.ts';
import { institutionFacts, type InstitutionFacts } from './institution-facts.ts';
import type { Ask } from './layer-tables/ask.ts';
import { readFactTables } from './layer-tables/fact-tables.ts';

/** Asks for the facts of one institution; null for an id that the layer does not have. */
export async function factsOf(id: string, ask: Ask): Promise<InstitutionFacts | null> {
  const rows = await ask(institutions, {});
  const row = rows.find(({ institution_id }) => institution_id === id);
  return row ? institutionFacts(await readFactTables(ask), row) : null;
}
