import type { Desk, PerkParts } from './desk.ts';
import type { PerkService } from './ports.ts';
import { refuse } from './refuse.ts';
import { codePlace, digestPlace } from './vault.ts';

type CodeService = Pick<
  PerkService,
  'beginImport' | 'importSlice' | 'finishImport' | 'dropImport' | 'unclaimed'
>;

/** An import that a process began so long ago has no process any more. */
export const IMPORT_ABANDONED_MS = 15 * 60_000;

/** Codes come in with a file, and what is left of them after the end goes out again. */
export function createCodeService(parts: PerkParts, desk: Desk): CodeService {
  const { perks, codes, events, vault } = parts;
  return {
    beginImport(call) {
      const perk = desk.findToRun(call);
      if (perk.reward !== 'codes') refuse('perks.refusals.not-that-kind');
      if (perk.status === 'ended') refuse('perks.refusals.ended');
      vault.writing();
      const before = codes.importOf(call.interactionId);
      if (before) return { importId: before.id, first: false };
      codes.dropImports(call.now - IMPORT_ABANDONED_MS);
      if (codes.runningImport(perk.id)) refuse('perks.refusals.import-running');
      return { importId: codes.beginImport(perk.id, call.interactionId, call.now), first: true };
    },

    importSlice({ importId, codes: typed }) {
      const file = codes.findImport(importId);
      const perk = file && !file.done ? perks.find(file.perkId) : undefined;
      if (!perk) refuse('perks.refusals.draft-gone');
      const { id: perkId, guildId } = perk;
      const sealer = vault.writing();
      let added = 0;
      for (const code of typed) {
        const digest = sealer.digest(code, digestPlace(guildId, perkId));
        if (codes.has(perkId, digest)) continue;
        const id = codes.nextId();
        codes.add({
          id,
          perkId,
          importId,
          digest,
          sealed: sealer.seal(code, codePlace(guildId, perkId, id)),
        });
        added += 1;
      }
      codes.countImported(importId, added);
      return { added, known: typed.length - added };
    },

    finishImport(call) {
      const perk = desk.findToRun(call);
      const file = codes.findImport(call.importId);
      if (file?.perkId !== perk.id) refuse('perks.refusals.draft-gone');
      if (file.done) return perk;
      if (perk.status === 'ended') refuse('perks.refusals.ended');
      const count = codes.finishImport(call.importId);
      perks.move(perk.id, { codes: count });
      perks.setAlerted(
        perk.id,
        perk.alerted.filter((alert) => alert === 'expires-soon'),
      );
      const { guildId, now, actor } = call;
      events.add({ guildId, perkId: perk.id, at: now, kind: 'codes-added', by: actor.userId, count });
      return desk.changed(perk, now);
    },

    dropImport: (importId) => codes.dropImport(importId),

    unclaimed(call) {
      const perk = desk.findToRun(call);
      if (perk.reward !== 'codes') refuse('perks.refusals.not-that-kind');
      if (perk.status !== 'ended') return [];
      const sealer = vault.reading();
      const { guildId, now, actor } = call;
      const taken = codes.takeAll(perk.id).toSorted((a, b) => a.id - b.id);
      if (taken.length === 0) return [];
      perks.move(perk.id, { codes: -taken.length });
      const count = taken.length;
      events.add({ guildId, perkId: perk.id, at: now, kind: 'unclaimed-taken', by: actor.userId, count });
      return taken.map(({ id, sealed }) => sealer.open(sealed, codePlace(guildId, perk.id, id)));
    },
  };
}
