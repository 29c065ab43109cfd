import type { APIAttachment, APIModalSubmitInteraction } from 'discord-api-types/v10';
import type { Call, Reply } from '../../discord/interaction.ts';
import { privately, typedIn } from '../../discord/press.ts';
import { perkLimits } from './model.ts';
import { perkForAdmin, requireKey } from './panel.ts';
import { IMPORT_SLICE } from './ports.ts';
import { about } from './press.ts';
import { parts } from './private-custom-ids.ts';
import { importedView } from './receipt-views.ts';
import { refuse } from './refuse.ts';
import type { PerkSurfaceDeps, PressCall } from './surface-types.ts';

/** A file of codes into the perk's stock, in slices between which others have their turn. All of it counts, or nothing. */
export async function importCodes(deps: PerkSurfaceDeps, call: PressCall, perkId: number): Promise<Reply> {
  const { perks, writer } = deps;
  perkForAdmin(deps, call, perkId);
  requireKey(deps);
  const check = await deps.readCodes(await uploaded(deps, call));
  const { codes } = check;
  const begin = { ...about(call), perkId, interactionId: call.raw.id, rows: codes.length };
  const { importId, first } = await writer.write(() => perks.beginImport(begin));
  // The same form delivered again: the first one is at it, or was.
  if (!first) refuse('perks.refusals.import-running');
  try {
    const total = { added: 0, known: 0 };
    for (let from = 0; from < codes.length; from += IMPORT_SLICE) {
      const slice = { importId, codes: codes.slice(from, from + IMPORT_SLICE) };
      // One after the other: each is a write of its own.
      const { added, known } = await writer.write(() => perks.importSlice(slice));
      total.added += added;
      total.known += known;
    }
    const perk = await writer.write(() => perks.finishImport({ ...about(call), perkId, importId }));
    deps.refresh(perk);
    return privately(importedView(perk, total, check, call.t));
  } catch (error) {
    await writer.write(() => perks.dropImport(importId));
    throw error;
  }
}

/** Only what Discord says was uploaded with this very form. */
async function uploaded({ readAttachment }: PerkSurfaceDeps, call: PressCall): Promise<Buffer> {
  const known: Record<string, APIAttachment> =
    (call.raw as APIModalSubmitInteraction).data.resolved?.attachments ?? {};
  const [id] = typedIn(call).many(parts.file);
  const file = id !== undefined && Object.hasOwn(known, id) ? known[id] : undefined;
  if (!file) refuse('perks.refusals.file-missing');
  const megabytes = String(perkLimits.fileBytes / 1024 ** 2);
  if (file.size > perkLimits.fileBytes) refuse('perks.refusals.file-too-big', { megabytes });
  return (await readAttachment(file, perkLimits.fileBytes)) ?? refuse('perks.refusals.file-not-read');
}

/** Throws what reading a file would throw, before anybody looks for one. */
export function mayImport(deps: PerkSurfaceDeps, call: Call, perkId: number) {
  const perk = perkForAdmin(deps, call, perkId);
  if (perk.reward !== 'codes') refuse('perks.refusals.not-that-kind');
  if (perk.status === 'ended') refuse('perks.refusals.ended');
  requireKey(deps);
  return perk;
}
