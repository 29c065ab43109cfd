import type { OutgoingFile } from '../../discord/interaction.ts';
import { delivered, findMarked } from '../../discord/post-once.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Delivery, Undelivered } from '../../shared/delivery.ts';
import type { AmaMessagesDeps } from './messages-deps.ts';
import type { Ama } from './model.ts';
import { receiptMark, receiptView } from './receipt-views.ts';
import { MOST_PARTS, transcriptMark, transcriptViews } from './transcript-views.ts';

type Deps = Pick<AmaMessagesDeps, 'amas' | 'messenger'>;

interface Posted {
  ama: Ama;
  channelId: string;
  /** The parts in their order. */
  messageIds: readonly string[];
}

/**
 * Brings a transcript and its receipt in line with what became of questions since they were posted. It has as many
 * parts as before: what does not fit is in the file. What somebody deleted is not posted again.
 */
export async function editTranscript(
  deps: Deps,
  ama: Ama,
  { file, t }: { file: () => Promise<OutgoingFile>; t: Translate },
): Promise<Delivery> {
  const { threadId, channelId, transcriptMessageId: first } = ama;
  if (first === undefined) return { kind: 'gone' };
  for (const place of threadId === undefined ? [channelId] : [threadId, channelId]) {
    const messageIds = await partsIn(deps, ama, { place, first });
    if ('kind' in messageIds) return messageIds;
    const edited = await editParts(deps, { ama, channelId: place, messageIds }, await file(), t);
    if (edited.kind === 'gone') continue;
    return edited.kind === 'sent' ? editReceipt(deps, ama, place, t) : edited;
  }
  return { kind: 'gone' };
}

/** Of the first part it is known where it stands; the others are looked for among the last messages. */
async function partsIn(
  { messenger }: Deps,
  ama: Ama,
  { place, first }: { place: string; first: string },
): Promise<string[] | Undelivered> {
  const messageIds = [first];
  for (let part = 1; part < MOST_PARTS; part += 1) {
    const found = await findMarked(messenger, place, transcriptMark(ama, part));
    if (!found) break;
    if (found.kind === 'retry') return found;
    if (found.kind !== 'sent') break;
    messageIds.push(found.messageId);
  }
  return messageIds;
}

async function editParts(
  { amas, messenger }: Deps,
  { ama, channelId, messageIds }: Posted,
  file: OutgoingFile,
  t: Translate,
): Promise<Delivery> {
  const transcript = amas.transcript(ama.id);
  const most = messageIds.length;
  const bodies = transcriptViews(transcript, t, { most });
  for (const [index, messageId] of messageIds.entries()) {
    const body = bodies[index];
    const attached = index === 0 ? [file] : undefined;
    const done = body
      ? await messenger.edit(channelId, messageId, body, attached)
      : await messenger.delete(channelId, messageId);
    let edited = delivered(done);
    const bare = index === 0 ? transcriptViews(transcript, t, { most, file: false })[0] : undefined;
    // Attach Files may be missing.
    if (edited.kind === 'forbidden' && bare) {
      edited = delivered(await messenger.edit(channelId, messageId, bare, []));
    }
    if (edited.kind !== 'sent' && (index === 0 || edited.kind === 'retry')) return edited;
  }
  return { kind: 'sent' };
}

async function editReceipt(
  { amas, messenger }: Deps,
  ama: Ama,
  channelId: string,
  t: Translate,
): Promise<Delivery> {
  const found = await findMarked(messenger, channelId, receiptMark(ama));
  if (found?.kind !== 'sent') return found?.kind === 'retry' ? found : { kind: 'sent' };
  const body = receiptView(ama, amas.receipt(ama.id), t);
  return delivered(await messenger.edit(channelId, found.messageId, body));
}
