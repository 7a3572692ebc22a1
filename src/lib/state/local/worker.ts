/** Imports in a worker: one import a worker; to cancel it is to terminate it. */
import '#lib/engine/old-browsers.ts';
import { EngineError } from '#lib/engine/engine.ts';
import { fetchSource } from '#lib/engine/load/fetch.ts';
import { DeskError, ImportDesk } from './import-desk.ts';
import type { LocalPack } from './local-pack.ts';
import type { Asked, AskedKind, AskOrder, ImportFault, Order, Report } from './orders.ts';
import { keepPack, StoreError, type StoreFault } from './store.ts';

const tell = (report: Report, transfer: Transferable[] = []) =>
  self.postMessage(report, { transfer });

let desk: ImportDesk | null = null;

async function answer(order: AskOrder, at: ImportDesk): Promise<Asked[AskedKind]['answer']> {
  switch (order.kind) {
    case 'findings':
      return at.findings(order.with);
    case 'preview':
      return at.preview(order.with);
    case 'succession':
      return at.succession();
    case 'file':
      return at.file(order.with);
    case 'template':
      return at.template(order.with);
    case 'keep': {
      const pack = at.packFor(order.with.savedAt, order.with.year);
      return { pack, unkept: await tryToKeep(pack) };
    }
  }
}

/** The browser may refuse; then the data count for the visit. */
async function tryToKeep(pack: LocalPack): Promise<StoreFault | null> {
  try {
    await keepPack(pack);
    return null;
  } catch (error) {
    if (error instanceof StoreError) return error.fault;
    throw error;
  }
}

async function work(order: Order): Promise<void> {
  const id = order.type === 'ask' ? order.id : null;
  try {
    if (order.type === 'import') {
      desk = new ImportDesk(order, fetchSource(order.dataFolder), (progress) =>
        tell({ type: 'progress', ...progress }),
      );
      await desk.open();
      return;
    }
    if (!desk) throw new DeskError('crashed', 'nothing is open');
    if (order.type === 'run')
      tell({ type: 'imported', summary: await desk.run(order.mapping, order.period) });
    else tell({ type: 'answer', id: order.id, value: await answer(order, desk) });
  } catch (error) {
    tell({ type: 'failed', id, fault: faultOf(error) });
  }
}

function faultOf(error: unknown): ImportFault {
  if (error instanceof DeskError) return error.fault;
  if (error instanceof EngineError) return { code: 'no_tables', detail: error.message };
  return { code: 'crashed', detail: error instanceof Error ? error.message : String(error) };
}

// Orders come one after the other, and are carried out so.
let last = Promise.resolve();
self.addEventListener('message', ({ data }: MessageEvent<Order>) => {
  last = last.then(() => work(data));
});
tell({ type: 'started' });
